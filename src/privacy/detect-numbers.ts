/** Card, identity and phone numbers written in digits, in one group or in several. */

import type { PersonalKind } from "../flows/reading.ts";
import { matchesOf } from "../matches.ts";
import { type Cue, cueBefore, isMoney, isNumbered, saysCardAfter, saysIdAfter } from "./detect-cues.ts";
import {
  isAbroadAtHome,
  isAmerican,
  isHotline,
  isLandline,
  isMobile,
  lengthsAbroad,
  looksLikeCard,
  luhn,
  oldResidentId,
  residentId,
} from "./detect-formats.ts";
import { groupsOf, type Joint, type Row, rowsAt, type Token, tokenise } from "./detect-tokens.ts";

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}
interface Hit {
  /** Null: a number that is known to be none of a person's. */
  kind: PersonalKind | null;
  take: number;
  start?: number;
  end?: number;
}
interface Place {
  text: string;
  tokens: readonly Token[];
  at: number;
  rows: readonly Row[];
  cue: Cue | null;
  gap: number;
}

/** Letters may stand right before a number: "tel138…". Any others make it a part of a code: "R-138…". */
const LETTERS_BEFORE = /[A-Za-z]-?$/;
const SAYING_LETTERS =
  /(?<![A-Za-z])(?:phone|mobile|cell|tel|call|text|ring|vx|wx|v|wechat|whatsapp|on|at|is|to|or|and|card|visa|amex|id|no|number|app|hk|uk)-?$/i;
const ID_END = /^[ -]?[xX×хХ](?![A-Za-z])|^\*(?!\*)/;

/** A card digit by digit has 19 groups. */
const MOST_GROUPS = 19;

const only = (row: Row, ...allowed: Joint[]): boolean => row.joints.every((joint) => allowed.includes(joint));
/** "13,800,001,111" and "13 800 001 111". */
const thousands = (row: Row): boolean => /^[123](?:-3)+$/.test(row.shape);
/** "15-11-2026 …" and "18 11 2026 …". */
const dayFirst = (row: Row): boolean =>
  /^2-2-/.test(row.shape) && Number(row.digits.slice(0, 2)) <= 31 && Number(row.digits.slice(2, 4)) <= 12;

function identity({ text, rows, cue }: Place): Hit | null {
  for (const row of rows) {
    const { length } = row.digits;
    if (length < 15) continue;
    const after = text.slice(row.end, row.end + 16);
    const said = cue === "id" || saysIdAfter(after);
    const x = length === 17 ? (ID_END.exec(after)?.[0].length ?? 0) : 0;
    if (length === 18 || x > 0) {
      const right = residentId(length === 18 ? row.digits : `${row.digits}X`);
      // With other words around, a date in its place is enough: people slip in the last digit. Alone it must check.
      const alone = row.start === 0 && row.end + x === text.length;
      const likely = right.date && (right.check || said || (row.take === 1 && !alone && cue !== "reference"));
      if (likely || (said && row.take === 1)) return { kind: "id-number", take: row.take, end: row.end + x };
    }
    if (length === 15 && said && (row.take === 1 || oldResidentId(row.digits)))
      return { kind: "id-number", take: row.take };
    if (length === 17 && said && row.take === 1) return { kind: "id-number", take: 1 };
  }
  return null;
}

function mobile({ text, rows, cue }: Place): Hit | null {
  for (const row of rows) {
    if (!isMobile(row.digits)) continue;
    const hit: Hit = { kind: "phone", take: row.take };
    if (isMoney(text, row.start, row.end)) return null;
    if (isNumbered(text, row.start)) return { kind: null, take: row.take };
    if (row.take === 1) return hit;
    const shape = row.shape.replace(/^[24]-(?=\d)/, (code) => (row.digits.length > 11 ? "" : code));
    if (thousands(row) || dayFirst(row)) {
      if (cue !== "phone" || row.joints.includes("comma")) continue;
    }
    if (/^1-3-3-4$/.test(row.shape) && isHotline(row.digits)) return { kind: null, take: row.take };
    const usual = /^(?:3-4-4|3-8|7-4|5-6|11|(?:1-){10}1)$/.test(shape);
    if (only(row, "plain", "bracket") && cue !== "reference") return hit;
    if (usual || row.joints.includes("words")) return hit;
  }
  return null;
}

