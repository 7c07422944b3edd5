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
  const fitting: { variant: Variant; index: number; weight: number }[] = [];
  for (const [index, variant] of variants.entries()) {
    const weight = weightOf(variant, fields);
    if (weight >= 0) fitting.push({ variant, index, weight });
  }
  fitting.sort((a, b) => b.weight - a.weight || a.index - b.index);
  let oldest: (Chosen & { usedAt: number }) | undefined;
  for (const { variant, index } of fitting) {
    for (const [n, text] of variant.say.entries()) {
      const key = `${act}/${index}/${n}`;
      const usedAt = used.lastIndexOf(key);
      if (usedAt < 0) return { text, key };
      if (!oldest || usedAt < oldest.usedAt) oldest = { text, key, usedAt };
    }
  }
  if (!oldest) throw new Error(`no wording for act ${act}`);
  return { text: oldest.text, key: oldest.key };
}

function weightOf(variant: Variant, fields: Fields): number {
  let weight = 0;
  // Every message weighs some fifty variants: no list of entries is made for each.
  for (const name in variant.when) {
    const wanted = variant.when[name];
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
