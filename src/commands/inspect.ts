/** cases, case, audit, erase, sign-in: looking into a store from the command line. */
import { styleText } from "node:util";
import type { Content } from "../content.ts";
import { deskNames } from "../desk/bank-names.ts";
import { createDesk } from "../desk/desk.ts";
import type { SqliteStore } from "../store/sqlite/open.ts";
import type { CaseRow, Store } from "../store/store.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

export async function casesCommand(store: Store, content: Content, json: boolean): Promise<number> {
  const rows = await store.cases({ limit: 1000 });
  if (json) {
    for (const row of rows) print(JSON.stringify(row));
    return 0;
  }
  if (rows.length === 0) print("还没有案件。 No cases yet.");
  for (const row of rows) print(caseLine(row, content));
  return 0;
}

function caseLine(row: CaseRow, { bank }: Content): string {
  const owner = row.owner?.name ?? "无人受理 unclaimed";
  const department = bank.names.department(row.department, "zh-Hans", "short");
  return [
    row.number ?? "(编号待定 pending)",
    row.record,
    row.status,
    `≤ ${row.due}`,
    department,
    owner,
    row.summary,
  ].join("  ");
}

export async function caseCommand(store: Store, content: Content, ref: string, json: boolean): Promise<number> {
  const row = await store.case(ref);
  if (!row) {
    process.stderr.write(`没有找到 ${ref}。 No such case.\n`);
    return 1;
  }
  const trail = await store.auditEntries(row.conversation);
  const notes = await store.caseNotes(row.key);
  if (json) {
    print(JSON.stringify({ ...row, audit: trail, notes: notes.length }));
    return 0;
  }
  print(styleText("bold", caseLine(row, content)));
  for (const { seq, at, actor, action } of trail) print(`  ${seq}  ${at}  ${actor}  ${action}`);
  return 0;
}

export async function auditCommand(store: Store, json: boolean): Promise<number> {
  const report = await store.verifyAudit();
  if (json) print(JSON.stringify({ ok: report.problems.length === 0, ...report }));
  else {
    print(`${report.chains} chains, ${report.entries} entries`);
    for (const { chain, seq, problem } of report.problems)
      print(`  ${chain}${seq === null ? "" : ` #${seq}`}: ${problem}`);
    print(
      report.problems.length === 0
        ? "审计链完整。 Nothing was changed or cut off."
        : "审计链有问题。 The audit does not verify.",
    );
  }
  return report.problems.length === 0 ? 0 : 1;
}

/** `ref`: a person, or a conversation, case or record that names one. Shows that the chains still verify. */
export async function eraseCommand(store: Store, ref: string, json: boolean): Promise<number> {
  const row = await store.case(ref);
  const person = (await store.personOf(row?.conversation ?? ref)) ?? ref;
  const erased = await store.erasePerson(person, new Date().toISOString());
  if (erased.conversations === 0) {
    process.stderr.write(`没有找到 ${ref} 的资料。 Nothing is held under ${ref}.\n`);
    return 1;
  }
  const report = await store.verifyAudit();
  const ok = report.problems.length === 0;
  if (json) print(JSON.stringify({ person, ...erased, verified: ok, chains: report.chains }));
  else {
    print(`已销毁 ${person} 的密钥：${erased.conversations} 个会话、${erased.messages} 条消息不可再读。`);
    print(
      `The key of ${person} is destroyed: ${erased.conversations} conversations, ${erased.messages} messages can't be read any more.`,
    );
    print(ok ? `审计链完整。 ${report.chains} chains still verify.` : "审计链有问题。 The audit does not verify.");
  }
  return ok ? 0 : 1;
}

/** A one-time link to the desk for one of the staff. */
export async function signInCommand(
  store: SqliteStore,
  content: Content,
  staff: string,
  base: string,
): Promise<number> {
  const { bank } = content;
  const desk = createDesk({
    store,
    gaps: store,
    commands: {
      command: () => Promise.reject(new Error("the command line does not act on cases")),
      typing: () => undefined,
    },
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  });
  const link = await desk.signInLink(staff, "command-line");
  if (!link.ok) {
    process.stderr.write(`${link.refusal.message.zh} ${link.refusal.message.en}\n`);
    process.stderr.write(`${bank.staff.map(({ id, name, role }) => `  ${id}  ${name}  ${role}`).join("\n")}\n`);
    return 1;
  }
  print(`${base}/desk/sign-in?token=${link.value.token}`);
  return 0;
}
