/** What is known, in the customer's words, and what is not. */
import type { CaseView } from "../../../../desk/view.ts";
import { Panel } from "./bits.tsx";
import { casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { casePage, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function FactsZone({ view }: { view: CaseView }) {
  const { t, b, code, tongue } = useSpeech();
  const { zone } = useMe();
  const { matter, facts, gaps, customer, item } = view;
  return (
    <section class="zone facts" aria-label={t("zoneFacts")}>
      <Panel title={t("complaint")}>
        <blockquote lang={customer.language}>{matter.words}</blockquote>
        <p class={matter.agreed ? "tick good" : "tick quiet"}>{t(matter.agreed ? "agreed" : "notAgreed")}</p>
      </Panel>
      <Panel title={t("factsKnown")}>
        {facts.length === 0 && <p class="quiet">{t("noFacts")}</p>}
        <dl class="fact-list">
          {facts.map((fact) => (
            <div key={fact.id}>
              <dt>
                {b(fact.label)}
                {fact.confirmed && <span class="tick good small">{t("confirmed")}</span>}
              </dt>
              <dd>
                <span class="value">{b(fact.value)}</span>
                {fact.words !== b(fact.value) && (
                  <q class="words" lang={customer.language}>
                    {fact.words}
                  </q>
                )}
                {fact.earlier.map((old) => (
                  <span key={old.words} class="old">
                    <span class="quiet">{t("earlier")}</span> <s>{b(old.value)}</s>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t("gaps")} class="gaps">
        {gaps.length === 0 ? (
          <p class="quiet">{t("noGaps")}</p>
        ) : (
          <ul>
            {gaps.map((gap) => (
              <li key={gap.name}>
                <b>{b(gap.label)}</b> <span class="quiet">{b(gap.reason)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t("customer")}>
        <dl class="pairs">
          <dt>{t("identity")}</dt>
          <dd>{code("identity", customer.identity)}</dd>
          <dt>{t("channel")}</dt>
          <dd>{code("channel", customer.channel)}</dd>
          <dt>{t("language")}</dt>
          <dd>{code("language", customer.language)}</dd>
          {matter.venue && (
            <>
              <dt>{t("venue")}</dt>
              <dd>{b(matter.venue)}</dd>
            </>
          )}
          <dt>{t("receivedAt")}</dt>
          <dd>{dateTime(item.receivedAt, zone)}</dd>
          <dt>{t("record")}</dt>
          <dd>{item.record}</dd>
        </dl>
        <p class="small">
          <a href={`/desk/api${casePath(item.ref, "print")}?in=${tongue}`} target="_blank" rel="noreferrer">
            {t("printCase")}
          </a>
        </p>
        {view.siblings.length > 0 && (
          <>
            <h3>{t("siblings")}</h3>
            <ul class="siblings">
              {view.siblings.map((other) => (
                <li key={other.ref}>
                  <Link to={casePage(other.ref)}>{other.ref}</Link> <span class="quiet">{other.summary}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
    </section>
  );
}
