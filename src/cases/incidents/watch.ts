/**
 * Watches complaints come in: raises alerts, knows which open incident a complaint is of, and links it.
 * What it keeps in memory is made again from the store by `start`, so it may be lost at any moment.
 */
import type { Bank } from "../../bank/bank.ts";
import type { Matter, State } from "../../flows/conversation.ts";
import type { KnownIncident } from "../../flows/incident.ts";
import type { Reading } from "../../flows/reading.ts";
import type { ComplaintRef, IncidentRow, IncidentStore } from "../../store/incidents.ts";
import type { Loaded } from "../../store/store.ts";
import { createAlerts } from "./alerts.ts";
import { covers, createDetector } from "./detector.ts";
import { createMarker } from "./marks.ts";

export interface WatchParts {
  bank: Pick<Bank, "emergency" | "outlets">;
  store: IncidentStore;
  load: (conversation: string) => Promise<Loaded | undefined>;
  mask: (text: string) => string;
  /** ISO instant. */
  now: () => string;
  newId: () => string;
  /** An alert or a link is new: open pages fetch it. */
  changed: () => void;
  /** A failure of the store: the complaint itself is safe, its place in an incident is not. */
  report: (error: unknown) => void;
}

/** What was committed of a conversation. */
export interface Committed {
  conversation: string;
  person: string;
  before: State;
  state: State;
  /** The customer's words of this turn; empty when a clock did it. */
  text: string;
}

export interface IncidentWatch {
  /** Open incidents the words of a turn are of. Reads only, and only memory. */
  known(state: State, reading: Reading, text: string): KnownIncident[];
  /** Takes in what a commit changed. Returns at once; `settled` tells when it is stored. */
  committed(turn: Committed): void;
  /** Complaints of the window that are of these kinds. */
  matching(kinds: readonly (readonly string[])[]): ComplaintRef[];
  /** Marks that a text would get, for those who write kinds by hand. */
  marksOf(text: string): string[];
  /** Reads the open incidents anew, after one was changed. */
  refresh(): Promise<void>;
  /** Learns from the store what is usual and what came lately. */
  start(): Promise<void>;
  settled(): Promise<void>;
}

const HOUR = 3_600_000;
/** Complaints older than this many half-lives weigh next to nothing. */
const HALF_LIVES = 3;
/** Incidents looked through for open ones; ended ones stay in the store. */
const READ = 200;
/** The trouble is told in the first messages; later ones answer our questions. */
const FIRST_MESSAGES = 4;
/** Replayed at a time before others get their turn. */
const BATCH = 50;

/** Staff misconduct is nobody's mass event: it must not be seen by the outlet concerned, also not as a count. */
const hidden = (matter: Matter): boolean => matter.risks.some(({ slug }) => slug === "staff-misconduct");

