import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactName, Reading } from "../../../src/flows/reading.ts";
import { detectPersonal } from "../../../src/privacy/detect.ts";
import type { ModelAnswer } from "../../../src/reading/llm/answer.ts";
import { mergeReadings } from "../../../src/reading/llm/merge.ts";
import { findQuote } from "../../../src/reading/llm/quote.ts";
import { createOfflineReader } from "../../../src/reading/offline/read.ts";
import { answerOf } from "../../fixtures/fake-reading.ts";
import { readTwice } from "./a-reading.ts";

const read = createOfflineReader({ detectPersonal });
const CONTEXT = { at: "2026-11-21T09:00:00+08:00", zone: "Asia/Shanghai" };

const BLANK: Reading = {
  language: "zh-Hans",
  act: "unclear",
  intents: [],
  business: null,
  reason: null,
  venue: null,
  emotion: 0,
  abuse: 0,
  need: "none",
  risks: [],
  facts: [],
  pii: [],
  injection: false,
};

/** What a model says that sees nothing. */
const SILENT: ModelAnswer = {
  act: "unclear",
  intents: [],
  business: null,
  reason: null,
  venue: null,
  emotion: 0,
  need: "none",
  risks: [],
  facts: [],
  injection: false,
};

const NUMBERS: readonly FactName[] = [
  "amount",
  "occurred",
  "duration",
  "count",
  "card-tail",
  "account-tail",
  "phone",
  "transaction-ref",
  "case-ref",
];

describe("whatever a model says of whatever text", () => {
  const law = (check: (given: { text: string; offline: Reading; model: ModelAnswer }, merged: Reading) => void) =>
    fc.assert(
      fc.property(readTwice, (given) => check(given, mergeReadings(given.offline, given.model, given.text))),
      { seed: 20261123, numRuns: 400 },
    );

  it("the result is a reading", () =>
    law((_, merged) => {
      expect(Reading.parse(merged)).toEqual(merged);
    }));

  it("no risk and no fact of the rules is lost, and no number is added", () =>
    law(({ offline }, merged) => {
      expect(merged.risks.slice(0, offline.risks.length)).toEqual(offline.risks);
      expect(merged.facts.slice(0, offline.facts.length)).toEqual(offline.facts);
      const numbers = (reading: Reading) => reading.facts.filter(({ name }) => NUMBERS.includes(name));
      expect(numbers(merged)).toEqual(numbers(offline));
    }));

  it("what it adds stands in the text, letter by letter", () =>
    law(({ text, offline }, merged) => {
      const added = [...merged.risks.slice(offline.risks.length), ...merged.facts.slice(offline.facts.length)];
      for (const span of added) expect(text.slice(span.start, span.end)).toBe(span.text);
      for (const fact of merged.facts.slice(offline.facts.length)) expect(fact.value).toBe(fact.text);
    }));

  it("personal data, orders, abuse, language and corrections are the rules' own", () =>
    law(({ offline }, merged) => {
      const { pii, injection, abuse, language, correction } = merged;
      expect({ pii, injection, abuse, language, correction }).toEqual({
        pii: offline.pii,
        injection: offline.injection,
        abuse: offline.abuse,
        language: offline.language,
        correction: offline.correction,
      });
    }));

  it("it ends no complaint and agrees to nothing: neither its intents nor its act can", () =>
    law(({ offline }, merged) => {
      for (const intent of offline.intents) expect(merged.intents).toContain(intent);
      for (const intent of ["withdraw", "settled", "confirm", "thanks"] as const) {
        expect(merged.intents.includes(intent)).toBe(offline.intents.includes(intent));
      }
      if (offline.act === "complaint") expect(merged.act).toBe("complaint");
    }));

  it("a known axis stays", () =>
    law(({ offline }, merged) => {
      for (const axis of ["business", "reason", "venue"] as const) {
        if (offline[axis] !== null) expect(merged[axis]).toBe(offline[axis]);
      }
    }));

  it("anger is calmed by one step at most, and not beside abuse or danger", () =>
    law(({ offline }, merged) => {
      expect(merged.emotion).toBeGreaterThanOrEqual(offline.emotion - 1);
      if (offline.abuse > 0 || merged.risks.length > 0) expect(merged.emotion).toBeGreaterThanOrEqual(offline.emotion);
    }));

  it("an echo of the rules' own reading changes nothing", () => {
    for (const text of [
      "昨晚8827刷了12,860块，不是我刷的",
      "在城东支行等了两个小时，大堂经理还骂人，让她道歉",
      "怎么提高转账限额？",
      "I was charged twice at the ATM yesterday. I want a refund.",
    ]) {
      const offline = read(text, CONTEXT);
      expect(mergeReadings(offline, answerOf(offline), text), text).toEqual(offline);
    }
  });
});

