/** Groups of digits and what stands between them: "138 0000 1111" is three, joined plainly. */
import { matchesOf } from "../matches.ts";

/** How two neighbouring groups hang together; `words` also where a word such as 后面 stands between. */
export type Joint = "plain" | "dot" | "comma" | "line" | "bracket" | "words";

export interface Token {
  digits: string;
  start: number;
  end: number;
  /** To the group before; null where nothing joins them. */
  joint: Joint | null;
}

/** Longer than any gap that joins: words included. */
const LONGEST_GAP = 12;
const JOINTS: readonly [Joint, RegExp][] = [
  ["plain", /^(?:[ \t\u2000-\u200d\u202f\u2060\ufeff]{1,3}| {0,2}[-_~一] {0,2})$/],
  ["dot", /^ ?[.·•] ?$/],
  ["comma", /^ ?[,、] ?$/],
  ["line", /^[ ,]?\r?\n ?$/],
  ["bracket", /^ ?-?(?:\)[ -]?|\(|\)\(| \()$/],
  [
    "words",
    /^[ ,.、:]{0,2}(?:(?:然[后後]|[后後][面头頭边邊]|[后後]?[四八三]位|再|接[着著]|最[后後]|剩下|加上?|空格|杠|横[杠线]|跟[着著]|and then|then|dash|space)(?:[四八三]位)?[是]?){1,2}[ ,、:]{0,2}$/i,
  ],
];

function jointOf(gap: string): Joint | null {
  if (gap.length === 0 || gap.length > LONGEST_GAP) return null;
  return JOINTS.find(([, form]) => form.test(gap))?.[0] ?? null;
}

/** "138000011119月3号": the month's digits, run into a whole number, are none of it. */
function withoutMonth(digits: string): string {
  const month = [1, 2].find((length) => [11, 16, 18, 19].includes(digits.length - length));
  return month ? digits.slice(0, -month) : digits;
}

/** All groups of digits, in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(/\d+/g, text)) {
    const last = tokens.at(-1);
    const end = match.index + match[0].length;
    const digits = text[end] === "月" ? withoutMonth(match[0]) : match[0];
    tokens.push({
      digits,
      start: match.index,
      end: match.index + digits.length,
      joint: last ? jointOf(text.slice(last.end, Math.min(match.index, last.end + LONGEST_GAP + 1))) : null,
    });
  }
  return tokens;
}

/** The first `take` groups from some group on, where they hang together. */
export interface Row {
  take: number;
  digits: string;
  /** How many digits each group has, "3-4-4". */
  shape: string;
  joints: readonly Joint[];
  start: number;
  end: number;
}

const MOST_DIGITS = 19;

/** Rows that begin at group `from`, the shortest first. */
export function rowsAt(tokens: readonly Token[], from: number): Row[] {
  const rows: Row[] = [];
  let joints: readonly Joint[] = [];
  let digits = "";
  let shape = "";
  for (let at = from; ; at += 1) {
    const token = tokens[at];
    if (!token || digits.length + token.digits.length > MOST_DIGITS) return rows;
    if (at > from) {
      if (!token.joint) return rows;
      if (!joints.includes(token.joint)) joints = [...joints, token.joint];
      shape += "-";
    }
    digits += token.digits;
    shape += token.digits.length;
    rows.push({ take: at - from + 1, digits, shape, joints, start: tokens[from]?.start ?? 0, end: token.end });
  }
}

/** The groups of a row, as they were written. */
export function groupsOf(row: Row): string[] {
  let at = 0;
  return row.shape.split("-").map((length) => {
    at += Number(length);
    return row.digits.slice(at - Number(length), at);
  });
}
