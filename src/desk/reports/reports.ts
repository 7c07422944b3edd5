/**
 * Reports for those who lead: counted from the same records, cases and conversations the lists show, so they agree with them.
 * A complaint the person may not see is in no figure and no list.
 */
import type { Bank } from "../../bank/bank.ts";
import type { Bilingual } from "../../bank/terms.ts";
import { recused } from "../../cases/recusal.ts";
import { dayIn } from "../../cases/zone.ts";
import { Business, Reason, Venue } from "../../flows/reading.ts";
import type { ReportRow, ReportStore } from "../../store/reports.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../access.ts";
import { CAUSE, CHANNEL, type DeskNames, MATTER_STATUS } from "../names.ts";
import { powersOf } from "../permissions.ts";
import { granted, type Outcome, refuse } from "../refusal.ts";
import { actorOf, type StaffMember, type StaffSource } from "../staff.ts";
import type { TrackCount, TrackDesk } from "../tracks.ts";
import { AXES, type Axis, type Counted, countsBy, countsByDay, type Figures, figuresOf, valueOn } from "./figures.ts";
import { boundsOf, daysOf, type Period, periodBefore } from "./period.ts";

export interface ReportFilters extends Period {
  /** Only complaints with this value; "" stands for not known. */
  only: Partial<Record<Axis, string>>;
}

export interface ReportLine {
  record: string;
  /** What leads to the case; null without one. */
  case: string | null;
  receivedOn: string;
  status: Bilingual;
  due: string | null;
  resolvedOn: string | null;
  values: Record<Axis, Bilingual | null>;
  reopened: boolean;
  repeat: boolean;
  /** Marks of the customer after the end, 1 to 5. */
  marks: Counted["marks"];
}

export interface ReportView {
  period: Period;
  before: Period;
  figures: Figures;
  figuresBefore: Figures;
  days: { day: string; count: number }[];
  axes: { axis: Axis; rows: { slug: string; name: Bilingual; count: number; before: number }[] }[];
  /** Suggestions, praise and reports of the period, kinds the person may see. */
  tracks: TrackCount[];
  lines: ReportLine[];
}

export interface ReportDesk {
  report(staff: StaffMember, filters: ReportFilters): Promise<Outcome<ReportView>>;
  /** The same, taken out of the desk: who took what is in the audit. */
  take(staff: StaffMember, filters: ReportFilters, as: "csv" | "print"): Promise<Outcome<ReportView>>;
}

/** Days one report may cover; two years and the time before them are read in seconds. */
const DAYS_AT_MOST = 732;
const UNKNOWN: Bilingual = { zh: "未知", en: "not known" };

export interface ReportDeskDeps {
  reports: ReportStore;
  bank: () => Pick<Bank, "outlets" | "staff" | "routing">;
}

