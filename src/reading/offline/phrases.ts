/** The little language phrases are written in; `scan.ts` says what its signs mean. */

export type Step = { gap: false; options: readonly string[] } | { gap: true; wide: boolean };
const MAX_HEADS = 4;

/** Where the bracket opened at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")") depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error(`a bracket stays open in the phrase ${text}`);
}

/** The alternatives of a bracket, brackets inside it written out. */
function alternatives(inner: string): string[] {
  const options: string[] = [];
  let current = [""];
  for (let i = 0; i < inner.length; i += 1) {
    const c = inner[i] ?? "";
    if (c === "|") {
      options.push(...current);
      current = [""];
    } else if (c === "(") {
      const close = closing(inner, i);
      const nested = alternatives(inner.slice(i + 1, close));
      current = current.flatMap((before) => nested.map((option) => before + option));
      i = close;
    } else if (c === "~") throw new Error(`a gap inside brackets in ${inner}`);
    else current = current.map((before) => before + c);
  }
  return [...new Set([...options, ...current])];
}

export function parse(phrase: string): Step[] {
  const steps: Step[] = [];
  const text = phrase.replaceAll(")?", "|)").replace(/([^()|~])\?/g, "($1|)");
  let literal = "";
  const flush = () => {
    if (literal !== "") steps.push({ gap: false, options: [literal] });
    literal = "";
  };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? "";
    if (c === "~") {
      flush();
      const wide = text[i + 1] === "~";
      if (wide) i += 1;
      steps.push({ gap: true, wide });
    } else if (c === "(") {
      flush();
      const close = closing(text, i);
      steps.push({ gap: false, options: alternatives(text.slice(i + 1, close)) });
      i = close;
    } else if (c === ")" || c === "|") throw new Error(`unbalanced brackets in the phrase ${phrase}`);
    else literal += c;
  }
  flush();
  return steps;
}

/** Splits a phrase into the literals it can begin with, which go into the tree, and the steps that follow. */
export function headOf(steps: readonly Step[], phrase: string): { heads: string[]; rest: Step[] } {
  let heads = [""];
  let i = 0;
  for (; i < steps.length; i += 1) {
    const step = steps[i];
    if (!step || step.gap || step.options.some((option) => /[*$]/.test(option))) break;
    if (heads.length * step.options.length > MAX_HEADS && !heads.includes("")) break;
    heads = heads.flatMap((head) => step.options.map((option) => head + option));
  }
  const next = steps[i];
  if (heads.includes("") || (heads.length === 1 && heads[0] === "")) {
    // A phrase that begins with a starred word: what stands before the star is the head.
    const stars = next && !next.gap && heads.length === 1 ? next.options.map((o) => o.replace(/[*$].*$/, "")) : [];
    if (stars.length === 0 || stars.includes("") || !next || next.gap)
      throw new Error(`nothing to begin with in the phrase ${phrase}`);
    return {
      heads: stars,
      rest: [
        { gap: false, options: [...new Set(next.options.map((o) => /[*$].*$/.exec(o)?.[0] ?? ""))] },
        ...steps.slice(i + 1),
      ],
    };
  }
  return { heads, rest: steps.slice(i) };
}
