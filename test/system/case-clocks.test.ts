import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLifeClocks } from "../../src/cases/clocks/life-clocks.ts";
import { createLive } from "../../src/store/live.ts";
import { type CaseClockParts, lookAtDueCases } from "../../src/workers/case-clocks.ts";
import { type InProcess, startInProcess } from "./in-process.ts";

let app: InProcess;
let parts: CaseClockParts;
let conversation: string;
let key: string;

beforeEach(async () => {
  // Monday, ten in the morning in Shanghai.
  app = await startInProcess({ start: "2026-11-23T02:00:00.000Z" });
  const { life, store, now } = app;
  const cases = createLifeClocks({ life, store, bank: () => app.content.bank, live: createLive(), now });
  parts = { firings: store.firings, cases, log: pino({ level: "silent" }), now };
  conversation = await app.open();
  await app.says(conversation, "信用卡年费乱扣了我300元，我要投诉，给我转人工");
  key = (await app.store.cases({ limit: 1 }))[0]?.key ?? "";
});
afterEach(() => app.close());

async function hoursPass(hours: number): Promise<void> {
  await app.minutesPass(hours * 60);
  await lookAtDueCases(parts);
  await app.deliver();
}
const count = async () => (await app.waiting(conversation)).length;

it("a new case is looked at by itself, and its clocks wait for the first thing due", async () => {
  expect(await app.store.firings.dueCases(app.now(), 10)).toEqual([key]);
  await lookAtDueCases(parts);
  expect(await app.store.firings.dueCases(app.now(), 10)).toEqual([]);
  expect(await app.store.firings.nextDue()).toBe("2026-11-24T00:00:00.000Z");
});

it("a customer whom nobody has told anything hears a word on the next working afternoon, once", async () => {
  await hoursPass(24);
  const before = await count();
  await hoursPass(6.6);
  expect(await count()).toBe(before + 1);
  const life = await app.life.read(key);
  expect(life?.state.notices.filter((notice) => notice.kind === "progress")).toMatchObject([{ how: "chat" }]);
  await hoursPass(0.5);
  expect(await count()).toBe(before + 1);
});

it("a case nobody takes is reminded of and goes up the chain, and all of it is on record", async () => {
  for (let hours = 0; hours < 72; hours += 6) await hoursPass(6);
  const life = await app.life.read(key);
  const types = life?.events.map((event) => event.type);
  expect(types).toContain("reminded");
  expect(life?.state.escalated).toBeGreaterThanOrEqual(2);
  const said = (await app.store.firings.firings(key)).map(({ clock, point }) => `${clock} ${point}`);
  expect(said).toEqual(expect.arrayContaining(["take last-day", "take overdue", "first-contact overdue"]));
  const audit = (await app.store.auditEntries(key)).filter(({ actor }) => actor === "clock");
  expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(["clock-warn", "clock-escalate"]));
  expect((await app.store.verifyAudit()).problems).toEqual([]);
});
