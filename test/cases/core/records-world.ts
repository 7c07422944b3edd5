/** A store in memory with cases in it, and the core system's word beside them. */
import { onTestFinished } from "vitest";
import type { CoreWordParts } from "../../../src/cases/core-word.ts";
import { openSqliteStore, type SqliteStore } from "../../../src/store/sqlite/open.ts";
import type { CaseRow } from "../../../src/store/store.ts";
import { caseRow, MASTER_KEY, openCase, opening, step } from "../../store/samples.ts";

export interface RecordsWorld {
  store: SqliteStore;
  parts: CoreWordParts;
  pass(ms: number): void;
  /** `queued`: its opening waits in the outbox. */
  add(key: string, over?: Partial<CaseRow>, queued?: boolean): Promise<CaseRow>;
}

export async function recordsWorld(start = "2026-11-23T02:00:00.000Z"): Promise<RecordsWorld> {
  let ms = Date.parse(start);
  const now = () => new Date(ms).toISOString();
  const store = await openSqliteStore({ file: ":memory:", masterKey: MASTER_KEY, clock: now });
  onTestFinished(() => store.close());
  const audit: CoreWordParts["audit"] = (chain, at, note) => store.audit(chain, at, note);
  return {
    store,
    parts: { records: store.core, audit, live: { publish: () => undefined }, now },
    pass(by) {
      ms += by;
    },
    async add(key, over = {}, queued = false) {
      const conversation = `conversation-${key}`;
      const { version: expectVersion } = await store.startConversation(opening(conversation));
      const row = caseRow(conversation, key, { number: `GD-${key}`, ...over });
      const effects = queued ? [{ ...openCase(conversation, key), key: `${key}/open` }] : [];
      const committed = await store.commit(step(conversation, { expectVersion, cases: [row], effects }));
      if (!committed.ok) throw new Error("the case was not stored");
      return row;
    },
  };
}

export const word = (key: string, over: object = {}) => ({
  number: `GD-${key}`,
  key,
  record: `R-${key}`,
  status: "open" as const,
  department: "card-centre",
  due: "2026-12-06",
  step: null,
  finding: null,
  sequence: 1,
  ...over,
});
