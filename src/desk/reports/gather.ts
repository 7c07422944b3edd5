/** The complaints of a period as one person may see them, with all that is counted of each: records, journal, life of the case. */
import type { Bank } from "../../bank/bank.ts";
import { evolveAll } from "../../cases/life/evolve.ts";
import { recused } from "../../cases/recusal.ts";
import { dayIn } from "../../cases/zone.ts";
import type { ReportRow, ReportStore } from "../../store/reports.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../access.ts";
import { powersOf } from "../permissions.ts";
import type { StaffMember } from "../staff.ts";
import { AXES, type Axis, type Counted, valueOn } from "./figures.ts";
import { boundsOf, type Period } from "./period.ts";

/** Only complaints with this value on each axis named; "" stands for not known. */
export type Only = Partial<Record<Axis, string>>;

/** A complaint the person may not see is not among them. In order of receipt. */
export type Gather = (staff: StaffMember, period: Period, only: Only) => Promise<Counted[]>;

export interface GatherDeps {
  reports: ReportStore;
  bank: () => Pick<Bank, "outlets" | "staff" | "routing">;
  store: Pick<Store, "load" | "case" | "lives">;
  access: Pick<Access, "sees">;
  zone: string;
}

export function createGather(deps: GatherDeps): Gather {
  const { store, access, zone } = deps;

  async function counted(staff: StaffMember, row: ReportRow): Promise<Counted | null> {
    const whole = row.case && (await store.case(row.case.key));
    if (whole && !(await access.sees(staff, whole))) return null;
    if (!whole && powersOf(staff).scope !== "all") return null;
    const loaded = await store.load(row.conversation);
    const matter = loaded?.state.matters.find((one) => one.id === row.matter);
    const concerned = matter && recused(deps.bank(), matter);
    if (concerned?.staff.includes(staff.id)) return null;
    // The journal's word counts; of an erased person only the table's is left.
    const status = matter?.status ?? row.status;
    // What was taken up again has not ended, whatever the table remembers of its first end.
    const endedAt = status === "open" ? null : (matter?.endedAt ?? row.case?.resolvedAt ?? null);
    const life = row.case && (await lifeOf(row.case.key));
    return {
      ...row,
      status,
      receivedOn: dayIn(zone, row.receivedAt),
      endedAt,
      resolvedOn: endedAt === null ? null : dayIn(zone, endedAt),
      firstAnswerAt: earlier(row.firstAnswerAt, life?.contactedAt ?? null),
      outlet: concerned?.outlets[0] ?? null,
      cause: matter?.cause ?? null,
      grade: life?.grade ?? null,
      satisfied: life?.satisfied ?? null,
      marks: { solved: matter?.satisfaction?.solved ?? null, manner: matter?.satisfaction?.manner ?? null },
      lowMark: (matter?.satisfaction?.callBackBy ?? null) !== null,
      repeat: (matter?.risks.some(({ slug }) => slug === "repeat") ?? false) || (life?.repeats ?? false),
      reopened: matter?.reopened ?? 0,
      emotion: { first: matter?.emotion.first ?? 0, latest: matter?.emotion.latest ?? 0 },
    };
  }

  /** Null where the case has no life of its own yet; of an erased customer only the row's codes are left. */
  async function lifeOf(key: string) {
    const stored = await store.lives.load(key);
    if (!stored) return null;
    const state = stored.events && evolveAll(null, stored.events);
    return {
      grade: stored.row.grade,
      satisfied: state?.satisfied ?? null,
      contactedAt: state?.contactedAt ?? null,
      repeats: state?.links.some(({ as }) => as === "repeat") ?? false,
    };
  }

  return async (staff, period, only) => {
    const { from, to } = boundsOf(period, zone);
    const out: Counted[] = [];
    for (const row of await deps.reports.complaints(from, to)) {
      const one = await counted(staff, row);
      const fits = one && AXES.every((axis) => only[axis] === undefined || (valueOn(one, axis) ?? "") === only[axis]);
      if (fits) out.push(one);
    }
    return out;
  };
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) <= Date.parse(other) ? one : other;
}
