import type { Language } from "../../flows/reading.ts";
import type { Plain } from "./plain.ts";

/**
 * Language the writer is answered in. A few Latin letters inside Chinese (ATM, APP) leave it Chinese;
 * a message of digits or signs alone counts as Chinese, the bank's first language.
 */
export function detectLanguage(plain: Plain): Language {
  if (plain.han === 0 && plain.latin > 0) return "en";
  // A Han character says about as much as four Latin letters.
  if (plain.latin > plain.han * 8) return "en";
  return plain.traditionalUnits > 0 && plain.traditionalUnits >= plain.simplifiedUnits ? "zh-Hant" : "zh-Hans";
}
