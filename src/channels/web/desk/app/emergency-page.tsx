/** The emergency plan: what is done by when, and who is rung. Printable. */
import { useEffect } from "preact/hooks";
import type { PlanView } from "../../../../desk/incident-pages.ts";
import { Waiting } from "./bits.tsx";
import { useSpeech } from "./language.tsx";
import { useFetched } from "./news.ts";
import { Link } from "./router.tsx";

export function EmergencyPage() {
  const { t, b } = useSpeech();
  const view = useFetched<PlanView>("/emergency");
  useEffect(() => {
    document.title = `${t("emergency")} · ${t("desk")}`;
  }, [t]);
  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const { plan, contacts } = view.value;
  return (
    <div class="sheet incidents">
      <p class="way-back">
        <Link to="/incidents">← {t("incidentsTitle")}</Link>
      </p>
      <h1>{t("emergency")}</h1>
      <p class="quiet">{t("emergencyHint")}</p>
      <ol class="plan">
        {plan.map((step) => (
          <li key={`${step.within}${step.does.en}`}>
            <span class="within">
              {step.within < 120 ? `${step.within} ${t("within")}` : `${step.within / 60} ${t("withinHours")}`}
            </span>
            <span>
              <b>{b(step.who)}</b> {b(step.does)}
            </span>
          </li>
        ))}
      </ol>
      <h2>{t("contacts")}</h2>
      <div class="scroll">
        <table class="plain-table stacking" aria-label={t("contacts")}>
          <thead>
            <tr>
              <th scope="col">{t("colName")}</th>
              <th scope="col">{t("dutyOf")}</th>
              <th scope="col">{t("phone")}</th>
              <th scope="col">{t("night")}</th>
            </tr>
          </thead>
          <tbody>
            {contacts.map((contact) => (
              <tr key={contact.names.en}>
                <td>
                  <b>{b(contact.names)}</b>
                </td>
                <td>{b(contact.duty)}</td>
                <td class="nowrap" data-label={t("phone")}>
                  <a href={`tel:${contact.phone}`}>{contact.phone}</a>
                </td>
                <td class="nowrap" data-label={t("night")}>
                  <a href={`tel:${contact.night}`}>{contact.night}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