export function createIncidentWatch(parts: WatchParts): IncidentWatch {
  const { bank, store, now, mask } = parts;
  const { detection } = bank.emergency;
  const mark = createMarker(bank);
  const detector = createDetector(detection);
  let open: IncidentRow[] = [];
  const isOpen = (incident: string) => open.some(({ id }) => id === incident);
  const alerts = createAlerts({ ...parts, isOpen, windowMs: detection.windowHours * HOUR });
  let lately: { ref: ComplaintRef; marks: string[]; at: number }[] = [];
  let latest = 0;
  /** What comes while the past is learnt. */
  let waiting: Committed[] | null = null;
  let line: Promise<void> = Promise.resolve();

  const inLine = (work: () => Promise<void>) => {
    line = line.then(work).catch(parts.report);
  };

  function marksOf(matter: Matter, text: string): string[] {
    const places = matter.facts.flatMap((fact) =>
      fact.name === "place" && fact.replacedBy === null ? [fact.value, fact.text] : [],
    );
    const { business, reason, venue } = matter;
    return mark({ text: mask(text), business, reason, venue, places });
  }

  function remember(ref: ComplaintRef, marks: string[], at: number): void {
    const from = at - detection.windowHours * HOUR;
    const known = lately.find((one) => one.ref.record === ref.record);
    if (known) known.marks = [...new Set([...known.marks, ...marks])];
    else lately.push({ ref, marks, at });
    if ((lately[0]?.at ?? at) < from) lately = lately.filter((one) => one.at >= from);
  }

  /** Returns what it takes to keep what was found; null when there is nothing to keep. */
  function notice(matter: Matter, text: string, person: string, conversation: string, at: number) {
    if (hidden(matter)) return null;
    const ref = { record: matter.record, conversation, matter: matter.id, receivedAt: matter.receivedAt };
    const marks = marksOf(matter, text);
    latest = Math.max(latest, at);
    remember(ref, marks, latest);
    const incident = open.find(({ id, kinds }) => matter.incident?.id === id || covers(kinds, marks));
    if (incident) {
      const how = matter.incident?.id === incident.id ? ("told" as const) : ("matched" as const);
      return () => store.link([{ ...ref, incident: incident.id, how, at: now(), endToldAt: null }]);
    }
    const finding = detector.observe({ id: matter.record, person, at: latest, marks });
    if (!finding) return null;
    const refs = new Map(lately.map((one) => [one.ref.record, one.ref]));
    return () => alerts.raise(finding, refs);
  }

  function takeIn({ conversation, person, before, state, text }: Committed): void {
    for (const matter of state.matters) {
      const old = before.matters.find(({ id }) => id === matter.id);
      if (old === matter || matter.status !== "open") continue;
      if (old && (matter.messages.length === old.messages.length || matter.messages.length > FIRST_MESSAGES)) continue;
      const words = old ? `${matter.words}\n${matter.id === state.current ? text : ""}` : matter.words;
      const keep = notice(matter, words, person, conversation, Date.parse(now()));
      if (keep) inLine(() => keep().then(parts.changed));
    }
  }

  async function learn(): Promise<void> {
    const from = Date.parse(now()) - HALF_LIVES * detection.halfLifeDays * 24 * HOUR;
    const complaints = await store.complaintsSince(new Date(from).toISOString());
    for (const [n, { conversation, matter: id, receivedAt }] of complaints.entries()) {
      const loaded = await parts.load(conversation);
      const matter = loaded?.state.matters.find((one) => one.id === id);
      // What was found then has its alert in the store.
      if (loaded && matter) notice(matter, matter.words, loaded.person, conversation, Date.parse(receivedAt));
      if (n % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function refresh(): Promise<void> {
    open = (await store.incidents(READ)).filter(({ status }) => status === "open");
  }

  return {
    known(state, reading, text) {
      if (open.length === 0) return [];
      const matter = state.matters.find(({ id, status }) => id === state.current && status === "open");
      if ((matter && hidden(matter)) || reading.risks.some(({ slug }) => slug === "staff-misconduct")) return [];
      const places = reading.facts.flatMap((fact) => (fact.name === "place" ? [fact.value, fact.text] : []));
      const { business, reason, venue } = reading;
      const marks = mark({ text: mask(text), business, reason, venue, places });
      if (matter) marks.push(...marksOf(matter, matter.words));
      return open.flatMap(({ id, kinds, known }) =>
        known && covers(kinds, marks) ? [{ id, version: known.version, known: { zh: known.zh, en: known.en } }] : [],
      );
    },
    committed(turn) {
      // The past comes first: taken in between, it would look as if it were today's.
      if (waiting) waiting.push(turn);
      else takeIn(turn);
    },
    matching: (kinds) => lately.filter(({ marks }) => covers(kinds, marks)).map(({ ref }) => ref),
    marksOf: (text) => mark({ text: mask(text), business: null, reason: null, venue: null, places: [text] }),
    refresh,
    async start() {
      waiting = [];
      try {
        await refresh();
        await learn();
      } finally {
        const came = waiting;
        waiting = null;
        for (const turn of came) takeIn(turn);
      }
    },
    settled: () => line,
  };
}
