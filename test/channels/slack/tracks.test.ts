/** Suggestions, praise and reports in Slack: a card each, where everybody who reads the channel may see it on the desk. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LivingOffice, openLivingOffice } from "./living-office.ts";
import { PEOPLE, problemsSent } from "./office.ts";

const SUGGESTION = "建议你们手机银行加一个大字版，老人看着方便";
const REPORT = "我要举报城东支行的员工私下收客户的钱，帮人办贷款收好处费";

let living: LivingOffice;
const open = async (setting: (apart: string) => Record<string, string>) => {
  living = await openLivingOffice(setting);
};
afterEach(async () => {
  const problems = problemsSent(living.office);
  const failures = living.office.failures.map(({ what }) => what);
  await living.office.close();
  expect(problems).toEqual([]);
  expect(failures).toEqual([]);
});

async function writes(text: string): Promise<{ conversation: string; record: string }> {
  const { app } = living;
  const conversation = await app.open();
  await app.says(conversation, text);
  const [note] = (await app.state(conversation)).notes;
  if (!note) throw new Error(`taken for something else: ${text}`);
  await living.office.desk.tick();
  return { conversation, record: note.record };
}
const cards = () => living.office.slack.messages(living.office.apart);
async function card() {
  const [only, ...more] = await cards();
  if (!only || more.length > 0) throw new Error("one card was expected");
  return { ...only, channel: living.office.apart };
}
const leaves = async (...people: string[]) => {
  const { slack, apart } = living.office;
  for (const id of people) await slack.call("conversations.kick", { channel: apart, user: slack.user(id) });
};
const comes = (id: string) => {
  const { slack, apart } = living.office;
  return slack.call("conversations.invite", { channel: apart, users: slack.user(id) });
};
/** Until the readers of the channel are asked for anew. */
const later = async () => {
  await living.app.minutesPass(6);
  await living.office.desk.tick();
};
const AGENTS = ["fang-yi", "zhou-ning"];

describe("without a channel of its own", () => {
  it("none of them is told in Slack", async () => {
    await open(() => ({}));
    await writes(SUGGESTION);
    await writes(REPORT);
    for (const channel of [living.office.cards, living.office.other, living.office.duty, living.office.apart])
      expect(await living.office.slack.messages(channel)).toEqual([]);
  });
});

