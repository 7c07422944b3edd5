/**
 * A case on paper, in Chinese or English: what was told, what was said and answered, when, and with what result.
 * It may be handed to the customer, so it holds nothing internal: no notes, risks, moods or audit. What a machine wrote
 * is marked (《人工智能生成合成内容标识办法》, GB 45438-2025).
 */
import type { Bilingual } from "../../../bank/terms.ts";
import type { CaseView, MessageView } from "../../../desk/view.ts";
import { escapeHtml } from "../html.ts";
import { paperPage, paragraphs, tableRow as row, type Tongue, timesIn } from "./paper.ts";

const WORDS = {
  title: { zh: "投诉办理单", en: "Complaint record" },
  number: { zh: "案件编号", en: "Case number" },
  record: { zh: "受理编号", en: "Record number" },
  received: { zh: "收到时间", en: "Received" },
  due: { zh: "答复期限", en: "Answer due by" },
  department: { zh: "责任部门", en: "Department" },
  about: { zh: "业务和原因", en: "Business and reason" },
  words: { zh: "客户陈述", en: "In the customer's words" },
  facts: { zh: "已确认的事实", en: "Facts" },
  unconfirmed: { zh: "未经客户确认", en: "not confirmed by the customer" },
  timeline: { zh: "经过", en: "Timeline" },
  result: { zh: "办理结果", en: "Result" },
  noResult: { zh: "尚在办理。", en: "Still being worked on." },
  policies: { zh: "引用的规定", en: "Policies cited" },
  clause: { zh: "条款", en: "clause" },
  customer: { zh: "客户", en: "Customer" },
  bot: { zh: "智能助手", en: "Assistant" },
  ai: { zh: "AI生成", en: "AI-generated" },
  aiNote: {
    zh: "标有“AI生成”的内容由人工智能（AI）生成，仅供参考；处理结果以本行正式答复为准。",
    en: "What is marked “AI-generated” was written by artificial intelligence (AI) and is for reference only; the bank's formal reply decides.",
  },
  masked: { zh: "个人信息已部分隐去。", en: "Personal data is partly masked." },
  erased: { zh: "（内容已依法删除）", en: "(content erased)" },
  attachment: { zh: "附件", en: "attachment" },
  truncated: { zh: "更早的消息未列出。", en: "Earlier messages are not listed." },
  printed: { zh: "打印", en: "Printed" },
} as const satisfies Record<string, Bilingual>;

export function casePrint(
  view: CaseView,
  options: { tongue: Tongue; style: string; zone: string; at: string },
): string {
  const { tongue, zone } = options;
  const t = (word: keyof typeof WORDS) => WORDS[word][tongue];
  const b = (text: Bilingual) => escapeHtml(text[tongue]);
  const when = timesIn(zone);
  const { item, matter } = view;
  const about = [item.business, item.reason, matter.venue].flatMap((part) => (part ? [b(part)] : []));
  const facts = view.facts.map((fact) => {
    const note = fact.confirmed ? "" : ` <span class="quiet small">${t("unconfirmed")}</span>`;
    return row(b(fact.label), `${b(fact.value)}${note}`);
  });
  const policies = view.policies.map(
    ({ title, clause, version, quote }) =>
      `<li><b>${escapeHtml(title)}</b> ${t("clause")} ${escapeHtml(clause)} (${escapeHtml(version)})<br>${escapeHtml(quote)}</li>`,
  );

  function said(message: MessageView): string {
    const { author } = message;
    const who = author.kind === "customer" ? t("customer") : author.kind === "bot" ? t("bot") : escapeHtml(author.name);
    const mark = author.kind === "bot" ? ` <span class="tag">${t("ai")}</span>` : "";
    const files = message.attachments.length > 0 ? ` [${t("attachment")} × ${message.attachments.length}]` : "";
    const text = message.text === null ? t("erased") : paragraphs(message.text);
    return `<li><p class="small"><time datetime="${message.at}">${when(message.at)}</time> <b>${who}</b>${mark}${files}</p><p>${text}</p></li>`;
  }
  const title = `${t("title")} ${item.ref}`;
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="quiet">${t("aiNote")} ${view.masked ? t("masked") : ""}</p>
<table class="plain-table"><tbody>
${row(t("number"), escapeHtml(item.number ?? "—"))}
${row(t("record"), escapeHtml(item.record))}
${row(t("received"), when(item.receivedAt))}
${row(t("due"), `${item.clock.due} <span class="quiet small">${b(view.arithmetic)}</span>`)}
${row(t("department"), b(item.department))}
${about.length > 0 ? row(t("about"), about.join(" · ")) : ""}
</tbody></table>
<h2>${t("words")}</h2>
<p>${escapeHtml(matter.words)}</p>
${facts.length > 0 ? `<h2>${t("facts")}</h2><table class="plain-table"><tbody>${facts.join("")}</tbody></table>` : ""}
<h2>${t("timeline")}</h2>
${view.truncated ? `<p class="quiet">${t("truncated")}</p>` : ""}
<ol class="said">${view.transcript.map(said).join("\n")}</ol>
<h2>${t("result")}</h2>
<p>${matter.result === null ? t("noResult") : paragraphs(matter.result)}</p>
${policies.length > 0 ? `<h2>${t("policies")}</h2><ul class="said">${policies.join("\n")}</ul>` : ""}
<p class="quiet small">${t("printed")} ${when(options.at)}</p>`;
  return paperPage({ tongue, title, style: options.style, kind: "case-paper", body });
}
