/**
 * How unlikely it is that chance brought `n` complaints of a kind among the last `total`, when `share` of all complaints
 * usually are of it: at least so many powers of ten (Chernoff's bound). A busy day brings more of every kind and the
 * share stays: no surprise.
 */
export function surprise(n: number, total: number, share: number): number {
  const seen = n / total;
  if (seen <= share) return 0;
  const rest = seen >= 1 ? 0 : (1 - seen) * Math.log((1 - seen) / (1 - share));
  return (total * (seen * Math.log(seen / share) + rest)) / Math.LN10;
}

/**
 * The usual share from `past` complaints of the kind among `all`: on the safe side, so that little known counts as more
 * usual than it looks.
 */
export function usualShare(past: number, all: number): number {
  return Math.min(0.99, (past + 1 + Math.sqrt(past + 1)) / (all + FIRST));
}

/** Complaints a new desk is taken to have seen: until it has seen some hundred, only a crowd of nothing else is an event. */
const FIRST = 10;
