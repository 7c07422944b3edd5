/** core reconcile: both sides compared from the command line. */
import { connectCore } from "../cases/connect.ts";
import type { Finding, Reconciliation } from "../cases/reconcile.ts";
import type { Config } from "../config.ts";
import { createLive } from "../store/live.ts";
import type { SqliteStore } from "../store/sqlite/open.ts";
import { reconcileNow } from "../workers/reconciliation.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** 0 when both sides agree, 1 when there is something for people to see. Throws ServiceError when the core is away. */
export async function reconcileCommand(
  store: SqliteStore,
  config: Config,
  { json, repair }: { json: boolean; repair: boolean },
): Promise<number> {
  const now = () => new Date().toISOString();
  const core = connectCore(config.core, {
    coreOpen: () => Promise.reject(new Error("the command line opens no cases")),
    newNumber: () => "",
    numbers: (page) => store.core.numbers(page),
    now,
    random: Math.random,
  });
  const report = await reconcileNow({ core, store, live: createLive(), now }, repair);
  if (json) print(JSON.stringify(report));
  else for (const line of linesOf(report)) print(line);
  return report.findings.length === 0 ? 0 : 1;
}

function linesOf({ here, there, agreed, queued, findings }: Reconciliation): string[] {
  const sum = `这里 ${here} 件，核心系统 ${there} 件，一致 ${agreed} 件，重新送出 ${queued} 件。`;
  const same = `Here ${here}, in the core system ${there}, agreed ${agreed}, queued again ${queued}.`;
  return [...findings.map(lineOf), `${sum} ${same}`];
}

function lineOf(finding: Finding): string {
  switch (finding.kind) {
    case "no-number":
      return `${finding.record}  没有案件编号 no number yet (${finding.queued ? "queued again" : finding.calls})`;
    case "not-there":
      return `${finding.record}  ${finding.number}  核心系统没有 not in the core system`;
    case "not-here":
      return `${finding.number}  这里没有 not here`;
    case "differs":
      return `${finding.record}  ${finding.number}  ${finding.field}: 这里 here ${finding.ours}, 核心系统 core ${finding.theirs}`;
  }
}
