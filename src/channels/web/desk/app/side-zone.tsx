/** What surrounds a case: clock, why a person, risks, policies, who did what. */
import type { ComponentChildren } from "preact";
import type { AuditView, CaseView } from "../../../../desk/view.ts";
import { ClockCell, Panel } from "./bits.tsx";
import { FeedbackForms } from "./form-links.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { dateTime } from "./time.ts";

export function SideZone({ view, children }: { view: CaseView; children: ComponentChildren }) {
  const { t, b } = useSpeech();
  const { may } = useMe();
  return (
    <div class="side-scroll">
      {view.risks.length > 0 && (
        <Panel title={t("risks")} class="risks">
          <ul>
            {view.risks.map((risk) => (
              <li key={risk.slug} class={`risk ${risk.level}`}>
                <p>
                  <span class={`badge ${risk.level}`}>
                    <b>{risk.level}</b> {b(risk.name)}
                  </span>
                  {risk.words && <q lang={view.customer.language}>{risk.words}</q>}
                </p>
                <p class="first-step">
                  <b>{t("firstStep")}</b> {b(risk.firstStep)}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {children}
      <Panel title={t("clock")}>
        <p class="clock-line">
          <ClockCell clock={view.item.clock} />
          <span>
            {t("due")} <b>{view.item.clock.due}</b>
          </span>
        </p>
        <p class="quiet small">{b(view.arithmetic)}</p>
      </Panel>
      {view.core && (
        <Panel title={t("coreTitle")}>
          <dl class="pairs">
            <dt>{t("coreNumber")}</dt>
            <dd>{view.core.number}</dd>
            {view.core.status && (
              <>
                <dt>{t("coreStatus")}</dt>
                <dd>{b(view.core.status)}</dd>
              </>
            )}
            {view.core.step && (
              <>
                <dt>{t("coreStep")}</dt>
                <dd>{view.core.step}</dd>
              </>
            )}
            {view.core.finding && (
              <>
                <dt>{t("coreFinding")}</dt>
                <dd>{b(view.core.finding)}</dd>
              </>
            )}
          </dl>
          <p class="quiet small">{t("coreHint")}</p>
        </Panel>
      )}
      <Panel title={t("why")}>
        <ul class="reasons">
          {view.reasons.map((reason) => (
            <li key={reason.name.zh}>
              {b(reason.name)} <span class="quiet small">{reason.basis}</span>
            </li>
          ))}
        </ul>
        <p class="quiet small">
          {t("emotion")}: {t("emotionFirst")} {b(view.emotion.first)} · {t("emotionPeak")} {b(view.emotion.peak)} ·{" "}
          {t("emotionLatest")} {b(view.emotion.latest)}
        </p>
      </Panel>
      {view.matter.result !== null && (
        <Panel title={t("result")}>
          <p class="result">{view.matter.result}</p>
        </Panel>
      )}
      {may.exportForms && <FeedbackForms caseRef={view.item.ref} />}
      <Policies view={view} />
      {view.audit && <Audit entries={view.audit} />}
    </div>
  );
}

function Policies({ view }: { view: CaseView }) {
  const { t } = useSpeech();
  return (
    <Panel title={t("policies")}>
      {view.policies.length === 0 && <p class="quiet small">{t("noPolicies")}</p>}
      <ul class="policies">
        {view.policies.map((policy) => (
          <li key={`${policy.policy}/${policy.clause}`}>
            <p>
              <b>{policy.title}</b> {t("clause")}
              {policy.clause}
              {t("clauseEnd")} {policy.heading}
            </p>
            <blockquote lang={policy.language}>{policy.quote}</blockquote>
            <p class="quiet small">
              {t("version")} {policy.version} · {t("effectiveFrom")} {policy.effectiveFrom}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Audit({ entries }: { entries: readonly AuditView[] }) {
  const { t, code } = useSpeech();
  const { zone } = useMe();
  return (
    <details class="panel audit">
      <summary>
        <h2>
          {t("audit")} <span class="pill">{entries.length}</span>
        </h2>
      </summary>
      <ol>
        {[...entries].reverse().map((entry, index) => (
          <li key={`${entry.at}-${entries.length - index}`}>
            <time dateTime={entry.at}>{dateTime(entry.at, zone)}</time> <b>{code("who", entry.actor)}</b>{" "}
            {code("did", entry.action)}
            <AuditDetail detail={entry.detail} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function AuditDetail({ detail: { asked, reason } }: { detail: AuditView["detail"] }) {
  const { code } = useSpeech();
  if (typeof asked === "string") return <span class="quiet"> · {asked}</span>;
  if (typeof reason === "string") return <span class="quiet"> · {code("why", reason)}</span>;
  return null;
}
