/** What a YAML document says. A name that points nowhere, or references without end, are mistakes like any other and stop nothing. */
import type { Document } from "yaml";

/** References to one name that are followed: texts need none, and a thousand fill the memory. */
const REFERENCES = 20;

/** `line` counts from 1 within `text`. */
export function valueIn(
  document: Document,
  text: string,
): { ok: true; value: unknown } | { ok: false; line: number; message: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: REFERENCES }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const line = text.split("\n").findIndex((one) => /(?:^|[\s[,:-])\*\S/u.test(one)) + 1;
    return { ok: false, line: Math.max(1, line), message: `${error.message}; a text that begins with * needs quotes` };
  }
}
