/**
 * The life of a case, kept: reads it, brings it up to its conversation, decides, commits, and tells the conversation.
 *
 * Promises
 * - A command is decided on all that the conversation has decided before it.
 * - Following and telling may be repeated and come in any order: the second time changes nothing.
 */
import type { Bank } from "../../bank/bank.ts";
import { inLanguage } from "../../bank/terms.ts";
import type { Refusal } from "../../flows/command.ts";
import type { Matter, State } from "../../flows/conversation.ts";
import type { CaseNotice } from "../../flows/notice.ts";
import { ServiceError } from "../../service-error.ts";
import type { Live } from "../../store/live.ts";
import type { CaseRow, OutMessage, Step, Store } from "../../store/store.ts";
import { recused } from "../recusal.ts";
import { route } from "../routing.ts";
import { noticeOf } from "../staff-notice.ts";
import type { LifeBank } from "./bank.ts";
import type { CaseState } from "./case.ts";
import type { By, LifeAsk } from "./command.ts";
import { decide } from "./decide.ts";
import type { CaseEvent } from "./events.ts";
import { evolveAll } from "./evolve.ts";
import { follow, type Registry } from "./follow.ts";
import { gradeOf, urgencyOf } from "./grade.ts";
import { createLifeBank } from "./life-bank.ts";
import { nextDate } from "./next-date.ts";
import { type NoticeNames, needsTelling, tellingOf } from "./notices.ts";
import type { LifeRefusal } from "./refusal.ts";
import { repeatsFor } from "./repeats-stored.ts";

/** A command decided on an old version starts over, this often at most. */
const TRIES = 5;

export interface Life {
  state: CaseState;
  events: CaseEvent[];
  version: number;
}

export interface CaseLife {
  /** Up to date with the conversation; undefined where there is no case, or the customer was erased. */
  read(key: string): Promise<Life | undefined>;
  command(key: string, ask: LifeAsk, by: By, id: string): Promise<LifeOutcome>;
  /** The rules it decides by, at this moment. */
  bank(): LifeBank;
  /** Commits what the conversation has decided since. */
  follow(key: string): Promise<void>;
  /** Tells the conversation who has the case now, and every notice that is owed. */
  tell(key: string): Promise<void>;
}

export type LifeOutcome = { ok: true; state: CaseState; events: CaseEvent[] } | { ok: false; refusal: LifeRefusal };

export interface LifeParts {
  store: Pick<Store, "lives" | "events" | "case" | "load">;
  bank: () => Bank;
  notice: (
    conversation: string,
    notice: { type: "case-notice"; matter: string; id: string; notice: CaseNotice },
    message?: OutMessage,
  ) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>;
  live: Pick<Live, "publish">;
  /** Whether the customer's channel takes a message from us now; absent where all do. */
  mayWrite?: (conversation: State) => Promise<boolean>;
  /** Staff hear of cases elsewhere too (Slack): every step is told there. */
  staffToldElsewhere?: () => boolean;
  now: () => string;
  newId: () => string;
}

interface Loaded {
  row: CaseRow;
  version: number;
  /** Committed, then followed and not yet committed. */
  kept: CaseEvent[];
  fresh: CaseEvent[];
  state: CaseState | null;
}

