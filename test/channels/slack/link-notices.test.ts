/** A line to customers that needs a hand is told to the duty channel, once, and kept up to date until it is over. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChannelLink, LinkSource } from "../../../src/desk/channel-links.ts";
import { DESK_CHAIN } from "../../../src/desk/sign-in.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

const PNG = new Uint8Array([137, 80, 78, 71]);

type Line = LinkSource & { become(state: ChannelLink["state"], at: string, more?: Partial<ChannelLink>): void };

/** A line whose state the test changes. */
function line(since: string, expected: string | null = null): Line {
  let link: ChannelLink = {
    channel: "wechat",
    state: "starting",
    since,
    code: null,
    expected,
    account: null,
    refusedAt: null,
  };
  const listeners = new Set<() => void>();
  return {
    link: () => link,
    qr: async () => (link.state === "scan" ? PNG : null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(state, at, more) {
      link = { ...link, code: null, ...more, state, since: at };
      for (const listener of listeners) listener();
    },
  };
}

describe("a line to customers", () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
  });
  const told = async () => (await office.slack.messages(office.duty)).map(({ text }) => text);

  /** Titles of the pictures that stand under the first message of the duty channel. */
  const pictures = async () => {
    const [notice] = await office.slack.messages(office.duty);
    const replies = await office.slack.thread(office.duty, notice?.ts ?? "");
    return replies.flatMap(({ files }) => (files ?? []).map(({ title }) => title));
  };
  const sent = () => office.slack.calls.filter(({ method }) => method === "files.completeUploadExternal").length;

  it("that has to be logged in is told with the code in the thread and a way to the desk, until it works again", async () => {
    const { world } = office;
    const wechat = line(world.now(), "听诉客服");
    office.links.add(wechat);
    await office.desk.idle();
    expect(await told()).toEqual([]);
    wechat.become("scan", world.now());
    await office.desk.idle();
    const [first] = await office.slack.messages(office.duty);
    expect(first?.text).toMatch(/微信.*要重新登录/u);
    expect(first?.text).toContain("只能用“听诉客服”这个账号的手机扫");
    expect(first?.text).toContain("二维码在这条消息的回复里");
    expect(JSON.stringify(first?.blocks)).toContain("https://bank.example/desk/channels");
    expect(await pictures()).toEqual(["登录二维码"]);
    await office.desk.tick();
    expect(sent()).toBe(1);
    wechat.become("ready", world.now());
    await office.desk.idle();
    expect(await told()).toEqual([expect.stringMatching(/微信.*已恢复/u)]);
    expect(await pictures()).toEqual([]);
    const audit = await world.store.auditEntries(DESK_CHAIN);
    expect(audit).toMatchObject([{ action: "login-code-sent", detail: { channel: "wechat", to: office.duty } }]);
    expect(office.failures).toEqual([]);
  });

  it("shows the code of now alone: the one before it, one that was scanned and one that is over are taken away", async () => {
    const { world } = office;
    const wechat = line(world.now());
    office.links.add(wechat);
    wechat.become("scan", world.now());
    await office.desk.idle();
    world.pass(2);
    wechat.become("scan", world.now());
    await office.desk.idle();
    expect([sent(), await pictures()]).toEqual([2, ["登录二维码"]]);
    expect(await told()).toHaveLength(1);
    wechat.become("scanned", world.now());
    await office.desk.idle();
    expect(await pictures()).toEqual([]);
    expect(await told()).toEqual([expect.stringContaining("二维码已经用过或过期")]);
    wechat.become("scan", world.now());
    await office.desk.idle();
    expect(await pictures()).toHaveLength(1);
    world.pass(6);
    await office.desk.tick();
    expect(await pictures()).toEqual([]);
    expect(await told()).toEqual([expect.stringContaining("二维码在工作台上")]);
  });

  it("a restart leaves no code behind and goes on with the same message", async () => {
    const { world } = office;
    const wechat = line(world.now());
    office.links.add(wechat);
    wechat.become("scan", world.now());
    await office.desk.idle();
    await office.desk.stop();
    office.restart();
    world.pass(1);
    wechat.become("ready", world.now());
    await office.desk.idle();
    await office.desk.tick();
    expect(await pictures()).toEqual([]);
    expect(await told()).toEqual([expect.stringContaining("已恢复")]);
  });

  it("shows no code where somebody reads along who is not on the staff list", async () => {
    await office.strangerComes(office.duty);
    const wechat = line(office.world.now());
    office.links.add(wechat);
    wechat.become("scan", office.world.now());
    await office.desk.idle();
    expect(await told()).toEqual([expect.stringContaining("二维码在工作台上")]);
    expect(sent()).toBe(0);
  });

  it("a picture that Slack would not take is tried again, and the way to the desk stands meanwhile", async () => {
    const wechat = line(office.world.now());
    office.links.add(wechat);
    await office.desk.idle();
    office.slack.trouble("files.completeUploadExternal", { kind: "answer-lost" });
    wechat.become("scan", office.world.now());
    await office.desk.idle();
    expect(await told()).toEqual([expect.stringContaining("二维码在工作台上")]);
    await office.desk.tick();
    expect(await pictures()).toEqual(["登录二维码"]);
    expect(await told()).toEqual([expect.stringContaining("二维码在这条消息的回复里")]);
    expect(office.failures.splice(0)).toHaveLength(1);
  });

  it("on which another account was logged in says so once, in a message that stays", async () => {
    const { world } = office;
    const wechat = line(world.now(), "听诉客服");
    office.links.add(wechat);
    wechat.become("scan", world.now());
    await office.desk.idle();
    const refusedAt = world.now();
    wechat.become("lost", refusedAt, { code: "wrong-account", refusedAt });
    wechat.become("scan", world.now());
    await office.desk.idle();
    wechat.become("ready", world.now());
    await office.desk.idle();
    await office.desk.tick();
    expect(await told()).toEqual([
      expect.stringContaining("已恢复"),
      expect.stringMatching(/用别的账号扫了登录码，已经退出/u),
    ]);
  });

  it("that is cut off is nobody's business until it stays away, and is told after an hour without Slack", async () => {
    const { world, slack } = office;
    const wechat = line(world.now());
    office.links.add(wechat);
    wechat.become("lost", world.now(), { code: "ping" });
    await office.desk.tick();
    expect(await told()).toEqual([]);
    slack.trouble("chat.postMessage", { kind: "down" }, 1);
    world.pass(60);
    await office.desk.tick();
    expect(await told()).toEqual([]);
    await office.desk.tick();
    await office.desk.tick();
    expect(await told()).toEqual([expect.stringContaining("连接断了")]);
    wechat.become("ready", world.now());
    await office.desk.idle();
    wechat.become("lost", world.now());
    wechat.become("ready", world.now());
    await office.desk.idle();
    expect(await told()).toEqual([expect.stringContaining("已恢复")]);
    expect(office.failures.splice(0).map(({ what }) => what)).toEqual(["links"]);
  });
});
