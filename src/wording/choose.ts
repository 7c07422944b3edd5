import type { Variant } from "./phrases.ts";

export type Fields = Record<string, string | number | boolean | null>;

export interface Chosen {
  text: string;
  key: string;
}

/**
 * The most fitting variant that was not used yet. When all fitting ones were used, the one used
 * longest ago. Deterministic: the same conversation gets the same words.
 */
export function choose(act: string, variants: readonly Variant[], fields: Fields, used: readonly string[]): Chosen {
  const fitting = variants
    .map((variant, index) => ({ variant, index, weight: weightOf(variant, fields) }))
    .filter((candidate) => candidate.weight >= 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .flatMap(({ variant, index }) => variant.say.map((text, n) => ({ text, key: `${act}/${index}/${n}` })));
  const fresh = fitting.find((candidate) => !used.includes(candidate.key));
  const oldest = () => [...fitting].sort((a, b) => used.lastIndexOf(a.key) - used.lastIndexOf(b.key))[0];
  const chosen = fresh ?? oldest();
  if (!chosen) throw new Error(`no wording for act ${act}`);
  return chosen;
}

function weightOf(variant: Variant, fields: Fields): number {
  let weight = 0;
  for (const [name, wanted] of Object.entries(variant.when)) {
    const value = fields[name];
    const holds = Array.isArray(wanted) ? wanted.some((one) => one === value) : wanted === value;
    if (!holds) return -1;
    weight += 1;
  }
  return weight;
}

/** Fills `{name}`; a slot without a value is an error of the wording file, found at start by the check. */
export function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z-]+)\}/gu, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`wording slot {${name}} has no value here`);
    return value;
  });
}
