/** Forms for the authorities: on a case the feedback, on the reports the statistics. Links, so that the browser saves or prints them. */
import { useState } from "preact/hooks";
import { AUTHORITIES } from "../../../../desk/forms/form.ts";
import { Panel } from "./bits.tsx";
import { casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";

function Formats({ path, query, of }: { path: string; query: Record<string, string>; of: string }) {
  const { t } = useSpeech();
  const to = (as: string) => `/desk/api${path}?${new URLSearchParams({ ...query, as })}`;
  return (
    <span class="formats">
      <a href={to("print")} target="_blank" rel="noreferrer">
        {t("formPrint")}
        <span class="unseen"> {of}</span>
      </a>
      <a href={to("csv")} download>
        CSV<span class="unseen"> {of}</span>
      </a>
      <a href={to("json")} download>
        JSON<span class="unseen"> {of}</span>
      </a>
    </span>
  );
}

export function FeedbackForms({ caseRef }: { caseRef: string }) {
  const { t, code } = useSpeech();
  return (
    <Panel title={t("feedbackForms")}>
      <p class="quiet small">{t("feedbackHint")}</p>
      {AUTHORITIES.map((to) => (
        <p key={to}>
          {code("feedback", to)}{" "}
          <Formats path={casePath(caseRef, "feedback")} query={{ to }} of={code("feedback", to)} />
        </p>
      ))}
    </Panel>
  );
}

/** The newest quarters and years, the running one among them. */
function periodsOn(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const quarters = Array.from({ length: 5 }, (_, n) => {
    const at = year * 4 + quarter - 1 - n;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
  return [...quarters, String(year), String(year - 1)];
}

export function Statistics({ today }: { today: string }) {
  const { t } = useSpeech();
  const [period, setPeriod] = useState(periodsOn(today)[0] ?? "");
  return (
    <section class="forms" aria-label={t("statistics")}>
      <h2>{t("statistics")}</h2>
      <p>
        <label for="statistics-period">{t("statisticsOf")}</label>{" "}
        <select id="statistics-period" value={period} onChange={(event) => setPeriod(event.currentTarget.value)}>
          {periodsOn(today).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>{" "}
        <Formats path="/statistics" query={{ period }} of={t("statistics")} />
      </p>
      <p class="quiet small">{t("feedbackHint")}</p>
    </section>
  );
}
