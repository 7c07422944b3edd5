/** A case as text, for the first note of a ticket. */
import type { OpenCase } from "../core.ts";

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
