/**
 * The audit: one hash chain for each conversation, each case, and for "staff" and "system".
 *
 * An entry holds who did what, a digest of the sealed rows written with it, the hash of the
 * entry before it, and a signature. The last entry of a chain is its head; the sum of the
 * signatures of all heads is signed again, so a cut tail and a removed chain are noticed.
 * Nobody without the master key can write an entry that verifies.
 */
import { createHmac, createSecretKey, hash as digest } from "node:crypto";
import { deriveKey } from "../../privacy/keys.ts";
import { StoreError } from "../error.ts";
import type { AuditNote } from "../store.ts";
import type { BoundStep } from "./digest.ts";
import { placeOf, placesAfter, seqOf } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";
import type { Companion } from "./writer.ts";

export const NO_HASH = new Uint8Array(32);

export interface Entry {
  chain: string;
  seq: number;
  at: string;
  actor: string;
  action: string;
  /** JSON as stored. */
  detail: string;
  digest: Uint8Array | null;
  state_digest: Uint8Array | null;
  prev: Uint8Array;
}

const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString("hex") : null);

/** SHA-256 over every column of an entry, the hash of the one before it among them. */
export function entryHash(entry: Entry): Uint8Array {
  const { chain, seq, at, actor, action, detail } = entry;
  const text = JSON.stringify([
    chain,
    seq,
    at,
    actor,
    action,
    detail,
    hex(entry.digest),
    hex(entry.state_digest),
    hex(entry.prev),
  ]);
  return digest("sha256", text, "buffer");
}

interface Head {
  chain: string;
  seq: number;
  hash: Uint8Array;
}

export interface AuditKeys {
  head(head: Head): Uint8Array;
  root(root: Root): string;
  line(text: string): string;
}

/** Number of chains and exclusive-or of their signatures, hex. */
export interface Root {
  chains: number;
  sum: string;
}

export const EMPTY_ROOT: Root = { chains: 0, sum: hex(NO_HASH) ?? "" };

export function createAuditKeys(masterKey: Uint8Array): AuditKeys {
  const key = createSecretKey(deriveKey(masterKey, "audit"));
  const sign = (text: string) => createHmac("sha256", key).update(text);
  return {
    head: ({ chain, seq, hash }) => sign(JSON.stringify(["head", chain, seq, hex(hash)])).digest(),
    root: ({ chains, sum }) => sign(JSON.stringify(["root", chains, sum])).digest("hex"),
    line: (text) => sign(JSON.stringify(["line", text])).digest("hex"),
  };
}

export function xorInto(sum: Uint8Array, bytes: Uint8Array): void {
  for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) ^ (bytes[index] ?? 0);
}

/** `position`: number of the chain; `grown`: the database knows that it is longer than at the last checkpoint. */
type KeptHead = Head & { position: number; mac: Uint8Array; grown: boolean };
/** `whole`: its signature was right when it was read. */
type KeptRoot = Root & { whole: boolean };

/** Heads kept in memory at a time. */
const HEADS_KEPT = 5_000;

/** What an entry binds: `digest` covers the step as well. */
export interface Bound {
  digest: Uint8Array;
  state?: Uint8Array | undefined;
  step?: BoundStep;
}

export interface Audit {
  /** Seq that the next entry of `chain` will have: rows bound by it carry it. */
  nextSeq(chain: string): number;
  /** Appends an entry inside the running write; returns its seq. */
  append(chain: string, at: string, note: AuditNote, bound?: Bound): number;
  entries(chain: string): { seq: number; at: string; actor: string; action: string; detail: AuditNote["detail"] }[];
  /** Keeps the signed root in step with the heads of one transaction. */
  companion: Companion;
  /** Entries committed since the last checkpoint. */
  uncounted(): number;
  /** A checkpoint was written. */
  counted(): void;
}

