/**
 * Keys of rows that belong together. Messages and audit entries lie in the order they were written, so that the
 * turns of many conversations share pages; by place they are found in the order of their conversation or chain.
 */
import { StoreError } from "../error.ts";

/** Rows of one owner; numbers stay whole in JavaScript for 2^33 owners. */
const WIDTH = 2 ** 20;

/** Key of row `seq` (from 1) of the conversation or chain with the number `owner`. */
export function placeOf(owner: number, seq: number): number {
  if (seq >= WIDTH) throw new StoreError("store.failed", `more than ${WIDTH} rows of one conversation`);
  return owner * WIDTH + seq;
}

export const seqOf = (place: number): number => place % WIDTH;

/** Keys of all rows of `owner` above `seq`: greater than `after`, up to `end`. */
export function placesAfter(owner: number, seq: number): { after: number; end: number } {
  return { after: owner * WIDTH + Math.min(seq, WIDTH - 1), end: owner * WIDTH + WIDTH - 1 };
}
