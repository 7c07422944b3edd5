import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftView } from "../../src/desk/drafts/port.ts";
import type { Outcome } from "../../src/desk/refusal.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { type BankFolder, makeBankFolder } from "./drafting.ts";
import { granted } from "./outcomes.ts";

let bank: BankFolder;
let world: World;
let conversation: string;
beforeEach(async () => {
  bank = makeBankFolder();
  world = await createWorld({ drafting: bank.drafting });
  await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" });
  const [row] = await world.store.cases({ limit: 1 });
  conversation = row?.conversation ?? "";
});
afterEach(async () => {
  await world.close();
  await bank.remove();
});

const asks = (id: string, text: string) =>
  world.gaps.addGap({
    id,
    conversation,
    kind: "unanswered",
    language: "zh-Hans",
    at: "2026-11-20T03:00:00Z",
    text,
  });
const lead = () => world.person("of-lead", { role: "lead", name: "写的人" });
const manager = () => world.person("of-manager", { role: "manager", name: "批的人" });
const agent = () => world.person("of-agent", { role: "agent", department: "credit-card-centre" });
const draftFile = (id: string) => join(bank.path, "drafts", `${id}.md`);
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const code = (outcome: Outcome<unknown>) => (outcome.ok ? "ok" : outcome.refusal.code);

const RULE = (id: string) => `---
id: ${id}
title: 积分转赠办法
language: zh
version: "1.0"
effectiveFrom: 2026-11-20
audience: customer
business: [credit-card]
keywords: [积分]
---

## 1 积分转赠
> 摘要：信用卡积分可以转给直系亲属，每年一次。
> 常问：积分能不能转给家人

信用卡积分可以转给直系亲属，每个自然年一次，不收费。
`;

async function drafted(kind: "policy" | "known-unknown" = "policy"): Promise<DraftView> {
  await asks("g1", "积分能不能转给家人");
  const { id } = granted(await world.desk.draftGap(lead(), ["g1"], kind));
  return granted(await world.desk.openDraft(lead(), id));
}
const written = async (draft: DraftView, text = RULE(draft.id)) =>
  granted(await world.desk.saveDraft(lead(), draft.id, { text, hash: draft.hash }));
const submitted = async (draft: DraftView) => granted(await world.desk.submitDraft(lead(), draft.id, draft.hash));

