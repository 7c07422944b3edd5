/** The commands as a program calls them: what goes in, what comes out, and the exit code. */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadMasterKey } from "../../src/privacy/keys.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { inputOf, jsonLines, type Ran, tingsu } from "./cli.ts";
import { startInProcess } from "./in-process.ts";
import { ROOT, temporaryFolder } from "./server.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const run = (args: string[], input = "", env: Record<string, string> = {}): Promise<Ran> =>
  tingsu(args, { cwd: folder.path, input, env });

describe.concurrent("tingsu read", () => {
  it("answers the documented example exactly", async () => {
    const at = "2026-11-21T09:00:00+08:00";
    const line = { id: "1", text: "昨晚8827刷了12,860块，不是我刷的", at, somethingElse: true };
    const { code, stdout, stderr } = await run(["read"], inputOf([line]));
    const [reading] = jsonLines(stdout);
    expect(reading).toMatchObject({
      id: "1",
      language: "zh-Hans",
      act: "complaint",
      intents: [],
      business: "debit-card",
      reason: "fund-safety",
      venue: null,
      emotion: 1,
      abuse: 0,
      need: "redress",
      risks: [{ slug: "unauthorised-transaction", text: "不是我刷的", start: 16, end: 21 }],
      facts: [
        { name: "amount", value: { minor: 1286000, currency: "CNY" }, text: "12,860块", start: 8, end: 15 },
        { name: "card-tail", value: "8827", text: "8827", start: 2, end: 6 },
        {
          name: "occurred",
          value: {
            from: "2026-11-20T18:00:00+08:00",
            to: "2026-11-21T00:00:00+08:00",
            precision: "part-of-day",
          },
          text: "昨晚",
          start: 0,
          end: 2,
        },
      ],
      pii: [],
      injection: false,
    });
    expect(code).toBe(0);
    expect(stderr).toBe("");
  });

  it("answers every line in order, the unusable ones with an error, and says so with its exit code", async () => {
    const lines = [
      "not JSON",
      JSON.stringify({ id: "no-text" }),
      JSON.stringify({ id: 3, text: 5 }),
      "[1,2]",
      "null",
      "",
      JSON.stringify({ id: "time", text: "你好", at: "yesterday" }),
      JSON.stringify({ id: "huge", text: "卡被盗刷了3000元。".repeat(100_000) }),
      JSON.stringify({ id: "nothing", text: "" }),
      '{"id":"surrogate","text":"\\ud83d卡"}',
      JSON.stringify({ id: "good", text: "短信费怎么取消" }),
    ];
    const { code, stdout } = await run(["read"], `${lines.join("\n")}\n`);
    const out = z
      .array(z.object({ id: z.union([z.string(), z.number()]).optional(), error: z.string().optional() }))
      .parse(jsonLines(stdout));
    expect(out.map(({ id, error }) => [id, error === undefined])).toEqual([
      [undefined, false],
      ["no-text", false],
      [3, false],
      [undefined, false],
      [undefined, false],
      ["time", false],
      ["huge", true],
      ["nothing", true],
      ["surrogate", true],
      ["good", true],
    ]);
    expect(code).toBe(1);
  });

  it("answers binary input with errors and ends", async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 167 + (index >> 3)) % 256);
    const { code, stdout, stderr } = await tingsu(["read"], { cwd: folder.path, input: bytes });
    expect(jsonLines(stdout).length).toBeGreaterThan(0);
    expect(code).toBe(1);
    expect(stderr).toBe("");
  });
});

describe.concurrent("tingsu ask", () => {
  it("answers from a policy with a quotation that stands in it, and says nothing where no policy does", async () => {
    const { code, stdout } = await run(
      ["ask"],
      inputOf([
        { id: "fee", text: "借记卡短信通知每个月收多少钱？" },
        { id: "none", text: "火星上有你们的网点吗？" },
      ]),
    );
    const Citation = z.object({
      policy: z.string(),
      clause: z.string(),
      title: z.string(),
      version: z.string(),
      effectiveFrom: z.string(),
      quote: z.string(),
    });
    const Answer = z.object({
      id: z.string(),
      answer: z.string().nullable(),
      clarify: z.string().nullable(),
      citations: z.array(Citation),
    });
    const [fee, none] = z.array(Answer).parse(jsonLines(stdout));
    expect(fee?.answer).toContain("元");
    const citation = fee?.citations[0];
    const policy = await readFile(join(ROOT, "bank/policies/zh", `${citation?.policy}.md`), "utf8");
    expect(policy.replaceAll(/\s/g, "")).toContain(citation?.quote.replaceAll(/\s/g, ""));
    expect(none).toEqual({ id: "none", answer: null, clarify: null, citations: [] });
    expect(code).toBe(0);
  });
});

