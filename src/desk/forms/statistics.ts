/** The statistics of a quarter or a year, by the three axes of JR/T 0169-2018, counted from the complaints of the reports. */
import type { Bank } from "../../bank/bank.ts";
import { addDays } from "../../cases/zone.ts";
import { type Counted, figuresOf } from "../reports/figures.ts";
import { type Period, wholeMonth } from "../reports/period.ts";
import { FIGURE, FIGURES, figureWithShare } from "../reports/words.ts";
import { type Form, type FormTable, field, missingIn } from "./form.ts";

/** "2026", "2026-Q4" or "2026-11"; null for anything else. */
export function statisticsPeriod(text: string): { period: Period; name: string } | null {
  const [, year = "", quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/u.exec(text) ?? [];
  if (year === "") return null;
  if (month !== undefined) return { period: wholeMonth(`${text}-01`), name: `${year}年${Number(month)}月` };
  if (quarter === undefined) return { period: { from: `${year}-01-01`, to: `${year}-12-31` }, name: `${year}年度` };
  const first = String(Number(quarter) * 3 - 2).padStart(2, "0");
  const last = String(Number(quarter) * 3).padStart(2, "0");
  const { to } = wholeMonth(`${year}-${last}-01`);
  return { period: { from: `${year}-${first}-01`, to }, name: `${year}年第${Number(quarter)}季度` };
}

/** The year before a year, the quarter before a quarter: the comparison such a report is read with. */
export function statisticsBefore(text: string): string {
  const year = Number(text.slice(0, 4));
  if (text.length === 4) return String(year - 1);
  if (text.includes("Q")) {
    const quarter = Number(text.at(-1));
    return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
  }
  return addDays(`${text}-01`, -1).slice(0, 7);
}

interface Entry {
  names: { zh: string };
  jrt0169Code: string;
}
const UNKNOWN: Entry = { names: { zh: "未分类" }, jrt0169Code: "" };

export interface StatisticsMaterial {
  period: Period;
  name: string;
  now: readonly Counted[];
  before: readonly Counted[];
  /** ISO date up to which open cases are in time. */
  today: string;
}

export function statisticsForm(
  { period, name, now, before, today }: StatisticsMaterial,
  bank: Pick<Bank, "profile" | "taxonomy" | "outlets" | "grades">,
): Form {
  const { business, reason, venue } = bank.taxonomy;
  const [figures, earlier] = [figuresOf(now, today), figuresOf(before, today)];
  const sections = [
    {
      title: "一、总体情况",
      fields: [
        field("bank", "报送机构", bank.profile.names.zh),
        field("institution-code", "机构编码", null),
        field("period", "统计期间", `${period.from} 至 ${period.to}`),
        // A figure of none is no gap: there was nothing to count.
        ...FIGURES.map((figure) =>
          field(
            figure.name,
            FIGURE[figure.name].zh,
            `${figureWithShare(figures, figure).zh}（上期 ${figureWithShare(earlier, figure).zh}）`,
          ),
        ),
        field("major", "其中重大投诉", String(now.filter(({ grade }) => grade === "major").length)),
        field("passed-on", "其中监管转办", String(now.filter(({ channel }) => channel === "regulator").length)),
      ],
    },
  ];
  const entryOf = (entries: Record<string, Entry>, slug: string | null) =>
    slug === null ? UNKNOWN : (entries[slug] ?? { names: { zh: slug }, jrt0169Code: "" });
  const tables = [
    pairs(
      now,
      before,
      (one) => entryOf(business, one.business),
      (one) => entryOf(reason, one.reason),
    ),
    single("三、按业务办理渠道（JR/T 0169）", now, before, (one) => entryOf(venue, one.venue)),
    single("四、按网点", now, before, ({ outlet }) => ({
      names: { zh: outlet === null ? "未涉及网点" : (bank.outlets[outlet]?.names.zh ?? outlet) },
      jrt0169Code: "–",
    })),
  ];
  const used = now.flatMap((one) => [
    one.business && business[one.business],
    one.reason && reason[one.reason],
    one.venue && venue[one.venue],
  ]);
  const uncoded = new Set(
    used.flatMap((entry) => (entry && entry.jrt0169Code === "" ? [`${entry.names.zh}的编码`] : [])),
  );
  return {
    form: "statistics",
    title: `消费投诉统计表（${name}）`,
    basis: "《金融消费者投诉统计分类及编码 银行业金融机构》（JR/T 0169-2018）",
    notes: ["按收到日期统计；上期指前一季度、前一月或前一年。分类编码由本行按标准填入 taxonomy.yaml。"],
    sections,
    tables,
    missing: [...missingIn(sections), ...uncoded],
  };
}

function tally<T>(complaints: readonly Counted[], keyOf: (one: Counted) => string, made: (one: Counted) => T) {
  const rows = new Map<string, { of: T; count: number }>();
  for (const one of complaints) {
    const key = keyOf(one);
    const row = rows.get(key) ?? { of: made(one), count: 0 };
    row.count += 1;
    rows.set(key, row);
  }
  return rows;
}

function pairs(
  now: readonly Counted[],
  before: readonly Counted[],
  businessOf: (one: Counted) => Entry,
  reasonOf: (one: Counted) => Entry,
): FormTable {
  const keyOf = (one: Counted) => `${one.business}/${one.reason}`;
  const made = (one: Counted) => ({ business: businessOf(one), reason: reasonOf(one) });
  const current = tally(now, keyOf, made);
  const earlier = tally(before, keyOf, made);
  const rows = [...new Map([...earlier, ...current])]
    .map(([key, { of }]) => ({ ...of, count: current.get(key)?.count ?? 0, was: earlier.get(key)?.count ?? 0 }))
    .sort((a, b) => b.count - a.count || b.was - a.was);
  return {
    title: "二、按业务与原因（JR/T 0169）",
    head: ["业务", "业务编码", "原因", "原因编码", "本期", "上期"],
    rows: [
      ...rows.map(({ business, reason, count, was }) => [
        business.names.zh,
        code(business),
        reason.names.zh,
        code(reason),
        String(count),
        String(was),
      ]),
      ["合计", "", "", "", String(now.length), String(before.length)],
    ],
  };
}

function single(
  title: string,
  now: readonly Counted[],
  before: readonly Counted[],
  entryOf: (one: Counted) => Entry,
): FormTable {
  const keyOf = (one: Counted) => entryOf(one).names.zh;
  const current = tally(now, keyOf, entryOf);
  const earlier = tally(before, keyOf, entryOf);
  const rows = [...new Map([...earlier, ...current])]
    .map(([key, { of }]) => ({ of, count: current.get(key)?.count ?? 0, was: earlier.get(key)?.count ?? 0 }))
    .sort((a, b) => b.count - a.count || b.was - a.was);
  return {
    title,
    head: ["类别", "编码", "本期", "上期"],
    rows: [
      ...rows.map(({ of, count, was }) => [of.names.zh, code(of), String(count), String(was)]),
      ["合计", "", String(now.length), String(before.length)],
    ],
  };
}

const code = ({ jrt0169Code }: Entry): string => (jrt0169Code === "" ? "缺" : jrt0169Code);
