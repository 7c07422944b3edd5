/** Charts as plain SVG: a name and a value for every bar, said to screen readers as well. */
import type { Bilingual } from "../../../../bank/terms.ts";
import { useSpeech } from "./language.tsx";

const DAY = 20;
const HEIGHT = 80;

/** One bar a day. With many days only some are named. */
export function DayChart({ days, label }: { days: readonly { day: string; count: number }[]; label: string }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const every = Math.ceil(days.length / 31);
  const sum = days.reduce((all, { count }) => all + count, 0);
  return (
    <svg
      class="chart"
      role="img"
      aria-label={`${label}: ${sum}, ≤ ${most}`}
      viewBox={`0 0 ${days.length * DAY} ${HEIGHT + 20}`}
    >
      {days.map(({ day, count }, n) => {
        const height = (count / most) * (HEIGHT - 10);
        return (
          <g key={day}>
            <title>{`${day}: ${count}`}</title>
            <rect x={n * DAY} y={0} width={DAY} height={HEIGHT} class="ground" />
            <rect x={n * DAY + 2} y={HEIGHT - height} width={DAY - 4} height={height} />
            {n % every === 0 && (
              <text x={n * DAY + DAY / 2} y={HEIGHT + 14}>
                {Number(day.slice(8))}
              </text>
            )}
          </g>
        );
      })}
    </svg>
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
