/** Money: "12,860块", "三千五", "1.2万", "20w", "HK$300", "three thousand dollars". */
import type { FactDraft, FactSource } from "./draft.ts";
import { overlaps } from "./draft.ts";
import { ENGLISH_NUMBER, englishNumber, HAN_NUMBER, hanNumber } from "./numerals.ts";

const PREFIX =
  "(?:(us|hk|nt|au?|ca?|sg?)?\\$|([¥£€])|(?<![a-z])(usd|hkd|rmb|cny|eur|gbp|jpy|aud|cad|sgd)|(人民币|美元|美金|港币|欧元|英镑|日元))";
const UNIT =
  "(块钱|元钱|元整|圆整|元人民币|块人民币|人民币|美元|美金|美刀|港币|港元|港纸|欧元|英镑|日元|日币|澳元|澳币|加元|加币|新币|新台币|台币|泰铢|卢布|韩元|块(?!儿|地|石|钱包)|元(?![旦宵月素])|圆|刀(?!子|具)|蚊|大洋|角钱?|毛钱?|分钱|(?:us|hk|hong kong|u\\.s\\.) dollars?(?![a-z])|(?:dollars?|bucks?|yuan|pounds?|quid|euros?|cents?|rmb|cny|usd|hkd|eur|gbp|jpy|aud|cad|sgd|yen|kuai)(?![a-z]))";
const SCALE = "(百万|千万|十万|万|亿|千|百|million|thousand|mil(?![a-z])|[wk](?![a-z]))";

const ARABIC = new RegExp(
  `(?:${PREFIX} ?)?(?<![\\d.#-])(\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d{1,2})?(?!\\d)|\\d{1,15}(?:\\.\\d{1,4})?)(?: ?${SCALE}(?:([1-9一二两三四五六七八九])([千百]?)(?![\\d十个次]))?)?( ?(?:多|余|来|几)(?=万|[元块美港人]|$|[,，。!? ]|的|钱)万?)? ?(?:${UNIT})?`,
  "g",
);
const HAN = new RegExp(
  `(?:${PREFIX} ?)?(?<![第几好])(${HAN_NUMBER}{1,16})(?:点(${HAN_NUMBER}{1,2})(万|亿|千)?)?( ?(?:多|余|来|几)万?)? ?(?:${UNIT})?`,
  "g",
);
const WORDS = new RegExp(
  `(?<![a-z])(${ENGLISH_NUMBER}) ?(dollars?|bucks?|yuan|pounds?|quid|euros?|rmb|cents?|hkd|us dollars|hong kong dollars|kuai)(?![a-z])`,
  "g",
);
/** After 块 or 元: 三块五, 12元5角3分. */
const FRACTION =
  /^([0-9一二两三四五六七八九])(?:[毛角](?:([0-9一二三四五六七八九])分?)?)?(?![0-9十百千万个次天人张笔年月号点])/;

/** A number followed by one of these counts something else. */
const OTHER_UNIT =
  /^ ?(?:个|下|次|天|人|张|笔|年|月|[日号]|点|分|小时|秒|度|股|条|封|家|位|岁|周|期|积分|%|倍|米|公里|里|斤|克|步|遍|趟|份|户|台|件|字|通|名|回|多个|多次|多天|多人|多张|多笔|多年|多岁|来个|来人|几个|几岁|余人|余次|级|楼|层|室|栋|路|星|秒|时|线|g|mb|kb|gb|times?|days?|hours?|minutes?|weeks?|months?|years?|people|customers|users|transactions?|calls?|points?|miles|km|pm|am|percent|st |nd |rd |th)/;
const MONEY_VERB =
  /(?:刷|扣|转|取|存|花|亏|损失|还|充|收|付|少|汇|消费|支出|划|赔|退|借|贷|欠|交|缴|投|被骗|骗|一共|总共|共计|共|金额|总额|余额|本金|卖|值|剩|损|显示|变成|只有|才有|才给|只给)(?:了|走|掉|出|入|到|给|我|他|她|去|的|是|为|有|大概|差不多|约|大约|将近|近|快|整整|:| |款|费|账|进去|给我|回)*$/;
const ENGLISH_VERB =
  /(?:charged?|paid|pay|down|short|minus|payment|transaction|charge|withdrawal|purchase|lost|took|taken|withdrew|withdraw|transferred|transfer|sent|spent|deducted|debited|refund(?:ed)?|owe|amount|total|balance|fee|cost|worth)(?: me| us| my account| of| is| was| about| over| around| almost| nearly| approximately|:)* ?$/;
