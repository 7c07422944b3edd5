/** Whether a customer saw each step once and in order, and exactly what was said to them. */

/** A step of the evening as the customer reads it. */
export interface Expected {
  step: string;
  words: RegExp;
}

export interface Wrong {
  kind: "missing" | "doubled" | "out-of-order";
  step: string;
}

/** `seen`: the messages on the customer's screen, oldest first. Steps may share a message, never go back. */
export function wrongSteps(seen: readonly string[], expected: readonly Expected[]): Wrong[] {
  const wrong: Wrong[] = [];
  let last = -1;
  for (const { step, words } of expected) {
    const at = seen.flatMap((text, index) => (words.test(text) ? [index] : []));
    const [first] = at;
    if (first === undefined) wrong.push({ kind: "missing", step });
    else if (at.length > 1) wrong.push({ kind: "doubled", step });
    else if (first < last) wrong.push({ kind: "out-of-order", step });
    last = Math.max(last, first ?? -1);
  }
  return wrong;
}

/** The first of `expected` that the actions, which may say more at their end, lack after the ones before; null when none. */
export function missingAction(actions: readonly string[], expected: readonly string[]): string | null {
  let from = 0;
  for (const one of expected) {
    const at = actions.findIndex((action, index) => index >= from && `${action} `.startsWith(`${one} `));
    if (at === -1) return one;
    from = at + 1;
  }
  return null;
}

/**
 * What is stored as said to the customer against what they saw: a message that never came, came twice or overtook
 * another. Spaces don't count: screens break lines as they like.
 */
export function wrongMessages(seen: readonly string[], said: readonly string[]): Wrong[] {
  const bare = (text: string) => text.replaceAll(/\s/gu, "");
  const screens = seen.map(bare);
  const wrong: Wrong[] = [];
  const left = new Set(screens.keys());
  let last = -1;
  for (const text of said) {
    const found = [...left].find((index) => screens[index]?.includes(bare(text)));
    const step = text.slice(0, 40);
    if (found === undefined) wrong.push({ kind: "missing", step });
    else {
      left.delete(found);
      if (found < last) wrong.push({ kind: "out-of-order", step });
      last = found;
    }
  }
  // What nobody sent, or sent once and seen again.
  for (const index of left) wrong.push({ kind: "doubled", step: seen[index]?.slice(0, 40) ?? "" });
  return wrong;
}
