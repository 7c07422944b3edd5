/** P0 and P1 cases nobody has taken, the gravest first. */
import { useEffect } from "preact/hooks";
import type { CaseItem } from "../../../../desk/view.ts";
import { Badges, ClockCell, Kind, Waiting } from "./bits.tsx";
import { CoreDifferences } from "./core-differences.tsx";
import { useSpeech } from "./language.tsx";
import { useFetched, useNews } from "./news.ts";
import { casePage, Link } from "./router.tsx";
import { since } from "./time.ts";

export function AlertsPage() {
  const { t, b } = useSpeech();
  const alerts = useFetched<CaseItem[]>("/alerts");
  useNews(null, alerts.again);
  useEffect(() => {
    document.title = `${t("alerts")} · ${t("desk")}`;
  }, [t]);
  if (!alerts.value) return <Waiting refusal={alerts.refusal} again={alerts.again} />;
  return (
    <div class="sheet">
      <h1>{t("alertsTitle")}</h1>
      {alerts.value.length === 0 && <p class="empty quiet">{t("noAlerts")}</p>}
      <ul class="alerts">
        {alerts.value.map((item) => (
          <li key={item.key} class={`alert ${item.risks[0]?.level ?? ""}`}>
            <Badges risks={item.risks} />
            <Link to={casePage(item.ref)} class="summary">
              {item.summary}
            </Link>
            <p class="quiet">
              {item.ref} · <Kind item={item} /> · {b(item.department)} · {t("waitingFor")}{" "}
              {b(since(item.receivedAt, Date.now()))}
            </p>
            <ClockCell clock={item.clock} />
          </li>
        ))}
      </ul>
      <CoreDifferences />
    </div>
  );
}
