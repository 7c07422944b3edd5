/**
 * A figure as texts name it, whatever the spelling: 2万元, 20000元 and 20,000 yuan are one. Found so that texts can be
 * compared; times, dates and hotlines are told apart from amounts.
 */

/** What is counted. Money carries its currency. Hours are clock time; working days are another thing than days. */
export type Kind =
  | `money ${string}`
  | "working days"
  | "hours"
  | "months"
  | "percent"
  | "clock"
  | "date"
  | "hotline"
  | "count"
  | "ordinal";

export interface Figure {
  kind: Kind;
  /** One, or the two ends of a range. Hours of minutes and days, months of years, minutes after midnight of a clock. */
  values: number[];
  /** The numbers as written, 2万 as 20000: what is left when a unit is left unsaid ("20 to 50 days", "200,000 a year"). */
  numbers: number[];
  /** What a count counts, as it stands: 次, 笔. Empty for the rest. */
  unit: string;
  /** "一天", "one day": may be met by a figure elsewhere, but is no statement of its own. */
  loose: boolean;
  /** As it stands in the text, from `start` to `end` (exclusive, UTF-16 units). */
  text: string;
  start: number;
  end: number;
}

/** A figure before its place in the text is known. */
export type Read = Omit<Figure, "text" | "start" | "end">;

/** A figure that is one number of one kind. */
export function plainFigure(kind: Kind, ...values: number[]): Read {
  return { kind, values, numbers: values, unit: "", loose: false };
}

/** Emergency and service numbers: 110, 12378, 96110. */
export const HOTLINE = /^(?:1[12]\d|1[02]\d{3}|9[56]\d{3,4})$/;

/** Figures with the same sign say the same. */
export function sign({ kind, values, unit }: Figure): string {
  return `${kind}${unit} ${values.map((value) => String(round(value))).join("..")}`;
}

/** Fractions such as 0.02 % and a third of an hour, without the noise of binary arithmetic. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Kind and size of a unit of time: "30分钟" is half of one hour. */
export interface Measure {
  kind: Kind;
  size: number;
}

export const WORKING_DAY: Measure = { kind: "working days", size: 1 };
export const SECOND: Measure = { kind: "hours", size: 1 / 3600 };
export const MINUTE: Measure = { kind: "hours", size: 1 / 60 };
export const HOUR: Measure = { kind: "hours", size: 1 };
export const DAY: Measure = { kind: "hours", size: 24 };
export const WEEK: Measure = { kind: "hours", size: 24 * 7 };
export const MONTH: Measure = { kind: "months", size: 1 };
export const QUARTER: Measure = { kind: "months", size: 3 };
export const YEAR: Measure = { kind: "months", size: 12 };
export const COUNT: Measure = { kind: "count", size: 1 };
export const PERCENT: Measure = { kind: "percent", size: 1 };

/** A date as one number that can be compared: 20250901, 901 without the year, 202509 without the day. */
export function dateValue(year: number, month: number, day: number): number {
  if (month === 0) return year;
  if (day === 0) return year === 0 ? month : year * 100 + month;
  return year * 10000 + month * 100 + day;
}

/** The same length in blanks, so that places in the text stay right. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => " ".repeat(found.length));
}

/**
 * Reads each pattern in turn; what one has read is blank for the next. `read` gives null for what looks like a figure
 * and is none.
 */
export function readFigures(
  text: string,
  nothing: RegExp,
  patterns: readonly [RegExp, (match: RegExpExecArray) => Read | null][],
): Figure[] {
  const found: Figure[] = [];
  let rest = blank(text, nothing);
  for (const [pattern, read] of patterns) {
    for (const match of rest.matchAll(pattern)) {
      const figure = read(match);
      const end = match.index + match[0].length;
      if (figure) found.push({ ...figure, start: match.index, end, text: text.slice(match.index, end).trim() });
    }
    rest = blank(rest, pattern);
  }
  return found.sort((a, b) => a.start - b.start);
}
