/** Leaves an endpoint alone that failed several times in a row, then tries it with one call. */

export interface Breaker {
  state(): "closed" | "open" | "half-open";
  /** False while the endpoint rests, or while another call tries it. Every true is followed by one of the three below. */
  enter(): boolean;
  succeeded(): void;
  /** `restMs`: the endpoint itself asked to be left alone for so long. */
  failed(restMs?: number): void;
  /** The call says nothing about the endpoint. */
  left(): void;
}

/** Longest rest an endpoint can ask for, in milliseconds. */
const LONGEST_REST = 300_000;

/** `clock` gives milliseconds. */
export function createBreaker(settings: { failures: number; pauseMs: number }, clock: () => number): Breaker {
  let inARow = 0;
  let openUntil: number | null = null;
  let trying = false;

  const state = () => {
    if (openUntil === null) return "closed" as const;
    return clock() < openUntil ? ("open" as const) : ("half-open" as const);
  };
  const close = () => {
    inARow = 0;
    openUntil = null;
    trying = false;
  };

  return {
    state,
    enter() {
      const now = state();
      if (now === "closed") return true;
      if (now === "open" || trying) return false;
      trying = true;
      return true;
    },
    succeeded: close,
    failed(restMs) {
      inARow += 1;
      const tried = trying;
      trying = false;
      const rest = restMs === undefined ? 0 : Math.min(restMs, LONGEST_REST);
      const pause = tried || inARow >= settings.failures ? settings.pauseMs : 0;
      const until = clock() + Math.max(rest, pause);
      if (rest > 0 || pause > 0) openUntil = Math.max(openUntil ?? 0, until);
    },
    left() {
      trying = false;
    },
  };
}
