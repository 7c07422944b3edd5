/** A line to customers that needs a hand is told to the duty channel, once, and kept up to date until it is over. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChannelLink, LinkSource } from "../../../src/desk/channel-links.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";

/** A line whose state the test changes. */
function line(since: string): LinkSource & { become(state: ChannelLink["state"], at: string, code?: string): void } {
  let link: ChannelLink = { channel: "wechat", state: "starting", since, code: null };
  const listeners = new Set<() => void>();
  return {
    link: () => link,
    qr: async () => (link.state === "scan" ? new Uint8Array([137, 80, 78, 71]) : null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(state, at, code) {
      link = { ...link, state, since: at, code: code ?? null };
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

  it("that has to be logged in is told with a way to the code and never with the code, until it works again", async () => {
    const { world } = office;
    const wechat = line(world.now());
    office.links.add(wechat);
    await office.desk.idle();
    expect(await told()).toEqual([]);
    wechat.become("scan", world.now());
    await office.desk.idle();
    const [first] = await office.slack.messages(office.duty);
    expect(first?.text).toMatch(/微信.*要重新登录/u);
    expect(JSON.stringify(first?.blocks)).toContain("https://bank.example/desk/channels");
    world.pass(2);
    // Another code, in place of the one that is over.
    wechat.become("scan", world.now());
    await office.desk.idle();
    await office.desk.tick();
    expect(await told()).toHaveLength(1);
    wechat.become("ready", world.now());
    await office.desk.idle();
    expect(await told()).toEqual([expect.stringMatching(/微信.*已恢复/u)]);
    expect(office.failures).toEqual([]);
  });

  it("that is cut off is nobody's business until it stays away, and is told after an hour without Slack", async () => {
    const { world, slack } = office;
    const wechat = line(world.now());
    office.links.add(wechat);
    wechat.become("lost", world.now(), "ping");
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
