/** Who is on duty now and next, where I am myself, and how cases are given out. */
import { useEffect } from "preact/hooks";
import type { DutyView } from "../../../../desk/duty-view.ts";
import { useAnnounce } from "./announce.tsx";
import { Panel, Waiting } from "./bits.tsx";
import { DutyTable } from "./duty-table.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useFetched, useNews } from "./news.ts";
import { PresenceForm } from "./presence-form.tsx";

export function DutyPage() {
  const { t, b } = useSpeech();
  const duty = useFetched<DutyView>("/duty");
  useNews(null, duty.again);
  useEffect(() => {
    document.title = `${t("duty")} · ${t("desk")}`;
  }, [t]);
  const view = duty.value;
  if (!view) return <Waiting refusal={duty.refusal} again={duty.again} />;
  return (
    <div class="sheet duty">
      <h1>{t("dutyTitle")}</h1>
      {view.works && <PresenceForm key={JSON.stringify(view.mine)} view={view} onSaved={duty.again} />}
      <HowGiven view={view} onSwitched={duty.again} />
      <section aria-labelledby="duty-now">
        <h2 id="duty-now">{t("dutyNow")}</h2>
        {view.now.length === 0 ? (
          <p class="quiet">{t("dutyNobody")}</p>
        ) : (
          <DutyTable rows={view.now} when="now" label={t("dutyNow")} />
        )}
        <p class="quiet small">{t("loadHint")}</p>
      </section>
      <section aria-labelledby="duty-next">
        <h2 id="duty-next">{t("dutyNext")}</h2>
        {view.next.length === 0 ? (
          <p class="quiet">{t("dutyNoNext")}</p>
        ) : (
          <DutyTable rows={view.next} when="next" label={t("dutyNext")} />
        )}
      </section>
      {view.shifts.length > 0 && (
        <section aria-labelledby="duty-shifts">
          <h2 id="duty-shifts">{t("dutyShifts")}</h2>
          <table class="plain-table stacking" aria-label={t("dutyShifts")}>
            <thead>
              <tr>
                <th scope="col">{t("colShift")}</th>
                <th scope="col">{t("colDays")}</th>
                <th scope="col">{t("colHours")}</th>
                <th scope="col">{t("colPerson")}</th>
              </tr>
            </thead>
            <tbody>
              {view.shifts.map((one) => (
                <tr key={`${one.shift.zh}${one.from}`}>
                  <td>
                    <b>{b(one.shift)}</b>
                  </td>
                  <td class="nowrap" data-label={t("colDays")}>
                    {one.from === one.to ? one.from : `${one.from} – ${one.to}`}
                  </td>
                  <td class="nowrap" data-label={t("colHours")}>
                    {one.hours}
                  </td>
                  <td class="nowrap" data-label={t("colPerson")}>
                    {one.who.name}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function HowGiven({ view, onSwitched }: { view: DutyView; onSwitched: () => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const turn = async () => {
    const reply = await call<null>("POST", "/duty/automatic", { automatic: !view.automatic });
    announce(
      reply.ok ? t(view.automatic ? "assignOff" : "assignOn") : b(reply.refusal.message),
      reply.ok ? "done" : "problem",
    );
    onSwitched();
  };
  return (
    <Panel title={t("assignTitle")}>
      <p>{t(view.automatic ? "assignOn" : "assignOff")}</p>
      <p class="given">
        <span>
          {t("unownedNow")}
          <b>{view.unowned}</b>
        </span>
        {view.switches && (
          <button type="button" class="button" onClick={() => void turn()}>
            {t(view.automatic ? "assignToHand" : "assignToRules")}
          </button>
        )}
      </p>
    </Panel>
  );
}
