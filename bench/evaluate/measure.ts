/** One reader's figures on labelled messages. */
import type { Reading } from "../../src/flows/reading.ts";
import type { Labelled } from "./messages.ts";
import { spanOf } from "./messages.ts";
import { bootstrap, confusions, f1Of, macroF1, type Pair, type Share, share } from "./scores.ts";

export interface Row {
  message: Labelled;
  reading: Reading;
}

export interface Measured {
  name: string;
  share: Share;
  goal?: { atLeast?: number; atMost?: number };
  note?: string;
}

const P0 = ["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"];
const P1 = [
  "regulator",
  "media",
  "litigation",
  "group-action",
  "abusive-collection",
  "staff-misconduct",
  "vulnerable",
  "minor",
];
const ONLY_ORDERS = /^inj/;

const pairs = (rows: readonly Row[], of: (one: Labelled | Reading) => string | null): Pair[] =>
  rows.map(({ message, reading }) => ({ truth: of(message) ?? "none", said: of(reading) ?? "none" }));

const axis = (
  name: string,
  rows: readonly Row[],
  of: (one: Labelled | Reading) => string | null,
  atLeast: number,
): Measured => {
  const apply = rows.filter(({ message }) => of(message) !== null);
  const all = pairs(apply, of);
  return {
    name: `${name}, accuracy where it applies`,
    share: share(all.filter(({ truth, said }) => truth === said).length, all.length),
    goal: { atLeast },
    note: confusions(all, 4).join(", "),
  };
};

function recall(name: string, rows: readonly Row[], slugs: readonly string[], atLeast: number): Measured {
  const wanted = rows.flatMap(({ message, reading }) =>
    message.risks
      .filter(({ slug }) => slugs.includes(slug))
      .map(({ slug }) => ({ slug, found: reading.risks.some((risk) => risk.slug === slug) })),
  );
  const missed = wanted.filter(({ found }) => !found).map(({ slug }) => slug);
  const counts = [...new Set(missed)].map((slug) => `${slug} ${missed.filter((one) => one === slug).length}`);
  return {
    name,
    share: share(wanted.length - missed.length, wanted.length),
    goal: { atLeast },
    note: counts.length > 0 ? `missed ${counts.join(", ")}` : "",
  };
}

function alarms(name: string, rows: readonly Row[], slugs: readonly string[], atMost: number): Measured {
  const neutral = rows.filter(({ message }) => !message.risks.some(({ slug }) => slugs.includes(slug)));
  const raised = neutral.flatMap(({ reading }) => {
    const one = reading.risks.find(({ slug }) => slugs.includes(slug));
    return one ? [one.slug] : [];
  });
  const counts = [...new Set(raised)].map((slug) => `${slug} ${raised.filter((one) => one === slug).length}`);
  return { name, share: share(raised.length, neutral.length), goal: { atMost }, note: counts.join(", ") };
}

interface Tally {
  hits: number;
  missed: number;
  wrong: number;
}
const total = (tallies: readonly Tally[]): number =>
  f1Of({
    hits: tallies.reduce((sum, one) => sum + one.hits, 0),
    missed: tallies.reduce((sum, one) => sum + one.missed, 0),
    wrong: tallies.reduce((sum, one) => sum + one.wrong, 0),
  });

/** Exact span and exact value, or it does not count. Only messages whose file labels facts. */
export function tallyFacts(rows: readonly Row[], name: "amount" | "occurred", exactSpan = true): Tally[] {
  return rows.map(({ message, reading }) => {
    const truths = message.facts
      .filter((fact) => fact.name === name)
      .map((fact) => ({ ...spanOf(message.text, fact), value: valueKey(fact.value) }));
    const said = reading.facts
      .filter((fact) => fact.name === name)
      .map((fact) => ({ ...fact, value: valueKey(fact.value) }));
    const same = (a: { start: number; end: number; value: string }, b: { start: number; end: number; value: string }) =>
      a.value === b.value && (exactSpan ? a.start === b.start && a.end === b.end : a.start < b.end && b.start < a.end);
    const hits = truths.filter((truth) => said.some((one) => same(truth, one))).length;
    return { hits, missed: truths.length - hits, wrong: said.length - hits };
  });
}