const REFERENCE_BEFORE =
  /(?:尾号|后四位|末四位|卡号|账号|单号|编号|工号|[电话热线]话?|流水号|拨打|致电|ending(?: in| with)?|last four|no\.?|number|room|id|r|c)[^\d]{0,4}$/;

const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:us|usd|美|刀|u\.s)|^\$|dollar|buck|^cents?/, "USD"],
  [/hkd|^hk|hong kong|港|蚊/, "HKD"],
  [/€|eur|欧/, "EUR"],
  [/£|gbp|pound|quid|英/, "GBP"],
  [/jpy|yen|日/, "JPY"],
  [/^au?$|aud|澳/, "AUD"],
  [/^ca?$|cad|加/, "CAD"],
  [/^sg?$|sgd|新币/, "SGD"],
  [/^nt|台币/, "TWD"],
  [/泰铢/, "THB"],
  [/卢布/, "RUB"],
  [/韩元/, "KRW"],
];
/** Currencies without a minor unit. */
const WHOLE = new Set(["JPY", "KRW"]);

function currencyOf(sign: string | undefined): string {
  if (!sign) return "CNY";
  if (/^(?:hk|hong kong)/.test(sign)) return "HKD";
  for (const [pattern, code] of CURRENCIES) if (pattern.test(sign)) return code;
  return "CNY";
}

function scaleOf(scale: string | undefined): number {
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
    case "十万":
      return 100_000;
    case "百万":
    case "million":
    case "mil":
      return 1_000_000;
    case "千万":
      return 10_000_000;
    case "亿":
      return 100_000_000;
    default:
      return 1;
  }
}

const digitOf = (c: string | undefined) =>
  c === undefined || c === "" ? 0 : /\d/.test(c) ? Number(c) : (hanNumber(c) ?? 0);

interface Candidate {
  value: number;
  start: number;
  end: number;
  sign: string | undefined;
  unit: string | undefined;
  scaled: boolean;
}

function signOf(match: RegExpMatchArray): string | undefined {
  const [whole, letters, symbol, code, word] = match;
  if (letters) return letters;
  return symbol ?? code ?? word ?? (/^(?:[a-z]{0,2})\$/.test(whole) ? "$" : undefined);
}

function arabic(plain: string): Candidate[] {
  const out: Candidate[] = [];
  for (const match of plain.matchAll(ARABIC)) {
    const [whole, , , , , digits = "", scale, after, afterUnit, vague, unit] = match;
    const sign = signOf(match);
    if (digits.includes("，") && !unit) continue;
    let value = Number(digits.replace(/[,，]/g, "")) * scaleOf(scale);
    if (after) value += digitOf(after) * (afterUnit ? scaleOf(afterUnit) : scaleOf(scale) / 10);
    if (vague?.includes("万")) value *= 10_000;
    const lead = whole.length - whole.trimStart().length;
    out.push({
      value,
      start: match.index + lead,
      end: match.index + whole.trimEnd().length,
      sign,
      unit,
      scaled: scale !== undefined || vague !== undefined,
    });
  }
  return out;
}

function han(plain: string): Candidate[] {
  const out: Candidate[] = [];
  for (const match of plain.matchAll(HAN)) {
    const [whole, , , , , raw = "", point, pointScale, vague, unit] = match;
    const sign = signOf(match);
    // 万一, 千万 and 一 alone are words, not sums.
    if (/^[万亿千百]/.test(raw)) continue;
    let value = hanNumber(raw);
    if (value === null) continue;
    if (point) {
      const decimals = hanNumber(point);
      if (decimals === null || (!pointScale && !unit)) continue;
      value = (value + decimals / 10 ** point.length) * scaleOf(pointScale);
    }
    if (vague?.includes("万")) value *= 10_000;
    const scaled = /[百佰千仟万亿]/.test(raw) || pointScale !== undefined;
    const lead = whole.length - whole.trimStart().length;
    out.push({ value, start: match.index + lead, end: match.index + whole.trimEnd().length, sign, unit, scaled });
  }
  return out;
}

/** Small change inside the unit: 五毛, 八角, 一分钱, 20 cents. */
function unitFactor(unit: string | undefined): number {
  if (!unit) return 1;
  if (/^[角毛]/.test(unit)) return 0.1;
  return /^分|^cents?/.test(unit) ? 0.01 : 1;
}

