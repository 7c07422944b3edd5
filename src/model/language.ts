/** Whether a text is in the language the customer is answered in. */
import type { Language } from "../flows/reading.ts";

/** Share of the letters that must be in the script of the language; names and terms of others may stand between. */
const SHARE = 0.5;

/**
 * True when the letters are mostly those of the language. Which Chinese script is no matter here: simplified is
 * turned into traditional when it is sent. A text of nothing but signs and codes (R-4821) is in every language.
 */
export function isIn(language: Language, prose: string): boolean {
  const text = prose.replace(/[A-Za-z\d-]+/gu, (word) => (/\d/u.test(word) ? " " : word));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return true;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (language === "en") return latin / letters >= SHARE;
  // A Han character says about as much as four Latin letters: "APP" in a Chinese sentence is one word.
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = letters - han - latin;
  return han / (han + latin / 4 + others) >= SHARE;
}
