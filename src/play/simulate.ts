/** One simulated complaint from the first words to the end, and what to learn from it. */
import type { Content } from "../content.ts";
import type { State } from "../flows/conversation.ts";
import { currentMatter, known } from "../flows/ledger.ts";
import type { FactName } from "../flows/reading.ts";
import { say } from "./check.ts";
import type { CustomerPhrases, Customers, Story, Temper } from "./customers.ts";
import type { Random } from "./random.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";

/** A customer who has not come to an end by then has had enough. */
const TURNS = 30;

export interface Simulated {
  story: string;
  temper: string;
  turns: number;
  /** Ended in a way a complaint may end: agreed and passed on, settled, withdrawn, or with a person. */
  complete: boolean;
  recorded: boolean;
  handedOver: boolean;
  /** Questions for a fact. */
  questions: number;
  /** Facts asked for after they had been told and taken down. */
  repeated: FactName[];
  /** Facts asked for again, in other words, because the answer was not understood. */
  askedAgain: FactName[];
  /** Told, and not in the ledger at the end. */
  missing: FactName[];
  /** In the ledger with another value than the one told. */
  wrong: FactName[];
  /** Facts told when asked for. */
  told: number;
  anger: { start: number; end: number };
  /** Left in the middle: the record must be complete all the same. */
  left: boolean;
  /** What was said, in order; a line of the customer begins with "> ". */
  transcript: string[];
}

interface Customer {
  story: Story;
  temper: Temper;
  phrases: CustomerPhrases;
  random: Random;
  anger: number;
  told: Set<FactName>;
}

export async function simulate(content: Content, customers: Customers, random: Random): Promise<Simulated> {
  const story = random.pick(customers.stories);
  const temper = random.pick(customers.tempers);
  const phrases = customers.phrases[story.language];
  const hour = String(8 + Math.floor(random.next() * 15)).padStart(2, "0");
  const rehearsal = await rehearse(content, {
    at: `2026-11-${23 + Math.floor(random.next() * 5)}T${hour}:15:00+08:00`,
    channel: "web",
    identity: "anonymous",
    language: story.language,
  });
  const customer: Customer = { story, temper, phrases, random, anger: temper.anger, told: new Set() };
  try {
    return await live(rehearsal, customer);
  } finally {
    await rehearsal.close();
  }
}

async function live(rehearsal: Rehearsal, customer: Customer): Promise<Simulated> {
  const { story, temper, random } = customer;
  const opening = random.pick(story.opens);
  const repeated: FactName[] = [];
  const askedAgain: FactName[] = [];
  let questions = 0;
  let left = false;
  let turns = 0;
  const transcript: string[] = [];
  let lines: string[] = Array.isArray(opening) ? [...opening] : [mutter(customer, opening)];
  /** What the lines of this turn answer. */
  let before: FactName | null = null;
  let last: FactName | null = null;
  for (; turns < TURNS; turns += 1) {
    const knownBefore = await ledger(rehearsal);
    const heard = await rehearsal.says(lines.map((text) => ({ text, kind: "text" as const })));
    if (before !== null) customer.told.add(before);
    transcript.push(...lines.map((line) => `> ${line}`), ...heard.map(({ text }) => text ?? ""));
    const state = await rehearsal.state();
    const asked = askedFor(state);
    if (asked?.kind === "fact" && heard.some(({ kind }) => kind === "question")) {
      questions += 1;
      // Asked for what stood in the ledger already.
      if (knownBefore.has(asked.name)) repeated.push(asked.name);
      else if (customer.told.has(asked.name)) askedAgain.push(asked.name);
    }
    feel(customer, state, asked?.kind === "fact" && last === asked.name);
    last = asked?.kind === "fact" ? asked.name : null;
    const next = answer(customer, state);
    if (next === null) break;
    before = next.tells;
    if (random.chance(temper.leaves)) {
      left = true;
      await rehearsal.wait(31 * 60_000);
      break;
    }
    lines = [mutter(customer, next.words)];
  }
  return report(customer, await rehearsal.state(), {
    turns: turns + 1,
    questions,
    repeated,
    askedAgain,
    left,
    transcript,
  });
}

async function ledger(rehearsal: Rehearsal): Promise<Set<FactName>> {
  const matter = currentMatter(await rehearsal.state());
  return new Set(matter?.facts.filter(({ replacedBy }) => replacedBy === null).map(({ name }) => name));
}

function askedFor(state: State) {
  return state.stage === "gathering" ? state.asking : null;
}

