/**
 * Whether a statement stands on the words it quotes. A model writes it, so nothing is taken on trust: the quotation is found
 * literally, and the statement says no figure, promise, denial or address that the quotation lacks. It would rather lose a
 * good statement than keep an invented one.
 */
import { saidFigures } from "../said-figures.ts";
import { plain } from "../words.ts";

export type Unsupported =
  /** No such clause. */
  | "clause"
  /** Not found literally, or too short to say anything. */
  | "quote"
  /** A figure, in digits or words, that the quotation lacks. */
  | "figure"
  /** Says no where the quotation doesn't, or the other way round. */
  | "denial"
  /** Promises, blames or advises beyond the quotation. */
  | "promise"
  /** Other words than the clause's. */
  | "words"
  /** Asks for a secret, or speaks of instructions: an order that was hidden in a text. */
  | "order"
  /** Markup, an address, a sign of the machinery, or too long. */
  | "form";

const SHORTEST_QUOTE = 4;
const LONGEST = { text: 160, quote: 400 };
/** Share of a statement's pairs of characters, or of its words, that the clause must use. */
const OWN_WORDS = 0.4;

const SECRET = /密码|验证码|passwords?|passcodes?|\bpin\b|cvv/iu;
const WARNING = /不要|不会|不得|切勿|请勿|别|never|not\b|n't\b/iu;
const INSTRUCTIONS =
  /(?:忽略|无视|忘掉|绕过)[^。]{0,12}(?:指令|规则|要求|提示)|system prompt|提示词|ignore [^.]{0,24}(?:instructions|rules)/iu;
const FORM = /[<>{}[\]⟦⟧|`*#_\\]|https?:|www\.|@|\n/u;
const DENIAL = /不|没|无|免|未|别|禁|勿|\b(?:no|not|never|none|without|cannot|free|waived?)\b|n't\b/gu;
const PROMISE =
  /保证|承诺|一定|肯定|必须|绝对|赔|退|补偿|减免|返还|放心|马上|立即|尽快|密码|验证码|起诉|律师|guarantee|promise|definitely|refund|compensat|reimburse|password|passcode|lawyer|sue\b|immediately/giu;

/** Null when it stands. `body` is the text of the clause it names; `context` what else that clause says of itself. */
export function whyUnsupported(
  statement: { text: string; quote: string },
  clause: { body: string; context: string; language: "zh" | "en" } | undefined,
): Unsupported | null {
  if (!clause) return "clause";
  const { text, quote } = statement;
  if (text.trim() === "" || text.length > LONGEST.text || FORM.test(text)) return "form";
  if (INSTRUCTIONS.test(text + quote) || (SECRET.test(text) && !WARNING.test(text))) return "order";
  if (quote.trim().length < SHORTEST_QUOTE || quote.length > LONGEST.quote || !clause.body.includes(quote))
    return "quote";
  const said = plain(text);
  const shown = plain(quote);
  if (saidFigures(said).some((figure) => !saidFigures(shown).includes(figure))) return "figure";
  if ([...said.matchAll(PROMISE)].some(([word]) => !shown.includes(word))) return "promise";
  const foreign = clause.language === "zh" ? !/\p{Script=Han}/u.test(said) : /\p{Script=Han}/u.test(said);
  // Across languages words can't be compared; figures and promises were.
  if (foreign) return null;
  if (denialsIn(said) !== denialsIn(shown)) return "denial";
  const own = plain(`${clause.body}\n${clause.context}`);
  const pieces = clause.language === "zh" ? pairsIn(said) : (said.match(/[a-z']{3,}/gu) ?? []);
  const met = pieces.filter((piece) => own.includes(piece)).length;
  return pieces.length > 0 && met / pieces.length < OWN_WORDS ? "words" : null;
}

/** "不 免": which words say no. 免 alone and 不再减免 say the opposite. */
const denialsIn = (text: string): string =>
  [...new Set([...text.matchAll(DENIAL)].map(([word]) => word))].sort().join(" ");

const pairsIn = (text: string): string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
