/** After any mix of requests, answers, erasures and runs: the chains verify, and nothing of an erased person is readable. */
import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runRetention, whatIsDue } from "../../src/rights/retention.ts";
import { createRights, type Deed } from "../../src/rights/rights.ts";
import { createLive } from "../../src/store/live.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import { shippedBank } from "../cases/shipped-bank.ts";
import { freshFolder } from "../store/folder.ts";
import { bubble, caseRow, opening, recordRow, said, state, step } from "../store/samples.ts";

const PEOPLE = 4;
const DAY = 86_400_000;
const START = Date.parse("2026-11-23T02:00:00.000Z");
const secretOf = (n: number) => `绝密词-${n}-PRIVATE-${n}`;
const conversationOf = (n: number) => `c${n}`;
const personOf = (n: number) => `p-c${n}`;

type Act =
  | { do: "ask"; who: number; right: "copy" | "delete" }
  | { do: "answer"; who: number; deed: Deed["kind"] }
  | { do: "erase"; who: number }
  | { do: "close"; who: number }
  | { do: "pass"; days: number }
  | { do: "run" };

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant("ask" as const), who, right: fc.constantFrom("copy" as const, "delete" as const) }),
  fc.record({
    do: fc.constant("answer" as const),
    who,
    deed: fc.constantFrom("delete" as const, "copied" as const, "decline" as const),
  }),
  fc.record({ do: fc.constant("erase" as const), who }),
  fc.record({ do: fc.constant("close" as const), who }),
  fc.record({ do: fc.constant("pass" as const), days: fc.constantFrom(1, 30, 400, 1200) }),
  fc.record({ do: fc.constant("run" as const) }),
);

/** Person 0 only talked; the others complained, in words that are looked for afterwards. */
async function fill(store: SqliteStore): Promise<void> {
  for (let n = 0; n < PEOPLE; n += 1) {
    const id = conversationOf(n);
    const words = secretOf(n);
    await store.startConversation(
      opening(id, { identity: { channel: "web", externalId: words, strength: "anonymous" } }),
    );
    await store.accept(said(id, `${id}-m`, { text: words }));
    const matters = n === 0 ? [] : [matterOf(n, "open")];
    await store.commit(
      step(id, {
        state: { ...state(id), matters, lastHeardAt: new Date(START).toISOString() },
        messages: [bubble(`${id}-b`, { text: `您说的是${words}` })],
        records: n === 0 ? [] : [recordRow(id, `R-${n}`)],
        cases: n === 0 ? [] : [caseRow(id, `${id}/m`, { record: `R-${n}`, summary: words })],
        phoneTails: [{ key: `${id}/m`, tail: "5678" }],
        trace: words,
      }),
    );
    await store.addAttachment({
      id: `a${n}`,
      conversation: id,
      name: `${words}.png`,
      mime: "image/png",
      size: words.length,
      bytes: Buffer.from(words),
      at: new Date(START).toISOString(),
    });
    await store.addGap({
      id: `g${n}`,
      conversation: id,
      kind: "unanswered",
      language: "zh-Hans",
      at: new Date(START).toISOString(),
      text: words,
    });
  }
}

const matterOf = (n: number, status: "open" | "resolved") => ({
  id: "m",
  record: `R-${n}`,
  receivedAt: new Date(START).toISOString(),
  words: secretOf(n),
  messages: [],
  business: null,
  reason: null,
  venue: null,
  facts: [],
  gaps: [],
  asked: {},
  risks: [],
  agreed: true,
  status,
  case: null,
  cited: [],
  emotion: { first: 1 as const, peak: 1 as const, latest: 1 as const },
  met: [],
  result: null,
  endedAt: status === "open" ? null : new Date(START).toISOString(),
});

/** Every text and every byte of every table, as far as anything in it can be read. */
function dump(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const out: string[] = [];
  for (const { name } of tables)
    for (const row of db.prepare(`SELECT * FROM "${name}"`).all())
      for (const value of Object.values(row))
        out.push(value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : String(value));
  db.close();
  return out.join("\n");
}

