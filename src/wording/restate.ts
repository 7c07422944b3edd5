/** Reads the complaint back: what happened, when, where, how much, what is wanted, and what stays open. */
import type { Names } from "../bank/names.ts";
import type { Matter } from "../flows/conversation.ts";
import { standing } from "../flows/ledger.ts";
import type { FactName, Language } from "../flows/reading.ts";
import { fill } from "./choose.ts";
import { sayFact } from "./say-values.ts";

/** The order in which a person would tell it. */
const ORDER: readonly FactName[] = [
  "occurred",
  "place",
  "product",
  "amount",
  "counterparty",
  "staff",
  "duration",
  "count",
  "transaction-ref",
  "card-tail",
  "account-tail",
  "evidence",
  "desired-outcome",
  "authority",
  "person",
  "phone",
  "contact-time",
];

export function restate(
  matter: Matter,
  frame: {
    names: Names;
    zone: string;
    language: Language;
    now: string;
    pieces: Readonly<Record<string, string>>;
    matter: string;
  },
): string {
  const { names, zone, language, now, pieces } = frame;
  const facts = standing(matter);
  const lines = ORDER.flatMap((name) => {
    const values = facts.filter((fact) => fact.name === name).map((fact) => sayFact(fact, zone, language, now, pieces));
    const unique = [...new Set(values)];
    return unique.length > 0 ? [line(names.fact(name, language), unique.join(pieces.and ?? ", "))] : [];
  });
  const open = matter.gaps.map((gap) => names.fact(gap.name, language));
  const about = line(pieces.about_matter ?? "", frame.matter);
  const missing = open.length > 0 ? [line(pieces.open ?? "", open.join(pieces.and ?? ", "))] : [];
  return [about, ...lines, ...missing].join("\n");

  function line(label: string, value: string): string {
    return fill(pieces.line ?? "{label}: {value}", { label: capital(label), value });
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
