/** One incident: what customers are told and who approved it, which complaints are linked, and its end. */
import { useEffect, useState } from "preact/hooks";
import type { IncidentView } from "../../../../desk/incident-pages.ts";
import { useAnnounce } from "./announce.tsx";
import { Waiting } from "./bits.tsx";
import { call } from "./http.ts";
import { BothFields, KindsEditor, Marks, TextCard } from "./incident-bits.tsx";
import { allMarks } from "./incident-form.tsx";
import { IncidentLinks } from "./incident-links.tsx";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { Link } from "./router.tsx";
import { dateTime } from "./time.ts";
import type { Word } from "./words.ts";

export type Send = (action: string, body: object, said: Word) => Promise<boolean>;

export function IncidentPage({ id }: { id: string }) {
  const { t, b, code } = useSpeech();
  const { zone, may } = useMe();
  const announce = useAnnounce();
  const path = `/incidents/${encodeURIComponent(id)}`;
  const view = useFetched<IncidentView>(path);
  useNews(null, view.again);
  const name = view.value ? b(view.value.name) : t("incidents");
  useEffect(() => {
    document.title = `${name} · ${t("desk")}`;
  }, [name, t]);
  if (!view.value) return <Waiting refusal={view.refusal} again={view.again} />;
  const incident = view.value;
  const open = incident.status === "open";

  const send: Send = async (action, body, said) => {
    const reply = await call<null>("POST", `${path}/${action}`, { revision: incident.revision, ...body });
    announce(reply.ok ? t(said) : b(reply.refusal.message), reply.ok ? "done" : "problem");
    view.again();
    return reply.ok;
  };
  return (
    <div class="sheet incidents">
      <p class="way-back">
        <Link to="/incidents">← {t("incidentsTitle")}</Link>
      </p>
      <div class="sheet-head">
        <h1>{name}</h1>
        <span class={open ? "tag hot" : "tag"}>{open ? t("ongoing") : t("over")}</span>
        <span class="quiet small">
          {t("openedBy")} {incident.openedBy} {dateTime(incident.openedAt, zone)}
          {incident.endedAt && ` – ${dateTime(incident.endedAt, zone)}`}
        </span>
        {may.openTasks && (
          <Link to={`/improvements?incident=${encodeURIComponent(incident.id)}`} class="button">
            {t("openTask")}
          </Link>
        )}
      </div>
      <p class="alert-kinds">
        {incident.kinds.map((kind) => (
          <Marks key={kind.map(({ mark }) => mark).join("&")} kind={kind} />
        ))}
      </p>
      <Told incident={incident} send={send} />
      {open && incident.runs && <Scope incident={incident} send={send} />}
      {(incident.ending || (open && incident.runs)) && <Ending incident={incident} send={send} />}
      <IncidentLinks incident={incident} send={send} />
      {incident.log && (
        <details>
          <summary>{t("audit")}</summary>
          <ul class="complaints">
            {incident.log.map((entry) => (
              <li key={`${entry.at}${entry.action}`}>
                <time dateTime={entry.at}>{dateTime(entry.at, zone)}</time> {code("who", entry.actor)}{" "}
                {code("did", entry.action)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Told({ incident, send }: { incident: IncidentView; send: Send }) {
  const { t } = useSpeech();
  const { known, proposed } = incident;
  return (
    <section aria-label={t("known")}>
      <h2>{t("known")}</h2>
      {!known && !proposed && <p class="quiet">{t("notTold")}</p>}
      {known && <TextCard text={known} label={t("approvedText")} />}
      {proposed && <TextCard text={proposed} label={t("waitingText")} />}
      {proposed && !incident.ending && (
        <Approve mine={proposed.mine} label={t("approveKnown")} onApprove={() => send("approve", {}, "approvedNow")} />
      )}
      {incident.runs && incident.status === "open" && !incident.ending && (
        <Write label={t("writeKnown")} hint={t("knownHint")} last={false} send={send} />
      )}
    </section>
  );
}

function Ending({ incident, send }: { incident: IncidentView; send: Send }) {
  const { t } = useSpeech();
  const { ending } = incident;
  return (
    <section aria-label={t("endIncident")}>
      <h2>{ending ? t("endText") : t("endIncident")}</h2>
      {ending && <TextCard text={ending} label={ending.approvedBy ? t("approvedText") : t("waitingText")} />}
      {ending && incident.status === "open" && (
        <Approve mine={ending.mine} label={t("approveEnd")} onApprove={() => send("approve", {}, "approvedNow")} />
      )}
      {incident.status === "open" && incident.runs && (
        <Write label={t("endText")} hint={t("endHint")} last={true} send={send} />
      )}
    </section>
  );
}

function Approve(props: { mine: boolean; label: string; onApprove: () => Promise<boolean> }) {
  const { t } = useSpeech();
  if (props.mine) return <p class="quiet">{t("needsOther")}</p>;
  return (
    <div class="row-end">
      <button type="button" class="button primary" onClick={() => void props.onApprove()}>
        {props.label}
      </button>
    </div>
  );
}

function Write(props: { label: string; hint: string; last: boolean; send: Send }) {
  const { t } = useSpeech();
  const [text, setText] = useState({ zh: "", en: "" });
  const [open, setOpen] = useState(false);
  const write = async () => {
    if (!(await props.send("text", { text, last: props.last }, "submitted"))) return;
    setText({ zh: "", en: "" });
    setOpen(false);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.label}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <p class="quiet small">{props.hint}</p>
        <BothFields
          id={props.last ? "ending" : "known"}
          labels={{ zh: t("textZh"), en: t("textEn") }}
          value={text}
          rows={3}
          maxLength={400}
          onChange={setText}
        />
        <div class="row-end">
          <button type="submit" class="button strong" disabled={text.zh.trim() === "" || text.en.trim() === ""}>
            {t("sendForApproval")}
          </button>
        </div>
      </form>
    </details>
  );
}

function Scope({ incident, send }: { incident: IncidentView; send: Send }) {
  const { t } = useSpeech();
  const [name, setName] = useState<{ zh: string; en: string } | null>(null);
  const [kinds, setKinds] = useState<string[][] | null>(null);
  const given = incident.kinds.map((kind) => kind.map(({ mark }) => mark));
  const save = async () => {
    const body = { name: name ?? incident.name, kinds: kinds ?? given };
    if (!(await send("change", body, "saved"))) return;
    setName(null);
    setKinds(null);
  };
  return (
    <details>
      <summary>{t("editIncident")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <BothFields
          id="name"
          labels={{ zh: t("nameZh"), en: t("nameEn") }}
          value={name ?? incident.name}
          maxLength={60}
          onChange={setName}
        />
        <KindsEditor kinds={kinds ?? given} marks={allMarks(incident.marks, incident.kinds)} onChange={setKinds} />
        <div class="row-end">
          <button type="submit" class="button strong">
            {t("save")}
          </button>
        </div>
      </form>
    </details>
  );
}
