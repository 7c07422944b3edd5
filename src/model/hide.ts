/**
 * Personal data out of a model's inputs and back into its answer: each value becomes a typed placeholder such as
 * ⟦PHONE_1⟧, the same value the same placeholder within a call. What the model never sees it can't leak.
 */

import type { PersonalKind, PersonalSpan } from "../flows/reading.ts";
import { digitsIn } from "../privacy/detect-spoken.ts";
import type { KnownPersonal } from "./asked.ts";

type Kind = KnownPersonal["kind"];

const LABELS: Readonly<Record<Exclude<Kind, "secret">, string>> = {
  "card-number": "CARD",
  "id-number": "ID",
  phone: "PHONE",
  email: "EMAIL",
  address: "ADDRESS",
  name: "NAME",
  staff: "STAFF",
};
/** Secrets don't come back. */
const SECRET = "***";
const BRACKETS = /[⟦⟧]/u;
/** Written in many ways: "138 0000 1234", "13800001234". */
const NUMERIC: ReadonlySet<Kind> = new Set<PersonalKind>(["card-number", "id-number", "phone"]);

export interface Hidden {
  inputs: Record<string, string>;
  /**
   * The answer with the values back in place of their placeholders, in every string at any depth. `stray` when
   * it holds a placeholder that is not ours: people would read ⟦PHONE_7⟧.
   */
  restore(answer: unknown): { value: unknown; stray: boolean };
}

/** Replaces what `detect` finds in any input, and `known` values, wherever they stand in all of them. */
export function hidePersonal(
  given: Readonly<Record<string, string>>,
  detect: (text: string) => readonly PersonalSpan[],
  known: readonly KnownPersonal[] = [],
): Hidden {
  const whole = Object.values(given).join("\n");
  const spans = new Map(Object.entries(given).map(([name, text]) => [name, detect(text)]));
  const placeholders = new Map<string, string>();
  const originals = new Map<string, string>();
  const counts = new Map<string, number>();

  function placeholder(kind: Kind, text: string): string {
    if (kind === "secret") return SECRET;
    const key = `${NUMERIC.has(kind) ? "number" : kind} ${plain(kind, text)}`;
    const had = placeholders.get(key);
    if (had) return had;
    const label = LABELS[kind];
    let made: string;
    do {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      made = `⟦${label}_${counts.get(label)}⟧`;
      // A customer may have typed the very sign.
    } while (whole.includes(made));
    placeholders.set(key, made);
    originals.set(made, text);
    return made;
  }

  const found = [...spans.values()].flat();
  // What is named once with a cue ("我叫张晓云") stands elsewhere without one.
  const values = new Map<string, Kind>();
  for (const { kind, text } of [...known, ...found]) if (text.trim().length >= 2) values.set(text.trim(), kind);
  const longestFirst = [...values.keys()].sort((a, b) => b.length - a.length);
  const anywhere = longestFirst.length > 0 ? new RegExp(longestFirst.map(escaped).join("|"), "gu") : null;
  const sweep = (text: string) =>
    anywhere ? text.replace(anywhere, (value) => placeholder(values.get(value) ?? "name", value)) : text;

  const inputs: Record<string, string> = {};
  for (const [name, text] of Object.entries(given)) {
    let out = "";
    let from = 0;
    for (const span of spans.get(name) ?? []) {
      out += sweep(text.slice(from, span.start)) + placeholder(span.kind, span.text);
      from = span.end;
    }
    inputs[name] = out + sweep(text.slice(from));
  }

  return {
    inputs,
    restore(answer) {
      let stray = false;
      const back = (value: unknown): unknown => {
        if (typeof value === "string") {
          const text = value.replace(/⟦[A-Z]+_\d+⟧/gu, (made) => {
            const original = originals.get(made);
            if (original === undefined && !whole.includes(made)) stray = true;
            return original ?? made;
          });
          if (BRACKETS.test(text) && !BRACKETS.test(whole)) stray = true;
          return text;
        }
        if (Array.isArray(value)) return value.map(back);
        if (typeof value === "object" && value !== null) {
          return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, back(inner)]));
        }
        return value;
      };
      const value = back(answer);
      return { value, stray };
    },
  };
}

const plain = (kind: Kind, text: string): string => {
  const narrow = text.normalize("NFKC");
  if (!NUMERIC.has(kind)) return narrow.trim();
  const figures = narrow.replace(/[^0-9xX]/gu, "").toUpperCase();
  return figures.length < 4 ? digitsIn(text) : figures;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