describe("a draft of an open question", () => {
  it("is a Markdown file in drafts/ with the question in it, told to nobody, and the question knows it", async () => {
    const draft = await drafted();
    expect(readFileSync(draftFile(draft.id), "utf8")).toBe(draft.text);
    expect(draft.text).toContain("> 常问：积分能不能转给家人\n");
    expect(draft.text).toContain("## 2 〔");
    const { groups } = granted(await world.desk.gaps(lead()));
    expect(groups[0]?.draft).toBe(draft.id);
    expect((await bank.knowledge.answer("积分能不能转给家人", { language: "zh-Hans", on: "2026-11-20" })).kind).toBe(
      "unknown",
    );
  });

  it("can't be submitted before every place is written, nor with somebody's number in it", async () => {
    const draft = await drafted();
    expect(draft.problems.length).toBeGreaterThan(3);
    expect(code(await world.desk.submitDraft(lead(), draft.id, draft.hash))).toBe("draft-unfinished");
    const told = await written(draft, RULE(draft.id).replace("不收费。", "不收费，问13812345678。"));
    expect(told.problems).toEqual([{ line: 16, message: { zh: "个人信息（电话）", en: "personal data (phone)" } }]);
    expect(code(await world.desk.submitDraft(lead(), draft.id, told.hash))).toBe("draft-unfinished");
  });

  it("is approved by somebody who wrote none of it and has the right, and is then a policy that customers are told", async () => {
    await bank.knowledge.start();
    const waiting = await submitted(await written(await drafted()));
    const { id, hash } = waiting;
    expect(waiting.whyNot).toBe("wrote");
    expect(code(await world.desk.approveDraft(lead(), id, hash))).toBe("not-allowed");
    world.person("of-lead", { role: "manager" });
    expect(code(await world.desk.approveDraft(world.person("of-lead"), id, hash))).toBe("second-person");
    for (const role of ["agent", "auditor", "admin", "lead"] as const)
      expect(code(await world.desk.approveDraft(world.person(`a-${role}`, { role }), id, hash))).toBe("not-allowed");
    const done = granted(await world.desk.approveDraft(manager(), id, hash));
    expect(done).toMatchObject({ status: "published", published: `policies/zh/${id}.md` });
    expect(existsSync(draftFile(id))).toBe(false);
    expect(sha(readFileSync(join(bank.path, "policies/zh", `${id}.md`), "utf8"))).toBe(hash);
    await vi.waitFor(
      async () => {
        const answer = await bank.knowledge.answer("积分能不能转给家人", { language: "zh-Hans", on: "2026-11-20" });
        expect(answer).toMatchObject({ kind: "found", text: "信用卡积分可以转给直系亲属，每年一次。" });
      },
      { timeout: 15_000, interval: 50 },
    );
    expect(granted(await world.desk.gaps(lead())).groups).toEqual([]);
  });

  it("leaves each step in the audit with the hash of the text it was about", async () => {
    const draft = await drafted();
    const saved = await written(draft);
    const { id, hash } = await submitted(saved);
    granted(await world.desk.approveDraft(manager(), id, hash));
    const steps = (await world.store.auditEntries("staff")).filter(({ detail }) => detail.draft === id);
    expect(steps.map(({ actor, action, detail }) => [actor, action, detail.hash])).toEqual([
      ["staff:of-lead", "draft-created", draft.hash],
      ["staff:of-lead", "draft-saved", hash],
      ["staff:of-lead", "draft-submitted", hash],
      ["staff:of-manager", "draft-approved", hash],
      ["staff:of-manager", "draft-published", hash],
    ]);
  });

  it("that was changed after it was submitted, at the desk or by hand, is not what was approved", async () => {
    const first = await submitted(await written(await drafted()));
    writeFileSync(draftFile(first.id), first.text.replace("每年一次", "随时"));
    expect(code(await world.desk.approveDraft(manager(), first.id, first.hash))).toBe("changed-meanwhile");
    const byHand = granted(await world.desk.openDraft(manager(), first.id));
    expect(code(await world.desk.approveDraft(manager(), first.id, byHand.hash))).toBe("changed-meanwhile");
    // Whoever saves it has written in it, and it is submitted anew.
    const again = granted(await world.desk.saveDraft(manager(), first.id, { text: byHand.text, hash: byHand.hash }));
    expect(again.status).toBe("writing");
    const waiting = granted(await world.desk.submitDraft(lead(), first.id, again.hash));
    expect(code(await world.desk.approveDraft(manager(), first.id, waiting.hash))).toBe("second-person");
    expect(readdirSync(join(bank.path, "policies/zh"))).not.toContain(`${first.id}.md`);
  });

  it("goes back with a word, and two who save at once don't overwrite one another", async () => {
    const { id, hash } = await submitted(await written(await drafted()));
    const back = granted(await world.desk.sendBack(manager(), id, "写清直系亲属是谁"));
    expect(back).toMatchObject({ status: "writing", note: { text: "写清直系亲属是谁" } });
    const text = RULE(id).replace("直系亲属", "父母、配偶和子女");
    granted(await world.desk.saveDraft(lead(), id, { text, hash }));
    expect(code(await world.desk.saveDraft(manager(), id, { text: RULE(id), hash }))).toBe("changed-meanwhile");
  });

  it("dropped, leaves the question open", async () => {
    const { id } = await drafted();
    granted(await world.desk.dropDraft(lead(), id));
    expect(existsSync(draftFile(id))).toBe(false);
    expect(granted(await world.desk.gaps(lead())).groups[0]?.draft).toBeNull();
    expect(code(await world.desk.openDraft(lead(), id))).toBe("no-such-draft");
  });

  it("can't claim to have been in force before, stand beside a twin, or leave its folder by its name", async () => {
    const draft = await drafted();
    const twin = RULE("annual-fee").replace('version: "1.0"', 'version: "1.1"').replace("11-20", "11-01");
    const view = await written(draft, twin);
    const said = view.problems.map(({ message }) => message.en).join("\n");
    expect(said).toContain("2026-11-20 at the earliest");
    expect(said).toMatch(/annual-fee/u);
    expect(code(await world.desk.openDraft(lead(), "../policies/zh/annual-fee"))).toBe("no-such-draft");
  });

  it("that somebody put into the folder by hand is listed, and needs a writer and an approver all the same", async () => {
    await drafted();
    writeFileSync(draftFile("by-hand"), RULE("by-hand"));
    const item = granted(await world.desk.drafts(lead())).find(({ id }) => id === "by-hand");
    expect(item).toMatchObject({ status: "writing", by: null, title: "积分转赠办法" });
    expect(code(await world.desk.approveDraft(manager(), "by-hand", sha(RULE("by-hand"))))).toBe("changed-meanwhile");
  });
});

