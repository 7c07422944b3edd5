/** Takes the core system's word of a case: kept, compared, and shown to staff where it differs. Ours stays as it is. */
import type { CoreCase, CoreRecords, Difference, OwnCase } from "../store/core-records.ts";
import type { Live } from "../store/live.ts";
import type { Store } from "../store/store.ts";
import { differences, unknownHere } from "./differences.ts";

export interface CoreWordParts {
  records: CoreRecords;
  audit: Store["audit"];
  live: Pick<Live, "publish">;
  /** ISO instant. */
  now: () => string;
}

/** unknown: no case here belongs to it. old: as much or more was known. */
export type Taken = "taken" | "old" | "unknown";

/** Any order and any repetition ends the same: the word with the highest sequence counts. */
export async function takeWord(parts: CoreWordParts, there: CoreCase): Promise<Taken> {
  if (!(await parts.records.keep(there, parts.now()))) return "old";
  const ours = await parts.records.ownCase(there);
  await noteDifferences(parts, ours, there.number, ours ? differences(ours, there) : [unknownHere(there)]);
  // Steps and findings are shown beside the case.
  parts.live.publish("desk", { kind: "changed" });
  return ours ? "taken" : "unknown";
}

/** Keeps what differs now, and puts what is new into the audit of the conversation, or of the system. */
export async function noteDifferences(
  { records, audit, live, now }: CoreWordParts,
  ours: OwnCase | undefined,
  number: string,
  found: readonly Difference[],
): Promise<void> {
  const fresh = await records.differ({ number, key: ours?.key ?? null }, found, now());
  for (const { field, ours: here, theirs: there } of fresh) {
    const detail = { number, field, ours: here, theirs: there };
    await audit(ours?.conversation ?? "system", now(), { actor: "core-system", action: "core-conflict", detail });
  }
  if (fresh.length > 0) live.publish("desk", { kind: "changed" });
}
