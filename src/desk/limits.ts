/** Characters of one text by staff: a reply, a note, a part of an answer. */
export const LONGEST = 4_000;
