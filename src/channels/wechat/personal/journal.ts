/**
 * What the channel must still know after a crash, in one small private file: which messages it was told of and has
 * not stored yet, what it has sent, until when it certainly heard everything, and who wrote lately. Ids, digests and
 * instants only; no words and no WeChat ids of customers. Survives the end of the process; it is not forced to disk.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

const Sent = z.object({
  /** Id of the part, or null for a notice outside of the conversation. */
  part: z.string().nullable(),
  /** Digests, see `echoes.ts`. */
  to: z.string(),
  what: z.string(),
  /** ms. */
  at: z.number(),
  provider: z.string().nullable(),
  /** Id under which it came back to us. */
  echo: z.string().nullable(),
});
export type Sent = z.infer<typeof Sent>;

const Entries = z.object({
  /** ISO instant of the last proof that messages reach us. */
  aliveAt: z.string().nullable(),
  /** Ids of messages and friend requests (`friend:`) not seen to, in order of arrival. */
  pending: z.array(z.string()),
  sent: z.array(Sent),
  /** Who wrote when, the newest time of each conversation (ISO). */
  writers: z.array(z.object({ conversation: z.string(), at: z.string() })),
  /** Who was asked to repeat, and when (ISO). */
  asked: z.array(z.object({ conversation: z.string(), at: z.string() })),
});
export type Entries = z.infer<typeof Entries>;

export interface Journal {
  readonly entries: Readonly<Entries>;
  change(part: Partial<Entries>): void;
}

const EMPTY: Entries = { aliveAt: null, pending: [], sent: [], writers: [], asked: [] };
/** More ids than this are a flood; the oldest are given up. */
const MOST_PENDING = 5000;

/**
 * `trouble` is told when the file is damaged (it is begun anew then) or can't be written: a full disk doesn't stop the
 * channel, it forgets more in a crash.
 */
export function openJournal(file: string, trouble: (code: "damaged" | "not-written") => void): Journal {
  let entries = EMPTY;
  if (existsSync(file)) {
    const read = parse(readFileSync(file, "utf8"));
    if (read) entries = read;
    else trouble("damaged");
  }
  return {
    get entries() {
      return entries;
    },
    change(part) {
      entries = { ...entries, ...part };
      if (entries.pending.length > MOST_PENDING) {
        entries = { ...entries, pending: entries.pending.slice(-MOST_PENDING) };
      }
      try {
        // Renamed into place, so that a crash leaves the old one or the new one.
        writeFileSync(`${file}.new`, JSON.stringify(entries), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch (error) {
        if (!(error instanceof Error && "syscall" in error)) throw error;
        trouble("not-written");
      }
    },
  };
}

function parse(text: string): Entries | null {
  try {
    return Entries.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
