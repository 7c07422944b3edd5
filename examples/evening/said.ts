/** What the bot says, as a pattern: any of the bank's own phrases for an act. The bank may rewrite them all. */
import type { Phrases } from "../../src/wording/phrases.ts";

const ANY = "[\\s\\S]+?";
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** `fields`: what stands in a phrase's {places}, where it has to be just that. `when`: only phrases for this condition. */
export function saying(
  phrases: Phrases,
  act: string,
  fields: Record<string, string> = {},
  when: Record<string, string> = {},
): RegExp {
  const fitting = (phrases.acts[act] ?? []).filter((variant) =>
    Object.entries(when).every(([name, value]) => variant.when[name] === value),
  );
  const patterns = fitting.flatMap(({ say }) =>
    say.map((text) =>
      text
        .split(/\{(\w+)\}/u)
        .map((part, index) =>
          index % 2 === 0 ? escaped(part) : fields[part] === undefined ? ANY : escaped(fields[part]),
        )
        .join(""),
    ),
  );
  if (patterns.length === 0) throw new Error(`the bank has no phrase for ${act}`);
  return new RegExp(patterns.join("|"), "u");
}

/** Just these words, whatever the screen does with lines. */
export const words = (text: string): RegExp => new RegExp(escaped(text).replaceAll(/\s+/gu, "\\s+"), "u");
