import { describe, expect, it } from "vitest";
import { officialAccountSettings } from "../../../../src/channels/wechat/official/settings.ts";
import { ConfigError, parseConfig } from "../../../../src/config.ts";
import { AES_KEY, AES_KEY_TEXT, APP_ID, APP_SECRET, TOKEN } from "./fake-wechat.ts";

const GOOD = { WECHAT_OA_APP_ID: APP_ID, WECHAT_OA_APP_SECRET: APP_SECRET, WECHAT_OA_TOKEN: TOKEN };

describe("the settings of an official account", () => {
  it("are off unless given, and plain mode without a key", () => {
    expect(officialAccountSettings({})).toEqual({ settings: null, problems: [] });
    expect(officialAccountSettings(GOOD)).toEqual({
      settings: {
        appId: APP_ID,
        appSecret: APP_SECRET,
        token: TOKEN,
        aesKeys: [],
        api: "https://api.weixin.qq.com",
        timeoutMs: 8000,
      },
      problems: [],
    });
  });

  it("hold the key of safe mode as 32 bytes, and the one before it", () => {
    const previous = "a".repeat(43);
    const { settings } = officialAccountSettings({
      ...GOOD,
      WECHAT_OA_ENCODING_AES_KEY: AES_KEY_TEXT,
      WECHAT_OA_ENCODING_AES_KEY_PREVIOUS: previous,
    });
    expect(settings?.aesKeys[0]).toEqual(AES_KEY);
    expect(settings?.aesKeys.map((key) => key.length)).toEqual([32, 32]);
  });

  it("name every mistake at once and repeat no value", () => {
    const { settings, problems } = officialAccountSettings({
      WECHAT_OA_APP_ID: "secret-1",
      WECHAT_OA_APP_SECRET: "secret-2",
      WECHAT_OA_ENCODING_AES_KEY: "secret-3",
      WECHAT_OA_API: "http://secret-4.example",
      WECHAT_OA_TIMEOUT_MS: "secret-5",
    });
    expect(settings).toBeNull();
    expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual([
      "WECHAT_OA_API",
      "WECHAT_OA_APP_ID",
      "WECHAT_OA_APP_SECRET",
      "WECHAT_OA_ENCODING_AES_KEY",
      "WECHAT_OA_TIMEOUT_MS",
      "WECHAT_OA_TOKEN",
    ]);
    expect(problems.join()).not.toContain("secret-");
  });

  it("are told together with every other mistake, before anything starts", () => {
    const wrong = { PORT: "x", WECHAT_OA_TOKEN: "!", REDIS_URL: "x", TINGSU_MODEL_NAME: "m", TINGSU_GATEWAY_KEY: "x" };
    const problems = (() => {
      try {
        parseConfig(wrong);
        return [];
      } catch (error) {
        if (error instanceof ConfigError) return error.problems;
        throw error;
      }
    })();
    const named = problems.join("\n");
    for (const name of [
      "PORT",
      "WECHAT_OA_TOKEN",
      "WECHAT_OA_APP_ID",
      "REDIS_URL",
      "TINGSU_MODEL_URL",
      "TINGSU_GATEWAY",
    ]) {
      expect(named).toContain(name);
    }
    expect(parseConfig({ ...GOOD, REDIS_URL: "redis://127.0.0.1" })).toMatchObject({
      officialAccount: { appId: APP_ID },
      redis: "redis://127.0.0.1",
    });
  });

  it("belong together", () => {
    expect(officialAccountSettings({ WECHAT_OA_TOKEN: TOKEN }).problems).toHaveLength(2);
    expect(officialAccountSettings({ ...GOOD, WECHAT_OA_ENCODING_AES_KEY_PREVIOUS: AES_KEY_TEXT }).problems).toEqual([
      "WECHAT_OA_ENCODING_AES_KEY: expected a value, since WECHAT_OA_ENCODING_AES_KEY_PREVIOUS is set",
    ]);
  });
});
