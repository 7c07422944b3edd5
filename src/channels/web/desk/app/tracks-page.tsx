/** Suggestions, praise and reports in one list, the soonest due first. */
import { useEffect } from "preact/hooks";
import type { TrackItem } from "../../../../desk/track-sight.ts";
import { Waiting } from "./bits.tsx";
import { useSpeech } from "./language.tsx";
import { useFetched, useNews } from "./news.ts";
import { Link, trackPath } from "./router.tsx";

export function TracksPage() {
  const { t, b } = useSpeech();
  const items = useFetched<TrackItem[]>("/tracks");
  useNews(null, items.again);
  useEffect(() => {
    document.title = `${t("tracks")} · ${t("desk")}`;
  }, [t]);
  if (!items.value) return <Waiting refusal={items.refusal} again={items.again} />;
  return (
    <div class="sheet">
      <h1>{t("tracksTitle")}</h1>
      <p class="quiet">{t("tracksHint")}</p>
      {items.value.length === 0 ? (
        <p class="empty quiet">{t("noTracks")}</p>
      ) : (
        <table class="plain-table stacking" aria-label={t("tracksTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("colNumber")}</th>
              <th scope="col">{t("trackKind")}</th>
              <th scope="col">{t("colWhat")}</th>
              <th scope="col">{t("trackStage")}</th>
              <th scope="col">{t("trackDue")}</th>
            </tr>
          </thead>
          <tbody>
            {items.value.map((item) => (
              <tr key={item.record}>
                <td class="nowrap">
                  <Link to={trackPath(item.record)}>{item.record}</Link>
                </td>
                <td class="nowrap" data-label={t("trackKind")}>
                  {b(item.kindName)}
                </td>
                <td class="track-summary">{item.summary}</td>
                <td class="nowrap" data-label={t("trackStage")}>
                  {b(item.stage.name)}
                </td>
                <td class="nowrap" data-label={t("trackDue")}>
                  {item.due} {item.late && <span class="tag hot">{t("trackLate")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
