/** A reply to what was asked: what is left of the text becomes the fact when it has the fact's shape. */
import type { FactName, Intent } from "../../../flows/reading.ts";
import type { Hits } from "../scan.ts";
import { answerAmong, type Span, TEMPER, withoutMood } from "./asked-clauses.ts";
import { type Freely, fits, leadOf, tailOf } from "./asked-shapes.ts";
import { type FactDraft, type FactSource, overlaps } from "./draft.ts";

const MAX_WORDS = 400;
/** A reply with one of these intents does not answer the question. */
const ELSEWHERE: ReadonlySet<Intent> = new Set([
  "wants-human",
  "case-status",
  "withdraw",
  "settled",
  "deny",
  "confirm",
  "skip",
  "dont-know",
  "why-asked",
  "repeat-please",
  "goodbye",
]);
/** Puts something said before right, and says nothing of what was asked. */
const PUTS_RIGHT =
  /记错|打错|说错|写错|搞错|弄错|应该是|本来是|其实是|不对|错了|更正|不是[^,，。!?]{1,14}[,，]? ?(?:而?是)|[,，] ?(?:不是|not )|\bactually\b|\bi meant\b|\bcorrection\b|\bnot [^,.!?]{1,30}[,.]? but\b/;
/** A wish given to another question: "道歉，安排人上门" names no clerk. */
const WISH_ELSEWHERE =
  /^(?:我?(?:要|想|希望|要求|就|只)?(?:要|想)?)?(?:他|她|你们)?(?:给我)?(?:道歉|道个歉|赔偿|赔钱|赔礼|退钱|退款|还钱|还款|退费|安排人|派人|上门|给个说法|尽快|开除|处分|恢复|解冻|解封|an apology|apologi[sz]e|refund|my money back|compensation)/;
const SMALL_TALK = /^(?:你好|您好|在吗|谢谢|多谢|哈哈+|hi|hello|hey|thanks|thank you|ok|okay|嗯+|哦+|好的?)[。! ~]*$/;
const QUESTION =
  /[?]|几多|多少钱|边度|点解|(?:吗|呢|么)[。! ]*$|^(?:为什么|怎么|如何|请问|凭什么|what|why|how|when(?!ever)|where|who|can|could|may|will|do|does|is|are) ?/;
/** Told in anger, however it was asked; a wish or a description may be angry. */
const angryIn = (hits: Hits, start: number, end: number): boolean =>
  TEMPER.some((tag) => overlaps(hits.of(tag), start, end));
/** A name may hold the sign of a temper: 燃气公司. */
const NAME_LENGTH = 8;
const MAY_BE_ANGRY: ReadonlySet<FactName> = new Set(["desired-outcome", "evidence", "authority"]);

/** Facts with a form of their own; their words are cut out of the answer. */
const FORMED: ReadonlySet<FactName> = new Set([
  "phone",
  "card-tail",
  "account-tail",
  "case-ref",
  "transaction-ref",
  "amount",
  "occurred",
]);
/** Answers that may well hold a sum or a date: "退还380元", "11月3日的录音". */
const HOLDS_ALL: ReadonlySet<FactName> = new Set(["desired-outcome", "evidence", "authority", "contact-time"]);

const ASSENT = /^(?:可以|好的?|行|没问题|ok|okay|yes|sure|fine)[,，。! ]+(?=.)/;

/** The longest part of the text outside `cuts`, without signs at its ends. */
function longestPart(
  plain: string,
  start: number,
  end: number,
  cuts: readonly { start: number; end: number }[],
): { start: number; end: number } {
  let best = { start, end: start };
  let from = start;
  const consider = (to: number) => {
    const part = plain.slice(from, to);
    const head = /^[\s,，。.!、:;|/()（）-]*/.exec(part)?.[0].length ?? 0;
    const tail = head < part.length ? (/[\s,，。.!、:;|/()（）-]*$/.exec(part)?.[0].length ?? 0) : 0;
    if (to - tail - from - head > best.end - best.start) best = { start: from + head, end: to - tail };
  };
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start > from) consider(Math.min(cut.start, end));
    from = Math.max(from, cut.end);
    if (from >= end) return best;
  }
  consider(end);
  return best;
}

function isFreely(name: FactName): name is Freely {
  switch (name) {
    case "desired-outcome":
    case "counterparty":
    case "product":
    case "evidence":
    case "place":
    case "contact-time":
    case "person":
    case "staff":
    case "authority":
      return true;
    default:
      return false;
  }
}

/** "说清楚怎么算的": to the question what is wanted, a wish, though it asks something. */
const DEMANDS = /^(?:我?要?你们)?(?:给我|跟我|向我)?(?:说|讲|解释|查)(?:个)?(?:清楚|明白)/;