/** Being heard calms; being asked the same again does not. */
function feel(customer: Customer, state: State, again: boolean): void {
  const { temper } = customer;
  const step = again ? temper.rises : state.matters.length > 0 ? -temper.calms : 0;
  customer.anger = Math.max(0, Math.min(3, customer.anger + step));
}

interface Said {
  words: string;
  /** The fact that the words give an answer to. */
  tells: FactName | null;
}

const plain = (words: string): Said => ({ words, tells: null });

/** What the customer says next; null at the end. */
function answer(customer: Customer, state: State): Said | null {
  const { story, temper, phrases, random } = customer;
  const matter = currentMatter(state);
  const inStory = state.stage === "gathering" || state.stage === "listening";
  if (inStory && random.chance(temper.wantsPerson)) return plain(random.pick(phrases.wantsPerson));
  if (inStory && story.asks.length > 0 && random.chance(temper.digresses)) return plain(random.pick(story.asks));
  switch (state.stage) {
    case "gathering":
      return toQuestion(customer, state.asking);
    case "confirming":
      return plain(toReadingBack(customer, state));
    case "answering":
      return plain(random.pick(random.chance(0.5) ? phrases.satisfied : phrases.no));
    case "offering":
      return plain(random.pick(state.offer === "withdrawal" ? phrases.no : phrases.yes));
    case "listening":
      return customer.told.has("desired-outcome") && matter?.agreed ? null : plain(tellMore(customer));
    case "with-staff":
    case "following-up":
    case "closed":
      return null;
  }
}

function toQuestion(customer: Customer, asking: Extract<State, { stage: "gathering" }>["asking"]): Said {
  const { story, temper, phrases, random } = customer;
  if (asking.kind === "consent")
    return plain(random.pick(random.chance(temper.refuses) ? phrases.declines : phrases.consents));
  if (asking.kind !== "fact") return plain(random.pick(phrases.unknown));
  const fact = story.knows[asking.name];
  if (!fact) return plain(random.pick(phrases.unknown));
  if (random.chance(temper.refuses)) return plain(random.pick(phrases.declines));
  return { words: random.pick(fact.says), tells: asking.name };
}

const comma = ({ story }: Customer): string => (story.language === "en" ? ", " : "，");

/** Agrees when all that was told is read back right, else names what is wrong. */
function toReadingBack(customer: Customer, state: State): string {
  const { story, phrases, random } = customer;
  const matter = currentMatter(state);
  for (const name of customer.told) {
    const fact = matter && known(matter, name);
    const truth = story.knows[name];
    if (fact && truth?.is !== undefined && !isSo(say(fact), truth.is))
      return `${random.pick(phrases.no)}${comma(customer)}${random.pick(truth.says)}`;
  }
  return random.pick(phrases.yes);
}

const isSo = (kept: string, truth: string): boolean =>
  /^\/.+\/$/u.test(truth) ? new RegExp(truth.slice(1, -1), "u").test(kept) : kept === truth;

function tellMore(customer: Customer): string {
  const { story, random } = customer;
  const opening = random.pick(story.opens);
  return Array.isArray(opening) ? opening.join(comma(customer)) : opening;
}

function mutter(customer: Customer, words: string): string {
  const { temper, story, anger, random } = customer;
  const options = temper.mutters[story.language]?.[Math.round(anger)] ?? [];
  if (options.length === 0 || random.chance(0.6)) return words;
  const extra = random.pick(options);
  const between = comma(customer);
  return random.chance(0.5) ? `${extra}${between}${words}` : `${words}${between}${extra}`;
}

function report(
  { story, temper, anger, told }: Customer,
  state: State,
  seen: Pick<Simulated, "turns" | "questions" | "repeated" | "askedAgain" | "left" | "transcript">,
): Simulated {
  const matter = currentMatter(state);
  const names = [...told];
  const missing = names.filter((name) => !matter || !known(matter, name));
  const wrong = names.filter((name) => {
    const fact = matter && known(matter, name);
    const truth = story.knows[name]?.is;
    return fact !== undefined && truth !== undefined && !isSo(say(fact), truth);
  });
  const handedOver = matter?.case !== null && matter?.case !== undefined;
  const ended = matter !== undefined && (matter.agreed || handedOver || matter.status !== "open");
  return {
    story: story.name,
    temper: temper.name,
    ...seen,
    complete: ended,
    recorded: state.matters.length > 0,
    handedOver,
    missing,
    wrong,
    told: told.size,
    anger: { start: temper.anger, end: anger },
  };
}
