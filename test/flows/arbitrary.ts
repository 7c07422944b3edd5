/** Arbitrary turns of a customer, for laws that hold whatever is said. */
import fc from "fast-check";
import type { Answer } from "../../src/flows/answer.ts";
import type { Command } from "../../src/flows/command.ts";
import type { CaseNotice } from "../../src/flows/notice.ts";
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
} from "../../src/flows/reading.ts";

const oneOf = <T>(options: readonly T[]) => fc.constantFrom(...options);

const span = (text: string) => ({ text, start: 0, end: text.length });

export const fact: fc.Arbitrary<FoundFact> = fc.oneof(
  fc
    .integer({ min: 1, max: 10_000_000 })
    .map((minor): FoundFact => ({ name: "amount", value: { minor, currency: "CNY" }, ...span(`${minor}分`) })),
  fc.integer({ min: 1, max: 28 }).map((day): FoundFact => {
    const date = `2026-11-${String(day).padStart(2, "0")}`;
    return {
      name: "occurred",
      value: { from: `${date}T00:00:00+08:00`, to: `${date}T23:59:59+08:00`, precision: "day" },
      ...span(`${day}号`),
    };
  }),
  oneOf([
    "place",
    "card-tail",
    "phone",
    "person",
    "staff",
    "counterparty",
    "product",
    "desired-outcome",
    "contact-time",
    "evidence",
  ] as const).chain((name) =>
    oneOf(["甲", "乙", "丙", "1234", "13800005678"]).map((value): FoundFact => ({ name, value, ...span(value) })),
  ),
);

export const reading: fc.Arbitrary<Reading> = fc.record({
  language: oneOf(Language.options),
  act: oneOf(Act.options),
  intents: fc.uniqueArray(oneOf(Intent.options), { maxLength: 2 }),
  business: fc.option(oneOf(Business.options)),
  reason: fc.option(oneOf(Reason.options)),
  venue: fc.option(oneOf(Venue.options)),
  emotion: oneOf([0, 1, 2, 3] as const),
  abuse: oneOf([0, 0, 0, 1, 2] as const),
  need: oneOf(["none", "vent", "respect", "redress"] as const),
  risks: fc.array(
    oneOf(RiskSlug.options).map((slug) => ({ slug, ...span("话") })),
    { maxLength: 1 },
  ),
  facts: fc.array(fact, { maxLength: 3 }),
  pii: fc.constant([]),
  injection: fc.boolean(),
  doubt: oneOf(["question", "request", "complaint"] as const),
});

const citation = {
  policy: "swallowed-card",
  clause: "1",
  title: "自助设备吞卡处理规则",
  heading: "当场取回",
  version: "2.1",
  effectiveFrom: "2026-01-01",
  quote: "当场核对证件后取回。",
  language: "zh" as const,
  hash: "00",
};

const answer: fc.Arbitrary<Answer | null> = oneOf<Answer | null>([
  null,
  { kind: "unknown" },
  { kind: "clarify", options: ["甲", "乙"] },
  { kind: "found", text: "可以当场取回。", citations: [citation], score: 1 },
]);

export const hear: fc.Arbitrary<Extract<Command, { type: "hear" }>> = fc
  .record({
    reading,
    answer,
    also: fc.array(reading, { maxLength: 1 }),
    text: fc.string({ unit: "binary", maxLength: 30 }),
    secretsRemoved: oneOf([0, 0, 1]),
    incident: oneOf([false, false, true]),
  })
  .map(({ reading: read, answer: found, also, text, secretsRemoved, incident }) => ({
    type: "hear",
    messages: [
      {
        id: `m-${text.length}-${read.facts.length}`,
        at: "2026-11-21T01:00:00.000Z",
        text,
        kind: "text",
        secretsRemoved,
      },
    ],
    reading: read,
    answer: found,
    lookup: null,
    also,
    ...(incident ? { incidents: [{ id: "i-1", version: 1, known: { zh: "正在抢修。", en: "Being repaired." } }] } : {}),
  }));

const staff = oneOf([
  { id: "zhou", name: "小周" },
  { id: "lin", name: "小林" },
]);

type Make = (matter: string) => Exclude<Command, { type: "open" }>;
const making = <T>(from: fc.Arbitrary<T>, make: (value: T) => Make): fc.Arbitrary<Make> => from.map(make);

const notice: fc.Arbitrary<CaseNotice> = oneOf<CaseNotice>([
  { kind: "owner", staff: { id: "lin", name: "小林" }, department: "retail" },
  { kind: "owner", staff: null, department: "legal" },
  { kind: "facts-wanted", names: ["evidence", "phone"] },
  { kind: "waiting", whom: "third-party", reason: "mediation", until: "2026-12-01T01:00:00.000Z" },
  { kind: "progress", next: null },
  { kind: "extension", due: "2026-12-20", reason: "等回单" },
  { kind: "proposal", proposal: "p1", staff: { id: "zhou", name: "小周" }, answerBy: "2026-12-01T01:00:00.000Z" },
  { kind: "decision", staff: { id: "zhou", name: "小周" }, text: "已核实" },
  { kind: "review-begun", due: "2026-12-20" },
  { kind: "restarted", due: "2026-12-20" },
  { kind: "merged", into: "C-2" },
]);

/** Everything that may happen to a conversation; staff act on the first matter, if there is one. */
export const command: fc.Arbitrary<Make> = fc.oneof(
  { weight: 8, arbitrary: making(hear, (heard) => () => heard) },
  {
    weight: 1,
    arbitrary: making(staff, (who) => (matter) => ({ type: "take", matter, staff: who, undelivered: ["m"] })),
  },
  { weight: 1, arbitrary: making(staff, (who) => () => ({ type: "staff-reply", message: "s-1", staff: who })) },
  { weight: 1, arbitrary: making(staff, (who) => () => ({ type: "hand-back", staff: who })) },
  {
    weight: 1,
    arbitrary: making(staff, (who) => (matter) => ({ type: "resolve", matter, staff: who, result: "已核实" })),
  },
  {
    weight: 2,
    arbitrary: making(fc.tuple(notice, oneOf(["n1", "n2", "n3", "n4", "n5"])), ([told, id]) => (matter) => ({
      type: "case-notice",
      matter,
      id,
      notice: told,
    })),
  },
  {
    weight: 1,
    arbitrary: making(fc.constant("C-1"), (number) => (matter) => ({ type: "core-opened", matter, number })),
  },
  {
    weight: 1,
    arbitrary: making(oneOf(["i-1", "i-2"]), (incident) => (matter) => ({
      type: "incident-over",
      matter,
      incident,
      ending: { zh: "已恢复。", en: "Works again." },
      by: "staff:meng-qi",
    })),
  },
  {
    weight: 1,
    arbitrary: making(oneOf(["silence", "wait-over", "staff-silent"] as const), (type) => () => ({ type })),
  },
);
