/** Numbers in words, dictated or spelled out: 一三八零零零零一一一一, "136四个0…", "one three eight, double zero …". */

import type { PersonalKind } from "../flows/reading.ts";
import { matchesOf } from "../matches.ts";
import { cueBefore } from "./detect-cues.ts";
import { isHotline, isLandline, isMobile, looksLikeCard, residentId } from "./detect-formats.ts";

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** Digits as they are said; 幺, 洞, 拐 on the telephone, capitals on forms. */
const HAN_DIGITS: Readonly<Record<string, string>> = {
  ...{ 零: "0", 〇: "0", "○": "0", 洞: "0", 一: "1", 壹: "1", 幺: "1", 二: "2", 贰: "2", 貳: "2", 两: "2", 兩: "2" },
  ...{ 三: "3", 叁: "3", 參: "3", 四: "4", 肆: "4", 五: "5", 伍: "5", 六: "6", 陆: "6", 陸: "6", 七: "7", 柒: "7" },
  ...{ 拐: "7", 八: "8", 捌: "8", 九: "9", 玖: "9" },
};
const HAN = "零〇○洞一壹幺二贰貳两兩三叁參四肆五伍六陆陸七柒拐八捌九玖";
const ENGLISH_DIGITS: Readonly<Record<string, string>> = {
  ...{ zero: "0", oh: "0", nought: "0", one: "1", two: "2", three: "3", four: "4" },
  ...{ five: "5", six: "6", seven: "7", eight: "8", nine: "9" },
};
const ENGLISH = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine";

const COUNTED = `[2-9两兩二三四五六七八九][个個][0-9${HAN}]`;
const HAN_ITEM = `(?:${COUNTED}|[0-9${HAN}])`;
const HAN_GAP = "(?:[ ,、.-]{0,2}(?:(?:[后後][面头頭]|然[后後]|再|接[着著]|最[后後]|加上?)[是加]?){0,2}[ ,、]?)";
const HAN_RUN = new RegExp(`${HAN_ITEM}(?:${HAN_GAP}${HAN_ITEM}){2,40}`, "g");
const HAN_PART = new RegExp(HAN_ITEM, "g");
const ENGLISH_ITEM = `(?:(?:double|triple|treble)[ -])?(?:${ENGLISH})`;
const ENGLISH_RUN = new RegExp(`\\b${ENGLISH_ITEM}(?:[ ,.-]{1,3}${ENGLISH_ITEM}\\b){5,40}`, "gi");
const ENGLISH_PART = new RegExp(ENGLISH_ITEM, "gi");

const SPOKEN = new RegExp(`[${HAN}](?:[ ,、-]?[${HAN}]){2}|[0-9${HAN}][个個][0-9${HAN}]`);
const SPOKEN_ENGLISH = new RegExp(`\\b(?:${ENGLISH})[ ,-]{1,2}(?:(?:double|triple|treble) )?(?:${ENGLISH})\\b`, "i");

interface Item {
  digits: string;
  start: number;
  end: number;
}

function hanItem(words: string): string {
  const digit = (c: string) => HAN_DIGITS[c] ?? c;
  if (words.length < 3) return digit(words);
  return digit(words[2] ?? "").repeat(Number(digit(words[0] ?? "")));
}
function englishItem(words: string): string {
  const word = words.toLowerCase().split(/[ -]/).at(-1) ?? "";
  const times = /^d/i.test(words) ? 2 : /^tr/i.test(words) ? 3 : 1;
  return (ENGLISH_DIGITS[word] ?? "").repeat(times);
}

/** What the digits are; null for none of a person's numbers. */
function kindOf(digits: string, text: string, start: number): PersonalKind | null {
  if (isMobile(digits)) return "phone";
  if (isHotline(digits)) return null;
  const right = residentId(digits);
  const cue = cueBefore(text, start)?.cue;
  if (digits.length === 18 && right.date && (right.check || cue === "id")) return "id-number";
  if (looksLikeCard(digits) && (digits.length >= 16 || cue === "card") && cue !== "reference") return "card-number";
  if (isLandline(digits)) return "phone";
  if (cue === "phone" && digits.length >= 7 && digits.length <= 12) return "phone";
  return null;
}

const ID_END = /^ ?(?:[xX×]|叉|艾克斯|埃克斯)/;

function numberIn(items: readonly Item[], text: string): Found | null {
  // A number may follow another word for one ("打一 一三八…") or be followed by one ("…一一一一直打不通").
  for (const [skip, drop] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [0, 2],
    [1, 1],
    [2, 0],
  ] as const) {
    const part = items.slice(skip, items.length - drop);
    const first = part[0];
    const last = part.at(-1);
    if (!first || !last) return null;
    const digits = part.map((item) => item.digits).join("");
    const x = digits.length === 17 ? (ID_END.exec(text.slice(last.end, last.end + 4))?.[0].length ?? 0) : 0;
    const kind = kindOf(x > 0 ? `${digits}X` : digits, text, first.start);
    if (kind) return { kind, start: first.start, end: last.end + x };
  }
  return null;
}

/** Numbers that are said in words at least in part. */
export function detectSpoken(text: string): Found[] {
  const found: Found[] = [];
  const scan = (run: RegExp, part: RegExp, digitsOf: (words: string) => string) => {
    for (const match of matchesOf(run, text)) {
      const items = matchesOf(part, match[0]).map((item) => ({
        digits: digitsOf(item[0]),
        start: match.index + item.index,
        end: match.index + item.index + item[0].length,
      }));
      const hit = numberIn(items, text);
      if (hit) found.push(hit);
    }
  };
  if (SPOKEN.test(text)) scan(HAN_RUN, HAN_PART, hanItem);
  if (SPOKEN_ENGLISH.test(text)) scan(ENGLISH_RUN, ENGLISH_PART, englishItem);
  return found;
}

/** The digits of a number as it was written or said, "x" of an identity number included; "" when there are none. */
export function digitsIn(text: string): string {
  const plain = text.normalize("NFKC");
  if (SPOKEN_ENGLISH.test(plain))
    return matchesOf(ENGLISH_PART, plain)
      .map((item) => englishItem(item[0]))
      .join("");
  const part = SPOKEN.test(plain) ? HAN_PART : /\d/g;
  const digits = matchesOf(part, plain)
    .map((item) => hanItem(item[0]))
    .join("");
  return /[xX×*]\s?$|叉$|艾克斯$|埃克斯$/.test(plain) ? `${digits}X` : digits;
}
