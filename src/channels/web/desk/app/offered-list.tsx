/** What waits for my yes, above the list of cases. Nothing is shown while nothing does. */
import { useState } from "preact/hooks";
import type { Stepped } from "../../../../desk/life-actions.ts";
import type { OfferedCase } from "../../../../desk/offered.ts";
import { useAnnounce } from "./announce.tsx";
import { Badges, ClockCell, Kind } from "./bits.tsx";
import { Dialog } from "./dialog.tsx";
import { randomId } from "./draft.ts";
import { call, casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { casePage, Link } from "./router.tsx";
import { dateTime } from "./time.ts";

export function OfferedList({ onChanged }: { onChanged: () => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const offered = useFetched<OfferedCase[]>("/offered");
  const [refusing, setRefusing] = useState<OfferedCase | null>(null);
  useNews(null, offered.again);

  const send = async ({ ref }: OfferedCase, step: Record<string, string>, done: string) => {
    const reply = await call<Stepped>("POST", casePath(ref, "life"), { clientId: randomId(), step });
    announce(reply.ok ? `${done} · ${ref}` : b(reply.refusal.message), reply.ok ? "done" : "problem");
    offered.again();
    onChanged();
    return reply.ok;
  };
  if (!offered.value || offered.value.length === 0) return null;
  return (
    <section class="offered" aria-labelledby="offered">
      <h2 id="offered">
        {t("offeredTitle")} <span class="pill hot">{offered.value.length}</span>
      </h2>
      <ul>
        {offered.value.map((one) => (
          <li key={one.key}>
            <div class="offered-what">
              <p>
                <Link to={casePage(one.ref)}>{one.ref}</Link> <Badges risks={one.risks} /> <Kind item={one} />{" "}
                <ClockCell clock={one.clock} />
              </p>
              <p class="summary">{one.summary}</p>
              <p class="quiet small">
                {b(one.offer.from)}
                {one.offer.reason && `: ${one.offer.reason}`} · <Until until={one.offer.until} />
              </p>
            </div>
            <div class="offered-do">
              <button
                type="button"
                class="button primary"
                aria-label={`${t("offerAccept")} ${one.ref}`}
                onClick={() => void send(one, { type: "accept-transfer" }, t("offerAccepted"))}
              >
                {t("offerAccept")}
              </button>
              <button
                type="button"
                class="button"
                aria-label={`${t("offerRefuse")} ${one.ref}`}
                onClick={() => setRefusing(one)}
              >
                {t("offerRefuse")}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {refusing && (
        <Refusing
          one={refusing}
          onClose={() => setRefusing(null)}
          onRefuse={async (reason) => {
            if (await send(refusing, { type: "refuse-transfer", reason }, t("offerRefused"))) setRefusing(null);
          }}
        />
      )}
    </section>
  );
}

function Until({ until }: { until: string | null }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  if (until === null) return <>{t("offeredWaits")}</>;
  return (
    <>
      <time dateTime={until}>{dateTime(until, zone).slice(5)}</time> {t("offeredUntil")}
    </>
  );
}

function Refusing(props: { one: OfferedCase; onClose: () => void; onRefuse: (reason: string) => Promise<void> }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === "";
  return (
    <Dialog title={`${t("offerRefuse")} · ${props.one.ref}`} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() !== "") void props.onRefuse(reason.trim());
          else document.getElementById("offer-why")?.focus();
        }}
      >
        <div class="field">
          <label for="offer-why">{t("offerWhy")}</label>
          <textarea
            id="offer-why"
            rows={3}
            maxLength={2000}
            value={reason}
            aria-invalid={missing}
            aria-describedby={missing ? "offer-why-missing" : undefined}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          {missing && (
            <p class="problem" id="offer-why-missing">
              {t("required")}
            </p>
          )}
        </div>
        <div class="row-end">
          <button type="button" class="button" onClick={props.onClose}>
            {t("cancel")}
          </button>
          <button type="submit" class="button primary">
            {t("offerRefuse")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
