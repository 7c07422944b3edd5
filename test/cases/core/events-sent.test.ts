/** The reference core system tells, Tingsu listens, over a real connection. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, it, onTestFinished } from "vitest";
import { startCore } from "../../../examples/core/start.ts";
import { createCoreEvents } from "../../../src/cases/http/events.ts";
import { until } from "../../system/server.ts";
import { EVENTS_KEY, KEY, OPENING } from "./connecting.ts";
import { recordsWorld } from "./records-world.ts";

it("a change over there reaches the desk, and one that was not taken is sent again", async () => {
  const { store, parts, add } = await recordsWorld();
  await add("k1", { number: "GD2026000001", due: OPENING.due, department: OPENING.department });
  let listening = false;
  const handler = createCoreEvents({ ...parts, keys: [EVENTS_KEY], report: () => undefined });
  const app = new Hono().post("/core/events", (c) =>
    listening ? handler(c.req.raw) : new Response(null, { status: 502 }),
  );
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const core = await startCore({
    port: 0,
    file: ":memory:",
    key: KEY,
    events: { url: `http://127.0.0.1:${port}/core/events`, key: EVENTS_KEY },
    now: () => Date.parse(parts.now()),
  });
  onTestFinished(() => core.stop());
  const { number } = core.cases.open({ ...OPENING, key: "k1", record: "R-k1" });
  const change = (body: object) =>
    fetch(`${core.url}/play/cases/${number}`, { method: "POST", body: JSON.stringify(body) });

  await change({ step: "复核", due: "2026-12-31" });
  expect(await core.sendEvents()).toBe(0);
  expect(await store.core.kept(number)).toBeUndefined();
  listening = true;
  await change({ step: "审批" });
  await until("both events", async () => {
    await core.sendEvents();
    return core.cases.unsentEvents().length === 0;
  });
  expect(await store.core.kept(number)).toMatchObject({ step: "审批", due: "2026-12-31", sequence: 3 });
  expect(await store.core.conflicts(10)).toMatchObject([{ key: "k1", field: "due", theirs: "2026-12-31" }]);
});
