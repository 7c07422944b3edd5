import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Event } from "../../../src/flows/conversation.ts";
import { evolveAll } from "../../../src/flows/evolve.ts";
import type { CaseRow } from "../../../src/store/store.ts";
import { complain } from "../../desk/complaints.ts";
import { granted } from "../../desk/outcomes.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

const span = (text: string) => ({ text, start: 0, end: text.length });

describe("a case in Slack", () => {
  let office: Office;
  let ref: string;
  beforeEach(async () => {
    office = await openOffice();
    ref = await complain(office.world, {
      says: ["我叫张伟，信用卡年费说好免的，11月3日又扣了300元 <!channel>", "请退回"],
      botSays: ["张伟您好，已记下。"],
      department: "credit-card-centre",
      due: "2026-12-05",
      business: "credit-card",
      reason: "pricing",
      facts: [
        { name: "amount", value: { minor: 30000, currency: "CNY" }, ...span("300元") },
        { name: "desired-outcome", value: "退回年费", ...span("请退回") },
      ],
      risks: [{ slug: "unauthorised-transaction", level: "P0", words: "不是我刷的" }],
    });
  });
  afterEach(async () => {
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
  });
  const person = (id: string) => office.world.person(id);

  it("arrives as a card in its department's channel, masked, with clock, facts, claim and risk in words", async () => {
    await office.show(ref);
    const card = await office.card(ref);
    const shown = JSON.stringify(card.blocks);
    for (const words of [
      "剩 15 天",
      "无人受理",
      "300.00 元",
      "请退回",
      "P0",
      "先确认卡已锁定",
      "年费说好免的",
      "受理 Take",
    ])
      expect(shown).toContain(words);
    expect(shown).not.toContain("张伟");
    expect(shown).toContain("&lt;!channel&gt;");
    expect(await office.thread(ref)).toEqual([expect.stringContaining("此前的对话")]);
    const [earlier] = await office.slack.thread(office.cards, card.ts);
    expect(JSON.stringify(earlier?.blocks)).toContain("张*您好，已记下。");
  });

  it("says mood, channel and the policy the bot cited, and masks an address as well as a name", async () => {
    const told = await complain(office.world, {
      says: ["我是李秀英，住杭州市滨江区江南大道3588号6栋1单元502室，年费又扣了，气死我了"],
      department: "credit-card-centre",
      due: "2026-12-05",
      channel: "wechat-official",
      emotion: 3,
      cited: [
        {
          policy: "credit-card-fees",
          clause: "3.2",
          title: "信用卡年费规定",
          version: "2026-01",
          effectiveFrom: "2026-01-01",
          quote: "首年免年费",
          heading: "年费",
          language: "zh",
          hash: "0",
        },
      ],
    });
    await office.show(told);
    const shown = JSON.stringify((await office.card(told)).blocks);
    for (const words of ["微信公众号 WeChat official account", "情绪 Mood", "信用卡年费规定 3.2（2026-01）"])
      expect(shown).toContain(words);
    const sent = office.slack.calls.map(({ body }) => body.toString()).join("\n");
    expect(sent).toContain(encodeURIComponent("年费又扣了"));
    for (const words of ["李秀英", "江南大道3588号", "502室"]) expect(sent).not.toContain(encodeURIComponent(words));
  });

  it("tells that the customer sent files, with a way to them on the desk, and puts none into Slack", async () => {
    const { world, slack } = office;
    await office.show(ref);
    const { conversation } = (await world.store.case(ref)) ?? { conversation: "" };
    const id = world.newId();
    const file = { name: "我的身份证.png", mime: "image/png", size: 4, bytes: new Uint8Array(4) };
    await world.store.addAttachment({ id, conversation, ...file, at: world.now() });
    await world.store.accept({
      id: world.newId(),
      conversation,
      channel: "web",
      externalId: "m-file",
      kind: "image",
      text: "",
      secretsRemoved: 0,
      attachments: [id],
      at: world.now(),
      turnDue: world.now(),
    });
    await office.show(ref);
    const [last] = (await slack.thread(office.cards, (await office.card(ref)).ts)).slice(-1);
    expect(JSON.stringify(last?.blocks)).toContain(
      `<https://bank.example/desk/cases/${ref}|1 个文件，在网页工作台打开>`,
    );
    expect(slack.calls.some(({ method }) => method.startsWith("files."))).toBe(false);
    expect(slack.calls.map(({ body }) => body.toString()).join("")).not.toContain(encodeURIComponent("我的身份证"));
  });

  it("says that a message waits since the channel's window is closed, and no more of it once it is out", async () => {
    const { world } = office;
    const row = await world.store.case(ref);
    if (!row) throw new Error("no case");
    const note = {
      id: world.newId(),
      case: row.key,
      at: world.now(),
      staff: { id: "fang-yi", name: "方毅" },
      text: "x",
    };
    const effect = { type: "deliver", key: "d-1", conversation: row.conversation, message: world.newId() } as const;
    await world.store.addCaseNote(note, [{ key: "d-1", destination: "customer", effect }]);
    await office.show(ref);
    const shown = async () => JSON.stringify((await office.card(ref)).blocks);
    // On its way: nothing to tell yet.
    expect(await shown()).not.toContain("还没有送达");
    const [item] = (await world.store.claim(world.now(), 1_000, 10)).filter((one) => one.destination === "customer");
    await world.store.hold(item?.id ?? 0, "2026-11-21T02:00:00.000Z", "window-closed");
    await office.desk.tick();
    expect(await shown()).toContain("1 条还没有送达：客户再来信之前");
    await world.store.succeed(item?.id ?? 0);
    await office.desk.tick();
    expect(await shown()).not.toContain("还没有送达");
    const updates = office.slack.calls.filter(({ method }) => method === "chat.update").length;
    await office.desk.tick();
    expect(office.slack.calls.filter(({ method }) => method === "chat.update")).toHaveLength(updates);
  });

  it("keeps one card with its present state, and tells each thing once and in order, whatever is repeated", async () => {
    const { world } = office;
    await Promise.all([office.show(ref), office.show(ref)]);
    const fang = person("fang-yi");
    granted(await world.desk.take(fang, ref));
    await office.show(ref);
    world.pass(1);
    granted(await world.desk.reply(fang, ref, { clientId: "reply-1", text: "您好，我来查。" }));
    world.pass(1);
    granted(await world.desk.note(fang, ref, { clientId: "note-1", text: "已联系运营，张伟在等" }));
    await office.show(ref);
    office.restart();
    await office.show(ref);
    const thread = await office.thread(ref);
    expect(thread).toHaveLength(4);
    expect(thread[1]).toContain("信用卡专员 小方 已受理");
    expect(thread[2]).toContain("您好，我来查。");
    expect(thread[3]).toContain("已联系运营，张*在等");
    expect(JSON.stringify((await office.card(ref)).blocks)).toContain("方毅");
  });

  it("waits while Slack is down and then appears once, in order", async () => {
    const { world, slack } = office;
    const fang = person("fang-yi");
    slack.trouble("", { kind: "down" }, 3);
    await expect(office.show(ref)).rejects.toMatchObject({ code: "slack.unavailable", retryable: true, away: true });
    granted(await world.desk.take(fang, ref));
    await expect(office.show(ref)).rejects.toMatchObject({ retryable: true });
    await expect(office.show(ref)).rejects.toMatchObject({ retryable: true });
    await office.show(ref);
    const thread = await office.thread(ref);
    expect(thread).toHaveLength(2);
    expect(thread[1]).toContain("已受理");
  });

  it("looks for a post whose answer was lost before it makes it again", async () => {
    const { slack } = office;
    slack.trouble("chat.postMessage", { kind: "answer-lost" });
    await expect(office.show(ref)).rejects.toMatchObject({ code: "slack.unavailable", retryable: true });
    office.restart();
    slack.trouble("chat.postMessage", { kind: "answer-lost" });
    await expect(office.show(ref)).rejects.toMatchObject({ retryable: true });
    await office.show(ref);
    expect(await office.thread(ref)).toHaveLength(1);
    expect(slack.calls.map((call) => call.method)).toContain("conversations.replies");
  });

  it("obeys Retry-After, and comes again later when it is long; a 500 waits", async () => {
    const { slack, waits } = office;
    slack.trouble("chat.postMessage", { kind: "status", status: 429, headers: { "Retry-After": "7" } });
    await office.show(ref);
    expect(waits).toContain(7_000);
    slack.trouble("chat.update", { kind: "status", status: 429, headers: { "Retry-After": "120" } });
    granted(await office.world.desk.take(person("fang-yi"), ref));
    await expect(office.show(ref)).rejects.toMatchObject({ code: "slack.rate-limited", retryable: true });
    slack.trouble("chat.update", { kind: "status", status: 500 });
    await expect(office.show(ref)).rejects.toMatchObject({ code: "slack.unavailable", retryable: true });
    await office.show(ref);
    expect(await office.thread(ref)).toHaveLength(2);
  });

  it("writes no faster than one message a second into a channel", async () => {
    const { world, slack } = office;
    await office.show(ref);
    const fang = person("fang-yi");
    granted(await world.desk.take(fang, ref));
    for (const n of [1, 2, 3]) granted(await world.desk.note(fang, ref, { clientId: `note-${n}`, text: `第${n}条` }));
    office.waits.length = 0;
    await office.show(ref);
    expect(slack.calls.filter((call) => call.method === "chat.postMessage")).toHaveLength(6);
    expect(office.waits).toEqual([1_000, 1_000, 1_000, 1_000]);
  });

  it("is confidential where a colleague is complained about, and takes back what was told before", async () => {
    const secret = await complain(office.world, {
      says: ["工号8016的小周骂人"],
      department: "consumer-protection",
      due: "2026-12-05",
      facts: [{ name: "staff", value: "小周", ...span("工号8016的小周") }],
    });
    await office.show(secret);
    const card = await office.card(secret, office.other);
    const shown = JSON.stringify([card, await office.slack.thread(office.other, card.ts)]);
    expect(shown).toContain("保密");
    for (const word of ["8016", "骂人", "小周"]) expect(shown).not.toContain(word);
  });

  it("of misconduct is in no channel that somebody accused reads, and no digest names it", async () => {
    const secret = await complain(office.world, {
      says: ["小方飞单，私下收钱"],
      department: "credit-card-centre",
      due: "2026-12-05",
      number: "C-SECRET",
      risks: [{ slug: "staff-misconduct", level: "P1", words: "飞单" }],
      facts: [{ name: "staff", value: "小方", ...span("小方飞单") }],
    });
    await office.show(secret);
    const shown = async () => JSON.stringify(await office.slack.messages(office.cards));
    expect(await shown()).not.toContain("C-SECRET");
    await office.show(ref);
    expect(await shown()).not.toContain("C-SECRET");
    const elsewhere = await complain(office.world, {
      says: ["何人飞单"],
      department: "retail",
      due: "2026-12-05",
      number: "C-NOBODY",
      risks: [{ slug: "staff-misconduct", level: "P1", words: "飞单" }],
    });
    await office.show(elsewhere);
    expect(JSON.stringify(await office.slack.messages(office.other))).toContain("C-NOBODY");
  });

  it("is taken out of Slack when the person is erased", async () => {
    const { world } = office;
    await office.show(ref);
    const row = await world.store.case(ref);
    await world.store.erasePerson((await world.store.personOf(row?.conversation ?? "")) ?? "", world.now());
    const told = async () => {
      for (const { id, effect } of await world.store.claim(world.now(), 1000, 100)) {
        if (effect.type === "tell-staff") await office.desk.surface.caseChanged(effect);
        await world.store.succeed(id);
      }
    };
    await told();
    const card = await office.card(ref);
    expect(JSON.stringify(card.blocks)).not.toContain("年费");
    expect(await office.thread(ref)).toEqual([]);
    // One that was never shown gets no card to say that it is gone.
    const unseen = await complain(world, {
      says: ["短信费"],
      department: "retail",
      due: "2026-12-05",
      number: "C-UNSEEN",
    });
    await world.store.erasePerson(
      (await world.store.personOf((await world.store.case(unseen))?.conversation ?? "")) ?? "",
      world.now(),
    );
    await told();
    expect(JSON.stringify(await office.slack.messages(office.other))).not.toContain("C-UNSEEN");
  });

  it("is posted anew when somebody removed the card by hand", async () => {
    await office.show(ref);
    const { ts } = await office.card(ref);
    await office.slack.call("chat.delete", { channel: office.cards, ts });
    granted(await office.world.desk.take(person("fang-yi"), ref));
    await office.show(ref);
    expect((await office.card(ref)).ts).not.toBe(ts);
    expect(await office.thread(ref)).toHaveLength(1);
  });

  it("tells nothing while somebody is in the channel who is not on the staff list", async () => {
    await office.show(ref);
    await office.strangerComes(office.cards);
    granted(await office.world.desk.take(person("fang-yi"), ref));
    office.world.pass(6);
    await office.show(ref);
    const card = await office.card(ref);
    const shown = JSON.stringify([card, await office.slack.thread(office.cards, card.ts)]);
    expect(shown).toContain("不在员工名单上");
    expect(shown).toContain("方毅");
    for (const word of ["年费", "300.00"]) expect(shown).not.toContain(word);
  });

  it("moves to the channel of the department it goes to, with its thread, and leaves no word behind", async () => {
    const { world } = office;
    await office.show(ref);
    const { ts } = await office.card(ref);
    granted(await world.desk.note(person("tang-ruolan"), ref, { clientId: "note-1", text: "请运营核实" }));
    await office.show(ref);
    await change(office, ref, (row) => ({ ...row, department: "operations" }), []);
    await office.show(ref);
    const moved = await office.card(ref, office.other);
    expect(JSON.stringify(moved.blocks)).toContain("300.00 元");
    expect(await office.thread(ref, office.other)).toEqual([
      expect.stringContaining("此前的对话"),
      expect.stringContaining("请运营核实"),
    ]);
    const left = await office.card(ref);
    expect(left.ts).toBe(ts);
    expect(JSON.stringify(left)).toContain("已转往其他部门");
    expect(JSON.stringify([left, await office.slack.thread(office.cards, ts)])).not.toContain("年费");
  });

  it("takes back what was told once it turns out to be about a colleague", async () => {
    await office.show(ref);
    const row = await office.world.store.case(ref);
    const fact = {
      name: "staff" as const,
      value: "小方",
      ...span("小方"),
      id: "f-9",
      message: "m",
      at: office.world.now(),
    };
    const learnt = {
      type: "fact-learnt" as const,
      matter: row?.matter ?? "",
      fact: { ...fact, confirmed: false, replacedBy: null },
    };
    await change(office, ref, (one) => one, [learnt]);
    await office.show(ref);
    const card = await office.card(ref);
    const shown = JSON.stringify([card, await office.slack.thread(office.cards, card.ts)]);
    expect(shown).toContain("保密");
    expect(shown).not.toContain("年费");
  });
});

/** What another part of the product would have committed. */
async function change({ world }: Office, ref: string, edit: (row: CaseRow) => CaseRow, events: Event[]): Promise<void> {
  const row = await world.store.case(ref);
  const loaded = row && (await world.store.load(row.conversation));
  if (!row || !loaded) throw new Error(`no case ${ref}`);
  const committed = await world.store.commit({
    conversation: row.conversation,
    expectVersion: loaded.version,
    at: world.now(),
    state: evolveAll(loaded.state, events),
    events,
    messages: [],
    withdraw: [],
    effects: [],
    clocks: [],
    records: [],
    cases: [edit(row)],
    phoneTails: [],
    consent: null,
    trace: null,
    audit: { actor: "system", action: "test", detail: {} },
  });
  if (!committed.ok) throw new Error("the change was not stored");
}
