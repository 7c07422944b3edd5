/** Who is on duty, by their own hours and by the roster's shifts. Pure: the instant is given. */
import type { Shift } from "../bank/files/duty.ts";
import type { StaffMember } from "../bank/files/staff.ts";
import { minutesOf } from "../bank/terms.ts";
import type { Urgency } from "./life/case.ts";
import { appliesOn, type Roster } from "./staffing.ts";
import { addDays, daysBetween, instantAt, instantMs, localTime } from "./zone.ts";

export interface DutySetup extends Omit<Roster, "hours"> {
  staff: readonly Pick<StaffMember, "id" | "duty">[];
  roster: readonly Shift[];
}

/** One stretch of somebody's duty; the end is not included. Times in ms. */
export interface Duty {
  who: string;
  /** Of the roster; null for their own hours. */
  shift: Shift | null;
  from: number;
  to: number;
}

const MINUTES_A_DAY = 24 * 60;

/** Whose turn it is on the ISO day on which the shift begins. */
export function turnOf({ order, days, since, instead }: Shift, day: string): string {
  const changed = instead.find((one) => one.on === day);
  if (changed) return changed.who;
  const turn = Math.floor(daysBetween(since, day) / days);
  return order[((turn % order.length) + order.length) % order.length] ?? "";
}

/** All duty that begins from the day before `now` up to `days` days after it, in order of beginning, then of person. */
export function dutiesAround(setup: DutySetup, now: string, days: number): Duty[] {
  const { day: today } = localTime(instantMs(now), setup.zone);
  const at = (day: string, minutes: number) => instantAt(day, minutes, setup.zone);
  const duties: Duty[] = [];
  // From yesterday: a night's shift lasts into the morning.
  for (let ahead = -1; ahead <= days; ahead += 1) {
    const day = addDays(today, ahead);
    for (const { id, duty } of setup.staff) {
      if (!appliesOn(duty, day, setup.calendar)) continue;
      duties.push({ who: id, shift: null, from: at(day, minutesOf(duty.from)), to: at(day, minutesOf(duty.to)) });
    }
    for (const shift of setup.roster) {
      if (!appliesOn(shift, day, setup.calendar)) continue;
      const from = minutesOf(shift.from);
      const to = minutesOf(shift.to);
      const end = to > from ? at(day, to) : at(addDays(day, Math.floor(to / MINUTES_A_DAY) + 1), to % MINUTES_A_DAY);
      duties.push({ who: turnOf(shift, day), shift, from: at(day, from), to: end });
    }
  }
  return duties.sort((a, b) => a.from - b.from || (a.who < b.who ? -1 : 1));
}

/** Duty that holds at `now` (ISO instant). */
export function dutiesAt(setup: DutySetup, now: string): Duty[] {
  const ms = instantMs(now);
  return dutiesAround(setup, now, 0).filter(({ from, to }) => from <= ms && ms < to);
}

/** Whether it is duty for a case of this urgency: a night's shift may be for the gravest alone. */
export const dutyFor = ({ shift }: Duty, urgency: Urgency): boolean => shift === null || shift.takes.includes(urgency);

/** Days looked ahead for the next beginning: longer than any run of days off. */
const LOOK_AHEAD = 14;

/** ISO instant of the next beginning of duty of one of them, for a case of this urgency; null when none is in sight. */
export function nextDuty(setup: DutySetup, who: ReadonlySet<string>, urgency: Urgency, now: string): string | null {
  const ms = instantMs(now);
  const next = dutiesAround(setup, now, LOOK_AHEAD).find(
    (duty) => duty.from > ms && who.has(duty.who) && dutyFor(duty, urgency),
  );
  return next ? new Date(next.from).toISOString() : null;
}
