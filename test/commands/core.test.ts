import { afterEach, describe, expect, it, vi } from "vitest";
import { reconcileCommand } from "../../src/commands/core.ts";
import { parseConfig } from "../../src/config.ts";
import { KEY, OPENING } from "../cases/core/connecting.ts";
import { recordsWorld } from "../cases/core/records-world.ts";
import { referenceCore } from "../cases/core/reference-core.ts";

const configFor = (url: string) =>
  parseConfig({ CORE_KIND: "http", CORE_URL: url, CORE_KEY_ID: KEY.id, CORE_SECRET: KEY.secret });

describe("tingsu core reconcile", () => {
  afterEach(() => vi.restoreAllMocks());

  function listen(): string[] {
    const lines: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      lines.push(String(text).trim());
      return true;
    });
    return lines;
  }

  it("prints what differs, as one object for programs, and says so by its exit code", async () => {
    const { store, add } = await recordsWorld();
    const { url, cases } = await referenceCore();
    const { number } = cases.open({ ...OPENING, key: "k1", record: "R-k1" });
    await add("k1", { number, department: OPENING.department, due: "2026-12-05" });
    const lines = listen();
    expect(await reconcileCommand(store, configFor(url), { json: true, repair: false })).toBe(1);
    expect(await reconcileCommand(store, configFor(url), { json: false, repair: false })).toBe(1);
    vi.restoreAllMocks();
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      here: 1,
      there: 1,
      agreed: 0,
      findings: [{ kind: "differs", field: "due", ours: "2026-12-05", theirs: "2026-12-06" }],
    });
    expect(lines.slice(1).join("\n")).toContain(`R-k1  ${number}  due: 这里 here 2026-12-05, 核心系统 core 2026-12-06`);
    expect(await store.core.conflicts(10)).toEqual([]);
  });

  it("is content when both sides agree, also with the embedded core system", async () => {
    const { store, add, parts } = await recordsWorld();
    const { number } = await store.coreOpen("k1", "C-20261123-7KQ2MX", parts.now());
    await add("k1", { number });
    const lines = listen();
    expect(await reconcileCommand(store, parseConfig({}), { json: true, repair: true })).toBe(0);
    vi.restoreAllMocks();
    expect(JSON.parse(lines[0] ?? "")).toEqual({ here: 1, there: 1, agreed: 1, queued: 0, findings: [] });
  });

  it("fails with the code when the core system is away", async () => {
    const { store } = await recordsWorld();
    const { url, faults } = await referenceCore();
    faults.failing = 10;
    await expect(reconcileCommand(store, configFor(url), { json: true, repair: false })).rejects.toMatchObject({
      code: "core-system.unavailable",
    });
  });
});
