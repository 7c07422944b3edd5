/** The staff as an offer must know them: who they are, whether they are there, how much they have. Pure. */
import type { Bank } from "../../bank/bank.ts";
import type { PresenceRow } from "../../store/assignments.ts";
import { type DutySetup, dutiesAt, dutyFor } from "../duty.ts";
import type { Urgency } from "../life/case.ts";
import type { Colleague } from "../life/next-offer.ts";
import { presenceOf } from "./presence.ts";

export type DutyBank = Pick<Bank, "staff" | "roster" | "calendar" | "profile">;

export const dutySetup = ({ staff, roster, calendar, profile }: DutyBank): DutySetup => ({
  staff,
  roster,
  calendar,
  zone: profile.zone,
});

/** `urgency`: of the case in question; a night's shift may be for the gravest alone. */
export function colleagues(
  bank: DutyBank,
  known: { presences: readonly PresenceRow[]; loads: ReadonlyMap<string, number> },
  urgency: Urgency,
  now: string,
): Colleague[] {
  const duties = dutiesAt(dutySetup(bank), now).filter((duty) => dutyFor(duty, urgency));
  const serving = new Set(duties.map(({ who }) => who));
  const shifts = new Set(duties.filter(({ shift }) => shift !== null).map(({ who }) => who));
  const said = new Map(known.presences.map((row) => [row.staff, row]));
  return bank.staff.map(({ id, role, tier, department, outlet, languages, skills }) => {
    const presence = presenceOf(said.get(id), now, bank.profile.zone);
    return {
      id,
      role,
      tier,
      department,
      outlet,
      languages,
      skills,
      onDuty: serving.has(id),
      present: presence.state === "online",
      load: known.loads.get(id) ?? 0,
      shift: shifts.has(id),
      leave: presence.state === "leave" ? { substitute: presence.substitute } : null,
    };
  });
}
