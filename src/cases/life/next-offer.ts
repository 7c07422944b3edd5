/**
 * Whom a case nobody has is offered to next. Pure; who is there and how much they have is given.
 *
 * One colleague after the other, best first; whoever says nothing in time is passed over. When no colleague of the
 * department is left it lies with a lead, with whom the lead on leave has named, then with the office, then with whoever serves a shift. When none of
 * them is there either nobody has it: the lead answers, and it is tried again when somebody's duty begins.
 */
import { type Candidate, ranked, type Wanted, weightOf } from "./assign.ts";
import type { CaseState } from "./case.ts";
import type { OfferEnd, OfferedAs } from "./events.ts";
import { isOver } from "./rounds.ts";
import { isKept, worksCases } from "./who.ts";

export interface Colleague extends Candidate {
  /** On leave now; `substitute` is a staff id. */
  leave: { substitute: string | null } | null;
  /** Serves a shift of the roster now, which is for every department. */
  shift: boolean;
}

export interface OfferSetting {
  /** All of the staff, as they are now. `onDuty`: for a case this urgent. Loads hold what is offered to them. */
  people: readonly Colleague[];
  wanted: Omit<Wanted, "department">;
  /** Department of the complaint office. */
  office: string;
  /** How long an offer to a colleague waits, ms. */
  acceptMs: number;
  /** Load beyond which no colleague is offered more. */
  most: number;
  /** Off: what is out is taken back in time, and nothing new is offered. */
  automatic: boolean;
  /** ISO instant at which the duty of one of them begins next; null when none is in sight. */
  nextDuty: (who: ReadonlySet<string>) => string | null;
}

export type OfferMove =
  | { do: "offer"; to: string; as: OfferedAs; until: string | null }
  | { do: "end-offer"; why: OfferEnd }
  | { do: "leave-to-lead"; lead: string | null; until: string }
  /** `until`: ISO instant at which something may be due; null when only a change brings anything. */
  | { do: "nothing"; until: string | null };

const DAY_MS = 86_400_000;
const ENDED = ["withdrawn", "closed", "called-back"];
const WAIT: OfferMove = { do: "nothing", until: null };

/** There: on duty, and not away from the desk or on leave. */
export const isThere = ({ onDuty, present }: Pick<Candidate, "onDuty" | "present">): boolean => onDuty && present;

/** `now` is an ISO instant. */
export function nextOffer(state: CaseState, setting: OfferSetting, now: string): OfferMove {
  if (state.owner !== null || ENDED.includes(state.stage.name)) return WAIT;
  if (state.offer) return openOffer(state.offer, setting, now);
  if (!setting.automatic) return WAIT;
  const able = setting.people.filter((one) => !isKept(setting.wanted.keptFrom, one));
  const tried = isOver(state.round, now) ? [] : state.round.tried;
  const found = choose(state, able, tried, setting);
  if (found) {
    const until = found.as === "colleague" ? new Date(Date.parse(now) + setting.acceptMs).toISOString() : null;
    return { do: "offer", ...found, until };
  }
  const { left } = state.round;
  if (left && !isOver(state.round, now)) return { do: "nothing", until: left.until };
  return { do: "leave-to-lead", ...waitFor(state, able, setting, now) };
}

function openOffer({ to, by, until }: NonNullable<CaseState["offer"]>, setting: OfferSetting, now: string): OfferMove {
  // A colleague's offer of a transfer is theirs.
  if (by !== "rule") return WAIT;
  const person = setting.people.find(({ id }) => id === to.id);
  if (!person || isKept(setting.wanted.keptFrom, person)) return { do: "end-offer", why: "concerned" };
  if (!isThere(person)) return { do: "end-offer", why: "not-there" };
  if (until !== null && Date.parse(until) <= Date.parse(now)) return { do: "end-offer", why: "not-accepted" };
  return { do: "nothing", until };
}

function choose(
  state: CaseState,
  able: readonly Colleague[],
  tried: readonly string[],
  setting: OfferSetting,
): { to: string; as: OfferedAs } | null {
  const free = able.filter((one) => isThere(one) && !tried.includes(one.id));
  const { wanted, office } = setting;
  const rank = (people: readonly Colleague[], department: string) => ranked(people, { ...wanted, department })[0]?.id;
  const home = homeOf(state, setting);
  const ours = free.filter((one) => one.department === home);
  const agents = ours.filter((one) => one.role === "agent" && one.load + weightOf(wanted.grade) <= setting.most);
  // What a department has returned is the office's to judge; a major case is no agent's where there is a lead.
  const above = state.round.toOffice || (wanted.grade === "major" && leadsOf(home, able).length > 0);
  const colleague = above ? undefined : rank(agents, home);
  if (colleague) return { to: colleague, as: "colleague" };
  const lead = rank(
    ours.filter(({ role }) => role === "lead"),
    home,
  );
  if (lead) return { to: lead, as: "lead" };
  const named = leadsOf(home, able).flatMap(({ leave }) => leave?.substitute ?? []);
  const substitute = free.find((one) => named.includes(one.id) && worksCases(one));
  if (substitute) return { to: substitute.id, as: "substitute" };
  for (const department of officesFor(home, office, wanted)) {
    const heads = free.filter(({ role }) => role === "office" || role === "manager");
    // The office judges, management stands in for it.
    const found =
      rank(
        heads.filter(({ role }) => role === "office"),
        department,
      ) ?? rank(heads, department);
    if (found) return { to: found, as: "office" };
  }
  const serving = free.filter((one) => one.shift && worksCases(one)).sort((a, b) => a.load - b.load)[0];
  return serving ? { to: serving.id, as: "duty" } : null;
}

/** A department nobody belongs to has its cases worked by the complaint office's people, as the desk shows them. */
const homeOf = ({ department }: CaseState, { people, office }: OfferSetting): string =>
  people.some((one) => one.department === department && one.role !== "admin") ? department : office;

const leadsOf = (home: string, able: readonly Colleague[]): Colleague[] =>
  able.filter((one) => one.role === "lead" && one.department === home);

/** A department the complaint is about does not answer for it, so its office doesn't either. */
const officesFor = (home: string, office: string, { keptFrom }: OfferSetting["wanted"]): string[] => [
  home,
  ...(home === office || keptFrom.departments.includes(office) ? [] : [office]),
];

function waitFor(
  state: CaseState,
  able: readonly Colleague[],
  setting: OfferSetting,
  now: string,
): { lead: string | null; until: string } {
  const home = homeOf(state, setting);
  const offices = officesFor(home, setting.office, setting.wanted);
  const leads = leadsOf(home, able);
  const heads = able.filter(({ role, department }) => role === "office" && offices.includes(department));
  const lead =
    leads.find(({ leave }) => leave === null) ?? heads.find(({ leave }) => leave === null) ?? leads[0] ?? null;
  const awaited = able.filter(
    (one) =>
      one.leave === null &&
      (one.department === home ||
        (offices.includes(one.department) && (one.role === "office" || one.role === "manager"))),
  );
  const until = setting.nextDuty(new Set(awaited.map(({ id }) => id)));
  return { lead: lead?.id ?? null, until: until ?? new Date(Date.parse(now) + DAY_MS).toISOString() };
}
