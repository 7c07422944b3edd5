/**
 * YAML that people write: its value, and the line everything in it stands on. What is wrong with a text is a fault of that
 * text and throws nothing: a slip, a reference that leads nowhere or into itself, references without end.
 */
import {
  type Document,
  type ErrorCode,
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
  /** The same in Chinese, for those who write on the desk. */
  zh: string;
}

export interface YamlText {
  value: unknown;
  /** The line of the value under `path`, or of the nearest thing above it that is there. */
  lineOf(path: Path): number;
}

/** References to one name that are followed, those inside of others multiplied: a bank needs a few, and a thousand fill the memory. */
const REFERENCES = 100;
const QUOTES = { en: "a text that begins with * needs quotes", zh: "以 * 开头的文字要加引号" };
/** The parser's own words are English; its codes are told in Chinese, the commonest one by one. */
const IN_CHINESE: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: "缩进不对",
  BAD_DQ_ESCAPE: "双引号里的转义不对",
  BAD_SCALAR_START: "文字不能以这个符号开头，请加引号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个冒号，文字请加引号",
  DUPLICATE_KEY: "同一个键写了两次",
  MISSING_CHAR: "缺少符号：引号、括号、冒号或逗号没有配齐",
  MULTILINE_IMPLICIT_KEY: "键要写在一行里，后面跟冒号",
  MULTIPLE_DOCS: "里面多了一行 ---",
  RESOURCE_EXHAUSTION: "套得太深",
  TAB_AS_INDENT: "缩进要用空格，不能用制表符",
  UNEXPECTED_TOKEN: "这里多了符号，或前面缺少符号",
};
const inChinese = (code: ErrorCode) => `写法不合 YAML：${IN_CHINESE[code] ?? code}`;

/** `firstLine`: the line of the file on which the text begins. Lines count from 1. */
export function readYaml(
  text: string,
  firstLine = 1,
): { ok: true; yaml: YamlText } | { ok: false; faults: [YamlFault, ...YamlFault[]] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, counter.linePos(offset).line);
  const [slip, ...slips] = document.errors.map(({ pos, message, code }) => ({
    line: lineAt(pos[0]),
    message,
    zh: inChinese(code),
  }));
  if (slip) return { ok: false, faults: [slip, ...slips] };
  const references = referencesIn(document);
  if (references.astray) {
    const { offset, en, zh } = references.astray;
    const fault = { line: lineAt(offset), message: `${en}; ${QUOTES.en}`, zh: `${zh}；${QUOTES.zh}` };
    return { ok: false, faults: [fault] };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: REFERENCES });
    return { ok: true, yaml: { value, lineOf: (path) => lineAt(offsetOf(document, path)) } };
  } catch (error) {
    // Whatever a text can't be turned into a value for is a mistake in it.
    if (!(error instanceof Error)) throw error;
    const message = `${error.message}; ${QUOTES.en}`;
    const zh = `引用（*）太多，或引用的内容不能放在这里；${QUOTES.zh}`;
    return { ok: false, faults: [{ line: lineAt(references.first), message, zh }] };
  }
}

interface Astray {
  offset: number;
  en: string;
  zh: string;
}

/** Where the first reference stands, and the first that leads to nothing above it, or to what it stands in. */
function referencesIn(document: Document): { first: number; astray: Astray | null } {
  const named = new Map<string, Node>();
  let first: number | null = null;
  let astray: Astray | null = null;
  visit(document, {
    Node(_key, node, path) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) named.set(node.anchor, node);
        return undefined;
      }
      const offset = startOf(node) ?? 0;
      first ??= offset;
      const target = named.get(node.source);
      const name = node.source;
      if (!target)
        astray = { offset, en: `*${name}: nothing above is named &${name}`, zh: `*${name}：上面没有 &${name}` };
      else if (path.includes(target))
        astray = { offset, en: `*${name} stands in what it refers to`, zh: `*${name} 引用了它自己所在的内容` };
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
