/** What every store promises. Run against each implementation. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Event } from "../../src/flows/conversation.ts";
import type { Store } from "../../src/store/store.ts";
import { at, bubble, caseRow, openCase, opening, recordRow, said, state, step, T0 } from "../store/samples.ts";

const agreed: Event = { type: "consent-given" };

/** `create` makes an empty store; the suite closes it. */
export function storeContract(name: string, create: () => Promise<Store>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await create();
    });
    afterEach(async () => {
      await store.close();
    });

    describe("a conversation", () => {
      it("starts with its greeting, its state and an empty inbox", async () => {
        const loaded = await store.startConversation(opening("c1"));
        expect(loaded).toMatchObject({ conversation: "c1", version: 1, inboxSeq: 0, inbox: [], state: state("c1") });
        const [hello] = await store.messages("c1", { after: 0, limit: 10 });
        expect(hello).toMatchObject({
          id: "c1-hello",
          seq: 1,
          author: { kind: "bot" },
          text: "您好，请慢慢说，我在听。",
        });
        expect(await store.events("c1")).toMatchObject([{ seq: 1, event: { type: "conversation-opened" } }]);
      });

      it("is started once, whatever is repeated", async () => {
        const first = await store.startConversation(opening("c1"));
        await store.commit(step("c1"));
        const again = await store.startConversation(opening("c1"));
        expect(again).toEqual({ ...first, version: 2 });
        expect(await store.messages("c1", { after: 0, limit: 10 })).toHaveLength(1);
      });

      it("belongs to the same person as the others of the same identity", async () => {
        const identity = { channel: "web", externalId: "visitor-1", strength: "anonymous" } as const;
        const first = await store.startConversation(opening("c1", { identity }));
        const second = await store.startConversation(opening("c2", { identity }));
        const other = await store.startConversation(opening("c3"));
        expect(second.person).toBe(first.person);
        expect(other.person).not.toBe(first.person);
        expect(await store.personOf("c2")).toBe(first.person);
        expect(await store.conversationOf("web", "visitor-1")).toBe("c2");
        expect(await store.conversationOf("wechat", "visitor-1")).toBeUndefined();
      });

      it("that nobody started is unknown", async () => {
        expect(await store.load("nowhere")).toBeUndefined();
        expect(await store.personOf("nowhere")).toBeUndefined();
        expect(await store.messages("nowhere", { after: 0, limit: 10 })).toEqual([]);
        await expect(store.accept(said("nowhere", "m1"))).rejects.toMatchObject({ code: "store.unknown-conversation" });
        await expect(store.commit(step("nowhere"))).rejects.toMatchObject({ code: "store.unknown-conversation" });
      });
    });

    describe("accepting a message", () => {
      beforeEach(async () => {
        await store.startConversation(opening("c1"));
      });

      it("puts it into the inbox, in order, with all that it holds", async () => {
        await store.accept(said("c1", "m1", { attachments: ["a1", "a2"], secretsRemoved: 2 }));
        await store.accept(said("c1", "m2", { kind: "image", text: "" }));
        const loaded = await store.load("c1");
        expect(loaded?.inboxSeq).toBe(3);
        expect(loaded?.inbox).toMatchObject([
          { id: "m1", seq: 2, author: { kind: "customer" }, attachments: ["a1", "a2"], secretsRemoved: 2 },
          { id: "m2", seq: 3, kind: "image", text: "", externalId: "sent-m2" },
        ]);
      });

      it("stores a repeated one once and tells the first outcome", async () => {
        const first = await store.accept(said("c1", "m1"));
        const again = await store.accept(said("c1", "m1-again", { externalId: "sent-m1", turnDue: at(60) }));
        expect(first).toEqual({ id: "m1", seq: 2, duplicate: false });
        expect(again).toEqual({ id: "m1", seq: 2, duplicate: true });
        expect((await store.load("c1"))?.inbox).toHaveLength(1);
        expect(await store.nextClock()).toBe(at(2));
      });

      it("refuses other words or files under the id of a stored message, and keeps the first", async () => {
        await store.accept(said("c1", "m1", { attachments: ["a1"] }));
        for (const other of [{ text: "还有一件事。" }, { attachments: ["a2"] }, { text: "", attachments: [] }]) {
          const message = said("c1", "m2", { externalId: "sent-m1", attachments: ["a1"], ...other });
          await expect(store.accept(message)).rejects.toMatchObject({ code: "store.id-taken" });
        }
        expect((await store.load("c1"))?.inbox).toMatchObject([{ id: "m1", text: "我的卡被柜员机吞了。" }]);
        expect(await store.accept(said("c1", "m3"))).toEqual({ id: "m3", seq: 3, duplicate: false });
        expect((await store.verifyAudit()).problems).toEqual([]);
      });

      it("does not take another customer's message of the same id for a repetition", async () => {
        await store.startConversation(opening("c2"));
        await store.accept(said("c1", "m1", { externalId: "1" }));
        expect(await store.accept(said("c2", "m2", { externalId: "1" }))).toMatchObject({ duplicate: false });
      });

      it("sets when the turn is due, later or earlier", async () => {
        await store.accept(said("c1", "m1", { turnDue: at(2) }));
        await store.accept(said("c1", "m2", { turnDue: at(8) }));
        expect(await store.dueClocks(at(7), 10)).toEqual([]);
        await store.accept(said("c1", "m3", { turnDue: at(1) }));
        expect(await store.dueClocks(at(7), 10)).toEqual([{ conversation: "c1", kind: "turn", due: at(1) }]);
      });

      it("keeps each message once and in order, however sends are repeated and mixed", async () => {
        const sends = fc.array(fc.record({ who: fc.constantFrom("p1", "p2", "p3"), nr: fc.nat(6) }), { maxLength: 30 });
        let run = 0;
        await fc.assert(
          fc.asyncProperty(sends, async (list) => {
            run += 1;
            const id = (who: string) => `${who}-${run}`;
            for (const who of ["p1", "p2", "p3"]) await store.startConversation(opening(id(who)));
            await Promise.all(
              list.map(({ who, nr }, i) =>
                store.accept(said(id(who), `${id(who)}-${nr}-${i}`, { externalId: String(nr) })),
              ),
            );
            for (const who of ["p1", "p2", "p3"]) {
              const firsts = [...new Set(list.filter((send) => send.who === who).map((send) => String(send.nr)))];
              const loaded = await store.load(id(who));
              expect(loaded?.inbox.map((message) => message.externalId)).toEqual(firsts);
              expect(loaded?.inbox.map((message) => message.seq)).toEqual(firsts.map((_, index) => index + 2));
            }
          }),
          { numRuns: 25 },
        );
      });
    });

    describe("committing a step", () => {
      beforeEach(async () => {
        await store.startConversation(opening("c1"));
      });

      it("applies it whole: state, events, messages in order, clocks, effects, rows and audit", async () => {
        await store.accept(said("c1", "m1"));
        const result = await store.commit(
          step("c1", {
            expectInboxSeq: 2,
            state: state("c1", ["请问是哪台柜员机？"]),
            events: [agreed, { type: "boundary-set" }],
            messages: [bubble("b1", { kind: "receipt" }), bubble("b2", { kind: "question", choices: ["不清楚"] })],
            effects: [openCase("c1", "k1")],
            clocks: [{ kind: "silence", due: at(1800) }],
            records: [recordRow("c1", "R-1")],
            cases: [caseRow("c1", "k1")],
          }),
        );
        expect(result).toMatchObject({ ok: true, version: 2, messages: [{ seq: 3 }, { seq: 4 }] });
        expect(await store.load("c1")).toMatchObject({
          version: 2,
          inboxSeq: 2,
          inbox: [],
          state: { lastBubbles: ["请问是哪台柜员机？"] },
        });
        expect((await store.events("c1")).map(({ seq, event }) => [seq, event?.type])).toEqual([
          [1, "conversation-opened"],
          [2, "consent-given"],
          [3, "boundary-set"],
        ]);
        expect((await store.messages("c1", { after: 2, limit: 10 })).map((m) => [m.id, m.choices])).toEqual([
          ["b1", []],
          ["b2", ["不清楚"]],
        ]);
        expect(await store.dueClocks(at(9_000), 10)).toEqual([{ conversation: "c1", kind: "silence", due: at(1800) }]);
        expect(await store.pendingEffects()).toBe(1);
        expect(await store.records({ limit: 5 })).toEqual([recordRow("c1", "R-1")]);
        expect(await store.case("k1")).toEqual(caseRow("c1", "k1"));
        expect((await store.auditEntries("c1")).at(-1)).toMatchObject({ actor: "bot", action: "turn", at: at(3) });
      });

      it("returns messages as readers will get them", async () => {
        const staff = { kind: "staff", id: "zhou", name: "客户经理 小周" } as const;
        const result = await store.commit(step("c1", { messages: [bubble("b1", { author: staff, kind: "staff" })] }));
        const read = await store.messages("c1", { after: 1, limit: 10 });
        expect(result).toMatchObject({ ok: true, messages: read });
        expect(read[0]?.author).toEqual(staff);
      });

      it("is refused on an older version, and nothing of it is kept", async () => {
        await store.commit(step("c1"));
        const late = await store.commit(
          step("c1", { events: [agreed], messages: [bubble("b1")], effects: [openCase("c1", "k1")] }),
        );
        expect(late).toEqual({ ok: false, conflict: true });
        expect(await store.messages("c1", { after: 1, limit: 10 })).toEqual([]);
        expect(await store.events("c1")).toHaveLength(1);
        expect(await store.pendingEffects()).toBe(0);
      });

      it("of which two were decided on the same version, one is applied", async () => {
        const results = await Promise.all([store.commit(step("c1")), store.commit(step("c1"))]);
        expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
      });

      it("is refused when the customer has written meanwhile, and the message stays in the inbox", async () => {
        await store.accept(said("c1", "m1"));
        const loaded = await store.load("c1");
        await store.accept(said("c1", "m2"));
        const turn = step("c1", { expectInboxSeq: loaded?.inboxSeq ?? 0 });
        expect(await store.commit(turn)).toEqual({ ok: false, conflict: true });
        expect((await store.load("c1"))?.inbox.map((message) => message.id)).toEqual(["m1", "m2"]);
        expect(await store.nextClock()).toBe(at(2));
      });

      it("by staff leaves the inbox and its clock alone", async () => {
        await store.accept(said("c1", "m1"));
        await store.commit(step("c1"));
        expect((await store.load("c1"))?.inbox).toHaveLength(1);
        expect(await store.nextClock()).toBe(at(2));
      });

      it("may stop a clock", async () => {
        await store.commit(step("c1", { clocks: [{ kind: "wait", due: at(60) }] }));
        await store.commit(step("c1", { expectVersion: 2, clocks: [{ kind: "wait", due: null }] }));
        expect(await store.nextClock()).toBeUndefined();
      });

      it("fails alone when it cannot be kept, while those beside it go through", async () => {
        await store.startConversation(opening("c2"));
        const broken = step("c1", { messages: [bubble("b1")], clocks: [{ kind: "silence", due: "soon" }] });
        const [bad, good] = await Promise.allSettled([
          store.commit(broken),
          store.commit(step("c2", { messages: [bubble("b2")] })),
        ]);
        expect(bad.status).toBe("rejected");
        expect(good).toMatchObject({ status: "fulfilled", value: { ok: true } });
        expect((await store.load("c1"))?.version).toBe(1);
        expect(await store.messages("c1", { after: 1, limit: 10 })).toEqual([]);
        expect((await store.verifyAudit()).problems).toEqual([]);
      });
    });

    describe("withdrawing", () => {
      beforeEach(async () => {
        await store.startConversation(
          opening("c1", { messages: [bubble("q", { kind: "question" }), bubble("r", { kind: "receipt" })] }),
        );
      });

      it("hides questions and chat that have not arrived, never receipts", async () => {
        expect(await store.commit(step("c1", { withdraw: ["q", "r", "unknown"] }))).toMatchObject({ ok: true });
        expect((await store.messages("c1", { after: 0, limit: 10 })).map((message) => message.id)).toEqual(["r"]);
      });

      it("conflicts when the customer has got the message meanwhile", async () => {
        await store.markDelivered("c1", 1, at(2));
        expect(await store.commit(step("c1", { withdraw: ["q"] }))).toEqual({ ok: false, conflict: true });
        const [question] = await store.messages("c1", { after: 0, limit: 1 });
        expect(question).toMatchObject({ id: "q", deliveredAt: at(2), withdrawnAt: null });
      });
    });

    describe("marks", () => {
      it("of delivery and reading are set once, up to a message, on what the bank sent", async () => {
        await store.startConversation(opening("c1", { messages: [bubble("b1"), bubble("b2")] }));
        await store.accept(said("c1", "m1"));
        await store.markDelivered("c1", 1, at(2));
        await store.markRead("c1", 3, at(4));
        await store.markDelivered("c1", 3, at(9));
        const marks = (await store.messages("c1", { after: 0, limit: 10 })).map((m) => [m.id, m.deliveredAt, m.readAt]);
        expect(marks).toEqual([
          ["b1", at(2), at(4)],
          ["b2", at(4), at(4)],
          ["m1", null, null],
        ]);
      });
    });

    describe("clocks", () => {
      it("come earliest first, compared as instants, and stay until changed", async () => {
        for (const id of ["c1", "c2", "c3"]) await store.startConversation(opening(id));
        await store.commit(step("c1", { clocks: [{ kind: "silence", due: "2026-11-21T18:00:00+08:00" }] }));
        await store.commit(step("c2", { clocks: [{ kind: "wait", due: "2026-11-21T09:30:00Z" }] }));
        await store.commit(step("c3", { clocks: [{ kind: "staff-silent", due: "2026-11-21T10:30:00Z" }] }));
        const due = await store.dueClocks("2026-11-21T10:00:00Z", 10);
        expect(due.map((clock) => clock.conversation)).toEqual(["c2", "c1"]);
        expect(await store.dueClocks("2026-11-21T10:00:00Z", 10)).toEqual(due);
        expect(await store.dueClocks("2026-11-21T12:00:00Z", 1)).toHaveLength(1);
        expect(await store.nextClock()).toBe("2026-11-21T09:30:00Z");
      });
    });

    describe("the outbox", () => {
      const alert = (key: string): ReturnType<typeof openCase> => ({
        key,
        destination: "duty",
        effect: { type: "alert", key, conversation: "c1", matter: "m", level: "P0", slugs: ["self-harm"] },
      });
      beforeEach(async () => {
        await store.startConversation(opening("c1"));
        await store.startConversation(opening("c2"));
      });
      const keys = (items: { key: string }[]) => items.map((item) => item.key);

      it("gives an item to one claimer, with what is to be done", async () => {
        await store.commit(step("c1", { effects: [openCase("c1", "k1")] }));
        const [item] = await store.claim(at(3), 1000, 10);
        expect(item).toMatchObject({ key: "k1", destination: "core", attempts: 1, createdAt: at(3) });
        expect(item?.effect).toEqual({ type: "open-case", key: "k1", conversation: "c1", matter: "m" });
        expect(await store.claim(at(3), 1000, 10)).toEqual([]);
      });

      it("gives it again when the lease has run out", async () => {
        await store.commit(step("c1", { effects: [openCase("c1", "k1")] }));
        await store.claim(at(3), 1000, 10);
        expect(await store.claim(at(4), 1000, 10)).toMatchObject([{ key: "k1", attempts: 2 }]);
      });

      it("queues a key once", async () => {
        await store.commit(step("c1", { effects: [openCase("c1", "k1")] }));
        await store.commit(step("c1", { expectVersion: 2, effects: [openCase("c1", "k1")] }));
        const [item] = await store.claim(at(3), 1000, 10);
        await store.succeed(item?.id ?? 0);
        await store.commit(step("c1", { expectVersion: 3, effects: [openCase("c1", "k1")] }));
        expect(await store.pendingEffects()).toBe(0);
      });

      it("keeps the order within a conversation and destination, and no other", async () => {
        await store.commit(step("c1", { effects: [openCase("c1", "k1"), openCase("c1", "k2"), alert("k3")] }));
        await store.commit(step("c2", { effects: [openCase("c2", "k4")] }));
        const claimed = await store.claim(at(3), 60_000, 10);
        expect(keys(claimed)).toEqual(["k1", "k3", "k4"]);
        await store.postpone(claimed[0]?.id ?? 0, at(100), "core.unavailable");
        expect(keys(await store.claim(at(50), 60_000, 10))).toEqual([]);
        expect(keys(await store.claim(at(100), 60_000, 1))).toEqual(["k1"]);
        await store.succeed(claimed[0]?.id ?? 0);
        expect(keys(await store.claim(at(101), 60_000, 1))).toEqual(["k2"]);
      });

      it("lets a dead item block nobody, lists it, and takes it back", async () => {
        await store.commit(step("c1", { effects: [openCase("c1", "k1"), openCase("c1", "k2")] }));
        const [first] = await store.claim(at(3), 1000, 10);
        await store.bury(first?.id ?? 0, at(4), "core.rejected");
        expect(await store.deadLetters()).toMatchObject([{ key: "k1", error: "core.rejected", diedAt: at(4) }]);
        expect(keys(await store.claim(at(4), 1000, 10))).toEqual(["k2"]);
        await store.revive(first?.id ?? 0, at(5));
        expect(await store.deadLetters()).toEqual([]);
        expect(await store.claim(at(6), 1000, 10)).toMatchObject([{ key: "k1", attempts: 1 }]);
      });
    });

    describe("records and cases", () => {
      beforeEach(async () => {
        await store.startConversation(opening("c1"));
      });

      it("are kept once and follow the latest step", async () => {
        await store.commit(step("c1", { records: [recordRow("c1", "R-1")], cases: [caseRow("c1", "k1")] }));
        const settled = recordRow("c1", "R-1", { status: "settled", reason: "pricing", complete: true });
        const taken = caseRow("c1", "k1", { number: "C-1", owner: { id: "zhou", name: "小周" }, status: "resolved" });
        await store.commit(step("c1", { expectVersion: 2, records: [settled], cases: [taken] }));
        expect(await store.records({ conversation: "c1", limit: 5 })).toEqual([settled]);
        for (const ref of ["k1", "C-1", "R-k1"]) expect(await store.case(ref)).toEqual(taken);
        expect(await store.case("C-2")).toBeUndefined();
      });

      it("are listed by what staff ask for, in order of due date and receipt, page by page", async () => {
        const cases = [
          caseRow("c1", "k1", { due: "2026-12-09" }),
          caseRow("c1", "k2", { due: "2026-12-06", receivedAt: at(5) }),
          caseRow("c1", "k3", { due: "2026-12-06", receivedAt: at(4), department: "lending" }),
          caseRow("c1", "k4", { due: "2026-12-07", status: "resolved", owner: { id: "zhou", name: "小周" } }),
        ];
        await store.commit(step("c1", { cases }));
        const list = async (query: Parameters<Store["cases"]>[0]) => (await store.cases(query)).map((row) => row.key);
        expect(await list({ limit: 10 })).toEqual(["k3", "k2", "k4", "k1"]);
        expect(await list({ limit: 2 })).toEqual(["k3", "k2"]);
        expect(await list({ limit: 2, after: "k2" })).toEqual(["k4", "k1"]);
        expect(await list({ limit: 10, status: "open", department: "card-centre" })).toEqual(["k2", "k1"]);
        expect(await list({ limit: 10, owner: "zhou" })).toEqual(["k4"]);
      });

      it("lists records of one kind", async () => {
        const praise = recordRow("c1", "R-2", { kind: "praise" });
        await store.commit(step("c1", { records: [recordRow("c1", "R-1"), praise] }));
        expect(await store.records({ kind: "praise", limit: 5 })).toEqual([praise]);
      });

      it("are found by number only together with the phone's tail", async () => {
        const phoneTails = [
          { key: "R-k1", tail: "5678" },
          { key: "R-9", tail: "1111" },
        ];
        const records = [recordRow("c1", "R-k1"), recordRow("c1", "R-9")];
        await store.commit(step("c1", { records, cases: [caseRow("c1", "k1", { number: "C-1" })], phoneTails }));
        expect(await store.findByProof("C-1", "5678")).toMatchObject({
          record: { record: "R-k1" },
          case: { key: "k1" },
        });
        expect(await store.findByProof("R-k1", "5678")).toMatchObject({ case: { number: "C-1" } });
        expect(await store.findByProof("R-9", "1111")).toMatchObject({ record: { record: "R-9" }, case: null });
        expect(await store.findByProof("R-9", "5678")).toBeUndefined();
        expect(await store.findByProof("C-2", "5678")).toBeUndefined();
      });

      it("hold a corrected phone in place of the old one", async () => {
        await store.commit(
          step("c1", { records: [recordRow("c1", "R-1")], phoneTails: [{ key: "R-1", tail: "5678" }] }),
        );
        await store.commit(step("c1", { expectVersion: 2, phoneTails: [{ key: "R-1", tail: "8765" }] }));
        expect(await store.findByProof("R-1", "5678")).toBeUndefined();
        expect(await store.findByProof("R-1", "8765")).toBeDefined();
      });

      it("carry notes in order, each once", async () => {
        await store.commit(step("c1", { cases: [caseRow("c1", "k1")] }));
        const staff = { id: "zhou", name: "小周" };
        const first = { id: "n1", case: "k1", at: at(10), staff, text: "已致电客户，下午再联系。" };
        const second = { id: "n2", case: "k1", at: at(11), staff, text: "已调取监控。" };
        await store.addCaseNote(first);
        await store.addCaseNote(second);
        await store.addCaseNote(second);
        expect(await store.caseNotes("k1")).toEqual([first, second]);
        await expect(store.addCaseNote({ ...first, case: "k9" })).rejects.toMatchObject({ code: "store.unknown-case" });
        await store.commit(step("c1", { expectVersion: 2, cases: [caseRow("c1", "k1", { status: "resolved" })] }));
        expect(await store.caseNotes("k1")).toHaveLength(2);
      });
    });

    describe("tries, tokens and core numbers", () => {
      it("counts tries in a window and starts anew after it", async () => {
        const count = (seconds: number) => store.countAttempt("R-1", at(seconds), 3, 60_000);
        expect(await count(0)).toEqual({ allowed: true, left: 2, until: at(60) });
        expect(await count(10)).toEqual({ allowed: true, left: 1, until: at(60) });
        expect(await count(20)).toEqual({ allowed: false, left: 0, until: at(60) });
        expect(await count(59)).toMatchObject({ allowed: false });
        expect(await count(60)).toEqual({ allowed: true, left: 2, until: at(120) });
        expect(await store.countAttempt("R-2", at(59), 3, 60_000)).toMatchObject({ left: 2 });
      });

      it("takes a sign-in token once and a session until it ends", async () => {
        await store.saveToken({ hash: "h1", purpose: "sign-in", staff: "zhou", expiresAt: at(60) });
        await store.saveToken({ hash: "h2", purpose: "session", staff: "zhou", expiresAt: at(60) });
        await store.saveToken({ hash: "h3", purpose: "sign-in", staff: "zhou", expiresAt: at(60) });
        expect(await store.useToken("h1", "session", at(1))).toBeUndefined();
        expect(await store.useToken("h1", "sign-in", at(1))).toBe("zhou");
        expect(await store.useToken("h1", "sign-in", at(1))).toBeUndefined();
        expect(await store.useToken("h3", "sign-in", at(60))).toBeUndefined();
        await store.saveToken({ hash: "h4", purpose: "session", staff: "lin", expiresAt: at(90) });
        expect(await store.useToken("h4", "session", at(61))).toBe("lin");
        expect(await store.useToken("h4", "session", at(90))).toBeUndefined();
        await store.dropToken("h4");
        expect(await store.useToken("h4", "session", at(61))).toBeUndefined();
      });

      it("gives a key of the core system one number, whatever is repeated", async () => {
        const both = await Promise.all([store.coreOpen("k1", "C-1", T0), store.coreOpen("k1", "C-2", T0)]);
        expect(both).toEqual([
          { number: "C-1", created: true },
          { number: "C-1", created: false },
        ]);
      });
    });

    describe("attachments", () => {
      it("come back as they were", async () => {
        await store.startConversation(opening("c1"));
        const attachment = { id: "a1", conversation: "c1", name: "回单.png", mime: "image/png", size: 4 };
        await store.addAttachment({ ...attachment, bytes: new Uint8Array([137, 80, 78, 71]), at: T0 });
        expect(await store.attachment("a1")).toEqual({ ...attachment, bytes: new Uint8Array([137, 80, 78, 71]) });
        expect(await store.attachment("a2")).toBeUndefined();
      });
    });

    describe("the audit", () => {
      it("holds what was noted, in order, chain by chain", async () => {
        await store.audit("staff", at(1), { actor: "staff:zhou", action: "signed-in", detail: { desk: "web" } });
        await store.audit("system", at(2), { actor: "system", action: "started", detail: {} });
        await store.audit("staff", at(3), { actor: "staff:zhou", action: "revealed", detail: { fields: ["phone"] } });
        expect(await store.auditEntries("staff")).toEqual([
          { seq: 1, at: at(1), actor: "staff:zhou", action: "signed-in", detail: { desk: "web" } },
          { seq: 2, at: at(3), actor: "staff:zhou", action: "revealed", detail: { fields: ["phone"] } },
        ]);
        expect(await store.verifyAudit()).toEqual({ chains: 2, entries: 3, problems: [] });
      });

      it("notes the receipt of every message and verifies after all kinds of writes", async () => {
        await store.startConversation(opening("c1"));
        await store.accept(said("c1", "m1"));
        await store.addAttachment({
          id: "a1",
          conversation: "c1",
          name: "回单.png",
          mime: "image/png",
          size: 1,
          bytes: new Uint8Array(1),
          at: at(2),
        });
        await store.commit(step("c1", { events: [agreed], messages: [bubble("b1")], cases: [caseRow("c1", "k1")] }));
        await store.addCaseNote({ id: "n", case: "k1", at: at(5), staff: { id: "z", name: "小周" }, text: "好" });
        await store.markRead("c1", 9, at(6));
        expect((await store.auditEntries("c1")).map((entry) => entry.action)).toEqual([
          "conversation-started",
          "message-received",
          "attachment-stored",
          "turn",
        ]);
        expect(await store.verifyAudit()).toEqual({ chains: 2, entries: 5, problems: [] });
      });
    });

    describe("erasing a person", () => {
      beforeEach(async () => {
        const identity = { channel: "web", externalId: "visitor-1", strength: "signed" } as const;
        await store.startConversation(opening("c1", { identity }));
        await store.accept(said("c1", "m1"));
        await store.commit(
          step("c1", {
            events: [agreed],
            messages: [bubble("b1", { choices: ["是我的卡"] })],
            records: [recordRow("c1", "R-k1")],
            cases: [caseRow("c1", "k1", { number: "C-1" })],
            phoneTails: [{ key: "R-k1", tail: "5678" }],
          }),
        );
        const bytes = new Uint8Array([1, 2, 3]);
        await store.addAttachment({
          id: "a1",
          conversation: "c1",
          name: "证件.png",
          mime: "image/png",
          size: 3,
          bytes,
          at: T0,
        });
        const staff = { id: "zhou", name: "小周" };
        await store.addCaseNote({ id: "n1", case: "k1", at: at(5), staff, text: "客户很着急" });
        await store.startConversation(opening("c2"));
        const person = await store.personOf("c1");
        expect(await store.erasePerson(person ?? "", at(99))).toEqual({ conversations: 1, messages: 3 });
      });

      it("leaves dates and codes readable, and no words", async () => {
        const messages = await store.messages("c1", { after: 0, limit: 10 });
        expect(messages.map((m) => [m.seq, m.text, m.choices])).toEqual([
          [1, null, []],
          [2, null, []],
          [3, null, []],
        ]);
        expect(await store.events("c1")).toEqual([
          { seq: 1, at: T0, event: null },
          { seq: 2, at: at(3), event: null },
        ]);
        expect(await store.case("C-1")).toEqual(caseRow("c1", "k1", { number: "C-1", summary: "" }));
        expect(await store.cases({ limit: 5 })).toHaveLength(1);
        expect(await store.caseNotes("k1")).toMatchObject([{ id: "n1", text: null }]);
        expect(await store.attachment("a1")).toBeUndefined();
        expect(await store.load("c1")).toBeUndefined();
        expect(await store.records({ limit: 5 })).toHaveLength(1);
      });

      it("is noted, and all chains still verify", async () => {
        expect((await store.auditEntries("c1")).at(-1)).toMatchObject({
          at: at(99),
          actor: "system",
          action: "erased",
        });
        expect((await store.verifyAudit()).problems).toEqual([]);
      });

      it("takes away what they could be found by, and stops their clocks", async () => {
        expect(await store.conversationOf("web", "visitor-1")).toBeUndefined();
        expect(await store.findByProof("C-1", "5678")).toBeUndefined();
        expect(await store.nextClock()).toBeUndefined();
      });

      it("refuses what would have to be sealed for them", async () => {
        await expect(store.accept(said("c1", "m2"))).rejects.toMatchObject({ code: "store.erased" });
        await expect(store.commit(step("c1", { expectVersion: 2 }))).rejects.toMatchObject({ code: "store.erased" });
      });

      it("leaves others as they are, and meets the same visitor as somebody new", async () => {
        expect((await store.messages("c2", { after: 0, limit: 1 }))[0]?.text).toBe("您好，请慢慢说，我在听。");
        const identity = { channel: "web", externalId: "visitor-1", strength: "signed" } as const;
        const anew = await store.startConversation(opening("c3", { identity }));
        expect(anew.person).not.toBe(await store.personOf("c1"));
      });

      it("is counted the same when asked for again", async () => {
        const person = await store.personOf("c1");
        expect(await store.erasePerson(person ?? "", at(100))).toEqual({ conversations: 1, messages: 3 });
        expect(await store.auditEntries("c1")).toHaveLength(5);
      });
    });

    it("closes after what was asked before, and refuses what comes later", async () => {
      const started = store.startConversation(opening("c1"));
      const closed = store.close();
      await expect(started).resolves.toMatchObject({ version: 1 });
      await closed;
      await expect(store.load("c1")).rejects.toMatchObject({ code: "store.closed" });
      await expect(store.accept(said("c1", "m1"))).rejects.toMatchObject({ code: "store.closed" });
    });
  });
}
