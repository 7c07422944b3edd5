import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LivingOffice, openLivingOffice } from "./living-office.ts";
import { problemsSent } from "./office.ts";

describe("the life of a case in Slack", () => {
  let living: LivingOffice;
  let ref: string;
  let number: string;
  let conversation: string;
  beforeEach(async () => {
    living = await openLivingOffice();
    ({ ref, number, conversation } = await living.complaint("信用卡年费乱扣了我300元，我叫张伟，我要投诉，给我转人工"));
  });
  afterEach(async () => {
    const { office } = living;
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
    expect(office.failures).toEqual([]);
  });

  const shown = async (channel?: string) => JSON.stringify((await living.office.card(number, channel)).blocks);
  const life = async () => (await living.app.life.read(ref))?.state;
  const told = async (words: string) =>
    (await living.office.thread(number)).filter((line) => line.includes(words)).length;
  /** Presses a button, or chooses from the menu. */
  async function press(who: string, id: string) {
    const { office, app } = living;
    const card = await office.card(number);
    if (JSON.stringify(card.blocks).includes(`"case:${id}"`)) await office.press(who, card, `case:${id}`);
    else await office.choose(who, card, id);
    await app.deliver();
  }
  /** The form opened last, as Slack knows it. */
  const form = () => ({ ...living.office.lastView(), id: living.office.openedId() });
  /** The same form with what it says now. */
  const again = (body: unknown) => ({ ...viewIn(body), id: living.office.openedId() });
  /** Presses, fills the form and sends it. */
  async function does(who: string, id: string, values: Record<string, string> = {}) {
    await press(who, id);
    const answer = await living.office.send(who, form(), values);
    await living.app.deliver();
    return answer.body;
  }
  const take = () => press("fang-yi", "take");

  it("shows stage, grade and its reason, and offers what may be done at this stage", async () => {
    expect(await shown()).toMatch(/已登记，待分派 Registered/);
    expect(await shown()).toContain("普通 Ordinary");
    expect(await shown()).toContain("本行投诉管理规定");
    expect(await shown()).not.toContain("case:propose");
    await take();
    expect(await shown()).toMatch(/已受理 Accepted/);
    for (const id of ["ask-facts", "propose", "offer-transfer", "return", "escalate"])
      expect(await shown()).toContain(`"case:${id}"`);
  });

  it("asks the customer for what was ticked, what is missing standing first, and gets it back to the same person", async () => {
    await take();
    await press("fang-yi", "ask-facts");
    const view = form();
    const [ticks] = view.blocks.filter((block) => block.type === "input");
    expect(JSON.stringify(ticks)).toContain("发生时间");
    expect(JSON.stringify(ticks)).not.toContain('"amount"');
    const nothing = await living.office.send("fang-yi", view, {});
    expect(nothing.body).toMatchObject({
      response_action: "errors",
      errors: { facts: expect.stringContaining("请填对") },
    });
    expect((await living.office.send("fang-yi", view, { facts: "occurred" })).body).toBeNull();
    await living.app.deliver();
    expect(await shown()).toContain("等客户：发生时间");
    expect((await living.heard(conversation)).at(-1)).toMatch(/什么时候|哪天|时间/);
    await living.app.says(conversation, "11月3日下午");
    expect(await shown()).not.toContain("等客户");
    expect((await life())?.owner?.id).toBe("fang-yi");
    expect(await told("开始等待：发生时间")).toBe(1);
    expect(await told("等待结束")).toBe(1);
  });

  it("gets exactly what was asked for, and the bot then asks nothing of its own", async () => {
    await take();
    await press("fang-yi", "ask-facts");
    await living.office.send("fang-yi", form(), { facts: "occurred,phone" });
    await living.app.deliver();
    const before = (await living.heard(conversation)).length;
    const since = async () => (await living.heard(conversation)).slice(before).join("\n");
    await living.app.says(conversation, "11月3日下午");
    expect(await since()).toMatch(/电话|手机|联系|个人信息/);
    for (const text of ["可以", "13800138000"])
      if (await shown().then((card) => card.includes("等客户"))) await living.app.says(conversation, text);
    expect(await shown()).not.toContain("等客户");
    const given = await since();
    await living.app.says(conversation, "好的，谢谢");
    const after = (await since()).slice(given.length);
    expect(given.split("\n").at(-1)).not.toMatch(/[？?]/);
    expect(after).not.toMatch(/哪天|怎么称呼|哪张卡|尾号|希望怎么/);
    const state = await living.app.state(conversation);
    expect(state.stage).toBe("following-up");
    expect((await life())?.owner?.id).toBe("fang-yi");
  });

  it("is offered to a colleague of the list, who is called by name and accepts or refuses with a reason", async () => {
    await take();
    await press("fang-yi", "offer-transfer");
    expect(JSON.stringify(living.office.lastView())).toContain("唐若兰 · 在办 0");
    expect(JSON.stringify(living.office.lastView())).not.toContain("方毅 · 在办");
    await living.office.send("fang-yi", form(), { to: "tang-ruolan", reason: "我明天休假" });
    await living.app.deliver();
    expect(await shown()).toContain("方毅 → 唐若兰，等对方答复");
    const calls = (await living.office.thread(number)).find((line) => line.includes("提出转办")) ?? "";
    expect(calls).toContain(`<@${living.office.slack.user("tang-ruolan")}>`);
    await press("fang-yi", "accept-transfer");
    expect(living.office.whispered().text).toBe("这一步不由您来做。");
    await does("tang-ruolan", "refuse-transfer", { reason: "我也休假" });
    expect((await life())?.owner?.id).toBe("fang-yi");
    expect(await told("转办未被接受：我也休假")).toBe(1);
    await does("fang-yi", "offer-transfer", { to: "tang-ruolan", reason: "请务必接手" });
    await press("tang-ruolan", "accept-transfer");
    expect(JSON.stringify(living.office.lastView())).toContain("请务必接手");
    expect((await living.office.send("tang-ruolan", form(), {})).body).toBeNull();
    await living.app.deliver();
    expect((await life())?.owner?.id).toBe("tang-ruolan");
    expect(await shown()).toContain("唐若兰");
  });

  it("is offered by the office to another department, whose colleague says yes from the home tab", async () => {
    const { office } = living;
    await take();
    await does("meng-qi", "offer-transfer", { to: "zhou-ning", reason: "网点的事" });
    await office.pressHome("zhou-ning", "home:refresh");
    const home = JSON.stringify(office.lastView("views.publish"));
    expect(home).toMatch(/转给我，等我答复 · 1[\s\S]*case:accept-transfer/);
    await office.pressHome("fang-yi", "home:refresh");
    expect(JSON.stringify(office.lastView("views.publish"))).not.toContain("等我答复");
    await office.pressHome("zhou-ning", "case:accept-transfer", ref);
    expect(JSON.stringify(office.lastView())).toContain("网点的事");
    expect((await office.send("zhou-ning", form(), {})).body).toBeNull();
    await living.app.deliver();
    expect((await life())?.owner?.id).toBe("zhou-ning");
    await office.pressHome("zhou-ning", "home:refresh");
    expect(JSON.stringify(office.lastView("views.publish"))).not.toContain("等我答复");
  });

  it("goes back to the office with a reason, and its card goes along", async () => {
    await take();
    expect(await does("fang-yi", "return", { reason: "  " })).toMatchObject({ errors: { reason: "请填对“原因”。" } });
    expect(await does("fang-yi", "return", { reason: "张伟的卡是借记卡" })).toBeNull();
    expect((await life())?.department).toBe("consumer-protection");
    expect(await shown(living.office.cards)).toContain("已转往其他部门");
    const card = await living.office.card(number, living.office.other);
    expect(JSON.stringify(card.blocks)).toContain("消保办");
    const thread = (await living.office.thread(number, living.office.other)).join("\n");
    expect(thread).toContain("卡是借记卡");
    expect(thread).not.toContain("张伟");
  });

  it("is proposed with a warning of what it promises, passed by two people, and answered by the customer", async () => {
    await take();
    await press("fang-yi", "investigate");
    expect(await shown()).toContain("核查中");
    const text = "退还年费，另补偿8000元。";
    expect(await does("fang-yi", "propose", { text, amount: "很多" })).toMatchObject({
      errors: { amount: expect.stringContaining("金额") },
    });
    const warned = await does("fang-yi", "propose", { text, amount: "8000" });
    expect(JSON.stringify(warned)).toContain("还没有发出");
    const warnedView = again(warned);
    expect((await living.office.send("fang-yi", warnedView, { text, amount: "8000" })).body).toBeNull();
    await living.app.deliver();
    expect(await shown()).toMatch(/方案待审批 0\/2[\s\S]*8,000.00 元[\s\S]*另补偿8000元/);
    await press("fang-yi", "pass-proposal");
    expect(living.office.whispered().text).toBe("这一步不由您来做。");
    await press("meng-qi", "pass-proposal");
    expect(JSON.stringify(living.office.lastView())).toMatch(
      /8,000.00 元）：退还年费，另补偿8000元。[\s\S]*须 2 人审批/,
    );
    await living.office.send("meng-qi", form(), {});
    await living.app.deliver();
    expect(await shown()).toContain("方案待审批 1/2（孟琪 已通过）");
    expect(await living.heard(conversation)).not.toContain(text);
    expect(await does("meng-qi", "pass-proposal")).toMatchObject({
      view: { blocks: [{ text: { text: "您已经审批过。" } }] },
    });
    await does("luo-hai", "pass-proposal");
    expect((await living.heard(conversation)).filter((one) => one === text)).toHaveLength(1);
    expect(await shown()).toContain("等客户对方案答复");
    await living.app.says(conversation, "接受");
    expect(await shown()).toContain("客户接受方案");
    expect(await told("客户 · 客户接受方案")).toBe(1);
  });

  it("sends a proposal back with a reason, and nothing of it reaches the customer", async () => {
    await take();
    const text = "退还年费300元，另补偿8000元。";
    const warnedView = again(await does("fang-yi", "propose", { text, amount: "8300" }));
    await living.office.send("fang-yi", warnedView, { text, amount: "8300" });
    await living.app.deliver();
    expect(await does("meng-qi", "send-back-proposal", { reason: "补偿没有依据" })).toBeNull();
    expect((await life())?.proposals.at(-1)?.status).toBe("sent-back");
    expect(await told("方案退回：补偿没有依据")).toBe(1);
    expect((await living.heard(conversation)).join("\n")).not.toContain("8000");
  });

  it("is escalated, graded, extended by two people, and waits and goes on, each told once", async () => {
    await take();
    await does("fang-yi", "escalate", { reason: "客户要去媒体" });
    await does("fang-yi", "grade", { grade: "major", reason: "涉及多人" });
    expect(await shown()).toMatch(/重大 Major[\s\S]*涉及多人/);
    const until = "2026-11-30T04:00:00.000Z";
    await does("fang-yi", "wait", { whom: "third-party", reason: "outside-body", until });
    expect((await life())?.waits.at(-1)?.until).toBe(until);
    expect(await shown()).toContain("等第三方：外部单位回复（至 2026-11-30 11:59）");
    await press("fang-yi", "end-wait");
    expect(await shown()).not.toContain("等第三方");
    const due = (await life())?.due ?? "";
    expect(await does("fang-yi", "ask-extension", { to: due, reason: "等外部单位" })).toMatchObject({
      errors: { to: "日期不对：须在今天之后。" },
    });
    await does("fang-yi", "ask-extension", { to: "2026-12-20", reason: "等外部单位" });
    expect(await shown()).toContain("申请延期至 2026-12-20，待批准");
    await does("meng-qi", "grant-extension");
    expect(await shown()).toContain("2026-12-20");
    for (const words of [
      "升级：客户要去媒体",
      "调整等级：重大；涉及多人",
      "申请延期：2026-12-20；等外部单位",
      "批准延期",
    ])
      expect(await told(words)).toBe(1);
  });

  it("gets a clock for what a reply promises, and nothing is sent with a day that is over", async () => {
    await take();
    await press("fang-yi", "reply");
    const words = { text: "一定在本周五下午前把核查结果告诉您。" };
    const late = { ...words, keepBy: "2026-11-20T08:00:00.000Z" };
    const first = await living.office.send("fang-yi", form(), late);
    expect(JSON.stringify(first.body)).toContain("承诺");
    const refused = await living.office.send("fang-yi", again(first.body), late);
    expect(refused.body).toMatchObject({ errors: { keepBy: expect.stringContaining("还没有发出") } });
    expect((await living.heard(conversation)).join("")).not.toContain(words.text);
    const given = { ...words, keepBy: "2026-11-27T08:00:00.000Z" };
    const shownAgain = await living.office.send("fang-yi", again(first.body), given);
    await living.office.send("fang-yi", again(shownAgain.body), given);
    await living.office.send("fang-yi", again(shownAgain.body), given);
    await living.app.deliver();
    expect((await living.heard(conversation)).filter((text) => text.includes(words.text))).toHaveLength(1);
    expect((await life())?.promises).toMatchObject([{ words: words.text, until: given.keepBy, keptAt: null }]);
    await living.app.minutesPass(5 * 24 * 60);
    await living.app.deliver();
    expect(await told(words.text.slice(0, 8))).toBeGreaterThan(0);
  });

  it("is decided with all its parts, told, and called back", async () => {
    await take();
    await press("fang-yi", "decide");
    expect(JSON.stringify(living.office.lastView())).toContain("initial_value");
    const parts = {
      outcome: "upheld",
      findings: "年费确系误收。",
      text: "予以减免。",
      grounds: "领用合约第五条。",
      remedies: "可申请核查。",
      amount: "",
    };
    const first = await living.office.send("fang-yi", form(), parts);
    if (first.body !== null) await living.office.send("fang-yi", again(first.body), parts);
    await living.app.deliver();
    expect((await living.heard(conversation)).join("\n")).toContain("领用合约第五条。");
    expect(await shown()).toContain("已办结 Closed");
    await does("fang-yi", "call-back", { satisfied: "true", solved: "5", manner: "5" });
    expect((await life())?.satisfied).toBe(true);
    expect(await told("回访：满意")).toBe(1);
  });

  it("refuses with the desk's own words: an auditor, another department, a card out of date", async () => {
    await take();
    await press("xu-jing", "escalate");
    expect(living.office.whispered().text).toBe("您的岗位没有这项权限。");
    await press("zhou-ning", "escalate");
    expect(living.office.whispered().text).toBe("这个案件由其他部门负责。");
    const old = await living.office.card(number);
    await does("fang-yi", "ask-facts", { facts: "occurred" });
    await living.office.press("fang-yi", old, "case:propose");
    expect(living.office.whispered().text).toBe("案件现在这一步不能这样做。");
  });

  it("tells after an hour without Slack what happened meanwhile, once and in order", async () => {
    await take();
    const { office, app } = living;
    office.slack.trouble("", { kind: "down" }, 10_000);
    const fang = office.world.person("fang-yi");
    const { desk } = office.world;
    await desk.step(fang, ref, { clientId: "one", step: { type: "investigate" } });
    await desk.step(fang, ref, { clientId: "two", step: { type: "escalate", reason: "客户要去媒体" } });
    await desk.step(fang, ref, { clientId: "three", step: { type: "grade", grade: "major", reason: "涉及多人" } });
    for (let minutes = 0; minutes < 60; minutes += 5) await app.minutesPass(5);
    expect(await app.store.deadLetters()).toEqual([]);
    office.slack.recover();
    await app.minutesPass(1);
    const thread = (await office.thread(number)).filter((line) => /开始核查|升级|调整等级/.test(line));
    expect(thread).toHaveLength(3);
    expect(thread.join("\n")).toMatch(/开始核查[\s\S]*升级：客户要去媒体[\s\S]*调整等级/);
    expect(await shown()).toContain("重大 Major");
  });

  it("is sealed from the moment somebody of the staff is named in it", async () => {
    await take();
    await does("meng-qi", "recuse", { staff: "fang-yi", reason: "客户说就是方毅办的" });
    expect(await shown()).toContain("保密");
    expect(await shown()).not.toContain("年费");
    expect((await living.office.thread(number)).join("\n")).not.toContain("方毅办的");
  });
});

function viewIn(body: unknown) {
  if (typeof body !== "object" || body === null || !("view" in body))
    throw new Error(`no view in ${JSON.stringify(body)}`);
  const view: { blocks: []; private_metadata: string; callback_id: string } = JSON.parse(JSON.stringify(body.view));
  return view;
}
