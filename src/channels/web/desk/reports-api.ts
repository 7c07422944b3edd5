/** The part of the desk's API that is about reports: data for the page, a table for other programs, the month for print. */
import type { Context, Hono } from "hono";
import { z } from "zod";
import { csvOf } from "../../../desk/reports/csv.ts";
import { AXES } from "../../../desk/reports/figures.ts";
import { wholeMonth } from "../../../desk/reports/period.ts";
import type { ReportDesk, ReportFilters } from "../../../desk/reports/reports.ts";
import { answer, type DeskEnv, invalid, STATUS } from "./asked.ts";
import type { DeskAssets } from "./bundle.ts";
import { monthlyPage } from "./monthly-page.ts";

const Day = z.iso.date();
const Only = z.partialRecord(z.enum(AXES), z.string().max(60));
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u);

function filtersIn(c: Context<DeskEnv>): ReportFilters | null {
  const { from, to, ...rest } = c.req.query();
  const period = z.object({ from: Day, to: Day }).safeParse({ from, to });
  const only = Only.safeParse(rest);
  return period.success && only.success ? { ...period.data, only: only.data } : null;
}

export function addReportRoutes(
  api: Hono<DeskEnv>,
  reports: ReportDesk,
  { assets, now }: { assets: DeskAssets; now: () => string },
): void {
  api.get("/reports", async (c) => {
    const filters = filtersIn(c);
    if (!filters) return c.json(invalid, 400);
    const { body, status } = answer(await reports.report(c.var.staff, filters));
    return c.json(body, status);
  });

  api.get("/reports/csv", async (c) => {
    const filters = filtersIn(c);
    if (!filters) return c.json(invalid, 400);
    const report = await reports.take(c.var.staff, filters, "csv");
    if (!report.ok) return c.json(report.refusal, STATUS[report.refusal.code]);
    return c.body(csvOf(report.value), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="complaints-${filters.from}-${filters.to}.csv"`,
    });
  });

  api.get("/reports/monthly", async (c) => {
    const month = Month.safeParse(c.req.query("month"));
    if (!month.success) return c.json(invalid, 400);
    const filters = { ...wholeMonth(`${month.data}-01`), only: {} };
    const report = await reports.take(c.var.staff, filters, "print");
    if (!report.ok) return c.json(report.refusal, STATUS[report.refusal.code]);
    const style = `/desk/assets/${assets.style.hash}.css`;
    return c.html(monthlyPage(report.value, { style, month: month.data, by: c.var.staff.name, at: now() }));
  });
}
