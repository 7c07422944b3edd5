/** What could not be delivered. Codes and times only. */
import { useEffect } from "preact/hooks";
import type { DeadLetterView } from "../../../../desk/operations.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { dateTime } from "./time.ts";

export function DeadLettersPage() {
  const { t, b } = useSpeech();
  const { zone } = useMe();
  const announce = useAnnounce();
  const letters = useFetched<DeadLetterView[]>("/dead-letters");
  useEffect(() => {
    document.title = `${t("deadLetters")} · ${t("desk")}`;
  }, [t]);
  const revive = async (id: number) => {
    const reply = await call<null>("POST", `/dead-letters/${id}/revive`);
    announce(reply.ok ? t("revived") : b(reply.refusal.message), reply.ok ? "done" : "problem");
    letters.again();
  };
  if (!letters.value) return <Waiting refusal={letters.refusal} again={letters.again} />;
  return (
    <div class="sheet">
      <h1>{t("deadTitle")}</h1>
      <p class="quiet">{t("deadHint")}</p>
      {letters.value.length === 0 ? (
        <p class="empty quiet">{t("noDead")}</p>
      ) : (
        <table class="plain-table stacking" aria-label={t("deadTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("colTask")}</th>
              <th scope="col">{t("colTo")}</th>
              <th scope="col">{t("colError")}</th>
              <th scope="col">{t("colTries")}</th>
              <th scope="col">{t("colSince")}</th>
              <th scope="col">
                <span class="unseen">{t("revive")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {letters.value.map((letter) => (
              <tr key={letter.id}>
                <td>
                  <b>{letter.effect}</b>
                </td>
                <td data-label={t("colTo")}>{letter.destination}</td>
                <td data-label={t("colError")}>
                  <code>{letter.error}</code>
                </td>
                <td data-label={t("colTries")}>{letter.attempts}</td>
                <td class="nowrap" data-label={t("colSince")}>
                  {dateTime(letter.diedAt, zone)}
                </td>
                <td>
                  <button type="button" class="button" onClick={() => void revive(letter.id)}>
                    {t("revive")}
                    <span class="unseen">
                      {" "}
                      {letter.effect} {letter.id}
                    </span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
