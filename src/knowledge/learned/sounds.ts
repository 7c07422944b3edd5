/**
 * How Chinese characters sound: voice-to-text and hasty typing write 手序费 for 手续费, 去前 for 取钱. Syllables without tones, those
 * that half the country does not tell apart (zh and z, ing and in) taken as one. The table is made by
 * `npm run train:knowledge` from a pinyin dictionary.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const FIRST = 0x4e00;
export const LAST = 0x9fff;

const FILE = join(import.meta.dirname, "sounds.bin");

export type Sounds = Uint16Array;

export function loadSounds(file: string = FILE): Sounds {
  const raw = readFileSync(file);
  if (raw.byteLength !== 2 * (LAST - FIRST + 1))
    throw new Error(`${file} is not for this code: run npm run train:knowledge`);
  return new Uint16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
}

/** Number of a character's syllable; 0 where none is known. */
export function soundOf(character: string, sounds: Sounds): number {
  const code = character.charCodeAt(0);
  return code >= FIRST && code <= LAST ? (sounds[code - FIRST] ?? 0) : 0;
}
