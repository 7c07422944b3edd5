/**
 * YAML that people write: its value, and the line everything in it stands on. What is wrong with a text is a fault of that
 * text and throws nothing: a slip, a reference that leads nowhere or into itself, references without end.
 */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";

type Path = readonly PropertyKey[];

export interface YamlFault {
  line: number;
  message: string;
}

export interface YamlText {
  value: unknown;
  /** The line of the value under `path`, or of the nearest thing above it that is there. */
  lineOf(path: Path): number;
}

/** References to one name that are followed, those inside of others multiplied: a bank needs a few, and a thousand fill the memory. */
const REFERENCES = 100;
const QUOTES = "a text that begins with * needs quotes";

/** `firstLine`: the line of the file on which the text begins. Lines count from 1. */
export function readYaml(
  text: string,
  firstLine = 1,
): { ok: true; yaml: YamlText } | { ok: false; faults: [YamlFault, ...YamlFault[]] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, counter.linePos(offset).line);
  const [slip, ...slips] = document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message }));
  if (slip) return { ok: false, faults: [slip, ...slips] };
  const references = referencesIn(document);
  if (references.astray) {
    const { offset, message } = references.astray;
    return { ok: false, faults: [{ line: lineAt(offset), message: `${message}; ${QUOTES}` }] };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: REFERENCES });
    return { ok: true, yaml: { value, lineOf: (path) => lineAt(offsetOf(document, path)) } };
  } catch (error) {
    // Whatever a text can't be turned into a value for is a mistake in it.
    if (!(error instanceof Error)) throw error;
    return { ok: false, faults: [{ line: lineAt(references.first), message: `${error.message}; ${QUOTES}` }] };
  }
}

/** Where the first reference stands, and the first that leads to nothing above it, or to what it stands in. */
function referencesIn(document: Document): { first: number; astray: { offset: number; message: string } | null } {
  const named = new Map<string, Node>();
  let first: number | null = null;
  let astray: { offset: number; message: string } | null = null;
  visit(document, {
    Node(_key, node, path) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) named.set(node.anchor, node);
        return undefined;
      }
      const offset = startOf(node) ?? 0;
      first ??= offset;
      const target = named.get(node.source);
      if (!target) astray = { offset, message: `*${node.source}: nothing above is named &${node.source}` };
      else if (path.includes(target)) astray = { offset, message: `*${node.source} stands in what it refers to` };
      return astray ? visit.BREAK : undefined;
    },
  });
  return { first: first ?? 0, astray };
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    const next = child(node, key);
    if (next === undefined) break;
    node = next.value;
    offset = next.offset ?? offset;
  }
  return offset;
}

/** A map's value is looked for at its key: `role: chief` and a value on the next line alike. */
function child(node: unknown, key: PropertyKey): { value: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && keyText(item.key) === String(key));
    return pair && { value: pair.value, offset: startOf(pair.key) };
  }
  if (isSeq(node) && typeof key === "number") {
    const value = node.items[key];
    return value === undefined ? undefined : { value, offset: startOf(value) };
  }
  return undefined;
}

function keyText(key: unknown): string {
  return isNode(key) ? String(key.toJSON()) : String(key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
