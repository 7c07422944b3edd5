import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Event, State } from "../../src/flows/conversation.ts";
import { evolveAll } from "../../src/flows/evolve.ts";
import { openSqliteStore, type SqliteOptions, type SqliteStore } from "../../src/store/sqlite/open.ts";
import { freshFolder } from "./folder.ts";
import { at, bubble, caseRow, MASTER_KEY, openCase, opening, said, state, step, T0 } from "./samples.ts";

async function open(file: string, over: Partial<SqliteOptions> = {}): Promise<SqliteStore> {
  const store = await openSqliteStore({ file, masterKey: MASTER_KEY, clock: () => T0, ...over });
  onTestFinished(() => store.close());
  return store;
}

/** True when any eight bytes in a row of `secret`, behind its version byte, are in the file. */
function holdsPieces(file: string, secret: Uint8Array): boolean {
  const content = readFileSync(file);
  const starts = Array.from({ length: secret.length - 8 }, (_, index) => index + 1);
  return starts.some((start) => content.includes(Buffer.from(secret.subarray(start, start + 8))));
}

describe("a SQLite store on the disk", () => {
  it("holds everything after closing and opening again", async () => {
    const file = freshFolder()("store.db");
    const before = await open(file);
    await before.startConversation(opening("c1"));
    await before.accept(said("c1", "m1"));
    await before.commit(step("c1", { effects: [openCase("c1", "k1")], trace: '{"act":"complaint"}' }));
    const loaded = await before.load("c1");
    await before.close();

    const after = await open(file);
    expect(await after.load("c1")).toEqual(loaded);
    expect(await after.nextClock()).toBe(at(2));
    expect(await after.pendingEffects()).toBe(1);
    expect(await after.traces("c1")).toEqual([{ version: 2, at: at(3), trace: '{"act":"complaint"}' }]);
    expect((await after.verifyAudit()).problems).toEqual([]);
  });

  it("comes back in the state it was left in, however many steps ago that was last kept whole", async () => {
    const file = freshFolder()("store.db");
    const first = await open(file);
    await first.startConversation(opening("c1"));
    await first.close();
    let now: State = state("c1");
    for (let version = 1; version <= 20; version += 1) {
      const events: Event[] = [
        { type: "bubbles-said", messages: [`b${version}`], variants: [`v${version}`], texts: [`第${version}句`] },
      ];
      now = evolveAll(now, events);
      const store = await open(file);
      await store.commit(step("c1", { expectVersion: version, state: now, events }));
      await store.close();
      const reader = await open(file, { readOnly: true });
      expect(await reader.load("c1")).toMatchObject({ version: version + 1, state: now });
      expect((await reader.verifyAudit()).problems).toEqual([]);
      await reader.close();
    }
    expect(now.said).toHaveLength(20);
  });

  it("lets go of the leases of a process that is gone", async () => {
    const file = freshFolder()("store.db");
    const before = await open(file);
    await before.startConversation(opening("c1"));
    await before.accept(said("c1", "m1"));
    await before.commit(step("c1", { effects: [openCase("c1", "k1")] }));
    expect(await before.claim(at(3), 60_000, 10)).toHaveLength(1);
    expect(await before.claim(at(4), 60_000, 10)).toHaveLength(0);
    await before.close();

    const after = await open(file);
    expect(await after.claim(at(5), 60_000, 10)).toMatchObject([{ key: "k1" }]);
  });

  it("lets somebody look while another process writes, and refuses what they write", async () => {
    const file = freshFolder()("store.db");
    const writer = await open(file);
    await writer.startConversation(opening("c1"));
    const reader = await open(file, { readOnly: true });
    expect((await reader.load("c1"))?.conversation).toBe("c1");
    expect((await reader.verifyAudit()).problems).toEqual([]);
    await expect(reader.accept(said("c1", "m1"))).rejects.toThrow();
    await expect(writer.accept(said("c1", "m1"))).resolves.toMatchObject({ duplicate: false });
  });

  it("is open to one at a time", async () => {
    const file = freshFolder()("store.db");
    const first = await open(file);
    await expect(open(file)).rejects.toMatchObject({ code: "store.locked" });
    await first.close();
    await expect(open(file)).resolves.toBeDefined();
  });

  it("opens only with its own master key", async () => {
    const file = freshFolder()("store.db");
    await (await open(file)).close();
    const other = new Uint8Array(32).fill(8);
    await expect(open(file, { masterKey: other })).rejects.toMatchObject({ code: "store.wrong-key" });
    await expect(open(file, { masterKey: new Uint8Array(16) })).rejects.toMatchObject({ code: "store.wrong-key" });
    await expect(open(file)).resolves.toBeDefined();
  });

  it("refuses what is no database, another program's, or of a newer version", async () => {
    const path = freshFolder();
    writeFileSync(path("text.db"), "this is not a database, however long it goes on".repeat(200));
    await expect(open(path("text.db"))).rejects.toMatchObject({ code: "store.corrupt" });

    const foreign = new DatabaseSync(path("foreign.db"));
    foreign.exec("CREATE TABLE invoices (id INTEGER)");
    foreign.close();
    await expect(open(path("foreign.db"))).rejects.toMatchObject({ code: "store.foreign" });

    await (await open(path("newer.db"))).close();
    const newer = new DatabaseSync(path("newer.db"));
    newer.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999', '2030-01-01')");
    newer.close();
    await expect(open(path("newer.db"))).rejects.toMatchObject({ code: "store.newer-version" });
  });

  it("says so when there is no room, keeps nothing of what failed, and goes on when there is", async () => {
    const file = freshFolder()("store.db");
    const small = await open(file, { maxBytes: 800_000 });
    await small.startConversation(opening("c1"));
    const attachment = { id: "a1", conversation: "c1", name: "照片.jpg", mime: "image/jpeg", size: 900_000, at: T0 };
    const tooMuch = small.addAttachment({ ...attachment, bytes: new Uint8Array(900_000) });
    await expect(tooMuch).rejects.toMatchObject({ code: "store.full" });
    const wholeTurn = small.commit(
      step("c1", { events: [{ type: "consent-given" }], messages: [bubble("b1", { text: "很".repeat(300_000) })] }),
    );
    await expect(wholeTurn).rejects.toMatchObject({ code: "store.full" });
    expect(await small.attachment("a1")).toBeUndefined();
    expect(await small.events("c1")).toHaveLength(1);
    await expect(small.accept(said("c1", "m1"))).resolves.toMatchObject({ seq: 2 });
    expect((await small.verifyAudit()).problems).toEqual([]);
    await small.close();

    const large = await open(file);
    await large.addAttachment({ ...attachment, bytes: new Uint8Array(900_000) });
    expect(await large.load("c1")).toMatchObject({ version: 1, inboxSeq: 2 });
    expect((await large.verifyAudit()).problems).toEqual([]);
  });

  it("lets those that share a commit with a failure go through or fail, never half", async () => {
    const file = freshFolder()("store.db");
    const small = await open(file, { maxBytes: 1_000_000 });
    const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
    for (const id of ids) await small.startConversation(opening(id));
    const text = "很".repeat(8_000);
    const results = await Promise.allSettled(
      ids.map((id) => small.commit(step(id, { messages: [bubble(`${id}-b`, { text })], state: state(id, [text]) }))),
    );
    const kept = ids.filter((_, index) => results[index]?.status === "fulfilled");
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "store.full" });
    }
    expect(kept.length).toBeLessThan(ids.length);
    for (const id of ids) {
      const version = kept.includes(id) ? 2 : 1;
      expect(await small.load(id)).toMatchObject({ version });
      expect(await small.messages(id, { after: 0, limit: 9 })).toHaveLength(version);
    }
    expect((await small.verifyAudit()).problems).toEqual([]);
  });

  it("has no customer's words in any of its files, neither while open nor after closing", async () => {
    const file = freshFolder()("store.db");
    const card = "6222021234567890123";
    const phone = "13912345678";
    const store = await open(file);
    await store.startConversation(
      opening("c1", {
        identity: { channel: "wechat", externalId: "openid-li-ming", strength: "signed" },
        state: state("c1", [card]),
        messages: [bubble("b0", { text: `卡号${card}`, choices: [`是${card}`] })],
        events: [{ type: "status-proof-asked", number: card }],
      }),
    );
    await store.accept(said("c1", "m1", { text: `我的卡${card}，电话${phone}` }));
    await store.addAttachment({
      id: "a1",
      conversation: "c1",
      name: `${card}.png`,
      mime: "image/png",
      size: 19,
      bytes: new TextEncoder().encode(card),
      at: T0,
    });
    await store.commit(
      step("c1", {
        state: state("c1", [card]),
        events: [{ type: "status-proof-asked", number: card }],
        messages: [bubble("b1", { text: card })],
        cases: [caseRow("c1", "k1", { summary: `卡${card}` })],
        phoneTails: [{ key: "k1", tail: phone }],
        trace: card,
      }),
    );
    await store.addCaseNote({ id: "n1", case: "k1", at: T0, staff: { id: "z", name: "小周" }, text: card });
    await store.writeCheckpoint();
    const files = () => readdirSync(dirname(file)).map((name) => readFileSync(`${dirname(file)}/${name}`));
    function expectClean(): void {
      for (const content of files()) {
        for (const planted of [card, phone, "openid-li-ming"]) expect(content.includes(planted)).toBe(false);
      }
    }
    expect(files().some((content) => content.includes("card-centre"))).toBe(true);
    expectClean();
    await store.close();
    expectClean();
  });

  it("leaves no copy of a destroyed key behind", async () => {
    const path = freshFolder();
    const file = path("store.db");
    const store = await open(file);
    for (let nr = 0; nr < 30; nr += 1) await store.startConversation(opening(`c${nr}`));
    const person = (await store.personOf("c17")) ?? "";
    // A copy is read, since the store itself is open to one at a time.
    for (const end of ["", "-wal"]) copyFileSync(file + end, path("copy") + end);
    const copy = new DatabaseSync(path("copy"));
    const wrapped = copy.prepare("SELECT wrapped_key FROM persons WHERE id = ?").get(person)?.wrapped_key;
    copy.close();
    if (!(wrapped instanceof Uint8Array)) throw new Error("no key was stored");
    const holds = () => ["", "-wal"].some((end) => existsSync(file + end) && holdsPieces(file + end, wrapped));
    expect(holds()).toBe(true);

    await store.erasePerson(person, at(9));
    expect(holds()).toBe(false);
    await store.close();
    expect(holds()).toBe(false);
  });

  it("leaves no copy behind of a key that has long been in the database itself", async () => {
    const path = freshFolder();
    const file = path("store.db");
    const before = await open(file);
    for (let nr = 0; nr < 30; nr += 1) await before.startConversation(opening(`c${nr}`));
    const person = (await before.personOf("c17")) ?? "";
    await before.close();
    const raw = new DatabaseSync(file);
    const wrapped = raw.prepare("SELECT wrapped_key FROM persons WHERE id = ?").get(person)?.wrapped_key;
    raw.close();
    if (!(wrapped instanceof Uint8Array)) throw new Error("no key was stored");
    expect(holdsPieces(file, wrapped)).toBe(true);
    const store = await open(file);
    await store.erasePerson(person, at(9));
    await store.close();
    expect(holdsPieces(file, wrapped)).toBe(false);
  });
});
