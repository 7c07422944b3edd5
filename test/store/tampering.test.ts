import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import type { ChainReport } from "../../src/store/store.ts";
import { freshFolder } from "./folder.ts";
import { at, bubble, caseRow, MASTER_KEY, opening, said, step, T0 } from "./samples.ts";

const open = (file: string, checkpointFile?: string) =>
  openSqliteStore({ file, masterKey: MASTER_KEY, clock: () => T0, ...(checkpointFile ? { checkpointFile } : {}) });

async function converse(store: SqliteStore, id: string): Promise<void> {
  await store.startConversation(opening(id));
  for (let turn = 1; turn <= 3; turn += 1) {
    await store.accept(said(id, `${id}-m${turn}`));
    await store.commit(
      step(id, { expectVersion: turn, events: [{ type: "consent-given" }], messages: [bubble(`${id}-b${turn}`)] }),
    );
  }
}

/** Three conversations, written and closed; then `tamper` works on the file, and the audit is verified. */
async function verifyAfter(tamper: (db: DatabaseSync) => void, checkpointFile?: string): Promise<ChainReport> {
  const file = freshFolder()("store.db");
  const store = await open(file, checkpointFile);
  for (const id of ["c1", "c2", "c3"]) await converse(store, id);
  await store.addAttachment({
    id: "a1",
    conversation: "c1",
    name: "回单.png",
    mime: "image/png",
    size: 3,
    bytes: new Uint8Array([1, 2, 3]),
    at: T0,
  });
  await store.commit(step("c2", { expectVersion: 4, cases: [caseRow("c2", "k1")] }));
  await store.addCaseNote({ id: "n1", case: "k1", at: T0, staff: { id: "z", name: "小周" }, text: "已联系" });
  await store.close();
  // Without its checkpoints the database must notice by itself.
  if (!checkpointFile) rmSync(`${file}.checkpoints`);
  const db = new DatabaseSync(file);
  // The mark of the checkpoints goes with their file.
  if (!checkpointFile) db.exec("DELETE FROM meta WHERE key = 'checkpoint'");
  db.exec("PRAGMA foreign_keys = OFF");
  tamper(db);
  db.close();
  const again = await open(file, checkpointFile);
  const report = await again.verifyAudit();
  await again.close();
  return report;
}

const flipLastByte = (db: DatabaseSync, table: string, column: string, where: string) => {
  const row = db.prepare(`SELECT ${column} AS bytes FROM ${table} WHERE ${where}`).get();
  if (!(row?.bytes instanceof Uint8Array)) throw new Error("nothing to change");
  const bytes = new Uint8Array(row.bytes);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(bytes);
};

/** Rows of messages and audit of the first, second or third conversation: see place.ts. */
const rowsOf = (nr: 1 | 2 | 3) => `place >> 20 = ${nr}`;

const cutTail = (db: DatabaseSync) => {
  db.exec(`DELETE FROM messages WHERE ${rowsOf(1)} AND audit_seq >= 6`);
  db.exec("DELETE FROM attachments WHERE conversation = 'c1' AND audit_seq >= 6");
  db.exec(`DELETE FROM audit WHERE ${rowsOf(1)} AND (place & 0xFFFFF) >= 6`);
};
const removeChain = (db: DatabaseSync) => {
  for (const table of ["messages", "audit"]) db.exec(`DELETE FROM ${table} WHERE ${rowsOf(3)}`);
  db.exec("DELETE FROM attachments WHERE conversation = 'c3'");
  db.exec("DELETE FROM states WHERE position = 3");
  db.exec("DELETE FROM conversations WHERE id = 'c3'");
  db.exec("DELETE FROM chains WHERE chain = 'c3'");
};

