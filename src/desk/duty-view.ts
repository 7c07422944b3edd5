/** The duty page as data: who is on duty now, who comes next, and the shifts of the coming days. Pure. */
import type { StaffMember } from "../bank/files/staff.ts";
import type { Bilingual } from "../bank/terms.ts";
import { type Presence, presenceOf } from "../cases/assigning/presence.ts";
import { type Duty, type DutySetup, dutiesAround, dutiesAt } from "../cases/duty.ts";
import type { Colleague } from "../cases/life/next-offer.ts";
import { localTime } from "../cases/zone.ts";
import type { PresenceRow } from "../store/assignments.ts";
import { powersOf } from "./permissions.ts";

export interface PresenceView {
  state: Presence["state"];
  /** ISO date, the last day of a leave. */
  until: string | null;
  substitute: { id: string; name: string } | null;
}

interface Serving {
  id: string;
  name: string;
  role: string;
  department: Bilingual;
  /** Of the roster; null for their own hours. */
  shift: Bilingual | null;
  /** ISO instants. */
  from: string;
  to: string;
  presence: PresenceView;
  /** Weight of what they have and are offered. */
  load: number;
}

export interface DutyView {
  mine: PresenceView;
  /** Whether this person has a presence at all: auditors and administrators work no cases. */
  works: boolean;
  /** Everybody whose duty holds now, by department. */
  now: Serving[];
  /** Duty that begins within the next 24 hours, in order. */
  next: Serving[];
  /** Shifts of the roster in the coming two weeks; one stretch while it is the same person's turn. `from`, `to`: ISO dates of beginning. */
  shifts: { shift: Bilingual; hours: string; who: { id: string; name: string }; from: string; to: string }[];
  /** Colleagues who may stand in for this person. */
  substitutes: { id: string; name: string; department: Bilingual }[];
  /** Cases are offered by rule. */
  automatic: boolean;
  /** This person may switch it. */
  switches: boolean;
  /** Running cases nobody has. */
  unowned: number;
}

export interface DutyMaterial {
  staff: StaffMember;
  people: readonly Colleague[];
  presences: readonly PresenceRow[];
  duty: DutySetup;
  members: readonly StaffMember[];
  department: (slug: string) => Bilingual;
  automatic: boolean;
  switches: boolean;
  unowned: number;
  /** ISO instant. */
  now: string;
}

const DAY_MS = 86_400_000;
const SHIFT_DAYS = 14;

export function presenceView(presence: Presence, members: readonly StaffMember[]): PresenceView {
  if (presence.state !== "leave") return { state: presence.state, until: null, substitute: null };
  const { until, substitute: id } = presence;
  const name = members.find((one) => one.id === id)?.name;
  return { state: "leave", until, substitute: id === null ? null : { id, name: name ?? id } };
}

export function dutyView(material: DutyMaterial): DutyView {
  const { staff, members, now, duty } = material;
  const ms = Date.parse(now);
  const said = (id: string) =>
    presenceView(
      presenceOf(
        material.presences.find((row) => row.staff === id),
        now,
        duty.zone,
      ),
      members,
    );
  const serving = (one: Duty): Serving[] => {
    const person = members.find(({ id }) => id === one.who);
    // Administrators have hours and work no cases.
    if (!person || !powersOf(person).works) return [];
    const { id, name, role } = person;
    return [
      {
        id,
        name,
        role,
        department: material.department(person.department),
        shift: one.shift?.names ?? null,
        from: new Date(one.from).toISOString(),
        to: new Date(one.to).toISOString(),
        presence: said(id),
        load: material.people.find((each) => each.id === id)?.load ?? 0,
      },
    ];
  };
  const onDuty = dutiesAt(duty, now);
  const ahead = dutiesAround(duty, now, 2).filter(({ from }) => from > ms && from <= ms + DAY_MS);
  return {
    mine: said(staff.id),
    works: powersOf(staff).works,
    now: onDuty.flatMap(serving).sort((a, b) => (a.department.zh < b.department.zh ? -1 : 1)),
    next: ahead.flatMap(serving),
    shifts: shiftsAhead(material),
    substitutes: members
      .filter((one) => one.id !== staff.id && powersOf(one).works && said(one.id).state !== "leave")
      .sort((a, b) => Number(b.department === staff.department) - Number(a.department === staff.department))
      .map(({ id, name, department }) => ({ id, name, department: material.department(department) })),
    automatic: material.automatic,
    switches: material.switches,
    unowned: material.unowned,
  };
}

function shiftsAhead({ duty, members, now }: DutyMaterial): DutyView["shifts"] {
  const days = dutiesAround(duty, now, SHIFT_DAYS).filter(({ shift, to }) => shift !== null && to > Date.parse(now));
  return duty.roster
    .flatMap((shift) => {
      const stretches: DutyView["shifts"] = [];
      for (const { who, from, shift: of } of days) {
        if (of !== shift) continue;
        const day = dayOf(from, duty.zone);
        const last = stretches.at(-1);
        if (last?.who.id === who) last.to = day;
        else {
          const name = members.find(({ id }) => id === who)?.name ?? who;
          const hours = `${shift.from}–${shift.to}`;
          stretches.push({ shift: shift.names, hours, who: { id: who, name }, from: day, to: day });
        }
      }
      return stretches;
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const dayOf = (ms: number, zone: string): string => localTime(ms, zone).day;
