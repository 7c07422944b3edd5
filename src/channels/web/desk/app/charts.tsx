/** Charts as plain SVG: a name and a value for every bar, said to screen readers as well. */
import type { Bilingual } from "../../../../bank/terms.ts";
import { useSpeech } from "./language.tsx";

/** Days named under a chart at most. */
const NAMED = 31;

/** One bar a day, over the whole width. With many days only some are named. */
export function DayChart({ days, label }: { days: readonly { day: string; count: number }[]; label: string }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const every = Math.ceil(days.length / NAMED);
  const sum = days.reduce((all, { count }) => all + count, 0);
  return (
    <div class="day-chart">
      <svg
        class="chart"
        role="img"
        aria-label={`${label}: ${sum}, ≤ ${most}`}
        viewBox={`0 0 ${days.length * 10} 100`}
        preserveAspectRatio="none"
      >
        {days.map(({ day, count }, n) => {
          const height = (count / most) * 92;
          return (
            <g key={day}>
              <title>{`${day}: ${count}`}</title>
              <rect x={n * 10} y={0} width={10} height={100} class="ground" />
              <rect x={n * 10 + 1.5} y={100 - height} width={7} height={height} />
            </g>
          );
        })}
      </svg>
      <p class="chart-days" aria-hidden="true">
        {days.map(({ day }, n) => (
          <span key={day}>{n % every === 0 ? Number(day.slice(8)) : ""}</span>
        ))}
      </p>
      <p class="chart-most" aria-hidden="true">
        {most}
      </p>
    </div>
  );
}

interface Bar {
  slug: string;
  name: Bilingual;
  count: number;
  before: number;
}

/** Bars with the period before as a line behind each; a bar is a button that narrows the report to it. */
export function BarList(props: { bars: readonly Bar[]; chosen: string | undefined; onChoose: (slug: string) => void }) {
  const { t, b } = useSpeech();
  const most = Math.max(1, ...props.bars.map(({ count, before }) => Math.max(count, before)));
  return (
    <ul class="bars-list">
      {props.bars.map(({ slug, name, count, before }) => (
        <li key={slug}>
          <button type="button" aria-pressed={props.chosen === slug} onClick={() => props.onChoose(slug)}>
            <span class="bar-name">{b(name)}</span>
            <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="ground" x={0} y={0} width={100} height={10} />
              <rect class="earlier" x={0} y={7} width={(before / most) * 100} height={3} />
              <rect x={0} y={0} width={(count / most) * 100} height={7} />
            </svg>
            <span class="bar-count">
              {count}
              <span class="quiet small">
                {" "}
                {t("against")} {before}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
