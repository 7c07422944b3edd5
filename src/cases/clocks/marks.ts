/** What the events of a case mean for its clocks. */
import type { Mark } from "../../bank/files/rules.ts";
import type { Grade, NoticeKind, WaitReason } from "../life/case.ts";
import type { CaseEvent } from "../life/events.ts";

/**
 * `at` (ms) is when it counts from, `known` when the case learnt of it: a letter that was received last week is known
 * today. Instants are in order of `known`.
 */
export type ClockMark = { at: number; known: number } & Marked;

type Marked =
  /** `id`: the promise, wait or proposal it is about. `until` (ms): the instant that was told. */
  | { type: "mark"; mark: Mark; id: string | null; until: number | null }
  | { type: "paused"; id: string; reason: WaitReason }
  | { type: "pause-told"; id: string }
  /** Of one wait, or of all of them where the work has ended. */
  | { type: "pause-over"; id: string | null }
  | { type: "graded"; grade: Grade }
  /**
   * `from` and `to` are ISO dates: the last day it replaces and the one that was granted. `tellBy` (ms): the customer
   * has to be told before.
   */
  | { type: "extended"; notice: string; from: string; to: string; tellBy: number }
  | { type: "notice-given"; notice: string }
  /** The official calendar of a year has come; dates that rest on the provisional one are counted again. */
  | { type: "calendar-adopted"; calendar: string; year: number };

/** In order of the events. Reads only instants, ids and codes: no word of anybody. */
export function marksOf(events: readonly CaseEvent[]): ClockMark[] {
  /** Notices that tell of a wait, by the notice's id. */
  const waits = new Map<string, string>();
  return events.flatMap((event) => {
    const known = Date.parse(event.at);
    const marked = (one: Marked, at: number = known): ClockMark => ({ at, known, ...one });
    const mark = (name: Mark, id: string | null = null, until: string | null = null) =>
      marked({ type: "mark", mark: name, id, until: until === null ? null : Date.parse(until) });
    switch (event.type) {
      case "registered":
        return [
          marked({ type: "graded", grade: event.grade.value }),
          marked({ type: "mark", mark: "receipt", id: null, until: null }, Date.parse(event.receivedAt)),
          mark("registered"),
        ];
      case "assigned":
        return [mark("assigned")];
      case "accepted":
        return [mark("accepted")];
      case "released":
      case "returned":
        return [mark("released")];
      case "customer-contacted":
        return [mark("contacted"), mark("told")];
      case "wait-begun":
        if (event.notice !== null) waits.set(event.notice, event.wait);
        return [
          marked({ type: "paused", id: event.wait, reason: event.reason }),
          mark(event.whom === "customer" ? "waiting-customer" : "waiting-third-party", event.wait, event.until),
        ];
      case "wait-ended":
        return [marked({ type: "pause-over", id: event.wait }), mark("wait-ended", event.wait)];
      case "restarted":
        return [marked({ type: "mark", mark: "restarted", id: null, until: null }, Date.parse(event.receivedAt))];
      case "extension-granted":
        return [
          marked({
            type: "extended",
            notice: event.notice,
            from: event.from,
            to: event.to,
            tellBy: Date.parse(event.tellBy),
          }),
        ];
      case "decided":
        return [marked({ type: "pause-over", id: null })];
      case "calendar-adopted":
        return [marked({ type: "calendar-adopted", calendar: event.calendar, year: event.year })];
      case "graded":
        return [marked({ type: "graded", grade: event.grade.value })];
      case "promised":
        return [mark("promised", event.promise, event.until)];
      case "promise-moved":
        return [mark("promise-moved", event.promise, event.until)];
      case "promise-kept":
        return [mark("promise-kept", event.promise)];
      case "proposal-made":
        return [mark("proposal-made", event.proposal, event.answerBy)];
      case "proposal-agreed":
      case "proposal-declined":
        return [mark("proposal-answered", event.proposal)];
      case "notice-given": {
        const wait = waits.get(event.notice);
        const about = noticeMark(event.kind);
        return [
          mark("told"),
          marked({ type: "notice-given", notice: event.notice }),
          ...(wait === undefined ? [] : [marked({ type: "pause-told", id: wait })]),
          ...(about === null ? [] : [mark(about)]),
        ];
      }
      case "review-asked":
        return [mark("review-asked")];
      case "review-decided":
        return [mark("review-decided")];
      case "reopened":
        return [mark("reopened")];
      case "closed":
        return [marked({ type: "pause-over", id: null }), mark("closed", null, event.callBackBy)];
      case "call-back-owed":
        return [mark("call-back-owed", null, event.until)];
      case "withdrawn":
      case "merged":
        return [marked({ type: "pause-over", id: null }), mark("closed")];
      case "called-back":
        return [mark("told"), mark("called-back")];
      default:
        // The rest of a case's life moves no clock.
        return [];
    }
  });
}

function noticeMark(kind: NoticeKind): Mark | null {
  return kind === "decision" ? "decision-given" : null;
}
