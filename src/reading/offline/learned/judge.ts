/** The rules' reading weighed again together with the words themselves. Rules keep the last word where safety asks for it. */
import {
  type Abuse,
  Act,
  Business,
  type Emotion,
  Need,
  type Reading,
  type ReadingContext,
  Reason,
  type RiskFinding,
  RiskSlug,
  Venue,
} from "../../../flows/reading.ts";
import { clauseAt } from "../clauses.ts";
import { toldOfAbuse } from "../emotion.ts";
import type { RuleReading } from "../rules.ts";
import { Hits } from "../scan.ts";
import { featuresOf, type Opinions } from "./features.ts";
import { HEADS, type Head } from "./heads.ts";
import { scoresOf, type Weights } from "./weights.ts";

const GRAVE: readonly RiskSlug[] = ["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"];
/** A text is taken for abuse, an order to the bot or a risk from this probability on. */
const ABUSIVE = 0.35;
/** Without a rude word that the rules know: asking a polite customer to leave out the insults is an insult. */
const ABUSIVE_ALONE = 0.6;
const ORDERS = 0.8;
/** Characters below which a text is too short to give orders: "退给我" answers a question. */
const SHORT = 10;
/** What the rules named is unnamed only when the weights are this sure. */
const UNNAMED = 0.75;
const RISKY: Readonly<Record<"life" | "grave" | "other", number>> = { life: 0.6, grave: 0.4, other: 0.5 };
/**
 * What the rules take for a risk is none when the weights, which know of the rules' opinion, find it less likely.
 * Where a life may be in danger the rules' word stands.
 */
const HARDLY = 0.05;
const LIFE: readonly RiskSlug[] = ["self-harm", "violence"];
/** Characters of a text too long to be a message. */
const PAGES = 4000;
/** Characters from which an answer may tell a story of its own. */
const STORY = 25;
/** Insults the rules found need at least this. */
const UNLIKELY = 0.04;
/** While the bot waits for an answer the rules know what was asked; the weights need to be this sure. */
const SURE = 0.8;
const CERTAIN = 0.97;
/** Characters of a message in which less certainty of the rules counts. */
const BRIEF = 12;
/** What somebody in danger may want: to complain, to tell on somebody, to have it stopped, to know whether it is true. */
const SERIOUS: ReadonlySet<Act> = new Set(["complaint", "report", "request", "question"]);
/** Where it happened is told by some word; a guess is worse than nothing. */
const LIKELY_PLACE = 0.5;
const CALM: ReadonlySet<Act> = new Set(["question", "request", "suggestion", "praise", "chitchat"]);
const LIKELY = 0.4;
/** Characters of a text that may be mere sounds. */
const SOUNDS = 8;
/** Two acts that near each other are asked about. */
const NEAR = 0.38;

const headOf = (name: string): Head => {
  const head = HEADS.find((one) => one.name === name);
  if (!head) throw new Error(`no head ${name}`);
  return head;
};
const ACT = headOf("act");
const BUSINESS = headOf("business");
const REASON = headOf("reason");
const VENUE = headOf("venue");
const EMOTION = headOf("emotion");
const ABUSE = headOf("abuse");
const NEED = headOf("need");
const INJECTION = headOf("injection");
const RISKS = RiskSlug.options.map((slug) => ({ slug, head: headOf(`risk.${slug}`) }));

/** What the rules made of the message, as names for the features. */
export function opinionsOf(reading: Reading): Opinions {
  return [
    `act=${reading.act}`,
    `business=${reading.business}`,
    `reason=${reading.reason}`,
    `venue=${reading.venue}`,
    `emotion=${reading.emotion}`,
    `abuse=${reading.abuse}`,
    `need=${reading.need}`,
    `injection=${reading.injection}`,
    `${reading.act}/${reading.reason}`,
    ...reading.risks.map(({ slug }) => `risk=${slug}`),
    ...reading.intents.map((intent) => `intent=${intent}`),
    ...new Set(reading.facts.map(({ name }) => `fact=${name}`)),
  ];
}

/** Probability of each class of a head. */
function probabilities(scores: Float32Array, { classes, offset }: Head): number[] {
  let top = -Infinity;
  for (let n = 0; n < classes.length; n += 1) top = Math.max(top, scores[offset + n] ?? 0);
  const powers: number[] = [];
  let sum = 0;
  for (let n = 0; n < classes.length; n += 1) {
    const power = Math.exp((scores[offset + n] ?? 0) - top);
    powers.push(power);
    sum += power;
  }
  for (let n = 0; n < powers.length; n += 1) powers[n] = (powers[n] ?? 0) / sum;
  return powers;
}

