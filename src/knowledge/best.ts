/** The places of the greatest scores, greatest first; of equal ones the first. Without putting all in order: there may be 10,000. */
export function best(scores: ArrayLike<number>, count: number): number[] {
  if (count <= 0) return [];
  const places: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    if (places.length >= count && score <= least) continue;
    let at = places.length < count ? places.length : count - 1;
    while (at > 0 && (scores[places[at - 1] ?? 0] ?? 0) < score) {
      places[at] = places[at - 1] ?? 0;
      at -= 1;
    }
    if (at < count) places[at] = place;
    least = scores[places.at(-1) ?? 0] ?? 0;
  }
  return places;
}
