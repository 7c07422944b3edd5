/**
 * Verifying the audit: every hash, digest, signature and checkpoint is computed anew. Works
 * on erased persons as on any other, since only sealed bytes are hashed.
 */
import type { ChainReport } from "../store.ts";
import { type AuditKeys, EMPTY_ROOT, entryHash, NO_HASH, readRoot, xorInto } from "./audit.ts";
import type { Checkpoints } from "./checkpoint.ts";
import { type BoundRows, type BoundStep, digestRows, digestState, hasRows } from "./digest.ts";
import { placeOf, placesAfter, seqOf } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** A slice of work, after which others get their turn. */
const SLICE_MS = 20;

const same = (a: Uint8Array | null | undefined, b: Uint8Array | null | undefined) =>
  a === b || (a != null && b != null && Buffer.compare(a, b) === 0);

interface Range {
  after: number;
  end: number;
}

type Rows = Required<Omit<BoundRows, "step">>;

/** Of an entry as stored. */
function stepOf({ version, event_seq, event_count, sealed_step }: Tables["audit"]): BoundStep | undefined {
  if (version === null || event_seq === null || event_count === null || sealed_step === null) return undefined;
  return { version, event_seq, event_count, sealed_step };
}

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
    db.selectFrom("chains").select("chain").union(db.selectFrom("conversations").select("id as chain")),
  );
  const selectPosition = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("chains").select("position").where("chain", "=", p.chain),
  );
  const selectPositions = prepare(() => db.selectFrom("chains").select("position"));
  const selectEntries = prepare((p: Slots<Range>) =>
    db.selectFrom("audit").selectAll().where("place", ">", p.after).where("place", "<=", p.end).orderBy("place"),
  );
  const selectLast = prepare((p: Slots<Range>) =>
    db
      .selectFrom("audit")
      .select("mac")
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .orderBy("place", "desc")
      .limit(1),
  );
  const selectRoot = prepare((p: Slots<{ key: "root" }>) =>
    db.selectFrom("meta").select("value").where("key", "=", p.key),
  );
  const selectHashAt = prepare((p: Slots<{ place: number }>) =>
    db.selectFrom("audit").select("hash").where("place", "=", p.place),
  );
  const selectConversation = prepare((p: Slots<{ id: string }>) =>
    db.selectFrom("conversations").select(["position", "version"]).where("id", "=", p.id),
  );
  const selectState = prepare((p: Slots<{ position: number }>) =>
    db.selectFrom("states").selectAll().where("position", "=", p.position),
  );
  const selectMessages = prepare((p: Slots<Range>) =>
    db.selectFrom("messages").selectAll().where("place", ">", p.after).where("place", "<=", p.end).orderBy("place"),
  );
  const selectAttachments = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("attachments").selectAll().where("conversation", "=", p.chain).orderBy("audit_seq"),
  );
  const selectNotes = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("case_notes").selectAll().where("case_key", "=", p.chain).orderBy("audit_seq"),
  );

  /** Rows of a chain by the entry that binds them. */
  function boundRows(chain: string, conversation: number | undefined): Map<number, Rows> {
    const bound = new Map<number, Rows>();
    function at(seq: number): Rows {
      const found = bound.get(seq);
      if (found) return found;
      const empty = { messages: [], attachments: [], notes: [] };
      bound.set(seq, empty);
      return empty;
    }
    if (conversation !== undefined) {
      for (const row of selectMessages.all(placesAfter(conversation, 0))) at(row.audit_seq).messages.push(row);
    }
    for (const row of selectAttachments.iterate({ chain })) at(row.audit_seq).attachments.push(row);
    for (const row of selectNotes.all({ chain })) at(row.audit_seq).notes.push(row);
    return bound;
  }

  function checkChain(chain: string): ChainCheck {
    const problems: ChainCheck["problems"] = [];
    const conversation = selectConversation.first({ id: chain });
    const bound = boundRows(chain, conversation?.position);
    const position = selectPosition.first({ chain })?.position;
    let last: { seq: number; hash: Uint8Array } = { seq: 0, hash: NO_HASH };
    let stateDigest: Uint8Array | null = null;
    let version = 0;
    let entries = 0;
    for (const row of position === undefined ? [] : selectEntries.all(placesAfter(position, 0))) {
      entries += 1;
      const { place, hash, mac, ...rest } = row;
      const seq = seqOf(place);
      const entry = { chain, seq, ...rest };
      if (seq !== last.seq + 1) problems.push({ seq, problem: "entries are missing before it" });
      if (!same(entry.prev, last.hash)) problems.push({ seq, problem: "does not follow the entry before it" });
      if (!same(entryHash(entry), hash)) problems.push({ seq, problem: "the entry was changed" });
      if (!same(keys.head({ chain, seq, hash }), mac)) problems.push({ seq, problem: "its signature is wrong" });
      const step = stepOf(row);
      const rows: BoundRows = { ...bound.get(seq), step };
      bound.delete(seq);
      version = step?.version ?? version;
      if (entry.digest ? !same(digestRows(rows), entry.digest) : hasRows(rows)) {
        problems.push({ seq, problem: "what was stored with it was changed or removed" });
      }
      stateDigest = entry.state_digest ?? stateDigest;
      last = { seq, hash };
    }
    for (const seq of bound.keys()) problems.push({ seq, problem: "rows without their entry" });
    if (entries === 0) problems.push({ seq: null, problem: "the chain was removed" });
    const state = conversation && selectState.first({ position: conversation.position });
    if (conversation && !(state && same(digestState(state), stateDigest))) {
      problems.push({ seq: null, problem: "the state was changed or removed" });
    }
    if (conversation && conversation.version !== version) {
      problems.push({ seq: null, problem: "the version is not that of the last step" });
    }
    if (!conversation && stateDigest) problems.push({ seq: null, problem: "the conversation was removed" });
    return { entries, problems };
  }

  function checkRoot(): string[] {
    const sum = Buffer.alloc(32);
    let chains = 0;
    for (const { position } of selectPositions.iterate({})) {
      const last = selectLast.first(placesAfter(position, 0));
      if (last) xorInto(sum, last.mac);
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
        const position = selectPosition.first({ chain })?.position;
        const found = position === undefined ? undefined : selectHashAt.first({ place: placeOf(position, seq) });
        if (!found || Buffer.from(found.hash).toString("hex") !== hash) {
          report.problems.push({ chain, seq, problem: "does not reach its checkpoint" });
        }
      }
    }
    return report;
  };
}
