import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "../../src/config.ts";
import { isNear } from "../../src/model/hosts.ts";

const LOCAL = { TINGSU_MODEL_URL: "http://127.0.0.1:8000/v1", TINGSU_MODEL_NAME: "qwen3" };

function problems(environment: Record<string, string>): string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("the settings of the model", () => {
  it("are off unless an address is set", () => {
    expect(parseConfig({}).model).toBeNull();
    expect(parseConfig({ TINGSU_MODEL_URL: "" }).model).toBeNull();
  });

  it("have a default for everything but the address and the name", () => {
    expect(parseConfig(LOCAL).model).toMatchObject({
      url: "http://127.0.0.1:8000/v1",
      key: null,
      name: "qwen3",
      timeoutMs: 4000,
      allowCrossBorder: false,
      hosts: [],
    });
  });

  it("take every number that is given", () => {
    const model = parseConfig({
      ...LOCAL,
      TINGSU_MODEL_KEY: "k",
      TINGSU_MODEL_TIMEOUT_MS: "2500",
      TINGSU_MODEL_MAX_OUTPUT_TOKENS: "300",
      TINGSU_MODEL_TOKENS_PER_CONVERSATION: "5000",
      TINGSU_MODEL_TOKENS_PER_DAY: "90000",
      TINGSU_MODEL_PRICE_INPUT: "0.8",
      TINGSU_MODEL_PRICE_OUTPUT: "2",
      TINGSU_MODEL_CONCURRENCY: "2",
      TINGSU_MODEL_BREAKER_FAILURES: "3",
      TINGSU_MODEL_BREAKER_PAUSE_MS: "1000",
    }).model;
    expect(model).toMatchObject({
      key: "k",
      timeoutMs: 2500,
      maxOutputTokens: 300,
      tokensPerConversation: 5000,
      tokensPerDay: 90_000,
      price: { input: 0.8, output: 2 },
      concurrency: 2,
      breaker: { failures: 3, pauseMs: 1000 },
    });
  });

  it("are named, each bad one with what was expected, together with the others", () => {
    const named = problems({
      ...LOCAL,
      PORT: "abc",
      TINGSU_MODEL_TIMEOUT_MS: "soon",
      TINGSU_MODEL_PRICE_INPUT: "-1",
      TINGSU_ALLOW_CROSS_BORDER: "yes",
      TINGSU_MODEL_HOSTS: "https://model.bank.example/v1",
    });
    expect(named).toEqual([
      "PORT: expected a port from 0 to 65535",
      "TINGSU_MODEL_TIMEOUT_MS: expected milliseconds from 100 to 60000",
      "TINGSU_MODEL_PRICE_INPUT: expected the price of a million tokens, 0 or more",
      "TINGSU_MODEL_HOSTS: expected host names such as model.bank.example, separated by commas",
      "TINGSU_ALLOW_CROSS_BORDER: expected true or false",
    ]);
  });

  it("never repeat the key", () => {
    const named = problems({ TINGSU_MODEL_KEY: "sk-very-secret", TINGSU_MODEL_TIMEOUT_MS: "x" });
    expect(named.join("\n")).not.toContain("secret");
    expect(problems({ TINGSU_MODEL_KEY: "sk-very-secret" })).toEqual([
      "TINGSU_MODEL_URL: expected an address such as http://127.0.0.1:8000/v1, since TINGSU_MODEL_KEY is set",
    ]);
  });

  it("want a name with the address", () => {
    expect(problems({ TINGSU_MODEL_URL: LOCAL.TINGSU_MODEL_URL })).toEqual([
      "TINGSU_MODEL_NAME: expected the model's name, since TINGSU_MODEL_URL is set",
    ]);
    expect(problems({ ...LOCAL, TINGSU_MODEL_URL: "file:///model" })[0]).toMatch(
      /^TINGSU_MODEL_URL: expected an address/,
    );
  });
});

describe("where customers' words may go", () => {
  const at = (url: string, more: Record<string, string> = {}) => problems({ ...LOCAL, TINGSU_MODEL_URL: url, ...more });

  it("is this machine or a private network by default", () => {
    for (const url of [
      "http://localhost:11434/v1",
      "http://10.1.2.3/v1",
      "http://172.31.0.9:8000/v1",
      "http://192.168.1.5/v1",
      "http://[::1]:8000/v1",
      "http://[fd00::5]/v1",
    ]) {
      expect(at(url), url).toEqual([]);
    }
  });

  it("is nowhere else, and the start says so", () => {
    for (const url of [
      "https://api.model.example/v1",
      "https://8.8.8.8/v1",
      "http://172.32.0.1/v1",
      "http://169.254.169.254/v1",
      "https://localhost.model.example/v1",
      "https://[2606:4700::1]/v1",
      "https://[::ffff:8.8.8.8]/v1",
      "https://134744072/v1",
      "https://user:10.0.0.1@model.example/v1",
    ]) {
      expect(at(url), url).toEqual([
        "TINGSU_MODEL_URL: expected a host on this machine, in a private network or in TINGSU_MODEL_HOSTS, since TINGSU_ALLOW_CROSS_BORDER is not true",
      ]);
    }
  });

  it("is also a host the bank has listed, and only over https", () => {
    const listed = { TINGSU_MODEL_HOSTS: "other.example, Model.bank.example" };
    expect(at("https://model.bank.example/v1", listed)).toEqual([]);
    expect(at("https://sub.model.bank.example/v1", listed)).toHaveLength(1);
    expect(at("http://model.bank.example/v1", listed)).toEqual([
      "TINGSU_MODEL_URL: expected https, since the host is not in a private network",
    ]);
  });

  it("is anywhere once the bank has said so", () => {
    expect(at("https://api.model.example/v1", { TINGSU_ALLOW_CROSS_BORDER: "true" })).toEqual([]);
  });

  it("is not decided by a number written in another way", () => {
    expect(isNear(new URL("http://2130706433/").hostname)).toBe(true);
    expect(isNear(new URL("http://0x08080808/").hostname)).toBe(false);
  });
});
