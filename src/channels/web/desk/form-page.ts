/** A form for the authorities on paper, in Chinese. What is missing is marked where it stands and listed above. */
import type { Form, FormTable } from "../../../desk/forms/form.ts";
import { escapeHtml } from "../html.ts";

const PLAIN =
  "body{font:14px/1.6 sans-serif;margin:2rem auto;max-width:52rem}table{width:100%;border-collapse:collapse}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}th[scope=row]{width:13rem;font-weight:400}.missing{color:#b00020}.chart{width:100%;height:8rem}.chart rect{fill:#125669}";

/** `style` is the address of the desk's stylesheet; null for a page that stands alone. */
export const styleTag = (style: string | null): string =>
  style === null ? `<style>${PLAIN}</style>` : `<link rel="stylesheet" href="${escapeHtml(style)}">`;

export function formPage(form: Form, print: { style: string | null; by: string; at: string }): string {
  const { title, basis, notes, sections, tables, missing } = form;
  const lines = sections.map(({ title: name, fields }) => {
    const rows = fields.map(
      ({ label, value }) =>
        `<tr><th scope="row">${escapeHtml(label)}</th><td>${value === null ? '<span class="missing">（缺，请补填）</span>' : escapeHtml(value).replaceAll("\n", "<br>")}</td></tr>`,
    );
    return `<section><h2>${escapeHtml(name)}</h2><table class="plain-table"><tbody>${rows.join("")}</tbody></table></section>`;
  });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
${styleTag(print.style)}
</head>
<body class="paper">
<main class="sheet form-paper">
<h1>${escapeHtml(title)}</h1>
<p class="quiet">依据：${escapeHtml(basis)}</p>
${notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`).join("\n")}
${missing.length > 0 ? `<p class="missing">缺 ${missing.length} 项：${escapeHtml(missing.join("、"))}</p>` : ""}
${lines.join("\n")}
${tables.map(table).join("\n")}
<p class="quiet small">制表 ${escapeHtml(print.by)}，${escapeHtml(print.at.slice(0, 10))}　　审核 ________　　负责人 ________</p>
</main>
</body>
</html>`;
}

function table({ title, head, rows }: FormTable): string {
  const heads = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const lines = rows.map((row) => `<tr>${row.map((value) => `<td>${escapeHtml(value)}</td>`).join("")}</tr>`);
  return `<section><h2>${escapeHtml(title)}</h2><table class="plain-table form-table"><thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody></table></section>`;
}