const Turn = z.object({
  turn: z.number(),
  bot: z.array(z.string()),
  stage: z.string(),
  facts: z.array(z.object({ name: z.string(), value: z.unknown() })),
  record: z.string().nullable(),
  case: z.object({ number: z.string().nullable(), department: z.string(), due: z.string() }).nullable(),
  risks: z.array(z.object({ slug: z.string(), level: z.string() })),
});

/** Turns of a conversation whose messages come a minute apart from `start`. */
async function converse(start: string, texts: string[]): Promise<z.infer<typeof Turn>[]> {
  const from = Date.parse(start);
  const lines = texts.map((text, index) => ({ text, at: new Date(from + index * 60_000).toISOString() }));
  const { code, stdout, stderr } = await run(["converse"], inputOf(lines));
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const turns = z.array(Turn).parse(jsonLines(stdout));
  expect(turns.map(({ turn }) => turn)).toEqual(texts.map((_, index) => index + 1));
  return turns;
}

const factOf = (turn: z.infer<typeof Turn> | undefined, name: string) =>
  turn?.facts.find((fact) => fact.name === name)?.value;

describe.concurrent("tingsu converse", () => {
  it("takes a whole Chinese complaint, a correction in it, to a case with number and date", async () => {
    const turns = await converse("2026-11-20T10:00:00+08:00", [
      "我信用卡尾号4471，上个月账单多收了三千块分期手续费，没人跟我说过！",
      "把手续费退给我",
      "可以",
      "我姓秦",
      "13812347788",
      "不是三千，是三万",
      "上午都方便",
      "对",
      "给我转人工",
    ]);
    expect(turns[0]?.record).toMatch(/^R-/);
    expect(factOf(turns[0], "amount")).toEqual({ minor: 300_000, currency: "CNY" });
    expect(factOf(turns[5], "amount")).toEqual({ minor: 3_000_000, currency: "CNY" });
    expect(turns[5]?.bot.join("\n")).toContain("30,000元");
    const last = turns.at(-1);
    expect(last?.case).toMatchObject({ number: expect.stringMatching(/^C-20261120-/), due: "2026-12-05" });
    expect(new Set(turns.map(({ record }) => record)).size).toBe(1);
  });

  it("takes a whole English complaint in English", async () => {
    const turns = await converse("2026-11-20T10:00:00+08:00", [
      "I was charged an annual fee of 300 yuan twice on my credit card ending 4471 last week!",
      "I want the fee refunded",
      "ok",
      "Daniel Reed",
      "13912340055",
      "in the morning",
      "yes, that's right",
      "I want to talk to a person",
    ]);
    expect(factOf(turns[0], "amount")).toEqual({ minor: 30_000, currency: "CNY" });
    expect(turns.at(-1)?.case?.number).toMatch(/^C-/);
    for (const { bot } of turns) expect(bot.join("\n")).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("answers a policy question without making a complaint of it", async () => {
    const [turn] = await converse("2026-11-20T10:00:00+08:00", ["借记卡短信通知每个月收多少钱？"]);
    expect(turn?.bot.join("\n")).toContain("元");
    expect(turn).toMatchObject({ record: null, case: null });
  });

  it("gives the urgent steps first at 23:40, opens the case and promises nobody before the morning", async () => {
    const [turn] = await converse("2026-11-20T23:40:00+08:00", [
      "刚刚有人把我卡里的两万块转走了，不是我操作的！还在转！",
    ]);
    expect(turn?.risks).toContainEqual({ slug: "unauthorised-transaction", level: "P0" });
    expect(turn?.bot[0]).toContain("400-000-9588");
    expect(turn?.bot.join("\n")).toContain("08:30");
    expect(turn?.case).toMatchObject({ number: expect.stringMatching(/^C-/), due: "2026-12-05" });
  });
});

describe.concurrent("tingsu doctor", () => {
  it("finds the shipped bank in order", async () => {
    const { code, stdout } = await run(["doctor", "--json"]);
    expect(jsonLines(stdout)).toMatchObject([{ ok: true, problems: [] }]);
    expect(code).toBe(0);
  });

  it("names every mistake of a bank's folder with file and line", async () => {
    const bank = join(folder.path, "bank");
    await cp(join(ROOT, "bank"), bank, { recursive: true });
    const places = await Promise.all([
      spoil(bank, "bank.yaml", /takeMinutes: \d+/, "takeMinutes: soon"),
      spoil(bank, "staff.yaml", /role: lead/, "role: boss"),
      spoil(bank, "routing.yaml", /to: internal-audit/, "to: nowhere"),
      spoil(bank, "policies/zh/swallowed-card.md", /^version: .*/m, `version: ""`),
    ]);
    const { code, stdout } = await run(["doctor"], "", { TINGSU_BANK: bank });
    expect(code).toBe(1);
    for (const place of places) expect(stdout).toContain(`${place}: `);
    expect(stdout.split("\n").filter((line) => line.startsWith(bank))).toHaveLength(places.length);
  });
});

describe.concurrent("tingsu knowledge check", () => {
  it("finds no error in the shipped bank", async () => {
    const { code, stdout } = await run(["knowledge", "check"]);
    expect(stdout).toMatch(/^0 errors, .*0处错误/m);
    expect(code).toBe(0);
  });

  it("lists what is wrong in another bank's folder, a line or an object each", async () => {
    const bank = join(folder.path, "other-bank");
    await cp(join(ROOT, "bank"), bank, { recursive: true });
    const wrong = await spoil(bank, "policies/zh/debit-card-loss.md", /补卡10元。/, "补卡20元。");
    const lost = await spoil(bank, "policies/zh/swallowed-card.md", /请直接补办新卡/, "请看《丢卡手册》");
    const plain = await run(["knowledge", "check", bank]);
    expect(plain.code).toBe(1);
    expect(plain.stdout).toContain(`${wrong.slice(folder.path.length + 1)}  ✗ 第3条的摘要写了“20元”，正文里没有这个数`);
    expect(plain.stdout).toContain(`${lost.slice(folder.path.length + 1)}  ✗ 没有一份有效的制度叫《丢卡手册》`);
    const { code, stdout } = await run(["knowledge", "check", bank, "--json"]);
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toContainEqual(
      expect.objectContaining({ severity: "error", check: "contradiction", message: expect.stringContaining("20元") }),
    );
  });

  it("names a folder that is not there", async () => {
    const { code, stdout } = await run(["knowledge", "check", join(folder.path, "nowhere")]);
    expect(code).toBe(1);
    expect(stdout).toContain("nowhere:1  ✗ the folder cannot be read");
  });
});

/** Puts a mistake into the first place that fits; returns "file:line" of it. */
async function spoil(bank: string, name: string, right: RegExp, wrong: string): Promise<string> {
  const file = join(bank, name);
  const text = await readFile(file, "utf8");
  const at = text.search(right);
  expect(at).toBeGreaterThan(-1);
  await writeFile(file, text.replace(right, wrong));
  return `${file}:${text.slice(0, at).split("\n").length}`;
}

describe("commands over a store", () => {
  let number: string;
  let conversation: string;
  let other: string;
  const database = () => join(folder.path, "data", "tingsu.sqlite");

  beforeAll(async () => {
    const data = join(folder.path, "data");
    await mkdir(data);
    const masterKey = await loadMasterKey({ folder: data });
    const bank = await startInProcess({ start: "2026-11-20T10:00:00+08:00", file: database(), masterKey });
    conversation = await bank.open();
    await bank.says(conversation, "滨江支行取款机昨天吞了我3000块，给我转人工");
    await bank.says(conversation, "我姓秦，电话13812347788");
    other = await bank.open();
    await bank.says(other, "催收天天打我单位电话骂人，给我转人工");
    const rows = await bank.store.cases({ limit: 10 });
    number = rows.find((row) => row.conversation === conversation)?.number ?? "";
    await bank.close();
  });

  it("list the cases, show one, verify the audit, and erase a person for good", async () => {
    const Row = z.object({ number: z.string(), conversation: z.string(), summary: z.string() });
    const listed = await run(["cases", "--json"]);
    expect(listed.code).toBe(0);
    const rows = z.array(Row).parse(jsonLines(listed.stdout));
    expect(rows.map((row) => row.conversation).sort()).toEqual([conversation, other].sort());

    const shown = await run(["case", number, "--json"]);
    expect(jsonLines(shown.stdout)).toMatchObject([
      { number, conversation, audit: expect.arrayContaining([expect.objectContaining({ action: "turn" })]) },
    ]);
    const unknown = await run(["case", "C-20261120-ZZZZZZ", "--json"]);
    expect(unknown).toMatchObject({ code: 1, stdout: "" });

    const before = await run(["audit", "verify", "--json"]);
    expect(jsonLines(before.stdout)).toMatchObject([{ ok: true, problems: [] }]);

    const erased = await run(["erase", number, "--json"]);
    expect(erased.code).toBe(0);
    expect(jsonLines(erased.stdout)).toMatchObject([{ conversations: 1, verified: true }]);

    const after = await run(["audit", "verify", "--json"]);
    expect(after.code).toBe(0);
    expect(jsonLines(after.stdout)).toMatchObject([{ ok: true, problems: [] }]);

    const masterKey = await loadMasterKey({ folder: join(folder.path, "data") });
    const store = await openSqliteStore({ file: database(), masterKey });
    try {
      const gone = await store.messages(conversation, { after: 0, limit: 100 });
      expect(gone.length).toBeGreaterThan(0);
      expect(gone.filter(({ text }) => text !== null)).toEqual([]);
      expect(await store.load(conversation)).toBeUndefined();
      expect((await store.events(conversation)).every(({ event }) => event === null)).toBe(true);
      const kept = await store.messages(other, { after: 0, limit: 100 });
      expect(kept.every(({ text }) => text !== null)).toBe(true);
    } finally {
      await store.close();
    }
  });

  it("refuse to erase somebody who is not there", async () => {
    expect((await run(["erase", "nobody", "--json"])).code).toBe(1);
  });
});

describe.concurrent("wrong use", () => {
  it("names all bad settings at once, without their values", async () => {
    const { code, stdout, stderr } = await run(["read"], "", {
      PORT: "abc",
      TINGSU_MASTER_KEY: "my-secret-key",
      TINGSU_PUBLIC_URL: "nowhere",
      TINGSU_LOG: "loud",
    });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    for (const name of ["PORT", "TINGSU_MASTER_KEY", "TINGSU_PUBLIC_URL", "TINGSU_LOG"]) {
      expect(stderr).toContain(`${name}: `);
    }
    expect(stderr).not.toContain("my-secret-key");
  });

  it("shows the commands to somebody who asks for one that does not exist", async () => {
    const { code, stdout, stderr } = await run(["complain"]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("converse");
  });
});

describe("tingsu simulate --cases", () => {
  it("plays cases through virtual weeks and ends with the figures", { timeout: 60_000 }, async () => {
    const { code, stdout } = await run(
      ["simulate", "--cases", "5", "--days", "30", "--start", "2026-11-22", "--json"],
      "",
    );
    expect(jsonLines(stdout).at(-1)).toMatchObject({
      cases: 5,
      clocksFired: expect.any(Number),
      clocksMissed: 0,
      clocksTwice: 0,
      orphans: 0,
      unreconciled: 0,
      seconds: expect.any(Number),
    });
    expect(code).toBe(0);
  });

  it("refuses what is no count", { timeout: 60_000 }, async () => {
    const { code, stderr } = await run(["simulate", "--cases", "many"], "");
    expect(code).toBe(1);
    expect(stderr).toContain("--cases");
  });
});
