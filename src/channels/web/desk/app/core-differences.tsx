/** What the core system says otherwise, below the alerts. Nothing is shown while both sides agree. */
import type { CoreConflictView } from "../../../../desk/core-conflicts.ts";
import { useAnnounce } from "./announce.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { casePage, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function CoreDifferences() {
  const { t, b } = useSpeech();
  const { zone } = useMe();
  const announce = useAnnounce();
  const differences = useFetched<CoreConflictView[]>("/core-conflicts");
  useNews(null, differences.again);
  const settle = async (id: number) => {
    const reply = await call<null>("POST", `/core-conflicts/${id}/settle`);
    announce(reply.ok ? t("differSettled") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    differences.again();
  };
  if (!differences.value || differences.value.length === 0) return null;
  return (
    <section class="differences" aria-labelledby="differences">
      <h2 id="differences">{t("differTitle")}</h2>
      <p class="quiet">{t("differHint")}</p>
      <ul>
        {differences.value.map((one) => (
          <li key={one.id}>
            {one.record === null ? <span>{one.number}</span> : <Link to={casePage(one.record)}>{one.number}</Link>}
            <p>{b(one.text)}</p>
            <p class="quiet">
              {t("differSince")} {dateTime(one.firstSeenAt, zone)}
            </p>
            {one.settles && (
              <button type="button" class="button" onClick={() => void settle(one.id)}>
                {t("differChecked")}
                <span class="unseen">
                  {" "}
                  {one.number} {b(one.text)}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
