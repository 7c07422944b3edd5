/** How a figure is meant: for each time or each day, at most or at least, as a fee or as something else. */
import type { Figure } from "./figure.ts";

const PERIODS: readonly [string, RegExp][] = [
  ["each", /单笔|每笔|单次|每次|每件|单件|一次|\beach\b|at a time|per (?:transfer|withdrawal|transaction)|at once/i],
  ["day", /每天|每日|当天|当日|一天|日累计|\b(?:a|per|each) day\b|daily/i],
  ["month", /每个?月|每个自然月|按月|月费|\b(?:a|per|each) month\b|monthly/i],
  ["quarter", /每个?季度?|\b(?:a|per|each) quarter\b|quarterly/i],
  ["year", /每年|一年|年费|每个自然年|\b(?:a|per|each) (?:calendar )?year\b|yearly|annual/i],
  ["person", /每人|\beach person\b|per person/i],
];

const FEE = /(?<!消|自|免)费(?!用卡)|多少钱|收取?$|扣$|\bfees?\b|\bcharges?\b|\bcosts?\b/i;

interface Around {
  /** The piece of sentence before the figure, and after it up to the next figure or the end of the piece. */
  before: string;
  after: string;
  /** What the heads of the table or the clause's heading add. */
  context: string;
}

/** Two figures with different reckonings are about different things. */
export function reckoningOf(figure: Figure, { before, after, context }: Around): string {
  const periods = PERIODS.filter(([, words]) => words.test(`${before} ${after.slice(0, 12)}`));
  const inherited = periods.length > 0 ? periods : PERIODS.filter(([, words]) => words.test(context));
  const fee = figure.kind.startsWith("money") && (FEE.test(before.slice(-14)) || FEE.test(context));
  return [...inherited.map(([name]) => name), fee ? "fee" : "", boundOf(figure, before, after, fee)].join(" ").trim();
}

export const isFee = (reckoning: string): boolean => /\bfee\b/.test(reckoning);
/** "超过5万元的", "under 14", and "5万元以上的" in a piece that is a condition: says for whom, and states nothing itself. */
export function isThreshold(reckoning: string, condition: boolean): boolean {
  return /\bthreshold\b/.test(reckoning) || (condition && /\bmin\b/.test(reckoning));
}

function boundOf(figure: Figure, before: string, after: string, fee: boolean): string {
  const near = before.slice(-10);
  if (/^\s*(?:以上|及以上|起|以外)|^ (?:or|and) (?:more|over|above)/.test(after)) return "min";
  if (figure.kind.startsWith("money") && /^\s*以内[^，。）)\s]/.test(after)) return "threshold";
  if (/^\s*(?:以下|及以下|及以内)|^ (?:or|and) (?:less|under|below)/.test(after)) return "threshold";
  if (/(?:满|超过|不到|不足|不满|少于|达到|高于|低于|(?:more|less) than|over|under|after)\s*$/i.test(near))
    return "threshold";
  if (/(?:最低|最少|最短|至少|不少于|不低于|at least|minimum(?: of)?)\s*$/i.test(near)) return "min";
  if (/^\s*(?:之?后|以后|起)/.test(after) || /^ (?:after|later)/.test(after)) return "after";
  if (/^\s*(?:之?前|以前)/.test(after) || /^ (?:before|ahead|in advance)/.test(after) || /提前[^，]{0,2}$/.test(near))
    return "before";
  if (/一般|通常|大约|约$|多数|usually|normally|mostly|about $/i.test(before)) return "usual";
  if (fee && /(?:最高|最多|上限|不超过|at most|up to)\s*$/i.test(near)) return "max";
  return "";
}
