import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { complain } from "../../desk/complaints.ts";
import { granted } from "../../desk/outcomes.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

describe("work on a case in Slack", () => {
  let office: Office;
  let ref: string;
  beforeEach(async () => {
    office = await openOffice();
    ref = await complain(office.world, {
      says: ["年费说好免的，今年又扣了300元"],
      department: "credit-card-centre",
      due: "2026-12-05",
      business: "credit-card",
      reason: "pricing",
    });
    await office.show(ref);
  });
  afterEach(async () => {
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
    expect(office.failures).toEqual([]);
  });
  const said = async () => {
    const row = await office.world.store.case(ref);
    return office.world.store.messages(row?.conversation ?? "", { after: 0, limit: 50 });
  };
  const notes = async () => {
    const row = await office.world.store.case(ref);
    return (await office.world.store.caseNotes(row?.key ?? "")).map((note) => note.text);
  };
  const took = async (who = "fang-yi") => {
    await office.press(who, await office.card(ref), "case:take");
    return office.card(ref);
  };

  it("is taken by the first who presses; the loser is told who has it, alone", async () => {
    const card = await office.card(ref);
    const answers = await Promise.all([
      office.press("fang-yi", card, "case:take"),
      office.press("tang-ruolan", card, "case:take"),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const owner = (await office.world.store.case(ref))?.owner?.id;
    const [loser, winner] = owner === "fang-yi" ? ["tang-ruolan", "方毅"] : ["fang-yi", "唐若兰"];
    expect(office.whispered()).toMatchObject({ user: office.slack.user(loser), text: `已由${winner}受理。` });
    expect(JSON.stringify((await office.card(ref)).blocks)).toContain(winner);
  });

  it("shows nothing to and does nothing for a Slack user who is not on the staff list", async () => {
    const card = await office.card(ref);
    await office.strangerComes(office.cards);
    await office.press("stranger", card, "case:take");
    expect(office.whispered().text).toMatch(/没有登记[\s\S]*not on the staff list/);
    await office.press("stranger", card, "case:note");
    await office.write("stranger", card, "我来看看");
    await office.pressHome("stranger", "home:refresh");
    expect(office.lastView().blocks).toHaveLength(1);
    expect((await office.world.store.case(ref))?.owner).toBeNull();
    expect(await notes()).toEqual([]);
    const opened = { type: "app_home_opened", user: office.slack.user("stranger"), tab: "home" };
    await office.post({ type: "event_callback", event_id: "Ev1", team_id: "T1", event: opened });
    await office.desk.idle();
    expect(JSON.stringify(office.lastView("views.publish"))).toContain("not on the staff list");
    expect(JSON.stringify(office.lastView("views.publish"))).not.toContain(ref);
  });

  it("is refused with the desk's own words: another department, an auditor", async () => {
    const card = await office.card(ref);
    await office.press("zhou-ning", card, "case:take");
    expect(office.whispered().text).toBe("这个案件由其他部门负责。");
    await office.press("xu-jing", card, "case:take");
    expect(office.whispered().text).toBe("您的岗位没有这项权限。");
  });

  it("sends a reply only after it was shown as the customer will see it", async () => {
    const card = await took();
    await office.press("fang-yi", card, "case:reply");
    const form = office.lastView();
    expect(JSON.stringify(form)).toContain("客户使用简体中文");
    const shown = await office.send("fang-yi", form, { text: "您好，我正在查这笔年费。" });
    expect(JSON.stringify(shown.body)).toMatch(/客户将看到[\s\S]*信用卡专员 小方[\s\S]*> 您好，我正在查这笔年费。/);
    expect(await said()).toHaveLength(2);
    const preview = { id: form.id, ...viewIn(shown.body) };
    expect(await office.send("fang-yi", preview, { text: "您好，我正在查这笔年费。" })).toEqual({
      status: 200,
      body: null,
    });
    expect((await said()).at(-1)).toMatchObject({ text: "您好，我正在查这笔年费。", author: { id: "fang-yi" } });
    // Pressed twice: Slack delivers both.
    await office.send("fang-yi", preview, { text: "您好，我正在查这笔年费。" });
    expect(await said()).toHaveLength(3);
    expect((await office.thread(ref)).filter((text) => text.includes("我正在查这笔年费"))).toHaveLength(1);
  });

  it("warns of a promise, shows changed words again, and refuses what goes beyond the person's authority", async () => {
    const card = await took();
    await office.press("fang-yi", card, "case:reply");
    const form = office.lastView();
    const warned = await office.send("fang-yi", form, { text: "一定在3天内退给您。" });
    expect(JSON.stringify(warned.body)).toContain("承诺");
    const next = { id: form.id, ...viewIn(warned.body) };
    const changed = await office.send("fang-yi", next, { text: "保证在2天内退给您。" });
    expect(JSON.stringify(changed.body)).toContain("保证在2天内退给您");
    expect(await said()).toHaveLength(2);
    const last = { id: form.id, ...viewIn(changed.body) };
    expect((await office.send("fang-yi", last, { text: "保证在2天内退给您。" })).body).toBeNull();
    expect((await said()).at(-1)?.text).toBe("保证在2天内退给您。");
    await office.press("fang-yi", await office.card(ref), "case:reply");
    const refused = await office.send("fang-yi", office.lastView(), { text: "我给您补偿99999元。" });
    expect(refused.body).toMatchObject({
      response_action: "errors",
      errors: { text: expect.stringMatching(/单件最多 200 元.*要由委员会决定/u) },
    });
    const smaller = await office.send("fang-yi", office.lastView(), { text: "我给您补偿800元。" });
    expect(smaller.body).toMatchObject({ errors: { text: expect.stringMatching(/要组长或以上决定/u) } });
  });

  it("keeps what is written in the thread as an internal note, once, however often Slack sends it", async () => {
    const card = await took();
    const first = await office.write("tang-ruolan", card, "客户是老客户 &amp; 很急");
    expect(first.status).toBe(200);
    const [{ ts } = { ts: "" }] = (await office.slack.thread(office.cards, card.ts)).slice(-1);
    await office.write("tang-ruolan", card, "客户是老客户 &amp; 很急", { ts });
    office.restart();
    await office.write("tang-ruolan", card, "客户是老客户 &amp; 很急", { ts, event_ts: ts });
    await office.write("tang-ruolan", card, "机器人的", { bot_id: "B1" });
    await office.write("tang-ruolan", card, "改过的", { subtype: "message_changed" });
    expect(await notes()).toEqual(["客户是老客户 & 很急"]);
    await office.show(ref);
    // The three as written, and nothing told a second time.
    expect((await office.thread(ref)).filter((text) => text.includes("很急"))).toHaveLength(3);
    expect(await said()).toHaveLength(2);
  });

  it("sends the thread to the customer while somebody is live, but for what begins with //", async () => {
    const card = await took();
    await office.press("tang-ruolan", card, "case:live");
    expect(office.whispered().text).toContain("方毅");
    await office.press("fang-yi", card, "case:live");
    const live = await office.card(ref);
    expect(JSON.stringify(live.blocks)).toContain("LIVE: WHAT 方毅 WRITES IN THE THREAD GOES TO THE CUSTOMER");
    office.restart();
    await office.write("fang-yi", live, "您好，我在。");
    await office.write("fang-yi", live, "// 先别退款");
    await office.write("tang-ruolan", live, "我来帮你查");
    expect((await said()).map((message) => message.text).slice(2)).toEqual(["您好，我在。"]);
    expect(await notes()).toEqual(["先别退款", "我来帮你查"]);
    await office.show(ref);
    expect((await office.thread(ref)).filter((text) => text.includes("您好，我在"))).toEqual(["您好，我在。"]);
    const marks = office.slack.calls.filter((call) => call.method === "reactions.add");
    expect(marks.map((call) => call.body.get("name"))).toEqual(expect.arrayContaining(["white_check_mark", "memo"]));
  });

  it("asks again before a promise goes out live, and ends live by itself after idle", async () => {
    const card = await took();
    await office.press("fang-yi", card, "case:live");
    await office.write("fang-yi", card, "一定在3天内退给您。");
    expect(await said()).toHaveLength(2);
    expect(office.whispered().blocks).toContain("live:send");
    office.world.pass(11);
    await office.write("fang-yi", card, "还在吗");
    expect(await notes()).toEqual(["还在吗"]);
    await office.desk.tick();
    expect(JSON.stringify((await office.card(ref)).blocks)).not.toContain("LIVE");
  });

  it("is handed back and resolved with all parts of the notice, or told what is missing", async () => {
    const card = await took();
    await office.press("fang-yi", card, "case:hand-back");
    expect(JSON.stringify((await office.card(ref)).blocks)).toContain("机器人 the bot");
    await office.press("fang-yi", await office.card(ref), "case:resolve");
    const form = office.lastView();
    const fields = form.blocks.flatMap((block) => (block.type === "input" && block.block_id ? [block.block_id] : []));
    const missing = await office.send("fang-yi", form, { "part:decision": "已退。" });
    expect(missing.body).toMatchObject({ response_action: "errors" });
    const parts = Object.fromEntries(fields.map((field) => [field, "经核查，年费应予减免。"]));
    expect((await office.send("fang-yi", form, parts)).body).toBeNull();
    expect((await office.world.store.case(ref))?.status).toBe("resolved");
    const closed = await office.card(ref);
    expect(JSON.stringify(closed.blocks)).toContain("已办结");
    expect(JSON.stringify(closed.blocks)).not.toContain("case:take");
  });

  it("reveals nothing in Slack: the button leads to the web desk", async () => {
    const card = await office.card(ref);
    expect(JSON.stringify(card.blocks)).toContain(`https://bank.example/desk/cases/${ref}`);
    const before = office.slack.calls.length;
    await office.press("tang-ruolan", card, "case:reveal");
    expect(office.slack.calls.slice(before)).toEqual([]);
  });

  it("brings files to the customer from the live thread after the checks, and refuses what is no picture or PDF", async () => {
    const card = await took();
    await office.press("fang-yi", card, "case:live");
    const file = async (name: string, bytes: Buffer) => [
      { name, url_private_download: await office.upload(name, bytes) },
    ];
    const picture = await file("年费说明.png", PNG);
    await office.write("fang-yi", card, "请看说明", { subtype: "file_share", files: picture });
    expect((await said()).at(-1)).toMatchObject({ text: "请看说明", attachments: [expect.any(String)] });
    const script = await file("a.png", Buffer.from("#!/bin/sh"));
    await office.write("fang-yi", card, "这个呢", { subtype: "file_share", files: script });
    expect(office.whispered().text).toContain("只能发送");
    expect(await said()).toHaveLength(3);
    const foreign = [{ name: "a.png", url_private_download: "http://127.0.0.2:9/a.png" }];
    const answer = await office.write("fang-yi", card, "x", { subtype: "file_share", files: foreign });
    expect(answer.status).toBe(200);
    expect(office.whispered().text).toContain("was not handled");
    expect(office.failures.splice(0)).toMatchObject([{ error: { code: "slack.foreign-file" } }]);
    await office.write("tang-ruolan", card, "内部材料", { subtype: "file_share", files: picture });
    expect(office.whispered().text).toContain("内部备注只有文字");
    expect(await notes()).toEqual(["内部材料"]);
  });

  it("warns who writes under a confidential card that everybody in the channel reads it, and offers no live talk", async () => {
    const { world } = office;
    const secret = await complain(world, {
      says: ["柜台小乔骂人"],
      department: "credit-card-centre",
      due: "2026-12-05",
      facts: [{ name: "staff", value: "小乔", text: "小乔", start: 0, end: 2 }],
    });
    await office.show(secret);
    await office.press("fang-yi", await office.card(secret), "case:take");
    const card = await office.card(secret);
    expect(JSON.stringify(card.blocks)).not.toContain("case:live");
    await office.write("fang-yi", card, "已约谈");
    expect(office.whispered().text).toContain("保密案件");
    const row = await world.store.case(secret);
    expect(await world.store.caseNotes(row?.key ?? "")).toHaveLength(1);
  });

  it("speaks to each in their own language, and says so when a reply is in another than the customer's", async () => {
    const { world } = office;
    world.person("tang-ruolan", { slackId: office.slack.user("tang-ruolan"), languages: ["en", "zh"] });
    const card = await took("tang-ruolan");
    await office.press("tang-ruolan", card, "case:reply");
    const form = office.lastView();
    expect(JSON.stringify(form)).toMatch(/The customer writes Chinese[\s\S]*To the customer/);
    const shown = await office.send("tang-ruolan", form, { text: "We are looking into it." });
    expect(JSON.stringify(shown.body)).toContain("⚠️ The customer writes Chinese (simplified).");
    await office.press("fang-yi", await office.card(ref), "case:reply");
    expect(office.whispered().text).toBe("这个案件由唐若兰受理。");
  });

  it("a home tab of a day with far too much keeps Slack's limits, and says how many more there are", async () => {
    const words = "他们&<>😡".repeat(500);
    for (let n = 0; n < 12; n += 1)
      await complain(office.world, {
        says: [words],
        department: "credit-card-centre",
        due: n % 2 === 0 ? "2026-11-18" : "2026-11-20",
        risks: [{ slug: "unauthorised-transaction", level: "P0", words: "盗刷" }],
      });
    await office.pressHome("fang-yi", "home:refresh");
    const home = JSON.stringify(office.lastView("views.publish"));
    expect(home).toMatch(/风险警报，无人受理 · 12[\s\S]*另有 4 件，见网页工作台/);
  });

  it("lists in the home tab what is mine, due, overdue, unclaimed and dangerous, and finds by number", async () => {
    const { world } = office;
    await took();
    const late = await complain(world, { says: ["ATM吞卡"], department: "credit-card-centre", due: "2026-11-18" });
    const risky = await complain(world, {
      says: ["卡被盗刷"],
      department: "credit-card-centre",
      due: "2026-11-20",
      risks: [{ slug: "unauthorised-transaction", level: "P0", words: "盗刷" }],
    });
    const opened = { type: "app_home_opened", user: office.slack.user("fang-yi"), tab: "home" };
    await office.post({ type: "event_callback", event_id: "Ev9", team_id: "T1", event: opened });
    await office.desk.idle();
    const home = JSON.stringify(office.lastView("views.publish"));
    expect(home).toMatch(
      /风险警报，无人受理 · 1[\s\S]*已超期 · 1[\s\S]*今天到期 · 1[\s\S]*我的案件 · 1[\s\S]*无人受理 · 2/,
    );
    for (const number of [ref, late, risky]) expect(home).toContain(number);
    await office.pressHome("fang-yi", "home:search", late);
    const found = JSON.stringify(office.lastView("views.publish"));
    expect(found).toContain(late);
    expect(found).not.toContain(`|${ref}>`);
    granted(await world.desk.list(world.person("fang-yi"), { view: "open" }));
  });
});

function viewIn(body: unknown) {
  if (typeof body !== "object" || body === null || !("view" in body))
    throw new Error(`no view in ${JSON.stringify(body)}`);
  const view: { blocks: []; private_metadata: string; callback_id: string } = JSON.parse(JSON.stringify(body.view));
  return view;
}
