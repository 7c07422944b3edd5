/** Ending a case: every part the notice must hold, and what a customer who disagrees may do. */

import { useState } from "preact/hooks";
import type { Sent } from "../../../../desk/actions.ts";
import type { LifeView } from "../../../../desk/life-view.ts";
import { CAUSE } from "../../../../desk/names.ts";
import type { CaseView } from "../../../../desk/view.ts";
import { CAUSES } from "../../../../flows/conversation.ts";
import { TooLong } from "./bits.tsx";
import { Dialog } from "./dialog.tsx";
import { type DraftText, useDraft } from "./draft.ts";
import { call, casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useFetched } from "./news.ts";

/** All parts in one draft: it survives closing the dialog and reloading the page. */
function partsOf(draft: DraftText, view: CaseView): Record<string, string> {
  const fresh = { remedies: view.notice.remedies };
  if (draft.text === "") return fresh;
  const kept: Record<string, string> = JSON.parse(draft.text);
  return { ...fresh, ...kept };
}

export function ResolveDialog(props: { view: CaseView; caseRef: string; onClose: (done: boolean) => void }) {
  const { view, caseRef, onClose } = props;
  const { t, b } = useSpeech();
  const life = useFetched<LifeView>(casePath(caseRef, "life"));
  const draft = useDraft(`resolve:${view.item.key}`);
  const [cause, setCause] = useState("");
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const [warnings, setWarnings] = useState<string[]>([]);
  const parts = partsOf(draft, view);
  const empty = view.notice.parts.filter((part) => (parts[part.slug] ?? "").trim() === "");

  const send = async (confirmed: boolean) => {
    setTried(true);
    if (empty[0]) {
      document.getElementById(`part-${empty[0].slug}`)?.focus();
      return;
    }
    setSending(true);
    const reply = await call<Sent>("POST", casePath(caseRef, "resolve"), {
      parts,
      confirmed,
      ...(cause ? { cause } : {}),
    });
    setSending(false);
    if (!reply.ok) setProblem(b(reply.refusal.message));
    else if (reply.value.sent) {
      draft.clear();
      onClose(true);
    } else setWarnings(reply.value.warnings);
  };
  if (life.value?.needsProposal) {
    return (
      <Dialog title={`${t("resolveTitle")} ${view.item.ref}`} onClose={() => onClose(false)}>
        <p role="status">
          {t("needsProposal")} {b(life.value.grade.name)}: {life.value.grade.reason}
        </p>
        <div class="row-end">
          <button type="button" class="button primary" onClick={() => onClose(false)}>
            {t("understood")}
          </button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={`${t("resolveTitle")} ${view.item.ref}`} class="wide" onClose={() => onClose(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
      >
        <p class="quiet">{t("resolveHint")}</p>
        {view.notice.parts.map((part) => {
          const missing = tried && empty.some((one) => one.slug === part.slug);
          return (
            <div key={part.slug} class="field">
              <label for={`part-${part.slug}`}>{b(part.name)}</label>
              <textarea
                id={`part-${part.slug}`}
                rows={part.slug === "remedies" ? 5 : 3}
                value={parts[part.slug] ?? ""}
                aria-invalid={missing}
                aria-describedby={missing ? `part-${part.slug}-missing` : undefined}
                onInput={(event) => {
                  draft.write(JSON.stringify({ ...parts, [part.slug]: event.currentTarget.value }));
                  setWarnings([]);
                }}
              />
              <TooLong text={parts[part.slug] ?? ""} />
              {missing && (
                <p class="problem" id={`part-${part.slug}-missing`}>
                  {t("required")}
                </p>
              )}
            </div>
          );
        })}
        <div class="field">
          <label for="cause">{t("cause")}</label>
          <select id="cause" value={cause} onChange={(event) => setCause(event.currentTarget.value)}>
            <option value="">{t("causeNone")}</option>
            {CAUSES.map((one) => (
              <option key={one} value={one}>
                {b(CAUSE[one])}
              </option>
            ))}
          </select>
          <p class="quiet small">{t("causeHint")}</p>
        </div>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {warnings.length > 0 && (
          <div class="warning" role="alert">
            <p>{t("warned")}</p>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        )}
        <div class="row-end">
          <button type="button" class="button" onClick={() => onClose(false)}>
            {t("cancel")}
          </button>
          {warnings.length > 0 ? (
            <button type="button" class="button warm" disabled={sending} onClick={() => void send(true)}>
              {t("sendAnyway")}
            </button>
          ) : (
            <button type="submit" class="button primary" disabled={sending}>
              {t("resolveSend")}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