export function createCaseLife(parts: LifeParts): CaseLife {
  const { store, now, newId } = parts;

  async function load(key: string): Promise<Loaded | undefined> {
    const row = await store.case(key);
    if (!row) return undefined;
    const stored = await store.lives.load(row.key);
    if (stored?.events === null) return undefined;
    const kept = stored?.events ?? [];
    const before = evolveAll(null, kept);
    const entries = await store.events(row.conversation);
    if (entries.some(({ event }) => event === null)) return undefined;
    const bank = parts.bank();
    const fresh = follow(before, entries, row.matter, { bank: createLifeBank(bank), registry: registryOf(bank) });
    return { row, version: stored?.version ?? 0, kept, fresh, state: evolveAll(before, fresh) };
  }

  async function commit(life: Loaded, decided: readonly CaseEvent[], actor: string, action: string) {
    const events = [...life.fresh, ...decided];
    const state = evolveAll(life.state, decided);
    if (!state || events.length === 0) return true;
    const { key, conversation } = life.row;
    const effect = { type: "tell-case" as const, key, conversation, matter: life.row.matter };
    const tells = needsTelling(events);
    const result = await store.lives.commit({
      expectVersion: life.version,
      at: now(),
      row: {
        key,
        conversation,
        stage: state.stage.name,
        department: state.department,
        owner: state.owner?.id ?? null,
        grade: state.grade.value,
        urgency: state.urgency.value,
        due: state.due,
        next: nextDate(state, parts.bank().profile.zone),
        offeredTo: state.offer?.to.id ?? null,
        keptFrom: state.keptFrom.staff,
        hidden: state.keptFrom.hidden,
      },
      events,
      effects: [
        ...(tells ? [{ key: `${key}/tell/${life.version + 1}`, destination: "life" as const, effect }] : []),
        ...staffHear(life),
      ],
      audit: { actor, action, detail: { events: events.map((event) => event.type) } },
    });
    if (result.ok) {
      parts.live.publish(conversation, { kind: "changed" });
      parts.live.publish("desk", { kind: "changed" });
    }
    return result.ok;
  }

  function staffHear({ row, version }: Loaded): Step["effects"] {
    return parts.staffToldElsewhere?.() ? [noticeOf({ ...row, mark: `life/${version + 1}` })] : [];
  }

  async function command(key: string, ask: LifeAsk, by: By, id: string): Promise<LifeOutcome> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const life = await load(key);
      if (!life) throw new ServiceError("case.none", { retryable: false });
      const context = { now: now(), id: newId };
      const { events, refusal } = decide(life.state, { ...ask, id, by }, createLifeBank(parts.bank()), context);
      if (refusal) return { ok: false, refusal };
      const actor = by.kind === "staff" ? `staff:${by.id}` : by.kind;
      if (!(await commit(life, events, actor, ask.type))) continue;
      const state = evolveAll(life.state, events);
      if (!state) throw new ServiceError("case.none", { retryable: false });
      return { ok: true, state, events };
    }
    throw new ServiceError("case.busy", { retryable: true });
  }

  async function followNow(key: string): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const life = await load(key);
      if (!life || life.fresh.length === 0) return;
      if (await commit(life, [], "case", "follow")) return linkRepeats(life);
    }
    throw new ServiceError("case.busy", { retryable: true });
  }

  /** A case just registered is linked to the earlier ones it repeats; merging is for the office to decide. */
  async function linkRepeats(life: Loaded): Promise<void> {
    if (!life.fresh.some((event) => event.type === "registered")) return;
    const { key } = life.row;
    const { repeatDays } = parts.bank().grades.waits;
    const found = await repeatsFor(store, life.row, { days: repeatDays, zone: parts.bank().profile.zone });
    for (const link of found) await command(key, { type: "link", link }, { kind: "rule" }, `link/${link.key}`);
  }

  async function tell(key: string): Promise<void> {
    await followNow(key);
    const life = await load(key);
    const loaded = life && (await store.load(life.row.conversation));
    const matter = loaded?.state.matters.find((one) => one.id === life?.row.matter);
    if (!life?.state || !loaded || !matter?.case) return;
    const events = [...life.kept, ...life.fresh];
    const names = await namesFor(life.state, loaded.state);
    await tellOwner(life, life.state, matter, names);
    await tellEnough(life, life.state, matter);
    await tellEnd(life, life.state, loaded.state);
    for (const id of owed(life.state, matter)) {
      const telling = tellingOf(life.state, events, id, names);
      if (!telling) continue;
      const message = telling.message && written(newId(), telling.message, now());
      const ask = { type: "case-notice" as const, matter: matter.id, id, notice: telling.notice };
      // Refused where the matter is over meanwhile: then it is owed no longer, and stays on record as not given.
      await parts.notice(life.row.conversation, ask, message ?? undefined);
    }
    await followNow(key);
  }

  async function tellOwner(life: Loaded, state: CaseState, matter: Matter, names: NoticeNames): Promise<void> {
    const known = matter.case;
    if (matter.status !== "open" || !known) return;
    const same = (known.owner?.id ?? null) === (state.owner?.id ?? null) && known.department === state.department;
    if (same || ["withdrawn", "closed", "called-back"].includes(state.stage.name)) return;
    const staff = state.owner ? names.staff(state.owner.id) : null;
    const notice: CaseNotice = { kind: "owner", staff, department: state.department };
    const id = `owner/${life.version}`;
    await parts.notice(life.row.conversation, { type: "case-notice", matter: matter.id, id, notice });
  }

  /** The wait for facts is over though not all were given: the bot asks no more. */
  async function tellEnough(life: Loaded, state: CaseState, matter: Matter): Promise<void> {
    const waited = state.waits.findLast((one) => one.reason === "facts");
    const asked = state.notices.find((one) => one.kind === "facts-wanted" && one.givenAt === null);
    if (matter.status !== "open" || !matter.wanted?.length || !waited?.endedAt || asked) return;
    const id = `enough/${waited.id}`;
    const ask = { type: "case-notice" as const, matter: matter.id, id, notice: { kind: "facts-enough" as const } };
    await parts.notice(life.row.conversation, ask);
  }

  /**
   * After the end the customer is asked how it was, once, while a call back is still owed and the channel lets us
   * write. Whether this customer may be asked is for the conversation to say.
   */
  async function tellEnd({ row }: Loaded, { stage }: CaseState, conversation: State): Promise<void> {
    if (stage.name !== "closed" || stage.how !== "resolved" || !stage.callBackBy) return;
    const over = Date.parse(stage.callBackBy) <= Date.parse(now());
    if (over || !((await parts.mayWrite?.(conversation)) ?? true)) return;
    const ask = { type: "case-notice" as const, matter: row.matter, id: `satisfaction/${row.key}` };
    await parts.notice(row.conversation, { ...ask, notice: { kind: "satisfaction" } });
  }

  async function namesFor(state: CaseState, { language }: State): Promise<NoticeNames> {
    const bank = parts.bank();
    const into = state.mergedInto === null ? undefined : await store.case(state.mergedInto);
    return {
      language,
      staff(id) {
        const person = bank.staff.find((one) => one.id === id);
        return { id, name: person ? inLanguage(person.display, language) : id };
      },
      parts: (pack) => bank.packs.find((one) => one.pack === pack)?.notice.parts ?? [],
      caseRef: () => into?.number ?? into?.record ?? "",
    };
  }

  return {
    async read(key) {
      const life = await load(key);
      if (!life?.state) return undefined;
      return { state: life.state, events: [...life.kept, ...life.fresh], version: life.version };
    },
    command,
    bank: () => createLifeBank(parts.bank()),
    follow: followNow,
    tell,
  };
}

/** Notices owed, oldest first; and the decision of a case that ended outside the chat, so that it ends here too. */
function owed(state: CaseState, matter: Matter): string[] {
  const ids = state.notices.filter((one) => one.givenAt === null).map((one) => one.id);
  const over = state.stage.name === "closed" || state.stage.name === "called-back";
  const decision = state.decisions.at(-1)?.notice;
  return over && matter.status === "open" && decision && !ids.includes(decision) ? [...ids, decision] : ids;
}

const written = (
  id: string,
  { staff, text }: { staff: { id: string; name: string }; text: string },
  at: string,
): OutMessage => ({
  id,
  author: { kind: "staff", ...staff },
  kind: "staff",
  text,
  choices: [],
  citations: [],
  attachments: [],
  at,
});

function registryOf(bank: Bank): Registry {
  return {
    assisting: (matter) => route(bank, matter).together,
    keptFrom(matter) {
      const hidden = matter.risks.some(({ slug }) => slug === "staff-misconduct");
      return { ...recused(bank, matter), hidden };
    },
    grade: (matter) => gradeOf(bank.grades, matter),
    urgency: (matter) => urgencyOf(bank.grades, matter),
  };
}
