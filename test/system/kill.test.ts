/** Fifty customers complain while the server is killed ten times. Nothing that was acknowledged may be lost or doubled. */
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicMessage } from "../../src/channels/web/schemas.ts";
import { loadMasterKey } from "../../src/privacy/keys.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import type { RecordRow, StoredMessage } from "../../src/store/store.ts";
import { scriptOf } from "./complaints.ts";
import { answered, follow, openConversation, type Reader, send, type Visitor } from "./customer.ts";
import { randomFrom } from "./random.ts";
import { type RunningServer, startServer, temporaryFolder, until } from "./server.ts";

const CUSTOMERS = 50;
const KILLS = 10;
const SEED = 20_261_122;

interface Journey {
  visitor: Visitor;
  reader: Reader;
  /** Acknowledged messages in the order they were sent. */
  acknowledged: { clientId: string; text: string; id: string; seq: number }[];
}

const random = randomFrom(SEED);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let store: SqliteStore;
const journeys: Journey[] = [];
const logs: string[] = [];
/** Acknowledgements and replies so far: what the kills are timed by. */
let progress = 0;

const address = () => server.url;

async function customer(n: number): Promise<Journey> {
  const { language, lines } = scriptOf(n);
  const visitor = await openConversation(address, language);
  const journey: Journey = { visitor, reader: follow(address, visitor), acknowledged: [] };
  journeys.push(journey);
  for (const [index, text] of lines.entries()) {
    const clientId = `message-${n}-${index}`;
    const { id, seq } = await send(address, visitor, { clientId, text });
    journey.acknowledged.push({ clientId, text, id, seq });
    progress += 1;
    // Most wait for an answer before they go on, some write on at once; at the end everybody waits.
    if (index < lines.length - 1 && random() < 0.85) continue;
    await until(`an answer to message ${index} of customer ${n}`, () => answered(journey.reader.seen, seq), 120_000);
    progress += 1;
  }
  return journey;
}

/** Messages that have reached the readers: turns and deliveries are under way while it grows. */
const arrived = () => journeys.reduce((sum, { reader }) => sum + reader.seen.length, 0);

/** Kills at ten moments of the seed's choice, among messages coming in and among answers going out, and starts again. */
async function killer(): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const measure = kill % 2 === 1 ? () => progress : arrived;
    const at = measure() + 15 + Math.floor(random() * 50);
    await until(`the moment of kill ${kill}`, () => measure() >= at, 120_000);
    await server.kill();
    logs.push(server.output.stderr);
    server = await startServer({ data: folder.path, port: server.port });
  }
}

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ data: folder.path });
  await Promise.all([killer(), ...Array.from({ length: CUSTOMERS }, (_, n) => customer(n))]);
  await until("a number for every case", () => journeys.every(({ reader }) => numbered(reader)), 60_000);
  for (const { reader } of journeys) await reader.stop();
  await server.stop();
  logs.push(server.output.stderr);
  store = await openSqliteStore({
    file: join(folder.path, "tingsu.sqlite"),
    masterKey: await loadMasterKey({ folder: folder.path }),
  });
}, 180_000);

afterAll(async () => {
  for (const { reader } of journeys) await reader.stop();
  await store?.close();
  await server?.kill();
  await folder?.remove();
});

const numbered = ({ progress }: Reader): boolean =>
  progress?.complaints.every(({ department, caseNumber }) => department === null || caseNumber !== null) ?? false;

const journal = (conversation: string): Promise<StoredMessage[]> =>
  store.messages(conversation, { after: 0, limit: 10_000 });
const byCustomer = (message: StoredMessage | PublicMessage) => message.author.kind === "customer";

