/** Where I am: here, away for a while, or on leave with somebody who stands in. */
import { useState } from "preact/hooks";
import type { DutyView } from "../../../../desk/duty-view.ts";
import { useAnnounce } from "./announce.tsx";
import { Panel } from "./bits.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";

const STATES = ["online", "away", "leave"] as const;

/** Made anew when what is stored has changed. */
export function PresenceForm({ view, onSaved }: { view: DutyView; onSaved: () => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const [state, setState] = useState(view.mine.state);
  const [until, setUntil] = useState(view.mine.until ?? "");
  const [substitute, setSubstitute] = useState(view.mine.substitute?.id ?? "");
  const [sending, setSending] = useState(false);

  const save = async () => {
    setSending(true);
    const leave = state === "leave";
    const reply = await call<{ offered: number; kept: number }>("POST", "/presence", {
      state,
      until: leave && until !== "" ? until : null,
      substitute: leave && substitute !== "" ? substitute : null,
    });
    setSending(false);
    if (!reply.ok) return announce(b(reply.refusal.message), "problem");
    const { offered, kept } = reply.value;
    const handed = offered > 0 ? ` · ${t("leaveOffered")} ${offered}` : "";
    announce(
      `${t("presenceSaved")}${t(`presence.${state}`)}${handed}${kept > 0 ? ` · ${t("leaveKept")} ${kept}` : ""}`,
    );
    onSaved();
  };
  return (
    <Panel title={t("presenceMine")} class="presence-mine">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset class="presence-states">
          <legend class="unseen">{t("presenceMine")}</legend>
          {STATES.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="presence" checked={state === one} onChange={() => setState(one)} />
              <span class={`presence ${one}`}>{t(`presence.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        {state === "leave" && (
          <div class="leave-fields">
            <div class="field">
              <label for="leave-until">{t("leaveUntil")}</label>
              <input
                id="leave-until"
                type="date"
                value={until}
                onInput={(event) => setUntil(event.currentTarget.value)}
              />
            </div>
            <div class="field">
              <label for="leave-for">{t("leaveFor")}</label>
              <select id="leave-for" value={substitute} onChange={(event) => setSubstitute(event.currentTarget.value)}>
                <option value="">{t("leaveNobody")}</option>
                {view.substitutes.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name} · {b(one.department)}
                  </option>
                ))}
              </select>
            </div>
          </div>
        )}
        <button type="submit" class="button primary" disabled={sending}>
          {t("presenceSave")}
        </button>
        <p class="quiet small">{t("presenceHint")}</p>
      </form>
    </Panel>
  );
}
