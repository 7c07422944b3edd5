/** Where the case stands: stage, owner, grade and why, what waits, what may be done next, and what happened so far. */
import { useState } from "preact/hooks";
import type { DeskStep } from "../../../../desk/life-steps.ts";
import type { LifeView } from "../../../../desk/life-view.ts";
import { possible, STEP } from "../../../../desk/step-fields.ts";
import type { CaseView } from "../../../../desk/view.ts";
import { useAnnounce } from "./announce.tsx";
import { Panel } from "./bits.tsx";
import { casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { StepDialog } from "./step-dialog.tsx";
import { dateTime } from "./time.ts";

/** As many buttons stand open; the rest is one press away. */
const SHOWN = 6;

export function LifePanel({ view, caseRef, onDone }: { view: CaseView; caseRef: string; onDone: () => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const { zone } = useMe();
  const fetched = useFetched<LifeView>(casePath(caseRef, "life"));
  const [step, setStep] = useState<DeskStep["type"] | null>(null);
  useNews(caseRef, fetched.again);
  const life = fetched.value;
  // Without a life, or erased: the page shows what there is.
  if (!life) return null;
  const steps = life.steps.filter((type) => possible(type, life));
  const button = (type: DeskStep["type"]) => (
    <button key={type} type="button" class="button small-button" onClick={() => setStep(type)}>
      {b(STEP[type])}
    </button>
  );
  return (
    <Panel title={t("life")} class="life">
      <p class="life-line">
        <b class="stage">{b(life.stage.name)}</b>
        <span title={life.grade.reason}>
          {b(life.grade.name)} · {b(life.urgency.name)}
        </span>
      </p>
      <p class="quiet small">{life.grade.reason}</p>
      <p class="small">
        {t("rules")} {b(life.regime.name)}
        {life.regime.reason && <span class="quiet"> · {life.regime.reason}</span>}
      </p>
      {life.next && (
        <p class="small">
          {t("nextDate")} <time dateTime={life.next}>{dateTime(lastMinute(life.next), zone)}</time>
        </p>
      )}
      <Pending life={life} />
      {steps.length > 0 && (
        <div class="steps">
          {steps.slice(0, SHOWN).map(button)}
          {steps.length > SHOWN && (
            <details>
              <summary>{t("moreSteps")}</summary>
              <div class="steps">{steps.slice(SHOWN).map(button)}</div>
            </details>
          )}
        </div>
      )}
      <details class="audit">
        <summary>
          <h2>
            {t("timeline")} <span class="pill">{life.timeline.length}</span>
          </h2>
        </summary>
        <ol>
          {[...life.timeline].reverse().map((one, index) => (
            <li key={`${one.at}-${life.timeline.length - index}`}>
              <time dateTime={one.at}>{dateTime(one.at, zone)}</time> <b>{b(one.name)}</b> <Who by={one.by} />
              {one.words && <span class="quiet"> · {one.words}</span>}
            </li>
          ))}
        </ol>
      </details>
      {step && (
        <StepDialog
          type={step}
          life={life}
          view={view}
          caseRef={caseRef}
          onClose={(done) => {
            setStep(null);
            if (!done) return;
            announce(`${b(STEP[step])} · ${b(done.stage.name)}`);
            fetched.again();
            onDone();
          }}
        />
      )}
    </Panel>
  );
}

/** The end of a day is shown as its last minute: midnight would read as the next day. */
const lastMinute = (instant: string): string => new Date(Date.parse(instant) - 60_000).toISOString();

function Who({ by }: { by: string }) {
  const { code } = useSpeech();
  return <span class="quiet">{code("who", by)}</span>;
}

/** What waits for somebody's word. */
function Pending({ life }: { life: LifeView }) {
  const { t } = useSpeech();
  const open = life.promises.filter((promise) => !promise.kept);
  return (
    <ul class="pending small">
      {life.offer && (
        <li>
          {t("offeredTo")} {life.offer.to.name}: {life.offer.reason}
        </li>
      )}
      {life.extension && (
        <li>
          {t("extensionTo")} {life.extension.to} ({life.extension.askedBy.name}): {life.extension.reason}
        </li>
      )}
      {life.proposal && (
        <li>
          {t("proposal")}: {life.proposal.text}
        </li>
      )}
      {open.map((promise) => (
        <li key={promise.id}>
          {t("promised")}: {promise.words}
        </li>
      ))}
      {life.links.map((link) => (
        <li key={link.ref}>
          {t("repeatOf")} {link.ref}
        </li>
      ))}
    </ul>
  );
}