describe("a server that is killed ten times", () => {
  it("keeps every acknowledged message once, in order", async () => {
    expect(journeys).toHaveLength(CUSTOMERS);
    for (const { visitor, acknowledged } of journeys) {
      const kept = (await journal(visitor.conversation)).filter(byCustomer);
      expect(kept.map(({ id, seq, text }) => ({ id, seq, text }))).toEqual(
        acknowledged.map(({ id, seq, text }) => ({ id, seq, text })),
      );
      expect(acknowledged).toHaveLength(10);
    }
  });

  it("handles every message in exactly one turn", async () => {
    for (const { visitor, acknowledged } of journeys) {
      const heard: string[] = [];
      for (const { event } of await store.events(visitor.conversation)) {
        if (event?.type === "turn-heard") heard.push(...event.messages);
      }
      expect(heard).toEqual(acknowledged.map(({ id }) => id));
      const loaded = await store.load(visitor.conversation);
      expect(loaded?.inbox).toEqual([]);
    }
  });

  it("shows each reader every message once and in order, through all the broken streams", async () => {
    for (const { visitor, reader } of journeys) {
      const kept = await journal(visitor.conversation);
      expect(reader.seen.map(({ seq, id, text }) => ({ seq, id, text }))).toEqual(
        kept.map(({ seq, id, text }) => ({ seq, id, text })),
      );
    }
  });

  it("has one record for each complaint and at most one case for each record", async () => {
    const records = await store.records({ kind: "complaint", limit: 10_000 });
    const cases = await store.cases({ limit: 10_000 });
    expect(unique(records.map(({ record }) => record))).toBe(records.length);
    expect(unique(cases.map(({ record }) => record))).toBe(cases.length);
    expect(unique(cases.map(({ number }) => String(number)))).toBe(cases.length);
    const mattersOf = (rows: readonly RecordRow[]) => rows.map(({ matter, record }) => `${matter} ${record}`).sort();
    for (const { visitor } of journeys) {
      const own = records.filter(({ conversation }) => conversation === visitor.conversation);
      const opened: string[] = [];
      for (const { event } of await store.events(visitor.conversation)) {
        if (event?.type === "complaint-recorded") opened.push(`${event.matter} ${event.record}`);
      }
      expect(own.length).toBeGreaterThan(0);
      expect(mattersOf(own)).toEqual(opened.sort());
    }
  });

  it("leaves nothing in the outbox and no case without its number", async () => {
    expect(await store.pendingEffects()).toBe(0);
    expect(await store.deadLetters()).toEqual([]);
    const cases = await store.cases({ limit: 10_000 });
    // Which complaint reaches a person is the conversation's business; that most do makes this test mean something.
    expect(cases.length).toBeGreaterThan(CUSTOMERS / 2);
    expect(cases.filter(({ number }) => number === null)).toEqual([]);
  });

  it("tells each customer each case number once", async () => {
    for (const { number, conversation } of await store.cases({ limit: 10_000 })) {
      const said = (await store.events(conversation)).filter(
        ({ event }) => event?.type === "case-opened" && event.number === number,
      );
      expect(said).toHaveLength(1);
    }
  });

  it("logs no failure of its own", () => {
    expect(logs.join("")).toBe("");
  });

  it("has audit chains that verify", async () => {
    const report = await store.verifyAudit();
    expect(report.problems).toEqual([]);
    expect(report.chains).toBeGreaterThanOrEqual(CUSTOMERS);
  });
});

describe("somebody with the database but without the master key", () => {
  it("cannot cut off the newest messages and entries of a conversation unseen", async () => {
    const chain = journeys[7]?.visitor.conversation ?? "";
    const problems = await tamper((db) => {
      const { first, end } = places(db, "chains", "chain", chain);
      const newest = db.prepare("SELECT max(place) AS place FROM audit WHERE place BETWEEN ? AND ?").get(first, end);
      const keep = Number(newest?.place) - 3;
      db.prepare("DELETE FROM audit WHERE place > ? AND place <= ?").run(keep, end);
      const own = places(db, "conversations", "id", chain);
      const cut = "DELETE FROM messages WHERE place BETWEEN ? AND ? AND audit_seq > ?";
      db.prepare(cut).run(own.first, own.end, keep - first);
    });
    expect(problems.some((problem) => problem.chain === chain)).toBe(true);
  });

  it("cannot remove a whole conversation unseen", async () => {
    const chain = journeys[3]?.visitor.conversation ?? "";
    const problems = await tamper((db) => {
      db.exec("PRAGMA foreign_keys = OFF");
      const own = places(db, "conversations", "id", chain);
      const audit = places(db, "chains", "chain", chain);
      db.prepare("DELETE FROM states WHERE position = ?").run(own.position);
      db.prepare("DELETE FROM messages WHERE place BETWEEN ? AND ?").run(own.first, own.end);
      db.prepare("DELETE FROM audit WHERE place BETWEEN ? AND ?").run(audit.first, audit.end);
      for (const [table, column] of CONVERSATION_COLUMNS) {
        db.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(chain);
      }
    });
    expect(problems.length).toBeGreaterThan(0);
  });
});

const CONVERSATION_COLUMNS = [
  ["records", "conversation"],
  ["cases", "conversation"],
  ["chains", "chain"],
  ["conversations", "id"],
] as const;

/** Keys of the rows of a conversation or chain, which begin with its number. */
function places(db: DatabaseSync, table: string, column: string, name: string) {
  const position = Number(db.prepare(`SELECT position FROM ${table} WHERE ${column} = ?`).get(name)?.position);
  return { position, first: position * 2 ** 20, end: (position + 1) * 2 ** 20 - 1 };
}

/** What verification says of a copy of the database after `change`. The checkpoint file is the copy's own, untouched. */
async function tamper(change: (db: DatabaseSync) => void) {
  await store.close();
  const original = join(folder.path, "tingsu.sqlite");
  const copy = join(folder.path, "copy.sqlite");
  await copyFile(original, copy);
  await copyFile(`${original}.checkpoints`, `${copy}.checkpoints`);
  const masterKey = await loadMasterKey({ folder: folder.path });
  const db = new DatabaseSync(copy);
  change(db);
  db.close();
  const changed = await openSqliteStore({ file: copy, masterKey });
  try {
    return (await changed.verifyAudit()).problems;
  } finally {
    await changed.close();
    store = await openSqliteStore({ file: original, masterKey });
  }
}

const unique = (values: readonly string[]): number => new Set(values).size;
