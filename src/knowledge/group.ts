/** Texts that ask the same, by their vectors. */

/** Cosine from which two questions ask the same. */
const ALIKE = 0.72;

/** Places of the texts, group by group, each in the order given; a text joins the first group whose first text it is like. */
export function groupAlike(texts: readonly string[], vectorOf: (text: string) => Float32Array): number[][] {
  const groups: { vector: Float32Array; text: string; places: number[] }[] = [];
  for (const [place, text] of texts.entries()) {
    const vector = vectorOf(text);
    const like = groups.find((group) => group.text === text || dot(group.vector, vector) >= ALIKE);
    if (like) like.places.push(place);
    else groups.push({ vector, text, places: [place] });
  }
  return groups.map(({ places }) => places);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
