/**
 * What a message was understood to say. Data, never an action: nothing in a
 * reading opens a case, moves an owner or promises anything. One vocabulary
 * for the reader, the flow, the test data and the reports.
 *
 * Offsets are UTF-16 units into the text that was read, end exclusive.
 */
import { z } from "zod";

export const Language = z.enum(["zh-Hans", "zh-Hant", "en"]);
export type Language = z.infer<typeof Language>;

export const Act = z.enum([
  "complaint",
  "question",
  "request",
  "suggestion",
  "praise",
  "report",
  "chitchat",
  "unclear",
]);
export type Act = z.infer<typeof Act>;

export const Intent = z.enum([
  "wants-human",
  "case-status",
  "withdraw",
  "confirm",
  "deny",
  "settled",
  "correct",
  "skip",
  "dont-know",
  "why-asked",
  "repeat-please",
  "thanks",
  "goodbye",
  "attach",
]);
export type Intent = z.infer<typeof Intent>;

export const Business = z.enum([
  "savings",
  "loan",
  "debit-card",
  "credit-card",
  "payment",
  "cash",
  "personal-information",
  "credit-record",
  "foreign-exchange",
  "precious-metals",
  "wealth",
  "agency-sales",
  "other-intermediary",
  "collection",
  "treasury",
  "other",
]);
export type Business = z.infer<typeof Business>;

export const Reason = z.enum([
  "service-attitude",
  "facilities-systems",
  "rules-process",
  "marketing",
  "disclosure",
  "free-choice",
  "pricing",
  "product-yield",
  "contract-terms",
  "fund-safety",
  "information-safety",
  "collection-conduct",
  "other",
]);
export type Reason = z.infer<typeof Reason>;

export const Venue = z.enum([
  "branch-counter",
  "self-service",
  "online-banking",
  "phone",
  "mobile-app",
  "web-platform",
  "sms",
  "third-party",
  "back-office",
  "other",
]);
export type Venue = z.infer<typeof Venue>;

/** 0 calm, 1 displeased, 2 angry, 3 furious or desperate. */
export const Emotion = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Emotion = z.infer<typeof Emotion>;

/** 0 none, 1 rude words or contempt, 2 insults, obscenities or threats at a person. */
export const Abuse = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Abuse = z.infer<typeof Abuse>;

/** What the reply should meet first. */
export const Need = z.enum(["vent", "respect", "redress", "none"]);
export type Need = z.infer<typeof Need>;

export const RiskSlug = z.enum([
  "self-harm",
  "violence",
  "unauthorised-transaction",
  "scam",
  "data-leak",
  "regulator",
  "media",
  "litigation",
  "group-action",
  "abusive-collection",
  "staff-misconduct",
  "vulnerable",
  "minor",
  "account-restricted",
  "paid-agent",
  "repeat",
]);
export type RiskSlug = z.infer<typeof RiskSlug>;

const span = {
  /** The customer's words. */
  text: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
};

export const RiskFinding = z.object({ slug: RiskSlug, ...span });
export type RiskFinding = z.infer<typeof RiskFinding>;

export const Money = z.object({
  /** Integer minor units: fen, cents. */
  minor: z.number().int(),
  currency: z.string().length(3),
});
export type Money = z.infer<typeof Money>;

export const TimePrecision = z.enum(["minute", "hour", "part-of-day", "day", "week", "month", "year"]);
export type TimePrecision = z.infer<typeof TimePrecision>;

/** Half-open range of instants with the zone's offset, and how exactly the customer put it. */
export const Occurred = z.object({ from: z.string(), to: z.string(), precision: TimePrecision });
export type Occurred = z.infer<typeof Occurred>;

/** Seconds, of a wait or a delay. */
const Duration = z.object({ seconds: z.number().min(0) });
const Count = z.object({ n: z.number().int().min(0), unit: z.string() });

const textFact = <N extends string>(name: N) => z.object({ name: z.literal(name), value: z.string(), ...span });

/** A fact found in the words. Its value is normalised; the words stay beside it. */
export const FoundFact = z.discriminatedUnion("name", [
  z.object({ name: z.literal("amount"), value: Money, ...span }),
  z.object({ name: z.literal("occurred"), value: Occurred, ...span }),
  z.object({ name: z.literal("duration"), value: Duration, ...span }),
  z.object({ name: z.literal("count"), value: Count, ...span }),
  textFact("place"),
  textFact("card-tail"),
  textFact("account-tail"),
  textFact("phone"),
  textFact("person"),
  textFact("staff"),
  textFact("counterparty"),
  textFact("product"),
  textFact("transaction-ref"),
  textFact("case-ref"),
  textFact("desired-outcome"),
  textFact("evidence"),
  textFact("contact-time"),
  textFact("authority"),
]);
export type FoundFact = z.infer<typeof FoundFact>;
/** The names of all facts. */
export const FactName = z.enum(FoundFact.options.map((fact) => fact.shape.name.value));
export type FactName = FoundFact["name"];

export const PersonalKind = z.enum(["card-number", "id-number", "phone", "email", "address", "name", "secret"]);
export type PersonalKind = z.infer<typeof PersonalKind>;

/** Personal data to mask wherever the text leaves the sealed store. */
export const PersonalSpan = z.object({ kind: PersonalKind, ...span });
export type PersonalSpan = z.infer<typeof PersonalSpan>;

/** One number put in the place of another: "不是三块，是三十". The words are those of the right one. */
export const Correction = z.object({
  /** Null where only the right one is said: "看错了，应该是2069". */
  was: z.number().nullable(),
  is: z.number(),
  ...span,
});
export type Correction = z.infer<typeof Correction>;

export const Reading = z.object({
  language: Language,
  act: Act,
  intents: z.array(Intent),
  business: Business.nullable(),
  reason: Reason.nullable(),
  venue: Venue.nullable(),
  emotion: Emotion,
  abuse: Abuse,
  need: Need,
  risks: z.array(RiskFinding),
  facts: z.array(FoundFact),
  pii: z.array(PersonalSpan),
  /** The text tries to give the bot orders. It stays data; the flow only notes it. */
  injection: z.boolean(),
  /** Another act the words may do as well; the flow asks rather than guesses. */
  doubt: Act.optional(),
  /** Facts that are refused by name: "名字就不说了". Absent where there are none. */
  declined: z.array(FactName).optional(),
  /** Absent where nothing is put right by numbers alone. */
  correction: Correction.optional(),
  /** 0..1 per axis; absent where the reader has no measure. */
  confidence: z
    .object({ act: z.number(), business: z.number(), reason: z.number(), venue: z.number() })
    .partial()
    .optional(),
});
export type Reading = z.infer<typeof Reading>;

/**
 * What the reader may know besides the words.
 * `asking` is the fact the bot has just asked for: "8827" alone is a card tail
 * only when a card tail was asked for, "澜川支行" a place, "三千" an amount.
 */
export interface ReadingContext {
  /** Instant the message was received, ISO 8601. */
  at: string;
  /** IANA zone in which the customer's "昨晚" is meant. */
  zone: string;
  asking?: FactName;
  /** The bot has asked something, if not for a fact: the text is a reply. Follows from `asking` where that is given. */
  replying?: true;
}
