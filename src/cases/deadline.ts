/** Statutory last days as they are known when a complaint comes in. What becomes of them later: `clocks/`. */
import type { CalendarYear } from "../bank/files/calendar.ts";
import { answerClock, type RulePack } from "../bank/files/rules.ts";
import type { Deadline } from "../flows/bank.ts";
import type { Language } from "../flows/reading.ts";
import { countDays } from "./clocks/count.ts";
import { dayNumber, isoDay } from "./clocks/day.ts";
import { explainCount } from "./clocks/explain-count.ts";
import { workdaysOf } from "./clocks/workdays.ts";
import { instantMs, localTime } from "./zone.ts";

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
  return deadlineUnder(counting, packOn(counting.rules, received), receivedAt, limit);
}

/** The same under a pack that is known; `counting` holds the zone and the calendar it goes by. */
export function deadlineUnder(counting: Counting, pack: RulePack, receivedAt: string, limit: Limit): Deadline {
  const received = localTime(instantMs(receivedAt), counting.zone).day;
  const days = daysOf(pack, limit);
  const { last } = counted(counting, pack, received, days);
  return { due: isoDay(last), pack: pack.pack, days };
}

/** The pack for complaints made to the bank itself that is in force on the day of receipt (ISO date). */
export function packOn(
  rules: readonly RulePack[],
  received: string,
  applies: RulePack["applies"] = "direct",
): RulePack {
  const pack = rules.find(
    (each) =>
      each.applies === applies && each.validFrom <= received && (each.validTo === null || received <= each.validTo),
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
  const { reached } = counted(counting, pack, received, kept.days);
  const { unit } = answerClock(pack).length;
  const start = { day: dayNumber(received), called: "receipt", first: pack.counting.firstDay } as const;
  return explainCount({ start, unit, count: kept.days, reached, last: dayNumber(kept.due) }, language);
}

/** The step of the pack that a limit names; a pack with fewer steps gives its last one. */
function daysOf(pack: RulePack, limit: Limit): number {
  const { length, extensions } = answerClock(pack);
  const [first, second] = extensions;
  const ordinary = length.unit === "weeks" ? length.count * 7 : length.count;
  switch (limit) {
    case "ordinary":
      return ordinary;
    case "complex":
      return first?.to ?? ordinary;
    case "especially-complex":
      return second?.to ?? first?.to ?? ordinary;
  }
}

function counted({ calendar }: Counting, pack: RulePack, received: string, count: number) {
  const { unit } = answerClock(pack).length;
  const result = countDays({
    from: dayNumber(received),
    first: pack.counting.firstDay,
    count,
    working: unit === "working-days",
    rollForward: pack.counting.rollForward,
    workdays: workdaysOf([...calendar.values()]),
    pauses: [],
  });
  if (!result) throw new RangeError("a count without pauses has an end");
  return result;
}
