/** The product over a store in memory, with a clock the test moves. Everything else is the real thing. */
import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import pino from "pino";
import type { CaseLife } from "../../src/cases/life/life.ts";
import type { CoreSettings } from "../../src/cases/settings.ts";
import { type Content, loadContent } from "../../src/content.ts";
import type { StaffSurface } from "../../src/desk/surface.ts";
import type { State } from "../../src/flows/conversation.ts";
import type { Intake } from "../../src/intake.ts";
import { createProduct } from "../../src/product.ts";
import { createLive } from "../../src/store/live.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import type { StoredMessage } from "../../src/store/store.ts";
import { startClocks } from "../../src/workers/clocks.ts";
import { drainOutbox } from "../../src/workers/outbox.ts";
import { ROOT, until } from "./server.ts";

let shipped: Content | undefined;

/** The shipped bank's folder, read once: nothing changes it while tests run. */
function shippedContent(): Content {
  if (shipped) return shipped;
  const { content, problems } = loadContent(join(ROOT, "bank"));
  if (!content) throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
  shipped = content;
  return content;
}

export interface InProcess {
  content: Content;
  store: SqliteStore;
  intake: Intake;
  life: CaseLife;
  /** Carries out everything that waits in the outbox. */
  deliver(): Promise<void>;
  /** A new customer's conversation. */
  open(externalId?: string): Promise<string>;
  /** One message, and the turn and deliveries that follow from it. */
  says(conversation: string, text: string): Promise<void>;
  /** Moves the clock and lets everything ring that is due by then. */
  minutesPass(minutes: number): Promise<void>;
  /** What the customer would see who reads from `after` now; nothing is marked as got. */
  waiting(conversation: string, after?: number): Promise<StoredMessage[]>;
  state(conversation: string): Promise<State>;
  now(): string;
  close(): Promise<void>;
}

/** `start`: ISO instant at which the clock stands. `file` and `masterKey` for a store that others open later. */
export async function startInProcess(options: {
  start: string;
  file?: string;
  masterKey?: Uint8Array;
  /** The embedded core system when not given. */
  core?: CoreSettings;
  /** Where staff hear of cases; may be joined later. */
  surfaces?: readonly StaffSurface[];
}): Promise<InProcess> {
  let at = Date.parse(options.start);
  const now = () => new Date(at).toISOString();
  const content = shippedContent();
  const { file = ":memory:", masterKey = randomBytes(32) } = options;
  const store = await openSqliteStore({ file, masterKey, clock: now });
  const log = pino({ level: "silent" });
  const { intake, life, outbox } = createProduct({
    content,
    store,
    gaps: store,
    live: createLive(),
    log,
    now,
    schedule: () => undefined,
    ...(options.core ? { core: options.core } : {}),
    ...(options.surfaces ? { reach: { surfaces: options.surfaces } } : {}),
  });

  const deliver = async () => {
    while ((await drainOutbox(outbox)) > 0);
  };
  const waiting = (conversation: string, after = 0) => store.messages(conversation, { after, limit: 1_000 });

  return {
    content,
    store,
    intake,
    life,
    deliver,
    now,
    waiting,
    async open(externalId = `visitor:${randomUUID()}`) {
      const identity = { channel: "web", externalId, strength: "anonymous" } as const;
      return (await intake.open(identity, "zh-Hans")).conversation;
    },
    async says(conversation, text) {
      const externalId = randomUUID();
      await intake.accept({ conversation, channel: "web", externalId, kind: "text", text, attachments: [] });
      await intake.handleTurn(conversation);
      await deliver();
    },
    async minutesPass(minutes) {
      at += minutes * 60_000;
      const worker = startClocks({ store, intake, log, now });
      await until("the clocks that are due", async () => (await store.dueClocks(now(), 1)).length === 0);
      await worker.stop();
      await deliver();
    },
    async state(conversation) {
      const loaded = await store.load(conversation);
      if (!loaded) throw new Error(`no conversation ${conversation}`);
      return loaded.state;
    },
    close: () => store.close(),
  };
}