const NOT_BUT = /(?:不是|并非|\bnot) ?(\d[\d,.]*)(?:元|块)?[,，;]? ?(?:(?:而|应该)?是|but|it's|it was)? ?$/;
/**
 * "之前说的1200不对，应该是1180": a number put right by another. Four digits each could be the tail of a card,
 * unless one of them is round.
 */
function putRight(plain: string, start: number, text: string): boolean {
  if (!/\d/.test(text) || text.startsWith("0") || /尾号|后四位|卡号|电话|手机|单号|ending|card|phone/.test(plain))
    return false;
  const before =
    /(\d[\d,.]*) ?(?:不对|错了?|有误|不是|is wrong|was wrong|is not right)[^\d]{0,16}(?:是|为|be|is|was) ?$/.exec(
      plain.slice(Math.max(0, start - 40), start),
    ) ?? NOT_BUT.exec(plain.slice(Math.max(0, start - 40), start));
  if (!before || (text.length < 3 && !/[.,]/.test(text))) return false;
  const other = before[1] ?? "";
  return !/^\d{4}$/.test(text) || !/^\d{4}$/.test(other) || text.endsWith("0") || other.endsWith("0");
}

function accepts(candidate: Candidate, source: FactSource, taken: readonly { start: number; end: number }[]): boolean {
  const { plain } = source;
  const { start, end, unit, sign, scaled } = candidate;
  const text = plain.slice(start, end);
  const before = plain.slice(Math.max(0, start - 16), start);
  const after = plain.slice(end, end + 8);
  // "一块去", "一毛钱都没退": idioms.
  if (/^一(?:块|毛|角|分|刀)$/.test(text) && !/^[钱五六七八九]/.test(after) && !MONEY_VERB.test(before)) return false;
  if (/^一(?:毛|分|块)钱?$/.test(text) && /^(?:都|也|没|不)/.test(after)) return false;
  if (sign !== undefined || unit !== undefined) return true;
  // "补充一下", "扣一次": a bare one is no sum.
  if (text === "一" || /补充$/.test(before)) return false;
  if (overlaps(taken, start, end)) return false;
  if (
    OTHER_UNIT.test(after) ||
    REFERENCE_BEFORE.test(before) ||
    /^[-/:.]\d|^[a-z]/.test(after) ||
    /[a-z\d][-_]?$/.test(before.trimEnd() === before ? before : "")
  )
    return false;
  if (source.asking === "amount") return !/^0\d/.test(text);
  if (scaled) return !/^[一两]?百分|^几/.test(text) && !/^分之/.test(after);
  if (putRight(plain, start, text)) return true;
  return MONEY_VERB.test(before) || (/\d/.test(text) && ENGLISH_VERB.test(before));
}

/** Sums of money. `taken` are spans that are already dates, tails or references. */
export function findAmounts(source: FactSource, taken: readonly { start: number; end: number }[]): FactDraft[] {
  const { plain } = source;
  const facts: FactDraft[] = [];
  const candidates: Candidate[] = [];
  if (/\d/.test(plain)) candidates.push(...arabic(plain));
  if (/[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/.test(plain)) candidates.push(...han(plain));
  if (/dollar|buck|yuan|pound|quid|euro|rmb|cent|hkd|kuai/.test(plain)) {
    for (const match of plain.matchAll(WORDS)) {
      const value = englishNumber(match[1] ?? "");
      if (value !== null && value > 0)
        candidates.push({
          value,
          start: match.index,
          end: match.index + match[0].length,
          sign: undefined,
          unit: match[2],
          scaled: false,
        });
    }
  }
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  let lastEnd = -1;
  for (const candidate of candidates) {
    if (candidate.start < lastEnd || !accepts(candidate, source, taken)) continue;
    let { value, end } = candidate;
    if (candidate.unit && /^[块元]$/.test(candidate.unit)) {
      const fraction = FRACTION.exec(plain.slice(end, end + 8));
      if (fraction) {
        value += digitOf(fraction[1]) / 10 + digitOf(fraction[2]) / 100;
        end += fraction[0].length;
      }
    }
    const currency = currencyOf(candidate.sign ?? candidate.unit);
    const minor = Math.round(value * unitFactor(candidate.unit) * (WHOLE.has(currency) ? 1 : 100));
    if (!Number.isSafeInteger(minor)) continue;
    facts.push({ name: "amount", value: { minor, currency }, start: candidate.start, end });
    lastEnd = end;
  }
  return facts;
}
