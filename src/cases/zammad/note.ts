/** What stands in the notes of a ticket. */
import type { OpenCase } from "../core.ts";

/** A case as text, for the first note. */
export function noteOf({ record, department, due, receivedAt, summary }: OpenCase): string {
  const { channel, words, business, reason, venue, emotion, reasons, risks, facts, gaps } = summary;
  const lines = [
    `受理编号 Record: ${record}`,
    `部门 Department: ${department}`,
    `收到 Received: ${receivedAt}`,
    `最晚答复 Answer due: ${due}`,
    `渠道 Channel: ${channel}`,
    `分类 Class: ${[business, reason, venue].map((slug) => slug ?? "–").join(" / ")}`,
    `情绪 Emotion: ${emotion}`,
    `转人工 Reasons: ${reasons.join(", ")}`,
    ...(risks.length > 0 ? [`风险 Risks: ${risks.map(({ slug, level }) => `${level} ${slug}`).join(", ")}`] : []),
    "",
    "客户的话 In the customer's words:",
    words,
    "",
    ...facts.map(({ name, text, confirmed }) => `${name}: ${text}${confirmed ? "" : "（未确认 unconfirmed）"}`),
    ...gaps.map(({ name, reason: why }) => `${name}: –（${why}）`),
  ];
  return lines.join("\n");
}

/** Zammad's own history is its administrators': they are asked, the interface for agents cannot. `at`: ISO instant. */
export const erasedNote = (at: string): string =>
  [
    `该客户的个人信息已于 ${at} 依法删除。请删除本工单中的个人信息（备注、附件），并不再使用。`,
    `The customer's personal data was erased on ${at}. Please remove it from this ticket (notes, files) and use it no more.`,
  ].join("\n");
