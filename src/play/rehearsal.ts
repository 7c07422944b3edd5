/** The product with a store in memory and a clock of its own: nobody outside hears of what is played here. */
import { randomBytes, randomUUID } from "node:crypto";
import pino from "pino";
import type { Content } from "../content.ts";
import type { MessageKind } from "../flows/command.ts";
import type { Identity, StaffRef, State } from "../flows/conversation.ts";
import type { Language } from "../flows/reading.ts";
import type { Knowledge } from "../knowledge/answer.ts";
import { createProduct, type Product } from "../product.ts";
import { createRights } from "../rights/rights.ts";
import { createLive } from "../store/live.ts";
import { openSqliteStore } from "../store/sqlite/open.ts";
import type { Store, StoredMessage } from "../store/store.ts";
import type { Thinking } from "../thinking.ts";
import { drainOutbox } from "../workers/outbox.ts";

export interface Said {
  text: string;
  kind: MessageKind;
}

export interface Rehearsal {
  conversation: string;
  product: Product;
  store: Store;
  /** One turn. Returns what came back. */
  says(lines: readonly Said[]): Promise<StoredMessage[]>;
  /** Time passes up to an instant, clocks ringing on the way; an earlier one changes nothing. */
  until(instant: string): Promise<StoredMessage[]>;
  /** Time passes; every clock that comes due rings. */
  wait(ms: number): Promise<StoredMessage[]>;
  staff(act: StaffAct): Promise<StoredMessage[]>;
  state(): Promise<State>;
  /** Levels of the alerts sent so far. */
  alerts(): Promise<string[]>;
  close(): Promise<void>;
}

export type StaffAct =
  | { does: "takes" }
  | { does: "hands back" }
  | { does: "says"; text: string }
  | { does: "resolves"; text: string };

export const PLAYED_BY: StaffRef = { id: "zhou", name: "小周" };

export async function rehearse(
  content: Content,
  parts: {
    at: string;
    channel: string;
    identity: Identity;
    language: Language;
    thinking?: Thinking;
    /** The policies searched by rules, where not given. */
    knowledge?: Knowledge;
    pace?: number;
  },
): Promise<Rehearsal> {
  let clock = Date.parse(parts.at);
  const now = () => new Date(clock).toISOString();
  const store = await openSqliteStore({ file: ":memory:", masterKey: randomBytes(32), clock: now });
  const log = pino({ level: "silent" });
  const live = createLive();
  const product = createProduct({
    content,
    store,
    live,
    log,
    now,
    schedule: () => undefined,
    rights: createRights({ store, bank: () => content.bank, live, now }),
    ...(parts.thinking ? { thinking: parts.thinking } : {}),
    ...(parts.knowledge ? { knowledge: parts.knowledge } : {}),
  });
  const { intake } = product;
  const { outbox } = product;
  /** Milliseconds a customer takes to write a message. */
  const pace = parts.pace ?? 5000;
  const { channel } = parts;
  const identity = { channel, externalId: randomUUID(), strength: parts.identity };
  const { conversation } = await intake.open(identity, parts.language);
  let seen = (await intake.messages(conversation, 0, 100)).at(-1)?.seq ?? 0;

  const drain = async () => {
    while ((await drainOutbox(outbox)) > 0);
  };
  async function fresh(): Promise<StoredMessage[]> {
    await drain();
    const more = await intake.messages(conversation, seen, 1000);
    seen = more.at(-1)?.seq ?? seen;
    await intake.delivered(conversation, seen);
    return more.filter((message) => message.author.kind !== "customer");
  }
  async function ring(): Promise<void> {
    for (const due of await store.dueClocks(now(), 1000)) {
      if (due.kind === "turn") await intake.handleTurn(due.conversation);
      else await intake.act(due.conversation, { type: due.kind === "wait" ? "wait-over" : due.kind });
    }
    await drain();
  }
  /** From one due clock to the next, so that they ring in their order and each at its time. */
  async function pass(until: number): Promise<StoredMessage[]> {
    for (;;) {
      const next = Date.parse((await store.nextClock()) ?? "");
      if (Number.isNaN(next) || next > until) break;
      clock = Math.max(clock, next);
      await ring();
    }
    clock = Math.max(clock, until);
    return fresh();
  }
  async function state(): Promise<State> {
    const loaded = await store.load(conversation);
    if (!loaded) throw new Error("the conversation is gone");
    return loaded.state;
  }

  return {
    conversation,
    product,
    store,
    state,
    async alerts() {
      const trail = await store.auditEntries(conversation);
      return trail.flatMap(({ action, detail }) => (action === "alert" ? [String(detail.level)] : []));
    },
    close: () => store.close(),
    async says(lines) {
      for (const { text, kind } of lines) {
        clock += pace;
        await intake.accept({ conversation, channel, externalId: randomUUID(), kind, text, attachments: [] });
      }
      await intake.handleTurn(conversation);
      return fresh();
    },
    wait: (ms) => pass(clock + ms),
    until: (instant) => pass(Date.parse(instant)),
    async staff(act) {
      const { current, matters } = await state();
      const matter = matters.find((one) => one.id === current)?.id ?? "";
      const staff = PLAYED_BY;
      switch (act.does) {
        case "takes":
          await intake.command(conversation, { type: "take", matter, staff });
          break;
        case "hands back":
          await intake.command(conversation, { type: "hand-back", staff });
          break;
        case "says": {
          const id = randomUUID();
          const author = { kind: "staff" as const, id: staff.id, name: staff.name };
          await intake.command(
            conversation,
            { type: "staff-reply", message: id, staff },
            { id, author, kind: "chat", text: act.text, choices: [], citations: [], attachments: [], at: now() },
          );
          break;
        }
        case "resolves":
          await intake.command(conversation, { type: "resolve", matter, staff, result: act.text });
          break;
      }
      return fresh();
    },
  };
}
