import { describe, expect, it } from "vitest";
import { coreSettings } from "../../../src/cases/settings.ts";

const SECRET = "s".repeat(32);
const PEM = new URL("./tls/client.pem", import.meta.url).pathname;
const http = { CORE_KIND: "http", CORE_URL: "https://core.bank.example/tingsu/" };
const zammad = { CORE_KIND: "zammad", CORE_URL: "https://tickets.bank.example" };

describe("the settings of the core system", () => {
  it("are the embedded one when nothing is said", () => {
    expect(coreSettings({})).toEqual({ settings: { kind: "embedded" }, problems: [] });
  });

  it("name a core system over HTTP by secret, by certificate, or by both", () => {
    const bySecret = coreSettings({ ...http, CORE_KEY_ID: "tingsu", CORE_SECRET: SECRET, CORE_EVENTS_SECRET: SECRET });
    expect(bySecret).toMatchObject({
      problems: [],
      settings: {
        url: "https://core.bank.example/tingsu",
        signing: { id: "tingsu", secret: SECRET },
        events: [{ id: "core", secret: SECRET }],
        timeoutMs: 8000,
      },
    });
    const byCertificate = coreSettings({ ...http, CORE_CERT_FILE: PEM, CORE_CERT_KEY_FILE: PEM });
    expect(byCertificate).toMatchObject({ problems: [], settings: { signing: null, tls: { certificate: PEM } } });
  });

  it("name a Zammad with its groups", () => {
    const given = {
      ...zammad,
      CORE_ZAMMAD_TOKEN: "t",
      CORE_ZAMMAD_CUSTOMER: "tingsu@bank.example",
      CORE_ZAMMAD_GROUPS: "retail=零售, credit-card-centre=Cards = West",
    };
    expect(coreSettings(given)).toMatchObject({
      problems: [],
      settings: { group: "Users", groups: { retail: "零售", "credit-card-centre": "Cards = West" } },
    });
  });

  it.each([
    ["CORE_KIND", { CORE_KIND: "sap" }],
    ["CORE_KIND", { CORE_URL: "https://core.bank.example" }],
    ["CORE_URL", { CORE_KIND: "http", CORE_KEY_ID: "a", CORE_SECRET: SECRET }],
    ["CORE_URL", { ...http, CORE_URL: "http://core.bank.example", CORE_KEY_ID: "a", CORE_SECRET: SECRET }],
    ["CORE_SECRET", http],
    ["CORE_SECRET", { ...http, CORE_KEY_ID: "a", CORE_SECRET: "short-secret" }],
    ["CORE_KEY_ID", { ...http, CORE_SECRET: SECRET }],
    ["CORE_CERT_FILE", { ...http, CORE_CERT_FILE: "/nowhere.pem", CORE_CERT_KEY_FILE: PEM }],
    ["CORE_CERT_FILE", { ...http, CORE_CERT_FILE: PEM }],
    ["CORE_TIMEOUT_MS", { ...http, CORE_KEY_ID: "a", CORE_SECRET: SECRET, CORE_TIMEOUT_MS: "60000" }],
    ["CORE_ZAMMAD_TOKEN", { ...zammad, CORE_ZAMMAD_CUSTOMER: "a" }],
    ["CORE_ZAMMAD_CUSTOMER", { ...zammad, CORE_ZAMMAD_TOKEN: "t" }],
    ["CORE_ZAMMAD_GROUPS", { ...zammad, CORE_ZAMMAD_GROUPS: "零售" }],
  ])("that can't be used are named, never shown: %s", (name, given) => {
    const { settings, problems } = coreSettings(given);
    expect(settings).toEqual({ kind: "embedded" });
    expect(problems.join("\n")).toContain(`${name}: expected`);
    expect(problems.join("\n")).not.toContain("short-secret");
  });
});
