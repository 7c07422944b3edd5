/** Events of one case, written the way a timeline is read. */

import type { Clock } from "../../../src/cases/clocks/clock.ts";
import { isoDay } from "../../../src/cases/clocks/day.ts";
import { clocksOf } from "../../../src/cases/clocks/derive.ts";
import type { FiringSetup } from "../../../src/cases/clocks/firings.ts";
import { marksOf } from "../../../src/cases/clocks/marks.ts";
import { setupOf } from "../../../src/cases/clocks/packs.ts";
import type { Grade, WaitReason } from "../../../src/cases/life/case.ts";
import type { CaseEvent, Happened } from "../../../src/cases/life/events.ts";
import type { Business } from "../../../src/flows/reading.ts";
import { shippedBank } from "../shipped-bank.ts";

export const happened = (at: string, event: Happened): CaseEvent => ({
  at,
  by: { kind: "rule" },
  cause: `${event.type} ${at}`,
  ...event,
});

export function registered(
  receivedAt: string,
  given: { at?: string; pack?: string; grade?: Grade; due?: string } = {},
): CaseEvent {
  return happened(given.at ?? receivedAt, {
    type: "registered",
    key: "k1",
    conversation: "c1",
    matter: "m1",
    record: "R-1",
    receivedAt,
    department: "consumer-protection",
    assisting: [],
    due: given.due ?? "2000-01-01",
    rule: { pack: given.pack ?? "cn-nfra-2020-3", days: 15 },
    reasons: [],
    grade: { value: given.grade ?? "ordinary", rule: "r", reason: "" },
    urgency: { value: "III", rule: "r", reason: "" },
    keptFrom: { staff: [], outlets: [], departments: [], hidden: false },
    links: [],
  });
}

export const waitBegun = (at: string, reason: WaitReason, wait = "w1", until = "2027-03-01T00:00:00Z"): CaseEvent =>
  happened(at, {
    type: "wait-begun",
    wait,
    whom: ["facts", "documents", "customer-choice"].includes(reason) ? "customer" : "third-party",
    reason,
    facts: [],
    until,
    notice: `told-${wait}`,
  });

export const waitEnded = (at: string, wait = "w1"): CaseEvent =>
  happened(at, { type: "wait-ended", wait, how: "answered" });

export const noticeGiven = (
  at: string,
  notice: string,
  kind: Extract<Happened, { type: "notice-given" }>["kind"] = "progress",
): CaseEvent => happened(at, { type: "notice-given", notice, kind, how: "chat", message: null });

export const granted = (at: string, from: string, to: string, extension = "x1"): CaseEvent =>
  happened(at, {
    type: "extension-granted",
    extension,
    from,
    to,
    approvedBy: "head",
    notice: `told-${extension}`,
    tellBy: new Date(Date.parse(`${from}T24:00:00+08:00`)).toISOString(),
  });

export const restarted = (at: string, receivedAt = at): CaseEvent =>
  happened(at, {
    type: "restarted",
    receivedAt,
    reason: "",
    due: "2000-01-01",
    rule: { pack: "cn-nfra-2020-3", days: 15 },
    notice: "told-restart",
  });

export const graded = (at: string, value: Grade): CaseEvent =>
  happened(at, { type: "graded", grade: { value, rule: null, reason: "" }, was: "ordinary" });

export const contacted = (at: string): CaseEvent => happened(at, { type: "customer-contacted", how: "phone" });
export const closed = (at: string, callBackBy: string | null = null): CaseEvent =>
  happened(at, { type: "closed", how: "resolved", callBackBy });

export const setup = (events: readonly CaseEvent[], business: Business | null = null): FiringSetup =>
  setupOf(shippedBank, events, business);

export function clockIn(events: readonly CaseEvent[], name: string, given: FiringSetup = setup(events)): Clock {
  const clock = clocksOf(given, marksOf(events)).find((each) => each.spec.clock === name);
  if (!clock) throw new Error(`no clock ${name} runs`);
  return clock;
}

/** ISO date of the last day, or ISO instant of an end in hours; null while it stands still. */
export function endIn(events: readonly CaseEvent[], name: string, given?: FiringSetup): string | null {
  const { end } = clockIn(events, name, given);
  if (end === null) return null;
  return end.day === null ? new Date(end.at).toISOString() : isoDay(end.day);
}
