/** Tells Tingsu of changes: signed, the whole case each time, again until it is taken. */
import { randomUUID } from "node:crypto";
import type { Case, Cases } from "./cases.ts";
import { type Key, sign } from "./signature.ts";

export interface EventTarget {
  /** Where Tingsu listens: https://…/core/events. */
  url: string;
  key: Key;
}

/** Kept with the change, so that a crash between the two loses none. */
export function queueEvent(cases: Cases, changed: Case, nowMs: number): void {
  const id = randomUUID();
  cases.queueEvent(id, JSON.stringify({ id, at: new Date(nowMs).toISOString(), case: changed }));
}

/** Sends what is waiting. What was not taken stays and is sent the next time. Returns how many were taken. */
export async function sendEvents(cases: Cases, { url, key }: EventTarget, nowMs: number): Promise<number> {
  const { pathname, search } = new URL(url);
  let taken = 0;
  for (const { id, body } of cases.unsentEvents()) {
    const headers = { "Content-Type": "application/json", ...sign(key, "POST", pathname + search, body, nowMs) };
    const answer = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(5000) }).catch(
      (error: unknown) => (error instanceof Error ? error : new Error("not sent")),
    );
    if (answer instanceof Error || !answer.ok) continue;
    cases.eventSent(id);
    taken += 1;
  }
  return taken;
}
