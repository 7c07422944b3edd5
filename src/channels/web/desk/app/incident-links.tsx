/** Complaints linked to an incident, as far as the person may see them. */
import { useState } from "preact/hooks";
import type { IncidentView } from "../../../../desk/incident-pages.ts";
import type { Send } from "./incident-page.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { casePage, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function IncidentLinks({ incident, send }: { incident: IncidentView; send: Send }) {
  const { t, code } = useSpeech();
  const { zone } = useMe();
  const [ref, setRef] = useState("");
  const changes = incident.runs && incident.status === "open";
  const over = incident.status === "ended";
  const add = async () => {
    if (await send("link", { ref: ref.trim() }, "linkedNow")) setRef("");
  };
  return (
    <section aria-label={t("linked")}>
      <h2>
        {t("linked")} <span class="pill">{incident.complaints.length}</span>
      </h2>
      {incident.complaints.length === 0 ? (
        <p class="quiet">{t("noLinked")}</p>
      ) : (
        <div class="scroll">
          <table class="plain-table" aria-label={t("linked")}>
            <thead>
              <tr>
                <th scope="col">{t("colNumber")}</th>
                <th scope="col">{t("colWhat")}</th>
                <th scope="col">{t("receivedAt")}</th>
                <th scope="col">{t("colHow")}</th>
                {over && <th scope="col">{t("colEndTold")}</th>}
                {changes && (
                  <th scope="col">
                    <span class="unseen">{t("unlink")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {incident.complaints.map((one) => (
                <tr key={one.record}>
                  <td class="nowrap">
                    {one.case ? (
                      <Link to={casePage(one.case)}>{one.case}</Link>
                    ) : (
                      <>
                        {one.record} <span class="quiet small">{t("noCaseYet")}</span>
                      </>
                    )}
                  </td>
                  <td>{one.summary}</td>
                  <td class="nowrap">{dateTime(one.receivedAt, zone)}</td>
                  <td class="nowrap">{code("how", one.how)}</td>
                  {over && <td class="nowrap">{one.endToldAt ? t("endToldYes") : t("endToldNo")}</td>}
                  {changes && (
                    <td>
                      <button
                        type="button"
                        class="plain"
                        aria-label={`${t("unlink")} ${one.case ?? one.record}`}
                        onClick={() => void send("unlink", { record: one.record }, "unlinked")}
                      >
                        {t("unlink")}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes && (
        <form
          class="dismiss"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <label for="link-ref">{t("linkByNumber")}</label>
          <input id="link-ref" type="text" maxLength={100} value={ref} onInput={(e) => setRef(e.currentTarget.value)} />
          <button type="submit" class="button" disabled={ref.trim() === ""}>
            {t("link")}
          </button>
        </form>
      )}
    </section>
  );
}
