import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Registration } from "../../../src/desk/port.ts";
import { complain } from "../../desk/complaints.ts";
import { granted } from "../../desk/outcomes.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

describe("what Slack sends", () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ SLACK_DIGEST_AT: "08:45" });
  });
  afterEach(async () => {
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
  });
  const seconds = () => Math.floor(Date.parse(office.world.now()) / 1_000);

  it("is refused with a wrong signature, from the past, from the future, or without either header", async () => {
    const body = { type: "url_verification", challenge: "abc" };
    expect(await (await office.post(body)).json()).toEqual({ challenge: "abc" });
    expect((await office.post(body, { at: seconds() - 301 })).status).toBe(401);
    expect((await office.post(body, { at: seconds() + 301 })).status).toBe(401);
    expect((await office.post(body, { secret: "another-secret-of-32-characters!" })).status).toBe(401);
    const bare = await office.desk.routes.request("/slack/events", { method: "POST", body: JSON.stringify(body) });
    expect(bare.status).toBe(401);
  });

  it("is answered on one path and no other, and never brings the server down", async () => {
    expect((await office.desk.routes.request("/slack/other", { method: "POST" })).status).toBe(404);
    expect((await office.desk.routes.request("/slack/events")).status).toBe(404);
    expect((await office.post("not an object")).status).toBe(400);
    expect((await office.post({ payload: "{broken" }, { form: true })).status).toBe(400);
    expect((await office.post({ type: "nothing we know" })).status).toBe(200);
    expect((await office.post({ type: "event_callback", event_id: "E1", event: { type: "message" } })).status).toBe(
      500,
    );
    const huge = await office.desk.routes.request("/slack/events", { method: "POST", body: "x".repeat(2_000_000) });
    expect(huge.status).toBe(413);
  });

  it("opens a form by the slash command and by the shortcut, and registers with record, case and clock", async () => {
    const registered: Registration[] = [];
    office.register = async (complaint) => {
      registered.push(complaint);
      return { conversation: "c-1", record: "R-2345", key: "c-1/m-1" };
    };
    await office.command("meng-qi", "客户来电说年费");
    const form = office.lastView();
    expect(JSON.stringify(form)).toContain("客户来电说年费");
    const values = { text: "年费多扣了300元", channel: "letter", language: "zh-Hans", day: "2026-11-18" };
    const done = await office.send("meng-qi", form, values);
    expect(JSON.stringify(done.body)).toContain("R-2345");
    expect(registered).toEqual([
      expect.objectContaining({ channel: "letter", text: "年费多扣了300元", receivedAt: "2026-11-17T16:00:00.000Z" }),
    ]);
    const tomorrow = await office.send("meng-qi", form, { ...values, day: "2026-11-21" });
    expect(tomorrow.body).toMatchObject({ errors: { day: "收到时间不能晚于现在。" } });
    await office.shortcut("meng-qi", "邮件：我要投诉 A&amp;B 店 <https://bank.example/a|链接>");
    expect(JSON.stringify(office.lastView())).toContain("邮件：我要投诉 A&B 店 链接");
    const stranger = await office.command("stranger", "x");
    expect(JSON.stringify(await stranger.json())).toContain("not on the staff list");
  });

  it("calls the duty group for P0 again and again until somebody says that they have seen it", async () => {
    const { world, slack } = office;
    const ref = await complain(world, {
      says: ["卡被盗刷了"],
      department: "credit-card-centre",
      due: "2026-12-05",
      risks: [{ slug: "unauthorised-transaction", level: "P0", words: "盗刷" }],
    });
    const row = await world.store.case(ref);
    if (!row) throw new Error("no case");
    const { key, conversation, matter } = row;
    const notice = { key, conversation, matter, level: "P0", slugs: ["unauthorised-transaction"] } as const;
    const tell = () => office.desk.surface.alert({ ...notice, slugs: [...notice.slugs] });
    slack.trouble("chat.postMessage", { kind: "answer-lost" });
    await expect(tell()).rejects.toMatchObject({ retryable: true });
    await tell();
    await tell();
    const posts = async () => (await slack.messages(office.duty)).filter((one) => one.text.includes("风险警报"));
    expect(await posts()).toHaveLength(1);
    expect((await posts())[0]?.text).toContain("<!subteam^S0DUTY>");
    world.pass(5);
    await office.desk.tick();
    await office.desk.tick();
    office.restart();
    world.pass(5);
    await office.desk.tick();
    const rung = await posts();
    expect(rung).toHaveLength(3);
    const [last] = rung.slice(-1);
    if (!last) throw new Error("nothing rang");
    await office.strangerComes(office.duty);
    await office.press("stranger", last, "alert:seen");
    world.pass(5);
    await office.desk.tick();
    expect(await posts()).toHaveLength(4);
    await office.press("meng-qi", last, "alert:seen");
    world.pass(30);
    await office.desk.tick();
    const after = await posts();
    expect(after).toHaveLength(4);
    for (const message of after) expect(JSON.stringify(message.blocks)).toContain("孟琪");
    const seen = await world.store.auditEntries(row.key);
    expect(seen).toContainEqual(expect.objectContaining({ actor: "staff:meng-qi", action: "alert-seen" }));
  });

  it("stops calling once somebody has taken the case", async () => {
    const { world, slack } = office;
    const ref = await complain(world, { says: ["卡"], department: "credit-card-centre", due: "2026-12-05" });
    const row = await world.store.case(ref);
    if (!row) throw new Error("no case");
    const { key, conversation, matter } = row;
    await office.desk.surface.alert({ key, conversation, matter, level: "P0", slugs: ["scam"] });
    granted(await world.desk.take(world.person("fang-yi"), ref));
    world.pass(6);
    await office.desk.tick();
    expect(await slack.messages(office.duty)).toHaveLength(1);
  });

  it("gets a digest in each channel once a day, also after a restart", async () => {
    const { world, slack } = office;
    const late = await complain(world, { says: ["卡"], department: "credit-card-centre", due: "2026-11-18" });
    world.setNow("2026-11-21T00:30:00.000Z");
    await office.desk.tick();
    expect(await slack.messages(office.cards)).toHaveLength(0);
    world.setNow("2026-11-21T00:46:00.000Z");
    await office.desk.tick();
    office.restart();
    await office.desk.tick();
    const [digest, ...more] = await slack.messages(office.cards);
    expect(more).toEqual([]);
    expect(JSON.stringify(digest)).toContain(late);
    expect(JSON.stringify(digest)).toMatch(/已超期 overdue 1/);
    expect(await slack.messages(office.other)).toHaveLength(1);
    world.setNow("2026-11-22T00:46:00.000Z");
    await office.desk.tick();
    expect(await slack.messages(office.cards)).toHaveLength(2);
  });

  it("is acknowledged in time however long a modal's work takes, and the modal tells how it ended", async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    office.register = async () => {
      await held;
      return { conversation: "c-1", record: "R-2345", key: "c-1/m-1" };
    };
    await office.command("meng-qi", "");
    const form = office.lastView();
    const phoned = { text: "年费", channel: "phone", day: "" };
    const answer = await office.send("meng-qi", { ...form, id: office.openedId() }, phoned, false);
    expect(JSON.stringify(answer.body)).toContain("正在处理");
    finish();
    await office.desk.idle();
    expect(JSON.stringify(office.updated())).toContain("R-2345");
  });
});
