/** "不是三块，是三十", "it's 380, not 38": a number put right by numbers alone, in figures or in words. */
import type { Correction } from "../../flows/reading.ts";
import type { FactDraft } from "./facts/draft.ts";
import { ENGLISH_NUMBER, englishNumber, HAN_NUMBER, hanNumber } from "./facts/numerals.ts";

const FIGURES = String.raw`\d[\d,]*(?:\.\d+)?[万千k]?`;
const NUMBER = `(?:${FIGURES}|${HAN_NUMBER}{1,12}|${ENGLISH_NUMBER})`;
const UNIT = "(?:多?(?:元|块钱?|块|次|笔|天|个|张|yuan|rmb|quid|pounds?|dollars?|times))?";
const FORWARD = new RegExp(
  `(?:不是|并非|没有?|\\bnot) ?[¥$£]?(${NUMBER}) ?${UNIT} ?(?:吧|啊|的)?[，,、；;。 ]* ?(?:而是|应该是|其实是|是|but|it'?s|it was) ?[¥$£]?(${NUMBER})(?![\\d年月号日点:.])`,
  "u",
);
const BACKWARD = new RegExp(
  `(?:应该是|其实是|是|\\bit'?s|\\bit was) ?[¥$£]?(${NUMBER}) ?${UNIT}[，,、； ]* ?(?:不是|不只|\\bnot) ?[¥$£]?(${NUMBER})`,
  "u",
);

function numberOf(words: string | undefined): number | null {
  if (words === undefined) return null;
  const text = words.trim();
  const figures = /^([\d,]+(?:\.\d+)?)([万千k])?$/u.exec(text);
  if (figures) {
    const n = Number((figures[1] ?? "").replace(/,/gu, ""));
    const scale = figures[2] === "万" ? 10_000 : figures[2] ? 1000 : 1;
    return Number.isFinite(n) ? n * scale : null;
  }
  return /[a-z]/u.test(text) ? englishNumber(text) : hanNumber(text);
}

const ONLY_RIGHT =
  /(?:看错|说错|写错|记错|报错|打错|搞错|弄错|不对|错了|改一下|更正|sorry|wrong|mistake|correction)[^\d]{0,16}(?:应该是|是|应为|改成|改为|it'?s|it is|should be) ?(\d{4,11})(?!\d)/u;

/** "看错卡了，应该是2069": the wrong number isn't said again. */
function onlyRight(plain: string): NumberPutRight | null {
  const words = ONLY_RIGHT.exec(plain)?.[1];
  if (words === undefined) return null;
  const start = plain.lastIndexOf(words);
  return { was: null, is: Number(words), text: words, start, end: start + words.length, wrong: { start: 0, end: 0 } };
}

export interface NumberPutRight extends Correction {
  /** Where the wrong number stands. */
  wrong: { start: number; end: number };
}

/** The first such correction of the text, or null. What the numbers count is for the ledger to say. */
export function findCorrection(plain: string): NumberPutRight | null {
  if (plain.length > 200) return null;
  const forward = FORWARD.exec(plain);
  const backward = forward ? null : BACKWARD.exec(plain);
  const match = forward ?? backward;
  if (!match) return onlyRight(plain);
  const [was, is] = forward ? [match[1], match[2]] : [match[2], match[1]];
  const old = numberOf(was);
  const right = numberOf(is);
  if (old === null || right === null || old === right || is === undefined) return null;
  const words = is.trimEnd();
  const start = forward ? plain.lastIndexOf(words, match.index + match[0].length) : plain.indexOf(words, match.index);
  const wrong = plain.indexOf((was ?? "").trimEnd(), forward ? match.index : start + words.length);
  return {
    was: old,
    is: right,
    text: words,
    start,
    end: start + words.length,
    wrong: { start: wrong, end: wrong + (was ?? "").trimEnd().length },
  };
}

/** "不是三块，是三十": the unit stood with the wrong number only; the right one takes its place. */
export function putRight(facts: readonly FactDraft[], number: NumberPutRight): FactDraft[] {
  const over = (fact: FactDraft, span: { start: number; end: number }) =>
    fact.start < span.end && span.start < fact.end;
  if (facts.some((fact) => over(fact, number))) return [...facts];
  const { start, end } = number;
  return facts.map((fact) => {
    if (!over(fact, number.wrong)) return fact;
    if (fact.name === "amount")
      return { ...fact, value: { ...fact.value, minor: Math.round(number.is * 100) }, start, end };
    return fact.name === "count" ? { ...fact, value: { ...fact.value, n: number.is }, start, end } : fact;
  });
}
