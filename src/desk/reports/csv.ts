/** A report's complaints as a table for other programs: RFC 4180, UTF-8 with a byte order mark so that Excel reads Chinese. */
import { AXES } from "./figures.ts";
import type { ReportView } from "./reports.ts";
import { AXIS } from "./words.ts";

const HEAD = [
  "受理编号",
  "案件编号",
  "收到日期",
  "状态",
  "最后一天",
  "办结日期",
  "重新办理",
  "重复投诉",
  "回访满意",
  "问题解决评分",
  "态度评分",
];

export function csvOf({ lines }: Pick<ReportView, "lines">): string {
  const rows = lines.map((line) => [
    line.record,
    line.case ?? "",
    line.receivedOn,
    line.status.zh,
    line.due ?? "",
    line.resolvedOn ?? "",
    line.reopened ? "是" : "",
    line.repeat ? "是" : "",
    line.satisfied === null ? "" : line.satisfied ? "是" : "否",
    String(line.marks.solved ?? ""),
    String(line.marks.manner ?? ""),
    ...AXES.map((axis) => line.values[axis]?.zh ?? ""),
  ]);
  return csvText([[...HEAD, ...AXES.map((axis) => AXIS[axis].zh)], ...rows]);
}

export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

/** What begins like a formula is text all the same: a spreadsheet must not run it. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