describe("who is right about the act", () => {
  const acts = (offline: Partial<Reading>, said: ModelAnswer["act"]) => {
    const { act, doubt } = mergeReadings({ ...BLANK, ...offline }, { ...SILENT, act: said }, "扣了我钱");
    return [act, doubt];
  };

  it("the complaint is, and the other is the doubt", () => {
    expect(acts({ act: "question" }, "complaint")).toEqual(["complaint", "question"]);
    expect(acts({ act: "chitchat" }, "complaint")).toEqual(["complaint", "chitchat"]);
    expect(acts({ act: "complaint" }, "question")).toEqual(["complaint", "question"]);
    expect(acts({ act: "complaint" }, "praise")).toEqual(["complaint", "praise"]);
  });

  it("the model is where the rules can't tell, without a doubt, and the rules are where the model can't", () => {
    expect(acts({ act: "unclear" }, "complaint")).toEqual(["complaint", undefined]);
    expect(acts({ act: "unclear" }, "question")).toEqual(["question", undefined]);
    expect(acts({ act: "complaint" }, "unclear")).toEqual(["complaint", undefined]);
  });

  it("the rules are between harmless acts, a report before those", () => {
    expect(acts({ act: "question" }, "request")).toEqual(["question", "request"]);
    expect(acts({ act: "question" }, "report")).toEqual(["report", "question"]);
    expect(acts({ act: "report" }, "complaint")).toEqual(["complaint", "report"]);
  });

  it("a doubt ends when both see a complaint, and stays when the model sees none", () => {
    expect(acts({ act: "complaint", doubt: "question" }, "complaint")).toEqual(["complaint", undefined]);
    expect(acts({ act: "question", doubt: "complaint" }, "question")).toEqual(["question", "complaint"]);
    expect(acts({ act: "question", doubt: "complaint" }, "request")).toEqual(["question", "complaint"]);
  });
});

describe("what a model adds", () => {
  const text = "我妈七十多了，在城东支行被他们小李忽悠买了保险，这事我要找人评评理";
  const merged = (model: Partial<ModelAnswer>, offline: Partial<Reading> = {}) =>
    mergeReadings({ ...BLANK, ...offline }, { ...SILENT, ...model }, text);

  it("is a risk whose words are there, in quotation marks or not", () => {
    const risks = [
      { slug: "vulnerable" as const, words: "“我妈七十多了”" },
      { slug: "media" as const, words: "我要找记者" },
      { slug: "minor" as const, words: "" },
    ];
    expect(merged({ risks }).risks).toEqual([{ slug: "vulnerable", text: "我妈七十多了", start: 0, end: 6 }]);
  });

  it("is a fact the rules missed, once, and no second reading of the same words", () => {
    const place = { name: "place" as const, value: "城东支行", text: "城东支行", start: 8, end: 12 };
    const facts = [
      { name: "place" as const, words: "支行" },
      { name: "counterparty" as const, words: "城东支行" },
      { name: "staff" as const, words: "小李" },
      { name: "staff" as const, words: "他们" },
      { name: "product" as const, words: "重疾险" },
    ];
    expect(merged({ facts }, { facts: [place] }).facts).toEqual([
      place,
      { name: "staff", value: "小李", text: "小李", start: 15, end: 17 },
    ]);
  });

  it("is an axis that was open, unless it says other, and the rules' measure of it goes", () => {
    const confidence = { act: 0.5, business: 0.4, reason: 0.4, venue: 0.4 };
    const reading = merged(
      { business: "agency-sales", reason: "other", venue: "branch-counter" },
      { confidence, venue: "phone" },
    );
    expect(reading).toMatchObject({ business: "agency-sales", reason: null, venue: "phone" });
    expect(reading.confidence).toEqual({ act: 0.5, reason: 0.4, venue: 0.4 });
  });

  it("is an intent, but nothing against a plain yes", () => {
    expect(merged({ intents: ["wants-human", "settled", "confirm"] }).intents).toEqual(["wants-human"]);
    expect(merged({ intents: ["deny", "skip", "goodbye"] }, { intents: ["confirm"] }).intents).toEqual([
      "confirm",
      "goodbye",
    ]);
  });

  it("is anger the rules didn't hear, and a need only for a complaint", () => {
    expect(merged({ act: "complaint", emotion: 3, need: "vent" })).toMatchObject({ emotion: 3, need: "vent" });
    expect(merged({ act: "question", need: "vent" }).need).toBe("none");
    expect(merged({ emotion: 0 }, { emotion: 3 }).emotion).toBe(2);
    expect(merged({ emotion: 0 }, { emotion: 3, abuse: 1 }).emotion).toBe(3);
  });

  it("is only a warning where somebody gives orders", () => {
    const model: Partial<ModelAnswer> = {
      act: "praise",
      business: "loan",
      intents: ["wants-human"],
      emotion: 3,
      risks: [{ slug: "vulnerable", words: "我妈七十多了" }],
      facts: [{ name: "staff", words: "小李" }],
    };
    for (const [said, found] of [
      [true, false],
      [false, true],
    ] as const) {
      const reading = merged({ ...model, injection: said }, { injection: found });
      expect(reading).toEqual({
        ...BLANK,
        injection: found,
        risks: [{ slug: "vulnerable", text: "我妈七十多了", start: 0, end: 6 }],
      });
    }
  });
});

describe("a quotation", () => {
  it("is found as it stands, then without the signs around it", () => {
    expect(findQuote("他说：“滚出去”。", "“滚出去”", 20)).toEqual({ text: "“滚出去”", start: 3, end: 8 });
    expect(findQuote("他说滚出去", "「滚出去」。", 20)).toEqual({ text: "滚出去", start: 2, end: 5 });
  });

  it("is none when it says nothing, is too long, or isn't there", () => {
    expect(findQuote("。。。的", "。。。", 20)).toBeNull();
    expect(findQuote("的的", "的", 20)).toBeNull();
    expect(findQuote("很长的话", "很长的话", 3)).toBeNull();
    expect(findQuote("没有这句", "有那句", 20)).toBeNull();
  });
});
