/**
 * Verifying the audit: every hash, digest, signature and checkpoint is computed anew. Works
 * on erased persons as on any other, since only sealed bytes are hashed.
 */
import type { ChainReport } from "../store.ts";
import { type AuditKeys, EMPTY_ROOT, entryHash, NO_HASH, readRoot, xorInto } from "./audit.ts";
import type { Checkpoints } from "./checkpoint.ts";
import { type BoundRows, digestRows, digestState, hasRows } from "./digest.ts";
import type { Slots, Statements } from "./statements.ts";

/** A slice of work, after which others get their turn. */
const SLICE_MS = 20;

const same = (a: Uint8Array | null | undefined, b: Uint8Array | null | undefined) =>
  a === b || (a != null && b != null && Buffer.compare(a, b) === 0);

interface ChainCheck {
  entries: number;
  problems: { seq: number | null; problem: string }[];
}

export function createVerify(
  statements: Statements,
  keys: AuditKeys,
  checkpoints: Checkpoints | undefined,
  /** Called after the checkpoints were read and before anything of the database is. */
  begin: () => void,
): () => Promise<ChainReport> {
  const { db, prepare } = statements;
  const selectChains = prepare(() =>
    db
      .selectFrom("audit")
      .select("chain")
      .union(db.selectFrom("audit_heads").select("chain"))
      .union(db.selectFrom("conversations").select("id as chain")),
  );
  const selectEntries = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("audit").selectAll().where("chain", "=", p.chain).orderBy("seq"),
  );
  const selectHead = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("audit_heads").selectAll().where("chain", "=", p.chain),
  );
  const selectHeads = prepare(() => db.selectFrom("audit_heads").select(["chain", "mac"]));
  const selectRoot = prepare((p: Slots<{ key: "root" }>) =>
    db.selectFrom("meta").select("value").where("key", "=", p.key),
  );
  const selectHashAt = prepare((p: Slots<{ chain: string; seq: number }>) =>
    db.selectFrom("audit").select("hash").where("chain", "=", p.chain).where("seq", "=", p.seq),
  );
  const selectState = prepare((p: Slots<{ id: string }>) =>
    db
      .selectFrom("conversations")
      .innerJoin("states", "states.position", "conversations.position")
      .select(["version", "sealed_state"])
      .where("id", "=", p.id),
  );
  const selectMessages = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("messages").selectAll().where("conversation", "=", p.chain).orderBy("seq"),
  );
  const selectEvents = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("events").selectAll().where("conversation", "=", p.chain).orderBy("seq"),
  );
  const selectAttachments = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("attachments").selectAll().where("conversation", "=", p.chain).orderBy("audit_seq"),
  );
  const selectNotes = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("case_notes").selectAll().where("case_key", "=", p.chain).orderBy("audit_seq"),
  );

  /** Rows of a chain by the entry that binds them. */
  function boundRows(chain: string): Map<number, Required<BoundRows>> {
    const bound = new Map<number, Required<BoundRows>>();
    function at(seq: number): Required<BoundRows> {
      const found = bound.get(seq);
      if (found) return found;
      const empty = { messages: [], events: [], attachments: [], notes: [] };
      bound.set(seq, empty);
      return empty;
    }
    for (const row of selectMessages.all({ chain })) at(row.audit_seq).messages.push(row);
    for (const row of selectEvents.all({ chain })) at(row.audit_seq).events.push(row);
    for (const row of selectAttachments.iterate({ chain })) at(row.audit_seq).attachments.push(row);
    for (const row of selectNotes.all({ chain })) at(row.audit_seq).notes.push(row);
    return bound;
  }

  function checkChain(chain: string): ChainCheck {
    const problems: ChainCheck["problems"] = [];
    const bound = boundRows(chain);
    let last: { seq: number; hash: Uint8Array } = { seq: 0, hash: NO_HASH };
    let stateDigest: Uint8Array | null = null;
    let entries = 0;
    for (const entry of selectEntries.all({ chain })) {
      entries += 1;
      const { seq } = entry;
      if (seq !== last.seq + 1) problems.push({ seq, problem: "entries are missing before it" });
      if (!same(entry.prev, last.hash)) problems.push({ seq, problem: "does not follow the entry before it" });
      if (!same(entryHash(entry), entry.hash)) problems.push({ seq, problem: "the entry was changed" });
      const rows = bound.get(seq);
      bound.delete(seq);
      if (entry.digest ? !same(digestRows(rows ?? {}), entry.digest) : rows && hasRows(rows)) {
        problems.push({ seq, problem: "what was stored with it was changed or removed" });
      }
      stateDigest = entry.state_digest ?? stateDigest;
      last = { seq, hash: entry.hash };
    }
    for (const seq of bound.keys()) problems.push({ seq, problem: "rows without their entry" });
    const head = selectHead.first({ chain });
    if (entries === 0) problems.push({ seq: null, problem: "the chain was removed" });
    else if (!head) problems.push({ seq: null, problem: "the head was removed" });
    else if (head.seq !== last.seq || !same(head.hash, last.hash)) {
      problems.push({ seq: head.seq, problem: "the chain does not end at its head" });
    } else if (!same(keys.head(head), head.mac)) {
      problems.push({ seq: head.seq, problem: "the signature of the head is wrong" });
    }
    const state = selectState.first({ id: chain });
    if (state && !same(digestState(state.version, state.sealed_state), stateDigest)) {
      problems.push({ seq: null, problem: "the state was changed" });
    }
    if (!state && stateDigest) problems.push({ seq: null, problem: "the conversation was removed" });
    return { entries, problems };
  }

  function checkRoot(): string[] {
    const sum = Buffer.alloc(32);
    let chains = 0;
    for (const { mac } of selectHeads.iterate({})) {
      xorInto(sum, mac);
      chains += 1;
    }
    const stored = selectRoot.first({ key: "root" });
    const root = stored ? readRoot(stored.value) : { ...EMPTY_ROOT, mac: "" };
    const signed = stored ? keys.root(root) === root.mac : chains === 0;
    const whole = signed && root.chains === chains && root.sum === sum.toString("hex");
    return whole ? [] : ["chains were removed, put back or changed as a whole"];
  }

  return async () => {
    // First the checkpoints: the database is never behind them.
    const kept = checkpoints?.check();
    begin();
    const chains = selectChains.all({}).map((row) => row.chain);
    const report: ChainReport = { chains: 0, entries: 0, problems: [] };
    let until = performance.now() + SLICE_MS;
    for (const chain of chains) {
      const { entries, problems } = checkChain(chain);
      report.chains += 1;
      report.entries += entries;
      report.problems.push(...problems.map((problem) => ({ chain, ...problem })));
      if (performance.now() > until) {
        await new Promise((resolve) => setImmediate(resolve));
        until = performance.now() + SLICE_MS;
      }
    }
    report.problems.push(...checkRoot().map((problem) => ({ chain: "all", seq: null, problem })));
    if (kept) {
      const { heads, problems } = kept;
      report.problems.push(...problems.map((problem) => ({ chain: "checkpoints", seq: null, problem })));
      for (const [chain, { seq, hash }] of heads) {
        const found = selectHashAt.first({ chain, seq });
        if (!found || Buffer.from(found.hash).toString("hex") !== hash) {
          report.problems.push({ chain, seq, problem: "does not reach its checkpoint" });
        }
      }
    }
    return report;
  };
}
