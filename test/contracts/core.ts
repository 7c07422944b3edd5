/** What every core system has to keep, whatever stands behind it. */
import { describe, expect, it } from "vitest";
import type { CaseSummary, CoreSystem } from "../../src/cases/core.ts";
import { ServiceError } from "../../src/service-error.ts";

interface CoreUnderTest {
  core: CoreSystem;
  /** How many cases there are behind it. */
  count(): Promise<number>;
  /** From now on nothing behind it answers, until the returned function is called. */
  cutOff(): () => void;
}

const summary: CaseSummary = {
  channel: "web",
  language: "zh-Hans",
  words: "年费收了两次",
  business: "credit-card",
  reason: "pricing",
  venue: null,
  emotion: 1,
  reasons: ["claim-unsettled"],
  risks: [],
  facts: [{ name: "desired-outcome", text: "退一次年费", confirmed: true }],
  gaps: [{ name: "phone", reason: "declined" }],
};

const complaint = (key: string) => ({
  key,
  record: "R-7KQ2MXW4",
  department: "credit-card-centre",
  due: "2026-12-06",
  receivedAt: "2026-11-21T09:00:00+08:00",
  summary,
});

export function coreContract(subject: {
  name: string;
  create: () => CoreUnderTest;
  skip?: { test: string; reason: string }[];
}): void {
  const test = (name: string, run: (under: CoreUnderTest) => Promise<void>) => {
    const skipped = subject.skip?.find((each) => each.test === name);
    if (skipped) it.skip(`${name} (${skipped.reason})`, () => {});
    else it(name, () => run(subject.create()));
  };

  describe(`${subject.name} as core system`, () => {
    test("gives a case a number", async ({ core, count }) => {
      const { number } = await core.open(complaint("k1"));
      expect(number).toMatch(/^\S{4,40}$/);
      expect(await count()).toBe(1);
    });

    test("opens one case for a key, however often it is asked", async ({ core, count }) => {
      const first = await core.open(complaint("k1"));
      expect(await core.open(complaint("k1"))).toEqual(first);
      expect(await core.open({ ...complaint("k1"), department: "retail" })).toEqual(first);
      expect(await count()).toBe(1);
    });

    test("opens one case for a key asked for many times at once", async ({ core, count }) => {
      const opened = await Promise.all(Array.from({ length: 20 }, () => core.open(complaint("k1"))));
      expect(new Set(opened.map((each) => each.number)).size).toBe(1);
      expect(await count()).toBe(1);
    });

    test("gives different keys different numbers", async ({ core, count }) => {
      const keys = Array.from({ length: 20 }, (_, n) => `k${n}`);
      const opened = await Promise.all(keys.map((key) => core.open(complaint(key))));
      expect(new Set(opened.map((each) => each.number)).size).toBe(20);
      expect(await count()).toBe(20);
    });

    test("takes a supplement and a closing again without harm", async ({ core, count }) => {
      const { number } = await core.open(complaint("k1"));
      const more = { key: "k1", number, messages: [{ id: "m2", at: "2026-11-21T09:05:00+08:00", text: "还有一次" }] };
      const end = { key: "k1", number, how: "withdrawn" as const, at: "2026-11-21T10:00:00+08:00" };
      await core.supplement(more);
      await core.supplement(more);
      await core.close(end);
      await core.close(end);
      expect(await core.open(complaint("k1"))).toEqual({ number });
      expect(await count()).toBe(1);
    });

    test("says that trying again may help when it cannot be reached, and then it does", async (under) => {
      const { core, count } = under;
      const restore = under.cutOff();
      const failure = await core.open(complaint("k1")).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(ServiceError);
      expect(failure).toMatchObject({ code: "core-system.unavailable", retryable: true });
      restore();
      await core.open(complaint("k1"));
      expect(await count()).toBe(1);
    });

    test("refuses a case without a key for good", async ({ core, count }) => {
      await expect(core.open(complaint(""))).rejects.toMatchObject({ name: "ServiceError", retryable: false });
      expect(await count()).toBe(0);
    });
  });
}
