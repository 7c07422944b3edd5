/** Improvement tasks as staff see them. */
import type { Bilingual } from "../bank/terms.ts";
import { checkableOn, reminderOf } from "../cases/improvements/effect.ts";
import { dayIn } from "../cases/zone.ts";
import type { EffectCheck, TaskRow, TaskStatus } from "../store/improvements.ts";
import type { DeskNames } from "./names.ts";
import { powersOf } from "./permissions.ts";
import { AXES, type Axis } from "./reports/figures.ts";
import type { Only } from "./reports/gather.ts";
import type { StaffMember } from "./staff.ts";

interface Named {
  id: string;
  name: string;
}

export interface TaskView extends Pick<TaskRow, "id" | "revision" | "status" | "what" | "dueOn" | "openedAt"> {
  owner: { department: Bilingual; staff: Named | null };
  openedBy: Named;
  /** The owner is late with it. */
  overdue: boolean;
  /** Numbers of the cases it comes from. */
  cases: string[];
  incident: { id: string; name: Bilingual } | null;
  measure: { kind: { axis: Axis; slug: string; name: Bilingual }[]; days: number; fall: number };
  done: { at: string; by: Named; what: string } | null;
  checks: (Omit<EffectCheck, "by"> & { by: Named })[];
  /** ISO date from which on the effect can be checked; null while nothing is done. */
  checkableOn: string | null;
  can: { finish: boolean; check: boolean };
}

/** How many tasks stand where; what is still open and late is among the open ones. */
export type TaskFigures = Record<TaskStatus | "overdue" | "notEffective", number>;

/** Days of a task in the bank's zone. */
export function daysOfTask({ openedAt, done }: Pick<TaskRow, "openedAt" | "done">, zone: string) {
  return { openedOn: dayIn(zone, openedAt), doneOn: done ? dayIn(zone, done.at) : null };
}

/** Whether the work is the person's to report as done. */
export function mayFinish(staff: StaffMember, { status, owner }: TaskRow): boolean {
  const { improvements, scope, works } = powersOf(staff);
  if (status !== "open" || !works) return false;
  if (owner.staff === staff.id) return true;
  if (scope === "all") return improvements === "runs";
  return owner.department === staff.department && (owner.staff === null || improvements === "runs");
}

/** Only those who see the whole bank can count for it. That it is somebody else than who did it is said when they try. */
export function mayCheck(staff: StaffMember, { status }: Pick<TaskRow, "status">): boolean {
  const { improvements, scope } = powersOf(staff);
  return status === "done" && improvements === "runs" && scope === "all";
}

/** Whether this person has something to do about it today. */
export function waitsFor(staff: StaffMember, task: TaskRow, today: string, zone: string): boolean {
  const reminder = reminderOf(task, { today, ...daysOfTask(task, zone) });
  if (!reminder) return false;
  return reminder.kind === "check"
    ? mayCheck(staff, task) && task.done?.by !== staff.id
    : mayFinish(staff, task) && (task.owner.staff === staff.id || task.owner.department === staff.department);
}

/** The axes of a measure that reports know. */
export function onlyOf({ only }: TaskRow["measure"]): Only {
  return Object.fromEntries(AXES.flatMap((axis) => (only[axis] === undefined ? [] : [[axis, only[axis]]])));
}

export interface TaskNames {
  staff: (id: string) => string;
  department: DeskNames["department"];
  axis: (axis: Axis, slug: string | null) => Bilingual;
}

export function taskView(
  task: TaskRow,
  viewer: StaffMember,
  has: { cases: string[]; incident: TaskView["incident"] },
  { names, today, zone }: { names: TaskNames; today: string; zone: string },
): TaskView {
  const named = (id: string): Named => ({ id, name: names.staff(id) });
  const { id, revision, status, what, dueOn, openedAt, owner, done, measure } = task;
  const only = onlyOf(measure);
  return {
    id,
    revision,
    status,
    what,
    dueOn,
    openedAt,
    ...has,
    owner: { department: names.department(owner.department), staff: owner.staff === null ? null : named(owner.staff) },
    openedBy: named(task.openedBy),
    overdue: status === "open" && today > dueOn,
    measure: {
      kind: AXES.flatMap((axis) => {
        const slug = only[axis];
        return slug === undefined ? [] : [{ axis, slug, name: names.axis(axis, slug === "" ? null : slug) }];
      }),
      days: measure.days,
      fall: measure.fall,
    },
    done: done && { ...done, by: named(done.by) },
    checks: task.checks.map((check) => ({ ...check, by: named(check.by) })),
    checkableOn: checkableOn(daysOfTask(task, zone), measure),
    can: { finish: mayFinish(viewer, task), check: mayCheck(viewer, task) },
  };
}

export function taskFigures(tasks: readonly Pick<TaskView, "status" | "overdue" | "checks">[]): TaskFigures {
  const count = (fits: (task: (typeof tasks)[number]) => boolean) => tasks.filter(fits).length;
  return {
    open: count(({ status }) => status === "open"),
    overdue: count(({ overdue }) => overdue),
    done: count(({ status }) => status === "done"),
    effective: count(({ status }) => status === "effective"),
    notEffective: count(({ checks }) => checks.some(({ verdict }) => verdict === "not-effective")),
  };
}
