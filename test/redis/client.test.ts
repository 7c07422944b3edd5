/** What processes share through Redis, and what becomes of them without it. */
import { afterEach, describe, expect, it } from "vitest";
import { createRedisTokens } from "../../src/channels/wechat/official/token-store.ts";
import { connectRedis, type SharedValues } from "../../src/redis/client.ts";
import { redisSettings } from "../../src/redis/settings.ts";
import { startFakeRedis } from "./fake-redis.ts";
import { freePort, REDIS, silentServer, startRedis } from "./redis-server.ts";

const ends: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
async function connected(url: string): Promise<{ values: SharedValues; warnings: unknown[] }> {
  const warnings: unknown[] = [];
  const values = await connectRedis(url, (error) => warnings.push(error));
  ends.push(() => values.close());
  return { values, warnings };
}
const UNAVAILABLE = { code: "redis.unavailable", retryable: true };

describe("a Redis that isn't there", () => {
  it("hangs nobody: every call fails soon, and the warning comes once", async () => {
    const { values, warnings } = await connected(`redis://127.0.0.1:${await freePort()}`);
    await expect(values.get("a")).rejects.toMatchObject(UNAVAILABLE);
    await expect(values.set("a", "1", 1000)).rejects.toMatchObject(UNAVAILABLE);
    await expect(values.setIfAbsent("a", "1", 1000)).rejects.toMatchObject(UNAVAILABLE);
    await expect(values.deleteIfEqual("a", "1")).rejects.toMatchObject(UNAVAILABLE);
    expect(warnings).toHaveLength(1);
  });

  it("or accepts and never answers, hangs nobody either", async () => {
    const silent = await silentServer();
    ends.push(silent.stop);
    const { values, warnings } = await connected(silent.url);
    await expect(values.get("a")).rejects.toMatchObject(UNAVAILABLE);
    expect(warnings).toHaveLength(1);
  });
});

describe.each([
  { name: "a Redis of the few commands", start: startFakeRedis, there: true },
  { name: "a real Redis", start: startRedis, there: REDIS !== null },
])("$name", ({ start, there }) => {
  it.skipIf(!there)("keeps values for their time, and lets one holder in", async () => {
    const redis = await start();
    ends.push(redis.stop);
    const [one, two] = await Promise.all([connected(redis.url), connected(redis.url)]);
    await one.values.set("a", "1", 60_000);
    expect(await two.values.get("a")).toBe("1");
    await one.values.set("b", "1", 30);
    await expect.poll(() => two.values.get("b"), { timeout: 5000 }).toBeNull();

    const [mine, theirs] = [createRedisTokens(one.values), createRedisTokens(two.values)];
    const release = await mine.lock("token", 60_000);
    expect(release).not.toBeNull();
    expect(await theirs.lock("token", 60_000)).toBeNull();
    await release?.();
    const second = await theirs.lock("token", 60_000);
    expect(second).not.toBeNull();
    // A holder that comes back late takes nothing from the next.
    await release?.();
    expect(await mine.lock("token", 60_000)).toBeNull();
    expect([one.warnings, two.warnings]).toEqual([[], []]);
  });
});

describe.skipIf(REDIS === null)("a real Redis", () => {
  it("that freezes, dies and comes back is used again by itself", async () => {
    const redis = await startRedis();
    const { values, warnings } = await connected(redis.url);
    await values.set("a", "1", 60_000);
    redis.freeze();
    await expect(values.get("a")).rejects.toMatchObject(UNAVAILABLE);
    redis.thaw();
    await expect.poll(() => values.get("a"), { timeout: 10_000 }).toBe("1");
    await redis.stop();
    await expect(values.get("a")).rejects.toMatchObject(UNAVAILABLE);
    const again = await startRedis(redis.port);
    ends.push(again.stop);
    await expect.poll(() => values.get("a").catch(() => "away"), { timeout: 15_000 }).toBeNull();
    expect(warnings.length).toBeGreaterThanOrEqual(1);
  });
});

describe("the setting", () => {
  it("is an address of a Redis, and is never repeated when it is wrong", () => {
    expect(redisSettings({})).toEqual({ url: null, problems: [] });
    expect(redisSettings({ REDIS_URL: "rediss://u:p@redis.bank.example:6380/1" }).url).toMatch(/^rediss:/);
    for (const REDIS_URL of ["localhost:6379", "http://u:secret@x", "secret"]) {
      const { url, problems } = redisSettings({ REDIS_URL });
      expect([url, problems.length, problems.join().includes("secret")]).toEqual([null, 1, false]);
    }
  });
});