interface Picked<T> {
  value: T;
  probability: number;
}
/** The two likeliest of a head's classes. */
function pick<T>(scores: Float32Array, head: Head, values: readonly T[]): [first: Picked<T>, second: Picked<T>] {
  const all = probabilities(scores, head);
  let first = 0;
  let second = 1;
  if ((all[1] ?? 0) > (all[0] ?? 0)) [first, second] = [1, 0];
  for (let n = 2; n < all.length; n += 1) {
    if ((all[n] ?? 0) > (all[first] ?? 0)) [first, second] = [n, first];
    else if ((all[n] ?? 0) > (all[second] ?? 0)) second = n;
  }
  const picked = (n: number): Picked<T> => ({ value: values[n] as T, probability: all[n] ?? 0 });
  return [picked(first), picked(second)];
}

/** Probability of the second of two classes. */
const yes = (scores: Float32Array, { offset }: Head): number =>
  1 / (1 + Math.exp((scores[offset] ?? 0) - (scores[offset + 1] ?? 0)));

export function judge(rules: RuleReading, weights: Weights, context: ReadingContext): Reading {
  const { reading, plain, hits } = rules;
  const scores = scoresOf(featuresOf(plain, hits, opinionsOf(reading)), weights);
  // A short answer to a question says what was asked, no danger that the rules do not see in it.
  const replying = context.asking !== undefined || context.replying === true;
  const answering = replying && plain.length < STORY;
  // The weights have learnt on what people write; of many pages only the rules find the one line that counts.
  const risks = answering || plain.length > PAGES ? [...reading.risks] : risksOf(rules, scores, weights);
  const grave = risks.some(({ slug }) => GRAVE.includes(slug));
  // Money that is gone is complained of, in whatever form; what a stranger on the line says may be asked about.
  const gone = risks.some(({ slug }) => slug === "unauthorised-transaction");
  const { act, sure, doubt } = actOf(rules, scores, context, gone ? "gone" : grave ? "grave" : null);
  const matter = act !== "chitchat" && act !== "unclear";
  const [business] = pick(scores, BUSINESS, [null, ...Business.options]);
  const [reason] = pick(scores, REASON, [null, ...Reason.options]);
  const [venue] = pick(scores, VENUE, [null, ...Venue.options]);
  // Signs and faces alone are no words the weights have learnt from.
  const emotion = SPOKEN.test(plain) ? middling(probabilities(scores, EMOTION)) : reading.emotion;
  const [need] = pick(scores, NEED, Need.options);
  const longEnough = plain.length >= SHORT && context.asking === undefined;
  const danger = risks.some(({ slug }) => slug === "self-harm" || slug === "violence");
  const complains = act === "complaint" || act === "report";
  const { doubt: _, ...rest } = reading;
  return {
    ...rest,
    act,
    ...(doubt ? { doubt } : {}),
    business: matter || business.probability > SURE ? named(business, reading.business) : reading.business,
    reason: matter || reason.probability > SURE ? named(reason, reading.reason) : reading.reason,
    venue: venue.probability > (matter ? LIKELY_PLACE : CERTAIN) ? named(venue, reading.venue) : reading.venue,
    emotion: danger ? 3 : fitting(act, emotion, risks.length > 0),
    abuse: abuseOf(reading.abuse, toldOfAbuse(plain) || KIN.test(plain), scores),
    need: complains ? need.value : "none",
    risks,
    injection: reading.injection || (longEnough && yes(scores, INJECTION) >= ORDERS),
    confidence: {
      act: sure,
      business: business.probability,
      reason: reason.probability,
      venue: venue.probability,
    },
  };
}

/** Who complains is at least displeased; who only asks or thanks is not angry, or it would be a complaint. */
function fitting(act: Act, emotion: Emotion, risky: boolean): Emotion {
  if (act === "complaint") return emotion === 0 ? 1 : emotion;
  return CALM.has(act) && !risky && emotion > 1 ? 1 : emotion;
}

/** The middle of the four degrees: to be one off is a small mistake, two off a large one. */
function middling(degrees: readonly number[]): Emotion {
  let sum = 0;
  for (const degree of [0, 1, 2] as const) {
    sum += degrees[degree] ?? 0;
    if (sum >= 0.5) return degree;
  }
  return 3;
}

const named = <T>({ value, probability }: Picked<T | null>, byRules: T | null): T | null =>
  value === null && probability < UNNAMED ? byRules : value;

/** "帮我妈妈投诉", "I want to complain": said outright, whatever else is wanted. */
const WISH =
  /(?:要|想|帮|替|代|来|得|必须|决定)[^,，。!?]{0,6}投诉(?!电话|部门?|渠道|热线|中心|[^,，。!?]{0,4}(?:吗|怎么|哪))|\b(?:want|wish|need|like|have|here|going|had) to (?:(?:make|file|lodge|raise|register|submit|put in) (?:a |an |another )?(?:formal )?)?complain(?:t)?\b/;
