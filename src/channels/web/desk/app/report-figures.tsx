/** The figures of a report, each beside the period before, and where improvement tasks stand. */
import type { TaskFigures } from "../../../../desk/improvement-view.ts";
import type { ReportView } from "../../../../desk/reports/reports.ts";
import { FIGURE, FIGURES, figureWithShare, TASK_FIGURE, TASK_FIGURES } from "../../../../desk/reports/words.ts";
import { useSpeech } from "./language.tsx";

export function Figures({ view }: { view: ReportView }) {
  const { t, b } = useSpeech();
  return (
    <dl class="figures" aria-label={t("figures")}>
      {FIGURES.map((figure) => (
        <div key={figure.name}>
          <dt>{b(FIGURE[figure.name])}</dt>
          <dd>
            <b>{b(figureWithShare(view.figures, figure))}</b>{" "}
            <span class="quiet small">
              {t("against")} {b(figureWithShare(view.figuresBefore, figure))}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function TaskFigureList({ figures }: { figures: TaskFigures }) {
  const { t, b } = useSpeech();
  return (
    <dl class="figures" aria-label={t("taskFigures")}>
      {TASK_FIGURES.map((name) => (
        <div key={name}>
          <dt>{b(TASK_FIGURE[name])}</dt>
          <dd>
            <b>{figures[name]}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
