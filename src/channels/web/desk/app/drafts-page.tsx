/** Texts on their way into the policies: what is being written, what waits for approval, what came into force. */
import { useEffect } from "preact/hooks";
import type { DraftItem } from "../../../../desk/drafts/port.ts";
import { Waiting } from "./bits.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { draftPath, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

const STATES = {
  writing: "draftWriting",
  submitted: "draftSubmitted",
  published: "draftPublished",
  dropped: "dropped",
} as const;

export function DraftsPage() {
  const { t } = useSpeech();
  const { zone } = useMe();
  const drafts = useFetched<DraftItem[]>("/drafts");
  useNews(null, drafts.again);
  useEffect(() => {
    document.title = `${t("drafts")} · ${t("desk")}`;
  }, [t]);
  if (!drafts.value) return <Waiting refusal={drafts.refusal} again={drafts.again} />;
  return (
    <div class="sheet">
      <h1>{t("drafts")}</h1>
      <p class="quiet">{t("draftsHint")}</p>
      {drafts.value.length === 0 ? (
        <p class="empty quiet">{t("noDrafts")}</p>
      ) : (
        <table class="plain-table stacking" aria-label={t("drafts")}>
          <thead>
            <tr>
              <th scope="col">{t("colDraft")}</th>
              <th scope="col">{t("colDraftKind")}</th>
              <th scope="col">{t("colState")}</th>
              <th scope="col">{t("colWriter")}</th>
            </tr>
          </thead>
          <tbody>
            {drafts.value.map(({ id, title, kind, status, by, changedAt }) => (
              <tr key={id}>
                <td class="gap-question">
                  <Link to={draftPath(id)}>{title}</Link>
                </td>
                <td class="nowrap">{t(kind === "policy" ? "kindPolicy" : "kindUnknown")}</td>
                <td>
                  <DraftState status={status} />
                </td>
                <td>
                  {by ?? t("draftByHand")}
                  {changedAt && <span class="quiet nowrap"> · {dateTime(changedAt, zone)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function DraftState({ status }: Pick<DraftItem, "status">) {
  const { t } = useSpeech();
  return <span class={`draft-state ${status}`}>{t(STATES[status])}</span>;
}
