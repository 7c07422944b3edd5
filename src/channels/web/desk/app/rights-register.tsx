/** A wish of a customer about their own data, made at the counter or by phone: whose, what, and how we know who asks. */
import { useRef, useState } from "preact/hooks";
import { CounterProof, CounterRight } from "../../../../flows/rights.ts";
import { useAnnounce } from "./announce.tsx";
import { Dialog } from "./dialog.tsx";
import { call } from "./http.ts";
import { useSpeech } from "./language.tsx";

export function RegisterDialog({ onClose }: { onClose: (done: boolean) => void }) {
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const [ref, setRef] = useState("");
  const [right, setRight] = useState<CounterRight | null>(null);
  const [proof, setProof] = useState<CounterProof | null>(null);
  const [problem, setProblem] = useState("");
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const send = async () => {
    setSending(true);
    const reply = await call<{ id: string; due: string }>("POST", "/rights", { ref: ref.trim(), right, proof });
    setSending(false);
    if (!reply.ok) {
      setProblem(b(reply.refusal.message));
      field.current?.focus();
      return;
    }
    announce(`${t("registeredAs")} ${reply.value.id} · ${t("colAnswerBy")} ${reply.value.due}`);
    onClose(true);
  };
  return (
    <Dialog title={t("rightsRegister")} onClose={() => onClose(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="quiet">{t("registerHint")}</p>
        <div class="field">
          <label for="rights-ref">{t("registerRef")}</label>
          <input
            id="rights-ref"
            ref={field}
            required
            autocomplete="off"
            value={ref}
            aria-invalid={problem !== ""}
            aria-describedby={problem === "" ? undefined : "rights-ref-problem"}
            onInput={(event) => {
              setRef(event.currentTarget.value);
              setProblem("");
            }}
          />
          {problem && (
            <p class="problem" role="alert" id="rights-ref-problem">
              {problem}
            </p>
          )}
        </div>
        <fieldset class="presence-states">
          <legend>{t("registerRight")}</legend>
          {CounterRight.options.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="right" required checked={right === one} onChange={() => setRight(one)} />
              {t(`right.${one}`)}
            </label>
          ))}
        </fieldset>
        <fieldset class="presence-states">
          <legend>{t("registerProof")}</legend>
          {CounterProof.options.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="proof" required checked={proof === one} onChange={() => setProof(one)} />
              {t(`proof.${one}`)}
            </label>
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit" class="button primary" disabled={sending}>
            {t("registerSend")}
          </button>
          <button type="button" class="button" onClick={() => onClose(false)}>
            {t("close")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
