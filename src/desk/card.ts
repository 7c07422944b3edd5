/**
 * A case as it may hang where several people see it: it belongs to nobody, so everything personal is masked and
 * nothing in it depends on who reads. Made for surfaces that are told of cases (Slack).
 *
 * - While somebody is recused the card is `sealed`: the person complained about, or their outlet, may read the same
 *   channel, so it has number, state and clock only (银保监会令2020年第3号, art. 17).
 */
import type { Bilingual } from "../bank/terms.ts";
import type { CaseLife, Life } from "../cases/life/life.ts";
import { isMisconduct, recused } from "../cases/recusal.ts";
import type { Citation } from "../flows/answer.ts";
import type { Level, Matter, State } from "../flows/conversation.ts";
import { known } from "../flows/ledger.ts";
import type { Language } from "../flows/reading.ts";
import type { CaseRow, CaseStatus, Store, StoredMessage } from "../store/store.ts";
import { type CardLife, cardLife } from "./card-life.ts";
import { badges } from "./case-list.ts";
import { factViews, onceEach, talkingTo, waits } from "./case-view.ts";
import { type Clock, clockOf } from "./clock.ts";
import { clockItems } from "./clock-history.ts";
import { FIRST_STEP } from "./first-steps.ts";
import { type HistoryItem, historyOf } from "./history.ts";
import { type Mask, maskFor } from "./masking.ts";
import { type DeskNames, EMOTION, FACT, GAP, HANDOVER } from "./names.ts";
import { nameOf, type StaffSource } from "./staff.ts";
import { stepItems } from "./step-history.ts";
import type { FactView, RiskBadge } from "./view.ts";

const PAGE = 1_000;

export interface CaseCard {
  key: string;
  conversation: string;
  /** Case number, or the record's until the core system has answered. */
  ref: string;
  status: CaseStatus;
  /** Code of the department that answers for it. */
  department: string;
  departmentName: Bilingual;
  owner: { id: string; name: string } | null;
  /** Who talks to the customer now; null is the bot. */
  talking: { id: string; name: string } | null;
  clock: Clock;
  /** Messages to the customer that are not out: since the channel's window is closed, since it is down, or not yet. */
  unsent: { window: number; down: number; soon: number };
  /** The highest of its risks. */
  level: Level | null;
  /** Null where the surface keeps no lives, or the person was erased. */
  life: CardLife | null;
  /** Nothing of what it is about may be shown. */
  sealed: boolean;
  /** Staff ids who must not learn that there is such a case: those accused of misconduct, and their outlets. */
  hiddenFrom: string[];
  /** Null when it is sealed, or the person was erased. */
  story: CardStory | null;
}

export interface CardStory {
  channel: string;
  language: Language;
  business: Bilingual | null;
  reason: Bilingual | null;
  /** The customer's first words. */
  words: string;
  /** What the customer wants. */
  claim: string | null;
  facts: FactView[];
  gaps: { label: Bilingual; reason: Bilingual }[];
  emotion: { first: Bilingual; latest: Bilingual };
  risks: (RiskBadge & { firstStep: Bilingual })[];
  reasons: Bilingual[];
  policies: Citation[];
  result: string | null;
}

/** A case in a list that anybody of a channel may read: no word of what it is about. */
export interface OpenCase {
  key: string;
  ref: string;
  department: string;
  /** Name of who has it. */
  owner: string | null;
  clock: Clock;
}

export interface CaseCards {
  /** `ref`: key, case number or record number. Undefined where no case is. */
  card(ref: string): Promise<CaseCard | undefined>;
  /** In order; empty for a sealed or erased case, but for changes of its state. */
  history(ref: string): Promise<HistoryItem[]>;
  /** Every open case, in the order they fall due; those of misconduct are left out. */
  open(): Promise<OpenCase[]>;
}

interface Deps {
  store: Store;
  staff: StaffSource;
  names: DeskNames;
  /** Without it cards and threads tell of the talk only. */
  caseLife?: Pick<CaseLife, "read">;
  zone: string;
  now: () => string;
}

