/** The labelled messages of test/fixtures/messages, as guide.md there defines them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  Abuse,
  Act,
  Business,
  Emotion,
  Intent,
  Money,
  Need,
  Occurred,
  PersonalKind,
  Reason,
  RiskSlug,
  Venue,
} from "../../src/flows/reading.ts";

const words = { text: z.string().min(1), nth: z.number().int().min(1).default(1) };

const LabelledFact = z.discriminatedUnion("name", [
  z.object({ name: z.literal("amount"), value: Money, ...words }),
  z.object({ name: z.literal("occurred"), value: Occurred, ...words }),
  z.object({ name: z.literal("card-tail"), value: z.string(), ...words }),
  z.object({ name: z.literal("account-tail"), value: z.string(), ...words }),
  z.object({ name: z.literal("case-ref"), value: z.string(), ...words }),
]);

const Labelled = z.strictObject({
  id: z.string(),
  text: z.string(),
  at: z.string().default("2026-11-21T09:00:00+08:00"),
  act: Act,
  intents: z.array(Intent).default([]),
  business: Business.nullable().default(null),
  reason: Reason.nullable().default(null),
  venue: Venue.nullable().default(null),
  emotion: Emotion.default(0),
  abuse: Abuse.default(0),
  need: Need.default("none"),
  risks: z.array(z.object({ slug: RiskSlug, ...words })).default([]),
  facts: z.array(LabelledFact).default([]),
  pii: z.array(z.object({ kind: PersonalKind, ...words })).default([]),
  injection: z.boolean().default(false),
  /** Labels that two careful people would give differently: not learnt from, not counted. */
  unknown: z.array(z.enum(["act", "business", "reason", "venue", "emotion", "abuse", "need", "risks"])).default([]),
});
export type Labelled = z.infer<typeof Labelled>;
export type LabelledFact = z.infer<typeof LabelledFact>;

/**
 * Short form of a message labelled for what it does and what it is about, not for its facts:
 * "complaint credit-card pricing - 2 0 redress - | 年费说好免的又扣了" (act, business, reason, venue, emotion, abuse,
 * need, risks; "-" for none, "?" where two careful people would differ, several risks joined by "+").
 */
function fromLine(line: string, id: string): unknown {
  const bar = line.indexOf(" | ");
  const [act, business, reason, venue, emotion, abuse, need, risks, ...more] = line.slice(0, bar).trim().split(/\s+/);
  if (bar < 0 || risks === undefined || more.length > 0) throw new Error(`${id}: not eight labels, a bar and a text`);
  const text = line.slice(bar + 3);
  const none = (slug: string | undefined) => (slug === "-" || slug === "?" ? null : slug);
  const named = { act, business, reason, venue, emotion, abuse, need, risks };
  const unknown = Object.entries(named).flatMap(([name, label]) => (label === "?" ? [name] : []));
  return {
    id,
    text,
    act: act === "?" ? "unclear" : act,
    business: none(business),
    reason: none(reason),
    venue: none(venue),
    emotion: emotion === "?" ? 0 : Number(emotion),
    abuse: abuse === "?" ? 0 : Number(abuse),
    need: none(need) ?? "none",
    unknown,
    risks: risks === "-" || risks === "?" ? [] : risks.split("+").map((slug) => ({ slug, text })),
  };
}

const FOLDER = join(import.meta.dirname, "../../test/fixtures/messages");
export type Part = "unseen" | "practice" | "second";

/** Files of a part by name; empty where the part holds none. */
export function filesOf(part: Part): string[] {
  return readdirSync(join(FOLDER, part))
    .filter((name) => name.endsWith(".jsonl") || name.endsWith(".txt"))
    .sort();
}

/** Throws with file and line where a label is not what the guide allows. */
export function messagesIn(part: Part, file: string): Labelled[] {
  const lines = readFileSync(join(FOLDER, part, file), "utf8").split("\n");
  const short = file.endsWith(".txt");
  return lines.flatMap((line, n) => {
    if (line.trim() === "") return [];
    const parsed = Labelled.safeParse(short ? fromLine(line, `${file}:${n + 1}`) : JSON.parse(line));
    if (parsed.success) return [parsed.data];
    throw new Error(`${part}/${file}:${n + 1}: ${z.prettifyError(parsed.error)}`);
  });
}

/** The second, independent labels of unseen messages, by id: "ID act business reason venue emotion abuse need risks". */
export function secondLabels(): Map<string, Labelled> {
  const found = new Map<string, Labelled>();
  for (const file of filesOf("second")) {
    for (const line of readFileSync(join(FOLDER, "second", file), "utf8").split("\n")) {
      const [id = "", ...labels] = line.trim().split(/\s+/);
      // Of the orders to the bot only the act and whether they are orders were labelled.
      if (labels.length === 2)
        found.set(id, Labelled.parse({ id, text: ".", act: labels[0], injection: labels[1] === "yes" }));
      else if (id !== "") found.set(id, Labelled.parse({ ...Object(fromLine(`${labels.join(" ")} | .`, id)), id }));
    }
  }
  return found;
}

export const allMessages = (part: Part): Labelled[] => filesOf(part).flatMap((file) => messagesIn(part, file));

/** Where labelled words stand. */
export function spanOf(text: string, label: { text: string; nth: number }): { start: number; end: number } {
  let start = -1;
  for (let n = 0; n < label.nth; n += 1) start = text.indexOf(label.text, start + 1);
  if (start < 0) throw new Error(`the words of a label are not in its message: ${label.text}`);
  return { start, end: start + label.text.length };
}