describe("a suggestion", () => {
  beforeEach(async () => {
    await open((apart) => ({ SLACK_OTHER_CHANNELS: `suggestion=${apart}` }));
    await leaves(...AGENTS);
  });

  it("is read, forwarded, answered and done with from its card, and the customer reads the answer", async () => {
    const { office } = living;
    const { record, conversation } = await writes(SUGGESTION);
    expect((await card()).text).toMatch(
      new RegExp(`^${record} · 建议 Suggestion\n已收到 Received · .*2026-12-08`, "u"),
    );
    expect(JSON.stringify((await card()).blocks)).toContain("大字版");
    await office.press("meng-qi", await card(), "track:read");
    expect(JSON.stringify(office.lastView())).toContain("老人看着方便");
    expect((await card()).text).toContain("已阅 Read");
    await office.press("meng-qi", await card(), "track:forward");
    await office.send("meng-qi", office.lastView(), { department: "digital-banking" });
    expect(JSON.stringify((await card()).blocks)).toMatch(/已转部门 Forwarded · .+ · 转给 to 电子银行/u);
    await office.press("tang-ruolan", await card(), "track:answer");
    const refused = await office.send("tang-ruolan", office.lastView(), { text: " " });
    expect(refused.body).toMatchObject({ response_action: "errors", errors: { text: expect.any(String) } });
    await office.send("tang-ruolan", office.lastView(), { text: "谢谢您，大字版已列入明年的计划。" });
    expect(await living.heard(conversation)).toContain("谢谢您，大字版已列入明年的计划。");
    expect(JSON.stringify((await card()).blocks)).not.toContain("track:answer");
    await office.press("meng-qi", await card(), "track:finish");
    expect((await card()).text).toContain("已办完 Done");
    expect(JSON.stringify((await card()).blocks)).not.toContain("track:finish");
    const { steps } = await living.app.store.track(record);
    expect(steps.map(({ type, by }) => [type, by])).toEqual([
      ["read", "meng-qi"],
      ["forward", "meng-qi"],
      ["read", "tang-ruolan"],
      ["answer", "tang-ruolan"],
      ["finish", "meng-qi"],
    ]);
  });

  it("done on the web desk is done on the card, and a restart or an outage in between posts nothing twice", async () => {
    const { office, app } = living;
    office.slack.trouble("chat.postMessage", { kind: "down" }, 1);
    const { record } = await writes(SUGGESTION);
    expect(await cards()).toEqual([]);
    expect(office.failures.splice(0).map(({ what }) => what)).toEqual(["tracks"]);
    await office.desk.tick();
    const [out] = await cards();
    office.restart();
    await office.desk.tick();
    expect((await card()).ts).toBe(out?.ts);
    const tracks = office.world.desk.tracks;
    await tracks?.track(office.world.person("meng-qi"), record);
    await tracks?.trackStep(office.world.person("meng-qi"), record, { type: "finish" });
    await app.minutesPass(1);
    await office.desk.tick();
    expect((await card()).text).toContain("已办完 Done");
  });

  it("is taken away when somebody comes in who may not see it on the desk, and comes back when they are gone", async () => {
    const { office } = living;
    const { record } = await writes(SUGGESTION);
    await comes("fang-yi");
    await later();
    expect(await cards()).toEqual([]);
    await leaves("fang-yi");
    await later();
    expect((await card()).text).toContain(record);
    await office.strangerComes(office.apart);
    await later();
    expect(await cards()).toEqual([]);
  });

  it("pressed by somebody who may only read it is refused in the desk's words, and changes nothing", async () => {
    const { office } = living;
    const { record } = await writes(SUGGESTION);
    await office.press("xu-jing", await card(), "track:finish");
    expect(office.whispered()).toMatchObject({
      user: office.slack.user("xu-jing"),
      text: expect.stringMatching(/权|不能/u),
    });
    // Somebody who came in a moment ago, while the card is still there.
    await comes("fang-yi");
    await office.press("fang-yi", await card(), "track:read");
    expect(office.whispered().user).toBe(office.slack.user("fang-yi"));
    expect((await living.app.store.track(record)).steps).toEqual([]);
  });
});

describe("a report", () => {
  const OTHERS = PEOPLE.filter((id) => id !== "luo-hai" && id !== "xu-jing");
  beforeEach(() => open((apart) => ({ SLACK_OTHER_CHANNELS: `report=${apart}` })));

  it("is not told while anybody outside its roles reads the channel, and then without a word of it", async () => {
    const { record } = await writes(REPORT);
    expect(await cards()).toEqual([]);
    await leaves(...OTHERS);
    await later();
    const shown = JSON.stringify(await card());
    expect(shown).toContain(record);
    for (const word of ["城东", "员工", "好处费", "贷款"]) expect(shown).not.toContain(word);
    await living.office.press("luo-hai", await card(), "track:read");
    expect(JSON.stringify(living.office.lastView())).toContain("城东支行");
    await comes("meng-qi");
    await later();
    expect(await cards()).toEqual([]);
  });

  it("about somebody who reads the channel, by name or by outlet, is never told there", async () => {
    await leaves(...OTHERS);
    await writes("我要举报罗海私下收客户的钱，帮人办贷款收好处费");
    expect(await cards()).toEqual([]);
    living.office.world.person("xu-jing", { outlet: "chengdong" });
    await writes(REPORT);
    expect(await cards()).toEqual([]);
    const posted = living.office.slack.calls.filter(({ method }) => method === "chat.postMessage");
    expect(posted).toEqual([]);
  });

  it("leaves the channel when it is done with", async () => {
    await leaves(...OTHERS);
    await writes(REPORT);
    await living.office.press("luo-hai", await card(), "track:read");
    await living.office.press("luo-hai", await card(), "track:finish");
    expect(await cards()).toEqual([]);
  });
});