export function createReportDesk(
  deps: ReportDeskDeps & {
    store: Pick<Store, "load" | "case" | "audit">;
    access: Access;
    staff: StaffSource;
    names: DeskNames;
    zone: string;
    trackCounts?: TrackDesk["trackCounts"] | undefined;
    now: () => string;
  },
): ReportDesk {
  const { store, access, names, zone } = deps;

  async function counted(staff: StaffMember, row: ReportRow): Promise<Counted | null> {
    const whole = row.case && (await store.case(row.case.key));
    if (whole && !(await access.sees(staff, whole))) return null;
    if (!whole && powersOf(staff).scope !== "all") return null;
    const loaded = await store.load(row.conversation);
    const matter = loaded?.state.matters.find((one) => one.id === row.matter);
    const concerned = matter && recused(deps.bank(), matter);
    if (concerned?.staff.includes(staff.id)) return null;
    const endedAt = matter?.endedAt ?? row.case?.resolvedAt ?? null;
    return {
      ...row,
      // The journal's word counts; of an erased person only the table's is left.
      status: matter?.status ?? row.status,
      receivedOn: dayIn(zone, row.receivedAt),
      endedAt,
      resolvedOn: endedAt === null ? null : dayIn(zone, endedAt),
      outlet: concerned?.outlets[0] ?? null,
      cause: matter?.cause ?? null,
      repeat: matter?.risks.some(({ slug }) => slug === "repeat") ?? false,
      marks: { solved: matter?.satisfaction?.solved ?? null, manner: matter?.satisfaction?.manner ?? null },
      lowMark: (matter?.satisfaction?.callBackBy ?? null) !== null,
      reopened: matter?.reopened ?? 0,
      emotion: { first: matter?.emotion.first ?? 0, latest: matter?.emotion.latest ?? 0 },
    };
  }

  async function gathered(staff: StaffMember, period: Period, only: ReportFilters["only"]): Promise<Counted[]> {
    const { from, to } = boundsOf(period, zone);
    const out: Counted[] = [];
    for (const row of await deps.reports.complaints(from, to)) {
      const one = await counted(staff, row);
      const fits = one && AXES.every((axis) => only[axis] === undefined || (valueOn(one, axis) ?? "") === only[axis]);
      if (fits) out.push(one);
    }
    return out;
  }

  function named(axis: Axis, slug: string | null): Bilingual {
    if (slug === null) return UNKNOWN;
    const as = { zh: slug, en: slug };
    switch (axis) {
      case "business": {
        const found = Business.safeParse(slug);
        return found.success ? names.business(found.data) : as;
      }
      case "reason": {
        const found = Reason.safeParse(slug);
        return found.success ? names.reason(found.data) : as;
      }
      case "venue": {
        const found = Venue.safeParse(slug);
        return found.success ? names.venue(found.data) : as;
      }
      case "outlet":
        return deps.bank().outlets[slug]?.names ?? as;
      case "department":
        return names.department(slug);
      case "cause":
        return Object.entries(CAUSE).find(([code]) => code === slug)?.[1] ?? as;
      case "channel":
        return CHANNEL[slug] ?? as;
    }
  }

  const lineOf = (one: Counted): ReportLine => {
    const value = (axis: Axis) => {
      const slug = valueOn(one, axis);
      return slug === null ? null : named(axis, slug);
    };
    return {
      record: one.record,
      case: one.case && (one.case.number ?? one.record),
      receivedOn: one.receivedOn,
      status: MATTER_STATUS[one.status],
      due: one.case?.due ?? null,
      resolvedOn: one.resolvedOn,
      values: {
        business: value("business"),
        reason: value("reason"),
        venue: value("venue"),
        outlet: value("outlet"),
        department: value("department"),
        cause: value("cause"),
        channel: value("channel"),
      },
      reopened: one.reopened > 0,
      marks: one.marks,
      repeat: one.repeat,
    };
  };

  async function made(staff: StaffMember, { from, to, only }: ReportFilters): Promise<Outcome<ReportView>> {
    if (!powersOf(staff).reports) return refuse("not-allowed");
    const period = { from, to };
    if (from > to || daysOf(period).length > DAYS_AT_MOST) return refuse("bad-period");
    const before = periodBefore(period);
    const today = dayIn(zone, deps.now());
    const now = await gathered(staff, period, only);
    const then = await gathered(staff, before, only);
    const axes = AXES.map((axis) => {
      const earlier = new Map(countsBy(then, axis).map(({ slug, count }) => [slug, count]));
      const rows = countsBy(now, axis).map(({ slug, count }) => ({
        slug: slug ?? "",
        name: named(axis, slug),
        count,
        before: earlier.get(slug) ?? 0,
      }));
      return { axis, rows };
    });
    return granted({
      period,
      before,
      figures: figuresOf(now, today),
      figuresBefore: figuresOf(then, today),
      days: countsByDay(now, daysOf(period)),
      axes,
      tracks: (await deps.trackCounts?.(staff, period)) ?? [],
      lines: now.map(lineOf),
    });
  }

  return {
    report: made,
    async take(staff, filters, as) {
      const report = await made(staff, filters);
      const detail = { as, from: filters.from, to: filters.to, complaints: report.ok ? report.value.lines.length : 0 };
      const action = report.ok ? "report-taken" : "refused";
      await store.audit("reports", deps.now(), { actor: actorOf(staff), action, detail });
      return report;
    },
  };
}
