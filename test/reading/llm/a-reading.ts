/** Arbitrary texts, what rules may have read in them, and what a model may say of them, true or not. */
import fc from "fast-check";
import {
  Act,
  Business,
  type FoundFact,
  Intent,
  Language,
  type Reading,
  Reason,
  RiskSlug,
  Venue,
} from "../../../src/flows/reading.ts";
import { type ModelAnswer, QuotedFact } from "../../../src/reading/llm/answer.ts";

const oneOf = <T>(options: readonly T[]) => fc.constantFrom(...options);
const maybe = <T>(options: readonly T[]) => fc.option(oneOf(options));

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 4, maxLength: 40 }),
  oneOf([
    "昨晚8827刷了12,860块，不是我刷的",
    "在城东支行等了两个小时，大堂经理还骂人，让她道歉",
    "I was charged twice at the ATM on Main Street",
  ]),
);

const spanIn = (whole: string) =>
  fc
    .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: Math.min(whole.length, start + length) }))
    .map(({ start, end }) => ({ text: whole.slice(start, end), start, end }));

const factIn = (whole: string): fc.Arbitrary<FoundFact> =>
  fc
    .tuple(spanIn(whole), oneOf(["amount", "count", "duration", "card-tail", "phone", ...QuotedFact.options] as const))
    .map(([span, name]): FoundFact => {
      if (name === "amount") return { name, value: { minor: 100, currency: "CNY" }, ...span };
      if (name === "count") return { name, value: { n: 2, unit: "次" }, ...span };
      if (name === "duration") return { name, value: { seconds: 7200 }, ...span };
      return { name, value: span.text, ...span };
    });

const readingOf = (whole: string): fc.Arbitrary<Reading> =>
  fc.record(
    {
      language: oneOf(Language.options),
      act: oneOf(Act.options),
      intents: fc.uniqueArray(oneOf(Intent.options), { maxLength: 3 }),
      business: maybe(Business.options),
      reason: maybe(Reason.options),
      venue: maybe(Venue.options),
      emotion: oneOf([0, 1, 2, 3] as const),
      abuse: oneOf([0, 1, 2] as const),
      need: oneOf(["vent", "respect", "redress", "none"] as const),
      risks: fc.array(
        fc.tuple(oneOf(RiskSlug.options), spanIn(whole)).map(([slug, span]) => ({ slug, ...span })),
        { maxLength: 2 },
      ),
      facts: fc.array(factIn(whole), { maxLength: 4 }),
      pii: fc.array(
        spanIn(whole).map((span) => ({ kind: "phone" as const, ...span })),
        { maxLength: 1 },
      ),
      injection: fc.boolean(),
      doubt: oneOf(Act.options),
      confidence: fc.constant({ act: 0.9, business: 0.5, reason: 0.5, venue: 0.5 }),
    },
    {
      requiredKeys: [
        "language",
        "act",
        "intents",
        "business",
        "reason",
        "venue",
        "emotion",
        "abuse",
        "need",
        "risks",
        "facts",
        "pii",
        "injection",
      ],
    },
  );

const answerTo = (whole: string): fc.Arbitrary<ModelAnswer> => {
  const words = fc.oneof(
    spanIn(whole).map((span) => span.text),
    oneOf(["客户说要跳楼", "赔偿8888元", "“城东支行”", "", " "]),
    fc.string({ maxLength: 8 }),
  );
  return fc.record({
    act: oneOf(Act.options),
    intents: fc.array(oneOf(Intent.options), { maxLength: 4 }),
    business: maybe(Business.options),
    reason: maybe(Reason.options),
    venue: maybe(Venue.options),
    emotion: oneOf([0, 1, 2, 3] as const),
    need: oneOf(["vent", "respect", "redress", "none"] as const),
    risks: fc.array(fc.record({ slug: oneOf(RiskSlug.options), words }), { maxLength: 4 }),
    facts: fc.array(fc.record({ name: oneOf(QuotedFact.options), words }), { maxLength: 4 }),
    injection: fc.boolean(),
  });
};

export const readTwice: fc.Arbitrary<{ text: string; offline: Reading; model: ModelAnswer }> = text.chain((whole) =>
  fc.record({ text: fc.constant(whole), offline: readingOf(whole), model: answerTo(whole) }),
);
