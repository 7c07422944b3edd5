/** What the doctor says about an official account. */
import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { checkOfficialAccount } from "../../../../src/channels/wechat/official/check.ts";
import { atCallback } from "./at-callback.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Serves `app` at /wechat, as the product's server does. */
async function publicly(app: Hono): Promise<string> {
  const whole = new Hono().route("/wechat", app);
  return new Promise((resolve) => {
    const server = serve(
      { fetch: whole.fetch, port: 0, hostname: "127.0.0.1", overrideGlobalObjects: false },
      ({ port }) => resolve(`http://127.0.0.1:${port}/`),
    );
    ends.push(() => new Promise((done) => server.close(done)));
  });
}

describe("the doctor", () => {
  it("finds an account that is set up well, and sends nothing to anybody", async () => {
    const { wechat, official, seconds } = await atCallback({ aes: true });
    const publicUrl = await publicly(official.app);
    const checks = await checkOfficialAccount(wechat.settings, { publicUrl, now: () => seconds() * 1000 });
    expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(checks.at(-1)?.what).toBe(`callback ${publicUrl}wechat answers WeChat's check`);
    expect(wechat.calls).not.toContain("media/upload");
  });

  it("names what is wrong at WeChat, and where to put it right", async () => {
    const { wechat, seconds } = await atCallback();
    const now = () => seconds() * 1000;
    const first = async (fault: Parameters<typeof wechat.next>[1], path = "stable_token") => {
      wechat.next(path, fault);
      const checks = await checkOfficialAccount(wechat.settings, { publicUrl: null, now });
      return checks.find(({ ok }) => !ok)?.what ?? "";
    };
    expect(await first({ errcode: 40164, errmsg: "invalid ip 203.0.113.7, not in whitelist" })).toMatch(
      /40164.*IP白名单.*203\.0\.113\.7/u,
    );
    expect(await first({ errcode: 40125 })).toMatch(/WECHAT_OA_APP_SECRET/u);
    expect(await first({ status: 502 })).toMatch(/reachable/u);
    expect(await first({ errcode: 48001 }, "message/custom/send")).toMatch(/客服消息.*认证/u);
  });

  it("names a callback that nobody reaches, that isn't ours, or that has another token", async () => {
    const { wechat, official, seconds } = await atCallback();
    const callback = async (publicUrl: string | null, token = wechat.settings.token) => {
      const settings = { ...wechat.settings, token };
      return (await checkOfficialAccount(settings, { publicUrl, now: () => seconds() * 1000 })).at(-1);
    };
    expect(await callback(null)).toMatchObject({ ok: false, what: expect.stringContaining("TINGSU_PUBLIC_URL") });
    const ours = await publicly(official.app);
    expect(await callback(ours, "another")).toMatchObject({
      ok: false,
      what: expect.stringMatching(/403.*WECHAT_OA_TOKEN/u),
    });
    expect(await callback(await publicly(new Hono()))).toMatchObject({
      ok: false,
      what: expect.stringContaining("404"),
    });
    const closed = createServer();
    const port = await new Promise<number>((resolve) => {
      closed.listen(0, "127.0.0.1", () => {
        const address = closed.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    await new Promise((resolve) => closed.close(resolve));
    expect(await callback(`http://127.0.0.1:${port}`)).toMatchObject({
      ok: false,
      what: expect.stringContaining("can't be reached (ECONNREFUSED)"),
    });
  });
});