export function createAudit(statements: Statements, keys: AuditKeys): Audit {
  const { db, prepare } = statements;
  const selectChain = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("chains").select(["position", "grown"]).where("chain", "=", p.chain),
  );
  const insertChain = prepare((p: Slots<Omit<Tables["chains"], "position">>) =>
    db.insertInto("chains").values(p).returning("position"),
  );
  const markGrown = prepare((p: Slots<{ position: number; grown: number }>) =>
    db.updateTable("chains").set({ grown: p.grown }).where("position", "=", p.position),
  );
  const selectLast = prepare((p: Slots<{ after: number; end: number }>) =>
    db
      .selectFrom("audit")
      .select(["place", "hash"])
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .orderBy("place", "desc")
      .limit(1),
  );
  const insertEntry = prepare((p: Slots<Tables["audit"]>) => db.insertInto("audit").values(p));
  const selectEntries = prepare((p: Slots<{ after: number; end: number }>) =>
    db
      .selectFrom("audit")
      .select(["place", "at", "actor", "action", "detail"])
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .orderBy("place"),
  );
  const selectRoot = prepare((p: Slots<{ key: "root" }>) =>
    db.selectFrom("meta").select("value").where("key", "=", p.key),
  );
  const insertRoot = prepare((p: Slots<{ key: "root"; value: string }>) => db.insertInto("meta").values(p));
  const updateRoot = prepare((p: Slots<{ key: "root"; value: string }>) =>
    db.updateTable("meta").set({ value: p.value }).where("key", "=", p.key),
  );

  /** Heads as this process left them; nobody else writes while it has the database open. */
  const heads = new Map<string, KeptHead>();
  /** Heads moved in this transaction: both signatures are xored into the root at its end. */
  let moves: { chain: string; mac: Uint8Array; old: Uint8Array | null }[] = [];
  let root: KeptRoot | undefined;
  /** The root that this transaction writes. */
  let nextRoot: KeptRoot | undefined;
  let uncounted = 0;

  function headOf(chain: string): KeptHead | undefined {
    const known = heads.get(chain);
    if (known) return known;
    const stored = selectChain.first({ chain });
    if (!stored) return undefined;
    const { position } = stored;
    const last = selectLast.first(placesAfter(position, 0));
    // A chain without entries was emptied from outside; writing on leaves the root wrong, which every check finds.
    const head = { chain, seq: last ? seqOf(last.place) : 0, hash: last?.hash ?? NO_HASH };
    // Signed anew, not read: a head changed from outside must not leave the root unnoticed.
    return { ...head, position, mac: keys.head(head), grown: stored.grown === 1 };
  }

  /** Number of a chain whose next entry makes it longer than at the last checkpoint. */
  function growing(chain: string, head: KeptHead | undefined): number {
    if (head) {
      if (!head.grown) markGrown.run({ position: head.position, grown: 1 });
      return head.position;
    }
    const inserted = insertChain.first({ chain, grown: 1 });
    if (!inserted) throw new StoreError("store.failed", "a chain was not inserted");
    return inserted.position;
  }

  function keep(head: KeptHead): void {
    heads.set(head.chain, head);
    if (heads.size > HEADS_KEPT) {
      const oldest = heads.keys().next();
      if (!oldest.done) heads.delete(oldest.value);
    }
  }

  function loadRoot(): KeptRoot {
    const stored = selectRoot.first({ key: "root" });
    if (!stored) return { ...EMPTY_ROOT, whole: true };
    const { mac, ...read } = readRoot(stored.value);
    return { ...read, whole: keys.root(read) === mac };
  }

  function forget(from: number): void {
    for (const { chain } of moves.splice(from)) heads.delete(chain);
  }

  return {
    nextSeq: (chain) => (headOf(chain)?.seq ?? 0) + 1,
    append(chain, at, note, bound) {
      const head = headOf(chain);
      const entry: Entry = {
        chain,
        seq: (head?.seq ?? 0) + 1,
        at,
        actor: note.actor,
        action: note.action,
        detail: JSON.stringify(note.detail),
        digest: bound?.digest ?? null,
        state_digest: bound?.state ?? null,
        prev: head?.hash ?? NO_HASH,
      };
      const hash = entryHash(entry);
      const next = { chain, seq: entry.seq, hash };
      const mac = keys.head(next);
      const position = growing(chain, head);
      insertEntry.run({
        place: placeOf(position, entry.seq),
        at,
        actor: entry.actor,
        action: entry.action,
        detail: entry.detail,
        digest: entry.digest,
        state_digest: entry.state_digest,
        prev: entry.prev,
        hash,
        mac,
        version: bound?.step?.version ?? null,
        event_seq: bound?.step?.event_seq ?? null,
        event_count: bound?.step?.event_count ?? null,
        sealed_step: bound?.step?.sealed_step ?? null,
      });
      moves.push({ chain, mac, old: head?.mac ?? null });
      keep({ ...next, position, mac, grown: true });
      return entry.seq;
    },
    entries(chain) {
      const stored = selectChain.first({ chain });
      if (!stored) return [];
      return selectEntries.all(placesAfter(stored.position, 0)).map(({ place, at, actor, action, detail: json }) => {
        const detail: AuditNote["detail"] = JSON.parse(json);
        return { seq: seqOf(place), at, actor, action, detail };
      });
    },
    companion: {
      mark: () => moves.length,
      undo: forget,
      finish() {
        if (moves.length === 0) return;
        const { whole, ...before } = root ?? loadRoot();
        const sum = Buffer.from(before.sum, "hex");
        let { chains } = before;
        for (const { mac, old } of moves) {
          xorInto(sum, mac);
          if (old) xorInto(sum, old);
          else chains += 1;
        }
        const next = { chains, sum: sum.toString("hex") };
        // A root changed from outside is carried on unsigned, so that every later check finds it.
        const row = { key: "root", value: JSON.stringify({ ...next, mac: whole ? keys.root(next) : "" }) } as const;
        if (updateRoot.run(row) === 0) insertRoot.run(row);
        nextRoot = { ...next, whole };
      },
      clear(committed) {
        if (committed) {
          uncounted += moves.length;
          root = nextRoot ?? root;
          moves = [];
        } else forget(0);
        nextRoot = undefined;
      },
    },
    uncounted: () => uncounted,
    counted() {
      uncounted = 0;
      for (const head of heads.values()) head.grown = false;
    },
  };
}

/** The root as it lies in `meta`. Throws StoreError when it is no root. */
export function readRoot(value: string): Root & { mac: string } {
  const root: unknown = JSON.parse(value);
  if (
    typeof root === "object" &&
    root !== null &&
    "chains" in root &&
    typeof root.chains === "number" &&
    "sum" in root &&
    typeof root.sum === "string" &&
    "mac" in root &&
    typeof root.mac === "string"
  ) {
    return { chains: root.chains, sum: root.sum, mac: root.mac };
  }
  throw new StoreError("store.corrupt", "the root of the audit cannot be read");
}
