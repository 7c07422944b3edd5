/** Numbers customers read, write down and say on the phone. Not guessable, and no two characters look alike. */
import { randomInt } from "node:crypto";

/** Crockford's base 32 (no I, L, O, U) without 0 and 1: nobody has to ask which one is meant. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A whole number from 0 up to, not including, `below`; every one as likely as the next. */
export type RandomInt = (below: number) => number;

/** Record number (受理编号): "R-7KQ2MXW4". */
export function newRecordNumber(random: RandomInt = secureInt): string {
  return `R-${characters(8, random)}`;
}

/** Case number (案件编号) of a day (ISO date): "C-20261122-7KQ2MX". */
export function newCaseNumber(day: string, random: RandomInt = secureInt): string {
  return `C-${day.replaceAll("-", "")}-${characters(6, random)}`;
}

function secureInt(below: number): number {
  return randomInt(below);
}

function characters(count: number, random: RandomInt): string {
  return Array.from({ length: count }, () => ALPHABET.charAt(random(ALPHABET.length))).join("");
}
