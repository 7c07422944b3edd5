/**
 * Requests of customers about their own data: who may ask, until when they are answered, and what may be done.
 * PIPL art. 44–50; what the law asks to keep is withheld, not erased (art. 47).
 *
 * Promises
 * - A request is on the list once, whatever is repeated, and is answered once.
 * - Nothing is erased or withheld before the time between answer and deed is over (`graceHours`).
 * - Every request, answer, export and correction is in the audit chain "rights"; codes and ids only.
 */
import type { Bank } from "../bank/bank.ts";
import { countDays } from "../cases/clocks/count.ts";
import { dayNumber, isoDay } from "../cases/clocks/day.ts";
import { workdaysOf } from "../cases/clocks/workdays.ts";
import { dayIn } from "../cases/zone.ts";
import type { State } from "../flows/conversation.ts";
import type { RightsRequested } from "../flows/effects.ts";
import type {
  CounterProof,
  CounterRight,
  MustKeep,
  RightsAnswered,
  RightsLookup,
  RightsProof,
} from "../flows/rights.ts";
import type { Live } from "../store/live.ts";
import type { RightsRequest, RightsStore } from "../store/rights.ts";
import type { Store } from "../store/store.ts";
import { type Held, heldAbout } from "./held.ts";
import { mustKeep } from "./kept.ts";

/** Audit chain of what is done about customers' own data. */
export const RIGHTS_CHAIN = "rights";

export type Proven = Extract<RightsLookup, { kind: "proven" }>;

export interface Rights {
  /** What the channel itself proves: the bank's sign-in, or that nothing but this conversation is held. */
  own(turn: { person: string; state: State }): Promise<Proven | null>;
  /** After number and phone's tail were found to belong together: whose record it is. */
  byRecord(conversation: string): Promise<Proven | null>;
  /** Puts a request on the list. The same number twice is one. */
  register(conversation: string, request: RightsRequested): Promise<void>;
  /** Nothing of this conversation is used any more. */
  isWithheld(conversation: string): Promise<boolean>;
  held(person: string): Promise<Held | undefined>;
  /** What the law asks to keep now; null when all can go. */
  mustKeep(person: string): Promise<MustKeep | null>;
  /** A request made at the counter or by phone, its identity proven there. Gives the last day for the answer. */
  registerByStaff(ask: CounterRequest): Promise<{ due: string }>;
  /** Answers it; null when somebody answered first. */
  answer(
    request: RightsRequest,
    deed: Deed,
    by: { id: string; name: string },
    tell: (answer: RightsAnswered) => Promise<void>,
  ): Promise<RightsAnswered | null>;
  /** Ends a granted deletion before it is carried out; false when it was carried out, or taken back, first. */
  takeBack(
    request: RightsRequest,
    why: string,
    by: { id: string; name: string },
    tell: (answer: RightsAnswered) => Promise<void>,
  ): Promise<boolean>;
}

/** `by`: actor, as in the audit. */
export interface CounterRequest {
  id: string;
  person: string;
  conversation: string;
  right: CounterRight;
  proof: CounterProof;
  by: string;
}

/** What staff decide. Whether a deletion erases or withholds is the law's word, not theirs. */
export type Deed = { kind: "delete" | "shown" | "copied" | "corrected" } | { kind: "decline"; why: string };

export interface RightsParts {
  store: Pick<Store, "load" | "messages" | "personOf" | "audit"> & { rights: RightsStore };
  bank: () => Bank;
  live: Pick<Live, "publish">;
  now: () => string;
}

