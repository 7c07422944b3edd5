/** Statutory last days, counted from receipt. */
import type { CalendarYear } from "../bank/files/calendar.ts";
import type { RulePack } from "../bank/files/rules.ts";
import type { Deadline } from "../flows/bank.ts";
import type { Language } from "../flows/reading.ts";
import { isWorkday } from "./workday.ts";
import { addDays, instantMs, localTime } from "./zone.ts";

/** What the counting needs of the bank. */
export interface Counting {
  zone: string;
  rules: readonly RulePack[];
  calendar: ReadonlyMap<number, CalendarYear>;
}

/** ordinary: the answer. complex: the extension. especially-complex: with approval and notice on top. */
export type Limit = "ordinary" | "complex" | "especially-complex";

/**
 * The last day on which the customer must have the answer. Order 2020/3 art. 18 and 43: calendar days,
 * "within" includes the day; Civil Code art. 201: the day of receipt is not counted.
 * `receivedAt` is an ISO instant; the day is that of the bank's zone. Throws RangeError when no pack covers it.
 */
export function deadline(counting: Counting, receivedAt: string, limit: Limit = "ordinary"): Deadline {
  const received = localTime(instantMs(receivedAt), counting.zone).day;
  const pack = packOn(counting.rules, received);
  const days = daysOf(pack, limit);
  return { due: lastDay(counting, pack, received, days), pack: pack.pack, days };
}

/** The pack for complaints made to the bank itself that is in force on the day of receipt (ISO date). */
export function packOn(rules: readonly RulePack[], received: string): RulePack {
  const pack = rules.find(
    (each) =>
      each.applies === "direct" && each.validFrom <= received && (each.validTo === null || received <= each.validTo),
  );
  if (!pack) throw new RangeError(`no deadline pack is in force on ${received}`);
  return pack;
}

/**
 * The arithmetic of a deadline, for staff: "收到日 12-20 不计，第 15 日 = 01-04".
 * It is taken from the pack the case keeps, even when another is in force by now.
 */
export function explainDeadline(counting: Counting, receivedAt: string, kept: Deadline, language: Language): string {
  const received = localTime(instantMs(receivedAt), counting.zone).day;
  const pack = counting.rules.find((each) => each.pack === kept.pack);
  if (!pack) throw new RangeError(`no deadline pack ${kept.pack}`);
  const counted = addDays(received, pack.counting.firstDay === "excluded" ? kept.days : kept.days - 1);
  const moved = counted !== kept.due;
  const short = (day: string) => day.slice(5);
  if (language === "en") {
    const start = `received ${short(received)}, ${pack.counting.firstDay === "excluded" ? "not counted" : "counted as day 1"}`;
    return `${start}; day ${kept.days} = ${short(counted)}${moved ? `, moved to ${short(kept.due)}` : ""}`;
  }
  const start = `收到日 ${short(received)} ${pack.counting.firstDay === "excluded" ? "不计" : "计为第 1 日"}`;
  return `${start}，第 ${kept.days} 日 = ${short(counted)}${moved ? `，顺延至 ${short(kept.due)}` : ""}`;
}

function daysOf(pack: RulePack, limit: Limit): number {
  switch (limit) {
    case "ordinary":
      return pack.answer.days;
    case "complex":
      return pack.extension.days;
    case "especially-complex":
      return pack.extension.days + pack.furtherExtension.days;
  }
}

function lastDay({ calendar }: Counting, pack: RulePack, received: string, days: number): string {
  let day = addDays(received, pack.counting.firstDay === "excluded" ? days : days - 1);
  if (!pack.counting.rollForward) return day;
  while (!isWorkday(day, calendar)) day = addDays(day, 1);
  return day;
}
