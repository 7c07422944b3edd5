import type { FactName, Reading, ReadingContext } from "../../src/flows/reading.ts";
import type { Fresh } from "./fresh.ts";

export const AXES = ["act", "business", "reason", "venue", "emotion", "intents", "risks", "facts"] as const;
export type Axis = (typeof AXES)[number];
interface Miss {
  text: string;
  axis: Axis;
  wanted: string;
  seen: string;
}
export interface Score {
  /** Right and judged, by axis. */
  axes: Record<Axis, { right: number; of: number }>;
  /** Messages in which everything is right. */
  whole: number;
  of: number;
  misses: Miss[];
}

const minutes = (iso: string) => iso.slice(0, 16);

function factsOf(reading: Reading, name: FactName): string[] {
  return reading.facts.flatMap((fact) => {
    if (fact.name !== name) return [];
    if (fact.name === "amount") return [String(fact.value.minor)];
    if (fact.name === "occurred") return [`${minutes(fact.value.from)}/${minutes(fact.value.to)}`];
    return typeof fact.value === "string" ? [fact.value] : [JSON.stringify(fact.value)];
  });
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i]);

/** Every difference between a message's labels and its reading, at most one an axis. */
function compare([text, act, business, reason, venue, [least, most], more = {}]: Fresh, reading: Reading): Miss[] {
  const misses: Miss[] = [];
  const miss = (axis: Axis, wanted: unknown, seen: unknown) =>
    misses.push({ text, axis, wanted: JSON.stringify(wanted), seen: JSON.stringify(seen) });
  if (!(Array.isArray(act) ? act : [act]).includes(reading.act)) miss("act", act, reading.act);
  if (business !== "?" && business !== reading.business) miss("business", business, reading.business);
  if (reason !== "?" && reason !== reading.reason) miss("reason", reason, reading.reason);
  if (venue !== "?" && venue !== reading.venue) miss("venue", venue, reading.venue);
  if (reading.emotion < least || reading.emotion > most) miss("emotion", [least, most], reading.emotion);
  const set = (
    axis: Axis,
    wanted: readonly string[] = [],
    allowed: readonly string[] = [],
    seen: readonly string[] = [],
  ) => {
    const right = wanted.every((x) => seen.includes(x)) && seen.every((x) => wanted.includes(x) || allowed.includes(x));
    if (!right) miss(axis, wanted, seen);
  };
  set("intents", more.intents, more.maybe, reading.intents);
  set("risks", more.risks, more.mayRisk, [...new Set(reading.risks.map(({ slug }) => slug))]);
  const wrong: string[] = [];
  const exact = (name: FactName, wanted: readonly string[]) => {
    const seen = factsOf(reading, name);
    if (!same(seen, wanted)) wrong.push(`${name}=${seen.join("|")}`);
  };
  if (more.amounts) exact("amount", more.amounts.map(String));
  if (more.occurred) exact("occurred", more.occurred);
  for (const fact of reading.facts) {
    const values = more.facts?.[fact.name];
    if (values && !values.includes(factsOf(reading, fact.name)[0] ?? "")) wrong.push(`${fact.name}=${fact.text}`);
    if (more.no?.includes(fact.name)) wrong.push(`not ${fact.name}=${fact.text}`);
  }
  const present = (name: string) => reading.facts.some((fact) => fact.name === name);
  for (const name of [...Object.keys(more.facts ?? {}), ...(more.has ?? [])])
    if (!present(name)) wrong.push(`no ${name}`);
  if (wrong.length > 0) miss("facts", [more.amounts, more.occurred, more.facts, more.has, more.no], wrong);
  return misses;
}

/** Reads every message and counts, by axis, how many are read as labelled. */
export function scoreFresh(
  rows: readonly Fresh[],
  read: (text: string, context: ReadingContext) => Reading,
  context: ReadingContext,
): Score {
  const axes: Score["axes"] = {
    act: { right: 0, of: 0 },
    business: { right: 0, of: 0 },
    reason: { right: 0, of: 0 },
    venue: { right: 0, of: 0 },
    emotion: { right: 0, of: 0 },
    intents: { right: 0, of: 0 },
    risks: { right: 0, of: 0 },
    facts: { right: 0, of: 0 },
  };
  const misses: Miss[] = [];
  let whole = 0;
  for (const row of rows) {
    const [text, , business, reason, venue, , more] = row;
    const asking = more?.asking;
    const found = compare(row, read(text, asking ? { ...context, asking } : context));
    if (found.length === 0) whole += 1;
    misses.push(...found);
    const factsJudged = [more?.amounts, more?.occurred, more?.facts, more?.has, more?.no].some(Boolean);
    const judged: Record<Axis, boolean> = {
      act: true,
      business: business !== "?",
      reason: reason !== "?",
      venue: venue !== "?",
      emotion: true,
      intents: true,
      risks: true,
      facts: factsJudged,
    };
    for (const axis of AXES) {
      if (!judged[axis]) continue;
      axes[axis].of += 1;
      if (!found.some((miss) => miss.axis === axis)) axes[axis].right += 1;
    }
  }
  return { axes, whole, of: rows.length, misses };
}
