/**
 * The checkpoint file: JSON lines outside the database, each with the heads of the chains that
 * have grown since the line before, chained by hash and signed. A database that was cut or put
 * back to an earlier day no longer reaches its checkpoints. Kept on another disk or shipped
 * away, it proves the same against somebody who holds the whole machine.
 */
import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { sql } from "kysely";
import { z } from "zod";
import type { AuditKeys } from "./audit.ts";
import { placesAfter, seqOf } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";

const Line = z.object({
  line: z.number().int(),
  at: z.string(),
  /** [chain, seq, hash in hex] */
  heads: z.array(z.tuple([z.string(), z.number().int(), z.string()])),
  /** SHA-256 of the line before, hex. */
  prev: z.string(),
});
type CheckpointLine = z.infer<typeof Line>;

/** What the database knows of its own file, signed: a file that lost its last lines is noticed. */
const Mark = z.object({ line: z.number().int(), hash: z.string(), mac: z.string() });
type Mark = z.infer<typeof Mark>;

const markText = (mark: Omit<Mark, "mac">) => JSON.stringify(["checkpoint", mark.line, mark.hash]);

export interface Checkpoints {
  /** Inside a write: adds a line when chains have grown since the last; true when it did. */
  write(at: string): boolean;
  /** Reads and checks the file. `heads` are those of its good lines; of each chain the last. */
  check(): { heads: Map<string, { seq: number; hash: string }>; problems: string[] };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function readLines(file: string): { whole: string[]; torn: boolean } {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  return { whole: lines, torn: last !== "" };
}

export function createCheckpoints(statements: Statements, keys: AuditKeys, file: string): Checkpoints {
  const { db, prepare } = statements;
  const selectGrown = prepare(() =>
    db.selectFrom("chains").select(["position", "chain"]).where("grown", "=", sql.lit(1)).orderBy("chain"),
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
  const settleGrown = prepare(() =>
    db
      .updateTable("chains")
      .set({ grown: sql.lit(0) })
      .where("grown", "=", sql.lit(1)),
  );
  const selectMark = prepare((p: Slots<{ key: "checkpoint" }>) =>
    db.selectFrom("meta").select("value").where("key", "=", p.key),
  );
  const saveMark = prepare((p: Slots<{ key: "checkpoint"; value: string }>) => db.replaceInto("meta").values(p));

  function mark(): Mark | undefined {
    const stored = selectMark.first({ key: "checkpoint" });
    return stored && Mark.parse(JSON.parse(stored.value));
  }

  /** Number of whole lines and the hash of the last one; read once, then kept. */
  let tail: { lines: number; hash: string } | undefined;

  function readTail(): { lines: number; hash: string } {
    const { whole, torn } = readLines(file);
    // A line without its end was being written when the machine stopped; nothing ever relied on it.
    if (torn) truncateSync(file, Buffer.byteLength(whole.map((line) => `${line}\n`).join("")));
    return { lines: whole.length, hash: sha256(whole.at(-1) ?? "") };
  }

  function append(text: string): void {
    const descriptor = openSync(file, "a", 0o600);
    try {
      writeSync(descriptor, `${text}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  return {
    write(at) {
      const grown = selectGrown.all({});
      if (grown.length === 0) return false;
      // Taken away for the time of writing: after a failed write the file is read anew.
      const before = tail ?? readTail();
      tail = undefined;
      const line: CheckpointLine = {
        line: before.lines + 1,
        at,
        heads: grown.flatMap(({ position, chain }) => {
          const last = selectLast.first(placesAfter(position, 0));
          return last ? [[chain, seqOf(last.place), Buffer.from(last.hash).toString("hex")]] : [];
        }),
        prev: before.hash,
      };
      const body = JSON.stringify(line);
      const text = JSON.stringify({ body, mac: keys.line(body) });
      append(text);
      tail = { lines: line.line, hash: sha256(text) };
      // After the file: a crash between the two leaves the file ahead, which is no fault: the next line repeats its heads.
      const next = { line: line.line, hash: tail.hash };
      saveMark.run({ key: "checkpoint", value: JSON.stringify({ ...next, mac: keys.line(markText(next)) }) });
      settleGrown.run({});
      return true;
    },
    check() {
      const problems: string[] = [];
      const heads = new Map<string, { seq: number; hash: string }>();
      const { whole } = readLines(file);
      for (const [index, text] of whole.entries()) {
        const line = parseLine(text, keys);
        if (!line || line.line !== index + 1 || line.prev !== sha256(whole[index - 1] ?? "")) {
          problems.push(`checkpoint line ${index + 1} was changed`);
          continue;
        }
        for (const [chain, seq, hash] of line.heads) heads.set(chain, { seq, hash });
      }
      const known = mark();
      if (known) {
        const text = whole[known.line - 1];
        if (known.mac !== keys.line(markText(known)))
          problems.push("the database's mark of its checkpoints was changed");
        else if (text === undefined || sha256(text) !== known.hash) problems.push("checkpoint lines are missing");
      }
      return { heads, problems };
    },
  };
}

const Envelope = z.object({ body: z.string(), mac: z.string() });

function parseLine(text: string, keys: AuditKeys): CheckpointLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON: reported by the caller as a changed line.
    return undefined;
  }
  const envelope = Envelope.safeParse(value);
  if (!envelope.success || keys.line(envelope.data.body) !== envelope.data.mac) return undefined;
  return Line.safeParse(JSON.parse(envelope.data.body)).data;
}
