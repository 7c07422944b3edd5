/**
 * The head of a policy as nearly every one is written: a key, a colon and a word, a quoted text or a list in brackets on each
 * line. A YAML parser takes a quarter of a millisecond for it, which is half a second for the policies of a large bank.
 */

const LINE = /^([A-Za-z]+): +(\S.*?) *$/;
const QUOTED = /^"([^"\\]*)"$/;
const LIST = /^\[([^[\]]*)\]$/;
/** Text in which nothing means anything to YAML: letters of any language, and signs inside that are only signs. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ./()（）《》“”、·—-]*[\p{L}\p{N})）》”])?$/u;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** What YAML or one of its versions may take for something else than text. */
const OTHER = /^(?:[\d.+-].*|true|false|null|yes|no|on|off|y|n|\.inf|\.nan)$/i;

/** What YAML makes of the head; null where that is not certain. */
export function plainHead(yaml: string): Record<string, unknown> | null {
  const head: Record<string, unknown> = {};
  for (const line of yaml.split("\n")) {
    const [, key, value] = LINE.exec(line) ?? [];
    if (key === undefined || value === undefined || key in head || OTHER.test(key)) return null;
    const list = LIST.exec(value)?.[1];
    const read = list === undefined ? scalar(value) : items(list);
    if (read === null) return null;
    head[key] = read;
  }
  return head;
}

function items(list: string): (string | number)[] | null {
  const read = list.split(",").map((item) => scalar(item.trim()));
  return read.every((item) => item !== null) ? read : null;
}

function scalar(text: string): string | number | null {
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  if (NUMBER.test(text)) return Number(text);
  if (DATE.test(text)) return text;
  return PLAIN.test(text) && !OTHER.test(text) ? text : null;
}
