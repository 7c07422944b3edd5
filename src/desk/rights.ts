/**
 * Requests of customers about their own data, as the desk works them.
 *
 * Promises
 * - Only office and managers answer; auditors read the list; nobody else sees that there is a request.
 * - Whoever a complaint of the customer is kept from does not see the request either.
 * - Every look at what is held, every export, correction and answer is in the audit chain "rights".
 */

import type { Retention } from "../bank/files/retention.ts";
import { newRecordNumber } from "../cases/numbers.ts";
import { dayIn, daysBetween } from "../cases/zone.ts";
import type { CounterProof, CounterRight, MustKeep, RightsAnswered } from "../flows/rights.ts";
import type { Held, HeldComplaint } from "../rights/held.ts";
import { type Due, type RetentionReport, whatIsDue } from "../rights/retention.ts";
import { type Deed, RIGHTS_CHAIN, type Rights } from "../rights/rights.ts";
import type { RightsRequest, RightsStore } from "../store/rights.ts";
import type { OutMessage, Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import { powersOf } from "./permissions.ts";
import type { RightsAnswersPort } from "./port.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { actorOf, type StaffMember } from "./staff.ts";

export interface RightsItem extends RightsRequest {
  /** Until the answer is due; negative when it is late. */
  daysLeft: number;
  /** What the law asks to keep now; null when all can go, or when it is erased. */
  keep: MustKeep | null;
  mayAnswer: boolean;
  /** A deletion was granted and is not carried out yet. */
  mayTakeBack: boolean;
}

export interface RightsView {
  requests: RightsItem[];
  /** What the next run of retention will do. */
  due: Due[];
  withheld: number;
  mayRegister: boolean;
}

export interface RightsDesk {
  requests(staff: StaffMember): Promise<Outcome<RightsView>>;
  /** All that is held, in full. */
  held(staff: StaffMember, id: string): Promise<Outcome<Held>>;
  /** As a file, or on paper. */
  exported(staff: StaffMember, id: string, how: "exported" | "printed"): Promise<Outcome<Held>>;
  answer(staff: StaffMember, id: string, deed: Deed): Promise<Outcome<null>>;
  putRight(staff: StaffMember, id: string, change: Correction): Promise<Outcome<null>>;
  /** Ends a granted deletion before it is carried out. The customer is told the reason. */
  takeBack(staff: StaffMember, id: string, why: string): Promise<Outcome<null>>;
  /** A request made at the counter or by phone. Gives its number and the last day for the answer (ISO date). */
  register(staff: StaffMember, wish: CounterWish): Promise<Outcome<{ id: string; due: string }>>;
}

/** `ref` names a complaint of the customer; `proof` is what was seen or done to know who asks. */
export interface CounterWish {
  ref: string;
  right: CounterRight;
  proof: CounterProof;
}

export interface Correction {
  conversation: string;
  matter: string;
  fact: string;
  text: string;
}

export interface RightsDeskDeps {
  rights: Rights;
  port: RightsAnswersPort;
  retention: () => Retention;
}

type Deps = RightsDeskDeps & {
  store: Pick<Store, "case" | "load" | "personOf" | "audit" | "addAttachment" | "erasePerson"> & {
    rights: RightsStore;
  };
  access: Access;
  zone: string;
  now: () => string;
  newId: () => string;
};

const isGranted = ({ answer }: RightsRequest): boolean =>
  answer?.doneAt === null && (answer.outcome === "erased" || answer.outcome === "withheld");

const SHOWN = 500;
const LONGEST = 500;

export function createRightsDesk(deps: Deps): RightsDesk {
  const { rights, store, access, now, zone } = deps;
  const decides = (staff: StaffMember) => powersOf(staff).rights === "decides";
  const audit = (staff: StaffMember, action: string, detail: Record<string, string>) =>
    store.audit(RIGHTS_CHAIN, now(), { actor: actorOf(staff), action, detail });

  const complaintsOf = (held: Held | undefined): HeldComplaint[] =>
    held?.conversations.flatMap(({ complaints }) => complaints) ?? [];

  /** A case kept from somebody (whistle-blowing, recusal) keeps its owner's request from them too. */
  async function mayKnow(staff: StaffMember, person: string): Promise<boolean> {
    for (const { record } of complaintsOf(await rights.held(person))) {
      const row = await store.case(record);
      if (row && !(await access.sees(staff, row))) return false;
    }
    return true;
  }

  async function enter(staff: StaffMember, id: string, asked: string): Promise<Outcome<RightsRequest>> {
    const request = await store.rights.request(id);
    if (!decides(staff)) {
      if (request) await audit(staff, "refused", { asked, request: id });
      return refuse("not-allowed");
    }
    return request && (await mayKnow(staff, request.person)) ? granted(request) : refuse("no-such-request");
  }

  async function show(staff: StaffMember, id: string, action: string): Promise<Outcome<Held>> {
    const entered = await enter(staff, id, action);
    if (!entered.ok) return entered;
    const { person } = entered.value;
    const held = await rights.held(person);
    if (!held) return refuse("erased");
    await audit(staff, action, { request: id, person });
    return granted(held);
  }

  /** The copy as a file in the conversation, where it is the person's own and on the web; else it is handed over. */
  async function copyInto(staff: StaffMember, request: RightsRequest): Promise<OutMessage | undefined> {
    const { conversation, person, id } = request;
    const loaded = await store.load(conversation);
    if (loaded?.person !== person || loaded.state.channel !== "web") return undefined;
    const held = await rights.held(person);
    const bytes = Buffer.from(JSON.stringify(held, null, 2));
    const file = { id: deps.newId(), conversation, name: `${id}.json`, mime: "application/json", size: bytes.length };
    await store.addAttachment({ ...file, bytes, at: now() });
    await audit(staff, "exported", { request: id, person });
    const english = loaded.state.language === "en";
    return {
      id: deps.newId(),
      author: { kind: "staff", id: staff.id, name: english ? staff.display.en : staff.display.zh },
      kind: "staff",
      text: english ? "The data we hold about you, as a file." : "本行保存的您的个人信息，见附件。",
      choices: [],
      citations: [],
      attachments: [file.id],
      at: now(),
    };
  }

  /** In the conversation in which it was asked for. */
  async function tell(
    staff: StaffMember,
    { id, right, conversation }: RightsRequest,
    answer: RightsAnswered,
    message?: OutMessage,
  ): Promise<void> {
    // Erased meanwhile: there is nobody left to tell.
    if (!(await store.load(conversation))) return;
    const staffRef = { id: staff.id, name: staff.display.zh };
    const ask = { type: "rights-answered", request: id, right, answer, staff: staffRef } as const;
    await deps.port.answerRights(conversation, ask, message);
  }

  return {
    async requests(staff) {
      if (powersOf(staff).rights === "none") return refuse("not-allowed");
      const today = dayIn(zone, now());
      const items: RightsItem[] = [];
      for (const request of await store.rights.requests(SHOWN)) {
        if (!(await mayKnow(staff, request.person))) continue;
        const open = request.answer === null;
        items.push({
          ...request,
          daysLeft: daysBetween(today, request.due),
          keep: open ? await rights.mustKeep(request.person) : null,
          mayAnswer: open && decides(staff),
          mayTakeBack: isGranted(request) && decides(staff),
        });
      }
      const { due, withheld }: RetentionReport = await whatIsDue({ store, retention: deps.retention(), zone, now });
      return granted({ requests: items, due, withheld, mayRegister: decides(staff) });
    },

    held: (staff, id) => show(staff, id, "held-revealed"),
    exported: (staff, id, how) => show(staff, id, how),

    async answer(staff, id, deed) {
      const entered = await enter(staff, id, "answer");
      if (!entered.ok) return entered;
      const request = entered.value;
      if (deed.kind === "decline" && deed.why.trim() === "") return refuse("reason-needed");
      if (deed.kind === "decline" && deed.why.length > LONGEST) return refuse("too-long");
      const by = { id: staff.id, name: staff.name };
      const message = deed.kind === "copied" && request.answer === null ? await copyInto(staff, request) : undefined;
      const done = await rights.answer(request, deed, by, (answer) => tell(staff, request, answer, message));
      return done ? granted(null) : refuse("changed-meanwhile");
    },

    async putRight(staff, id, { conversation, matter, fact, text }) {
      const entered = await enter(staff, id, "put-right");
      if (!entered.ok) return entered;
      const words = text.trim();
      if (words === "") return refuse("empty");
      if (words.length > LONGEST) return refuse("too-long");
      if ((await store.personOf(conversation)) !== entered.value.person) return refuse("no-such-request");
      const staffRef = { id: staff.id, name: staff.display.zh };
      const ask = { type: "put-fact-right", matter, fact, text: words, staff: staffRef } as const;
      const done = await deps.port.answerRights(conversation, ask);
      if (!done.ok) return refuse("not-here");
      await audit(staff, "corrected", { request: id, person: entered.value.person, conversation, matter, fact });
      return granted(null);
    },

    async takeBack(staff, id, why) {
      const entered = await enter(staff, id, "take-back");
      if (!entered.ok) return entered;
      const reason = why.trim();
      if (reason === "") return refuse("reason-needed");
      if (reason.length > LONGEST) return refuse("too-long");
      const request = entered.value;
      const by = { id: staff.id, name: staff.name };
      const done = await rights.takeBack(request, reason, by, (answer) => tell(staff, request, answer));
      return done ? granted(null) : refuse("changed-meanwhile");
    },

    async register(staff, { ref, right, proof }) {
      if (!decides(staff)) return refuse("not-allowed");
      const entered = await access.enter(staff, ref, "register-request");
      if (!entered.ok) return entered;
      const { conversation } = entered.value.row;
      const person = await store.personOf(conversation);
      if (person === undefined) return refuse("erased");
      const id = newRecordNumber().replace(/^R-/u, "P-");
      const { due } = await rights.registerByStaff({ id, person, conversation, right, proof, by: actorOf(staff) });
      return granted({ id, due });
    },
  };
}
