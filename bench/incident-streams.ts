/**
 * Streams of complaints to measure the detector of mass events on: ordinary ones from the practice messages at the hours at
 * which people complain, Mondays busier, and a spike hidden among them.
 */
import { createMarker } from "../src/cases/incidents/marks.ts";
import type { Content } from "../src/content.ts";
import { maskPersonal } from "../src/privacy/mask.ts";
import { createReader } from "../src/product.ts";
import { allMessages } from "./evaluate/messages.ts";
import { OUTAGES } from "./outages.ts";

export interface Streamed {
  marks: readonly string[];
  /** Null for an ordinary complaint. */
  spike: string | null;
}
export interface Arrival extends Streamed {
  id: string;
  person: string;
  at: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, midnight in Shanghai. */
const START = Date.parse("2026-10-05T00:00:00+08:00");
/** How complaints spread over the hours of a day, and over the week from Monday. */
const HOURS = [6, 4, 3, 2, 2, 3, 8, 20, 55, 85, 90, 80, 60, 65, 80, 85, 80, 70, 60, 55, 50, 40, 25, 12];
const WEEKDAYS = [1.6, 1.1, 1, 1, 1.1, 0.7, 0.5];

/** Repeatable; 0 to below 1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let end = out.length - 1; end > 0; end -= 1) {
    const pick = Math.floor(random() * (end + 1));
    const [a, b] = [out[end], out[pick]];
    if (a !== undefined && b !== undefined) [out[end], out[pick]] = [b, a];
  }
  return out;
}

/** Every complaint of the practice messages, and every line of an outage, as the product reads it. `every`: one of so many. */
export function marked(content: Content, every = 1): { ordinary: Streamed[]; spikes: Map<string, Streamed[]> } {
  const read = createReader(content);
  const mark = createMarker(content.bank);
  const context = { at: "2026-10-06T09:00:00+08:00", zone: content.bank.profile.zone };
  const streamed = (text: string, spike: string | null): Streamed => {
    const { business, reason, venue, facts } = read(text, context);
    const places = facts.flatMap((fact) => (fact.name === "place" ? [fact.value, fact.text] : []));
    return { marks: mark({ text: maskPersonal(text), business, reason, venue, places }), spike };
  };
  const complaints = allMessages("practice").filter(({ act }, n) => act === "complaint" && n % every === 0);
  return {
    ordinary: complaints.map(({ text }) => streamed(text, null)),
    spikes: new Map(Object.entries(OUTAGES).map(([name, texts]) => [name, texts.map((text) => streamed(text, name))])),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** An instant of the day, as likely as people complain then. */
function hourOf(random: () => number): number {
  let left = random() * total(HOURS);
  const hour = HOURS.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return (Math.max(0, hour) + random()) * HOUR;
}

/** Ordinary complaints at `perDay` a day on average, as many days as they last; each customer complains once. */
export function ordinaryStream(from: readonly Streamed[], perDay: number, random: () => number, day = 0): Arrival[] {
  const out: Arrival[] = [];
  for (let date = day; out.length < from.length; date += 1) {
    const today = Math.round(perDay * (WEEKDAYS[date % 7] ?? 1));
    for (const one of from.slice(out.length, out.length + today)) {
      const id = `o${day}-${out.length}`;
      out.push({ ...one, id, person: id, at: START + date * DAY + hourOf(random) });
    }
  }
  return out.sort((a, b) => a.at - b.at);
}

/** `count` complaints of one trouble within `minutes`, in the daytime of the stream's last day. */
export function spikeIn(
  stream: readonly Arrival[],
  lines: readonly Streamed[],
  minutes: number,
  count: number,
  random: () => number,
) {
  const last = stream.at(-1)?.at ?? START;
  const midnight = last - ((last - START) % DAY);
  const from = midnight + 8 * HOUR + random() * 12 * HOUR;
  const spike = shuffled(lines, random)
    .slice(0, count)
    .map((one, n): Arrival => {
      const id = `s-${n}`;
      return { ...one, id, person: id, at: from + random() * minutes * 60_000 };
    });
  return [...stream, ...spike].sort((a, b) => a.at - b.at);
}
