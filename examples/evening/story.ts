/** The story of the evening as it goes: who did what where, and what each customer saw. */
import { type Expected, type Wrong, wrongSteps } from "./check.ts";
import type { Customer } from "./customer.ts";
import type { Card } from "./slack-office.ts";
import { until } from "./until.ts";

export interface Line {
  /** ISO instant of the bank's clock. */
  at: string;
  who: string;
  where: "wechat" | "widget" | "slack" | "web-desk";
  zh: string;
  en: string;
  /** What came to a customer's screen. */
  seen?: string;
}

/** What a case looks like in Slack when its part of the evening is over. */
export interface Played {
  card: Card;
  /** What its thread has to hold, once and in this order. */
  inThread: RegExp[];
}

export interface Story {
  did(who: string, where: Line["where"], zh: string, en: string): void;
  /** Waits until the customer sees it; the step then has to stand there once, and after the ones before. */
  sees(customer: Customer, what: { zh: string; en: string; words: RegExp }): Promise<void>;
  /** All steps on the customer's screen, looked at when the evening is over. */
  wrongWith(customer: Customer, seen: readonly string[]): Wrong[];
  lines: readonly Line[];
}

export function createStory(now: () => string, tell: (line: Line) => void): Story {
  const lines: Line[] = [];
  const expected = new Map<Customer, Expected[]>();
  const add = (line: Line) => {
    lines.push(line);
    tell(line);
  };
  return {
    lines,
    did: (who, where, zh, en) => add({ at: now(), who, where, zh, en }),
    async sees(customer, { zh, en, words }) {
      const steps = expected.get(customer) ?? [];
      expected.set(customer, [...steps, { step: en, words }]);
      const seen = await until(`${customer.name} to see: ${en}`, async () => {
        const found = (await customer.seen()).find((text) => words.test(text));
        return found ?? null;
      });
      add({ at: now(), who: customer.name, where: customer.where, zh, en, seen });
    },
    wrongWith: (customer, seen) => wrongSteps(seen, expected.get(customer) ?? []),
  };
}
