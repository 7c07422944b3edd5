/** A form for the authorities on paper, in Chinese. What is missing is marked where it stands and listed above. */
import type { Form, FormTable } from "../../../desk/forms/form.ts";
import { escapeHtml } from "../html.ts";
import { paperPage, paragraphs, tableRow } from "./paper.ts";

export function formPage(form: Form, print: { style: string | null; by: string; at: string }): string {
  const { title, basis, notes, sections, tables, missing } = form;
  const lines = sections.map(({ title: name, fields }) => {
    const rows = fields.map(({ label, value }) =>
      tableRow(escapeHtml(label), value === null ? '<span class="missing">（缺，请补填）</span>' : paragraphs(value)),
    );
    return `<section><h2>${escapeHtml(name)}</h2><table class="plain-table"><tbody>${rows.join("")}</tbody></table></section>`;
  });
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="quiet">依据：${escapeHtml(basis)}</p>
${notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`).join("\n")}
${missing.length > 0 ? `<p class="missing">缺 ${missing.length} 项：${escapeHtml(missing.join("、"))}</p>` : ""}
${lines.join("\n")}
${tables.map(table).join("\n")}
<p class="quiet small">制表 ${escapeHtml(print.by)}，${escapeHtml(print.at.slice(0, 10))}　　审核 ________　　负责人 ________</p>`;
  return paperPage({ tongue: "zh", title, style: print.style, kind: "form-paper", body });
}

function table({ title, head, rows }: FormTable): string {
  const heads = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const lines = rows.map((row) => `<tr>${row.map((value) => `<td>${escapeHtml(value)}</td>`).join("")}</tr>`);
  return `<section><h2>${escapeHtml(title)}</h2><table class="plain-table form-table"><thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody></table></section>`;
}
