/**
 * A tree of characters in flat tables. A hundred thousand nodes as objects would lie all over the memory, and a
 * message would wait for each of them to be fetched.
 */
const ROOT = 0;

/** Numbers a row of the table: parent, character, child. Four, so that a row never lies across two lines of the cache. */
const ROW = 4;

/** Rows to begin with; a power of two. */
const FEW = 256;

export class Tree {
  /** One row an edge, found by parent and character (open addressing); a child of 0 is an empty row. */
  #table: Int32Array;
  #mask: number;
  #nodes = 1;

  /** `rows`, a power of two, is twice the nodes expected; the tree grows beyond it where need be. */
  constructor(rows = FEW) {
    this.#table = new Int32Array(ROW * rows);
    this.#mask = rows - 1;
  }

  /** Number of nodes, the root among them. They are numbered from 0, the root. */
  get size(): number {
    return this.#nodes;
  }

  /** The node `code` leads to from `node`, 0 for none. */
  child(node: number, code: number): number {
    return this.#table[this.#rowOf(node, code) + 2] ?? 0;
  }

  /** The node of a whole text, made where there was none. */
  grow(text: string): number {
    let node = ROOT;
    for (let at = 0; at < text.length; at += 1) node = this.#child(node, text.charCodeAt(at));
    return node;
  }

  #child(node: number, code: number): number {
    const row = this.#rowOf(node, code);
    const child = this.#table[row + 2];
    if (child) return child;
    const fresh = this.#nodes;
    this.#table[row] = node;
    this.#table[row + 1] = code;
    this.#table[row + 2] = fresh;
    this.#nodes += 1;
    if (this.#nodes * 2 > this.#mask) this.#widen();
    return fresh;
  }

  #rowOf(node: number, code: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    let row = (mixed ^ (mixed >>> 15)) & this.#mask;
    for (;;) {
      const at = row * ROW;
      if (this.#table[at + 2] === 0 || (this.#table[at] === node && this.#table[at + 1] === code)) return at;
      row = (row + 1) & this.#mask;
    }
  }

  #widen(): void {
    const before = this.#table;
    this.#table = new Int32Array(before.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < before.length; at += ROW) {
      const child = before[at + 2] ?? 0;
      if (child === 0) continue;
      const row = this.#rowOf(before[at] ?? 0, before[at + 1] ?? 0);
      this.#table[row] = before[at] ?? 0;
      this.#table[row + 1] = before[at + 1] ?? 0;
      this.#table[row + 2] = child;
    }
  }
}