describe("verifying the audit", () => {
  it("finds nothing in a database that nobody touched", async () => {
    const report = await verifyAfter(() => {});
    expect(report).toEqual({ chains: 4, entries: 24, problems: [] });
  });

  /** An entry of the second conversation. */
  const entry = (seq: number) => `${rowsOf(2)} AND (place & 0xFFFFF) = ${seq}`;
  const changes: [string, (db: DatabaseSync) => void, string][] = [
    ["a byte of an event", (db) => flipLastByte(db, "audit", "sealed_step", `${rowsOf(2)} AND event_seq = 2`), "c2"],
    ["a byte of a message", (db) => flipLastByte(db, "messages", "sealed_body", "id = 'c2-m1'"), "c2"],
    ["a byte of an attachment", (db) => flipLastByte(db, "attachments", "sealed_bytes", "id = 'a1'"), "c1"],
    ["a byte of a case note", (db) => flipLastByte(db, "case_notes", "sealed_body", "id = 'n1'"), "k1"],
    ["the time of a message", (db) => db.exec(`UPDATE messages SET at = '${at(50)}' WHERE id = 'c2-m1'`), "c2"],
    ["who wrote a message", (db) => db.exec("UPDATE messages SET author = 'bot' WHERE id = 'c2-m1'"), "c2"],
    ["a state", (db) => flipLastByte(db, "states", "sealed_state", "position = 2"), "c2"],
    ["an audit entry", (db) => db.exec(`UPDATE audit SET actor = 'staff:lin' WHERE ${entry(3)}`), "c2"],
    ["a removed message", (db) => db.exec("DELETE FROM messages WHERE id = 'c2-m2'"), "c2"],
    ["a message slipped in", slipIn, "c2"],
    ["a removed entry in the middle", (db) => db.exec(`DELETE FROM audit WHERE ${entry(3)}`), "c2"],
    ["the signature of an entry", (db) => flipLastByte(db, "audit", "mac", entry(3)), "c2"],
    [
      "a message moved to another place",
      (db) => db.exec("UPDATE messages SET place = place + 50 WHERE id = 'c2-b3'"),
      "c2",
    ],
    [
      "from where a state is to be carried on",
      (db) => db.exec("UPDATE states SET audit_seq = 5 WHERE position = 2"),
      "c2",
    ],
    [
      "a conversation put back by a version",
      (db) => db.exec("UPDATE conversations SET version = version - 1 WHERE id = 'c2'"),
      "c2",
    ],
    ["a removed state", (db) => db.exec("DELETE FROM states WHERE position = 2"), "c2"],
    ["a cut tail", cutTail, "c1"],
    ["a removed chain", removeChain, "all"],
    ["a removed chain with its conversation left", (db) => db.exec(`DELETE FROM audit WHERE ${rowsOf(3)}`), "c3"],
    ["a removed conversation", (db) => db.exec("DELETE FROM conversations WHERE id = 'c3'"), "c3"],
    ["a removed root", (db) => db.exec("DELETE FROM meta WHERE key = 'root'"), "all"],
  ];
  function slipIn(db: DatabaseSync): void {
    db.exec("CREATE TEMP TABLE copy AS SELECT * FROM messages WHERE id = 'c2-m1'");
    db.exec("UPDATE copy SET id = 'c2-m9', place = place + 90, external_id = 'x', audit_seq = 99");
    db.exec("INSERT INTO messages SELECT * FROM copy");
  }
  it.each(changes)("notices %s", async (_, tamper, chain) => {
    const report = await verifyAfter(tamper);
    expect(report.problems.map((problem) => problem.chain)).toContain(chain);
  });

  it("notices a cut tail whose counters were put back, even after the product has written on", async () => {
    const file = freshFolder()("store.db");
    const store = await open(file);
    await converse(store, "c1");
    await store.close();
    rmSync(`${file}.checkpoints`);
    const db = new DatabaseSync(file);
    cutTail(db);
    db.exec("UPDATE conversations SET version = 3, last_seq = 5, last_event_seq = 3 WHERE id = 'c1'");
    db.close();
    const again = await open(file);
    await again.audit("c1", T0, { actor: "staff:lin", action: "looked", detail: {} });
    expect((await again.verifyAudit()).problems.map((problem) => problem.chain)).toContain("all");
    await again.close();
  });

  it("notices that the database was put back to an earlier day, by its checkpoints", async () => {
    const path = freshFolder();
    const file = path("store.db");
    const store = await open(file, path("heads.jsonl"));
    await converse(store, "c1");
    await store.close();
    copyFileSync(file, path("yesterday.db"));
    const today = await open(file, path("heads.jsonl"));
    await today.accept(said("c1", "c1-m9"));
    await converse(today, "c2");
    await today.close();
    copyFileSync(path("yesterday.db"), file);

    const back = await open(file, path("heads.jsonl"));
    const report = await back.verifyAudit();
    await back.close();
    const problem = "does not reach its checkpoint";
    expect(report.problems).toContainEqual({ chain: "c1", seq: 8, problem });
    expect(report.problems).toContainEqual({ chain: "c2", seq: 7, problem });
  });

  it("notices that checkpoint lines were changed, or cut", async () => {
    const path = freshFolder();
    const lines = path("heads.jsonl");
    const store = await open(path("store.db"), lines);
    await converse(store, "c1");
    expect(await store.writeCheckpoint()).toBe(true);
    expect(await store.writeCheckpoint()).toBe(false);
    await converse(store, "c2");
    expect(await store.writeCheckpoint()).toBe(true);
    expect((await store.verifyAudit()).problems).toEqual([]);

    const whole = readFileSync(lines, "utf8");
    writeFileSync(lines, whole.replace("c1", "c9"));
    expect((await store.verifyAudit()).problems.map((p) => p.problem)).toContain("checkpoint line 1 was changed");
    writeFileSync(lines, whole.split("\n").slice(0, 1).join("\n").concat("\n"));
    expect((await store.verifyAudit()).problems.map((p) => p.problem)).toEqual(["checkpoint lines are missing"]);
    writeFileSync(lines, whole);
    await store.close();
  });

  it("takes a half-written last line for what it is: a crash, repaired by the next", async () => {
    const path = freshFolder();
    const lines = path("heads.jsonl");
    const store = await open(path("store.db"), lines);
    await converse(store, "c1");
    await store.close();
    appendFileSync(lines, '{"body":"{\\"line\\":2,');
    const again = await open(path("store.db"), lines);
    expect((await again.verifyAudit()).problems).toEqual([]);
    await converse(again, "c2");
    await again.close();
    expect(readFileSync(lines, "utf8").split("\n")).toHaveLength(3);
    const last = await open(path("store.db"), lines);
    expect((await last.verifyAudit()).problems).toEqual([]);
    await last.close();
  });

  it("keeps serving customers when checkpoints cannot be written, and says so", async () => {
    const path = freshFolder();
    const store = await open(path("store.db"), path("no-such-folder/heads.jsonl"));
    await store.startConversation(opening("c1"));
    const notes = Array.from({ length: 600 }, (_, nr) =>
      store.audit("staff", T0, { actor: "staff:zhou", action: "looked", detail: { nr } }),
    );
    await Promise.all(notes);
    await expect(store.accept(said("c1", "m1"))).resolves.toMatchObject({ seq: 2 });
    expect((await store.verifyAudit()).problems).toMatchObject([{ chain: "checkpoints" }]);
    await expect(store.writeCheckpoint()).rejects.toThrow();
    await expect(store.close()).rejects.toThrow();
  });
});
