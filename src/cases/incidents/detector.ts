/**
 * Finds mass events in the stream of complaints: what several of them have in common, far beyond what is usual.
 *
 * For every set of up to three marks (see marks.ts) it is counted how many different customers brought it lately and how
 * many used to. The set that chance explains worst, and says most, is the finding: it says what is common, how many, since when,
 * and against what usual rate. No clock and no randomness: the same complaints in the same order give the same findings,
 * so what it knows is made again after a restart by replaying them.
 */
import type { Detection } from "../../bank/files/emergency.ts";
import { isWord } from "./marks.ts";
import { surprise, usualShare } from "./surprise.ts";

export interface Observed {
  id: string;
  /** Of one customer only the first counts. */
  person: string;
  /** Milliseconds; not earlier than the one before. */
  at: number;
  marks: readonly string[];
}

/** Why many complaints are thought to be one event. */
export interface Finding {
  /** The marks that chance explains worst; all of them are in every complaint of `members`. */
  common: string[];
  /** Ids, oldest first. */
  members: string[];
  since: number;
  /** Complaints of any kind received since then. */
  among: number;
  /** How many of them would usually have these marks. */
  usual: number;
  /** Chance brings this about less than once in ten to this power. */
  surprise: number;
}

export interface Detector {
  /** Takes the complaint in; a finding when something with it is beyond chance. Seen again with more marks, it is completed. */
  observe(complaint: Observed): Finding | null;
}

interface Seen {
  id: string;
  person: string;
  at: number;
  /** Complaints taken in before it. */
  place: number;
  keys: Set<string>;
}

interface Kind {
  recent: Seen[];
  /** Older ones, fading. */
  past: number;
  fadedAt: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Looked back at most, so that one complaint costs the same in the thickest crowd. */
const CROWD = 60;
/** Marks of which sets are made: three axes, an outlet and some signs. */
const SETS_OF = 9;
/** Powers of ten a plain word needs beside: there are some ten times as many words as other marks to be chance's pick. */
const WORDS_MORE = 1;
/** Below this a faded kind is forgotten. */
const FORGOTTEN = 0.2;

export function createDetector({ windowHours, atLeast, surprise: needed, halfLifeDays }: Detection): Detector {
  const window = windowHours * HOUR;
  const kinds = new Map<string, Kind>();
  const recent: Seen[] = [];
  const byId = new Map<string, Seen>();
  let first = 0;
  let count = 0;
  let past = 0;
  let fadedAt = 0;
  let sweptAt = 0;

  const faded = (amount: number, from: number, to: number): number =>
    amount === 0 ? 0 : amount * 0.5 ** ((to - from) / (halfLifeDays * DAY));

  /** What leaves the window becomes what is usual. */
  function age(now: number): void {
    for (let seen = recent[first]; seen && seen.at < now - window; seen = recent[first]) {
      first += 1;
      byId.delete(seen.id);
      past = faded(past, fadedAt, seen.at) + 1;
      fadedAt = seen.at;
      for (const key of seen.keys) {
        const kind = kinds.get(key);
        if (!kind) continue;
        if (kind.recent[0] === seen) kind.recent.shift();
        else kind.recent = kind.recent.filter((one) => one !== seen);
        kind.past = faded(kind.past, kind.fadedAt, seen.at) + 1;
        kind.fadedAt = seen.at;
      }
    }
    if (first > 1_000) {
      recent.splice(0, first);
      first = 0;
    }
    if (now - sweptAt > DAY) sweep(now);
  }

  function sweep(now: number): void {
    sweptAt = now;
    for (const [key, kind] of kinds) {
      if (kind.recent.length === 0 && faded(kind.past, kind.fadedAt, now) < FORGOTTEN) kinds.delete(key);
    }
  }

  function judge(key: string, kind: Kind, now: number, all: number): Finding | null {
    if (kind.recent.length < atLeast) return null;
    const past = faded(kind.past, kind.fadedAt, now);
    const start = recent[first]?.place ?? count;
    const enough = isWord(key) ? needed + WORDS_MORE : needed;
    const people = new Set<string>();
    let best: { from: number; surprise: number; share: number; among: number } | null = null;
    const end = Math.max(0, kind.recent.length - CROWD);
    for (let index = kind.recent.length - 1; index >= end; index -= 1) {
      const seen = kind.recent[index];
      if (!seen) break;
      people.add(seen.person);
      if (people.size < atLeast) continue;
      const among = count - seen.place;
      // What came before counts as usual, also inside the window: a desk that has just opened knows nothing else.
      const before = { kind: past + index, all: all + seen.place - start };
      const beyond = surprise(people.size, among, before);
      if (beyond >= enough && beyond > (best?.surprise ?? 0)) {
        best = { from: index, surprise: beyond, share: usualShare(before), among };
      }
    }
    if (!best) return null;
    const members = kind.recent.slice(best.from);
    return {
      common: key.split("&"),
      members: members.map(({ id }) => id),
      since: members[0]?.at ?? now,
      among: best.among,
      usual: best.share * best.among,
      surprise: best.surprise,
    };
  }

  return {
    observe({ id, person, at, marks }) {
      age(at);
      const known = byId.get(id);
      const seen = known ?? { id, person, at, place: count, keys: new Set<string>() };
      if (!known) {
        recent.push(seen);
        byId.set(id, seen);
        count += 1;
      }
      const all = faded(past, fadedAt, at);
      let found: Finding | null = null;
      for (const key of setsOf(marks)) {
        const kind = kinds.get(key) ?? { recent: [], past: 0, fadedAt: at };
        if (!seen.keys.has(key)) {
          kinds.set(key, kind);
          kind.recent.push(seen);
          seen.keys.add(key);
        }
        const finding = judge(key, kind, at, all);
        if (finding && telling(finding) > (found ? telling(found) : 0)) found = finding;
      }
      return found;
    },
  };
}

/** Of two sets about as surprising the one that says more is the better name of the event, and draws fewer others in. */
const telling = ({ surprise: beyond, common }: Finding): number => beyond * (1 + 0.2 * (common.length - 1));

/** Every mark alone, and the pairs and triples of those that are no plain words. In a fixed order. */
export function setsOf(marks: readonly string[]): string[] {
  const sets = [...marks];
  const firm = marks
    .filter((mark) => !isWord(mark))
    .sort()
    .slice(0, SETS_OF);
  for (let a = 0; a < firm.length; a += 1) {
    for (let b = a + 1; b < firm.length; b += 1) {
      sets.push(`${firm[a]}&${firm[b]}`);
      for (let c = b + 1; c < firm.length; c += 1) sets.push(`${firm[a]}&${firm[b]}&${firm[c]}`);
    }
  }
  return sets;
}

/** Whether a complaint with these marks is of a kind: any of the sets, all of its marks. */
export function covers(kinds: readonly (readonly string[])[], marks: readonly string[]): boolean {
  return kinds.some((kind) => kind.length > 0 && kind.every((mark) => marks.includes(mark)));
}
