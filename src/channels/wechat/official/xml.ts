/**
 * WeChat's XML: one element `xml` with plain fields. Read strictly, and only as far as WeChat uses the language:
 * no document types, no entities beyond the five of XML and numbers, no attributes, no comments. So nothing can be
 * expanded, fetched or hidden.
 */
const MAX_DEPTH = 8;
const NAME = /[A-Za-z_][\w.-]*/uy;
const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The fields directly under `xml` that hold text; what is nested deeper is skipped. Null when it isn't such XML. */
export function readXml(source: string): ReadonlyMap<string, string> | null {
  const reader: Reader = { source, at: 0 };
  skipSpace(reader);
  if (take(reader, "<?xml")) {
    const end = source.indexOf("?>", reader.at);
    if (end < 0 || end - reader.at > 100) return null;
    reader.at = end + 2;
    skipSpace(reader);
  }
  if (!take(reader, "<xml>")) return null;
  const fields = new Map<string, string>();
  const root = content(reader, "xml", 1, (name, text) => {
    // Two of a name could be read as one by us and as the other by the next reader.
    if (fields.has(name)) return false;
    fields.set(name, text);
    return true;
  });
  skipSpace(reader);
  return root !== null && reader.at === source.length ? fields : null;
}

/** Fields in order, as WeChat reads them. */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    const text =
      typeof value === "number" ? String(value) : `<![CDATA[${value.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
    return `<${name}>${text}</${name}>`;
  });
  return `<xml>${lines.join("")}</xml>`;
}

interface Reader {
  readonly source: string;
  at: number;
}

/** Everything up to and with the end tag of `name`; its own text, or null when it isn't well formed. */
function content(
  reader: Reader,
  name: string,
  depth: number,
  field: (name: string, text: string) => boolean,
): string | null {
  if (depth > MAX_DEPTH) return null;
  let text = "";
  let children = 0;
  for (;;) {
    const next = reader.source.indexOf("<", reader.at);
    if (next < 0) return null;
    const plain = decoded(reader.source.slice(reader.at, next));
    if (plain === null) return null;
    text += plain;
    reader.at = next;
    if (take(reader, `</${name}>`)) return children > 0 ? (text.trim() === "" ? "" : null) : text;
    if (take(reader, "<![CDATA[")) {
      const end = reader.source.indexOf("]]>", reader.at);
      if (end < 0) return null;
      text += reader.source.slice(reader.at, end);
      reader.at = end + 3;
    } else if (!element(reader, depth, field)) return null;
    else children += 1;
  }
}

function element(reader: Reader, depth: number, field: (name: string, text: string) => boolean): boolean {
  NAME.lastIndex = reader.at + 1;
  const name = NAME.exec(reader.source)?.[0];
  if (!name) return false;
  reader.at += 1 + name.length;
  const top = depth === 1;
  if (take(reader, "/>")) return top ? field(name, "") : true;
  if (!take(reader, ">")) return false;
  const text = content(reader, name, depth + 1, () => true);
  if (text === null) return false;
  return top ? field(name, text) : true;
}

/** Null for an entity that isn't one of the five or a number. */
function decoded(text: string): string | null {
  if (!text.includes("&")) return text;
  let known = true;
  const plain = text.replaceAll(/&([^;&]{0,12};)?/gu, (_, entity: string | undefined) => {
    const name = entity?.slice(0, -1) ?? "";
    const value = NAMED.get(name) ?? character(name);
    if (value === null) known = false;
    return value ?? "";
  });
  return known ? plain : null;
}

function character(name: string): string | null {
  const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/iu.exec(name);
  if (!digits) return null;
  const code = digits[1] ? Number.parseInt(digits[1], 16) : Number(digits[2]);
  const valid = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return valid ? String.fromCodePoint(code) : null;
}

function take(reader: Reader, text: string): boolean {
  if (!reader.source.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function skipSpace(reader: Reader): void {
  while (" \t\r\n\uFEFF".includes(reader.source[reader.at] ?? "x")) reader.at += 1;
}
