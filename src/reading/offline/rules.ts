/**
 * Text to `Reading` by rules and weighted cues alone. What trained weights make of it is in `read.ts`.
 * Same text and context, same reading. It never throws on a text.
 */
import type { FactName, FoundFact, PersonalSpan, Reading, ReadingContext, RiskSlug } from "../../flows/reading.ts";
import { findAct, type RiskWeight } from "./act.ts";
import { findAxes } from "./axes.ts";
import { findCorrection, putRight } from "./corrections.ts";
import { findDeclined } from "./declined.ts";
import { findAbuse, findEmotion, findNeed } from "./emotion.ts";
import { findAmounts } from "./facts/amount.ts";
import { findAsked } from "./facts/asked.ts";
import type { FactDraft, FactSource } from "./facts/draft.ts";
import { findCounts, findDurations } from "./facts/measures.ts";
import { findCounterparties, findPersons, findPlaces, findProducts, findStaff, namedProducts } from "./facts/names.ts";
import { findPhones, findReferences, findTails } from "./facts/numbers.ts";
import { findOccurred } from "./facts/occurred.ts";
import { withVolunteered } from "./facts/volunteered.ts";
import { findAuthority, findContactTime, findEvidence, findOutcomes } from "./facts/wishes.ts";
import { STORY_CUES } from "./frames.ts";
import { findOrders } from "./injection.ts";
import { ANY_TIME_SAID, findIntents, isBareReply } from "./intents.ts";
import { detectLanguage } from "./language.ts";
import { ACT_CUES } from "./lexicon/acts.ts";
import { BUSINESS_CUES, REASON_CUES, VENUE_CUES } from "./lexicon/axes.ts";
import { CONCEPTS_EN } from "./lexicon/concepts-en.ts";
import { CONCEPTS_ZH } from "./lexicon/concepts-zh.ts";
import { GRIEVANCE_CUES } from "./lexicon/grievances.ts";
import { INJECTION } from "./lexicon/injection.ts";
import { INTENT_CUES } from "./lexicon/intents.ts";
import { MOOD_CUES } from "./lexicon/moods.ts";
import { AUTHORITY, COUNTERPARTIES, EVIDENCE, OUTCOMES, PLACES, PRODUCTS } from "./lexicon/outcomes.ts";
import { RISKS_EN } from "./lexicon/risks-en.ts";
import { RISKS_ZH } from "./lexicon/risks-zh.ts";
import { type Plain, toPlain } from "./plain.ts";
import { withoutRetracted } from "./retracted.ts";
import { findRisks } from "./risks.ts";
import { type Cue, createScan, type Hits, type Scan } from "./scan.ts";
import { inWindow, windowOf } from "./window.ts";

export interface OfflineReaderOptions {
  /** Injected, so that reading does not depend on privacy. Must give spans into the very text it gets. */
  detectPersonal: (text: string) => PersonalSpan[];
  /** Injected as well. Without it only figures are digits. */
  digitsIn?: (words: string) => string;
  /** The bank's own phrases, added to the built-in ones; plain words, no signs of the cue language. */
  riskPhrases?: readonly { slug: RiskSlug; phrases: readonly string[] }[];
}

/** A reading by rules, and what it was made from. */
export interface RuleReading {
  reading: Reading;
  /** The text as the rules see it, and every cue in it. */
  plain: string;
  hits: Hits;
  /** The customer's own words at a place of `plain`; null across the cut of a very long text. */
  locate: (start: number, end: number) => { text: string; start: number; end: number } | null;
}

const figures = (words: string): string => words.replace(/\D/g, "");

const WORD_LISTS: readonly Cue[] = [
  { tag: "injection", weight: 1, phrases: INJECTION },
  { tag: "outcome", weight: 1, phrases: OUTCOMES },
  { tag: "product", weight: 1, phrases: PRODUCTS },
  { tag: "place", weight: 1, phrases: PLACES },
  { tag: "counterparty", weight: 1, phrases: COUNTERPARTIES },
  { tag: "evidence", weight: 1, phrases: EVIDENCE },
  { tag: "authority", weight: 1, phrases: AUTHORITY },
];
/** What the words are about, for the trained weights: a word learnt stands for all of its group. */
const CONCEPTS: readonly Cue[] = [...CONCEPTS_ZH, ...CONCEPTS_EN].map(({ name, phrases }) => ({
  tag: `concept.${name}`,
  weight: 1,
  phrases,
}));
const RISK_SLUGS: readonly RiskSlug[] = RISKS_ZH.map(({ slug }) => slug);

