/** Money: "12,860块", "三千五", "1.2万", "20w", "HK$300", "three thousand dollars". */
import { currencyOf, minorUnits, unitFactor } from "./currencies.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { overlaps } from "./draft.ts";
import { judge } from "./money-context.ts";
import { moneyFigures } from "./money-figures.ts";
import { hanNumber } from "./numerals.ts";

/** After 块 or 元: 三块五, 12元5角3分, 8块88. */
const FRACTION =
  /^(?:([0-9二两三四五六七八九]|一(?=[,，。!?;、 毛角的钱费]|$))(?:[毛角毫](?:([0-9一二三四五六七八九])分?)?钱?)?|(\d\d))(?![0-9十百千万个次天人张笔年月号点.%直下些样定起共律旦度分本斤份条封回单位包瓶周小])/;
/** After 毛 or 角: 三毛二. */
const CENTS = /^([0-9一二三四五六七八九])(?:分钱?)?(?![0-9十百千万个次天人张笔年月号点.%直下些样定起共律旦度本斤份条])/;

/** 三块五, 三毛二: what stands behind the unit, and where it ends. */
function fraction(plain: string, unit: string | undefined, end: number): { value: number; end: number } {
  const digit = (words: string | undefined) =>
    words === undefined ? 0 : /\d/.test(words) ? Number(words) : (hanNumber(words) ?? 0);
  const rest = plain.slice(end, end + 8);
  if (unit && /^(?:块|元|蚊)$/.test(unit)) {
    const found = FRACTION.exec(rest);
    if (found)
      return {
        value: digit(found[1]) / 10 + digit(found[2]) / 100 + digit(found[3]) / 100,
        end: end + found[0].length,
      };
  }
  if (unit && /^[毛角]$/.test(unit)) {
    const found = CENTS.exec(rest);
    if (found) return { value: digit(found[1]) / 100, end: end + found[0].length };
  }
  return { value: 0, end };
}

/** Between the sums of a list. */
const LISTED = /^ ?(?:[、,，/ ]|和|跟|及|与|又)+$/;

/** Sums of money. `taken` are spans that are already dates, tails or references. */
export function findAmounts(source: FactSource, taken: readonly { start: number; end: number }[]): FactDraft[] {
  const { plain } = source;
  type Amount = FactDraft & { name: "amount" };
  const facts: Amount[] = [];
  const numbers: Amount[] = [];
  let lastEnd = -1;
  for (const found of moneyFigures(plain)) {
    // "500 rmb 300": the code belongs to the number before it.
    const candidate = found.start < lastEnd ? { ...found, start: found.figure, sign: undefined } : found;
    if (candidate.start < lastEnd) continue;
    const verdict = judge(candidate, source, taken);
    if (verdict === "no") continue;
    const { unit, start } = candidate;
    const small = fraction(plain, unit, candidate.end);
    const currency = currencyOf(candidate.sign ?? unit);
    const minor = Math.round((candidate.value * unitFactor(unit) + small.value) * minorUnits(currency));
    if (!Number.isSafeInteger(minor)) continue;
    const fact: Amount = { name: "amount", value: { minor, currency }, start, end: small.end };
    if (verdict === "number") {
      numbers.push(fact);
      continue;
    }
    facts.push(fact);
    lastEnd = small.end;
  }
  // "年费200元……200我立刻补了": the same number again is the same sum. "5,000、9,000、12,000": so is one of a list.
  for (const round of [numbers, numbers.toReversed()]) {
    for (const number of round) {
      if (overlaps(facts, number.start, number.end) || number.value.minor < 1000) continue;
      const beside = (a: Amount, b: Amount) => a.end <= b.start && LISTED.test(plain.slice(a.end, b.start));
      const same = facts.some(
        (fact) => fact.value.minor === number.value.minor || beside(fact, number) || beside(number, fact),
      );
      if (same) facts.push(number);
    }
  }
  return facts.sort((a, b) => a.start - b.start);
}
