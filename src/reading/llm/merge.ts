/**
 * What a model's answer may add to the offline reading. The rules' findings stand: risks, numbers, times, personal
 * data. The model adds what they missed, with words found in the text, and can never end a complaint or agree to
 * anything for the customer.
 */
import type { Act, Emotion, FoundFact, Intent, Need, Reading, RiskFinding } from "../../flows/reading.ts";
import type { ModelAnswer } from "./answer.ts";
import { findQuote } from "./quote.ts";

/** Longest quotations, in UTF-16 units. */
const RISK_WORDS = 200;
const FACT_WORDS = 120;

/**
 * Each of these can end a complaint, or stand for the customer's agreement, in some stage of a conversation:
 * only the customer's own plain words do that.
 */
const ONLY_BY_RULES: ReadonlySet<Intent> = new Set(["withdraw", "settled", "confirm", "thanks"]);
/** Not beside a plain yes: the customer agreed, whatever else the words may hint at. */
const AGAINST_CONFIRM: ReadonlySet<Intent> = new Set(["deny", "skip", "dont-know", "correct"]);

/** Pure. The offline reading is not changed; the same inputs give the same reading. */
export function mergeReadings(offline: Reading, model: ModelAnswer, text: string): Reading {
  const risks = mergeRisks(offline, model, text);
  // Whoever gives orders may have given them to the model too: only a warning is taken from it then.
  if (offline.injection || model.injection) return { ...offline, risks };
  const { act, doubt } = mergeActs(offline, model.act);
  const facts = mergeFacts(offline, model, text);
  const axes = mergeAxes(offline, model);
  const { doubt: _, confidence, ...rest } = offline;
  const measured = confidence && measures(confidence, offline, { ...axes, act });
  return {
    ...rest,
    ...axes,
    act,
    intents: mergeIntents(offline.intents, model.intents),
    emotion: mergeEmotion(offline, model.emotion, risks),
    need: mergeNeed(offline.need, model.need, act),
    risks,
    facts,
    ...(doubt ? { doubt } : {}),
    ...(measured ? { confidence: measured } : {}),
  };
}

function mergeRisks(offline: Reading, model: ModelAnswer, text: string): RiskFinding[] {
  const risks = [...offline.risks];
  for (const { slug, words } of model.risks) {
    if (risks.some((risk) => risk.slug === slug)) continue;
    const quote = findQuote(text, words, RISK_WORDS);
    if (quote) risks.push({ slug, ...quote });
  }
  return risks;
}

/**
 * A complaint must not be lost, and a question must not be made one behind the customer's back: where the two
 * readers differ the safer act stands and the other is the doubt, so that the flow asks.
 */
function mergeActs(offline: Reading, said: Act): { act: Act; doubt?: Act | undefined } {
  const { act, doubt } = offline;
  if (said === "unclear") return { act, doubt };
  if (act === "unclear") return { act: said, doubt: doubt === said ? undefined : doubt };
  // Two readers agree on the safe side; a doubt whether it complains isn't taken away by the other.
  if (said === act) return { act, doubt: act === "complaint" ? undefined : doubt };
  return safety(said) > safety(act) ? { act: said, doubt: act } : { act, doubt: doubt === "complaint" ? doubt : said };
}

const safety = (act: Act): number => (act === "complaint" ? 2 : act === "report" ? 1 : 0);

function mergeIntents(offline: readonly Intent[], said: readonly Intent[]): Intent[] {
  const intents = [...offline];
  const agreed = offline.includes("confirm");
  for (const intent of said) {
    if (intents.includes(intent) || ONLY_BY_RULES.has(intent) || (agreed && AGAINST_CONFIRM.has(intent))) continue;
    intents.push(intent);
  }
  return intents;
}

/** "other" from a model mostly means that it couldn't say; it fills nothing. */
function mergeAxes(offline: Reading, model: ModelAnswer): Pick<Reading, "business" | "reason" | "venue"> {
  const fill = <T extends string>(found: T | null, said: T | null): T | null =>
    found === null && said !== "other" ? said : found;
  return {
    business: fill(offline.business, model.business),
    reason: fill(offline.reason, model.reason),
    venue: fill(offline.venue, model.venue),
  };
}

/** The rules measured their own finding; what the model put in its place has no measure. */
function measures(
  confidence: NonNullable<Reading["confidence"]>,
  offline: Reading,
  merged: Pick<Reading, "act" | "business" | "reason" | "venue">,
): Reading["confidence"] {
  const kept = Object.entries(confidence).filter(([axis]) => {
    switch (axis) {
      case "act":
      case "business":
      case "reason":
      case "venue":
        return merged[axis] === offline[axis];
      default:
        return false;
    }
  });
  return Object.fromEntries(kept);
}

/** A fact the rules have is theirs. The model's first quotation of a name counts, unless its words already are another fact. */
function mergeFacts(offline: Reading, model: ModelAnswer, text: string): FoundFact[] {
  const facts = [...offline.facts];
  for (const { name, words } of model.facts) {
    if (facts.some((fact) => fact.name === name)) continue;
    const quote = findQuote(text, words, FACT_WORDS);
    if (!quote || facts.some((fact) => fact.start <= quote.start && quote.end <= fact.end)) continue;
    facts.push({ name, value: quote.text, ...quote });
  }
  return facts;
}

/**
 * The model hears tone better than words do, so it may see more anger than the rules. It calms by one step at
 * most, and not at all where there is abuse or danger.
 */
function mergeEmotion(offline: Reading, said: Emotion, risks: readonly RiskFinding[]): Emotion {
  if (said >= offline.emotion) return said;
  if (offline.abuse > 0 || risks.length > 0) return offline.emotion;
  return STEP_DOWN[offline.emotion];
}

const STEP_DOWN: Readonly<Record<Emotion, Emotion>> = { 0: 0, 1: 0, 2: 1, 3: 2 };

const mergeNeed = (found: Need, said: Need, act: Act): Need =>
  found === "none" && (act === "complaint" || act === "report") ? said : found;
