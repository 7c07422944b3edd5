/** What became of the offers to the staff, told from the events alone. */
import type { CaseState } from "../../cases/life/case.ts";
import type { CaseEvent } from "../../cases/life/events.ts";
import { evolve } from "../../cases/life/evolve.ts";
import { BEAT } from "./timetable.ts";
import type { World } from "./world.ts";

export interface OfferFigures {
  /** Made by the rules; of these taken, refused, and taken back because nobody said yes in time or had gone. */
  offersMade: number;
  offersTaken: number;
  offersRefused: number;
  offersTakenBack: number;
  /** Nobody was there to be asked; the lead answered for it until somebody's duty began. */
  leftToLead: number;
}

export function offersOf(events: readonly CaseEvent[]): OfferFigures {
  const figures = { offersMade: 0, offersTaken: 0, offersRefused: 0, offersTakenBack: 0, leftToLead: 0 };
  for (const event of events) {
    if (event.type === "offered") figures.offersMade += 1;
    if (event.type === "assigned" && event.how === "rule") figures.offersTaken += 1;
    if (event.type === "transfer-refused") figures.offersRefused += 1;
    if (event.type === "offer-ended") figures.offersTakenBack += 1;
    if (event.type === "left-to-lead") figures.leftToLead += 1;
  }
  return figures;
}

/** Looks may come a beat late, and what was offered is taken back and offered again at the next. */
const MOST = 2 * BEAT;

/**
 * Whether the case, still running, at some moment had neither an owner nor an open offer for longer than the worker
 * needs, though nobody had said that there was nobody to ask until then. Time in which the server was down apart.
 */
export function waitedForNobody(events: readonly CaseEvent[], world: World): boolean {
  let state: CaseState | null = null;
  /** Since when (ms) somebody should have been asked. */
  let since: number | null = null;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (since !== null && world.upBetween(since, at) > MOST) return true;
    state = evolve(state, event);
    if (!state || !isWaiting(state)) since = null;
    // What else happens to the case meanwhile does not begin the wait anew.
    else if (since === null || event.type === "left-to-lead") since = askedAgainAt(state, at);
  }
  return since !== null && world.upBetween(since, world.end) > MOST;
}

const isWaiting = ({ owner, offer, stage }: CaseState): boolean =>
  owner === null && offer === null && !["withdrawn", "closed", "called-back"].includes(stage.name);

const askedAgainAt = ({ round }: CaseState, at: number): number =>
  round.left ? Math.max(at, Date.parse(round.left.until)) : at;