function compile(own: OfflineReaderOptions["riskPhrases"]): Scan {
  const risks = [...RISKS_ZH, ...RISKS_EN].map(({ slug, phrases }) => ({ tag: `risk.${slug}`, weight: 1, phrases }));
  const added = (own ?? []).map(({ slug, phrases }) => ({
    tag: `risk.${slug}`,
    weight: 1,
    // A bank writes plain words; the signs of the cue language mean nothing there.
    phrases: phrases
      .map((phrase) => toPlain(phrase.trim()).text.replace(/[()|~?#*$]/g, ""))
      .filter((phrase) => phrase.length > 0),
  }));
  return createScan([
    ...ACT_CUES,
    ...GRIEVANCE_CUES,
    ...INTENT_CUES,
    ...BUSINESS_CUES,
    ...REASON_CUES,
    ...VENUE_CUES,
    ...MOOD_CUES,
    ...WORD_LISTS,
    ...CONCEPTS,
    ...STORY_CUES,
    ...risks,
    ...added,
  ]);
}

const GRAVE: ReadonlySet<RiskSlug> = new Set([
  "self-harm",
  "violence",
  "unauthorised-transaction",
  "scam",
  "data-leak",
]);
/** Who the writer is, and who writes for them, says nothing of what they want. */
const ABOUT_THE_WRITER: ReadonlySet<RiskSlug> = new Set(["vulnerable", "minor", "paid-agent"]);

function weightOf(slugs: readonly RiskSlug[]): RiskWeight {
  if (slugs.some((slug) => GRAVE.has(slug))) return "grave";
  return slugs.some((slug) => !ABOUT_THE_WRITER.has(slug)) ? "some" : "none";
}

/** What must not be taken from a text that pries or gives orders: none of it is the writer's own matter. */
const NOT_FROM_ORDERS: ReadonlySet<FactName> = new Set(["desired-outcome", "place", "card-tail", "account-tail"]);

function findFacts(source: FactSource): FactDraft[] {
  const contact = findContactTime(source);
  const references = findReferences(source);
  const tails = findTails(source);
  const occurred = findOccurred(source, [...contact, ...namedProducts(source.plain)]);
  const taken = [...source.personal, ...references, ...tails, ...occurred];
  const facts = [
    ...findAmounts(source, taken),
    ...occurred,
    ...findDurations(source, occurred),
    ...findCounts(source),
    ...findPlaces(source),
    ...tails,
    ...findPhones(source),
    ...findPersons(source),
    ...findStaff(source),
    ...findCounterparties(source),
    ...findProducts(source),
    ...references,
    ...findOutcomes(source),
    ...findEvidence(source, contact),
    ...contact,
    ...findAuthority(source),
  ];
  return facts;
}

/**
 * Compiles the lexicons once (some 50 ms) and returns the reader. Offsets in a reading are UTF-16
 * units into the text given, end exclusive, and `span.text` is exactly that slice.
 */
export function createRuleReader(
  options: OfflineReaderOptions,
): (text: string, context: ReadingContext) => RuleReading {
  const scan = compile(options.riskPhrases);
  const slugs = [...new Set<RiskSlug>([...RISK_SLUGS, ...(options.riskPhrases ?? []).map(({ slug }) => slug)])];

  return (whole, context) => {
    const pii = options.detectPersonal(whole);
    const view = windowOf(whole);
    const form: Plain = toPlain(view.text);
    const plain = form.text;
    const asking: FactName | null = context.asking ?? null;
    const hits = scan(plain);

    const risks = findRisks(plain, hits, slugs);
    const risk = weightOf(risks.map(({ slug }) => slug));
    const emotional = hits.has("emotion.3") || hits.score("emotion.2") > 2 || hits.has("abuse.2");
    const troubled = hits.score("act.complaint") >= 3;
    const intents = findIntents(plain, hits, asking, troubled);
    const axes = findAxes(
      hits,
      namedProducts(plain).length > 0,
      risks.map(({ slug }) => slug),
    );
    // One weak cue, a queue, is no grievance yet.
    const grievance = axes.reason.slug !== null && axes.reason.confidence > 0.65;
    let { act, confidence } = findAct(
      plain,
      hits,
      intents,
      risk,
      emotional,
      grievance,
      axes.business.slug !== null || axes.venue.slug !== null,
      asking !== null,
    );
    const source: FactSource = {
      plain,
      original: view.text,
      hits,
      digitsIn: options.digitsIn ?? figures,
      personal: inWindow(pii, view.text.length, whole.length),
      at: context.at,
      zone: context.zone,
      asking,
      replying: asking !== null || context.replying === true,
    };
    const { prying, injection } = findOrders(plain, hits);
    const { facts: standing, corrected } = withoutRetracted(plain, findFacts(source));
    const number = findCorrection(plain);
    const right = number ? putRight(standing, number) : standing;
    let drafts = injection ? right.filter(({ name }) => !NOT_FROM_ORDERS.has(name)) : right;
    if (corrected && !intents.includes("correct")) intents.push("correct");
    if (prying && risk === "none" && !emotional && axes.reason.slug === null) {
      act = "request";
      confidence = 0.5;
    }
    if (asking === "contact-time" && ANY_TIME_SAID.test(plain.replace(/[。.!~ ]+$/, "").trimStart())) {
      act = "unclear";
      confidence = 0.8;
    }
    if (source.replying && !injection) drafts = withVolunteered(source, drafts);
    if (asking !== null && !injection && !drafts.some((fact) => fact.name === asking))
      drafts.push(...findAsked(source, intents, act === "question" ? "question" : "other", drafts));

    // "不方便" to a question declines it; it complains of nothing.
    if (isBareReply(plain, asking) && !intents.includes("withdraw")) {
      act = "unclear";
      confidence = 0.6;
    }
    // "让她道歉" alone asks for something to be done.
    if (act === "unclear" && asking === null && drafts.some(({ name }) => name === "desired-outcome")) {
      act = "request";
      confidence = 0.5;
    }
    const numberSpan = number && view.original(number.start, number.end);
    if (numberSpan && !intents.includes("correct")) intents.push("correct");
    const emotion = findEmotion(plain, view.text, hits, act, risks);
    const abuse = findAbuse(plain, hits);
    const declined = findDeclined(plain);
    const facts: FoundFact[] = [];
    for (const draft of drafts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.start - b.start))) {
      const { start, end, ...found } = draft;
      const span = view.original(start, end);
      if (span) facts.push({ ...found, text: whole.slice(span.start, span.end), ...span });
    }
    const reading: Reading = {
      language: detectLanguage(form),
      act,
      intents,
      business: axes.business.slug,
      reason: axes.reason.slug,
      venue: axes.venue.slug,
      emotion,
      abuse,
      need: findNeed(act, emotion, abuse, axes.reason.slug, facts, risks),
      risks: risks.flatMap((risk) => {
        const span = view.original(risk.start, risk.end);
        return span ? [{ slug: risk.slug, text: whole.slice(span.start, span.end), ...span }] : [];
      }),
      facts,
      pii,
      injection,
      ...(declined.length > 0 ? { declined } : {}),
      ...(number && numberSpan
        ? {
            correction: {
              was: number.was,
              is: number.is,
              text: whole.slice(numberSpan.start, numberSpan.end),
              ...numberSpan,
            },
          }
        : {}),
      confidence: {
        act: confidence,
        business: axes.business.confidence,
        reason: axes.reason.confidence,
        venue: axes.venue.confidence,
      },
    };
    const locate = (start: number, end: number) => {
      const span = view.original(start, end);
      return span ? { text: whole.slice(span.start, span.end), ...span } : null;
    };
    return { reading, plain, hits, locate };
  };
}
