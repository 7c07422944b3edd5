/** One access token for all who need it. */
import { afterAll, describe, expect, it } from "vitest";
import { createAccessToken } from "../../../../src/channels/wechat/official/access-token.ts";
import {
  createLocalTokens,
  createTokensWithFallback,
  type TokenStore,
  tokensOver,
} from "../../../../src/channels/wechat/official/token-store.ts";
import { connectRedis } from "../../../../src/redis/client.ts";
import { startFakeRedis } from "../../../redis/fake-redis.ts";
import { type FakeWeChat, startFakeWeChat } from "./fake-wechat.ts";

let clock = Date.parse("2026-11-23T02:00:00Z");
const now = () => clock;
const fakes: FakeWeChat[] = [];
afterAll(async () => {
  await Promise.all(fakes.map((fake) => fake.stop()));
});
async function fake(): Promise<FakeWeChat> {
  const wechat = await startFakeWeChat({ now });
  fakes.push(wechat);
  return wechat;
}
const asked = ({ calls }: FakeWeChat) => calls.filter((path) => path === "stable_token").length;

describe("an access token", () => {
  it("is asked for once, kept while it is good, and replaced before its end", async () => {
    const wechat = await fake();
    const token = createAccessToken({ settings: wechat.settings, store: createLocalTokens(now), now });
    const [first] = await Promise.all([token.get(), token.get(), token.get()]);
    clock += (7200 - 301) * 1000;
    expect(await token.get()).toBe(first);
    expect(asked(wechat)).toBe(1);
    clock += 10_000;
    expect(await token.get()).not.toBe(first);
    expect(asked(wechat)).toBe(2);
  });

  it("is shared by processes: they ask once between them, and renew once", async () => {
    const wechat = await fake();
    const redis = await startFakeRedis();
    const warnings: unknown[] = [];
    const warn = (error: unknown) => void warnings.push(error);
    const connections = await Promise.all(Array.from({ length: 5 }, () => connectRedis(redis.url, warn)));
    const processes = connections.map((connection) =>
      createAccessToken({ settings: wechat.settings, store: tokensOver(connection, now, warn), now }),
    );
    const tokens = await Promise.all(processes.map((one) => one.get()));
    expect(new Set(tokens).size).toBe(1);
    expect(asked(wechat)).toBe(1);
    wechat.dropToken();
    const renewed = await Promise.all(processes.map((one) => one.instead(tokens[0] ?? "")));
    expect(new Set(renewed).size).toBe(1);
    expect(renewed[0]).not.toBe(tokens[0]);
    expect(asked(wechat)).toBe(2);
    expect(warnings).toEqual([]);
    for (const connection of connections) connection.close();
    await redis.stop();
  });

  it("that WeChat gives out and refuses is forced anew, but not twice within half a minute", async () => {
    const wechat = await fake();
    const token = createAccessToken({ settings: wechat.settings, store: createLocalTokens(now), now });
    const first = await token.get();
    const second = await token.instead(first);
    expect(second).not.toBe(first);
    await expect(token.instead(second)).rejects.toMatchObject({
      code: "wechat-official.token.refused",
      retryable: true,
    });
    clock += 31_000;
    expect(await token.instead(second)).not.toBe(second);
  });

  it("is asked for again after a failure, and whoever fetches it gives the place back", async () => {
    const wechat = await fake();
    const token = createAccessToken({ settings: wechat.settings, store: createLocalTokens(now), now });
    wechat.next("stable_token", { errcode: -1 }, { status: 502 });
    await expect(token.get()).rejects.toMatchObject({ code: "wechat-official.token.-1", retryable: true });
    await expect(token.get()).rejects.toMatchObject({ code: "wechat-official.token.http-502", retryable: true });
    expect(await token.get()).toMatch(/^T1_/);
  });
});

describe("a store whose shared half is away", () => {
  it("works by itself, warns once, and goes back", async () => {
    const warnings: unknown[] = [];
    let away = true;
    const real = createLocalTokens(now);
    const moody = <T>(work: () => Promise<T>) => (away ? Promise.reject(new Error("away")) : work());
    const shared: TokenStore = {
      get: (key) => moody(() => real.get(key)),
      set: (key, value, ttl) => moody(() => real.set(key, value, ttl)),
      lock: (key, ttl) => moody(() => real.lock(key, ttl)),
    };
    const store = createTokensWithFallback(shared, createLocalTokens(now), (error) => warnings.push(error));
    await store.set("a", "1", 1000);
    expect(await store.get("a")).toBe("1");
    const release = await store.lock("b", 1000);
    expect(release).not.toBeNull();
    expect(await store.lock("b", 1000)).toBeNull();
    await release?.();
    expect(await store.lock("b", 1000)).not.toBeNull();
    expect(warnings).toHaveLength(1);
    away = false;
    await store.set("a", "2", 1000);
    expect(await real.get("a")).toBe("2");
    expect(await store.get("a")).toBe("2");
    away = true;
    expect(await store.get("a")).toBe("2");
    expect(warnings).toHaveLength(2);
  });
});
