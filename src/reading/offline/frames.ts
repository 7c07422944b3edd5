/**
 * Stories told in fresh words: no phrase gives them away, but their elements stand together. Money went out, and
 * it was not the writer's doing; somebody from outside the bank promised, was paid, and is gone. The elements are
 * word classes (`lexicon/frames-zh*.ts`); which of them make a story, and what takes it back, is in `frames-list.ts`
 * and `frames-of-conduct.ts`.
 */
import type { RiskFinding, RiskSlug } from "../../flows/reading.ts";
import { clauseAt } from "./clauses.ts";
import { DOUBTS, FRAMES } from "./frames-list.ts";
import { ELEMENTS, type Element } from "./lexicon/frames-zh.ts";
import type { Cue, Hit, Hits } from "./scan.ts";

export interface Frame {
  slug: RiskSlug;
  /** What the story is, for whoever reads the list. */
  name: string;
  /** One element of each group must stand in the text; the clause of the first group shows the risk. */
  all: readonly (readonly Element[])[];
  /** Units between the beginnings of the first group and of each other one; the whole text when left out. */
  within?: number;
  /** Takes the story back wherever it stands. */
  none?: readonly Element[];
}

/** A story tells its elements early; hostile texts repeat one of them thousands of times. */
const MOST_HITS = 60;

/** The elements, for the reader's one scan. The trained weights weigh also those that make no whole story. */
export const STORY_CUES: readonly Cue[] = Object.entries(ELEMENTS).map(([element, phrases]) => ({
  tag: `story.${element}`,
  weight: 1,
  phrases,
}));

export interface Story {
  /** The clause that tells it. */
  finding: Omit<RiskFinding, "text">;
  /** The words in it that were found. */
  words: Hit;
}

export interface Stories {
  /** One a slug. */
  found: Story[];
  /** The text says that it does not happen: a novel, a question about rules, a happy end. */
  doubted: (slug: RiskSlug) => boolean;
}

export function findStories(plain: string, hits: Hits): Stories {
  const doubted = (slug: RiskSlug) => DOUBTS[slug]?.some((element) => stands(hits, element)) ?? false;
  const found = new Map<RiskSlug, Story>();
  for (const frame of FRAMES) {
    if (found.has(frame.slug) || doubted(frame.slug)) continue;
    const words = tellingHit(hits, frame);
    if (words) found.set(frame.slug, { finding: { slug: frame.slug, ...clauseOf(plain, words) }, words });
  }
  return { found: [...found.values()], doubted };
}

const hitsOf = (hits: Hits, elements: readonly Element[]): Hit[] =>
  elements.flatMap((element) => hits.of(`story.${element}`).slice(0, MOST_HITS));
const stands = (hits: Hits, element: Element): boolean => hits.has(`story.${element}`);

function tellingHit(hits: Hits, { all, within, none }: Frame): Hit | null {
  if (none?.some((element) => stands(hits, element))) return null;
  const [first = [], ...others] = all;
  const rest = others.map((group) => hitsOf(hits, group));
  if (rest.some((group) => group.length === 0)) return null;
  const near = (a: Hit, b: Hit) => within === undefined || Math.abs(a.start - b.start) <= within;
  return hitsOf(hits, first).find((hit) => rest.every((group) => group.some((other) => near(hit, other)))) ?? null;
}

/** The words that tell it: the clause, without the blanks around it. */
function clauseOf(plain: string, { start: from, end: to }: Hit): { start: number; end: number } {
  let { start, end } = clauseAt(plain, from);
  end = Math.max(end, to);
  while (start < from && plain.charCodeAt(start) <= 0x20) start += 1;
  while (end > to && plain.charCodeAt(end - 1) <= 0x20) end -= 1;
  return { start, end };
}
