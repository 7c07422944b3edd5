import { describe, expect, it } from "vitest";
import { checkCore } from "../../../src/cases/check.ts";
import { httpSettings, KEY } from "./connecting.ts";
import { referenceCore } from "./reference-core.ts";

const now = () => new Date().toISOString();
const PEM = new URL("./tls/client.pem", import.meta.url).pathname;
const PEM_KEY = new URL("./tls/client-key.pem", import.meta.url).pathname;

describe("the check of the core system", () => {
  it("is content with the embedded one", async () => {
    expect(await checkCore({ kind: "embedded" }, now)).toEqual([{ ok: true, what: "core system: embedded" }]);
  });

  it("says that one over HTTP answers, and whether it can tell of changes", async () => {
    const { url, cases } = await referenceCore();
    expect(await checkCore(httpSettings(url), now)).toEqual([
      { ok: true, what: `core system: http at ${url} answers` },
      { ok: true, what: "core system tells of changes at /core/events" },
    ]);
    expect(cases.count()).toBe(0);
    const silent = await checkCore({ ...httpSettings(url), events: [] }, now);
    expect(silent.at(-1)?.what).toContain("CORE_EVENTS_SECRET");
  });

  it("names what to put right, and no secret", async () => {
    const { url, faults } = await referenceCore();
    const other = { ...KEY, secret: "o".repeat(40) };
    const [refused] = await checkCore({ ...httpSettings(url), signing: other }, now);
    expect(refused).toEqual({ ok: false, what: expect.stringContaining("CORE_SECRET") });
    expect(refused?.what).not.toContain(other.secret);
    const [lost] = await checkCore(httpSettings(`${url}/elsewhere`), now);
    expect(lost).toEqual({ ok: false, what: expect.stringContaining("CORE_URL") });
    faults.failing = 1;
    expect((await checkCore(httpSettings(url), now))[0]).toMatchObject({ ok: false });
  });

  it("complains about our certificate a month before it ends", async () => {
    const { url } = await referenceCore();
    const settings = { ...httpSettings(url), tls: { certificate: PEM, key: PEM_KEY, authority: null } };
    expect((await checkCore(settings, now))[0]).toMatchObject({ ok: true });
    const [late] = await checkCore(settings, () => "2126-10-20T00:00:00.000Z");
    expect(late).toMatchObject({ ok: false, what: expect.stringContaining("certificate") });
  });
});
