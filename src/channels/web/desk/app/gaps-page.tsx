/** What the policies left open, and what is wrong in the bank's folder. */
import { useEffect } from "preact/hooks";
import type { GapGroup, GapsView } from "../../../../desk/gaps.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { draftPath, go, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function GapsPage() {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const view = useFetched<GapsView>("/gaps");
  useEffect(() => {
    document.title = `${t("policyGaps")} · ${t("desk")}`;
  }, [t]);

  const settle = async ({ ids }: GapGroup) => {
    const reply = await call<null>("POST", "/gaps/settle", { ids });
    announce(reply.ok ? t("gapSettled") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    view.again();
  };
  /** One click: the draft is made, and its page opens. */
  const draft = async (group: GapGroup, kind: "policy" | "known-unknown") => {
    const reply = await call<{ id: string }>("POST", "/gaps/draft", { ids: group.ids, kind });
    if (reply.ok) go(draftPath(reply.value.id));
    else announce(b(reply.refusal.message), "problem");
  };

  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const { groups, problems } = view.value;
  return (
    <div class="sheet wide-sheet">
      <h1>{t("gapsTitle")}</h1>
      <p class="quiet">{t("gapsHint")}</p>
      <Problems problems={problems} />
      {groups.length === 0 ? (
        <p class="empty quiet">{t("noPolicyGaps")}</p>
      ) : (
        <table class="plain-table stacking" aria-label={t("gapsTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("colQuestion")}</th>
              <th scope="col">{t("colTimes")}</th>
              <th scope="col">{t("colLatest")}</th>
              <th scope="col">
                <span class="unseen">{t("colDo")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Row
                key={group.ids[0]}
                group={group}
                draft={(kind) => void draft(group, kind)}
                settle={() => void settle(group)}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Problems({ problems }: Pick<GapsView, "problems">) {
  const { t, b } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <div class="policy-problems" role="alert">
      <b>{t("policyProblems")}</b>
      <ul class="gap-list">
        {problems.map(({ file, line, message, zh }) => (
          <li key={`${file}:${line}:${message}`}>
            <code>
              {file.split("/").slice(-3).join("/")}:{line}
            </code>{" "}
            {b({ zh: zh ?? message, en: message })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row(props: { group: GapGroup; draft: (kind: "policy" | "known-unknown") => void; settle: () => void }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  const { questions, count, latest, unclear } = props.group;
  const [first = "", ...others] = questions;
  return (
    <tr>
      <td class="gap-question">
        {first}
        {unclear > 0 && <span class="quiet"> · {t("gapUnclear")}</span>}
        {others.length > 0 && (
          <details>
            <summary>
              {t("gapOthers")} {others.length}
            </summary>
            <ul class="gap-list">
              {others.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td data-label={t("colTimes")}>{count}</td>
      <td class="nowrap" data-label={t("colLatest")}>
        {dateTime(latest, zone)}
      </td>
      <td>
        <div class="gap-actions">
          {props.group.draft ? (
            <Link to={draftPath(props.group.draft)} class="button" label={`${t("gapHasDraft")} ${first}`}>
              {t("gapHasDraft")}
            </Link>
          ) : (
            <>
              <button type="button" class="button" onClick={() => props.draft("policy")}>
                {t("gapDraft")}
                <span class="unseen"> {first}</span>
              </button>
              <button type="button" class="button" onClick={() => props.draft("known-unknown")}>
                {t("gapKnown")}
                <span class="unseen"> {first}</span>
              </button>
            </>
          )}
          <button type="button" class="button" onClick={props.settle}>
            {t("gapDone")}
            <span class="unseen"> {first}</span>
          </button>
        </div>
      </td>
    </tr>
  );
}
