/**
 * What is held about a customer, on paper, in Chinese or English: to be handed to them. What a machine wrote is marked
 * (《人工智能生成合成内容标识办法》, GB 45438-2025).
 */
import type { Bilingual } from "../../../bank/terms.ts";
import { FACT } from "../../../desk/names.ts";
import type { Held, HeldComplaint, HeldConversation, HeldMessage } from "../../../rights/held.ts";
import { escapeHtml } from "../html.ts";
import { paperPage, tableRow as row, type Tongue, paragraphs as text, timesIn } from "./paper.ts";

const WORDS = {
  title: { zh: "个人信息副本", en: "Copy of personal data" },
  made: { zh: "制作时间", en: "Made" },
  request: { zh: "请求编号", en: "Request" },
  known: { zh: "识别信息", en: "How you are known" },
  talk: { zh: "对话", en: "Conversation" },
  complaint: { zh: "投诉", en: "Complaint" },
  words: { zh: "您的陈述", en: "In your words" },
  replaced: { zh: "已更正", en: "replaced" },
  consents: { zh: "同意记录", en: "Consents" },
  given: { zh: "同意", en: "given" },
  refused: { zh: "不同意", en: "refused" },
  files: { zh: "附件", en: "Files" },
  said: { zh: "消息", en: "Messages" },
  customer: { zh: "您", en: "You" },
  assistant: { zh: "智能助手", en: "Assistant" },
  staff: { zh: "工作人员", en: "Staff" },
  ai: { zh: "AI生成", en: "AI-generated" },
  kept: { zh: "保存多久", en: "How long it is kept" },
  open: { zh: "办结后起算", en: "counted from closing" },
  until: { zh: "至", en: "until" },
  byLaw: { zh: "法律要求", en: "required by law" },
  result: { zh: "办理结果", en: "Result" },
} as const satisfies Record<string, Bilingual>;

export function rightsPrint(
  held: Held,
  options: { tongue: Tongue; style: string; zone: string; request: string },
): string {
  const { tongue, zone } = options;
  const t = (word: keyof typeof WORDS) => WORDS[word][tongue];
  const when = timesIn(zone);

  function complaint(one: HeldComplaint): string {
    const facts = one.facts.map((fact) => {
      const mark = fact.replacedBy ? ` <span class="quiet small">${t("replaced")}</span>` : "";
      return row(FACT[fact.name][tongue], `${escapeHtml(fact.text)}${mark}`);
    });
    const result = one.result === null ? "" : row(t("result"), text(one.result));
    return `<h3>${t("complaint")} ${escapeHtml(one.record)} ${escapeHtml(one.case ?? "")}</h3>
<table class="plain-table"><tbody>${row(t("words"), text(one.words))}${facts.join("")}${result}</tbody></table>`;
  }

  const message = ({ at, from, text: words, aiGenerated }: HeldMessage): string => {
    const mark = aiGenerated ? ` <span class="tag">${t("ai")}</span>` : "";
    return `<li><p class="small"><time datetime="${at}">${when(at)}</time> <b>${t(from)}</b>${mark}</p><p>${text(words)}</p></li>`;
  };

  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `<h3>${title}</h3><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;

  function conversation(one: HeldConversation): string {
    const consents = one.consents.map(
      ({ given, at, noticeVersion }) => `${when(at)} ${t(given ? "given" : "refused")} (${escapeHtml(noticeVersion)})`,
    );
    const files = one.files.map(({ name, bytes }) => `${escapeHtml(name)} (${Math.ceil(bytes / 1024)} KB)`);
    const kept = one.kept.map(({ record, until, law, basis }) => {
      const last = until === null ? t("open") : `${t("until")} ${until}`;
      return `${escapeHtml(record ?? t("talk"))} ${last}${law ? ` (${t("byLaw")})` : ""}: ${escapeHtml(basis[tongue])}`;
    });
    return `<h2>${t("talk")} ${when(one.startedAt)} (${escapeHtml(one.channel)})</h2>
${one.complaints.map(complaint).join("\n")}
${list(t("consents"), consents)}${list(t("files"), files)}${list(t("kept"), kept)}
<h3>${t("said")}</h3>
<ol class="said">${one.messages.map(message).join("\n")}</ol>`;
  }

  const body = `<h1>${escapeHtml(held.bank[tongue])} ${t("title")}</h1>
<p class="quiet">${t("request")} ${escapeHtml(options.request)} · ${t("made")} ${when(held.madeAt)}</p>
${held.notes.map((note) => `<p class="quiet">${escapeHtml(note[tongue])}</p>`).join("")}
${list(
  t("known"),
  held.identities.map(({ channel, id }) => `${escapeHtml(channel)}: ${escapeHtml(id)}`),
)}
${held.conversations.map(conversation).join("\n")}`;
  const title = `${t("title")} ${options.request}`;
  return paperPage({ tongue, title, style: options.style, kind: "case-paper", body });
}
