/**
 * The port for improvement tasks (整改任务): what a bank does about the causes of complaints it has closed.
 *
 * Promises
 * - What resolves is durable, and its entry in the audit chain "improvements" was written in the same transaction.
 * - No text of a customer is kept here: keys of cases, codes, dates, figures, and what staff wrote about the work.
 */
import type { AuditNote } from "./store.ts";

/** open: the owner works on it. done: says that it is; the effect is not known yet. effective: the figures say so. */
export type TaskStatus = "open" | "done" | "effective";

/** How the effect is measured: complaints of a kind, counted over as many days before the opening and after the doing. */
export interface Measure {
  /** Value by axis of reports; a complaint counts when it has all of them. At least one. */
  only: Record<string, string>;
  days: number;
  /** How much fewer they have to become, in hundredths of what they were. */
  fall: number;
}

/** What was counted at a check, and what it says. Nobody types it in. */
export interface EffectCheck {
  at: string;
  /** Staff id. */
  by: string;
  /** ISO dates of the bank's zone, both included. */
  before: { from: string; to: string; count: number };
  after: { from: string; to: string; count: number };
  verdict: "effective" | "not-effective";
}

export interface TaskRow {
  id: string;
  /** Grows with each change; a change decided on an older one is refused. */
  revision: number;
  status: TaskStatus;
  /** What has to be done. */
  what: string;
  owner: { department: string; staff: string | null };
  /** ISO date, the last day. */
  dueOn: string;
  /** Keys of the closed cases it comes from, and the mass event. */
  cases: string[];
  incident: string | null;
  measure: Measure;
  openedAt: string;
  openedBy: string;
  /** The last time it was said to be done, and what was done; null before, and again after a check that found no effect. */
  done: { at: string; by: string; what: string } | null;
  /** Oldest first. One that found no effect opened the task again. */
  checks: EffectCheck[];
}

export interface ImprovementStore {
  /** The newest first. */
  tasks(limit: number): Promise<TaskRow[]>;
  /** False when it was changed meanwhile: nothing is written then. */
  saveTask(task: TaskRow, at: string, note: AuditNote): Promise<boolean>;
  /** Keys of reminders by task id. */
  reminded(): Promise<Map<string, Set<string>>>;
  /** False when this reminder was given before: nothing is written then. */
  remind(task: string, key: string, at: string, note: AuditNote): Promise<boolean>;
}
