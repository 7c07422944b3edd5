/** Numbers that may be money: figure, scale, what follows the scale, words of approximation, unit. */
import { matchesOf } from "../../../matches.ts";
import { SIGN_BEFORE, UNIT_AT } from "./currencies.ts";
import { inWords } from "./money-words.ts";
import { HAN_NUMBER, hanNumber, lowerNumber, scaleOf } from "./numerals.ts";

export interface Candidate {
  value: number;
  /** With its sign. */
  start: number;
  /** Without its sign. */
  figure: number;
  end: number;
  sign: string | undefined;
  unit: string | undefined;
  /** 百, 千, 万, k: large numbers that are money unless something else is counted. */
  scaled: boolean;
  /** "93,000". */
  grouped: boolean;
  /** Behind a hyphen: the second of a range, or part of a number of another kind. */
  dashed: boolean;
}

const FIGURE = /(?<![\d.#])(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?(?!\d)|\d{1,15}(?:\.\d{1,4})?)/g;
const HAN_FIGURE = new RegExp(`(?<![第几好数])${HAN_NUMBER}{1,16}`, "g");
const HAN_DECIMALS = /点([零一二两三四五六七八九]{1,3})(万|亿|千)?/y;
const SCALE_AT =
  / ?(百万|千万|万|w(?![a-z])|亿|千|百|个亿|billion(?![a-z])|million(?![a-z])|thousand(?![a-z])|mil(?![a-z])|k(?![a-z]))/y;
const PIECE_AT = /([零〇])?(\d{1,4}|[一二两三四五六七八九])([千百十])?/y;
const VAGUE_AT =
  / ?(?:多(?![付收扣交给算出花退还劳余长久少])|余(?![额下的])|来(?=[块元万美港人蚊钱欧个次天])|几(?=[块元万蚊钱个次天])|把(?=块))万?/y;
/** Approximation behind the unit: "3000块左右". */
const ABOUT_AT = /(?:左右|上下|出头|开外)/y;
const RANGE_AT = / ?(?:[-~]|到|至|to) ?(?=[\d一二两三四五六七八九十])/y;
/** After a number that ends in 一: 三万一直没到 is 三万. */
const ONE_WORD =
  /^(?:直|下|次|点|些|样|定|起|共|律|旦|切|般|刀|分|毛|个|笔|天|年|月|张|条|套|把|并|手|声|边|面|会|本|份|家|名|位|趟|遍|周|封|番|概|夜|早|查|看|问|算)/;
/** After a digit that counts something of its own: 五百三次. */
const COUNTED = /^(?:次|个(?!亿)|笔|天|张|条|年|月|遍|趟|份|封|名|位|小时|分钟|期|周|星期|套|号|日|点|岁|[\d.:/%])/;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

const digitOf = (words: string) => (/\d/.test(words) ? Number(words) : (hanNumber(words) ?? 0));

/** 1w2, 2万8千6, 1万2000, 3千零50: what stands behind the scale. */
function behindScale(text: string, index: number, scale: number): { value: number; end: number } {
  let [value, end, last] = [0, index, scale];
  for (;;) {
    const piece = at(PIECE_AT, text, end);
    if (!piece) return { value, end };
    const [whole, zero, digits = "", unit] = piece;
    const after = text.slice(end + whole.length, end + whole.length + 3);
    if (!unit && (COUNTED.test(after) || (digits === "一" && ONE_WORD.test(after)))) return { value, end };
    const size = unit === "千" ? 1000 : unit === "百" ? 100 : unit === "十" ? 10 : 0;
    if (size > 0) {
      if (size >= last || digits.length > 1) return { value, end };
      value += digitOf(digits) * size;
      [end, last] = [end + whole.length, size];
      continue;
    }
    if (digits.length === 1) value += digitOf(digits) * (zero ? 1 : last / 10);
    else if (zero || digits.length === String(last).length - 1 || (last === 10_000 && digits.length === 3))
      value += Number(digits);
    else return { value, end };
    return { value, end: end + whole.length };
  }
}

/** Number, approximation, unit and again approximation, from where the figure ends. */
function finished(text: string, value: number, start: number, from: number, scaled: boolean, grouped: boolean) {
  let [sum, end] = [value, from];
  const vague = at(VAGUE_AT, text, end);
  if (vague) {
    end += vague[0].length;
    if (vague[0].endsWith("万")) sum *= 10_000;
  }
  const unit = at(UNIT_AT, text, end);
  if (unit) end += unit[0].length;
  const about = at(ABOUT_AT, text, end);
  if (about) end += about[0].length;
  const sign = SIGN_BEFORE.exec(text.slice(Math.max(0, start - 6), start));
  return {
    value: sum,
    start: start - (sign?.[0].length ?? 0),
    figure: start,
    end,
    sign: sign?.[0].replace(/[ :]$/, ""),
    unit: unit?.[1],
    scaled: scaled || vague !== null,
    grouped,
    dashed: false,
  } satisfies Candidate;
}

function inFigures(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const match of matchesOf(FIGURE, text)) {
    const [digits] = match;
    const start = match.index;
    // "6222-8827" is no sum, "-35.60" is.
    const dashed = /[a-z\d]-$/.test(text.slice(Math.max(0, start - 2), start));
    let [value, end] = [Number(digits.replace(/[,，]/g, "")), start + digits.length];
    const scale = at(SCALE_AT, text, end);
    if (scale) {
      const size = scaleOf(scale[1]);
      value *= size;
      end += scale[0].length;
      if (!digits.includes(".")) {
        const more = behindScale(text, end, size);
        value += more.value;
        end = more.end;
      }
    }
    const candidate = finished(text, value, start, end, scale !== null, /[,，]/.test(digits));
    if (digits.includes("，") && !candidate.unit) continue;
    out.push({ ...candidate, dashed });
  }
  return out;
}

/** The numeral without a last digit that belongs to the next word. */
function ownDigits(raw: string, after: string): string {
  const last = raw.at(-1) ?? "";
  if (raw.length < 2 || !/[百千万亿]/.test(raw.at(-2) ?? "") || !/[一二两三四五六七八九]/.test(last)) return raw;
  return (last === "一" && ONE_WORD.test(after)) || COUNTED.test(after) ? raw.slice(0, -1) : raw;
}

function inHan(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const match of matchesOf(HAN_FIGURE, text)) {
    const start = match.index;
    let raw = match[0];
    raw = ownDigits(raw, text.slice(start + raw.length, start + raw.length + 3));
    let end = start + raw.length;
    // 万一, 千万 and 百 alone are words, not sums; 百来块 and 千把块 are.
    if (/^[万亿千百]/.test(raw) && !(/^[万千百]$/.test(raw) && /^(?:来|把)块/.test(text.slice(end, end + 2)))) continue;
    let value = raw.length === 1 && /[万千百]/.test(raw) ? scaleOf(raw) : (hanNumber(raw) ?? lowerNumber(raw));
    if (value === null) continue;
    let scaled = /[百佰千仟万亿]/.test(raw);
    const point = at(HAN_DECIMALS, text, end);
    const decimals = point ? hanNumber(point[1] ?? "") : null;
    if (point && decimals !== null) {
      const to = end + point[0].length;
      if (!point[2] && !at(UNIT_AT, text, to)) continue;
      value = (value + decimals / 10 ** (point[1] ?? "").length) * scaleOf(point[2]);
      end = to;
      scaled ||= point[2] !== undefined;
    } else if (at(/个亿/y, text, end)) {
      value *= 100_000_000;
      end += 2;
      scaled = true;
    }
    out.push(finished(text, value, start, end, scaled, false));
  }
  return out;
}

