/**
 * Of hundreds of patterns only a few can match a given message. What each cannot do without, some word out of a few,
 * is worked out once from the pattern itself; one pass over the message then tells which patterns are worth trying.
 */
import { type AST, parseRegExpLiteral } from "@eslint-community/regexpp";
import { Tree } from "./tree.ts";

/** The items whose patterns may all match `text`, in their order; no item that would match is left out. */
export type Sieve<T> = (text: string) => T[];

/** Most words written out for one stretch of a pattern, and most characters of a class taken one by one. */
const MOST_WORDS = 48;
const MOST_CHARACTERS = 24;
/** Words together more likely than this are no help. */
const COMMON = 0.6;

export function createSieve<T>(items: readonly T[], patternsOf: (item: T) => readonly RegExp[]): Sieve<T> {
  const tree = new Tree();
  /** For each node the needs its word meets. */
  const met: (number[] | undefined)[] = [];
  const known = new Map<string, number>();
  const needs = items.map((item) =>
    patternsOf(item).flatMap((pattern) => {
      const words = neededBy(pattern);
      if (!words) return [];
      const key = [...words].sort().join("\n");
      const seen = known.get(key);
      if (seen !== undefined) return [seen];
      const need = known.size;
      known.set(key, need);
      for (const word of words) {
        const node = tree.grow(word);
        while (met.length <= node) met.push(undefined);
        met[node] ??= [];
        met[node].push(need);
      }
      return [need];
    }),
  );

  // Used again for every text.
  const stands = new Uint8Array(known.size);
  return (text) => {
    stands.fill(0);
    for (let start = 0; start < text.length; start += 1) {
      let node = 0;
      for (let at = start; at < text.length; at += 1) {
        node = tree.child(node, text.charCodeAt(at));
        if (node === 0) break;
        const list = met[node];
        if (list) for (const need of list) stands[need] = 1;
      }
    }
    return items.filter((_, n) => needs[n]?.every((need) => stands[need] === 1));
  };
}

/** Words of which one stands in every match; null where none is sure or all are too common. */
export function neededBy(pattern: RegExp): readonly string[] | null {
  if (pattern.flags.includes("i")) return null;
  const words = neededByAny(parseRegExpLiteral(pattern).pattern.alternatives);
  return words && likelihood(words) <= COMMON ? words : null;
}

/** How likely one of them stands in a message, roughly. */
function likelihood(words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const han = /[\u3400-\u9fff]/.test(word);
    sum += han ? ([1, 0.1, 0.01][word.length] ?? 0.002) : ([1, 0.5, 0.2, 0.05, 0.02][word.length] ?? 0.005);
  }
  return sum;
}

function neededByAny(alternatives: readonly AST.Alternative[]): readonly string[] | null {
  const all = alternatives.map(({ elements }) => neededByAll(elements));
  return all.some((words) => words === null) ? null : all.flatMap((words) => words ?? []);
}

/** Of what a sequence needs in each place, the least likely. */
function neededByAll(elements: readonly AST.Element[]): readonly string[] | null {
  let best: readonly string[] | null = null;
  const offer = (words: readonly string[] | null) => {
    if (!words || words.length === 0 || words.includes("")) return;
    if (!best || likelihood(words) < likelihood(best)) best = words;
  };
  let run: readonly string[] = [""];
  for (const element of elements) {
    if (element.type === "Assertion") {
      // It takes no room, so the run goes on behind it.
      if ("alternatives" in element && !element.negate) offer(neededByAny(element.alternatives));
      continue;
    }
    const exact = wordsOf(element);
    const longer = exact && join(run, exact);
    if (longer) {
      run = longer;
      continue;
    }
    offer(run);
    offer(exact ?? needed(element));
    run = exact ?? [""];
  }
  offer(run);
  return best;
}

function needed(element: AST.Element): readonly string[] | null {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return neededByAny(element.alternatives);
    case "Quantifier":
      return element.min > 0 ? needed(element.element) : null;
    default:
      return wordsOf(element);
  }
}

const join = (left: readonly string[], right: readonly string[]): readonly string[] | null =>
  left.length * right.length > MOST_WORDS ? null : left.flatMap((a) => right.map((b) => a + b));

/** All that the element can stand for, where that is little; null otherwise. */
function wordsOf(element: AST.Element): readonly string[] | null {
  switch (element.type) {
    case "Character":
      return [String.fromCodePoint(element.value)];
    case "CharacterClass":
      return element.negate || element.unicodeSets ? null : charactersOf(element.elements);
    case "Group":
    case "CapturingGroup":
      return anyOf(element.alternatives.map(({ elements }) => inRow(elements)));
    case "Quantifier": {
      const words = wordsOf(element.element);
      if (!words || element.max > 1) return null;
      return element.min === 1 ? words : ["", ...words];
    }
    default:
      return null;
  }
}

function inRow(elements: readonly AST.Element[]): readonly string[] | null {
  let words: readonly string[] | null = [""];
  for (const element of elements) {
    if (element.type === "Assertion") continue;
    const own = wordsOf(element);
    words = own && words && join(words, own);
    if (!words) return null;
  }
  return words;
}

function anyOf(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  if (parts.some((words) => words === null)) return null;
  const words = [...new Set(parts.flatMap((part) => part ?? []))];
  return words.length > MOST_WORDS ? null : words;
}

function charactersOf(elements: readonly AST.CharacterClassElement[]): readonly string[] | null {
  const characters: string[] = [];
  for (const element of elements) {
    if (element.type === "Character") characters.push(String.fromCodePoint(element.value));
    else if (element.type === "CharacterClassRange" && element.max.value - element.min.value < MOST_CHARACTERS)
      for (let code = element.min.value; code <= element.max.value; code += 1)
        characters.push(String.fromCodePoint(code));
    else return null;
  }
  return characters.length > MOST_CHARACTERS ? null : characters;
}
