/** Moving what would be said at night or on a day off. All instants in ms. */
import type { Reminders } from "../../bank/files/reminders.ts";
import { minutesOf } from "../../bank/terms.ts";
import { at, local } from "./day.ts";
import type { Workdays } from "./workdays.ts";

/** The end of the quiet hours that hold the instant, or the instant itself. */
export function afterQuiet(ms: number, quiet: Reminders["quiet"], zone: string): number {
  const { day, minutes } = local(ms, zone);
  if (minutes < minutesOf(quiet.to)) return at(day, minutesOf(quiet.to), zone);
  if (minutes >= minutesOf(quiet.from)) return at(day + 1, minutesOf(quiet.to), zone);
  return ms;
}

/** The last minute before the quiet hours that hold the instant, or the instant itself. */
export function beforeQuiet(ms: number, quiet: Reminders["quiet"], zone: string): number {
  const { day, minutes } = local(ms, zone);
  const evening = minutesOf(quiet.from) - 1;
  if (minutes < minutesOf(quiet.to)) return at(day - 1, evening, zone);
  if (minutes > evening) return at(day, evening, zone);
  return ms;
}

/** The same time of the last workday, where the instant falls on a day off; itself where that would be before `from`. */
export function onWorkday(ms: number, from: number, workdays: Workdays, zone: string): number {
  const { day, minutes } = local(ms, zone);
  if (workdays.works(day)) return ms;
  const first = local(from, zone).day;
  for (let before = day - 1; before >= first; before -= 1) {
    if (!workdays.works(before)) continue;
    const earlier = at(before, minutes, zone);
    return earlier > from ? earlier : ms;
  }
  return ms;
}
