/** Asking for personal data in full: a reason first, and it is recorded. */
import { useState } from "preact/hooks";
import type { CaseView } from "../../../../desk/view.ts";
import { Dialog } from "./dialog.tsx";
import { call, casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";

const REASONS = ["call-back", "verify-identity", "find-transaction", "emergency", "other"] as const;

export function RevealDialog(props: { caseRef: string; onClose: (view: CaseView | null) => void }) {
  const { t, b } = useSpeech();
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState("");
  const ask = async () => {
    if (reason === null) return;
    const reply = await call<CaseView>("POST", casePath(props.caseRef, "reveal"), { reason, words });
    if (reply.ok) props.onClose(reply.value);
    else setProblem(b(reply.refusal.message));
  };
  return (
    <Dialog title={t("revealTitle")} onClose={() => props.onClose(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p class="quiet">{t("revealHint")}</p>
        <fieldset>
          <legend class="unseen">{t("revealHint")}</legend>
          {REASONS.map((name) => (
            <label key={name} class="choice">
              <input type="radio" name="reason" checked={reason === name} onChange={() => setReason(name)} />
              {t(`why.${name}`)}
            </label>
          ))}
        </fieldset>
        {reason === "other" && (
          <label class="field">
            {t("revealWords")}
            <textarea rows={2} maxLength={500} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
          </label>
        )}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row-end">
          <button type="button" class="button" onClick={() => props.onClose(null)}>
            {t("cancel")}
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={reason === null || (reason === "other" && words.trim() === "")}
          >
            {t("revealDo")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
