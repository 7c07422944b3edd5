/**
 * Reports for those who lead: counted from the same records, cases and conversations the lists show, so they agree with them.
 * A complaint the person may not see is in no figure and no list.
 */
import type { Bank } from "../../bank/bank.ts";
import type { Bilingual } from "../../bank/terms.ts";
import { dayIn } from "../../cases/zone.ts";
import type { ReportStore } from "../../store/reports.ts";
import type { Store } from "../../store/store.ts";
import type { TaskFigures } from "../improvement-view.ts";
import { type DeskNames, MATTER_STATUS } from "../names.ts";
import { powersOf } from "../permissions.ts";
import { granted, type Outcome, refuse } from "../refusal.ts";
import { actorOf, type StaffMember } from "../staff.ts";
import type { TrackCount, TrackDesk } from "../tracks.ts";
import { axisNames } from "./axis-names.ts";
import { AXES, type Axis, type Counted, countsBy, countsByDay, type Figures, figuresOf, valueOn } from "./figures.ts";
import type { Gather, Only } from "./gather.ts";
import { daysOf, type Period, periodBefore } from "./period.ts";

export interface ReportFilters extends Period {
  only: Only;
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
  /** What the customer said when called back; null while nobody asked. */
  satisfied: boolean | null;
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
  /** Where the improvement tasks of this person's field stand now, whatever the period; null where none are kept. */
  tasks: TaskFigures | null;
}

export interface ReportDesk {
  report(staff: StaffMember, filters: ReportFilters): Promise<Outcome<ReportView>>;
  /** The same, taken out of the desk: who took what is in the audit. */
  take(staff: StaffMember, filters: ReportFilters, as: "csv" | "json" | "print"): Promise<Outcome<ReportView>>;
}

/** Days one report may cover; two years and the time before them are read in seconds. */
const DAYS_AT_MOST = 732;

export interface ReportDeskDeps {
  reports: ReportStore;
  bank: () => Bank;
}

export function createReportDesk(
  deps: ReportDeskDeps & {
    store: Pick<Store, "audit">;
    gather: Gather;
    tasks: (staff: StaffMember) => Promise<TaskFigures | null>;
    names: DeskNames;
    zone: string;
    trackCounts?: TrackDesk["trackCounts"] | undefined;
    now: () => string;
  },
): ReportDesk {
  const { store, gather, zone } = deps;
  const named = axisNames(deps);

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
        grade: value("grade"),
        channel: value("channel"),
      },
      reopened: one.reopened > 0,
      marks: one.marks,
      repeat: one.repeat,
      satisfied: one.satisfied,
    };
  };

  async function made(staff: StaffMember, { from, to, only }: ReportFilters): Promise<Outcome<ReportView>> {
    if (!powersOf(staff).reports) return refuse("not-allowed");
    const period = { from, to };
    if (from > to || daysOf(period).length > DAYS_AT_MOST) return refuse("bad-period");
    const before = periodBefore(period);
    const today = dayIn(zone, deps.now());
    const now = await gather(staff, period, only);
    const then = await gather(staff, before, only);
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
      tasks: await deps.tasks(staff),
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
