/** A count of days in words, for staff: "收到日 12-20 不计，第 15 日 = 01-04". */
import type { Length } from "../../bank/files/rules.ts";
import type { Language } from "../../flows/reading.ts";
import { isoDay } from "./day.ts";

export interface ExplainedCount {
  /** receipt: 收到日. restart: new facts began the count again. begin: anything else. */
  start: { day: number; called: "receipt" | "restart" | "begin"; first: "excluded" | "included" };
  unit: Length["unit"];
  count: number;
  reached: number;
  /** After rolling forward. */
  last: number;
}

const STARTS = {
  receipt: { zh: "收到日", en: "received" },
  restart: { zh: "重新起算日", en: "began again" },
  begin: { zh: "起算日", en: "began" },
} as const;

export function explainCount(of: ExplainedCount, language: Language): string {
  const { day, called, first } = of.start;
  const moved = of.last !== of.reached;
  if (language === "en") {
    const start = `${STARTS[called].en} ${short(day)}, ${first === "excluded" ? "not counted" : "counted as day 1"}`;
    return `${start}; ${nth(of, "en")} = ${short(of.reached)}${moved ? `, moved to ${short(of.last)}` : ""}`;
  }
  const start = `${STARTS[called].zh} ${short(day)} ${first === "excluded" ? "不计" : "计为第 1 日"}`;
  return `${start}，${nth(of, "zh-Hans")} = ${short(of.reached)}${moved ? `，顺延至 ${short(of.last)}` : ""}`;
}

/** "第 15 日", "第 3 个工作日". Weeks are counted in days. */
export function nth({ unit, count }: { unit: Length["unit"]; count: number }, language: Language): string {
  const working = unit === "working-days";
  if (language === "en") return working ? `working day ${count}` : `day ${count}`;
  return working ? `第 ${count} 个工作日` : `第 ${count} 日`;
}

/** "01-04". */
export const short = (day: number): string => isoDay(day).slice(5);
