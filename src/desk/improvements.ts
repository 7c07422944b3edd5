/**
 * Improvement tasks: from closed complaints, or a mass event, to somebody who does something about the cause.
 *
 * Promises
 * - The effect is counted from the complaints themselves, before and after; nobody can type it in, and whoever said that
 *   the work is done does not check it.
 * - A task that comes of a complaint about somebody is not shown to them.
 * - Every step is in the audit chain "improvements"; so is every refusal of one.
 */
import type { Bank } from "../bank/bank.ts";
import { checkableOn, spansOf, verdictOf } from "../cases/improvements/effect.ts";
import { addDays, dayIn } from "../cases/zone.ts";
import type { ImprovementStore, TaskRow } from "../store/improvements.ts";
import type { IncidentStore } from "../store/incidents.ts";
import type { AuditNote, Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import { checkTaskForm, TASK_TEXT, type TaskForm, type TaskStart } from "./improvement-form.ts";
import { createTaskSight } from "./improvement-sight.ts";
import { createTaskStart } from "./improvement-start.ts";
import {
  daysOfTask,
  mayCheck,
  mayFinish,
  onlyOf,
  type TaskFigures,
  type TaskNames,
  type TaskView,
  taskFigures,
  taskView,
  waitsFor,
} from "./improvement-view.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse, refuseEarly, refuseField } from "./refusal.ts";
import type { Gather, Only } from "./reports/gather.ts";
import { actorOf, nameOf, type StaffMember, type StaffSource } from "./staff.ts";

export interface TasksView {
  tasks: TaskView[];
  figures: TaskFigures;
  mayOpen: boolean;
}

export interface ImprovementDesk {
  tasks(staff: StaffMember): Promise<Outcome<TasksView>>;
  /** How many wait for this person today. */
  dueTasks(staff: StaffMember): Promise<Outcome<number>>;
  startTask(staff: StaffMember, from: { cases: string[]; incident: string | null }): Promise<Outcome<TaskStart>>;
  /** How many complaints of the kind there were in the days before today: what a task for it would start from. */
  countKind(staff: StaffMember, only: Only, days: number): Promise<Outcome<number>>;
  openTask(staff: StaffMember, form: TaskForm): Promise<Outcome<{ id: string }>>;
  finishTask(staff: StaffMember, id: string, done: { revision: number; what: string }): Promise<Outcome<null>>;
  /** Counts before and after. What had no effect is open again, with a new last day. */
  checkTask(staff: StaffMember, id: string, revision: number): Promise<Outcome<TaskRow["status"]>>;
}

export interface ImprovementDeps {
  improvements: ImprovementStore;
  incidents: Pick<IncidentStore, "incidents">;
  bank: () => Pick<Bank, "outlets" | "staff" | "routing">;
}

const READ = 1_000;
/** Days until the last one of a task that a check opened again, and those a form starts with. */
const DAYS = 30;

export function createImprovementDesk(
  deps: ImprovementDeps & {
    store: Pick<Store, "case" | "lives" | "load" | "audit">;
    access: Access;
    gather: Gather;
    staff: StaffSource;
    names: Pick<TaskNames, "department" | "axis">;
    zone: string;
    now: () => string;
    newId: () => string;
    changed: () => void;
  },
): ImprovementDesk {
  const { improvements, store, gather, zone, now } = deps;
  const names: TaskNames = { ...deps.names, staff: (id) => nameOf(deps.staff(), id) };
  const { visible, find } = createTaskSight(deps);
  const start = createTaskStart({ ...deps, names: deps.names, days: DAYS });
  const { closedCases, incidentOf, baseline } = start;
  const today = () => dayIn(zone, now());
  const note = (staff: StaffMember, action: string, detail: AuditNote["detail"]): AuditNote => ({
    actor: actorOf(staff),
    action,
    detail,
  });
  async function refused<T>(staff: StaffMember, asked: string, outcome: Outcome<T>): Promise<Outcome<T>> {
    if (!outcome.ok)
      await store.audit("improvements", now(), note(staff, "refused", { asked, code: outcome.refusal.code }));
    return outcome;
  }

  async function save(task: TaskRow, entry: AuditNote): Promise<Outcome<null>> {
    if (!(await improvements.saveTask(task, now(), entry))) return refuse("changed-meanwhile");
    deps.changed();
    return granted(null);
  }

  async function opened(staff: StaffMember, form: TaskForm): Promise<Outcome<{ id: string }>> {
    if (powersOf(staff).improvements !== "runs") return refuse("not-allowed");
    const right = checkTaskForm(form, { staff: deps.staff(), today: today() });
    if (!right.ok) return right;
    const rows = await closedCases(staff, form.cases);
    if (!rows.ok) return rows;
    const incident = await incidentOf(form.incident);
    if (form.incident !== null && !incident) return refuse("no-such-incident");
    if (rows.value.length === 0 && !incident)
      return refuseField("cases", { zh: "来自哪些案件", en: "From which cases" });
    if ((await baseline(staff, onlyOf(form.measure), form.measure.days)) === 0) return refuse("nothing-to-measure");
    const task: TaskRow = {
      id: deps.newId(),
      revision: 1,
      status: "open",
      what: form.what.trim(),
      owner: { department: form.department, staff: form.staff },
      dueOn: form.dueOn,
      cases: rows.value.map(({ key }) => key),
      incident: form.incident,
      measure: form.measure,
      openedAt: now(),
      openedBy: staff.id,
      done: null,
      checks: [],
    };
    const detail = { task: task.id, department: form.department, cases: task.cases.length, due: form.dueOn };
    const saved = await save(task, note(staff, "task-opened", detail));
    return saved.ok ? granted({ id: task.id }) : saved;
  }

  async function checked(staff: StaffMember, id: string, revision: number): Promise<Outcome<TaskRow["status"]>> {
    const found = await find(staff, id, revision);
    if (!found.ok) return found;
    const task = found.value;
    if (!mayCheck(staff, task)) return refuse(task.status === "done" ? "not-allowed" : "changed-meanwhile");
    if (task.done?.by === staff.id) return refuse("second-person");
    const days = daysOfTask(task, zone);
    const { before, after } = spansOf(days, task.measure);
    const from = checkableOn(days, task.measure);
    if (!after || from === null || today() < from) return refuseEarly(from, 0);
    const only = onlyOf(task.measure);
    const { cause, ...apart } = only;
    const unknown = cause ? (await gather(staff, after, { ...apart, cause: "" })).filter(stillOpen).length : 0;
    const counts = {
      before: (await gather(staff, before, only)).length,
      after: (await gather(staff, after, only)).length,
      open: unknown,
    };
    const verdict = verdictOf(counts, task.measure);
    if (verdict === "too-early") return refuseEarly(null, counts.open);
    const effective = verdict === "effective";
    const check = {
      at: now(),
      by: staff.id,
      before: { ...before, count: counts.before },
      after: { ...after, count: counts.after },
      verdict,
    };
    const next: TaskRow = {
      ...task,
      revision: revision + 1,
      status: effective ? "effective" : "open",
      checks: [...task.checks, check],
      ...(effective ? {} : { done: null, dueOn: addDays(today(), DAYS) }),
    };
    const detail = { task: id, verdict, before: counts.before, after: counts.after };
    const saved = await save(next, note(staff, "task-checked", detail));
    return saved.ok ? granted(next.status) : saved;
  }

  return {
    async tasks(staff) {
      if (powersOf(staff).improvements === "none") return refuse("not-allowed");
      const incidents = new Map((await deps.incidents.incidents(READ)).map((one) => [one.id, one]));
      const tasks = (await visible(staff)).map(({ task, cases }) => {
        const found = task.incident === null ? undefined : incidents.get(task.incident);
        const incident = found ? { id: found.id, name: found.name } : null;
        return taskView(task, staff, { cases, incident }, { names, today: today(), zone });
      });
      return granted({ tasks, figures: taskFigures(tasks), mayOpen: powersOf(staff).improvements === "runs" });
    },

    async dueTasks(staff) {
      if (powersOf(staff).improvements === "none") return granted(0);
      return granted((await visible(staff)).filter(({ task }) => waitsFor(staff, task, today(), zone)).length);
    },

    startTask: start.startTask,
    countKind: start.countKind,
    openTask: async (staff, form) => refused(staff, "open-task", await opened(staff, form)),

    async finishTask(staff, id, { revision, what }) {
      const found = await find(staff, id, revision);
      if (!found.ok) return refused(staff, "finish-task", found);
      if (!mayFinish(staff, found.value)) return refused(staff, "finish-task", refuse("not-allowed"));
      if (what.trim() === "") return refuse("empty");
      if (what.length > TASK_TEXT) return refuse("too-long");
      const done = { at: now(), by: staff.id, what: what.trim() };
      const next: TaskRow = { ...found.value, revision: revision + 1, status: "done", done };
      return save(next, note(staff, "task-done", { task: id }));
    },

    checkTask: async (staff, id, revision) => refused(staff, "check-task", await checked(staff, id, revision)),
  };
}

const stillOpen = ({ status }: { status: string }): boolean => status === "open";
