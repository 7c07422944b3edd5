/** How long a case still has, as lists show it. */
import type { Language } from "../flows/reading.ts";
import { addDays, daysBetween, instantAt, instantMs, localTime } from "./zone.ts";

export interface Remaining {
  /** The last day is over. */
  overdue: boolean;
  /** Calendar days to the last day, which is day 0; days since it when overdue. */
  days: number;
  /** Whole hours to the end of the last day; 0 when overdue. */
  hours: number;
  /** "还剩 3 天", "今天到期，还剩 5 小时", "已超期 2 天". */
  text: string;
}

/** `due` is an ISO date in `zone`, its end the end of that day; `now` an ISO instant. */
export function remaining(due: string, now: string, zone: string, language: Language): Remaining {
  const nowMs = instantMs(now);
  const distance = daysBetween(localTime(nowMs, zone).day, due);
  const hours = Math.max(0, Math.floor((instantAt(addDays(due, 1), 0, zone) - nowMs) / 3_600_000));
  const overdue = distance < 0;
  const days = Math.abs(distance);
  return {
    overdue,
    days,
    hours,
    text: language === "en" ? english(overdue, days, hours) : chinese(overdue, days, hours),
  };
}

function chinese(overdue: boolean, days: number, hours: number): string {
  if (overdue) return `已超期 ${days} 天`;
  if (days > 0) return `还剩 ${days} 天`;
  return hours > 0 ? `今天到期，还剩 ${hours} 小时` : "今天到期，不足 1 小时";
}

function english(overdue: boolean, days: number, hours: number): string {
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (overdue) return `${count(days, "day")} overdue`;
  if (days > 0) return `${count(days, "day")} left`;
  return hours > 0 ? `due today, ${count(hours, "hour")} left` : "due today, less than an hour left";
}
