/** retention: what is due for erasing, and erasing it by destroying keys; the chains are verified afterwards. */
import type { Content } from "../content.ts";
import { type Due, type RetentionReport, runRetention, whatIsDue } from "../rights/retention.ts";
import type { RightsStore } from "../store/rights.ts";
import type { Store } from "../store/store.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Exit code 0; 1 when the chains do not verify after a run. */
export async function retentionCommand(
  store: Store & { rights: RightsStore },
  { bank }: Content,
  { run, json }: { run: boolean; json: boolean },
): Promise<number> {
  const { retention, profile } = bank;
  const parts = { store, retention, zone: profile.zone, now: () => new Date().toISOString() };
  const report = run ? await runRetention(parts) : await whatIsDue(parts);
  const chains = run ? await store.verifyAudit() : null;
  const verified = chains && chains.problems.length === 0;
  if (json) print(JSON.stringify({ ...report, run, verified }));
  else show(report, run, verified);
  return verified === false ? 1 : 0;
}

function show({ day, persons, due, withheld }: RetentionReport, run: boolean, verified: boolean | null): void {
  print(`${day}  ${persons} 人的资料，${withheld} 人已封存  ${persons} persons, ${withheld} withheld`);
  for (const one of due) print(`  ${line(one)}`);
  if (due.length === 0) print("没有到期的资料。 Nothing is due.");
  else if (run) print(`已处理 ${due.length} 人。 ${due.length} persons done.`);
  else print("加 --run 执行。 Add --run to carry it out.");
  if (verified === true) print("审计链完整。 The chains still verify.");
  if (verified === false) print("审计链有问题。 The audit does not verify.");
}

function line({ person, deed, why, until, request, conversations, records }: Due): string {
  const what = deed === "erase" ? "删除 erase" : "封存 withhold";
  const because = why === "time-over" ? `保存期满 kept until ${until}` : `客户请求 request ${request}`;
  return `${what}  ${person}  ${because}  ${conversations} 个会话  ${records.join(" ")}`;
}
