/**
 * Mass events on simulated streams: 15 complaints of one trouble within an hour, hidden in 1,000 ordinary ones of a day after
 * four ordinary days; and ordinary days alone, for false alarms. Six shuffles of everything by default.
 */
import { join } from "node:path";
import { createDetector } from "../src/cases/incidents/detector.ts";
import { loadContent } from "../src/content.ts";
import { dice, marked, ordinaryStream, type Streamed, shuffled, spikeIn } from "./incident-streams.ts";
import { median, percentile, report } from "./print.ts";

const PER_DAY = 1_000;
const HISTORY = 4_000;
const SPIKE = 15;
const MINUTES = 60;

export interface Measured {
  /** Number of the spike's complaint that raised the alert, one for each spike; null when none did. */
  found: (number | null)[];
  /** Alerts on spikes' streams that named mostly others. */
  beside: number;
  /** Complaints named by the right alerts, and how many of them were of the spike. */
  named: number;
  rightly: number;
  /** Ordinary complaints judged after the first days, and alerts among them. */
  ordinary: number;
  falseAlarms: number;
  /** Of one judgement, ms. */
  times: number[];
}

type Detection = Parameters<typeof createDetector>[0];

/** One shuffle: a stream for each trouble, and all ordinary complaints alone. */
export function measure(
  { ordinary, spikes }: ReturnType<typeof marked>,
  detection: Detection,
  seed: number,
  sizes: { perDay: number; history: number } = { perDay: PER_DAY, history: HISTORY },
): Measured {
  const out: Measured = { found: [], beside: 0, named: 0, rightly: 0, ordinary: 0, falseAlarms: 0, times: [] };
  const random = dice(seed);
  for (const lines of spikes.values()) spiked(out, shuffled(ordinary, random), lines, detection, random, sizes);
  const detector = createDetector(detection);
  let quietUntil = 0;
  for (const [n, one] of ordinaryStream(shuffled(ordinary, random), sizes.perDay, random).entries()) {
    const before = performance.now();
    const found = detector.observe(one);
    out.times.push(performance.now() - before);
    if (n < sizes.history) continue;
    out.ordinary += 1;
    // One crowd is one alarm, however many complaints go on with it.
    if (found && one.at > quietUntil) out.falseAlarms += 1;
    if (found) quietUntil = one.at + detection.windowHours * 3_600_000;
  }
  return out;
}

function spiked(
  out: Measured,
  pool: readonly Streamed[],
  lines: readonly Streamed[],
  detection: Detection,
  random: () => number,
  { perDay, history }: { perDay: number; history: number },
): void {
  const stream = spikeIn(
    ordinaryStream(pool.slice(0, history + perDay), perDay, random),
    lines,
    MINUTES,
    SPIKE,
    random,
  );
  const detector = createDetector(detection);
  let heard = 0;
  let found: number | null = null;
  for (const [n, one] of stream.entries()) {
    if (one.spike) heard += 1;
    const finding = detector.observe(one);
    if (!finding || n < history) continue;
    const right = finding.members.filter((id) => id.startsWith("s-")).length;
    if (right * 2 <= finding.members.length) {
      // Once the alert is there, what names any of its complaints goes on with it.
      if (found === null || right === 0) out.beside += 1;
      continue;
    }
    if (found === null) {
      found = heard;
      out.named += finding.members.length;
      out.rightly += right;
    }
  }
  out.found.push(found);
}

export function together(parts: readonly Measured[]): Measured {
  return {
    found: parts.flatMap(({ found }) => found),
    times: parts.flatMap(({ times }) => times),
    beside: sum(parts, "beside"),
    named: sum(parts, "named"),
    rightly: sum(parts, "rightly"),
    ordinary: sum(parts, "ordinary"),
    falseAlarms: sum(parts, "falseAlarms"),
  };
}
const sum = (parts: readonly Measured[], key: "beside" | "named" | "rightly" | "ordinary" | "falseAlarms") =>
  parts.reduce((all, part) => all + part[key], 0);

/** Wilson's interval at 95 %, in hundredths. */
export function share(hits: number, of: number): string {
  const z = 1.96;
  const p = hits / of;
  const middle = p + (z * z) / (2 * of);
  const wide = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const bound = (value: number) => ((100 * value) / (1 + (z * z) / of)).toFixed(1);
  return `${hits} of ${of}, 95 % between ${bound(middle - wide)} % and ${bound(middle + wide)} %`;
}

/** Upper bound at 95 % of a count that chance spreads (Poisson, by bisection). */
export function atMost(count: number): number {
  let low = count;
  let high = count + 20 + 5 * Math.sqrt(count);
  for (let step = 0; step < 60; step += 1) {
    const rate = (low + high) / 2;
    let term = Math.exp(-rate);
    let below = term;
    for (let n = 1; n <= count; n += 1) {
      term *= rate / n;
      below += term;
    }
    if (below > 0.05) low = rate;
    else high = rate;
  }
  return high;
}

/** 95 % of medians of samples drawn again from the same delays lie between. */
function medianBetween(values: readonly number[], random: () => number): string {
  const medians = Array.from({ length: 2_000 }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  );
  return `95 % between ${percentile(medians, 2.5)} and ${percentile(medians, 97.5)}`;
}

function run(shuffles: number): void {
  const { content, problems } = loadContent(join(import.meta.dirname, "../bank"));
  if (!content) throw new Error(`${problems.length} mistakes in the bank's folder`);
  const given = marked(content);
  const all = together(
    Array.from({ length: shuffles }, (_, seed) => measure(given, content.bank.emergency.detection, seed + 1)),
  );
  const delays = all.found.filter((one) => one !== null);
  const false10k = (10_000 * all.falseAlarms) / all.ordinary;
  report([
    {
      name: "message of the spike that raises the alert, median",
      value: median(delays),
      unit: "count",
      goal: { atMost: 6 },
      note: `${medianBetween(delays, dice(7))}; nine in ten by the ${percentile(delays, 90)}th`,
    },
    {
      name: "spikes found (recall)",
      value: delays.length / all.found.length,
      unit: "ratio",
      note: share(delays.length, all.found.length),
    },
    {
      name: "alerts that are the spike (precision)",
      value: delays.length / (delays.length + all.beside),
      unit: "ratio",
      note: share(delays.length, delays.length + all.beside),
    },
    {
      name: "complaints named that are of the spike",
      value: all.rightly / all.named,
      unit: "ratio",
      note: share(all.rightly, all.named),
    },
    {
      name: "false alarms in 10,000 ordinary",
      value: false10k,
      unit: "count",
      goal: { atMost: 1 },
      note: `${all.falseAlarms} in ${all.ordinary}; at most ${((10_000 * atMost(all.falseAlarms)) / all.ordinary).toFixed(2)} at 95 %`,
    },
    { name: "one complaint judged, mean", value: all.times.reduce((a, b) => a + b, 0) / all.times.length, unit: "ms" },
    { name: "one complaint judged, p99", value: percentile(all.times, 99), unit: "ms", goal: { atMost: 1 } },
  ]);
}

if (import.meta.main) run(Number(process.argv[2] ?? 6));
