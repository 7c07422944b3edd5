/** Whether what was done about a cause had an effect: complaints of the kind before and after, counted, never typed in. */
import type { Measure, TaskRow } from "../../store/improvements.ts";
import { addDays } from "../zone.ts";

export interface Days {
  from: string;
  to: string;
}

/**
 * ISO dates, both included: as many days right before the task was opened, and right after it was said to be done.
 * Neither day itself is counted. What was complained of before the opening is the evil as it was found; after a check
 * that found no effect it stays the same.
 */
export function spansOf(task: { openedOn: string; doneOn: string | null }, { days }: Pick<Measure, "days">) {
  const before: Days = { from: addDays(task.openedOn, -days), to: addDays(task.openedOn, -1) };
  const { doneOn } = task;
  const after: Days | null = doneOn === null ? null : { from: addDays(doneOn, 1), to: addDays(doneOn, days) };
  return { before, after };
}

/** ISO date from which on the effect can be checked; null while nothing is done. */
export function checkableOn(task: { openedOn: string; doneOn: string | null }, measure: Measure): string | null {
  const { after } = spansOf(task, measure);
  return after && addDays(after.to, 1);
}

/**
 * `open`: complaints after the doing that may turn out to be of the kind, since what brought them about is not known
 * before they are closed. They count only where they decide the matter: then it is too early to say.
 */
export function verdictOf(
  counts: { before: number; after: number; open: number },
  { fall }: Pick<Measure, "fall">,
): "effective" | "not-effective" | "too-early" {
  const most = Math.floor((counts.before * (100 - fall)) / 100 + 1e-9);
  if (counts.after > most) return "not-effective";
  return counts.after + counts.open > most ? "too-early" : "effective";
}

/** Days before the last one on which the owner is reminded. */
const AHEAD = 3;
/** After the last day, and while a check waits, again every so many days. */
const EVERY = 7;

export type ReminderKind = "soon" | "due" | "overdue" | "check";

/**
 * What is due to be said today of a task, at most one; `key` tells it from every other, so that none is said twice.
 * After days on which nobody was reminded only the newest is said.
 */
export function reminderOf(
  task: Pick<TaskRow, "status" | "dueOn" | "measure" | "checks">,
  on: { today: string; openedOn: string; doneOn: string | null },
): { kind: ReminderKind; key: string } | null {
  const round = task.checks.length;
  if (task.status === "effective") return null;
  if (task.status === "done") {
    const from = checkableOn(on, task.measure);
    if (from === null || on.today < from) return null;
    return { kind: "check", key: `${round}/check/${latest(from, on.today)}` };
  }
  const { dueOn } = task;
  if (on.today > dueOn) return { kind: "overdue", key: `${round}/overdue/${latest(addDays(dueOn, 1), on.today)}` };
  if (on.today === dueOn) return { kind: "due", key: `${round}/due/${dueOn}` };
  return on.today >= addDays(dueOn, -AHEAD) ? { kind: "soon", key: `${round}/soon/${dueOn}` } : null;
}

/** The newest of `from`, a week after it, and so on, that is not after today. */
function latest(from: string, today: string): string {
  let day = from;
  while (addDays(day, EVERY) <= today) day = addDays(day, EVERY);
  return day;
}
