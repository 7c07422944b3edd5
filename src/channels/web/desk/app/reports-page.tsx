/** Reports: figures beside the period before, charts that narrow by a click, and the complaints behind them. */
import { useEffect, useState } from "preact/hooks";
import type { Axis } from "../../../../desk/reports/figures.ts";
import { periodBefore, wholeMonth } from "../../../../desk/reports/period.ts";
import type { ReportView } from "../../../../desk/reports/reports.ts";
import { AXIS } from "../../../../desk/reports/words.ts";
import { Waiting } from "./bits.tsx";
import { BarList, DayChart } from "./charts.tsx";
import { Statistics } from "./form-links.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { Figures, TaskFigureList } from "./report-figures.tsx";
import { casePage, go, Link } from "./router.tsx";
import { dayOnly } from "./time.ts";

/** Complaints listed before the rest is asked for. */
const SHOWN = 50;

export function ReportsPage({ query }: { query: string }) {
  const { t } = useSpeech();
  const me = useMe();
  const today = dayOnly(me.now, me.zone);
  const filters = new URLSearchParams(query);
  const from = filters.get("from") ?? `${today.slice(0, 7)}-01`;
  const to = filters.get("to") ?? today;
  filters.set("from", from);
  filters.set("to", to);
  const asked = filters.toString();
  const view = useFetched<ReportView>(`/reports?${asked}`);
  useEffect(() => {
    document.title = `${t("reports")} · ${t("desk")}`;
  }, [t]);
  const choose = (axis: Axis, slug: string) => {
    const next = new URLSearchParams(asked);
    if (next.get(axis) === slug) next.delete(axis);
    else next.set(axis, slug);
    go(`/reports?${next}`);
  };
  return (
    <div class="sheet wide-sheet reports">
      <h1>{t("reportsTitle")}</h1>
      <p class="quiet">{t("reportSeen")}</p>
      <Period from={from} to={to} today={today} query={asked} />
      {view.value ? (
        <>
          <Chosen view={view.value} filters={filters} onChoose={choose} />
          <Figures view={view.value} />
          <h2>{t("perDay")}</h2>
          <DayChart days={view.value.days} label={t("perDay")} />
          <h2>{t("byAxis")}</h2>
          <div class="axes">
            {view.value.axes
              .filter(({ rows }) => rows.some(({ slug }) => slug !== ""))
              .map(({ axis, rows }) => (
                <Distribution key={axis} axis={axis} rows={rows} chosen={filters.get(axis)} onChoose={choose} />
              ))}
          </div>
          <Tracks view={view.value} />
          {view.value.tasks && (
            <>
              <h2>
                <Link to="/improvements">{t("taskFigures")}</Link>
              </h2>
              <TaskFigureList figures={view.value.tasks} />
            </>
          )}
          {me.may.exportForms && <Statistics today={today} />}
          <Lines view={view.value} />
        </>
      ) : (
        <Waiting refusal={view.refusal} again={view.again} />
      )}
    </div>
  );
}

/** What the report is narrowed to; a press takes it off. */
function Chosen(props: { view: ReportView; filters: URLSearchParams; onChoose: (axis: Axis, slug: string) => void }) {
  const { t, b } = useSpeech();
  const chosen = props.view.axes.flatMap(({ axis, rows }) => {
    const slug = props.filters.get(axis);
    if (slug === null) return [];
    const name = rows.find((row) => row.slug === slug)?.name ?? { zh: slug, en: slug };
    return [{ axis, slug, name }];
  });
  if (chosen.length === 0) return null;
  return (
    <p class="chosen">
      <span class="quiet small">{t("narrowedTo")}</span>
      {chosen.map(({ axis, slug, name }) => (
        <button key={axis} type="button" class="button" onClick={() => props.onChoose(axis, slug)}>
          {b(AXIS[axis])}: {b(name)} <span aria-hidden="true">×</span>
          <span class="unseen">{t("takeOff")}</span>
        </button>
      ))}
    </p>
  );
}

function Distribution(props: {
  axis: Axis;
  rows: ReportView["axes"][number]["rows"];
  chosen: string | null;
  onChoose: (axis: Axis, slug: string) => void;
}) {
  const { b } = useSpeech();
  return (
    <section aria-label={b(AXIS[props.axis])}>
      <h3>{b(AXIS[props.axis])}</h3>
      <BarList
        bars={props.rows}
        chosen={props.chosen ?? undefined}
        onChoose={(slug) => props.onChoose(props.axis, slug)}
      />
    </section>
  );
}