export function createCaseCards(deps: Deps): CaseCards {
  const { store, names, zone, now } = deps;

  async function material(ref: string) {
    const row = await store.case(ref);
    if (!row) return undefined;
    const loaded = await store.load(row.conversation);
    const matter = loaded?.state.matters.find((one) => one.id === row.matter);
    const life = await deps.caseLife?.read(row.key);
    return { row, state: matter ? loaded?.state : undefined, matter, life };
  }

  // The transcript is the conversation's: somebody recused from any of its matters must not read it.
  // Who was named since the complaint came in stands in the case's life.
  const sealedFor = (state: State, life: Life | undefined) =>
    state.matters.some((matter) => recused(deps.staff(), matter).staff.length > 0) ||
    (life !== undefined && (life.state.keptFrom.hidden || life.state.keptFrom.staff.length > 0));

  function hiddenFrom({ matters }: State, life: Life | undefined): string[] {
    const misconduct = life?.state.keptFrom.hidden || matters.some(isMisconduct);
    if (!misconduct) return [];
    const named = matters.flatMap((matter) => recused(deps.staff(), matter).staff);
    return [...new Set([...named, ...(life?.state.keptFrom.staff ?? [])])];
  }

  async function unsentOf(conversation: string): Promise<CaseCard["unsent"]> {
    const messages = new Map<string, string | null>();
    for (const { message, error } of await store.deliveries.waiting(conversation)) messages.set(message, error);
    const codes = [...messages.values()];
    const soon = codes.filter((code) => code === null).length;
    const window = codes.filter((code) => code !== null && waits(code) === "window").length;
    return { window, down: codes.length - soon - window, soon };
  }

  async function messagesOf(conversation: string): Promise<StoredMessage[]> {
    const messages: StoredMessage[] = [];
    for (let after = 0; ; ) {
      const page = await store.messages(conversation, { after, limit: 500 });
      messages.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 500) return messages;
      after = last.seq;
    }
  }

  return {
    async card(ref) {
      const found = await material(ref);
      if (!found) return undefined;
      const { row, state, matter, life } = found;
      const sealed = state !== undefined && sealedFor(state, life);
      const person = (id: string) => ({ id, name: nameOf(deps.staff(), id) });
      const talking = state ? talkingTo(state) : null;
      const levels = row.risks.map((risk) => risk.level).sort();
      return {
        key: row.key,
        conversation: row.conversation,
        ref: row.number ?? row.record,
        status: row.status,
        department: row.department,
        departmentName: names.department(row.department),
        owner: row.owner && person(row.owner.id),
        talking: talking === null ? null : person(talking),
        clock: clockOf(row, zone, now()),
        unsent: await unsentOf(row.conversation),
        level: levels[0] ?? null,
        sealed,
        hiddenFrom: state ? hiddenFrom(state, life) : [],
        life:
          state && life
            ? cardLife(life.state, { mask: maskFor(state), sealed, zone, names, person: (id) => person(id).name })
            : null,
        story: state && matter && !sealed ? storyOf(row, matter, maskFor(state), deps) : null,
      };
    },

    async history(ref) {
      const found = await material(ref);
      if (!found?.state || !found.matter) return [];
      const { row, state, matter, life } = found;
      const [messages, notes, events] = await Promise.all([
        messagesOf(row.conversation),
        store.caseNotes(row.key),
        store.events(row.conversation),
      ]);
      const mask = maskFor(state);
      const person = (id: string) => nameOf(deps.staff(), id);
      const steps = life
        ? [
            ...stepItems(life.events, { mask, zone, names, person }),
            ...clockItems(await store.auditEntries(row.key), { life: life.state, staff: deps.staff(), names, zone }),
          ]
        : [];
      const items = historyOf({ matter, messages, notes, events, steps }, mask, deps);
      return sealedFor(state, life) ? items.filter((item) => item.plain) : items;
    },

    async open() {
      const rows: CaseRow[] = [];
      for (let page = await store.cases({ status: "open", limit: PAGE }); ; ) {
        rows.push(...page);
        const after = page.at(-1)?.key;
        if (after === undefined || page.length < PAGE) break;
        page = await store.cases({ status: "open", limit: PAGE, after });
      }
      // A list for everybody of a channel: of misconduct it tells nothing.
      const told = rows.filter((row) => !isMisconduct(row));
      return told.map((row) => ({
        key: row.key,
        ref: row.number ?? row.record,
        department: row.department,
        owner: row.owner && nameOf(deps.staff(), row.owner.id),
        clock: clockOf(row, zone, now()),
      }));
    },
  };
}

function storyOf(row: CaseRow, matter: Matter, mask: Mask, deps: Deps): CardStory {
  const { names } = deps;
  const claim = known(matter, "desired-outcome");
  return {
    channel: row.channel,
    language: row.language,
    business: row.business && names.business(row.business),
    reason: row.reason && names.reason(row.reason),
    words: mask(matter.words),
    claim: claim ? mask(claim.text) : null,
    facts: factViews(matter.facts, mask, deps),
    gaps: matter.gaps.map((gap) => ({ label: FACT[gap.name], reason: GAP[gap.reason] })),
    emotion: { first: EMOTION[matter.emotion.first], latest: EMOTION[matter.emotion.latest] },
    risks: badges(matter.risks, names).map((badge) => ({ ...badge, firstStep: FIRST_STEP[badge.slug] })),
    reasons: (matter.case?.reasons ?? []).map((code) => HANDOVER[code]),
    policies: onceEach(matter.cited),
    result: matter.result === null ? null : mask(matter.result),
  };
}
