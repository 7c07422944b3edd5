/** WeChat's signature of a callback: SHA-1 over the token and what is signed, sorted and joined. */
import { createHash, timingSafeEqual } from "node:crypto";

/** A callback older than this is refused, in seconds. WeChat itself gives up after 15. */
const MAX_AGE = 300;
/** Clocks differ; further in the future is refused, in seconds. */
const MAX_AHEAD = 60;

/** Plain mode signs token, timestamp and nonce; safe mode the encrypted message as well. */
export const signatureOf = (...signed: string[]): string =>
  createHash("sha1").update(signed.toSorted(byCodeUnit).join("")).digest("hex");

/** The same time for a right and a wrong signature. */
export function sameSignature(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** `timestamp` in seconds since 1970 as WeChat sends it, `now` in milliseconds. */
export function isTimely(timestamp: string, now: number): boolean {
  if (!/^\d{1,12}$/u.test(timestamp)) return false;
  const age = now / 1000 - Number(timestamp);
  return age <= MAX_AGE && age >= -MAX_AHEAD;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
