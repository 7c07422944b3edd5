/** When the account may write next: like a person who types, and never so much that WeChat restricts it. */
import { ServiceError } from "../../../service-error.ts";
import type { PaceSettings } from "../settings.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Who has to wait longer is told to come back: others wait behind a message under way. */
const LONGEST_WAIT = 5000;

/** Times (ms) of what was written or is about to be, oldest first. */
export interface Written {
  account: readonly number[];
  customer: readonly number[];
}

/**
 * The earliest time (ms) at which a message of so many characters may go out. `random` is 0..1.
 * Typing is counted from the last message to the customer, so that a second bubble isn't typed in no time.
 */
export function nextSlot(
  written: Written,
  now: number,
  length: number,
  settings: Omit<PaceSettings, "friendsPerHour">,
  random: number,
): number {
  const { perCharacter, most } = settings.typingMs;
  const typing = Math.min(most, length * perCharacter) * (0.8 + 0.4 * random);
  const last = written.customer.at(-1) ?? Number.NEGATIVE_INFINITY;
  return Math.ceil(
    Math.max(
      now + typing,
      last + settings.gapMs + typing,
      afterLimit(written.account, settings.perMinute, MINUTE),
      afterLimit(written.customer, settings.perCustomerPerMinute, MINUTE),
    ),
  );
}

/** When one more fits: `limit` of them in any stretch of `span`. */
function afterLimit(times: readonly number[], limit: number, span: number): number {
  const first = times.at(-limit);
  return first === undefined ? Number.NEGATIVE_INFINITY : first + span;
}

export interface Pace {
  /**
   * Resolves when the message may go out. Throws ServiceError `wechat.too-fast` (retryable) when that is too far off.
   * What is urgent goes out at once, and counts.
   */
  turn(to: string, length: number, urgent?: boolean): Promise<void>;
  /** As `turn`, for accepting a friend, but waits as long as it takes. */
  friend(): Promise<void>;
}

export function createPace(parts: {
  settings: PaceSettings;
  /** ms. */
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
}): Pace {
  const { settings, clock, sleep, random } = parts;
  let account: number[] = [];
  let friends: number[] = [];
  const customers = new Map<string, number[]>();

  function forget(now: number): void {
    account = account.filter((at) => at > now - MINUTE);
    for (const [to, times] of customers) {
      const left = times.filter((at) => at > now - MINUTE);
      if (left.length > 0) customers.set(to, left);
      else customers.delete(to);
    }
  }

  return {
    async turn(to, length, urgent = false) {
      const now = clock();
      forget(now);
      const customer = customers.get(to) ?? [];
      const slot = urgent ? now : nextSlot({ account, customer }, now, length, settings, random());
      if (slot - now > LONGEST_WAIT) {
        throw new ServiceError("wechat.too-fast", { retryable: true, away: true, restMs: slot - now - LONGEST_WAIT });
      }
      // The place is taken now: two that ask at once don't get the same one.
      account = [...account, slot].sort((a, b) => a - b);
      customers.set(
        to,
        [...customer, slot].sort((a, b) => a - b),
      );
      if (slot > now) await sleep(slot - now);
    },
    async friend() {
      const now = clock();
      friends = friends.filter((at) => at > now - HOUR);
      const slot = Math.max(now, afterLimit(friends, settings.friendsPerHour, HOUR));
      friends.push(slot);
      if (slot > now) await sleep(slot - now);
    },
  };
}
