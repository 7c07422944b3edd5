/**
 * What a row of digits may be by its form alone: resident ID (GB 11643), mobile from 1, landline with area code,
 * numbers abroad, a bank's or shop's hotline, card by its first digits. Luhn is only a hint: older domestic cards fail it.
 */

export function luhn(digits: string): boolean {
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

/** Place and date, and the check digit, of an 18-character resident ID; its last may be X. */
export function residentId(id: string): { date: boolean; check: boolean } {
  if (!/^[1-8]\d{16}[\dX]$/.test(id)) return { date: false, check: false };
  const date = realDate(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (id.charCodeAt(i) - 48) * (ID_WEIGHTS[i] ?? 0);
  return { date, check: "10X98765432"[sum % 11] === id[17] };
}

/** An old 15-digit ID: place, two-digit year, month, day. */
export function oldResidentId(id: string): boolean {
  return (
    /^[1-8]\d{14}$/.test(id) &&
    realDate(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)))
  );
}

export const isMobile = (digits: string): boolean => /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits);

const DOMESTIC = /^(?:0(?:10|2\d)[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$/;
/** With 86 the area code's 0 is left out or stands in brackets. */
const DOMESTIC_86 = /^(?:00)?860?(?:(?:10|2\d)[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/;
export const isLandline = (digits: string): boolean => DOMESTIC.test(digits) || DOMESTIC_86.test(digits);

/** Numbers every caller may dial free or at a flat rate: 400-, 800-, 0800, 1-888 … No person has one. */
export const isHotline = (digits: string): boolean =>
  /^(?:[48]00\d{7}|0(?:800|808|845|300|333|345)\d{6,7}|1?8(?:00|88|77|66|55|44|33)[2-9]\d{6})$/.test(digits);

/** UK, Taiwan and Australia as dialled at home. */
export const isAbroadAtHome = (digits: string): boolean => /^0(?:7\d{9}|[12]\d{8,9}|9\d{8}|4\d{8})$/.test(digits);

/** North America: neither area code nor exchange begins with 0 or 1. */
export const isAmerican = (digits: string): boolean => /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);

const LENGTHS: readonly [RegExp, number, number][] = [
  [/^86/, 12, 14],
  [/^85[23]/, 11, 11],
  [/^886/, 11, 13],
  [/^1/, 11, 11],
  [/^44/, 11, 13],
  [/^65/, 10, 10],
  [/^61/, 11, 12],
  [/^8[12]/, 11, 13],
];

/** Digits with the country's code first, without + or 00: [fewest, most] digits such a number has. */
export function lengthsAbroad(digits: string): [number, number] {
  const known = LENGTHS.find(([code]) => code.test(digits));
  return known ? [known[1], known[2]] : [9, 14];
}

/** Whether first digits and length are those of a card; Luhn decides where the first digits say little. */
export function looksLikeCard(digits: string): boolean {
  const { length } = digits;
  if (length < 13 || length > 19) return false;
  if (/^62/.test(digits)) return length >= 16 || luhn(digits);
  if (length === 16 && /^(?:4|5[1-5]|2[2-7]|35|6)/.test(digits)) return !/^2/.test(digits) || luhn(digits);
  if (length === 15) return /^3[47]/.test(digits) && luhn(digits);
  if (length === 14) return /^3[068]/.test(digits) && luhn(digits);
  if (length === 13) return /^4/.test(digits) && luhn(digits);
  if (/^(?:60|95[59]|9[04])/.test(digits)) return true;
  return /^[3-69]/.test(digits) && luhn(digits);
}
