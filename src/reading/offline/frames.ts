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

const tagOf = (element: Element): string => `story.${element}`;

/** The elements, for the reader's one scan. The trained weights weigh also those that make no whole story. */
export const STORY_CUES: readonly Cue[] = Object.entries(ELEMENTS).map(([element, phrases]) => ({
  tag: tagOf(element as Element),
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

/** A frame with the tags of its elements, made once: names put together anew for every message cost more than looking. */
interface Ready {
  frame: Frame;
  first: readonly string[];
  others: readonly (readonly string[])[];
  none: readonly string[];
}
const READY: readonly Ready[] = FRAMES.map((frame) => {
  const [first = [], ...others] = frame.all.map((group) => group.map(tagOf));
  return { frame, first, others, none: (frame.none ?? []).map(tagOf) };
});
const DOUBT_TAGS = new Map(Object.entries(DOUBTS).map(([slug, elements]) => [slug, elements.map(tagOf)]));

export function findStories(plain: string, hits: Hits): Stories {
  const stands = (tags: readonly string[]) => tags.some((tag) => hits.has(tag));
  const doubts = new Set<string>();
  for (const [slug, tags] of DOUBT_TAGS) if (stands(tags)) doubts.add(slug);
  const doubted = (slug: RiskSlug) => doubts.has(slug);
  const found = new Map<RiskSlug, Story>();
  for (const { frame, first, others, none } of READY) {
    if (!stands(first) || !others.every(stands) || found.has(frame.slug) || doubted(frame.slug) || stands(none))
      continue;
    const words = tellingHit(hits, first, others, frame.within);
    if (words) found.set(frame.slug, { finding: { slug: frame.slug, ...clauseOf(plain, words) }, words });
  }
  return { found: [...found.values()], doubted };
}

const hitsOf = (hits: Hits, tags: readonly string[]): Hit[] => tags.flatMap((tag) => hits.of(tag).slice(0, MOST_HITS));

function tellingHit(
  hits: Hits,
  first: readonly string[],
  others: readonly (readonly string[])[],
  within: number | undefined,
): Hit | null {
  const rest = others.map((group) => hitsOf(hits, group));
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