const SPOKEN = /[\p{L}\p{N}]/u;

function actOf(
  { reading, plain }: RuleReading,
  scores: Float32Array,
  { asking }: ReadingContext,
  danger: "gone" | "grave" | null,
): { act: Act; sure: number; doubt: Act | null } {
  const [first, second] = pick(scores, ACT, Act.options);
  const byRules = { act: reading.act, sure: reading.confidence?.act ?? 0.5, doubt: null };
  if (!SPOKEN.test(plain)) return byRules;
  if (danger) {
    const asks = danger === "gone" && first.value === "question";
    const act = SERIOUS.has(first.value) && !asks ? first.value : "complaint";
    return { act, sure: first.probability, doubt: null };
  }
  if (asking !== undefined && first.probability < SURE) return byRules;
  // A bare answer is no act of its own, whatever its words remind of.
  if (reading.act === "unclear" && reading.intents.length > 0 && first.probability < SURE) return byRules;
  if (reading.act === "complaint" && first.value !== "report" && WISH.test(plain)) return byRules;
  // In a few words there is little for the weights to see.
  const plainly = reading.act !== "unclear" && byRules.sure >= (plain.length <= BRIEF ? 0.6 : 0.9);
  if (plainly && first.probability < CERTAIN) return byRules;
  // Where nothing is likely, or there are only some sounds, the rules at least know what they saw.
  if (first.probability < LIKELY && reading.act !== "unclear") return byRules;
  if (first.probability < 0.6 && reading.act === "unclear" && plain.length <= SOUNDS) return byRules;
  const near = second.probability >= NEAR && asking === undefined;
  const plainComplaint = reading.act === "complaint" && byRules.sure >= 0.7;
  const unsure = near && !plainComplaint && (first.value === "complaint" || second.value === "complaint");
  return { act: first.value, sure: first.probability, doubt: unsure ? second.value : null };
}

/** "他妈妈的卡丢了": a mother, and no curse that the rules know. */
const KIN = /[他她它您你我咱俺]妈妈/;

function abuseOf(byRules: Abuse, told: boolean, scores: Float32Array): Abuse {
  const [none = 0, , insults = 0] = probabilities(scores, ABUSE);
  // The weights see the words, not whose they were.
  if (told && byRules === 0) return 0;
  if (insults >= (byRules === 0 ? ABUSIVE_ALONE : ABUSIVE) || (byRules === 2 && insults > UNLIKELY)) return 2;
  return none >= (byRules === 0 ? 0.35 : 0.5) ? 0 : 1;
}

/** "What should I do if my card is ever used by somebody else?": thought of, not happening. The rules know it by themselves. */
const SUPPOSED =
  /\b(?:if|in case|when)\b[^.?!]{0,40}\bever\b|^(?:如果|假如|万一|假设)[^。？?!！]{0,30}(?:怎么办|咋办|会怎样|怎么处理|怎么弄)\??$/;

/** What the rules found counts unless it is most unlikely; what the weights find likely is added. */
function risksOf({ reading, plain, locate }: RuleReading, scores: Float32Array, weights: Weights): RiskFinding[] {
  const found: RiskFinding[] = [];
  const supposed = SUPPOSED.test(plain);
  for (const { slug, head } of RISKS) {
    const byRules = reading.risks.find((risk) => risk.slug === slug);
    if (byRules) {
      if (LIFE.includes(slug) || yes(scores, head) >= HARDLY) found.push(byRules);
      continue;
    }
    if (supposed && !LIFE.includes(slug)) continue;
    const likely = LIFE.includes(slug) ? RISKY.life : GRAVE.includes(slug) ? RISKY.grave : RISKY.other;
    if (yes(scores, head) < likely) continue;
    const span = tellingClause(plain, head, weights);
    const words = span && locate(span.start, span.end);
    if (words) found.push({ slug, ...words });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The clause whose words speak most for it. */
function tellingClause(plain: string, head: Head, weights: Weights): { start: number; end: number } | null {
  const none = new Hits();
  let best: { start: number; end: number; score: number } | null = null;
  for (let at = 0; at < plain.length; ) {
    const { start, end } = clauseAt(plain, at);
    const words = plain.slice(start, end);
    if (words.trim() !== "") {
      const scores = scoresOf(featuresOf(words, none, []), weights);
      const score = (scores[head.offset + 1] ?? 0) - (scores[head.offset] ?? 0);
      if (!best || score > best.score) best = { start, end, score };
    }
    at = Math.max(end + 1, at + 1);
  }
  return best;
}
