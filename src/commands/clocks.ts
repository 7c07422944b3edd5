/** clocks: when each case is due, how that came about, and which dates rest on a calendar that is not official yet. */
import { provisionalEnds } from "../cases/clocks/adopt.ts";
import { type Clock, clockKey } from "../cases/clocks/clock.ts";
import { isoDay } from "../cases/clocks/day.ts";
import { clocksOf } from "../cases/clocks/derive.ts";
import { explainClock } from "../cases/clocks/explain.ts";
import { marksOf } from "../cases/clocks/marks.ts";
import { setupOf } from "../cases/clocks/packs.ts";
import type { Content } from "../content.ts";
import type { CaseRow, Store } from "../store/store.ts";

/** Lives are read so many at a time. */
const PAGE = 500;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Without `ref` the running cases whose dates rest on a provisional calendar; else the clocks of that case. */
export async function clocksCommand(store: Store, content: Content, ref: string, json: boolean): Promise<number> {
  if (ref === "") return listProvisional(store, content, json);
  const row = await store.case(ref);
  const clocks = row ? await clocksIn(store, content, row) : null;
  if (!row || !clocks) {
    process.stderr.write(`没有找到 ${ref}，或者资料已删除。 No such case, or its customer was erased.\n`);
    return 1;
  }
  for (const clock of clocks) {
    const shown = {
      clock: clockKey(clock),
      pack: clock.pack.pack,
      end: endOf(clock),
      over: clock.run.endedAt !== null,
    };
    const how = { zh: explainClock(clock, "zh-Hans"), en: explainClock(clock, "en") };
    if (json) print(JSON.stringify({ ...shown, basis: clock.spec.basis, provisional: clock.provisional, how }));
    else
      print(
        `${shown.over ? "–" : "•"} ${clock.spec.names.zh} ${shown.end ?? "暂停"}  ${how.zh}  （${clock.spec.basis}）`,
      );
  }
  return 0;
}

const endOf = ({ end }: Clock): string | null =>
  end === null ? null : end.day === null ? new Date(end.at).toISOString() : isoDay(end.day);

async function clocksIn(store: Store, { bank }: Content, row: CaseRow): Promise<Clock[] | null> {
  const life = await store.lives.load(row.key);
  if (!life?.events) return null;
  return clocksOf(setupOf(bank, life.events, row.business), marksOf(life.events));
}

async function listProvisional(store: Store, content: Content, json: boolean): Promise<number> {
  let found = 0;
  let after: string | undefined;
  for (;;) {
    const rows = await store.lives.rows({ limit: PAGE, running: true, ...(after === undefined ? {} : { after }) });
    for (const { key } of rows) {
      const row = await store.case(key);
      const clocks = row && (await clocksIn(store, content, row));
      for (const { clock, due, years } of provisionalEnds(clocks ?? [])) {
        found += 1;
        const number = row?.number ?? row?.record ?? key;
        if (json) print(JSON.stringify({ case: number, clock, due, years }));
        else print(`${number}  ${clock}  ${due}  暂定 provisional: ${years.join(", ")}`);
      }
    }
    after = rows.at(-1)?.key;
    if (rows.length < PAGE) break;
  }
  if (found === 0 && !json) print("没有日期依赖暂定日历。 No date rests on a provisional calendar.");
  return 0;
}
