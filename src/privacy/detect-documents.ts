/** Identity documents with letters in them, and those of other countries, which only a cue word tells. */

import type { PersonalKind } from "../flows/reading.ts";
import { matchesOf } from "../matches.ts";

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** Hong Kong: letters, six digits, check in brackets. */
const HONG_KONG = /(?<![A-Za-z0-9])[A-Z]{1,2}\d{6} ?\([0-9A]\)/gi;
/** Passports and permits: one or two letters and seven to nine digits; Taiwan's card a letter and nine. */
const DOCUMENT =
  /(?:[护護]照|通行[证證]|台胞[证證]|回[乡鄉][证證]|身[份分]?[证證]|[证證]件|居住[证證]|\bpassport|\bid card)[^A-Za-z0-9。!?\n]{0,8}(?:(?:number|no\.?|is|:|#) ?){0,2}([A-Z]{1,2}\d{7,10}|[A-Z]\d{6}[0-9A])(?![A-Za-z0-9])/gi;
const SOCIAL_SECURITY =
  /(?:\bssn|social security(?: number| no\.?)?)(?: ?(?:is|:|#))? ?(\d{3}[ -]?\d{2}[ -]?\d{4})(?!\d)/gi;

export function detectDocuments(text: string): Found[] {
  if (!/\d{4}/.test(text)) return [];
  const found: Found[] = [];
  for (const match of matchesOf(HONG_KONG, text))
    found.push({ kind: "id-number", start: match.index, end: match.index + match[0].length });
  for (const pattern of [DOCUMENT, SOCIAL_SECURITY]) {
    for (const match of matchesOf(pattern, text)) {
      const end = match.index + match[0].length;
      found.push({ kind: "id-number", start: end - (match[1] ?? "").length, end });
    }
  }
  return found;
}
