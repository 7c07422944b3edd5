/** An answer that stands among other words: "有完没完，叫我蓝女士就行", "Lanxiang Steady, this is a disgrace". */
import type { Hits } from "../scan.ts";
import { type Freely, fits, leadOf, tailOf } from "./asked-shapes.ts";
import { overlaps } from "./draft.ts";

export interface Span {
  start: number;
  end: number;
}

const COURTESY =
  /^(?:不好意思|对不起|麻烦(?:你|您)?(?:们)?(?:了|啦|多?费心)?|辛苦(?:你|您)?(?:们)?(?:了|啦)?|(?:谢谢|多谢|感谢)(?:你|您)?(?:们)?(?:了|啊|啦)?|拜托(?:了|啦)?|劳驾|(?:thanks|thank you|please|sorry|fine|all right|alright|okay|ok)(?: a lot| to bother you)?)$/;
/** Told in anger, haste, worry or at length: about the bank or the conversation, not about what was asked. */
const MOOD =
  /够可以|气死|来气|火大|气炸|欺负|有完没完|骗子|讲不讲理|破银行|玩意|服了|太离谱|过分|垃圾|算我倒霉|烦死|真?耽误(?:事|时间)|快点|快一点|磨叽|没工夫|没时间|问什么|问这么|问问问|糊弄|敷衍|走过场|信不过|一个字都?不信|少来这套|留个心眼|乱用|我可截图|话长|啰嗦|嫌烦|慢慢说|怎么回事|是不是$|着急|急死|急疯|好急|打鼓|在抖|没睡|有点忙|等下|有事|麻烦|我不管|你们的[错事问责]|扯别的|说破天|这个理|别再让我说|头一回碰上|谁不生气|脾气好|disgrace|disgusting|joke|unbelievable|believe a word|outrageous|fuming|crooks|fed up|waste of|hurry|be quick|come on|the script|trust you|annoyed|angry|worried|couldn't sleep|thinking about it|shaking|beside myself|honestly|so many questions|\bbusy\b|at work right now|things to do|^questions$|get on with it|all day|just my luck|your fault|not impressed|what kind of service|had enough|go on a bit|forgive me|long story|my family|let me explain|supposed to think|say it twice|fob me|screenshots|keeping a copy|misuse/;
const QUESTION = /[?]|(?:吗|呢|么)$|^(?:为什么|怎么|如何|请问|凭什么|what|why|how|when(?!ever)|where|who|can|could)\b/;
const TITLED = /(?:先生|女士|小姐|太太|阿姨|大爷|大妈|师傅|老师)$|^(?:mr|ms|mrs|miss|dr)\b/;
export const TEMPER = ["emotion.3", "emotion.2", "abuse.2", "abuse.1"] as const;

/** Facts that one clause among others can hold. */
const IN_ONE_CLAUSE: ReadonlySet<Freely> = new Set(["person", "staff", "counterparty", "product", "place"]);

/** Courtesy, temper and talk, whatever was asked; a wish told in anger is a wish all the same. */
function saysNothing(plain: string, { start, end }: Span, asking: Freely): boolean {
  const words = plain.slice(start, end);
  if (asking === "desired-outcome" && fits("wish", words, false)) return false;
  return COURTESY.test(words) || (MOOD.test(words) && !/\d/.test(words) && leadOf(asking, words) === 0);
}

/** The text without courtesy or temper at either end: "随时，麻烦你了", "有完没完，恒木装饰". All of it where nothing else is said. */
export function withoutMood(plain: string, within: Span, asking: Freely): Span {
  const clauses = clausesOf(plain, within);
  const telling = clauses.filter((clause) => !saysNothing(plain, clause, asking));
  const [first] = telling;
  const last = telling.at(-1);
  if (!first || !last) return within;
  return {
    start: first === clauses[0] ? within.start : first.start,
    end: last === clauses.at(-1) ? within.end : last.end,
  };
}

/**
 * The one clause that can be the fact asked for, or null. Where nothing leads up to it and no title ends it, it has to
 * be the only one.
 * @param taken what has a meaning of its own already
 * @param sure  only a clause that says of itself what it is: the rest asks something
 */
export function answerAmong(
  { plain, hits }: { plain: string; hits: Hits },
  asking: Freely,
  within: Span,
  taken: readonly Span[],
  sure: boolean,
): Span | null {
  const one = IN_ONE_CLAUSE.has(asking);
  if (!one && asking !== "desired-outcome" && asking !== "contact-time") return null;
  const tempers = TEMPER.flatMap((tag) => hits.of(tag));
  const clauses = clausesOf(plain, within);
  const plainly: Span[] = [];
  for (const clause of clauses) {
    const words = plain.slice(clause.start, clause.end);
    if (saysNothing(plain, clause, asking) || QUESTION.test(words)) continue;
    if (one && (overlaps(tempers, clause.start, clause.end) || overlaps(taken, clause.start, clause.end))) continue;
    const lead = leadOf(asking, words);
    const answer = { start: clause.start + lead, end: clause.end };
    answer.end -= tailOf(asking, plain.slice(answer.start, answer.end));
    const text = plain.slice(answer.start, answer.end);
    if (!holds(asking, text)) continue;
    if (one && (lead > 0 || (asking === "person" && TITLED.test(text)))) return answer;
    plainly.push(answer);
  }
  const [only] = plainly;
  if (sure || clauses.length === 1 || !only) return null;
  // What is wished for may be said in two breaths: "到账就行，滞纳金你们出".
  return plainly.length === 1 || !one ? only : null;
}

/** Among other words a wish has to be one, and a place to sound like one. */
function holds(asking: Freely, text: string): boolean {
  return fits(asking, text, asking === "place") && (asking !== "desired-outcome" || fits("wish", text, true));
}

/** Every clause with something in it, without blanks at its ends. */
export function clausesOf(plain: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (const match of plain.slice(start, end).matchAll(/[^,，。!?;；\n]+/g)) {
    const words = match[0].trim();
    const from = start + match.index + (match[0].length - match[0].trimStart().length);
    if (words !== "") found.push({ start: from, end: from + words.length });
  }
  return found;
}