export function createRights({ store, bank, live, now }: RightsParts): Rights {
  const { rights } = store;
  const today = () => dayIn(bank().profile.zone, now());
  const note = (actor: string, action: string, detail: Record<string, string | null>) =>
    store.audit(RIGHTS_CHAIN, now(), { actor, action, detail });

  function held(person: string): Promise<Held | undefined> {
    const { retention, profile } = bank();
    const { names, zone } = profile;
    return heldAbout({ store, retention, bankName: { zh: names.zh, en: names.en }, zone, now }, person);
  }

  async function keepOf(person: string): Promise<MustKeep | null> {
    const found = await held(person);
    return mustKeep(found?.conversations.flatMap(({ kept }) => kept) ?? [], today());
  }

  const proven = async (person: string, proof: RightsProof): Promise<Proven> => ({
    kind: "proven",
    person,
    proof,
    due: dueOn(bank(), today()),
    keep: await keepOf(person),
  });

  async function add(request: Omit<RightsRequest, "answer">, actor: string): Promise<void> {
    if (await rights.request(request.id)) return;
    const { id, person, right, proof, due } = request;
    await note(actor, "rights-requested", { request: id, person, right, proof, due });
    await rights.addRequest(request);
    live.publish("desk", { kind: "changed" });
  }

  return {
    async own({ person, state }) {
      if (state.identity !== "anonymous") return proven(person, "signed");
      return state.matters.length === 0 && state.notes.length === 0 ? proven(person, "session") : null;
    },
    async byRecord(conversation) {
      const person = await store.personOf(conversation);
      return person === undefined ? null : proven(person, "number-and-phone");
    },
    register: (conversation, { request: id, person, right, proof, due, at }) =>
      add({ id, person, conversation, right, proof, requestedAt: at, due }, "customer"),
    async registerByStaff({ by, ...asked }) {
      const due = dueOn(bank(), today());
      await add({ ...asked, requestedAt: now(), due }, by);
      return { due };
    },
    isWithheld: (conversation) => rights.isWithheld(conversation),
    held,
    mustKeep: keepOf,

    async answer(request, deed, by, tell) {
      if ((await rights.request(request.id))?.answer !== null) return null;
      const at = now();
      const waits = new Date(Date.parse(at) + bank().retention.graceHours * 3_600_000).toISOString();
      const answer = await answered(deed, request.person, dayIn(bank().profile.zone, waits));
      // Told first: what fails after it is tried again by staff, and nobody is left without an answer.
      await tell(answer);
      const deferred = answer.outcome === "erased" || answer.outcome === "withheld";
      const stands = await rights.answerRequest(request.id, {
        outcome: answer.outcome,
        at,
        by,
        notBefore: deferred ? waits : null,
        doneAt: deferred ? null : at,
      });
      if (!stands) return null;
      const { id, person } = request;
      await note(`staff:${by.id}`, "rights-answered", { request: id, person, outcome: answer.outcome });
      live.publish("desk", { kind: "changed" });
      return answer;
    },

    async takeBack({ id, person }, why, by, tell) {
      // Stopped first: a word that comes late is better than data that is gone.
      if (!(await rights.takeBackRequest(id, { at: now(), by }))) return false;
      await note(`staff:${by.id}`, "rights-taken-back", { request: id, person });
      live.publish("desk", { kind: "changed" });
      await tell({ outcome: "taken-back", why });
      return true;
    },
  };

  async function answered(deed: Deed, person: string, from: string): Promise<RightsAnswered> {
    switch (deed.kind) {
      case "shown":
      case "copied":
      case "corrected":
        return { outcome: deed.kind };
      case "decline":
        return { outcome: "declined", why: deed.why };
      case "delete": {
        const keep = await keepOf(person);
        return keep ? { outcome: "withheld", from, keep } : { outcome: "erased", from };
      }
    }
  }
}

/** The last day (ISO date) for the answer to a request of `today`. Throws RangeError for a year without a calendar. */
function dueOn({ retention, calendar }: Bank, today: string): string {
  const counted = countDays({
    from: dayNumber(today),
    first: "excluded",
    count: retention.answer.workingDays,
    working: true,
    rollForward: false,
    workdays: workdaysOf([...calendar.values()]),
    pauses: [],
  });
  if (!counted) throw new RangeError("a count without pauses has an end");
  return isoDay(counted.last);
}
