import { describe, expect, it } from "vitest";
import { allMessages } from "../../bench/evaluate/messages.ts";
import { HAN_DATES } from "../../src/reading/offline/facts/dates-zh.ts";
import { HAN_DAYS } from "../../src/reading/offline/facts/days-zh.ts";
import { ORDERS_EN } from "../../src/reading/offline/lexicon/injection-en.ts";
import { PRYING } from "../../src/reading/offline/lexicon/injection-prying.ts";
import { ORDERS_ZH } from "../../src/reading/offline/lexicon/injection-zh.ts";
import { toPlain } from "../../src/reading/offline/plain.ts";
import { createSieve, neededBy } from "../../src/reading/offline/sieve.ts";

describe("what a pattern cannot do without", () => {
  it.each([
    [/忘[掉记]规则/, ["忘掉规则", "忘记规则"]],
    [/请?把规则(?:告诉|发给)我/, ["请把规则告诉我", "请把规则发给我", "把规则告诉我", "把规则发给我"]],
    [/[^。]{0,9}密码(?!器)/, ["密码"]],
    [/(?:refund|pay) .{0,20}at once/, ["at once"]],
    [/(?=.*提示词)说/, ["提示词"]],
    [/(?<!不)转账(?:给他)?/, ["转账", "转账给他"]],
    [/规则?/, ["规", "规则"]],
    [/[一二三四五六七八九十]+/, null],
    [/a*/, null],
    [/[^a]/, null],
    [/密码/i, null],
  ])("%s", (pattern, words) => {
    const needed = neededBy(pattern);
    expect(needed === null ? null : [...needed].sort()).toEqual(words === null ? null : [...words].sort());
  });

  it("never keeps a pattern from a message it matches", () => {
    const patterns = [
      ...ORDERS_ZH,
      ...ORDERS_EN,
      ...PRYING,
      ...[...HAN_DATES, ...HAN_DAYS].map(({ pattern }) => new RegExp(pattern.source)),
    ];
    const possible = createSieve(patterns, (pattern) => [pattern]);
    let tried = 0;
    const messages = allMessages("practice").filter((_, n) => n % 7 === 0);
    for (const { text } of messages) {
      const { text: plain } = toPlain(text.slice(0, 400));
      const may = new Set(possible(plain));
      tried += may.size;
      for (const pattern of patterns)
        if (!may.has(pattern)) expect(pattern.test(plain), `${pattern.source.slice(0, 80)} in ${plain}`).toBe(false);
    }
    // What it is for: nearly all of them are spared.
    expect(tried / messages.length / patterns.length).toBeLessThan(0.1);
  });
});
