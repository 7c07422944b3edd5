/** Two questions after the end (回访): is it solved, and how was the customer treated. Each is asked once. */
import type { HeardMessage } from "./command.ts";
import type { Matter, SatisfactionQuestion, State } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import type { RiskSlug } from "./reading.ts";
import { isRegistered } from "./registered.ts";
import { plusMinutes } from "./time.ts";

/** What the bank decides about it: `satisfaction` in bank/grades.yaml. */
export interface SatisfactionRules {
  /** A mark this low or lower calls a person back. */
  lowMark: number;
  /** Minutes within which they call, from the mark or, outside staffed hours, from the next opening. */
  callBackMinutes: number;
  /** A complaint with one of these risks is not asked about by a machine. */
  never: readonly RiskSlug[];
}

/** Marks are 1 to 5; whether it is solved has two of them. */
const SOLVED = { yes: 5, no: 1 } as const;

/** Whether this customer may be asked now: it ended with a decision, nothing else is open, and it was never asked. */
export function mayAsk({ state, bank }: Pick<Draft, "state" | "bank">, matter: Matter): boolean {
  const quiet = state.stage === "closed" && state.how === "resolved";
  const tactless = matter.risks.some(({ slug }) => bank.satisfaction.never.includes(slug));
  return quiet && matter.status === "resolved" && !matter.satisfaction && !tactless && !isRegistered(state.channel);
}

const YES =
  /^(?:是的?|对的?|對的?|嗯+|好|好了|(?:是的? ?)?(?:已经?|已經|都)?解[决決](?:好)?了?|yes(?: (?:it is|it has|solved))?|solved|y)$/iu;
const NO =
  /^(?:不是|没有?|沒有?|否|(?:还|還)?(?:没|沒|未)有?(?:解[决決])?(?:好)?|no(?: not (?:solved|really|yet))?|not (?:solved|really|yet)|n)$/iu;
/** "4", "4分", "4 stars". */
const MARK = /^([1-5一二三四五])\s*(?:分|星|points?|stars?)?$/iu;
const WORDS: readonly [RegExp, number][] = [
  [/^(?:非常|很|特别|特別)(?:不满意|不滿意|差)$|^very (?:poor|bad|badly)$/iu, 1],
  [/^(?:不满意|不滿意|不太?好|差)$|^(?:poor|poorly|bad|badly)$/iu, 2],
  [/^(?:一般|还行|還行|还可以|還可以|fair|so so|ok|okay)$/iu, 3],
  [/^(?:满意|滿意|good|well)$/iu, 4],
  [/^(?:非常|很|特别|特別)(?:满意|滿意|好)$|^very (?:good|well)$/iu, 5],
];

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/[\p{P}\p{S}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/** Null for anything but a plain answer: then it is heard like everything else the customer says. */
function markIn(question: SatisfactionQuestion, messages: readonly HeardMessage[]): number | null {
  const [only, ...more] = messages;
  if (!only || more.length > 0 || only.kind !== "text") return null;
  const text = bare(only.text);
  if (question === "solved") return YES.test(text) ? SOLVED.yes : NO.test(text) ? SOLVED.no : null;
  const digit = MARK.exec(text)?.[1] ?? "";
  const given = "一二三四五".indexOf(digit) + 1 || Number(digit);
  return digit !== "" ? given : (WORDS.find(([words]) => words.test(text))?.[1] ?? null);
}

/** The matter that was just asked about. */
const askedAbout = ({ matters }: Pick<State, "matters">): Matter | undefined =>
  matters.find(({ satisfaction }) => satisfaction?.asked);

/** The first of the two questions. */
export const askSatisfaction = (draft: Draft, matter: string): void =>
  add(draft, { type: "satisfaction-asked", matter, question: "solved" });

/**
 * True when the turn was a plain answer. Anything else drops the question for good, and is heard as if it had not been
 * asked: "没解决，钱还没退" opens the matter again.
 */
export function answerSatisfaction(draft: Draft, messages: readonly HeardMessage[]): boolean {
  const { state } = draft;
  const matter = askedAbout(state);
  const question = matter?.satisfaction?.asked;
  if (!matter || !question) return false;
  const mark = state.stage === "closed" ? markIn(question, messages) : null;
  if (mark === null) {
    add(draft, { type: "satisfaction-dropped" });
    return false;
  }
  const owed = matter.satisfaction?.callBackBy;
  const low = mark <= draft.bank.satisfaction.lowMark;
  const callBackBy = low && !owed ? callBack(draft) : null;
  add(draft, { type: "satisfaction-answered", matter: matter.id, question, mark, callBackBy });
  if (question === "solved") add(draft, { type: "satisfaction-asked", matter: matter.id, question: "manner" });
  return true;
}

function callBack({ bank, context }: Draft): string {
  const { open, opensAt } = bank.staffing(context.now);
  const from = open || !opensAt ? context.now : opensAt;
  return plusMinutes(from, bank.satisfaction.callBackMinutes);
}
