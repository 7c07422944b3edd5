/** A form as a table for other programs: a line for each field, then its tables. What is missing says so. */
import { csvText } from "../reports/csv.ts";
import type { Form } from "./form.ts";

const MISSING = "（缺）";

export function formCsv({ title, sections, tables }: Form): string {
  const fields = sections.flatMap((section) =>
    section.fields.map(({ name, label, value }) => [section.title, name, label, value ?? MISSING]),
  );
  const rest = tables.flatMap((table) => [[], [table.title], table.head, ...table.rows]);
  return csvText([[title], ["部分", "代码", "项目", "内容"], ...fields, ...rest]);
}