/** "3000到5000元", "2-3万": one sum, the lower. Raised "from 3 to 5" are two. */
function withRanges(text: string, candidates: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (let n = 0; n < candidates.length; n += 1) {
    const one = candidates[n];
    if (!one) continue;
    const next = candidates[n + 1];
    const link = next && !one.unit ? at(RANGE_AT, text, one.end) : null;
    const joined =
      next && link && next.start === one.end + link[0].length && (next.unit || next.scaled || one.sign) && !next.sign;
    if (one.dashed) continue;
    if (!joined || /(?:[从由自]|from |涨|降|升|减|提高|调)$/.test(text.slice(Math.max(0, one.start - 5), one.start))) {
      out.push(one);
      continue;
    }
    // "2到3万": the scale stands with the second number only.
    const size = !one.scaled && next.scaled && one.value < 100 ? next.value / leading(text, next) : 1;
    out.push({ ...one, value: one.value * size, end: next.end, unit: next.unit, scaled: next.scaled });
    n += 1;
  }
  return out;
}

function leading(text: string, candidate: Candidate): number {
  const digits = /^[\d.]+/.exec(text.slice(candidate.start))?.[0];
  return (digits ? Number(digits) : (hanNumber(text[candidate.start] ?? "") ?? 0)) || candidate.value;
}

/** Everything in plain text that could be money, in order of its start. */
export function moneyFigures(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  if (/\d/.test(text)) candidates.push(...inFigures(text));
  if (/[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]|[百千万][来把]块/.test(text)) candidates.push(...inHan(text));
  if (/hundred|thousand|million|dollar|buck|yuan|pound|quid|euro|rmb|cent|pence|hkd|usd|yen|kuai|grand/.test(text))
    candidates.push(...inWords(text));
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  return withRanges(text, candidates);
}