/** A reply with one of these intents tells nothing, in none of its clauses. */
const REFUSES: ReadonlySet<Intent> = new Set(["deny", "skip", "withdraw", "settled", "case-status", "correct"]);

/**
 * The fact asked for, in the customer's own words: the whole reply, or the one clause of it that is the answer.
 * A correction, a question, a refusal, anger or a fact of another kind is no answer.
 * @param found what was already found in the text
 */
export function findAsked(
  source: FactSource,
  intents: readonly Intent[],
  act: "question" | "other",
  found: readonly FactDraft[],
): FactDraft[] {
  const { asking, plain, original } = source;
  if (asking === null || !isFreely(asking)) return [];
  const start = plain.length - plain.trimStart().length;
  const said = { start, end: Math.min(plain.trimEnd().length, start + MAX_WORDS) };
  const within = withoutMood(plain, said, asking);
  const among = (sure: boolean): FactDraft[] => {
    if (intents.some((intent) => REFUSES.has(intent)) || PUTS_RIGHT.test(plain.slice(said.start, said.end))) return [];
    const span = answerAmong(source, asking, within, [...found, ...source.personal.filter(notAName)], sure);
    return span ? [{ name: asking, value: original.slice(span.start, span.end), ...span }] : [];
  };
  // "等下啊，我叫穆晓晨": who says that it is the name, says the name.
  const named = asking === "person" ? among(true) : [];
  if (named.length > 0) return named;
  // "下午三点以后，快点行不行": only the temper asks.
  const rest = plain.slice(within.start, within.end);
  const asks = act === "question" && (rest.length === said.end - said.start || QUESTION.test(rest));
  const whole = wholeAnswer(source, asking, within, intents, asks, found);
  if (whole.length > 0) return whole;
  return among(asks || intents.some((intent) => ELSEWHERE.has(intent)));
}

const notAName = ({ kind }: { kind: string }): boolean => kind !== "name";

function wholeAnswer(
  { plain, original, hits, personal }: FactSource,
  asking: Freely,
  within: Span,
  intents: readonly Intent[],
  asks: boolean,
  found: readonly FactDraft[],
): FactDraft[] {
  const end0 = within.end;
  const reply = plain.slice(within.start, end0);
  // "可以，下午三点" agrees and answers in one breath.
  const assent = asking === "contact-time" || asking === "person" ? (ASSENT.exec(reply)?.[0].length ?? 0) : 0;
  const text = reply.slice(assent);
  // "瘦高个男的，姓什么没看清" tells something all the same.
  const start0 = within.start + assent;
  const described =
    (asking === "staff" && fits("described", text, false)) || (asking === "desired-outcome" && DEMANDS.test(text));
  if (!described && (intents.some((intent) => ELSEWHERE.has(intent) && !(assent > 0 && intent === "confirm")) || asks))
    return [];
  if (text === "" || SMALL_TALK.test(text) || QUESTION.test(text) || !/[\p{L}\p{N}]/u.test(text)) return [];
  const wished = found.some(({ name }) => name === "desired-outcome");
  // What was found as a wish is a wish, whatever was asked.
  if (asking !== "desired-outcome" && WISH_ELSEWHERE.test(text)) {
    if (wished) return [];
    const stop = start0 + text.replace(/[。!,，. ]+$/, "").length;
    return [{ name: "desired-outcome", value: original.slice(start0, stop), start: start0, end: stop }];
  }
  if (
    (intents.includes("correct") || PUTS_RIGHT.test(text)) &&
    !(asking === "desired-outcome" && fits("wish", text, false))
  )
    return [];
  if (!described && !MAY_BE_ANGRY.has(asking) && text.length > NAME_LENGTH && angryIn(hits, start0, end0)) return [];
  // What fills most of the text is what the text is about.
  if (found.some(({ name, start, end }) => !FORMED.has(name) && name !== "product" && (end - start) * 2 > text.length))
    return [];
  const cuts = [
    ...found.filter(
      ({ name }) => FORMED.has(name) && !(HOLDS_ALL.has(asking) && (name === "amount" || name === "occurred")),
    ),
    ...personal.filter(notAName),
  ];
  const part = longestPart(plain, start0, end0, cuts);
  const start = part.start + leadOf(asking, plain.slice(part.start, part.end));
  // "张伟，男，42岁": the name comes first.
  const comma = asking === "person" ? plain.slice(start, part.end).search(/[,，;]/) : -1;
  if (comma > 0) part.end = start + comma;
  part.end -= tailOf(asking, plain.slice(start, part.end));
  if (part.end <= start || !fits(asking, plain.slice(start, part.end), cuts.length > 0)) return [];
  return [{ name: asking, value: original.slice(start, part.end), start, end: part.end }];
}
