/** Words of the page of reports. */
import type { Bilingual } from "../../../../bank/terms.ts";

export const REPORT_WORDS = {
  cause: { zh: "原因归属（内部）", en: "Cause (internal)" },
  causeNone: { zh: "（未记录）", en: "(not recorded)" },
  causeHint: {
    zh: "客户看不到；用于统计和整改。前五类转给对应部门改进，误解靠解释。",
    en: "Not shown to the customer; for reports and improvement. The first five go to their owners, misunderstandings are explained.",
  },
  reports: { zh: "报表", en: "Reports" },
  reportsTitle: { zh: "投诉报表", en: "Complaint reports" },
  reportFrom: { zh: "从", en: "From" },
  reportTo: { zh: "到", en: "To" },
  all: { zh: "全部", en: "all" },
  showReport: { zh: "查看", en: "Show" },
  csv: { zh: "导出 CSV", en: "Export CSV" },
  monthly: { zh: "打印月报", en: "Monthly report" },
  thisMonth: { zh: "本月", en: "This month" },
  lastMonth: { zh: "上月", en: "Last month" },
  thisQuarter: { zh: "本季", en: "This quarter" },
  thisYear: { zh: "今年", en: "This year" },
  narrowedTo: { zh: "只看", en: "Only" },
  takeOff: { zh: "去掉", en: "take off" },
  against: { zh: "上期", en: "before" },
  figures: { zh: "主要数字", en: "Figures" },
  perDay: { zh: "每天的投诉量", en: "Complaints a day" },
  byAxis: { zh: "分布", en: "Distribution" },
  count: { zh: "件数", en: "Complaints" },
  drill: { zh: "明细", en: "The complaints" },
  drillAll: { zh: "全部显示", en: "Show all" },
  reportSeen: {
    zh: "只统计您有权查看的投诉。上期指同样长的前一段时间，整月对整月。",
    en: "Only complaints you may see are counted. “Before” is the time of the same length before, a month for a month.",
  },
} as const satisfies Record<string, Bilingual>;
