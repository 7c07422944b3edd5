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
        <table class="plain-table" aria-label={t("deadTitle")}>
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
                <td>{letter.effect}</td>
                <td>{letter.destination}</td>
                <td>
                  <code>{letter.error}</code>
                </td>
                <td>{letter.attempts}</td>
                <td>{dateTime(letter.diedAt, zone)}</td>
                <td>
                  <button type="button" class="button" onClick={() => void revive(letter.id)}>
                    {t("revive")}
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
