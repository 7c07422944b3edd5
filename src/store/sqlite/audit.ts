/**
 * The audit: one hash chain for each conversation, each case, and for "staff" and "system".
 *
 * An entry holds who did what, a digest of the sealed rows written with it, and the hash of
 * the entry before it. The head of each chain is signed, and the sum of all signed heads is
 * signed again, so a cut tail and a removed chain are noticed. Nobody without the master key
 * can write an entry that verifies.
 */
import { createHmac, createSecretKey, hash as digest } from "node:crypto";
import { deriveKey } from "../../privacy/keys.ts";
import { StoreError } from "../error.ts";
import type { AuditNote } from "../store.ts";
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
  for (const [index, byte] of bytes.entries()) sum[index] = (sum[index] ?? 0) ^ byte;
}

type SignedHead = Head & { mac: Uint8Array };
/** `whole`: its signature was right when it was read. */
type KeptRoot = Root & { whole: boolean };

/** Heads kept in memory at a time. */
const HEADS_KEPT = 5_000;

export interface Audit {
  /** Seq that the next entry of `chain` will have: rows bound by it carry it. */
  nextSeq(chain: string): number;
  /** Appends an entry inside the running write; returns its seq. */
  append(chain: string, at: string, note: AuditNote, bound?: { digest?: Uint8Array; state?: Uint8Array }): number;
  entries(chain: string): { seq: number; at: string; actor: string; action: string; detail: AuditNote["detail"] }[];
  /** Keeps the signed root in step with the heads of one transaction. */
  companion: Companion;
  /** Entries committed since the last call of `counted`. */
  uncounted(): number;
  counted(): void;
}

export function createAudit(statements: Statements, keys: AuditKeys): Audit {
  const { db, prepare } = statements;
  const selectHead = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("audit_heads").select(["chain", "seq", "hash"]).where("chain", "=", p.chain),
  );
  const insertEntry = prepare((p: Slots<Entry & { hash: Uint8Array }>) => db.insertInto("audit").values(p));
  const saveHead = prepare((p: Slots<Tables["audit_heads"]>) =>
    db
      .insertInto("audit_heads")
      .values(p)
      .onConflict((c) =>
        c.column("chain").doUpdateSet((eb) => ({
          seq: eb.ref("excluded.seq"),
          grown: eb.ref("excluded.grown"),
          hash: eb.ref("excluded.hash"),
          mac: eb.ref("excluded.mac"),
        })),
      ),
  );
  const selectEntries = prepare((p: Slots<{ chain: string }>) =>
    db
      .selectFrom("audit")
      .select(["seq", "at", "actor", "action", "detail"])
      .where("chain", "=", p.chain)
      .orderBy("seq"),
  );
  const selectRoot = prepare((p: Slots<{ key: "root" }>) =>
    db.selectFrom("meta").select("value").where("key", "=", p.key),
  );
  const saveRoot = prepare((p: Slots<{ key: "root"; value: string }>) => db.replaceInto("meta").values(p));

  /** Heads as this process left them; nobody else writes while it has the database open. */
  const heads = new Map<string, SignedHead>();
  /** Heads moved in this transaction: both signatures are xored into the root at its end. */
  let moves: { chain: string; mac: Uint8Array; old: Uint8Array | null }[] = [];
  let root: KeptRoot | undefined;
  /** The root that this transaction writes. */
  let nextRoot: KeptRoot | undefined;
  let uncounted = 0;

  function headOf(chain: string): SignedHead | undefined {
    const known = heads.get(chain);
    if (known) return known;
    const stored = selectHead.first({ chain });
    // Signed anew, not read: a head changed from outside must not leave the root unnoticed.
    return stored && { ...stored, mac: keys.head(stored) };
  }

  function keep(head: SignedHead): void {
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
      insertEntry.run({ ...entry, hash });
      saveHead.run({ ...next, mac, grown: 1 });
      moves.push({ chain, mac, old: head?.mac ?? null });
      keep({ ...next, mac });
      return entry.seq;
    },
    entries(chain) {
      return selectEntries.all({ chain }).map((row) => {
        const detail: AuditNote["detail"] = JSON.parse(row.detail);
        return { ...row, detail };
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
        saveRoot.run({ key: "root", value: JSON.stringify({ ...next, mac: whole ? keys.root(next) : "" }) });
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
