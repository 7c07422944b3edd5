/** Alerts of mass events with why they were raised, and the incidents of the office. */
import { useEffect, useState } from "preact/hooks";
import type { AlertView, IncidentItem, IncidentsView } from "../../../../desk/incident-pages.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { Marks } from "./incident-bits.tsx";
import { OpenDialog } from "./incident-form.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { casePage, incidentPath, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function IncidentsPage() {
  const { t } = useSpeech();
  const view = useFetched<IncidentsView>("/incidents");
  const [opening, setOpening] = useState<{ alert: AlertView | null } | null>(null);
  useNews(null, view.again);
  useEffect(() => {
    document.title = `${t("incidents")} · ${t("desk")}`;
  }, [t]);
  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const { alerts, incidents, marks } = view.value;
  const fresh = alerts?.filter(({ status }) => status === "new") ?? [];
  const judged = alerts?.filter(({ status }) => status !== "new") ?? [];
  return (
    <div class="sheet incidents">
      <div class="sheet-head">
        <h1>{t("incidentsTitle")}</h1>
        <div class="sheet-deeds">
          <Link to="/emergency" class="button">
            {t("emergency")}
          </Link>
          {alerts && (
            <button type="button" class="button" onClick={() => setOpening({ alert: null })}>
              {t("openByHand")}
            </button>
          )}
        </div>
      </div>
      <p class="quiet">{t("incidentsHint")}</p>
      {alerts && (
        <section aria-label={t("alertsNew")}>
          <h2>
            {t("alertsNew")} {fresh.length > 0 && <span class="pill hot">{fresh.length}</span>}
          </h2>
          {fresh.length === 0 && <p class="quiet">{t("noNewAlerts")}</p>}
          {fresh.map((alert) => (
            <AlertCard key={alert.id} alert={alert} again={view.again} onOpen={() => setOpening({ alert })} />
          ))}
        </section>
      )}
      <section aria-label={t("incidents")}>
        <h2>{t("incidents")}</h2>
        {incidents.length === 0 && <p class="quiet">{t("noIncidents")}</p>}
        <ul class="incident-list">
          {incidents.map((incident) => (
            <IncidentLine key={incident.id} incident={incident} />
          ))}
        </ul>
      </section>
      {judged.length > 0 && (
        <section aria-label={t("alertsOld")}>
          <h2>{t("alertsOld")}</h2>
          {judged.map((alert) => (
            <AlertCard key={alert.id} alert={alert} again={view.again} onOpen={() => setOpening({ alert })} />
          ))}
        </section>
      )}
      {opening && <OpenDialog alert={opening.alert} marks={marks} onClose={() => setOpening(null)} />}
    </div>
  );
}

function IncidentLine({ incident }: { incident: IncidentItem }) {
  const { t, b } = useSpeech();
  const { zone } = useMe();
  const open = incident.status === "open";
  return (
    <li class={open ? "incident-line open" : "incident-line"}>
      <Link to={incidentPath(incident.id)} class="summary">
        {b(incident.name)}
      </Link>
      <span class={open ? "tag hot" : "tag"}>{open ? t("ongoing") : t("over")}</span>
      {open && <span class="tag">{incident.told ? t("nowTold") : t("notTold")}</span>}
      {incident.waits && <span class="tag warm">{t("waitsApproval")}</span>}
      <time class="quiet small" dateTime={incident.openedAt}>
        {dateTime(incident.openedAt, zone)}
        {incident.endedAt && ` – ${dateTime(incident.endedAt, zone)}`}
      </time>
    </li>
  );
}

function AlertCard({ alert, again, onOpen }: { alert: AlertView; again: () => void; onOpen: () => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const [why, setWhy] = useState("");
  const [asking, setAsking] = useState(false);
  const see = async () => {
    const reply = await call<null>("POST", `/incident-alerts/${encodeURIComponent(alert.id)}/seen`);
    announce(reply.ok ? t("alertSeen") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    again();
  };
  const dismiss = async () => {
    const reply = await call<null>("POST", `/incident-alerts/${encodeURIComponent(alert.id)}/dismiss`, { reason: why });
    announce(reply.ok ? t("dismissed") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    if (reply.ok) again();
  };
  const field = `why-${alert.id}`;
  return (
    <article class={`alert-card ${alert.status}`}>
      <p class="alert-kinds">
        {alert.kinds.map((kind) => (
          <Marks key={kind.map(({ mark }) => mark).join("&")} kind={kind} />
        ))}
      </p>
      <p>{b(alert.why)}</p>
      <details>
        <summary>
          {t("theirComplaints")} ({alert.complaints.length})
        </summary>
        <ul class="complaints">
          {alert.complaints.map((one) => (
            <li key={one.record}>
              {one.case ? <Link to={casePage(one.case)}>{one.case}</Link> : <span class="quiet">{one.record}</span>}{" "}
              {one.summary}
            </li>
          ))}
        </ul>
      </details>
      {alert.status === "dismissed" && (
        <p class="quiet">
          {t("dismissedBy")}
          {alert.by} · {alert.reason}
        </p>
      )}
      {alert.incident && (
        <p>
          <Link to={incidentPath(alert.incident)}>{t("becameIncident")}</Link>
        </p>
      )}
      {alert.status === "new" && alert.seen && (
        <p class="quiet">
          ✓ {t("alertSeenBy")}
          {alert.seen.name}
        </p>
      )}
      {alert.status === "new" && !asking && (
        <div class="row-end">
          {!alert.seen && alert.calls && (
            <button type="button" class="button" onClick={() => void see()}>
              {t("alertSee")}
            </button>
          )}
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t("dismiss")}
          </button>
          <button type="button" class="button primary" onClick={onOpen}>
            {t("openIncident")}
          </button>
        </div>
      )}
      {asking && alert.status === "new" && (
        <form
          class="dismiss"
          onSubmit={(event) => {
            event.preventDefault();
            void dismiss();
          }}
        >
          <label for={field}>{t("dismissWhy")}</label>
          <input id={field} type="text" maxLength={200} value={why} onInput={(e) => setWhy(e.currentTarget.value)} />
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {t("cancel")}
          </button>
          <button type="submit" class="button warm" disabled={why.trim() === ""}>
            {t("dismiss")}
          </button>
        </form>
      )}
    </article>
  );
}