describe("a known unknown", () => {
  it("is told in place of the plain don't-know once it is approved, and cited as a rule by nobody", async () => {
    await bank.knowledge.start();
    const draft = await drafted("known-unknown");
    expect(draft.text).toContain("kind: known-unknown");
    const text = draft.text.replace("〔几〕", "五").replace("〔哪个部门〕", "信用卡中心");
    const { id, hash } = await submitted(await written(draft, text));
    const ask = () => bank.knowledge.answer("我的积分能不能转给家人呀", { language: "zh-Hans", on: "2026-11-20" });
    expect(await ask()).not.toHaveProperty("known");
    granted(await world.desk.approveDraft(manager(), id, hash));
    await vi.waitFor(async () => expect(await ask()).toMatchObject({ kind: "unknown", known: { policy: id } }), {
      timeout: 15_000,
      interval: 50,
    });
    const answer = await ask();
    expect(answer.kind === "unknown" && answer.known?.text).toBe(
      "这一点本行没有公布规定。要得到算数的答复，请拨打400-000-9588或到任意网点提出，我们最迟在五个工作日内答复您。",
    );
    expect(bank.knowledge.list("zh", "2026-11-20").map(({ policy }) => policy)).not.toContain(id);
    const other = await bank.knowledge.answer("白金卡年费多少", { language: "zh-Hans", on: "2026-11-20" });
    expect(other.kind).toBe("found");
  });
});

describe("a known unknown that a rule answers", () => {
  const ask = (text: string, question: string) => text.replace("> 常问：", `> 常问：${question} / `);

  it("can't be submitted: the clause that answers is named, at the line of the questions, until the question is gone", async () => {
    const draft = await drafted("known-unknown");
    const text = draft.text.replace("〔几〕", "五").replace("〔哪个部门〕", "信用卡中心");
    const told = await written(draft, ask(text, "白金卡年费多少"));
    const line = told.text.split("\n").findIndex((one) => one.startsWith("> 常问：")) + 1;
    expect(told.problems).toEqual([
      {
        line,
        message: {
          zh: expect.stringMatching(/已有规定回答“白金卡年费多少”：《.+》第\d+条（annual-fee）/u),
          en: expect.stringMatching(/a rule answers "白金卡年费多少" already: clause \d+ of ".+" \(annual-fee\)/u),
        },
      },
    ]);
    expect(code(await world.desk.submitDraft(lead(), draft.id, told.hash))).toBe("draft-unfinished");
    const mended = granted(await world.desk.saveDraft(lead(), draft.id, { text, hash: told.hash }));
    expect(mended.problems).toEqual([]);
    expect((await submitted(mended)).status).toBe("submitted");
  });

  it("nor approved where the rule came into force while it waited", async () => {
    await bank.knowledge.start();
    const draft = await drafted("known-unknown");
    const text = draft.text.replace("〔几〕", "五").replace("〔哪个部门〕", "信用卡中心");
    const waiting = await submitted(await written(draft, text));
    writeFileSync(join(bank.path, "policies/zh/points.md"), RULE("points"));
    await vi.waitFor(() => expect(bank.knowledge.policies().map(({ id }) => id)).toContain("points"), {
      timeout: 15_000,
      interval: 50,
    });
    expect(code(await world.desk.approveDraft(manager(), draft.id, waiting.hash))).toBe("draft-unfinished");
    const view = granted(await world.desk.openDraft(manager(), draft.id));
    expect(view.problems[0]?.message.zh).toContain("《积分转赠办法》第1条（points）");
  });
});

