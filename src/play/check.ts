/** Compares what was said and what is so with what a script expects. Differences in plain words; none when all holds. */

import type { Matter, State } from "../flows/conversation.ts";
import { known } from "../flows/ledger.ts";
import type { Business, FactName, Reason, Venue } from "../flows/reading.ts";
import type { StoredMessage } from "../store/store.ts";
import type { Outcome, Pattern, Turn } from "./script.ts";

export interface Difference {
  expected: string;
  found: string;
}

const differ = (expected: string, found: string): Difference[] => [{ expected, found }];

function patterns(said: string, hears: readonly Pattern[] = [], never: readonly Pattern[] = []): Difference[] {
  return [
    ...hears
      .filter((one) => !one.test(said))
      .map((one) => ({ expected: `is said: ${one.source}`, found: "it is not" })),
    ...never.filter((one) => one.test(said)).map((one) => ({ expected: `never said: ${one.source}`, found: "it is" })),
  ];
}

const textOf = (messages: readonly StoredMessage[]): string => messages.map(({ text }) => text ?? "").join("\n");

function asked(state: State): string | null {
  if (state.stage !== "gathering") return null;
  const { asking } = state;
  return asking.kind === "fact" ? asking.name : asking.kind;
}

export function checkTurn(turn: Turn, heard: readonly StoredMessage[], state: State): Difference[] {
  const found = patterns(textOf(heard), turn.hears, turn.never);
  const now = asked(state);
  if (turn.asks !== undefined && turn.asks !== now)
    found.push({ expected: `asks for ${turn.asks ?? "nothing"}`, found: `asks for ${now ?? "nothing"}` });
  if (turn.stage !== undefined && turn.stage !== state.stage)
    found.push({ expected: `stage ${turn.stage}`, found: `stage ${state.stage}` });
  if (turn.bubbles !== undefined && heard.length > turn.bubbles)
    found.push({ expected: `at most ${turn.bubbles} messages`, found: `${heard.length}` });
  return found;
}

export interface Afterwards {
  state: State;
  all: readonly StoredMessage[];
  alerts: readonly string[];
}

export function checkOutcome(outcome: Outcome, { state, all, alerts }: Afterwards): Difference[] {
  const found: Difference[] = [];
  const equal = (what: string, expected: unknown, is: unknown) => {
    if (expected !== undefined && JSON.stringify(expected) !== JSON.stringify(is))
      found.push({ expected: `${what} ${show(expected)}`, found: show(is) });
  };
  equal("records", outcome.records, state.matters.length);
  equal("language", outcome.language, state.language);
  if (outcome.notes) equal("notes", sorted(outcome.notes), sorted(state.notes.map(({ kind }) => kind)));
  if (outcome.alerts) equal("alerts", sorted(outcome.alerts), sorted([...new Set(alerts)]));
  const said = all.filter(({ author }) => author.kind !== "customer");
  found.push(...patterns(textOf(said), outcome.hears, outcome.never));
  const matter = state.matters[outcome.of - 1];
  if (matter) found.push(...checkMatter(outcome, matter));
  else if (namesMatter(outcome))
    found.push(...differ(`a complaint (${outcome.of})`, `${state.matters.length} recorded`));
  return found;
}

const namesMatter = (outcome: Outcome): boolean =>
  [outcome.facts, outcome.gaps, outcome.status, outcome.reason, outcome.business, outcome.venue].some(
    (one) => one !== undefined,
  ) ||
  (outcome.case !== undefined && outcome.case !== null);

function checkMatter(outcome: Outcome, matter: Matter): Difference[] {
  const found: Difference[] = [];
  const axis = (what: string, expected: Business | Reason | Venue | null | undefined, is: string | null) => {
    if (expected !== undefined && expected !== is) found.push({ expected: `${what} ${expected}`, found: `${is}` });
  };
  axis("business", outcome.business, matter.business);
  axis("reason", outcome.reason, matter.reason);
  axis("venue", outcome.venue, matter.venue);
  if (outcome.status && outcome.status !== matter.status)
    found.push({ expected: `status ${outcome.status}`, found: matter.status });
  for (const [name, pattern] of entries(outcome.facts ?? {})) {
    const fact = known(matter, name);
    const is = fact ? say(fact) : null;
    if (pattern === null ? is !== null : is === null || !pattern.test(is))
      found.push({ expected: `${name}: ${pattern?.source ?? "unknown"}`, found: is ?? "unknown" });
  }
  for (const [name, reason] of entries(outcome.gaps ?? {})) {
    const gap = matter.gaps.find((one) => one.name === name)?.reason ?? "no gap";
    if (gap !== reason) found.push({ expected: `gap ${name}: ${reason}`, found: gap });
  }
  if (outcome.risks) {
    const is = sorted(matter.risks.map(({ slug }) => slug));
    if (sorted(outcome.risks).join() !== is.join())
      found.push({ expected: `risks ${outcome.risks.join(", ") || "none"}`, found: is.join(", ") || "none" });
  }
  return [...found, ...checkCase(outcome.case, matter)];
}

function checkCase(expected: Outcome["case"], matter: Matter): Difference[] {
  if (expected === undefined) return [];
  const is = matter.case;
  if (expected === null) return is ? differ("no case", `a case for ${is.department}`) : [];
  if (!is) return differ("a case", "none");
  const found: Difference[] = [];
  if (expected.department && expected.department !== is.department)
    found.push({ expected: `department ${expected.department}`, found: is.department });
  if (expected.due && expected.due !== is.due) found.push({ expected: `due ${expected.due}`, found: is.due });
  for (const reason of expected.reasons ?? []) {
    if (!is.reasons.some((one) => one === reason))
      found.push({ expected: `handed over for ${reason}`, found: is.reasons.join(", ") });
  }
  return found;
}

const sorted = <T>(list: readonly T[]): T[] => [...list].sort();
const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function entries<V>(record: Partial<Record<FactName, V>>): [FactName, V][] {
  const found: [FactName, V][] = [];
  for (const key in record) {
    const name = key as FactName;
    const value = record[name];
    if (value !== undefined) found.push([name, value]);
  }
  return found;
}

/** A fact as a script writes it: money with two decimals and its currency, a time as "from/to", else the value. */
export function say(fact: { name: FactName; value: unknown; text: string }): string {
  const { value } = fact;
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return fact.text;
  if ("minor" in value && "currency" in value) return `${(Number(value.minor) / 100).toFixed(2)} ${value.currency}`;
  if ("from" in value && "to" in value) return `${minute(String(value.from))}/${minute(String(value.to))}`;
  return JSON.stringify(value);
}
const minute = (instant: string): string => instant.slice(0, 16);
