/** Customers who need a different hand: how each is met, once a complaint, before the next question. */
import type { HeardMessage } from "./command.ts";
import type { Manner, Matter } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { find } from "./learn.ts";
import { standing } from "./ledger.ts";
import type { FactName, Reading } from "./reading.ts";

/** Rank, connections and threats to somebody's job: not taken personally, the matter is asked about. */
const RANK =
  /(?:你|你们)?(?:知道|晓得)(?:我|老子)是(?:谁|什么人|干什么的)|我(?:认识|跟)你们?(?:的)?(?:行长|总行|领导|董事长|老总|主任)|我(?:上面|上头|背后)有人|让你们?(?:全都|统统|都)?(?:下岗|丢饭碗|丢工作|滚蛋|吃不了兜着走|关门|好看|走人)|(?:一个|打个)电话就能让|我(?:爸|叔|舅|老公|哥).{0,4}(?:是|在).{0,8}(?:局|厅|政府|银监|法院|市长|领导)|\bdo you (?:even )?know who i am|have your jobs?\b|get you (?:all )?fired|i (?:personally )?know your (?:ceo|chairman|director|president|boss|branch manager)|one (?:phone )?call from me/iu;
export const throwsWeight = (text: string): boolean => RANK.test(text);

/** Nothing but one's own view counts. */
const INSISTS =
  /我(?:才)?不管|我就是要|我只要|说什么(?:都|也)没用|少跟我(?:讲|说|扯)|别跟我(?:讲|说|扯|解释)|我不听|没得商量|就这一条|反正(?:就)?是你们的(?:错|责任|问题)|\bi don'?t care (?:what|about)|no excuses|don'?t (?:give me|tell me) (?:that|excuses)|nothing you say|i'?m not interested in your/iu;
/** Characters of a message that tells more than one breath holds; English counts by three. */
const LONG = 140;

const HAN = /\p{Script=Han}/gu;
const lengthOf = (text: string): number => {
  const han = text.match(HAN)?.length ?? 0;
  return han + (text.length - han) / 3;
};

/** Two neighbouring characters at a time: how much of `text` was said in `before`. 0 to 1. */
function overlap(text: string, before: string): number {
  const pairs = (words: string) => {
    const plain = words.replace(/[^\p{L}\p{N}]/gu, "");
    return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
  };
  const own = pairs(text);
  const theirs = pairs(before);
  return own.size === 0 ? 0 : [...own].filter((pair) => theirs.has(pair)).length / own.size;
}

/** What tells most of a story, in this order. */
const TELLING: readonly FactName[] = [
  "occurred",
  "place",
  "product",
  "amount",
  "counterparty",
  "staff",
  "duration",
  "count",
  "desired-outcome",
];

/** Says the same again: most of it was in the first words, and it tells nothing new. */
const REPEATED = 0.6;

function mannerOf(matter: Matter, text: string, again: boolean): Manner | null {
  if (RANK.test(text)) return "arrogant";
  if (again && (INSISTS.test(text) || (text.length >= 6 && overlap(text, matter.words) >= REPEATED))) return "stubborn";
  return lengthOf(text) >= LONG ? "rambling" : null;
}

/**
 * Meets the customer's manner, each once a complaint.
 * @param fresh this turn opened the complaint
 * @param learnt what this turn added to the ledger
 */
export function meetManner(
  draft: Draft,
  id: string,
  { act }: Reading,
  messages: readonly HeardMessage[],
  fresh: boolean,
  learnt: readonly FactName[],
): void {
  const matter = find(draft, id);
  if (!matter || act === "question") return;
  const text = messages.map((message) => message.text).join("\n");
  const manner = mannerOf(matter, text, !fresh && learnt.length === 0);
  if (!manner || matter.met.includes(manner)) return;
  // What was understood of a long story is said back; with nothing understood there is nothing to say back.
  const told = standing(matter);
  const facts =
    manner === "rambling" ? TELLING.flatMap((name) => told.filter((fact) => fact.name === name)).slice(0, 5) : [];
  if (manner === "rambling" && facts.length < 2) return;
  const words = matter.words.split(/[。！？!?\n]/u)[0]?.trim() ?? "";
  add(draft, { type: "manner-met", matter: id, manner, words: words.slice(0, 40), facts });
}