/** Periods people ask for, up to today. */
function presetsOn(
  today: string,
): { word: "thisMonth" | "lastMonth" | "thisQuarter" | "thisYear"; from: string; to: string }[] {
  const month = wholeMonth(today);
  const quarter = String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0");
  return [
    { word: "thisMonth", from: month.from, to: today },
    { word: "lastMonth", ...periodBefore(month) },
    { word: "thisQuarter", from: `${today.slice(0, 4)}-${quarter}-01`, to: today },
    { word: "thisYear", from: `${today.slice(0, 4)}-01-01`, to: today },
  ];
}

function Period({ from, to, today, query }: { from: string; to: string; today: string; query: string }) {
  const { t } = useSpeech();
  const [start, setStart] = useState(from);
  const [end, setEnd] = useState(to);
  return (
    <form
      class="period"
      onSubmit={(event) => {
        event.preventDefault();
        const next = new URLSearchParams(query);
        next.set("from", start);
        next.set("to", end);
        go(`/reports?${next}`);
      }}
    >
      <span class="nowrap">
        <label for="report-from">{t("reportFrom")}</label>{" "}
        <input id="report-from" type="date" required value={start} onInput={(e) => setStart(e.currentTarget.value)} />
      </span>
      <span class="nowrap">
        <label for="report-to">{t("reportTo")}</label>{" "}
        <input id="report-to" type="date" required value={end} onInput={(e) => setEnd(e.currentTarget.value)} />
      </span>
      <button type="submit" class="button strong">
        {t("showReport")}
      </button>
      <a class="button" href={`/desk/api/reports/csv?${query}`} download>
        {t("csv")}
      </a>
      <a class="button" href={`/desk/api/reports/monthly?month=${to.slice(0, 7)}`} target="_blank" rel="noreferrer">
        {t("monthly")} {to.slice(0, 7)}
      </a>
      <span class="presets">
        {presetsOn(today).map(({ word, ...span }) => {
          const next = new URLSearchParams(query);
          next.set("from", span.from);
          next.set("to", span.to);
          return (
            <Link key={word} to={`/reports?${next}`} current={span.from === from && span.to === to}>
              {t(word)}
            </Link>
          );
        })}
      </span>
    </form>
  );
}

/** What is no complaint, in kinds this person may see. */
function Tracks({ view }: { view: ReportView }) {
  const { t, b } = useSpeech();
  if (view.tracks.length === 0) return null;
  return (
    <section aria-label={t("tracksTitle")}>
      <h2>{t("tracksTitle")}</h2>
      <table class="plain-table" aria-label={t("tracksTitle")}>
        <thead>
          <tr>
            <th scope="col">{t("trackKind")}</th>
            <th scope="col">{t("trackReceived")}</th>
            <th scope="col">{t("trackAnswered")}</th>
            <th scope="col">{t("trackFinish")}</th>
            <th scope="col">{t("trackLate")}</th>
          </tr>
        </thead>
        <tbody>
          {view.tracks.map((one) => (
            <tr key={one.kind}>
              <td>{b(one.name)}</td>
              <td>{one.received}</td>
              <td>{one.answered}</td>
              <td>{one.done}</td>
              <td>{one.late}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Lines({ view }: { view: ReportView }) {
  const { t, b } = useSpeech();
  const [all, setAll] = useState(false);
  const lines = all ? view.lines : view.lines.slice(0, SHOWN);
  return (
    <section aria-label={t("drill")}>
      <h2>
        {t("drill")} <span class="pill">{view.lines.length}</span>
      </h2>
      <div class="scroll">
        <table class="plain-table report-lines" aria-label={t("drill")}>
          <thead>
            <tr>
              <th scope="col">{t("colNumber")}</th>
              <th scope="col">{t("receivedAt")}</th>
              <th scope="col">{t("status")}</th>
              <th scope="col">{b(AXIS.business)}</th>
              <th scope="col">{b(AXIS.reason)}</th>
              <th scope="col">{b(AXIS.department)}</th>
              <th scope="col">{b(AXIS.cause)}</th>
              <th scope="col">{t("due")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.record}>
                <td class="nowrap">{line.case ? <Link to={casePage(line.case)}>{line.case}</Link> : line.record}</td>
                <td class="nowrap">{line.receivedOn}</td>
                <td class="nowrap">{b(line.status)}</td>
                <td>{line.values.business && b(line.values.business)}</td>
                <td>{line.values.reason && b(line.values.reason)}</td>
                <td>{line.values.department && b(line.values.department)}</td>
                <td>{line.values.cause && b(line.values.cause)}</td>
                <td class="nowrap">{line.due}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && view.lines.length > SHOWN && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t("drillAll")}
        </button>
      )}
    </section>
  );
}
