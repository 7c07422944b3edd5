/** People on duty, or soon to be, as rows. */
import type { DutyView, PresenceView } from "../../../../desk/duty-view.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { dateTime, dayOnly, timeOnly } from "./time.ts";

export function DutyTable({ rows, when, label }: { rows: DutyView["now"]; when: "now" | "next"; label: string }) {
  const { t, b, code } = useSpeech();
  const { zone, now: loaded, id: me } = useMe();
  /** The hour alone, where the day is today. */
  const at = (instant: string) =>
    dayOnly(instant, zone) === dayOnly(loaded, zone) ? timeOnly(instant, zone) : dateTime(instant, zone).slice(5);
  return (
    <table class="plain-table stacking duty-table" aria-label={label}>
      <thead>
        <tr>
          {when === "next" && <th scope="col">{t("colFrom")}</th>}
          <th scope="col">{t("colPerson")}</th>
          <th scope="col">{t("colShift")}</th>
          <th scope="col">{t("colUntil")}</th>
          <th scope="col">{t("colWhere")}</th>
          <th scope="col">{t("colLoad")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.id}${row.from}${row.shift?.zh ?? ""}`} class={row.presence.state === "online" ? "" : "gone"}>
            {when === "next" && (
              <td class="nowrap" data-label={t("colFrom")}>
                <time dateTime={row.from}>{at(row.from)}</time>
              </td>
            )}
            <td>
              <b>{row.name}</b> <span class="quiet">{code("role", row.role)}</span>
              {row.id === me && <span class="quiet"> · {t("me")}</span>}
              <span class="quiet small under">{b(row.department)}</span>
            </td>
            <td data-label={t("colShift")}>{row.shift ? b(row.shift) : <span class="quiet">{t("ownHours")}</span>}</td>
            <td class="nowrap" data-label={t("colUntil")}>
              <time dateTime={row.to}>{at(row.to)}</time>
            </td>
            <td data-label={t("colWhere")}>
              <PresenceWord presence={row.presence} />
            </td>
            <td data-label={t("colLoad")}>{row.load}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A dot and the word: nothing is told by colour alone. */
export function PresenceWord({ presence }: { presence: PresenceView }) {
  const { t } = useSpeech();
  const { state, until, substitute } = presence;
  return (
    <span class={`presence ${state}`}>
      {t(`presence.${state}`)}
      {until !== null && ` ${t("until")} ${until}`}
      {substitute !== null && (
        <span class="quiet small under">
          {t("standsIn")}
          {substitute.name}
        </span>
      )}
    </span>
  );
}