async function closeMatter(store: SqliteStore, n: number, at: string): Promise<void> {
  const loaded = await store.load(conversationOf(n));
  const open = loaded?.state.matters[0];
  if (!loaded || open?.status !== "open") return;
  await store.commit(
    step(loaded.conversation, {
      at,
      expectVersion: loaded.version,
      state: { ...loaded.state, matters: [{ ...open, status: "resolved", endedAt: at }] },
    }),
  );
}

describe("any mix of requests and erasures", () => {
  it("leaves chains that verify and nothing readable of whoever was erased", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const file = freshFolder()("store.db");
        let clock = START;
        const now = () => new Date(clock).toISOString();
        const masterKey = randomBytes(32);
        const store = await openSqliteStore({ file, masterKey, clock: now });
        await fill(store);
        const rights = createRights({ store, bank: () => shippedBank, live: createLive(), now });
        const retention = { store, retention: shippedBank.retention, zone: "Asia/Shanghai", now };
        const erased = new Set<string>();
        let asked = 0;
        for (const one of acts) {
          clock += 1000;
          if (one.do === "pass") clock += one.days * DAY;
          else if (one.do === "close") await closeMatter(store, one.who, now());
          else if (one.do === "erase") {
            await store.erasePerson(personOf(one.who), now());
            erased.add(personOf(one.who));
          } else if (one.do === "ask") {
            asked += 1;
            const id = `P-${asked}`;
            await store.rights.addRequest({
              id,
              person: personOf(one.who),
              conversation: conversationOf(one.who),
              right: one.right,
              proof: "session",
              requestedAt: now(),
              due: now().slice(0, 10),
            });
          } else if (one.do === "answer") {
            const open = (await store.rights.requests(100)).find(
              ({ person, answer }) => person === personOf(one.who) && answer === null,
            );
            const deed: Deed =
              one.deed === "delete" || one.deed === "copied" ? { kind: one.deed } : { kind: "decline", why: "x" };
            if (open) await rights.answer(open, deed, { id: "o", name: "O" }, async () => undefined);
          } else {
            const { due } = await whatIsDue(retention);
            expect((await runRetention(retention)).due).toEqual(due);
            for (const { person, deed, why } of due) {
              if (deed === "erase") erased.add(person);
              // A complaint's file outlives the wish for deletion; only its own time ends it.
              if (deed === "erase" && why === "request") expect(person).toBe(personOf(0));
            }
            // Done is done: the same run again finds nothing.
            expect((await whatIsDue(retention)).due).toEqual([]);
          }
        }
        expect((await store.verifyAudit()).problems).toEqual([]);
        for (let n = 0; n < PEOPLE; n += 1) {
          const person = personOf(n);
          const gone = erased.has(person);
          expect(await store.load(conversationOf(n)).then((found) => found === undefined)).toBe(gone);
          if (!gone) continue;
          expect(await rights.held(person)).toBeUndefined();
          expect(await store.attachment(`a${n}`)).toBeUndefined();
          expect((await store.messages(conversationOf(n), { after: 0, limit: 10 })).map(({ text }) => text)).toEqual([
            null,
            null,
            null,
          ]);
          expect((await store.cases({ limit: 9 })).find(({ record }) => record === `R-${n}`)?.summary ?? "").toBe("");
          expect((await store.openGaps()).filter(({ conversation }) => conversation === conversationOf(n))).toEqual([]);
          expect(await store.conversationOf("web", secretOf(n))).toBeUndefined();
        }
        const held = dump(file);
        for (let n = 0; n < PEOPLE; n += 1) expect(held).not.toContain(secretOf(n));
        await store.close();
        const again = await openSqliteStore({ file, masterKey, clock: now });
        expect((await again.verifyAudit()).problems).toEqual([]);
        await again.close();
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