/** After + or 00, or with the country's code bare before a Hong Kong number. */
function abroad({ text, rows }: Place): Hit | null {
  const first = rows[0];
  if (!first) return null;
  const plus = /\+ ?\(?$/.test(text.slice(Math.max(0, first.start - 3), first.start));
  const zeros = /^00[1-9]/.test(first.digits) && (first.take < rows.length || first.digits.length >= 11);
  const bare = /^85[23]$/.test(first.digits) && rows.some((row) => /^85[23][2-9]\d{7}$/.test(row.digits));
  if (!plus && !zeros && !bare) return null;
  const fitting = rows.filter((row) => {
    const digits = zeros && !plus ? row.digits.slice(2) : row.digits;
    const [fewest, most] = lengthsAbroad(digits);
    return only(row, "plain", "dot", "bracket") && digits.length >= fewest && digits.length <= most;
  });
  const best = fitting.at(-1);
  return best ? { kind: "phone", take: best.take } : null;
}

function card(place: Place): Hit | null {
  const { text, rows, cue, gap, tokens, at } = place;
  const said = (cue === "card" || cue === "account") && gap <= 14;
  const fitting = rows.filter((row) => {
    const { length } = row.digits;
    if (length < 13 || !only(row, "plain", "dot", "line", "comma", "words")) return false;
    const after = text.slice(row.end, row.end + 12);
    // A group that begins the next thing: a time, a date, a sum.
    if (isMoney(text, row.start, row.end) || /^[:/年月日號号]\d?|^ ?(?:年|月|日|次|笔)/.test(after)) return false;
    if (row.take === 1 && /^[A-Za-z]/.test(after) && !said) return false;
    const named = said || saysCardAfter(after);
    const regular = /^(?:[4-9]|1\d)(?:-(?:[4-9]|1\d))*(?:-\d)?$/.test(row.shape);
    if (row.take > 1 && (row.joints.includes("dot") || row.joints.includes("line")) && !regular) return false;
    if (thousands(row)) return false;
    const card = looksLikeCard(row.digits);
    if (row.joints.includes("words")) return said && card;
    if (row.joints.includes("comma")) return regular && card && (named || luhn(row.digits));
    if (named) return true;
    if (!card) return false;
    return regular || luhn(row.digits) || (/^62/.test(row.digits) && (length === 16 || length === 19));
  });
  const longest = fitting.at(-1);
  if (!longest) return null;
  // "6222 0000 0000 0000 138 0000 1111": what is left must not be robbed of its first group.
  const shorter = fitting.find(
    (row) => row.take < longest.take && rowsAt(tokens, at + row.take).some((next) => isMobile(next.digits)),
  );
  return { kind: "card-number", take: (shorter ?? longest).take };
}

const EXTENSION = /^ ?(?:-|转|轉|分机|分機|x|ext\.? ?) ?\d{1,5}(?!\d)/i;

function landline({ text, rows, cue, gap }: Place): Hit | null {
  const said = cue === "phone" && gap <= 10;
  const extended = (row: Row): Hit => {
    const more = EXTENSION.exec(text.slice(row.end, row.end + 10))?.[0] ?? "";
    const groups = /^-\d/.test(more) && row.take < rows.length ? 1 : 0;
    return { kind: "phone", take: row.take + groups, end: row.end + more.length };
  };
  for (const row of rows) {
    if (!only(row, "plain", "bracket", "dot")) break;
    const american = isAmerican(row.digits) && /^(?:1-)?3-3-4$|^1?0$|^11$/.test(row.shape);
    const separated =
      row.joints.includes("bracket") || row.joints.includes("dot") || /-/.test(text.slice(row.start, row.end));
    if (isHotline(row.digits)) return { kind: null, take: row.take };
    if (isMoney(text, row.start, row.end)) continue;
    const { length } = groupsOf(row);
    if (isLandline(row.digits) && length <= 4 && !row.joints.includes("dot")) return extended(row);
    if (isAbroadAtHome(row.digits) && length <= 4 && (row.take > 1 || said || /^0[79]/.test(row.digits)))
      return extended(row);
    if (
      american &&
      (said ||
        (row.take > 1 && // "500 300 2000" are three sums rather than a phone.
          (separated || !groupsOf(row).some((group) => group.endsWith("00")))))
    )
      return extended(row);
  }
  if (!said) return null;
  const fitting = rows.filter(
    (row) =>
      only(row, "plain", "dot", "bracket") &&
      /^[0-9]\d{6,11}$/.test(row.digits) &&
      !/^20[0-3]\d[01]\d[0-3]\d/.test(row.digits) &&
      !/^1[0-2]\d/.test(row.digits) &&
      !isMoney(text, row.start, row.end),
  );
  const best = fitting.find((row) => /^(?:8|4-4)$/.test(row.shape)) ?? fitting.at(-1);
  return best ? extended(best) : null;
}

/** A hotline in groups must not be taken for the beginning of a card. */
function hotline({ rows }: Place): Hit | null {
  const row = rows.at(-1);
  return row && isHotline(row.digits) ? { kind: null, take: row.take } : null;
}

/** What begins at group `at`; null when nothing does. */
function classify(text: string, tokens: readonly Token[], at: number, freeFrom: number): Hit | null {
  const first = tokens[at];
  if (!first) return null;
  const rows = rowsAt(tokens, at);
  const longest = rows.at(-1);
  if (!longest || longest.digits.length < 7) return null;
  // Nobody writes a number so: one digit after another without an end, a table or a game.
  const crumbs = rows.length >= MOST_GROUPS && tokens[at + 3 * MOST_GROUPS]?.joint;
  if (crumbs) return null;
  const before = text.slice(Math.max(freeFrom, first.start - 14), first.start);
  // "0.13800001111" is a fraction.
  if (/(?<!\d)0\.$/.test(before) || (LETTERS_BEFORE.test(before) && !SAYING_LETTERS.test(before))) return null;
  const said = cueBefore(text, first.start);
  const place: Place = { text, tokens, at, rows, cue: said?.cue ?? null, gap: said?.gap ?? 0 };
  const certain = identity(place) ?? mobile(place) ?? abroad(place);
  if (certain) return certain;
  if (place.cue === "reference" && place.gap <= 6) return null;
  return hotline(place) ?? card(place) ?? landline(place);
}

const URL = /(?:https?:\/\/|www\.)[!-~]+/gi;
const OWN_DATA = /(?:phone|mobile|tel|card|idno)=$/i;

/** Cards, identity and phone numbers in `text`, whose full-width signs are narrow already. */
export function detectNumbers(text: string): Found[] {
  const found: Found[] = [];
  const tokens = tokenise(text);
  const links = text.includes("://") || /www\./i.test(text) ? matchesOf(URL, text) : [];
  const inLink = (at: number) =>
    links.some((link) => link.index < at && at < link.index + link[0].length && !OWN_DATA.test(text.slice(0, at)));
  let freeFrom = 0;
  for (let i = 0; i < tokens.length; ) {
    const first = tokens[i];
    if (!first) break;
    const hit = inLink(first.start) ? null : classify(text, tokens, i, freeFrom);
    const last = tokens[i + (hit?.take ?? 1) - 1];
    if (!hit || !last) {
      i += 1;
      continue;
    }
    if (hit.kind) {
      const start = hit.kind === "phone" ? opening(text, first.start) : first.start;
      const end = Math.max(hit.end ?? last.end, last.end);
      found.push({ kind: hit.kind, start, end });
      freeFrom = end;
    }
    i += hit.take;
  }
  return found;
}

/** A phone begins at its + or bracket: "(86)…", "(+86) …", "+ 86 …". */
function opening(text: string, start: number): number {
  const before = /(?:\( ?)?\+ ?\(?$|\($/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? "";
  // A bracket around a whole remark is not the number's.
  const own =
    before.includes("(") && !/^[\d +]{1,6}\)/.test(text.slice(start, start + 8)) ? before.replace(/.*\(/, "") : before;
  return start - own.length;
}
