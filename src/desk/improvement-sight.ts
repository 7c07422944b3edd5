/** Which improvement tasks a person may see: of their department, opened by them, or all; and none about themselves. */
import type { Bank } from "../bank/bank.ts";
import { recused } from "../cases/recusal.ts";
import type { ImprovementStore, TaskRow } from "../store/improvements.ts";
import type { CaseRow, Store } from "../store/store.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import type { StaffMember } from "./staff.ts";

const READ = 1_000;

export interface TaskSight {
  /** The newest first, each with the numbers of its cases. */
  visible(staff: StaffMember): Promise<{ task: TaskRow; cases: string[] }[]>;
  /** The task, where it is still as the person saw it. */
  find(staff: StaffMember, id: string, revision: number): Promise<Outcome<TaskRow>>;
  sees(staff: StaffMember, task: TaskRow): Promise<boolean>;
  /** Whether it comes of a complaint about this person, or of one that is kept from them. */
  isConcerned(staff: StaffMember, task: TaskRow): Promise<boolean>;
}

export function createTaskSight(deps: {
  improvements: Pick<ImprovementStore, "tasks">;
  store: Pick<Store, "case" | "lives" | "load">;
  bank: () => Pick<Bank, "outlets" | "staff" | "routing">;
}): TaskSight {
  const { improvements, store } = deps;

  async function keptFrom(staff: StaffMember, row: CaseRow): Promise<boolean> {
    const life = await store.lives.row(row.key);
    if (life?.keptFrom.includes(staff.id)) return true;
    const matter = (await store.load(row.conversation))?.state.matters.find((one) => one.id === row.matter);
    return matter !== undefined && recused(deps.bank(), matter).staff.includes(staff.id);
  }

  /** Numbers of its cases; null where the task is none of this person's. */
  async function seen(staff: StaffMember, task: TaskRow): Promise<string[] | null> {
    const { improvements: power, scope } = powersOf(staff);
    if (power === "none") return null;
    const theirs = task.owner.department === staff.department || task.owner.staff === staff.id;
    if (scope !== "all" && !theirs && task.openedBy !== staff.id) return null;
    const numbers: string[] = [];
    for (const key of task.cases) {
      const row = await store.case(key);
      if (row && (await keptFrom(staff, row))) return null;
      if (row) numbers.push(row.number ?? row.record);
    }
    return numbers;
  }

  async function visible(staff: StaffMember): Promise<{ task: TaskRow; cases: string[] }[]> {
    const out: { task: TaskRow; cases: string[] }[] = [];
    for (const task of await improvements.tasks(READ)) {
      const cases = await seen(staff, task);
      if (cases) out.push({ task, cases });
    }
    return out;
  }

  async function find(staff: StaffMember, id: string, revision: number): Promise<Outcome<TaskRow>> {
    const found = (await visible(staff)).find(({ task }) => task.id === id);
    if (!found) return refuse("no-such-task");
    return found.task.revision === revision ? granted(found.task) : refuse("changed-meanwhile");
  }

  async function isConcerned(staff: StaffMember, task: TaskRow): Promise<boolean> {
    for (const key of task.cases) {
      const row = await store.case(key);
      if (row && (await keptFrom(staff, row))) return true;
    }
    return false;
  }

  return { visible, find, isConcerned, sees: async (staff, task) => (await seen(staff, task)) !== null };
}
