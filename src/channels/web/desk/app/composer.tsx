/** Writing to the customer. Blue-green, under the conversation: never to be mistaken for the note. */
import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Sent } from "../../../../desk/actions.ts";
import type { CaseView } from "../../../../desk/view.ts";
import { useAnnounce } from "./announce.tsx";
import { TooLong } from "./bits.tsx";
import { useDraft } from "./draft.ts";
import { call, casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";

/** The customer sees that somebody is writing at most this often, in ms. */
const TYPING_MS = 4_000;

export function Composer(props: {
  view: CaseView;
  caseRef: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onSent: () => void;
  onTake: () => void;
}) {
  const { view, caseRef } = props;
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const draft = useDraft(`reply:${view.item.key}`);
  const [sending, setSending] = useState(false);
  const [warnings, setWarnings] = useState<string[]>([]);
  const [keepBy, setKeepBy] = useState("");
  const [problem, setProblem] = useState("");
  const typedAt = useRef(0);

  const send = async (confirmed: boolean) => {
    if (draft.text.trim() === "" || sending) return;
    setSending(true);
    setProblem("");
    const until = confirmed && keepBy !== "" ? new Date(keepBy).toISOString() : null;
    const body = { clientId: draft.attempt(), text: draft.text, confirmed, keepBy: until };
    const reply = await call<Sent>("POST", casePath(caseRef, "reply"), body);
    setSending(false);
    if (!reply.ok) {
      setProblem(b(reply.refusal.message));
      props.onSent();
    } else if (reply.value.sent) {
      draft.clear();
      setWarnings([]);
      setKeepBy("");
      announce(t("sent"));
      props.onSent();
      props.box.current?.focus();
    } else {
      setWarnings(reply.value.warnings);
    }
  };

  if (!view.can.reply && draft.text === "") {
    if (view.item.status !== "open" || !view.can.take) return null;
    return (
      <div class="composer closed">
        <p>{t("replyClosed")}</p>
        <button type="button" class="button primary" onClick={props.onTake}>
          {t(view.item.mine ? "takeAgain" : "take")}
        </button>
      </div>
    );
  }
  return (
    <form
      class="composer"
      aria-label={t("reply")}
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <label for="reply">
        <b>{t("reply")}</b> <span id="reply-hint">{t("replyHint")}</span>
      </label>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {warnings.length > 0 && (
        <div class="warning" role="alertdialog" aria-label={t("warned")}>
          <p>{t("warned")}</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
          <label>
            {t("keepBy")}{" "}
            <input type="datetime-local" value={keepBy} onInput={(event) => setKeepBy(event.currentTarget.value)} />
          </label>
          <div class="row-end">
            <button
              type="button"
              class="button"
              onClick={() => {
                setWarnings([]);
                props.box.current?.focus();
              }}
            >
              {t("edit")}
            </button>
            <button type="button" class="button warm" disabled={sending} onClick={() => void send(true)}>
              {t("sendAnyway")}
            </button>
          </div>
        </div>
      )}
      <textarea
        id="reply"
        ref={props.box}
        rows={3}
        value={draft.text}
        aria-describedby="reply-hint"
        aria-keyshortcuts="r"
        placeholder={t("replyPlaceholder")}
        onInput={(event) => {
          draft.write(event.currentTarget.value);
          setWarnings([]);
          if (!view.can.reply || Date.now() - typedAt.current < TYPING_MS) return;
          typedAt.current = Date.now();
          void call<null>("POST", casePath(caseRef, "typing"));
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
            event.preventDefault();
            void send(false);
          }
        }}
      />
      <TooLong text={draft.text} />
      <div class="row-end">
        <button class="button primary" type="submit" disabled={sending || !view.can.reply || draft.text.trim() === ""}>
          {t("send")}
        </button>
      </div>
    </form>
  );
}