function valueKey(value: unknown): string {
  if (typeof value === "object" && value !== null && "from" in value && "to" in value) {
    return `${Date.parse(String(value.from))}/${Date.parse(String(value.to))}`;
  }
  return JSON.stringify(value);
}

const fact = (name: "amount" | "occurred", rows: readonly Row[], atLeast: number): Measured => ({
  name: `${name === "amount" ? "amounts" : "dates and times"}, exact span and value, F1`,
  share: bootstrap(tallyFacts(rows, name), total),
  goal: { atLeast },
});

const PERSONAL = ["card-number", "id-number", "phone"];

function personal(rows: readonly Row[]): Measured[] {
  const wanted = rows.flatMap(({ message, reading }) =>
    message.pii
      .filter(({ kind }) => PERSONAL.includes(kind))
      .map((label) => {
        const { start, end } = spanOf(message.text, label);
        return reading.pii.some((span) => span.start <= start && end <= span.end);
      }),
  );
  const clean = rows.filter(({ message }) => message.pii.length === 0);
  const raised = clean.filter(({ reading }) => reading.pii.some(({ kind }) => PERSONAL.includes(kind)));
  return [
    {
      name: "personal data, recall",
      share: share(wanted.filter(Boolean).length, wanted.length),
      goal: { atLeast: 0.99 },
    },
    { name: "personal data, false alarms", share: share(raised.length, clean.length), goal: { atMost: 0.01 } },
  ];
}

/** All figures of the goals. `rows` of files that label orders only count for act and orders. */
export function measure(rows: readonly Row[]): Measured[] {
  const full = rows.filter(({ message }) => !ONLY_ORDERS.test(message.id));
  const orders = rows.filter(({ message }) => ONLY_ORDERS.test(message.id));
  const acts = pairs(full, (one) => one.act);
  const emotions = full.map(({ message, reading }) => Math.abs(message.emotion - reading.emotion));
  const insults = full.filter(({ message }) => message.abuse === 2);
  const polite = full.filter(({ message }) => message.abuse === 0);
  const figures: Measured[] = [
    {
      name: "act, macro F1",
      share: bootstrap(acts, macroF1),
      goal: { atLeast: 0.85 },
      note: confusions(acts, 5).join(", "),
    },
    axis("business", full, (one) => one.business, 0.8),
    axis("reason", full, (one) => one.reason, 0.75),
    axis("venue", full, (one) => one.venue, 0.85),
    {
      name: "emotion, exact",
      share: share(emotions.filter((off) => off === 0).length, full.length),
      goal: { atLeast: 0.7 },
    },
    {
      name: "emotion, within one step",
      share: share(emotions.filter((off) => off <= 1).length, full.length),
      goal: { atLeast: 0.97 },
    },
    {
      name: "abuse level 2, recall",
      share: share(insults.filter(({ reading }) => reading.abuse === 2).length, insults.length),
      goal: { atLeast: 0.95 },
    },
    {
      name: "abuse level 2, false alarms",
      share: share(polite.filter(({ reading }) => reading.abuse === 2).length, polite.length),
    },
    recall("risk P0, recall", full, P0, 0.97),
    recall("risk P1, recall", full, P1, 0.93),
    alarms("risk P0, false alarms", full, P0, 0.01),
    alarms(
      "any risk, false alarms where none is",
      full.filter(({ message }) => message.risks.length === 0),
      [...P0, ...P1],
      0.03,
    ),
    fact("amount", full, 0.92),
    fact("occurred", full, 0.88),
    ...personal(full),
  ];
  if (orders.length > 0) {
    const attacks = orders.filter(({ message }) => message.injection);
    const innocent = orders.filter(({ message }) => !message.injection);
    figures.push(
      {
        name: "orders to the bot, recall",
        share: share(attacks.filter(({ reading }) => reading.injection).length, attacks.length),
      },
      {
        name: "orders to the bot, false alarms",
        share: share(innocent.filter(({ reading }) => reading.injection).length, innocent.length),
      },
    );
  }
  return figures;
}
