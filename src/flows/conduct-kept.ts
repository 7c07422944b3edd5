/** What a rephrasing has to leave as it stands in its template: figures, dates, names, quotations, warnings. */
import type { SayAct } from "./acts.ts";
import { AMOUNTS, DATES } from "./commitments.ts";
import { WORDS } from "./conduct-words.ts";
import type { LedgerFact, State } from "./conversation.ts";
import { standing } from "./ledger.ts";
import { simplified } from "./script.ts";

/** One way of writing digits and letters, signs of punctuation left alone; simplified. */
export const plain = (text: string): string =>
  simplified(text).replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％．￥＄]/gu, (sign) => sign.normalize("NFKC"));

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([match]) => match.replace(/\s+/gu, " ").trim().toLowerCase());

/** How often each occurs in `more` beyond `less`. */
export function beyond(more: readonly string[], less: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of less) left.set(each, (left.get(each) ?? 0) + 1);
  return more.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

/** Matches of `pattern` in `rephrased` that `template` doesn't have; both plain. */
export const added = (rephrased: string, template: string, pattern: RegExp): string[] =>
  beyond(all(rephrased, pattern), all(template, pattern));

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && beyond(a, b).length === 0;

/** "R-7K2M-4821", "12,860.50元", "08:30", "138****5678", "①". A unit makes another number of the same digits. */
const WRITTEN =
  /[¥$€£]?\s?[A-Za-z\p{N}*]+(?:[-–.,:/][A-Za-z\p{N}*]+)*\s?(?:%|‰|[十百千万亿]+|个?工作日|个?小时|个?月|元|块|角|分钟?|年|周|天|日|号|点|时|秒|位|次|人|成|倍|折|(?:business |working )?(?:days?|hours?|minutes?|weeks?|months?|years?)\b|yuan\b|per ?cent\b)*/giu;
const NUMERAL = "[零〇一二两三四五六七八九十百千万亿半几数壹贰叁肆伍陆柒捌玖拾佰仟]";
const MEASURED = new RegExp(
  `百分之${NUMERAL}+|${NUMERAL}+(?:多|几|来)?个?(?:工作日|元|块|角|分钱|毛钱|万|亿|天|日|号|小时|钟头|分钟|刻钟|秒|周|星期|礼拜|月|季度|年|成|倍|折|位|%|期)`,
  "gu",
);
const MEASURED_EN =
  /\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|few|several|couple of|half an?)[ -](?:business |working |calendar )?(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|yuan|percent|per cent|digits?)\b/giu;
/** Counted things: none may be added. "一" alone counts nothing ("一下", "一位同事"). */
const COUNTED =
  /[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{2,}|[二两三四五六七八九十百半](?:个|次|回|件|笔|张|人|名|步|遍|句|条|份|项|家|台|岁)/gu;
const IDIOMS = /千万|万一|一一|十分|百般|万分/gu;
const COUNTED_EN =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundreds?|thousands?|million|twice|double|triple|both|half)\b/giu;
const DATE_WORDS =
  /今[天日晚早]|明[天日晚早年]|后[天年]|昨[天日晚]|前[天年]|当[天日晚]|次日|第二天|(?:周|星期|礼拜)[一二三四五六日天末]|[上下本这][个]?(?:周|月|星期|礼拜|季度)|月[底初中末]|年[底初中末]|[去今]年|凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|白天|[节假]后|国庆|春节|元旦|中秋|清明节?|端午|周末|工作日|\b(?:today|tomorrow|yesterday|tonight|weekend|morning|noon|afternoon|evening|midnight|daytime|o'clock|(?:this|next|last|coming) (?:week|month|year|quarter)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/giu;
const MONTHS =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|\d May\b|\bMay \d/gu;

/** Figures written in digits, in order: swapping two of them changes what is said. */
const written = (text: string): string[] =>
  all(text, WRITTEN)
    .filter((each) => /\p{N}/u.test(each))
    .map((each) => each.replace(/\s/gu, ""));

/** The same figures, amounts and counted things. Both texts plain. */
export function sameNumbers(template: string, rephrased: string): boolean {
  const [before, after] = [written(template), written(rephrased)];
  if (before.length !== after.length || before.some((each, at) => each !== after[at])) return false;
  if (!same(all(template, AMOUNTS), all(rephrased, AMOUNTS))) return false;
  if ([MEASURED, MEASURED_EN].some((pattern) => !same(all(template, pattern), all(rephrased, pattern)))) return false;
  const [counted, recounted] = [template.replace(IDIOMS, ""), rephrased.replace(IDIOMS, "")];
  return [COUNTED, COUNTED_EN].every((pattern) => added(recounted, counted, pattern).length === 0);
}

/** The same days, months and parts of the day. Both texts plain. */
export const sameDates = (template: string, rephrased: string): boolean =>
  [DATE_WORDS, MONTHS, DATES].every((pattern) => {
    const [before, after] = [new Set(all(template, pattern)), new Set(all(rephrased, pattern))];
    return before.size === after.size && [...before].every((each) => after.has(each));
  });

const QUOTED =
  /‘([^’\n]*)’|“([^”\n]*)”|「([^」\n]*)」|『([^』\n]*)』|《([^》\n]*)》|"([^"\n]*)"|〔([^〕\n]*)〕|\[([^\]\n]*)\]/gu;

/** What stands between quotation marks, in titles and as marks of citation. */
export const quotations = (text: string): string[] =>
  [...text.matchAll(QUOTED)].map((match) => match.slice(1).find((inner) => inner !== undefined) ?? "");

/** Sentences that name a password, a code or a whole number: what they warn of hangs on every word. */
export function warnings(template: string): string[] {
  return template
    .split(/(?<=[。！？；;!?\n]|\.\s)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => all(plain(sentence), WORDS.secret).length > 0);
}

/** Words of the acts and of the state that a text of theirs may hold: values, names, numbers, quotations. */
export function wordsOf(acts: readonly SayAct[], state: State): string[] {
  const words = acts.flatMap(wordsOfAct);
  for (const matter of state.matters) {
    words.push(matter.record, matter.case?.number ?? "", matter.case?.owner?.name ?? "");
    words.push(...standing(matter).flatMap(wordsOfFact));
  }
  for (const note of state.notes) words.push(note.record);
  return [...new Set(words.map((each) => each.trim()).filter((each) => each.length >= 2))];
}

function wordsOfAct(act: SayAct): string[] {
  const words: string[] = [];
  if ("record" in act) words.push(act.record);
  if ("number" in act) words.push(act.number);
  if ("staff" in act) words.push(act.staff.name);
  if ("words" in act) words.push(act.words);
  if ("text" in act) words.push(act.text);
  if ("options" in act) words.push(...act.options);
  if ("citations" in act) words.push(...act.citations.flatMap(({ title, quote }) => [title, quote]));
  if ("facts" in act) words.push(...act.facts.flatMap(wordsOfFact));
  if ("fact" in act) words.push(...wordsOfFact(act.fact), ...wordsOfFact(act.was));
  if ("found" in act) words.push(act.found.number, act.found.record, act.found.owner ?? "");
  return words;
}

/** Values that are words; figures and times are compared as such. A long one is said by its beginning. */
function wordsOfFact(fact: LedgerFact): string[] {
  if (typeof fact.value !== "string") return [];
  return fact.value.length > 120 ? [fact.value, fact.value.slice(0, 120)] : [fact.value];
}
