/** The month on paper, in Chinese: figures beside those of the month before, and where the complaints were. */
import type { ReportView } from "../../../desk/reports/reports.ts";
import { AXIS, FIGURE, FIGURES, figureWithShare, TASK_FIGURE, TASK_FIGURES } from "../../../desk/reports/words.ts";
import { escapeHtml } from "../html.ts";
import { paperPage, tableRow } from "./paper.ts";

/** Lines of one distribution; the rest is summed up. */
const ROWS = 12;

interface Print {
  /** Address of the desk's stylesheet; null for a page that stands alone. */
  style: string | null;
  /** "2026-11". */
  month: string;
  /** Who printed it, and when. */
  by: string;
  at: string;
}

export function monthlyPage(view: ReportView, { style, month, by, at }: Print): string {
  const [year = "", number = ""] = month.split("-");
  const title = `${year}年${Number(number)}月投诉月报`;
  const body = `<h1>${title}</h1>
<p class="quiet">统计期间 ${view.period.from} 至 ${view.period.to}；上期 ${view.before.from} 至 ${view.before.to}。按收到日期统计，只含制表人有权查看的投诉。</p>
<p class="quiet">制表 ${escapeHtml(by)}，${escapeHtml(at.slice(0, 10))}</p>
<h2>主要数字</h2>
${figures(view)}
<h2>每天的投诉量</h2>
${days(view)}
${view.axes.map((axis) => distribution(axis)).join("\n")}
${tracks(view)}
${tasks(view, at)}`;
  return paperPage({ tongue: "zh", title, style, body });
}

function figures({ figures: now, figuresBefore: before }: ReportView): string {
  const rows = FIGURES.map(
    (figure) =>
      `<tr><th scope="row">${FIGURE[figure.name].zh}</th><td>${figureWithShare(now, figure).zh}</td><td>${figureWithShare(before, figure).zh}</td></tr>`,
  );
  return `<table class="plain-table"><thead><tr><th scope="col">项目</th><th scope="col">本期</th><th scope="col">上期</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** What is no complaint, in kinds the person who prints it may see. */
function tracks({ tracks: counts }: ReportView): string {
  if (counts.length === 0) return "";
  const rows = counts.map(
    ({ name, received, answered, done, late }) =>
      `<tr><th scope="row">${escapeHtml(name.zh)}</th><td>${received}</td><td>${answered}</td><td>${done}</td><td>${late}</td></tr>`,
  );
  const head = ["类别", "收到", "已答复", "已办完", "超期"].map((text) => `<th scope="col">${text}</th>`).join("");
  return `<section><h2>建议、表扬和举报</h2><table class="plain-table"><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

function tasks({ tasks: figures }: ReportView, at: string): string {
  if (!figures) return "";
  const rows = TASK_FIGURES.map((name) => tableRow(TASK_FIGURE[name].zh, String(figures[name])));
  return `<section><h2>整改任务（截至 ${escapeHtml(at.slice(0, 10))}）</h2><table class="plain-table"><tbody>${rows.join("")}</tbody></table></section>`;
}

function days({ days: counts }: ReportView): string {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const bars = counts.map(({ day, count }, n) => {
    const height = (count / most) * 70;
    return `<g><title>${day}：${count} 件</title><rect x="${n * 20 + 2}" y="${80 - height}" width="16" height="${height}"/><text x="${n * 20 + 10}" y="94">${Number(day.slice(8))}</text></g>`;
  });
  return `<svg class="chart" role="img" aria-label="每天的投诉量，最多 ${most} 件" viewBox="0 0 ${counts.length * 20} 100">${bars.join("")}</svg>`;
}

function distribution({ axis, rows }: ReportView["axes"][number]): string {
  if (rows.length === 0) return "";
  const shown = rows.slice(0, ROWS);
  const rest = rows.slice(ROWS).reduce((sum, { count }) => sum + count, 0);
  const lines = shown.map(
    ({ name, count, before }) =>
      `<tr><th scope="row">${escapeHtml(name.zh)}</th><td>${count}</td><td>${before}</td></tr>`,
  );
  const more = rest > 0 ? `<tr><th scope="row">其余</th><td>${rest}</td><td></td></tr>` : "";
  return `<section><h2>按${AXIS[axis].zh}</h2><table class="plain-table"><thead><tr><th scope="col">${AXIS[axis].zh}</th><th scope="col">本期</th><th scope="col">上期</th></tr></thead><tbody>${lines.join("")}${more}</tbody></table></section>`;
}
