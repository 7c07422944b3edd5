/** Words of reports, for the pages, the table for other programs and the printed month. */
import type { Bilingual } from "../../bank/terms.ts";
import type { TaskFigures } from "../improvement-view.ts";
import type { Axis, Figures } from "./figures.ts";

export const AXIS: Record<Axis, Bilingual> = {
  business: { zh: "业务", en: "Business" },
  reason: { zh: "投诉原因", en: "Reason" },
  venue: { zh: "办理渠道", en: "Where it happened" },
  outlet: { zh: "网点", en: "Outlet" },
  department: { zh: "责任部门", en: "Department" },
  cause: { zh: "原因归属", en: "Cause" },
  grade: { zh: "投诉分级", en: "Grade" },
  channel: { zh: "来访渠道", en: "Channel" },
};

export const FIGURE: Record<
  keyof Figures,
  Bilingual & { unit: "count" | "percent" | "hours" | "days" | "emotion" | "mark" }
> = {
  volume: { zh: "投诉件数", en: "Complaints", unit: "count" },
  handedOver: { zh: "转人工办理", en: "Handed to a person", unit: "count" },
  botResolved: { zh: "当场解释清楚", en: "Settled by the assistant", unit: "count" },
  withdrawn: { zh: "客户撤回", en: "Withdrawn", unit: "count" },
  resolved: { zh: "已办结", en: "Resolved", unit: "count" },
  open: { zh: "未结", en: "Open", unit: "count" },
  reopened: { zh: "重新办理", en: "Reopened", unit: "count" },
  repeat: { zh: "重复投诉", en: "Repeated", unit: "count" },
  kept: { zh: "按时答复", en: "Answered in time", unit: "count" },
  late: { zh: "超期", en: "Late", unit: "count" },
  keptShare: { zh: "按时答复率", en: "Limits kept, share", unit: "percent" },
  handedOverShare: { zh: "转人工率", en: "Handover rate", unit: "percent" },
  botResolvedShare: { zh: "当场解释率", en: "Settled by the assistant, share", unit: "percent" },
  calledBack: { zh: "已回访", en: "Called back", unit: "count" },
  satisfiedShare: { zh: "回访满意率", en: "Satisfied when called back", unit: "percent" },
  firstAnswerMedian: { zh: "首次人工回复（中位）", en: "First answer of a person, median", unit: "hours" },
  firstAnswerNinety: { zh: "首次人工回复（九成以内）", en: "First answer, nine in ten within", unit: "hours" },
  closeMedian: { zh: "办结用时（中位）", en: "Time to close, median", unit: "days" },
  closeNinety: { zh: "办结用时（九成以内）", en: "Time to close, nine in ten within", unit: "days" },
  emotionFirst: { zh: "开始时的情绪（0–3）", en: "Emotion at first (0–3)", unit: "emotion" },
  emotionLatest: { zh: "最后的情绪（0–3）", en: "Emotion at last (0–3)", unit: "emotion" },
  marked: { zh: "评价件数", en: "Marked by the customer", unit: "count" },
  markedSolved: { zh: "客户认为已解决", en: "Solved, says the customer", unit: "count" },
  lowMarks: { zh: "低分须回电", en: "Low marks, called back", unit: "count" },
  mannerMean: { zh: "服务态度评分（1–5）", en: "How they were treated (1–5)", unit: "mark" },
};

/** In the order in which they are shown. A count with a share is shown with it. */
export const FIGURES: readonly { name: keyof Figures; share?: keyof Figures }[] = [
  { name: "volume" },
  { name: "resolved" },
  { name: "open" },
  { name: "withdrawn" },
  { name: "handedOver", share: "handedOverShare" },
  { name: "botResolved", share: "botResolvedShare" },
  { name: "kept", share: "keptShare" },
  { name: "late" },
  { name: "reopened" },
  { name: "repeat" },
  { name: "calledBack" },
  { name: "satisfiedShare" },
  { name: "firstAnswerMedian" },
  { name: "firstAnswerNinety" },
  { name: "closeMedian" },
  { name: "closeNinety" },
  { name: "emotionFirst" },
  { name: "emotionLatest" },
  { name: "marked" },
  { name: "markedSolved" },
  { name: "lowMarks" },
  { name: "mannerMean" },
];

/** Where improvement tasks stand, in the order in which they are shown. */
export const TASK_FIGURE: Record<keyof TaskFigures, Bilingual> = {
  open: { zh: "整改中", en: "Under way" },
  overdue: { zh: "其中逾期", en: "of these late" },
  done: { zh: "已整改待核对", en: "Done, to be checked" },
  effective: { zh: "核对有效", en: "Had an effect" },
  notEffective: { zh: "曾核对无效", en: "Found without effect once" },
};
export const TASK_FIGURES: readonly (keyof TaskFigures)[] = ["open", "overdue", "done", "effective", "notEffective"];

const UNIT = {
  count: { zh: "", en: "" },
  percent: { zh: "%", en: "%" },
  hours: { zh: " 小时", en: " h" },
  days: { zh: " 天", en: " d" },
  emotion: { zh: "", en: "" },
  mark: { zh: "", en: "" },
};

export function figureText(name: keyof Figures, value: number | null): Bilingual {
  if (value === null) return { zh: "—", en: "—" };
  const { unit } = FIGURE[name];
  const text = unit === "count" ? String(value) : value.toFixed(value < 10 || unit === "percent" ? 1 : 0);
  return { zh: text + UNIT[unit].zh, en: text + UNIT[unit].en };
}

/** "24 (80%)" where there is a share of it, "24" else. */
export function figureWithShare(figures: Figures, { name, share }: (typeof FIGURES)[number]): Bilingual {
  const text = figureText(name, figures[name]);
  if (share === undefined || figures[share] === null) return text;
  const part = figureText(share, figures[share]);
  return { zh: `${text.zh}（${part.zh}）`, en: `${text.en} (${part.en})` };
}
