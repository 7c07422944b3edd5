import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPolicies } from "../../src/knowledge/policies.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../system/server.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder?.remove());

it("what staff wrote before there were drafts is a draft to be gone over, in the form of a policy file", async () => {
  const file = join(folder.path, "old.sqlite");
  const masterKey = new Uint8Array(32).fill(7);
  await (await openSqliteStore({ file, masterKey })).close();
  // As a database of the step before.
  const db = new DatabaseSync(file);
  db.exec(
    "drop table drafts; drop table slack_inbox; drop index case_lives_running; delete from kysely_migration where name >= '0013'",
  );
  db.exec(`create table entries (id text primary key not null, kind text, title text, text text, case_key text, at text,
    staff_id text, staff_name text, approved_at text, approver_id text, approver_name text)`);
  db.prepare("insert into entries values (?, ?, ?, ?, ?, ?, ?, ?, null, null, null)").run(
    ...[
      "e-1",
      "known-unknown",
      '积分"能否"转赠',
      "本行不公布，\n请问客户经理。",
      "k/m-1",
      "2026-11-20T03:00:00Z",
      "meng-qi",
      "孟",
    ],
  );
  db.close();

  const store = await openSqliteStore({ file, masterKey });
  const [draft] = await store.drafts();
  expect(draft).toMatchObject({
    kind: "known-unknown",
    status: "writing",
    caseKey: "k/m-1",
    writers: [{ id: "meng-qi" }],
  });
  await store.close();
  mkdirSync(join(folder.path, "zh"));
  writeFileSync(join(folder.path, "zh", "entry.md"), draft?.text ?? "");
  const { policies, problems } = loadPolicies(folder.path);
  expect(problems).toEqual([]);
  expect(policies[0]?.clauses[0]?.summary).toBe("本行不公布， 请问客户经理。");
});
