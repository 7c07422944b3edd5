/** What every core system has to keep, whatever stands behind it. */
import { describe, expect, it } from "vitest";
import type { CaseSummary, CoreSystem } from "../../src/cases/core.ts";
import { ServiceError } from "../../src/service-error.ts";

export interface CoreUnderTest {
  core: CoreSystem;
  /** How many cases there are behind it that somebody would work on. */
  count(): Promise<number>;
  /** From now on nothing behind it answers, until the returned function is called. */
  cutOff(): () => void;
  /** The next so many changes are made over there, and their answers never come back. */
  loseAnswers(count: number): void;
  /** From now on answers come later than anybody waits, until the returned function is called. */
  slowDown(): () => void;
  /** What people over there see of a case. */
  look(number: string): Promise<{ open: boolean; messages: string[] } | undefined>;
  /** How often somebody over there was told that the customer's data is gone from the case, or did away with it. */
  erased(number: string): Promise<number>;
}

export type CoreTest =
  | "gives the same number when the answer was lost"
  | "opens one case for many calls at once of which some answers were lost"
  | "opens one case though it is slower than anybody waits"
  | "adds each message once and in order, also when an answer was lost"
  | "closes once, also when the answer was lost"
  | "takes supplements after the opening and before the closing"
  | "refuses a supplement to a case it doesn't know for good"
  | "is told once that the customer's data is gone, also when the answer was lost"
  | "lists every case once, in pages";

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

/** Calls until the core system takes it, as the outbox does. */
async function untilTaken<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ServiceError) || !error.retryable || attempt === 10) throw error;
    }
  }
}

export function coreContract(subject: {
  name: string;
  create: () => CoreUnderTest | Promise<CoreUnderTest>;
  skip?: { test: CoreTest; reason: string }[];
}): void {
  const test = (name: string, run: (under: CoreUnderTest) => Promise<void>) => {
    const skipped = subject.skip?.find((each) => each.test === name);
    if (skipped) it.skip(`${name} (${skipped.reason})`, () => {});
    else it(name, async () => run(await subject.create()));
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

    test("gives the same number when the answer was lost", async ({ core, count, loseAnswers }) => {
      loseAnswers(1);
      await expect(core.open(complaint("k1"))).rejects.toMatchObject({ retryable: true });
      const { number } = await core.open(complaint("k1"));
      expect(await core.open(complaint("k1"))).toEqual({ number });
      expect(await count()).toBe(1);
    });

    test("opens one case for many calls at once of which some answers were lost", async (under) => {
      under.loseAnswers(3);
      const opened = await Promise.all(
        Array.from({ length: 12 }, () => untilTaken(() => under.core.open(complaint("k1")))),
      );
      expect(new Set(opened.map(({ number }) => number)).size).toBe(1);
      expect(await under.count()).toBe(1);
    });

    test("opens one case though it is slower than anybody waits", async ({ core, count, slowDown }) => {
      const restore = slowDown();
      await expect(core.open(complaint("k1"))).rejects.toMatchObject({ retryable: true });
      await expect(core.open(complaint("k1"))).rejects.toMatchObject({ retryable: true });
      restore();
      await untilTaken(() => core.open(complaint("k1")));
      expect(await count()).toBe(1);
    });

    test("adds each message once and in order, also when an answer was lost", async (under) => {
      const { core, look } = under;
      const { number } = await core.open(complaint("k1"));
      const said = (id: string) => ({ id, at: "2026-11-21T09:05:00+08:00", text: `第${id}句` });
      await core.supplement({ key: "k1", number, messages: [said("m1"), said("m2")] });
      under.loseAnswers(1);
      const more = { key: "k1", number, messages: [said("m2"), said("m3"), said("m4")] };
      await untilTaken(() => core.supplement(more));
      await untilTaken(() => core.supplement(more));
      expect((await look(number))?.messages).toEqual(["m1", "m2", "m3", "m4"]);
    });

    test("closes once, also when the answer was lost", async ({ core, look, loseAnswers }) => {
      const { number } = await core.open(complaint("k1"));
      const end = { key: "k1", number, how: "resolved" as const, at: "2026-11-21T10:00:00+08:00" };
      loseAnswers(1);
      await untilTaken(() => core.close(end));
      await core.close(end);
      expect(await look(number)).toMatchObject({ open: false });
      expect(await core.open(complaint("k1"))).toEqual({ number });
      expect(await look(number)).toMatchObject({ open: false });
    });

    test("takes supplements after the opening and before the closing", async ({ core, look }) => {
      const { number } = await core.open(complaint("k1"));
      const { number: other } = await core.open(complaint("k2"));
      const messages = [{ id: "m1", at: "2026-11-21T09:05:00+08:00", text: "还有一次" }];
      await core.supplement({ key: "k1", number, messages });
      await core.close({ key: "k1", number, how: "withdrawn", at: "2026-11-21T10:00:00+08:00" });
      expect(await look(number)).toEqual({ open: false, messages: ["m1"] });
      expect(await look(other)).toEqual({ open: true, messages: [] });
    });

    test("refuses a supplement to a case it doesn't know for good", async ({ core }) => {
      const messages = [{ id: "m1", at: "2026-11-21T09:05:00+08:00", text: "还有一次" }];
      await expect(core.supplement({ key: "k9", number: "NONE-1", messages })).rejects.toMatchObject({
        code: "core-system.unknown-case",
        retryable: false,
      });
    });

    test("is told once that the customer's data is gone, also when the answer was lost", async (under) => {
      const { core, erased } = under;
      const { number } = await core.open(complaint("k1"));
      const { number: other } = await core.open(complaint("k2"));
      await core.supplement({
        key: "k1",
        number,
        messages: [{ id: "m1", at: "2026-11-21T09:05:00+08:00", text: "还有" }],
      });
      await core.close({ key: "k1", number, how: "resolved", at: "2026-11-21T10:00:00+08:00" });
      expect(await erased(number)).toBe(0);
      const gone = { key: "k1", number, at: "2026-11-25T10:00:00+08:00" };
      under.loseAnswers(1);
      await untilTaken(() => core.erase(gone));
      await untilTaken(() => core.erase(gone));
      expect([await erased(number), await erased(other)]).toEqual([1, 0]);
      expect(await under.count()).toBe(2);
    });

    test("is told of an erasure by the key alone, and of one it never knew without harm", async (under) => {
      const { number } = await under.core.open(complaint("k1"));
      await under.core.erase({ key: "k9", number: null, at: "2026-11-25T10:00:00+08:00" });
      await under.core.erase({ key: "k1", number: null, at: "2026-11-25T10:00:00+08:00" });
      await expect(under.core.open(complaint("k1"))).resolves.toEqual({ number });
      expect(await under.count()).toBe(1);
    });

    test("lists every case once, in pages", async ({ core }) => {
      const keys = Array.from({ length: 7 }, (_, n) => `k${n}`);
      const numbers = await Promise.all(keys.map(async (key) => (await core.open(complaint(key))).number));
      const listed: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<CoreSystem["list"]>> = await core.list({ after, limit: 3 });
        listed.push(...page.cases.map(({ number }) => number));
        after = page.next;
      } while (after !== null);
      expect(listed.toSorted()).toEqual(numbers.toSorted());
    });
  });
}