describe("what is wrong with a draft", () => {
  it("is said in Chinese and in English, whatever it is", async () => {
    const draft = await drafted();
    let hash = draft.hash;
    const clause = (number: number, rest: string) => `## ${number} 积分转赠\n${rest}`;
    const body = RULE(draft.id).split("\n\n").slice(1).join("\n\n");
    const spoilt = [
      "没有开头\n",
      RULE("Draft_1"),
      RULE(draft.id).replace('"1.0"', "1.0"),
      RULE(draft.id).replace("2026-11-20", "明天"),
      RULE(draft.id).replace("customer", "everybody"),
      RULE(draft.id).replace("keywords: [积分]", "keywords: [积分, {a: 1}]"),
      RULE(draft.id).replace("[credit-card]", "[cards]"),
      RULE(draft.id).replace("keywords:", "colour: red\nkeywords:"),
      RULE(draft.id).replace("title: 积分转赠办法\n", ""),
      RULE(draft.id).replace("keywords:", "effectiveTo: 2026-01-01\nkeywords:"),
      RULE(draft.id).replace("[credit-card]", "[credit-card"),
      RULE(draft.id).replace("积分转赠办法", "*积分转赠办法"),
      RULE(draft.id).replace("title:", "id: again\ntitle:"),
      RULE(draft.id).replace(body, ""),
      RULE(draft.id).replace("## 1 积分", "## 积分"),
      RULE(draft.id).replace("## 1", "## 2"),
      RULE(draft.id).replace(/> 常问.*\n/u, ""),
      RULE(draft.id).replace(/> 摘要.*\n/u, ""),
      RULE(draft.id).replace(/\n\n信用卡.*\n/u, "\n"),
      RULE(draft.id).replace("不收费", "不收费".repeat(200)),
      `${RULE(draft.id)}\n${clause(1, "> 摘要：是。\n> 常问：又问\n\n又一次。\n")}`,
      RULE("annual-fee"),
      RULE("annual-fee").replace("1.0", "9.9"),
    ];
    for (const text of spoilt) {
      const view = granted(await world.desk.saveDraft(lead(), draft.id, { text, hash }));
      hash = view.hash;
      expect(view.problems, text).not.toEqual([]);
      for (const { message } of view.problems) {
        expect(message.zh, text).toMatch(/[一-龥]/u);
        expect(message.zh, text).not.toBe(message.en);
      }
    }
  });
});

describe("a resolved case", () => {
  async function resolve(): Promise<string> {
    await complain(world, {
      says: ["我叫张晓云，尾号8827的卡，电话13812345678，年费多扣了200块"],
      department: "credit-card-centre",
      due: "2026-12-06",
    });
    const rows = await world.store.cases({ limit: 5 });
    const row = rows.find(({ due }) => due === "2026-12-06");
    const ref = row?.key ?? "";
    granted(await world.desk.take(agent(), ref));
    const parts = {
      findings: "张晓云尾号8827的年费重复扣了一次",
      decision: "退还多收的年费",
      grounds: "重复收费应退",
      remedies: "可申请核查",
    };
    granted(await world.desk.resolve(agent(), ref, { parts, confirmed: true }));
    return ref;
  }

  it("becomes a draft without whoever it was about; an open one doesn't, nor does one of another department", async () => {
    const [open] = await world.store.cases({ limit: 1 });
    expect(code(await world.desk.draftCase(agent(), open?.key ?? ""))).toBe("still-open");
    const ref = await resolve();
    const { id } = granted(await world.desk.draftCase(agent(), ref));
    const draft = granted(await world.desk.openDraft(agent(), id));
    expect(draft.text).toContain("年费");
    for (const own of ["张晓云", "张", "8827", "13812345678", "5678"]) expect(draft.text).not.toContain(own);
    expect(draft).toMatchObject({ fromCase: true, can: { write: true, approve: false } });
    const elsewhere = world.person("of-other", { role: "agent", department: "retail-loans" });
    expect(code(await world.desk.draftCase(elsewhere, ref))).not.toBe("ok");
    expect(code(await world.desk.openDraft(elsewhere, id))).toBe("not-allowed");
    expect((await world.store.auditEntries(ref)).map(({ action }) => action)).toContain("draft-proposed");
    // Whoever works cases sees their own drafts and no others.
    expect(granted(await world.desk.drafts(agent())).map((item) => item.id)).toEqual([id]);
    expect(granted(await world.desk.drafts(elsewhere))).toEqual([]);
  });
});
