/** The table of sounds, from a pinyin dictionary: one syllable a character, its most frequent. */
import { pinyin } from "pinyin-pro";
import { FIRST, LAST, type Sounds } from "../../src/knowledge/learned/sounds.ts";

/** What many speakers, and so many input methods, take for one. */
const ALIKE: readonly [RegExp, string][] = [
  [/^([zcs])h/, "$1"],
  [/(?<=[aei])ng$/, "n"],
  [/^l(?=[aeiouü])/, "n"],
];

export function makeSounds(): Sounds {
  const sounds = new Uint16Array(LAST - FIRST + 1);
  const numbers = new Map<string, number>();
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCharCode(code);
    const said = pinyin(character, { toneType: "none" });
    if (said === character || said === "") continue;
    const syllable = ALIKE.reduce((text, [pattern, by]) => text.replace(pattern, by), said);
    const number = numbers.get(syllable) ?? numbers.size + 1;
    numbers.set(syllable, number);
    sounds[code - FIRST] = number;
  }
  return sounds;
}
