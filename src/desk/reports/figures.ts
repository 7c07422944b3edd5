/** The figures of a report from its complaints. Pure: the same complaints give the same figures. */
import type { Grade } from "../../cases/life/case.ts";
import type { Cause } from "../../flows/conversation.ts";
import type { Business, Emotion, Reason, Venue } from "../../flows/reading.ts";
import type { ReportRow } from "../../store/reports.ts";

/** A complaint with all a report counts. */
export interface Counted extends ReportRow {
  /** ISO dates in the bank's zone. */
  receivedOn: string;
  resolvedOn: string | null;
  /** Instant of its end, however it ended. */
  endedAt: string | null;
  outlet: string | null;
  cause: Cause | null;
  /** Null without a case. */
  grade: Grade | null;
  /** What the customer said when called back after closing; null while nobody asked. */
  satisfied: boolean | null;
  repeat: boolean;
  reopened: number;
  emotion: { first: Emotion; latest: Emotion };
  /** The customer's own marks after the end, 1 to 5. */
  marks: { solved: number | null; manner: number | null };
  /** A mark was so low that a person calls back. */
  lowMark: boolean;
}

export const AXES = ["business", "reason", "venue", "outlet", "department", "cause", "grade", "channel"] as const;
export type Axis = (typeof AXES)[number];

export interface Figures {
  /** Complaints received. */
  volume: number;
  /** With a case: a person is needed. */
  handedOver: number;
  /** Settled by an explanation, with the customer's word, and no case. */
  botResolved: number;
  withdrawn: number;
  resolved: number;
  open: number;
  reopened: number;
  repeat: number;
  /** Answered or over in time, and too late: answered after the last day, or still open then. */
  kept: number;
  late: number;
  /** Of those that are kept or late, and of all, in hundredths; null of none. */
  keptShare: number | null;
  handedOverShare: number | null;
  botResolvedShare: number | null;
  /** Customers called back after closing who said how they found it, and of these in hundredths who were satisfied. */
  calledBack: number;
  satisfiedShare: number | null;
  /** Hours to a person's first word, written or by telephone; null where nobody gave one. */
  firstAnswerMedian: number | null;
  firstAnswerNinety: number | null;
  /** Days to the answer. */
  closeMedian: number | null;
  closeNinety: number | null;
  /** Mean of 0 to 3; null of none. */
  emotionFirst: number | null;
  emotionLatest: number | null;
  /** Customers who answered a question after the end; of them those to whom it is solved, and those called back. */
  marked: number;
  markedSolved: number;
  lowMarks: number;
  /** Mean of 1 to 5. */
  mannerMean: number | null;
}

/** "Is it solved?" is marked 5 for yes and 1 for no. */
const SOLVED_ABOVE = 3;
const HOUR = 3_600_000;
const hoursTo = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / HOUR;

/** `today`: ISO date up to which open cases are in time. */
export function figuresOf(complaints: readonly Counted[], today: string): Figures {
  const count = (fits: (one: Counted) => boolean) => complaints.filter(fits).length;
  const kept = count((one) => limit(one, today) === "kept");
  const late = count((one) => limit(one, today) === "late");
  const handedOver = count((one) => one.case !== null);
  const botResolved = count((one) => one.status === "settled" && one.case === null);
  const calledBack = count((one) => one.satisfied !== null);
  const first = complaints.flatMap(({ firstAnswerAt, receivedAt }) =>
    firstAnswerAt ? [hoursTo(receivedAt, firstAnswerAt)] : [],
  );
  const close = complaints.flatMap((one) =>
    one.status === "resolved" && one.endedAt ? [hoursTo(one.receivedAt, one.endedAt) / 24] : [],
  );
  return {
    volume: complaints.length,
    handedOver,
    botResolved,
    withdrawn: count((one) => one.status === "withdrawn"),
    resolved: count((one) => one.status === "resolved"),
    open: count((one) => one.status === "open"),
    reopened: count((one) => one.reopened > 0),
    repeat: count((one) => one.repeat),
    kept,
    late,
    keptShare: share(kept, kept + late),
    handedOverShare: share(handedOver, complaints.length),
    botResolvedShare: share(botResolved, complaints.length),
    calledBack,
    satisfiedShare: share(
      count((one) => one.satisfied === true),
      calledBack,
    ),
    firstAnswerMedian: percentile(first, 50),
    firstAnswerNinety: percentile(first, 90),
    closeMedian: percentile(close, 50),
    closeNinety: percentile(close, 90),
    emotionFirst: mean(complaints.map(({ emotion }) => emotion.first)),
    emotionLatest: mean(complaints.map(({ emotion }) => emotion.latest)),
    marked: count(({ marks }) => marks.solved !== null || marks.manner !== null),
    markedSolved: count(({ marks }) => (marks.solved ?? 0) > SOLVED_ABOVE),
    lowMarks: count((one) => one.lowMark),
    mannerMean: mean(complaints.flatMap(({ marks }) => marks.manner ?? [])),
  };
}

/** Whether the last day was kept; null while it is not over, and for what never needed an answer. */
function limit(one: Counted, today: string): "kept" | "late" | null {
  if (!one.case) return null;
  if (one.status === "open") return one.case.due < today ? "late" : null;
  return one.resolvedOn !== null && one.resolvedOn > one.case.due ? "late" : "kept";
}

/** Nearest rank. */
function percentile(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

export function valueOn(one: Counted, axis: Axis): Business | Reason | Venue | Cause | Grade | string | null {
  return axis === "department" ? (one.case?.department ?? null) : one[axis];
}

/** How many complaints have each value of the axis, the most frequent first; null is not known. */
export function countsBy(complaints: readonly Counted[], axis: Axis): { slug: string | null; count: number }[] {
  const counts = new Map<string | null, number>();
  for (const one of complaints) {
    const slug = valueOn(one, axis);
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return [...counts].map(([slug, count]) => ({ slug, count })).sort((a, b) => b.count - a.count);
}

/** Complaints of each day of the period, days without any included. */
export function countsByDay(complaints: readonly Counted[], days: readonly string[]): { day: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { receivedOn } of complaints) counts.set(receivedOn, (counts.get(receivedOn) ?? 0) + 1);
  return days.map((day) => ({ day, count: counts.get(day) ?? 0 }));
}
