/** Complaints seen before: of a kind, and of any kind. */
export interface Before {
  kind: number;
  all: number;
}

/**
 * How unlikely it is that chance brought `n` complaints of a kind among the last `total` when nothing has changed since
 * `before`: about so many powers of ten (ratio of the likelihoods of two shares and of one share for both). A busy day
 * brings more of every kind and the share stays: no surprise. Where little was seen before, little is known of what is
 * usual, and it takes more.
 */
export function surprise(n: number, total: number, { kind, all: seen }: Before): number {
  const all = seen + FIRST;
  if (n * all <= kind * total) return 0;
  const share = (n + kind) / (total + all);
  return (unlike(n, total, share) + unlike(kind, all, share)) / Math.LN10;
}

/** By how much `share` explains `n` of `total` worse than their own share: logarithm of the likelihoods' ratio. */
const unlike = (n: number, total: number, share: number): number =>
  part(n, total * share) + part(total - n, total * (1 - share));

const part = (seen: number, expected: number): number => (seen <= 0 ? 0 : seen * Math.log(seen / expected));

/** The share that is shown as usual: on the safe side, so that little known counts as more usual than it looks. */
export const usualShare = ({ kind, all }: Before): number =>
  Math.min(0.99, (kind + 1 + Math.sqrt(kind + 1)) / (all + FIRST));

/** Complaints a new desk is taken to have seen: until it has seen some hundred, only a crowd of nothing else is an event. */
const FIRST = 10;
