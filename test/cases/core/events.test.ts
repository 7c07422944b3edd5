import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sign } from "../../../examples/core/signature.ts";
import { takeWord } from "../../../src/cases/core-word.ts";
import { createCoreEvents } from "../../../src/cases/http/events.ts";
import { EVENTS_KEY } from "./connecting.ts";
import { recordsWorld, word } from "./records-world.ts";

const URL_ = "https://complaints.bank.example/core/events";

async function listening() {
  const world = await recordsWorld();
  const reported: string[] = [];
  const handler = createCoreEvents({
    ...world.parts,
    keys: [EVENTS_KEY],
    report: ({ error }) => reported.push(String(error)),
  });
  const nowMs = () => Date.parse(world.parts.now());
  const request = (body: string, headers: Record<string, string>) =>
    new Request(URL_, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  const event = (there: object) => JSON.stringify({ id: "e1", at: world.parts.now(), case: there });
  return {
    ...world,
    reported,
    handler,
    request,
    event,
    signed: (body: string) => request(body, sign(EVENTS_KEY, "POST", "/core/events", body, nowMs())),
    conflicts: async () =>
      (await world.store.core.conflicts(100)).map(({ number, field, ours, theirs }) => ({
        number,
        field,
        ours,
        theirs,
      })),
  };
}

const answerOf = async (response: Response) => [response.status, await response.json()];

describe("what the core system tells of a change", () => {
  it("is kept, and shown where it differs from ours; ours stays", async () => {
    const { add, handler, signed, event, store, conflicts } = await listening();
    const row = await add("k1");
    const changed = word("k1", {
      due: "2026-12-31",
      department: "retail",
      status: "closed",
      step: "复核",
      sequence: 2,
    });
    expect(await answerOf(await handler(signed(event(changed))))).toEqual([202, { result: "taken" }]);
    expect(await conflicts()).toEqual([
      { number: "GD-k1", field: "department", ours: "card-centre", theirs: "retail" },
      { number: "GD-k1", field: "due", ours: "2026-12-06", theirs: "2026-12-31" },
      { number: "GD-k1", field: "status", ours: "open", theirs: "closed" },
    ]);
    expect(await store.case("k1")).toEqual(row);
    expect(await store.core.kept("GD-k1")).toMatchObject({ step: "复核", status: "closed" });
    const trail = await store.auditEntries(row.conversation);
    expect(trail.filter(({ action }) => action === "core-conflict").map(({ detail }) => detail.field)).toEqual([
      "department",
      "due",
      "status",
    ]);
  });

  it("settles a difference when both sides agree again, and a person may settle one that stays", async () => {
    const { add, parts, store, conflicts } = await listening();
    await add("k1");
    await takeWord(parts, word("k1", { due: "2026-12-31", department: "retail", sequence: 2 }));
    await takeWord(parts, word("k1", { department: "retail", sequence: 3 }));
    expect((await conflicts()).map(({ field }) => field)).toEqual(["department"]);
    const [department] = await store.core.conflicts(10);
    expect(await store.core.settle(department?.id ?? 0, parts.now(), "pei-an")).toBe(true);
    expect(await store.core.settle(department?.id ?? 0, parts.now(), "pei-an")).toBe(false);
    // The same again was seen by a person; another word has not been.
    await takeWord(parts, word("k1", { department: "retail", step: "调查", sequence: 4 }));
    expect(await conflicts()).toEqual([]);
    await takeWord(parts, word("k1", { department: "wealth", sequence: 5 }));
    expect(await conflicts()).toMatchObject([{ field: "department", theirs: "wealth" }]);
    await takeWord(parts, word("k1", { sequence: 6 }));
    await takeWord(parts, word("k1", { department: "retail", sequence: 7 }));
    expect(await conflicts()).toMatchObject([{ field: "department", theirs: "retail" }]);
  });

  it("of a case nobody here knows is kept and shown", async () => {
    const { handler, signed, event, conflicts, store } = await listening();
    const unknown = word("k9", { key: null, record: null });
    expect(await answerOf(await handler(signed(event(unknown))))).toEqual([202, { result: "unknown" }]);
    expect(await conflicts()).toEqual([{ number: "GD-k9", field: "case", ours: null, theirs: "GD-k9" }]);
    expect((await store.auditEntries("system")).map(({ action }) => action)).toContain("core-conflict");
  });

  it("may come in any order and again and again: the newest counts", async () => {
    const words = [1, 2, 3, 4].map((n) => word("k1", { step: `第${n}步`, due: `2026-12-0${n}`, sequence: n }));
    await fc.assert(
      fc.asyncProperty(
        fc
          .shuffledSubarray([...words, ...words], { minLength: 5 })
          .filter((order) => order.some((one) => one.sequence === 4)),
        async (order) => {
          const { add, parts, store, conflicts } = await listening();
          await add("k1");
          for (const one of order) await takeWord(parts, one);
          expect(await store.core.kept("GD-k1")).toMatchObject({ step: "第4步", sequence: 4 });
          expect(await conflicts()).toEqual([
            { number: "GD-k1", field: "due", ours: "2026-12-06", theirs: "2026-12-04" },
          ]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("is taken once for each signed call, also by a server that was started again", async () => {
    const { add, handler, request, event, signed, pass } = await listening();
    await add("k1");
    const body = event(word("k1", { sequence: 2 }));
    const first = signed(body);
    const headers = Object.fromEntries(first.headers);
    expect((await handler(first)).status).toBe(202);
    expect(await answerOf(await handler(request(body, headers)))).toEqual([409, { code: "replayed" }]);
    // Newly signed it does no harm.
    expect(await answerOf(await handler(signed(body)))).toEqual([202, { result: "old" }]);
    pass(301_000);
    expect(await answerOf(await handler(request(body, headers)))).toEqual([401, { code: "stale" }]);
  });

  it("is refused unsigned, changed on the way, too large, or not of the contract, and nothing is kept", async () => {
    const { handler, request, signed, event, store, reported } = await listening();
    const body = event(word("k1"));
    expect(await answerOf(await handler(request(body, {})))).toEqual([401, { code: "unsigned" }]);
    const changed = request(body.replace("open", "closed"), Object.fromEntries(signed(body).headers));
    expect(await answerOf(await handler(changed))).toEqual([401, { code: "wrong-signature" }]);
    expect((await handler(signed("x".repeat(70_000)))).status).toBe(413);
    for (const wrong of ["{", "[]", event({ ...word("k1"), number: "" }), event({ ...word("k1"), sequence: 0 })]) {
      expect(await answerOf(await handler(signed(wrong)))).toEqual([422, { code: "invalid" }]);
    }
    expect(await store.core.kept("GD-k1")).toBeUndefined();
    expect(await store.core.conflicts(10)).toEqual([]);
    expect(reported.length).toBe(6);
  });

  it("says try again when it can't be kept", async () => {
    const { handler, signed, event, store } = await listening();
    const request = signed(event(word("k1")));
    await store.close();
    expect(await answerOf(await handler(request))).toEqual([503, { code: "try-again" }]);
  });
});
