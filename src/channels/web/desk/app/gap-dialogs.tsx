/** What an open question becomes: the text of a policy file, or words to say that it is not published. */
import { useState } from "preact/hooks";
import { useAnnounce } from "./announce.tsx";
import { Dialog } from "./dialog.tsx";
import { useSpeech } from "./language.tsx";

export function DraftDialog({ file, onClose }: { file: { name: string; text: string }; onClose: () => void }) {
  const { t } = useSpeech();
  const announce = useAnnounce();
  const [text, setText] = useState(file.text);
  const address = `data:text/markdown;charset=utf-8,${encodeURIComponent(text)}`;
  return (
    <Dialog title={t("draftTitle")} onClose={onClose} class="wide">
      <p class="quiet">{t("draftHint")}</p>
      <label class="field">
        <span class="unseen">{t("draftTitle")}</span>
        <textarea rows={18} value={text} onInput={(event) => setText(event.currentTarget.value)} spellcheck={false} />
      </label>
      <div class="actions">
        {/* Browsers give the clipboard to pages served over HTTPS only; the text can be marked and copied by hand. */}
        {"clipboard" in navigator && (
          <button
            type="button"
            class="button"
            onClick={() => void navigator.clipboard.writeText(text).then(() => announce(t("copied")))}
          >
            {t("copy")}
          </button>
        )}
        <a class="button primary" href={address} download={file.name}>
          {t("download")}
        </a>
        <button type="button" class="button" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}

export function EntryDialog(props: {
  question: string;
  onClose: () => void;
  propose: (title: string, text: string) => Promise<void>;
}) {
  const { t } = useSpeech();
  const [title, setTitle] = useState(props.question);
  const [text, setText] = useState(t("knownReply"));
  return (
    <Dialog title={t("gapKnown")} onClose={props.onClose}>
      <p class="quiet">{t("entryHint")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void props.propose(title, text);
        }}
      >
        <label class="field">
          {t("colQuestion")}
          <textarea
            rows={2}
            maxLength={200}
            required
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {t("colReply")}
          <textarea
            rows={4}
            maxLength={2000}
            required
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="actions">
          <button type="submit" class="button primary">
            {t("propose")}
          </button>
          <button type="button" class="button" onClick={props.onClose}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
