/** export: what leaves the bank on paper or for programs, as one of the staff would take it from the desk. */
import { formPage } from "../channels/web/desk/form-page.ts";
import { monthlyPage } from "../channels/web/desk/monthly-page.ts";
import type { Content } from "../content.ts";
import { deskNames } from "../desk/bank-names.ts";
import { createDesk } from "../desk/desk.ts";
import { formCsv } from "../desk/forms/csv.ts";
import { AUTHORITIES, type Form } from "../desk/forms/form.ts";
import type { FormFormat } from "../desk/forms/forms.ts";
import { statisticsPeriod } from "../desk/forms/statistics.ts";
import { type Outcome, refuse } from "../desk/refusal.ts";
import { csvOf } from "../desk/reports/csv.ts";
import { findStaff, type StaffMember } from "../desk/staff.ts";
import type { SqliteStore } from "../store/sqlite/open.ts";

export interface ExportOptions {
  /** feedback, statistics or report. */
  kind: string;
  /** Number of the case, for feedback. */
  ref: string;
  /** Authority the feedback goes to. */
  to: string;
  /** "2026", "2026-Q4", "2026-11"; a report is of a month. */
  period: string;
  as: string;
  /** Staff id of whoever takes it: their role decides, and the audit names them. */
  staff: string;
}

const USAGE = `export feedback CASE --to nfra|pboc --staff ID [--as json|csv|print]
export statistics --period 2026-Q4|2026|2026-11 --staff ID [--as json|csv|print]
export report --period 2026-11 --staff ID [--as json|csv|print]
`;

/** Writes to stdout. 1 when it is refused, 2 when it was not asked for rightly. */
export async function exportCommand(
  store: SqliteStore,
  { bank }: Content,
  options: ExportOptions,
  now: () => string,
): Promise<number> {
  const staff = findStaff(bank, options.staff);
  const as = (["json", "csv", "print"] as const).find((one) => one === options.as);
  if (!as) return wrong();
  if (!staff) return failed(refuse("no-such-staff"));
  const desk = createDesk({
    store,
    gaps: store,
    commands: {
      command: () => Promise.reject(new Error("the command line does not act on cases")),
      typing: () => undefined,
    },
    staff: () => bank,
    names: deskNames(() => bank),
    reports: { reports: store.reports, bank: () => bank },
    improvements: { improvements: store.improvements, incidents: store.incidents, bank: () => bank },
    zone: bank.profile.zone,
    now,
    newId: () => crypto.randomUUID(),
  });
  const { forms, reports } = desk;
  if (!forms || !reports) throw new Error("the desk makes no reports");

  switch (options.kind) {
    case "feedback": {
      const to = AUTHORITIES.find((one) => one === options.to);
      if (!to || options.ref === "") return wrong();
      return written(await forms.feedback(staff, options.ref, to, as), as, staff, now());
    }
    case "statistics":
      return written(await forms.statistics(staff, options.period, as), as, staff, now());
    case "report": {
      const asked = options.period.length === 7 ? statisticsPeriod(options.period) : null;
      if (!asked || asked.period.from.slice(0, 7) !== options.period) return wrong();
      const report = await reports.take(staff, { ...asked.period, only: {} }, as);
      if (!report.ok) return failed(report);
      if (as === "csv") process.stdout.write(csvOf(report.value));
      else if (as === "json") process.stdout.write(`${JSON.stringify(report.value)}\n`);
      else {
        const print = { style: null, month: options.period, by: staff.name, at: now() };
        process.stdout.write(monthlyPage(report.value, print));
      }
      return 0;
    }
    default:
      return wrong();
  }
}

function written(form: Outcome<Form>, as: FormFormat, staff: StaffMember, at: string): number {
  if (!form.ok) return failed(form);
  if (as === "csv") process.stdout.write(formCsv(form.value));
  else if (as === "json") process.stdout.write(`${JSON.stringify(form.value)}\n`);
  else process.stdout.write(formPage(form.value, { style: null, by: staff.name, at }));
  const { missing } = form.value;
  if (missing.length > 0) process.stderr.write(`缺 ${missing.length} 项：${missing.join("、")}\n`);
  return 0;
}

function failed({ refusal }: Extract<Outcome<never>, { ok: false }>): number {
  process.stderr.write(`${refusal.message.zh} ${refusal.message.en}\n`);
  return 1;
}

function wrong(): number {
  process.stderr.write(USAGE);
  return 2;
}
