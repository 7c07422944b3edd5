/** What a new improvement task starts from: closed cases, a mass event, and how many complaints of the kind there were. */
import type { Bank } from "../bank/bank.ts";
import { spansOf } from "../cases/improvements/effect.ts";
import { addDays, dayIn } from "../cases/zone.ts";
import { CAUSES } from "../flows/conversation.ts";
import { Business, Reason, Venue } from "../flows/reading.ts";
import type { IncidentStore } from "../store/incidents.ts";
import type { CaseRow } from "../store/store.ts";
import type { Access } from "./access.ts";
import type { TaskStart } from "./improvement-form.ts";
import type { TaskNames } from "./improvement-view.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { type Axis, valueOn } from "./reports/figures.ts";
import type { Gather, Only } from "./reports/gather.ts";
import type { StaffMember } from "./staff.ts";

const READ = 1_000;
/** What a measure is put together from. */
const MEASURED: readonly { axis: Axis; values: (bank: Pick<Bank, "outlets">) => readonly string[] }[] = [
  { axis: "business", values: () => Business.options },
  { axis: "reason", values: () => Reason.options },
  { axis: "venue", values: () => Venue.options },
  { axis: "outlet", values: ({ outlets }) => Object.keys(outlets) },
  { axis: "cause", values: () => CAUSES },
];
/** What the cases of a task usually have in common. */
const SUGGESTED: readonly Axis[] = ["business", "reason", "cause"];

/** `days`: those a form starts with, of the last day and of the measure. */
export function createTaskStart(deps: {
  incidents: Pick<IncidentStore, "incidents">;
  bank: () => Pick<Bank, "outlets" | "staff" | "routing">;
  access: Pick<Access, "enter">;
  gather: Gather;
  names: Pick<TaskNames, "department" | "axis">;
  zone: string;
  now: () => string;
  days: number;
}) {
  const { access, gather, names, zone } = deps;
  const today = () => dayIn(zone, deps.now());

  async function closedCases(staff: StaffMember, refs: readonly string[]): Promise<Outcome<CaseRow[]>> {
    const rows: CaseRow[] = [];
    for (const ref of new Set(refs)) {
      const entered = await access.enter(staff, ref, "open-task");
      if (!entered.ok) return entered;
      if (entered.value.row.status === "open") return refuse("not-closed");
      rows.push(entered.value.row);
    }
    return granted(rows);
  }

  async function incidentOf(id: string | null): Promise<TaskStart["incident"]> {
    const row = id === null ? undefined : (await deps.incidents.incidents(READ)).find((one) => one.id === id);
    return row ? { id: row.id, name: row.name } : null;
  }

  /** What all of these have in common on the axes a cause lies on. */
  async function common(staff: StaffMember, rows: readonly CaseRow[]): Promise<Only> {
    const [first] = rows.map(({ receivedAt }) => dayIn(zone, receivedAt)).sort();
    const keys = new Set(rows.map(({ key }) => key));
    const all = first === undefined ? [] : await gather(staff, { from: first, to: today() }, {});
    const ours = all.filter((one) => one.case && keys.has(one.case.key));
    return Object.fromEntries(
      SUGGESTED.flatMap((axis) => {
        const values = new Set(ours.map((one) => valueOn(one, axis)));
        const [value] = values;
        return values.size === 1 && value ? [[axis, value]] : [];
      }),
    );
  }

  const baseline = async (staff: StaffMember, only: Only, days: number): Promise<number> => {
    const { before } = spansOf({ openedOn: today(), doneOn: null }, { days });
    return (await gather(staff, before, only)).length;
  };

  return {
    closedCases,
    incidentOf,
    baseline,

    async startTask(
      staff: StaffMember,
      { cases, incident }: { cases: string[]; incident: string | null },
    ): Promise<Outcome<TaskStart>> {
      if (powersOf(staff).improvements !== "runs") return refuse("not-allowed");
      const rows = await closedCases(staff, cases);
      if (!rows.ok) return rows;
      const only = await common(staff, rows.value);
      const bank = deps.bank();
      return granted({
        cases: rows.value.map(({ number, record }) => number ?? record),
        incident: await incidentOf(incident),
        only,
        count: Object.keys(only).length === 0 ? 0 : await baseline(staff, only, deps.days),
        axes: MEASURED.map(({ axis, values }) => ({
          axis,
          values: values(bank).map((slug) => ({ slug, name: names.axis(axis, slug) })),
        })),
        department: rows.value[0]?.department ?? staff.department,
        departments: Object.keys(bank.routing.departments).map((slug) => ({
          slug,
          name: names.department(slug),
          staff: bank.staff
            .filter((one) => one.department === slug && powersOf(one).works)
            .map(({ id, name }) => ({ id, name })),
        })),
        dueOn: addDays(today(), deps.days),
      });
    },

    async countKind(staff: StaffMember, only: Only, days: number): Promise<Outcome<number>> {
      if (powersOf(staff).improvements !== "runs") return refuse("not-allowed");
      return granted(Object.keys(only).length === 0 ? 0 : await baseline(staff, only, days));
    },
  };
}
