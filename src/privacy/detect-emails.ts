/** E-mail addresses, also with the signs in words: "kim at mail dot example", "kim艾特mail点example". */

import type { PersonalKind } from "../flows/reading.ts";
import { matchesOf } from "../matches.ts";

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** What stands for @. A bare "at" is one only where the dot is in words too, or an e-mail is spoken of. */
const AT = / ?(?:@|[([] ?at ?[)\]]|艾特|圈a) ?| (?:at) /gi;
const LOCAL = /[A-Za-z0-9_%+-](?:[A-Za-z0-9._%+-]| dot |点(?=[A-Za-z0-9])){0,63}$/i;
const DOT = "(?:\\.|。(?=[a-z])| ?[([]dot[)\\]] ?| dot |点|點)";
const DOMAIN = new RegExp(`^[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,5}`, "i");
const CUE = /(?:e-?mail|邮箱|郵箱|[邮郵]件|信箱|write (?:to|me)|send (?:it )?to|[发發]到?)[^。!?\n]{0,80}$/i;

/** Found from the @ outwards: bounded however long the text is. */
export function detectEmails(text: string): Found[] {
  const found: Found[] = [];
  for (const at of matchesOf(AT, text)) {
    const from = Math.max(0, at.index - 64);
    const after = at.index + at[0].length;
    const local = LOCAL.exec(text.slice(from, at.index));
    const domain = DOMAIN.exec(text.slice(after, after + 255));
    if (!local || !domain) continue;
    const spoken = / dot |点|點/i.test(`${local[0]}${domain[0]}`);
    if (/^ at $/i.test(at[0]) && !spoken && !CUE.test(text.slice(Math.max(0, at.index - 100), at.index))) continue;
    // " @ ": with room around it a mention of somebody, unless a domain follows.
    if (/^ ?@ ?$/.test(at[0]) && at[0].length > 1 && !/[.点點]/.test(domain[0])) continue;
    found.push({
      kind: "email",
      start: at.index - local[0].length,
      end: after + domain[0].replace(/[-.]+$/, "").length,
    });
  }
  return found;
}
