/**
 * The end of retention: what is due, and erasing it by destroying the person's key.
 *
 * Promises
 * - A person is erased when the time of everything held about them is over, or when their request was granted and the
 *   time between answer and deed has passed. Nothing is erased while a request of theirs waits for its answer.
 * - Whoever is to be withheld is withheld once nothing of theirs is being handled any more.
 * - A look changes nothing. A run can be broken off and repeated at any moment.
 */
import type { Retention } from "../bank/files/retention.ts";
import { dayIn } from "../cases/zone.ts";
import type { RightsRequest, RightsStore } from "../store/rights.ts";
import type { Store } from "../store/store.ts";
import { isOpen, type Kept, keptOf, lastDay } from "./kept.ts";
import { RIGHTS_CHAIN } from "./rights.ts";

export interface Due {
  person: string;
  /** What becomes of the data. */
  deed: "erase" | "withhold";
  why: "time-over" | "request";
  /** Id of the request that asked for it. */
  request: string | null;
  /** ISO date of the last day anything is kept; null where a request ends it before. */
  until: string | null;
  conversations: number;
  records: string[];
}

export interface RetentionReport {
  /** ISO date. */
  day: string;
  /** Persons whose data was looked at. */
  persons: number;
  due: Due[];
  /** Persons whose data is kept and not used. */
  withheld: number;
}

export interface RetentionParts {
  store: Pick<Store, "load" | "erasePerson" | "audit"> & { rights: RightsStore };
  retention: Retention;
  zone: string;
  now: () => string;
}

const PAGE = 500;
/** Requests that wait are few; more than this at once are taken up the next day. */
const WAITING = 10_000;

/** What is due now. Changes nothing. */
export async function whatIsDue(parts: RetentionParts): Promise<RetentionReport> {
  const { store, zone, now } = parts;
  const day = dayIn(zone, now());
  const requests = (await store.rights.requests(WAITING)).filter(({ answer }) => !answer?.doneAt);
  const byPerson = Map.groupBy(requests, ({ person }) => person);
  const withheld = new Set((await store.rights.withheld()).map(({ person }) => person));
  const due: Due[] = [];
  let persons = 0;
  for (let after = ""; ; ) {
    const page = await store.rights.persons({ after, limit: PAGE });
    for (const person of page) {
      persons += 1;
      const found = await dueOf(parts, person, { day, requests: byPerson.get(person) ?? [], withheld });
      if (found) due.push(found);
    }
    after = page.at(-1) ?? after;
    if (page.length < PAGE) return { day, persons, due, withheld: withheld.size };
  }
}

interface Known {
  day: string;
  requests: readonly RightsRequest[];
  withheld: ReadonlySet<string>;
}

async function dueOf(parts: RetentionParts, person: string, known: Known): Promise<Due | null> {
  const { requests } = known;
  if (requests.some(({ answer }) => answer === null)) return null;
  const granted = requests.find(({ answer }) => answer?.notBefore && answer.notBefore <= parts.now());
  const { kept, conversations } = await heldBy(parts, person);
  const until = lastDay(kept);
  const records = kept.flatMap(({ record }) => record ?? []);
  const of = { person, conversations, records };
  if (until !== null && until < known.day)
    return { ...of, deed: "erase", why: "time-over", request: granted?.id ?? null, until };
  if (!granted) return null;
  // What came in since the answer may have to be kept: then there is nothing to erase by request.
  const owed = kept.some(({ law, until: last }) => law && (last === null || last >= known.day));
  if (!owed) return { ...of, deed: "erase", why: "request", request: granted.id, until: null };
  if (isOpen(kept) || known.withheld.has(person)) return null;
  return { ...of, deed: "withhold", why: "request", request: granted.id, until };
}

async function heldBy(parts: RetentionParts, person: string): Promise<{ kept: Kept[]; conversations: number }> {
  const holdings = await parts.store.rights.holdings(person);
  const kept: Kept[] = [];
  for (const { id } of holdings?.conversations ?? []) {
    const loaded = await parts.store.load(id);
    if (loaded) kept.push(...keptOf(loaded.state, parts.retention, parts.zone));
  }
  return { kept, conversations: holdings?.conversations.length ?? 0 };
}

/** Carries out what is due, and says what was done. The audit has one line for each person and one for the run. */
export async function runRetention(parts: RetentionParts): Promise<RetentionReport> {
  const { store, now } = parts;
  const report = await whatIsDue(parts);
  const done: Due[] = [];
  for (const one of report.due) {
    const { person, deed, why, request } = one;
    // Taken back since it was looked at: the next run looks again.
    if (why === "request" && request !== null && !(await isGranted(store.rights, request))) continue;
    const detail = { person, why, request };
    await store.audit(RIGHTS_CHAIN, now(), { actor: "retention", action: deed, detail });
    if (deed === "erase") await store.erasePerson(person, now());
    else await store.rights.withhold({ person, since: now(), request: request ?? "" });
    for (const { id } of await waitingOf(store.rights, person)) await store.rights.finishRequest(id, now());
    done.push(one);
  }
  const counted = { day: report.day, persons: report.persons, done: done.length };
  await store.audit(RIGHTS_CHAIN, now(), { actor: "retention", action: "retention-run", detail: counted });
  return { ...report, due: done };
}

async function isGranted(rights: RightsStore, id: string): Promise<boolean> {
  const answer = (await rights.request(id))?.answer;
  return answer?.doneAt === null && answer.notBefore !== null;
}

async function waitingOf(rights: RightsStore, person: string): Promise<RightsRequest[]> {
  const requests = await rights.requests(WAITING);
  return requests.filter((one) => one.person === person && one.answer !== null && one.answer.doneAt === null);
}
