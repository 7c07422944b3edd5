import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPromise } from "../../src/wording/guard.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

const NOTICE = {
  findings: "经核查，11月3日收取了年费，您的卡上年刷满6次，应予减免。",
  decision: "年费已经退回原卡。",
  grounds: "信用卡年费规定第2条：上年刷满6次免收。",
  remedies: "不同意的，可以在30天内书面申请核查。",
};

describe("working a case", () => {
  let world: World;
  let ref: string;
  beforeEach(async () => {
    world = await createWorld({ checkPromise });
    ref = await complain(world, {
      says: ["年费说好免的，今年又扣了300元"],
      department: "credit-card-centre",
      due: "2026-12-05",
      business: "credit-card",
      reason: "pricing",
    });
  });
  afterEach(() => world.close());
  const fang = () => world.person("fang-yi");
  const tang = () => world.person("tang-ruolan");
  const transcript = async () => granted(await world.desk.open(tang(), ref)).transcript.map((message) => message.text);

  it("gives the case to one of two who take it at once, and tells the other who has it", async () => {
    const [first, second] = await Promise.all([world.desk.take(fang(), ref), world.desk.take(tang(), ref)]);
    const [winner, loser] = first.ok ? [fang(), second] : [tang(), first];
    expect(first.ok).not.toBe(second.ok);
    const refusal = refused(loser);
    expect(refusal.code).toBe("taken");
    expect(refusal.owner).toEqual({ id: winner.id, name: winner.name });
    expect(refusal.message.zh).toBe(`已由${winner.name}受理。`);
    expect(granted(await world.desk.open(tang(), ref)).item.owner?.id).toBe(winner.id);
  });

  it("takes pressing the button twice for one", async () => {
    granted(await world.desk.take(fang(), ref));
    const events = await world.store.auditEntries((await world.store.case(ref))?.conversation ?? "");
    granted(await world.desk.take(fang(), ref));
    expect(await world.store.auditEntries((await world.store.case(ref))?.conversation ?? "")).toHaveLength(
      events.length,
    );
  });

  it("sends a reply under the name customers know, once for each client id, also when asked twice at once", async () => {
    granted(await world.desk.take(fang(), ref));
    const draft = { clientId: "client-1", text: "您好，我正在查这笔年费。" };
    const both = await Promise.all([world.desk.reply(fang(), ref, draft), world.desk.reply(fang(), ref, draft)]);
    expect(both.map((one) => granted(one).sent)).toEqual([true, true]);
    expect(granted(await world.desk.reply(fang(), ref, draft))).toEqual({ sent: true, duplicate: true });
    expect((await transcript()).filter((text) => text === draft.text)).toHaveLength(1);
    const row = await world.store.case(ref);
    const stored = await world.store.messages(row?.conversation ?? "", { after: 0, limit: 50 });
    expect(stored.at(-1)?.author).toEqual({ kind: "staff", id: "fang-yi", name: "信用卡专员 小方" });
  });

  it("masks no colleague who signs with their name", async () => {
    granted(await world.desk.take(fang(), ref));
    const text = "您好，我是方毅，稍后拨打13812345678联系您。";
    granted(await world.desk.reply(fang(), ref, { clientId: "client-1", text }));
    expect((await transcript()).at(-1)).toBe("您好，我是方毅，稍后拨打138****5678联系您。");
  });

  it("answers a repeat with the first outcome after the case was handed back, too", async () => {
    granted(await world.desk.take(fang(), ref));
    const draft = { clientId: "client-1", text: "您好，我正在查这笔年费。" };
    granted(await world.desk.reply(fang(), ref, draft));
    granted(await world.desk.handBack(fang(), ref));
    expect(granted(await world.desk.reply(fang(), ref, draft))).toEqual({ sent: true, duplicate: true });
  });

  it("lets only the one who talks to the customer reply", async () => {
    const draft = { clientId: "client-1", text: "您好" };
    expect(refused(await world.desk.reply(fang(), ref, draft)).code).toBe("not-owner");
    granted(await world.desk.take(fang(), ref));
    const refusal = refused(await world.desk.reply(tang(), ref, draft));
    expect(refusal).toMatchObject({ code: "not-owner", owner: { name: "方毅" } });
    granted(await world.desk.handBack(fang(), ref));
    expect(refused(await world.desk.reply(fang(), ref, draft)).code).toBe("not-owner");
    expect(await transcript()).not.toContain("您好");
  });

  it("shows what a text promises before it goes out, and sends it when it is confirmed", async () => {
    granted(await world.desk.take(fang(), ref));
    const draft = { clientId: "client-1", text: "我们保证退您150元。" };
    const warned = granted(await world.desk.reply(fang(), ref, draft));
    expect(warned).toMatchObject({ sent: false });
    if (!warned.sent) expect(warned.warnings.join()).toContain("150元");
    expect(await transcript()).not.toContain(draft.text);
    expect(granted(await world.desk.reply(fang(), ref, { ...draft, confirmed: true }))).toMatchObject({ sent: true });
    expect(await transcript()).toContain(draft.text);
    const entries = await world.store.auditEntries((await world.store.case(ref))?.key ?? "");
    expect(entries.map((entry) => entry.action)).toContain("sent-after-warning");
  });

  it("lets nobody promise more than their tier may grant, confirmed or not, in a reply or in the result", async () => {
    granted(await world.desk.take(fang(), ref));
    const draft = { clientId: "client-1", text: "补偿您200.01元。", confirmed: true };
    const refusal = refused(await world.desk.reply(fang(), ref, draft));
    expect(refusal).toMatchObject({ code: "above-authority", message: { zh: expect.stringContaining("200 元") } });
    const parts = { ...NOTICE, decision: "补偿您1万元。" };
    expect(refused(await world.desk.resolve(fang(), ref, { parts, confirmed: true })).code).toBe("above-authority");
    expect(
      granted(await world.desk.reply(fang(), ref, { ...draft, clientId: "client-2", text: "补偿您200元。" })).sent,
    ).toBe(true);
    granted(await world.desk.handBack(fang(), ref));
    const other = await complain(world, {
      says: ["被刷了12,860块"],
      department: "credit-card-centre",
      due: "2026-12-05",
      facts: [{ name: "amount", value: { minor: 1_286_000, currency: "CNY" }, text: "12,860块", start: 0, end: 7 }],
    });
    granted(await world.desk.take(fang(), other));
    const own = { clientId: "client-3", text: "您说的12860元这笔，我正在查。" };
    expect(granted(await world.desk.reply(fang(), other, own)).sent).toBe(true);
  });

  it("refuses an empty reply and one that is too long", async () => {
    granted(await world.desk.take(fang(), ref));
    expect(refused(await world.desk.reply(fang(), ref, { clientId: "client-1", text: " \n " })).code).toBe("empty");
    const long = "好".repeat(4_001);
    expect(refused(await world.desk.reply(fang(), ref, { clientId: "client-2", text: long })).code).toBe("too-long");
  });

  it("keeps a note from the customer, keeps it once, and lets a colleague write one too", async () => {
    granted(await world.desk.take(fang(), ref));
    const note = { clientId: "client-1", text: "等收单行回复" };
    granted(await world.desk.note(fang(), ref, note));
    granted(await world.desk.note(fang(), ref, note));
    granted(await world.desk.note(tang(), ref, { clientId: "client-1", text: "我来催" }));
    const { notes } = granted(await world.desk.open(tang(), ref));
    expect(notes.map((one) => [one.staff.name, one.text])).toEqual([
      ["方毅", "等收单行回复"],
      ["唐若兰", "我来催"],
    ]);
    expect((await transcript()).join()).not.toContain("等收单行回复");
  });

  it("hands the talk back to the bot, keeps the case with its owner, and lets them take the talk up again", async () => {
    granted(await world.desk.take(fang(), ref));
    granted(await world.desk.handBack(fang(), ref));
    const seen = granted(await world.desk.open(fang(), ref));
    expect(seen).toMatchObject({
      talking: null,
      item: { mine: true },
      can: { take: true, reply: false, resolve: true },
    });
    expect(refused(await world.desk.take(tang(), ref))).toMatchObject({ code: "taken", owner: { name: "方毅" } });
    granted(await world.desk.take(fang(), ref));
    expect(granted(await world.desk.open(fang(), ref)).talking?.name).toBe("方毅");
  });

  it("ends a case only with every part of the notice, and then tells the customer", async () => {
    granted(await world.desk.take(fang(), ref));
    for (const slug of Object.keys(NOTICE)) {
      const parts = { ...NOTICE, [slug]: "  " };
      expect(refused(await world.desk.resolve(fang(), ref, { parts, confirmed: true })).code).toBe("incomplete");
    }
    expect(refused(await world.desk.resolve(tang(), ref, { parts: NOTICE, confirmed: true })).code).toBe("not-owner");
    expect(granted(await world.desk.resolve(fang(), ref, { parts: NOTICE, confirmed: true }))).toMatchObject({
      sent: true,
    });
    const seen = granted(await world.desk.open(tang(), ref));
    expect(seen.item.status).toBe("resolved");
    expect(seen.transcript.at(-1)?.author).toEqual({ kind: "staff", id: "fang-yi", name: "方毅" });
    for (const part of Object.values(NOTICE)) {
      expect(seen.matter.result).toContain(part);
      expect(seen.transcript.at(-1)?.text).toContain(part);
    }
    expect(refused(await world.desk.resolve(fang(), ref, { parts: NOTICE, confirmed: true })).code).toBe("not-open");
    expect(refused(await world.desk.take(tang(), ref)).code).toBe("not-open");
  });

  it("doesn't warn of the remedies as the law words them, but of what somebody promises in the decision", async () => {
    granted(await world.desk.take(fang(), ref));
    const { notice } = granted(await world.desk.open(fang(), ref));
    expect(notice.parts.map((part) => part.slug)).toEqual(["findings", "decision", "grounds", "remedies"]);
    const plain = { findings: "核查属实。", grounds: "年费规定第2条。", remedies: notice.remedies };
    const promise = { ...plain, decision: "另外补偿您80元。" };
    expect(granted(await world.desk.resolve(fang(), ref, { parts: promise }))).toMatchObject({ sent: false });
    const modest = { ...plain, decision: "多收的年费已经退回原卡。" };
    expect(granted(await world.desk.resolve(fang(), ref, { parts: modest }))).toMatchObject({ sent: true });
  });

  it("tells open pages that something changed, without content", async () => {
    const news: unknown[] = [];
    const end = world.live.subscribe((await world.store.case(ref))?.conversation ?? "", (one) => news.push(one));
    granted(await world.desk.note(fang(), ref, { clientId: "client-1", text: "等回复" }));
    end();
    expect(news).toEqual([{ kind: "changed" }]);
  });

  it("shows that a person is writing only while that person talks to the customer", async () => {
    const news: unknown[] = [];
    const end = world.live.subscribe((await world.store.case(ref))?.conversation ?? "", (one) => news.push(one));
    await world.desk.typing(fang(), ref);
    expect(news).toEqual([]);
    granted(await world.desk.take(fang(), ref));
    await world.desk.typing(fang(), ref);
    end();
    expect(news.at(-1)).toEqual({ kind: "typing", who: "staff" });
  });
});
