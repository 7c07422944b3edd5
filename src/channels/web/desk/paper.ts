/** The sheet on which a page for paper stands: a case, somebody's data, a form, a month. */
import { escapeHtml } from "../html.ts";

export type Tongue = "zh" | "en";

const PLAIN =
  "body{font:14px/1.6 sans-serif;margin:2rem auto;max-width:52rem}table{width:100%;border-collapse:collapse}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}th[scope=row]{width:13rem;font-weight:400}.missing{color:#b00020}.chart{width:100%;height:8rem}.chart rect{fill:#125669}";

const styleTag = (style: string | null): string =>
  style === null ? `<style>${PLAIN}</style>` : `<link rel="stylesheet" href="${escapeHtml(style)}">`;

export interface Paper {
  tongue: Tongue;
  /** As text. */
  title: string;
  /** Address of the desk's stylesheet; null for a page that stands alone. */
  style: string | null;
  /** Class of the sheet beside its own. */
  kind?: "case-paper" | "form-paper";
  /** HTML, with all that is not ours escaped. */
  body: string;
}

export const paperPage = ({ tongue, title, style, kind, body }: Paper): string => `<!doctype html>
<html lang="${tongue === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
${styleTag(style)}
</head>
<body class="paper">
<main class="sheet${kind ? ` ${kind}` : ""}">
${body}
</main>
</body>
</html>`;

/** Instants as the people of the bank read them: "2026-11-22 10:00". */
export function timesIn(zone: string): (instant: string) => string {
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return (instant) => time.format(new Date(instant));
}

/** `name` and `value` are HTML. */
export const tableRow = (name: string, value: string): string =>
  `<tr><th scope="row">${name}</th><td>${value}</td></tr>`;

/** Somebody's words, with their own line breaks. */
export const paragraphs = (words: string): string => escapeHtml(words).replaceAll("\n", "<br>");
