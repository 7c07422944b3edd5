/** Times in which messages may have been lost before they reached us, and who is asked to say it again. Pure. */

export interface Gap {
  /** ISO instants. */
  from: string;
  to: string;
  /** link: it was down. silence: nothing came and nothing said so. skipped: the stream left something out. */
  why: "link" | "silence" | "skipped";
}

export interface Writer {
  conversation: string;
  /** ISO instant of the newest message. */
  at: string;
}

/** Who wrote so shortly before was probably still writing, ms. */
const STILL_WRITING = 10 * 60_000;
/** Nobody is asked twice in this time, ms. */
const ASKED_LATELY = 30 * 60_000;

/**
 * Conversations whose customers are asked to repeat: they wrote in the ten minutes before the gap, or in it, and were
 * not asked in the last half hour. Who wrote for the first time in the gap can't be known.
 */
export function toAskAgain(gap: Gap, writers: readonly Writer[], asked: readonly Writer[]): string[] {
  const from = Date.parse(gap.from) - STILL_WRITING;
  const to = Date.parse(gap.to);
  const lately = new Set(
    asked.filter(({ at }) => Date.parse(at) > to - ASKED_LATELY).map(({ conversation }) => conversation),
  );
  const wrote = writers.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to);
  return [...new Set(wrote.map(({ conversation }) => conversation))].filter((one) => !lately.has(one));
}

/** The list with this one's newest time; those too old to matter are dropped. */
export function noted(list: readonly Writer[], conversation: string, at: string): Writer[] {
  const oldest = Date.parse(at) - 2 * 3_600_000;
  const others = list.filter((one) => one.conversation !== conversation && Date.parse(one.at) > oldest);
  return [...others.slice(-2000), { conversation, at }];
}
