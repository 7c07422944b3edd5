/** Chinese and English number words to numbers. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  两: 2,
  俩: 2,
  贰: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const SECTIONS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

export const HAN_NUMBER = "[零〇一壹二两俩贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]";

/**
 * Value of a numeral such as 三千五 (3500), 一百零五 (105), 壹万贰仟叁佰 (12300), 二〇二六 (2026).
 * Null when it is vague (两三千) or no number.
 */
export function hanNumber(words: string): number | null {
  if (words.length === 0 || words.length > 20) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  let zero = false;
  let positional = "";
  for (const c of words) {
    const d = DIGITS[c];
    if (d !== undefined) {
      positional += d;
      if (digit !== null && !zero) {
        // Digits side by side are either a row of digits or a vague "two or three".
        if (!/^[零〇一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]{3,}$/.test(words)) return null;
      }
      digit = d;
      zero = d === 0;
      continue;
    }
    const unit = UNITS[c];
    if (unit !== undefined) {
      section += (digit === null || (digit === 0 && zero) ? 1 : digit) * unit;
      lastUnit = unit;
      digit = null;
      zero = false;
      continue;
    }
    const scale = SECTIONS[c];
    if (scale === undefined) return null;
    const before = section + (digit ?? 0);
    if (before === 0 && total === 0) return null;
    total = (total + before) * scale;
    section = 0;
    digit = null;
    zero = false;
    lastUnit = scale;
  }
  if (positional.length === [...words].length && positional.length >= 3) return Number(positional);
  if (digit !== null) {
    // 三千五 is 3500, 三千零五 is 3005.
    const zeroBefore = /[零〇].$/.test(words);
    section += lastUnit >= 100 && !zeroBefore ? digit * (lastUnit / 10) : digit;
  }
  return total + section;
}

/** The lower of a vague numeral: 两三千 is 2000, 十五六万 is 150000. Null when it is none. */
export function lowerNumber(words: string): number | null {
  const lower = words.replace(
    /([一二两三四五六七八九])([二三四五六七八九])(?=[十百佰千仟万亿]|$)/,
    (pair, low, high) => ((DIGITS[high] ?? 0) > (DIGITS[low] ?? 0) ? low : pair),
  );
  return lower === words ? null : hanNumber(lower);
}

/** "12", "十二": a whole number, or null. */
export function wholeNumber(words: string | undefined): number | null {
  if (words === undefined || words === "") return null;
  if (/^\d{1,9}$/.test(words)) return Number(words);
  return hanNumber(words);
}

const ENGLISH: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export const ENGLISH_NUMBER =
  "(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)(?:[ -](?:and )?|(?![a-z]))){1,8}";

/** "three thousand five hundred" is 3500; null when a word is no number. */
export function englishNumber(words: string): number | null {
  let total = 0;
  let section = 0;
  for (const word of words.trim().split(/[\s-]+/)) {
    if (word === "and" || word === "") continue;
    const value = ENGLISH[word];
    if (value !== undefined) section += value;
    else if (word === "hundred") section = (section || 1) * 100;
    else if (word === "thousand" || word === "million") {
      total += (section || 1) * (word === "thousand" ? 1000 : 1_000_000);
      section = 0;
    } else return null;
  }
  return total + section;
}

/** What a word for a power of ten stands for; 1 without one. */
export function scaleOf(scale: string | undefined): number {
  switch (scale) {
    case "百":
      return 100;
    case "千":
    case "k":
    case "thousand":
      return 1000;
    case "万":
    case "w":
      return 10_000;
    case "百万":
    case "million":
    case "mil":
      return 1_000_000;
    case "千万":
      return 10_000_000;
    case "billion":
      return 1_000_000_000;
    case "亿":
    case "个亿":
      return 100_000_000;
    default:
      return 1;
  }
}
