/** A customer at the real product: real reading, real policies, real wording, a store in memory. */
import { randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { afterAll, expect } from "vitest";
import { type Content, loadContent } from "../../src/content.ts";
import type { State } from "../../src/flows/conversation.ts";
import { currentMatter, known } from "../../src/flows/ledger.ts";
import type { FactName, Language } from "../../src/flows/reading.ts";
import { createIncidents, type Incidents } from "../../src/incidents.ts";
import { createProduct, type Product } from "../../src/product.ts";
import { createRights, type Rights } from "../../src/rights/rights.ts";
import { createLive } from "../../src/store/live.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import type { Store, StoredMessage } from "../../src/store/store.ts";
import { drainOutbox } from "../../src/workers/outbox.ts";

let content: Content | undefined;

export function shippedContent(): Content {
  if (!content) {
    const loaded = loadContent(fileURLToPath(new URL("../../bank", import.meta.url)));
    if (!loaded.content) throw new Error(JSON.stringify(loaded.problems));
    content = loaded.content;
  }
  return content;
}

export interface Desk {
  product: Product;
  store: SqliteStore;
  incidents: Incidents;
  rights: Rights;
  now(): string;
  /** Sets the wall clock, ISO instant with offset. */
  at(instant: string): void;
  /** Lets time pass and rings every clock that comes due on the way. */
  wait(minutes: number): Promise<void>;
  customer(language?: Language, externalId?: string): Promise<Customer>;
}

export interface Customer {
  conversation: string;
  /** Says each line as one message of the same turn. */
  says(...lines: string[]): Promise<void>;
  /** Every pattern is met by what was said since the customer last spoke, in order. */
  hears(...patterns: RegExp[]): void;
  hearsNot(...patterns: RegExp[]): void;
  /** What came since the customer last spoke, or since `listen`. */
  heard(): string;
  /** Fetches what was said meanwhile. */
  listen(): Promise<string>;
  all(): Promise<StoredMessage[]>;
  state(): Promise<State>;
  fact(name: FactName): Promise<string | undefined>;
}

const open: Store[] = [];
afterAll(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

export async function newDesk(start = "2026-11-23T10:00:00+08:00"): Promise<Desk> {
  let clock = Date.parse(start);
  const now = () => new Date(clock).toISOString();
  const store = await openSqliteStore({ file: ":memory:", masterKey: randomBytes(32), clock: now });
  open.push(store);
  const log = pino({ level: "silent" });
  const live = createLive();
  const incidents = createIncidents({ content: shippedContent(), store, live, log, now });
  const rights = createRights({ store, bank: () => shippedContent().bank, live, now });
  const product = createProduct({
    content: shippedContent(),
    store,
    live,
    log,
    now,
    incidents: incidents.watch,
    rights,
    schedule: () => undefined,
  });
  const { intake, outbox } = product;
  const drain = async () => {
    while ((await drainOutbox(outbox)) > 0);
  };

  async function ring(): Promise<void> {
    for (const due of await store.dueClocks(now(), 1000)) {
      if (due.kind === "turn") await intake.handleTurn(due.conversation);
      else await intake.act(due.conversation, { type: due.kind === "wait" ? "wait-over" : due.kind });
    }
    await drain();
  }

  return {
    product,
    store,
    incidents,
    rights,
    now,
    at(instant) {
      clock = Date.parse(instant);
    },
    async wait(minutes) {
      for (let passed = 0; passed < minutes; passed += 1) {
        clock += 60_000;
        await ring();
      }
    },
    async customer(language = "zh-Hans", externalId = randomUUID()) {
      const identity = { channel: "web", externalId, strength: "anonymous" } as const;
      const { conversation } = await intake.open(identity, language);
      let seen = (await intake.messages(conversation, 0, 1000)).at(-1)?.seq ?? 0;
      let fresh: StoredMessage[] = [];
      const fetch = async () => {
        const more = await intake.messages(conversation, seen, 1000);
        seen = more.at(-1)?.seq ?? seen;
        fresh.push(...more.filter((message) => message.author.kind !== "customer"));
        await intake.delivered(conversation, seen);
      };
      const heard = () => fresh.map((message) => message.text ?? "").join("\n");
      const state = async () => {
        const loaded = await store.load(conversation);
        if (!loaded) throw new Error("no such conversation");
        return loaded.state;
      };
      return {
        conversation,
        async says(...lines) {
          fresh = [];
          for (const text of lines) {
            clock += 5000;
            await intake.accept({
              conversation,
              channel: "web",
              externalId: randomUUID(),
              kind: "text",
              text,
              attachments: [],
            });
          }
          await intake.handleTurn(conversation);
          await drain();
          await fetch();
        },
        hears(...patterns) {
          let from = 0;
          const text = heard();
          for (const pattern of patterns) {
            const found = text.slice(from).search(pattern);
            expect(found, `${pattern} in:\n${text.slice(from)}`).toBeGreaterThanOrEqual(0);
            from += found;
          }
        },
        hearsNot(...patterns) {
          for (const pattern of patterns) expect(heard()).not.toMatch(pattern);
        },
        heard,
        async listen() {
          fresh = [];
          await fetch();
          return heard();
        },
        all: () => intake.messages(conversation, 0, 10_000),
        state,
        async fact(name) {
          const matter = currentMatter(await state());
          return matter && known(matter, name)?.text;
        },
      };
    },
  };
}
