/** The channel over a real gRPC hop: the puppet service runs in another process and is killed. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PuppetService, puppetService } from "../../../examples/outside/puppet-service.ts";
import type { OutgoingPart } from "../../../src/channels/sender.ts";
import { WECHAT_LABELS } from "../../../src/channels/wechat/labels.ts";
import type { WechatStatus } from "../../../src/channels/wechat/personal/supervise.ts";
import { ServiceError } from "../../../src/service-error.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { until } from "../../system/server.ts";
import { FAST, type Phone, startPhone } from "./phone.ts";

/** One white pixel (PNG). */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

let product: InProcess;
let service: PuppetService;
let folder: string;
let phone: Phone;
let states: WechatStatus[];
let tests = 0;
let LI = "";

beforeAll(async () => {
  product = await startInProcess({ start: new Date().toISOString() });
  folder = mkdtempSync(join(tmpdir(), "wechat-grpc-"));
  service = await puppetService(join(folder, "world.json"));
  await service.start();
});
afterAll(async () => {
  await service.kill();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

async function connect(times: Parameters<typeof startPhone>[0] = {}): Promise<Phone> {
  const settings = {
    ...FAST,
    puppet: "wechaty-puppet-service",
    token: "insecure_tingsu-test",
    endpoint: { host: "127.0.0.1", port: service.port },
  };
  const started = await startPhone({
    product,
    folder: join(folder, `wechat-${tests}`),
    settings,
    real: true,
    echoTime: 1000,
    ...times,
  });
  states = [];
  started.channel.subscribe((status) => states.push(status));
  return started;
}

beforeEach(async () => {
  tests += 1;
  LI = `wxid_li_grpc_${tests}`;
  phone = await connect();
});
afterEach(async () => {
  await phone.stop();
  await service.forget();
});

const has = (count: number) =>
  until(`${count} messages of ${LI}`, async () => (await phone.stored(LI)).length >= count);
const words = async () => (await phone.stored(LI)).map(({ text }) => text);
const part = (id: string, text: string): OutgoingPart => ({
  id,
  conversation: "c",
  to: LI,
  kind: "chat",
  content: { type: "text", text },
});
/** As the outbox asks: again, while it can't be told yet. */
async function settled(of: OutgoingPart): Promise<boolean | null> {
  let answer: boolean | null = null;
  await until("it can be told", async () => {
    try {
      answer = await phone.channel.sender.arrived(of);
      return true;
    } catch (error) {
      if (error instanceof ServiceError && error.retryable) return false;
      throw error;
    }
  });
  return answer;
}
const readyAgain = () =>
  until(
    "the link is ready again",
    async () => states.at(-1)?.state === "ready" && states.some((s) => s.state === "lost"),
  );

describe("a puppet service in another process", () => {
  it("brings messages both ways, and writes no contacts down", async () => {
    await service.arrives({ talkerId: LI, text: "卡被吞了" });
    await has(1);
    await service.arrives({ talkerId: LI, type: 8 });
    await has(2);
    expect((await phone.stored(LI)).map(({ kind, text }) => [kind, text])).toEqual([
      ["text", "卡被吞了"],
      ["location", expect.stringContaining("成府路45号")],
    ]);
    const sent = await phone.channel.sender.send(part("m/0", "在哪个网点？"));
    expect(sent).toMatchObject({ outcome: "sent", providerId: expect.any(String) });
    expect(await settled(part("m/0", "在哪个网点？"))).toBe(true);
    expect((await service.said()).map(({ text }) => text)).toEqual(["在哪个网点？"]);
    expect(await phone.byColleagues(LI)).toEqual([]);
    const home = join(folder, `wechat-${tests}`, "home");
    await until("the session is kept", async () => existsSync(home));
    expect(readdirSync(home, { recursive: true }).join()).not.toMatch(/contact|payload/u);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it("brings files both ways", async () => {
    const picture = { name: "凭条.png", base64: PIXEL };
    await service.arrives({ talkerId: LI, type: 6 }, picture);
    await has(1);
    const [message] = await phone.stored(LI);
    const kept = await product.store.attachment(message?.attachments[0] ?? "");
    expect([message?.kind, Buffer.from(kept?.bytes ?? []).toString("base64")]).toEqual(["image", PIXEL]);
    const file: OutgoingPart = {
      ...part("m/5", ""),
      content: { type: "file", name: "回单", mime: "image/png", bytes: Buffer.from(PIXEL, "base64") },
    };
    expect(await phone.channel.sender.send(file)).toMatchObject({ outcome: "sent" });
    expect(await settled(file)).toBe(true);
    expect((await service.said()).map((said) => said.file)).toEqual([
      { name: "回单.png", bytes: Buffer.from(PIXEL, "base64").length },
    ]);
  });

  it("too much of anything is refused or ignored, and what comes after it is stored", async () => {
    // More than one message of the wire can hold: nobody gets to see it.
    await service.arrives({ talkerId: LI, text: "长".repeat(1_500_000) });
    await service.arrives({ talkerId: LI, type: 6 }, { name: "big.png", base64: PIXEL, zeros: 11 * 1024 * 1024 });
    await service.arrives({ talkerId: LI, text: "还在吗" });
    await has(1);
    await until("all were seen to", async () => phone.channel.pending() === 0);
    expect(await words()).toEqual(["还在吗"]);
    expect((await service.said()).map(({ text }) => text)).toEqual([WECHAT_LABELS.zh["too-large"]]);
    expect(phone.channel.status().state).toBe("ready");
  });

  // Three seconds are a promise on a machine that has time for us.
  it("killed and started again: ready within three seconds, and what we were told of is not lost", {
    retry: 2,
  }, async () => {
    await service.arrives({ talkerId: LI, text: "一" });
    await has(1);
    // We are told of these; what is in them we don't get before the kill.
    await service.set({ holdsPayloads: true });
    await service.arrives({ talkerId: LI, text: "二" });
    await service.arrives({ talkerId: LI, text: "三" });
    await until("told of both", async () => phone.channel.pending() === 2);
    await service.kill();
    await until("the loss is seen", async () => phone.channel.status().state === "lost");
    await service.start();
    const back = Date.now();
    await readyAgain();
    const since = states.findLast((status) => status.state === "ready")?.since ?? "";
    expect(Date.parse(since) - back).toBeLessThan(3000);
    await has(3);
    expect(await words()).toEqual(["一", "二", "三"]);
    await service.arrives({ talkerId: LI, text: "四" });
    await has(4);
    // Who wrote shortly before may have written in between: asked once.
    const conversation = await phone.conversation(LI);
    expect(phone.asked.map(({ conversations, gap }) => [conversations, gap.why])).toEqual([[[conversation], "link"]]);
  });

  it("a send cut off by the kill is unknown; its echo settles that it arrived", async () => {
    await service.set({ fault: "hangs-after" });
    const sending = phone.channel.sender.send(part("m/1", "受理编号 R-1，已记下。"));
    await until("it is out", async () => (await service.said()).length === 1);
    await service.kill();
    expect(await sending).toMatchObject({ outcome: "unknown" });
    await service.start();
    await readyAgain();
    expect(await settled(part("m/1", "受理编号 R-1，已记下。"))).toBe(true);
    expect(await phone.byColleagues(LI)).toEqual([]);
  });

  it("a send cut off before it went out is unknown, and without an echo it can't be told", async () => {
    await service.set({ fault: "hangs-before" });
    const sending = phone.channel.sender.send(part("m/2", "还在吗？"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await service.kill();
    expect(await sending).toMatchObject({ outcome: "unknown" });
    await service.start();
    await readyAgain();
    expect(await settled(part("m/2", "还在吗？"))).toBe(null);
    expect(await service.said()).toEqual([]);
  });

  it("while the service is down nothing is sent, and the sender says so", async () => {
    await service.kill();
    await until("the loss is seen", async () => phone.channel.status().state === "lost");
    await expect(phone.channel.sender.send(part("m/3", "在吗"))).rejects.toMatchObject({
      code: "wechat.offline",
      retryable: true,
    });
    await service.start();
    await readyAgain();
    expect(await phone.channel.sender.send(part("m/3", "在吗"))).toMatchObject({ outcome: "sent" });
  });
});

describe("a restart of ours", () => {
  it("fetches what was written down and not stored", async () => {
    await service.set({ holdsPayloads: true });
    await service.arrives({ talkerId: LI, text: "重启之前" });
    await until("told of it", async () => phone.channel.pending() === 1);
    await phone.stop();
    await service.set({ holdsPayloads: false });
    phone = await connect();
    await has(1);
    expect(await words()).toEqual(["重启之前"]);
  });
});

describe("a stream that dies without a word", () => {
  it("is noticed by pings that aren't answered", async () => {
    await phone.stop();
    phone = await connect({ times: { ping: 200, patience: 600 } });
    await until("a ping was answered", async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return true;
    });
    await service.freeze();
    await until("the loss is seen", async () => states.some((status) => status.state === "lost"));
    expect(states.find((status) => status.state === "lost")).toMatchObject({ code: "silent" });
  });
});
