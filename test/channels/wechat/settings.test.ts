import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { checkVoice, checkWechat } from "../../../src/channels/wechat/check.ts";
import { wechatSettings } from "../../../src/channels/wechat/settings.ts";
import { voiceSettings } from "../../../src/channels/wechat/voice-settings.ts";

const service = { WECHAT_PUPPET: "wechaty-puppet-service", WECHAT_PUPPET_TOKEN: "insecure_secret-token" };

describe("the settings of a WeChat account", () => {
  it("are off without a puppet", () => {
    expect(wechatSettings({})).toEqual({ settings: null, problems: [] });
  });

  it("have a human pace by default, TLS, and take whichever account logs in", () => {
    const { settings, problems } = wechatSettings({ ...service, WECHAT_PUPPET_ENDPOINT: "[::1]:8788" });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      endpoint: { host: "::1", port: 8788 },
      tls: true,
      account: null,
      pace: { perMinute: 40, perCustomerPerMinute: 15, gapMs: 800, friendsPerHour: 20 },
    });
  });

  it("know the account that may log in by its id, and by a name where it has one", () => {
    const named = (more: Record<string, string>) => wechatSettings({ ...service, ...more }).settings?.account;
    expect(named({ WECHAT_ACCOUNT: "wxid_1" })).toEqual({ id: "wxid_1", name: "wxid_1" });
    expect(named({ WECHAT_ACCOUNT: "wxid_1", WECHAT_ACCOUNT_NAME: "听诉客服" })?.name).toBe("听诉客服");
    expect(wechatSettings({ ...service, WECHAT_ACCOUNT: "two words" }).problems).toHaveLength(1);
  });

  it("name every mistake at once, and never a value", () => {
    const { settings, problems } = wechatSettings({
      WECHAT_PUPPET: "wechat; rm -rf /",
      WECHAT_PUPPET_TOKEN: "two words",
      WECHAT_PUPPET_ENDPOINT: "nowhere",
      WECHAT_PUPPET_TLS: "perhaps",
      WECHAT_MESSAGES_PER_MINUTE: "0",
    });
    expect(settings).toBeNull();
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "WECHAT_PUPPET",
      "WECHAT_PUPPET_TOKEN",
      "WECHAT_PUPPET_ENDPOINT",
      "WECHAT_PUPPET_TLS",
      "WECHAT_MESSAGES_PER_MINUTE",
    ]);
    expect(problems.join()).not.toMatch(/two words|nowhere|perhaps/u);
  });

  it("a token without a puppet is a forgotten puppet, a puppet service without a token a forgotten token", () => {
    expect(wechatSettings({ WECHAT_PUPPET_TOKEN: "t" }).problems).toEqual([expect.stringContaining("WECHAT_PUPPET:")]);
    const { problems } = wechatSettings({ WECHAT_PUPPET: "wechaty-puppet-service", WECHAT_PUPPET_ENDPOINT: "h:99999" });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["WECHAT_PUPPET_TOKEN", "WECHAT_PUPPET_ENDPOINT"]);
    expect(wechatSettings({ ...service, WECHAT_PUPPET_TOKEN: "noprefix" }).problems).toHaveLength(1);
  });
});

describe("the settings of voices", () => {
  const near = { WECHAT_VOICE_URL: "http://127.0.0.1:9000/transcribe" };
  const of = (given: Record<string, string>) => voiceSettings({ ...service, ...given });

  it("are off without a service, and are for either kind of account", () => {
    expect(of({})).toEqual({ settings: null, problems: [] });
    expect(of(near).settings).toEqual({ url: near.WECHAT_VOICE_URL, key: null, timeoutMs: 8000 });
    expect(voiceSettings({ ...near, WECHAT_OA_APP_ID: "wx0123456789abcdef" }).problems).toEqual([]);
    expect(voiceSettings(near).problems).toEqual([expect.stringContaining("WECHAT_OA_APP_ID")]);
  });

  it("let voices go only where customers' words may go", () => {
    const far = { WECHAT_VOICE_URL: "https://voices.example/t" };
    expect(of(far).problems).toEqual([expect.stringContaining("WECHAT_VOICE_URL")]);
    expect(of({ ...far, TINGSU_MODEL_HOSTS: "voices.example" }).problems).toEqual([]);
    expect(of({ WECHAT_VOICE_URL: "ftp://voices.example" }).problems).toHaveLength(1);
  });

  it("are looked at by the doctor: does anything listen there?", async () => {
    const voice = { url: "http://127.0.0.1:1/transcribe", key: "secret-key", timeoutMs: 100 };
    const checks = await checkVoice(voice);
    expect(checks).toEqual([{ ok: false, what: "WeChat voices: 127.0.0.1:1 can't be reached" }]);
  });
});

describe("the doctor on a WeChat account", () => {
  it("says what is there and what is missing, and prints no token", async () => {
    const listening = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => listening.once("listening", resolve));
    const address = listening.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { settings } = wechatSettings({ ...service, WECHAT_PUPPET_ENDPOINT: `127.0.0.1:${port}` });
    if (!settings) throw new Error("no settings");
    const well = await checkWechat({ ...settings, tls: false });
    expect(well.every(({ ok }) => ok)).toBe(true);
    const plain = await checkWechat(settings);
    expect(plain.filter(({ ok }) => !ok).map(({ what }) => what)).toEqual([expect.stringContaining("speaks no TLS")]);
    await new Promise((resolve) => listening.close(resolve));
    const ill = await checkWechat({
      ...settings,
      puppet: "wechaty-puppet-nobody-made",
      tls: false,
      endpoint: { host: "127.0.0.1", port },
    });
    expect(ill.filter(({ ok }) => !ok).map(({ what }) => what)).toEqual([
      expect.stringContaining("not installed"),
      expect.stringContaining("can't be reached"),
    ]);
    expect(JSON.stringify([...well, ...ill])).not.toContain("secret-token");
  });

  it("calls a far service without TLS a mistake", async () => {
    const { settings } = wechatSettings({ ...service, WECHAT_PUPPET_TLS: "false" });
    if (!settings) throw new Error("no settings");
    const checks = await checkWechat({ ...settings, endpoint: { host: "puppet.invalid", port: 1 } });
    expect(checks.find(({ what }) => what.includes("without TLS"))).toMatchObject({ ok: false });
  });
});
