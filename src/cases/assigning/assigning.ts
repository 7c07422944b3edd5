/**
 * Finds somebody for every case nobody has, by the bank's rules, and takes back what was not accepted.
 *
 * Promises
 * - Each step is an event of the case, decided on its latest version: a colleague who takes it meanwhile wins.
 * - What is under way lies in the events; a restart goes on where it was, and nothing is offered twice.
 */
import type { Bank } from "../../bank/bank.ts";
import type { Matter } from "../../flows/conversation.ts";
import type { AssignmentStore } from "../../store/assignments.ts";
import type { CaseRow, Store } from "../../store/store.ts";
import { nextDuty } from "../duty.ts";
import type { KeptFrom } from "../life/case.ts";
import type { LifeAsk } from "../life/command.ts";
import type { CaseLife, Life } from "../life/life.ts";
import { nextOffer, type OfferMove, type OfferSetting } from "../life/next-offer.ts";
import { recused } from "../recusal.ts";
import { colleagues, dutySetup } from "./colleagues.ts";

/** What of a case's row decides whom it is offered to. */
type CaseHead = Pick<CaseRow, "conversation" | "matter" | "business" | "language">;

export interface AssigningParts {
  assignments: AssignmentStore;
  store: Pick<Store, "load"> & { case(key: string): Promise<CaseHead | undefined> };
  life: Pick<CaseLife, "read" | "command">;
  bank: () => Bank;
  /** ISO instant. */
  now: () => string;
  /** A case that failed is passed over; the others get their turn. */
  report: (failure: { key: string; error: unknown }) => void;
  /** A case nobody has is looked at again after so long at most, ms; a minute where nothing is said. */
  longestRest?: number;
}

export interface Assigning {
  /** Looks at every case nobody has. Returns how many steps were taken. */
  look(): Promise<number>;
  /** Somebody came or went: what was waited for is looked at anew. */
  changed(): void;
  /** When (ms) the first of the cases that wait has to be looked at again, if nothing changes. */
  nextLook(): number;
}

/** Steps of one case at one look: taken back, offered, at most. More is a circle. */
const STEPS = 4;
/** A case that failed is left alone for so long, ms. */
const REST = 60_000;

/** What the customer adds may concern whoever a case is offered to, and moves no version of the case. */
const LONGEST_REST = 60_000;

const NOT_WEIGHED: ReadonlyMap<string, number> = new Map();

const BY_RULE = { kind: "rule" } as const;

export function createAssigning(parts: AssigningParts): Assigning {
  const { assignments, store, life, now, longestRest = LONGEST_REST } = parts;
  /** Until when (ms) a case need not be looked at, as long as its version stays. Lost with a restart, and looked up anew. */
  const resting = new Map<string, { version: number; until: number }>();

  async function settingFor(row: CaseHead, { state }: Life): Promise<OfferSetting> {
    const bank = parts.bank();
    const [presences, loads, chosen, loaded] = await Promise.all([
      assignments.presences(),
      // An open offer waits whatever its person has to do; all running cases are weighed for a new one alone.
      state.offer ? NOT_WEIGHED : assignments.loads(),
      assignments.automatic(),
      store.load(row.conversation),
    ]);
    const urgency = state.urgency.value;
    const matter = loaded?.state.matters.find((one) => one.id === row.matter);
    return {
      people: colleagues(bank, { presences, loads }, urgency, now()),
      wanted: {
        business: row.business,
        language: row.language,
        grade: state.grade.value,
        keptFrom: matter ? keptNow(bank, state.keptFrom, matter) : state.keptFrom,
      },
      office: bank.routing.otherwise,
      acceptMs: bank.assignment.acceptMinutes[urgency] * 60_000,
      most: bank.assignment.most,
      automatic: chosen ?? bank.assignment.automatic,
      nextDuty: (who) => nextDuty(dutySetup(bank), who, urgency, now()),
    };
  }

  async function step(key: string): Promise<{ taken: boolean; version: number; until: number }> {
    const rest = (version: number, until: string | null) => ({
      taken: false,
      version,
      until: until === null ? Number.POSITIVE_INFINITY : Date.parse(until),
    });
    const row = await store.case(key);
    const read = await life.read(key);
    if (!row || !read) return rest(0, null);
    const move = nextOffer(read.state, await settingFor(row, read), now());
    if (move.do === "nothing") return rest(read.version, move.until);
    const outcome = await life.command(key, askOf(move), BY_RULE, `offer/${read.version}`);
    // Refused: somebody was faster. What they did is looked at with the next step.
    return { taken: outcome.ok, version: read.version, until: outcome.ok ? 0 : Date.parse(now()) };
  }

  async function lookAt(key: string): Promise<number> {
    for (let steps = 0; ; steps += 1) {
      const { taken, version, until } = await step(key);
      if (taken && steps < STEPS) continue;
      resting.set(key, { version, until: Math.min(until, Date.parse(now()) + longestRest) });
      return steps;
    }
  }

  return {
    async look() {
      const open = await assignments.unowned();
      const keys = new Set(open.map(({ key }) => key));
      for (const key of resting.keys()) if (!keys.has(key)) resting.delete(key);
      let steps = 0;
      // One after the other: the next one's load counts what was offered before.
      for (const { key, version } of open) {
        const rest = resting.get(key);
        if (rest && rest.version === version && Date.parse(now()) < rest.until) continue;
        try {
          steps += await lookAt(key);
        } catch (error) {
          resting.set(key, { version, until: Date.parse(now()) + REST });
          parts.report({ key, error });
        }
      }
      return steps;
    },
    changed: () => resting.clear(),
    nextLook: () => Math.min(...[...resting.values()].map(({ until }) => until)),
  };
}

/** Named at registration, named by staff since, or named by the customer in the meantime. */
function keptNow(bank: Bank, kept: KeptFrom, matter: Matter): KeptFrom {
  const found = recused(bank, matter);
  return {
    staff: [...new Set([...kept.staff, ...found.staff])],
    outlets: [...new Set([...kept.outlets, ...found.outlets])],
    departments: [...new Set([...kept.departments, ...found.departments])],
    hidden: kept.hidden,
  };
}

function askOf(move: Exclude<OfferMove, { do: "nothing" }>): LifeAsk {
  switch (move.do) {
    case "offer":
      return { type: "offer", to: move.to, as: move.as, until: move.until };
    case "end-offer":
      return { type: "end-offer", why: move.why };
    case "leave-to-lead":
      return { type: "leave-to-lead", lead: move.lead, until: move.until };
  }
}
