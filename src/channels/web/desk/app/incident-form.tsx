/** Opening an incident, from an alert or by hand. */
import { useState } from "preact/hooks";
import type { AlertView } from "../../../../desk/incident-pages.ts";
import type { MarkView } from "../../../../desk/incident-view.ts";
import { Dialog } from "./dialog.tsx";
import { call } from "./http.ts";
import { BothFields, KindsEditor } from "./incident-bits.tsx";
import { useSpeech } from "./language.tsx";
import { go, incidentPath } from "./router.tsx";

/** What an alert has in common comes first: words and codes are no choices otherwise. */
export function allMarks(marks: readonly MarkView[], kinds: readonly (readonly MarkView[])[]): MarkView[] {
  return [...new Map([...kinds.flat(), ...marks].map((mark) => [mark.mark, mark])).values()];
}

export function OpenDialog(props: { alert: AlertView | null; marks: readonly MarkView[]; onClose: () => void }) {
  const { alert } = props;
  const { t, b } = useSpeech();
  const given = alert?.kinds ?? [];
  const first = given[0]?.map((mark) => mark.name);
  const [name, setName] = useState({
    zh: first?.map(({ zh }) => zh).join("、") ?? "",
    en: first?.map(({ en }) => en).join(", ") ?? "",
  });
  const [kinds, setKinds] = useState<string[][]>(
    given.length > 0 ? given.map((kind) => kind.map((m) => m.mark)) : [[]],
  );
  const [known, setKnown] = useState({ zh: "", en: "" });
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    const text = known.zh.trim() === "" && known.en.trim() === "" ? null : known;
    const body = { name, kinds, alert: alert?.id ?? null, known: text };
    const reply = await call<{ id: string }>("POST", "/incidents", body);
    setBusy(false);
    if (!reply.ok) return setProblem(b(reply.refusal.message));
    props.onClose();
    go(incidentPath(reply.value.id));
    return undefined;
  };
  return (
    <Dialog title={t("openIncident")} class="wide" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <BothFields
          id="incident-name"
          labels={{ zh: t("nameZh"), en: t("nameEn") }}
          value={name}
          maxLength={60}
          onChange={setName}
        />
        <KindsEditor kinds={kinds} marks={allMarks(props.marks, given)} onChange={setKinds} />
        <h3>{t("known")}</h3>
        <p class="quiet small">{t("knownHint")}</p>
        <BothFields
          id="incident-known"
          labels={{ zh: t("textZh"), en: t("textEn") }}
          value={known}
          rows={4}
          maxLength={400}
          onChange={setKnown}
        />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row-end">
          <button type="button" class="button" onClick={props.onClose}>
            {t("cancel")}
          </button>
          <button type="submit" class="button primary" disabled={busy}>
            {t("openIncident")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
