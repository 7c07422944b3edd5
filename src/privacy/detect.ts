/**
 * Finds personal data in what customers type. Every rule is a bounded scan over the
 * whole text, so a message of any length costs time in proportion to its length.
 *
 * Formats: resident ID 17 digits + check (GB 11643), cards 13–19 digits where Luhn is
 * only a hint (older domestic cards fail it), mobiles 11 digits from 1.
 */
import type { PersonalKind, PersonalSpan } from "../flows/reading.ts";
import { detectAddresses, detectEmails, detectNames } from "./detect-people.ts";
import { detectSecrets } from "./detect-secrets.ts";

const HAN = /[\u3400-\u9fff]/;

/** Full-width digits, letters and signs become ASCII; one unit stays one unit, so offsets keep. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

interface Token {
  digits: string;
  start: number;
  end: number;
}
interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function realDate(year: number, month: number, day: number): boolean {
  if (year < 1880 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Date and check digit of an 18-character resident ID. `check` may be x or X. */
function idLooksRight(id: string): { date: boolean; check: boolean } {
  const date = realDate(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (id.charCodeAt(i) - 48) * (ID_WEIGHTS[i] ?? 0);
  return { date, check: "10X98765432"[sum % 11] === id[17]?.toUpperCase() };
}

const ID_CUE =
  /(?:身份[证證]|[证證]件)[^0-9]{0,10}$|\bid(?:entity)?(?: card)?(?: (?:number|no\.?))?[^0-9a-z]{0,3}(?:is )?$/i;
const CARD_CUE =
  /(?:卡号|卡號|[这這那张張]卡|[用信行蓄记]卡)[^0-9]{0,6}$|\bcard(?: (?:number|no\.?))?[^0-9a-z]{0,3}(?:is )?$|\b(?:visa|mastercard|amex|unionpay)[^0-9a-z]{0,3}$/i;
const REFERENCE_CUE =
  /(?:[订訂运運工][单單]|[单單快]号|[单單]號|流水|[编編][号號]|交易[号號码]|快[递遞]|凭[证證][号號]?|[参參]考[号號]|\b(?:order|ref(?:erence)?|tracking|transaction|case|invoice|ticket)(?: (?:number|no\.?|id))?)[^0-9]{0,6}$/i;
const PHONE_CUE =
  /(?:[电電][话話]|手机|手機|座机|座機|[联聯][系繫絡络]方式|\b(?:phone|tel(?:ephone)?|call me (?:at|on)))[^0-9]{0,6}$/i;
const MOBILE = /^1[3-9]\d{9}$/;

/** What the digits starting at token `i` are, and how many tokens they take. */
function classify(
  tokens: readonly Token[],
  i: number,
  text: string,
): { kind: PersonalKind; take: number; end?: number } | null {
  const first = tokens[i];
  if (!first) return null;
  const before = text.slice(Math.max(0, first.start - 24), first.start);
  if (/[A-Za-z]-?$/.test(before) && !/\b(?:phone|tel|card|id|no)-?$/i.test(before)) return null;
  const second = tokens[i + 1];
  const third = tokens[i + 2];
  const join = (take: number) =>
    tokens
      .slice(i, i + take)
      .map((t) => t.digits)
      .join("");
  const next = text[first.end];

  if (first.digits.length === 17 && (next === "x" || next === "X")) {
    const right = idLooksRight(`${first.digits}X`);
    if ((right.date && right.check) || ID_CUE.test(before)) return { kind: "id-number", take: 1, end: first.end + 1 };
  }
  if (first.digits.length === 18) {
    const right = idLooksRight(first.digits);
    if ((right.date && right.check) || ID_CUE.test(before)) return { kind: "id-number", take: 1 };
  }
  if (first.digits.length === 15 && ID_CUE.test(before)) return { kind: "id-number", take: 1 };
  if (first.digits.length === 6 && second?.digits.length === 8 && third) {
    const tail = third.digits.length === 3 && /[xX]/.test(text[third.end] ?? "") ? "X" : "";
    const id = join(3) + tail;
    if (id.length === 18 && idLooksRight(id).date && idLooksRight(id).check) {
      return { kind: "id-number", take: 3, end: third.end + tail.length };
    }
  }

  const plus = /\+ ?$/.test(before);
  if (MOBILE.test(first.digits) || /^(?:00)?861[3-9]\d{9}$/.test(first.digits)) return { kind: "phone", take: 1 };
  if (/^(?:00)?86$/.test(first.digits) && second) {
    if (MOBILE.test(second.digits)) return { kind: "phone", take: 2 };
    if (
      second.digits.length === 3 &&
      MOBILE.test(
        tokens
          .slice(i + 1, i + 4)
          .map((t) => t.digits)
          .join(""),
      )
    ) {
      return { kind: "phone", take: 4 };
    }
  }
  if (first.digits.length === 3 && second?.digits.length === 4 && third?.digits.length === 4 && MOBILE.test(join(3))) {
    return { kind: "phone", take: 3 };
  }
  if (plus && first.digits.length <= 15) {
    let take = 1;
    while (take < 5 && tokens[i + take] && join(take + 1).length <= 15) take += 1;
    if (join(take).length >= 9) return { kind: "phone", take };
  }
  if (REFERENCE_CUE.test(before) && !CARD_CUE.test(before)) return null;

  const card = cardAt(tokens, i, before);
  if (card > 0) return { kind: "card-number", take: card };

  if (/^0(?:10|2\d|[3-9]\d{2})$/.test(first.digits) && second && /^[2-8]\d{6,7}$/.test(second.digits)) {
    return { kind: "phone", take: 2 };
  }
  if (/^0(?:10|2\d)[2-8]\d{7}$|^0[3-9]\d{2}[2-8]\d{6,7}$/.test(first.digits)) return { kind: "phone", take: 1 };
  if (/^[2-9]\d{2}$/.test(first.digits) && !/^[48]00$/.test(first.digits) && second && third) {
    if (/^\d{3}$/.test(second.digits) && third.digits.length === 4) return { kind: "phone", take: 3 };
  }
  if (/^[2-9]\d{6,7}$/.test(first.digits) && PHONE_CUE.test(before)) return { kind: "phone", take: 1 };
  return null;
}

/** Number of tokens that form a card number at `i`, 0 when none. */
function cardAt(tokens: readonly Token[], i: number, before: string): number {
  let digits = "";
  for (let take = 1; take <= 6; take += 1) {
    const token = tokens[i + take - 1];
    if (!token) break;
    digits += token.digits;
    if (digits.length > 19) break;
    const following = tokens[i + take];
    const grouped =
      take === 1 || tokens.slice(i, i + take - 1).every((t) => t.digits.length >= 4 && t.digits.length <= 6);
    if (digits.length < 13 || !grouped) continue;
    // "6222 0000 0000 000 8827": go on while the next group still fits.
    if (take > 1 && following && following.digits.length <= 4 && digits.length + following.digits.length <= 19)
      continue;
    const cue = CARD_CUE.test(before);
    if (cue) return take;
    if (!/^[34569]/.test(digits)) continue;
    if (digits.length >= 16 || luhn(digits)) return take;
  }
  return 0;
}

function detectNumbers(text: string): Found[] {
  const found: Found[] = [];
  for (const run of text.matchAll(/\d(?:(?: ?- ?|[ .](?=\d))?\d)*/g)) {
    if (run[0].length < 7) continue;
    const tokens: Token[] = [];
    for (const group of run[0].matchAll(/\d+/g)) {
      const start = run.index + group.index;
      tokens.push({ digits: group[0], start, end: start + group[0].length });
    }
    for (let i = 0; i < tokens.length; ) {
      const hit = classify(tokens, i, text);
      const first = tokens[i];
      const last = tokens[i + (hit?.take ?? 1) - 1];
      if (!hit || !first || !last) {
        i += 1;
        continue;
      }
      const plus = hit.kind === "phone" && text[first.start - 1] === "+" ? 1 : 0;
      found.push({ kind: hit.kind, start: first.start - plus, end: hit.end ?? last.end });
      i += hit.take;
    }
  }
  // "(021) 6288 1234": the bracket splits the run of digits.
  for (const landline of text.matchAll(
    /\(0\d{2,3}\) ?[2-8]\d{2,3}[ -]?\d{4}(?!\d)|\([2-9]\d{2}\) ?\d{3}[- ]\d{4}(?!\d)/g,
  )) {
    found.push({ kind: "phone", start: landline.index, end: landline.index + landline[0].length });
  }
  return found;
}

/**
 * All personal data in `text`, in order, without overlaps. Offsets are UTF-16 units into `text`,
 * end exclusive, and `span.text` is exactly that slice. Hotlines (95588, 400-…, 12378), amounts,
 * dates, order and case numbers are not personal data.
 */
export function detectPersonal(text: string): PersonalSpan[] {
  const plain = narrow(text);
  const found: Found[] = [
    ...detectSecrets(plain),
    ...(/\d{3}/.test(plain) ? detectNumbers(plain) : []),
    ...detectEmails(plain),
    ...detectAddresses(plain),
    ...detectNames(plain),
  ];
  const order: Found[] = [];
  const taken = found.map((span, rank) => ({ ...span, rank })).sort((a, b) => a.start - b.start || a.rank - b.rank);
  for (const span of taken) {
    const last = order.at(-1);
    if (last && span.start < last.end) {
      // The earlier start wins, except that a secret inside anything else must never survive.
      if (span.kind !== "secret" || last.kind === "secret") {
        if (last.kind === "secret" && span.end > last.end) last.end = span.end;
        continue;
      }
      last.kind = "secret";
      last.end = Math.max(last.end, span.end);
      continue;
    }
    order.push({ kind: span.kind, start: span.start, end: span.end });
  }
  return order.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

/**
 * Replaces every password, one-time code and CVV. Runs before anything is stored: authentication
 * data is the highest class and may not be kept (JR/T 0171-2020).
 */
export function removeSecrets(text: string): { text: string; removed: number } {
  const secrets = detectPersonal(text).filter((span) => span.kind === "secret");
  if (secrets.length === 0) return { text, removed: 0 };
  const mark = HAN.test(text) ? "[已删除]" : "[removed]";
  let out = "";
  let from = 0;
  for (const span of secrets) {
    out += text.slice(from, span.start) + mark;
    from = span.end;
  }
  return { text: out + text.slice(from), removed: secrets.length };
}
