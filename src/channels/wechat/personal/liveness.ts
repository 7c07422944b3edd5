/**
 * Whether messages still reach us. An event stream has no acknowledgement and can die without an error, so we send
 * numbered pings through the puppet and count the answers that come back by the same stream as messages do. Pure.
 */
export interface Liveness {
  next: number;
  /** Pings on their way, oldest first. */
  waiting: readonly { mark: number; at: number }[];
  /** The puppet has answered one: from then on a missing answer means something. */
  answers: boolean;
  /** When something last came over the link, ms. */
  heardAt: number;
}

export const bornAt = (at: number): Liveness => ({ next: 1, waiting: [], answers: false, heardAt: at });

export function pinged(life: Liveness, at: number): { life: Liveness; mark: string } {
  const mark = life.next;
  // Puppets that never answer would make the list grow.
  const waiting = [...life.waiting.slice(-20), { mark, at }];
  return { life: { ...life, next: mark + 1, waiting }, mark: String(mark) };
}

/** Anything came. */
export const heard = (life: Liveness, at: number): Liveness => ({ ...life, heardAt: at });

/**
 * An answer came. `skipped`: the time (ms) of the oldest ping whose answer should have come before it; what came over
 * the stream since then may be lost.
 */
export function ponged(life: Liveness, mark: string, at: number): { life: Liveness; skipped: number | null } {
  const number = Number(mark);
  if (!life.waiting.some((one) => one.mark === number)) return { life: heard(life, at), skipped: null };
  const before = life.waiting.filter((one) => one.mark < number);
  const skipped = life.answers ? (before[0]?.at ?? null) : null;
  const waiting = life.waiting.filter((one) => one.mark > number);
  return { life: { ...life, waiting, answers: true, heardAt: at }, skipped };
}

/** True when a puppet that answers has left a ping unanswered for `patience` ms, and nothing else came since. */
export function silent(life: Liveness, now: number, patience: number): boolean {
  const oldest = life.waiting[0];
  return life.answers && oldest !== undefined && now - oldest.at > patience && life.heardAt < oldest.at;
}
