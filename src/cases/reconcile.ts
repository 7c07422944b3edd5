/** Compares both sides case by case and says what one of them lacks. Repairs only what cannot do harm. */
import type { CoreCase, CoreRecords, Difference, OwnCase } from "../store/core-records.ts";
import type { CoreSystem } from "./core.ts";
import { type CoreWordParts, noteDifferences } from "./core-word.ts";
import { differences, missingThere, unknownHere } from "./differences.ts";

export type Finding =
  /** Here without a number. `queued`: the opening was put back into the queue by this run. */
  | { kind: "no-number"; key: string; record: string; calls: OwnCase["calls"]; queued: boolean }
  /** Here with a number they don't list. */
  | { kind: "not-there"; key: string; record: string; number: string }
  /** There, and nobody here knows it. */
  | { kind: "not-here"; number: string }
  | ({ kind: "differs"; key: string; record: string; number: string } & Difference);

export interface Reconciliation {
  /** Cases on each side. */
  here: number;
  there: number;
  /** Cases both have, with nothing to say about them. */
  agreed: number;
  /** Openings put back into the queue. */
  queued: number;
  findings: Finding[];
}

export interface ReconcileParts extends Omit<CoreWordParts, "records"> {
  core: Pick<CoreSystem, "list">;
  records: CoreRecords;
  /** False only looks: nothing is queued, kept or put into the audit. */
  repair: boolean;
}

const PAGE = 200;

/**
 * Ours are read first: what has a number by then was opened before their list began, so it must be in it. What they
 * have and we had not is looked up once more, since it may have been opened meanwhile. Throws what `list` throws.
 */
export async function reconcile(parts: ReconcileParts): Promise<Reconciliation> {
  const ours = await readOurs(parts.records);
  const byNumber = new Map(
    [...ours.values()].flatMap((own) => (own.number === null ? [] : [[own.number, own.key] as const])),
  );
  const report: Reconciliation = { here: ours.size, there: 0, agreed: 0, queued: 0, findings: [] };
  const seen = new Set<string>();

  async function compare(there: CoreCase): Promise<void> {
    const key = there.key ?? byNumber.get(there.number);
    const own = (key === undefined ? undefined : ours.get(key)) ?? (await parts.records.ownCase(there));
    if (!own) return note(parts, report, undefined, there.number, [unknownHere(there)]);
    // A duplicate that was closed as such says nothing about the case it doubles.
    if (own.number !== null && own.number !== there.number && there.status === "closed") return undefined;
    seen.add(own.key);
    return note(parts, report, own, there.number, differences(own, there));
  }

  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<CoreSystem["list"]>> = await parts.core.list({ after, limit: PAGE });
    for (const there of page.cases) {
      report.there += 1;
      if (parts.repair) await parts.records.keep(there, parts.now());
      await compare(there);
    }
    after = page.next;
  } while (after !== null);

  for (const own of ours.values()) {
    if (own.number === null) await withoutNumber(parts, report, own);
    else if (!seen.has(own.key)) await note(parts, report, own, own.number, [missingThere(own.number)]);
  }
  return report;
}

async function readOurs(records: CoreRecords): Promise<Map<string, OwnCase>> {
  const ours = new Map<string, OwnCase>();
  let after: string | null = null;
  for (;;) {
    const page: OwnCase[] = await records.ownCases({ after, limit: PAGE });
    for (const own of page) ours.set(own.key, own);
    after = page.at(-1)?.key ?? null;
    if (page.length < PAGE) return ours;
  }
}

/** The same key opens one case: asking again is safe whatever happened to the first asking. */
async function withoutNumber(parts: ReconcileParts, report: Reconciliation, { key, record, calls }: OwnCase) {
  const queued = parts.repair && calls !== "waiting" && (await parts.records.requeueOpening(key, parts.now()));
  if (queued) report.queued += 1;
  report.findings.push({ kind: "no-number", key, record, calls, queued });
}

async function note(
  parts: ReconcileParts,
  report: Reconciliation,
  own: OwnCase | undefined,
  number: string,
  found: readonly Difference[],
): Promise<void> {
  if (parts.repair) await noteDifferences(parts, own, number, found);
  if (found.length === 0) report.agreed += 1;
  for (const difference of found) report.findings.push(findingOf(own, number, difference));
}

function findingOf(own: OwnCase | undefined, number: string, difference: Difference): Finding {
  if (!own) return { kind: "not-here", number };
  const { key, record } = own;
  if (difference.field === "case") return { kind: "not-there", key, record, number };
  return { kind: "differs", key, record, number, ...difference };
}
