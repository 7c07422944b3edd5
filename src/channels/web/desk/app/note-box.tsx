/** Internal notes: amber, dashed, in the side column, with the word 内部 on them. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CaseView } from "../../../../desk/view.ts";
import { useAnnounce } from "./announce.tsx";
import { TooLong } from "./bits.tsx";
import { useDraft } from "./draft.ts";
import { call, casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { dateTime } from "./time.ts";

export function NoteBox(props: {
  view: CaseView;
  caseRef: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onSaved: () => void;
}) {
  const { view, caseRef } = props;
  const { t, b } = useSpeech();
  const announce = useAnnounce();
  const draft = useDraft(`note:${view.item.key}`);
  const [saving, setSaving] = useState(false);
  if (!view.can.note && view.notes.length === 0) return null;

  const save = async () => {
    if (draft.text.trim() === "" || saving) return;
    setSaving(true);
    const reply = await call<null>("POST", casePath(caseRef, "note"), { clientId: draft.attempt(), text: draft.text });
    setSaving(false);
    if (reply.ok) {
      draft.clear();
      announce(t("noteSaved"));
      props.onSaved();
    } else {
      announce(b(reply.refusal.message), "problem");
    }
  };
  return (
    <section class="note-box" aria-label={t("note")}>
      <Notes view={view} />
      {view.can.note && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label for="note">
            <b>{t("note")}</b> <span id="note-hint">{t("noteOnly")}</span>
          </label>
          <textarea
            id="note"
            ref={props.box}
            rows={2}
            value={draft.text}
            aria-describedby="note-hint"
            aria-keyshortcuts="n"
            placeholder={t("notePlaceholder")}
            onInput={(event) => draft.write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") event.currentTarget.blur();
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
                event.preventDefault();
                void save();
              }
            }}
          />
          <TooLong text={draft.text} />
          <div class="row-end">
            <button class="button note-button" type="submit" disabled={saving || draft.text.trim() === ""}>
              {t("saveNote")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** The newest is nearest to the place where one writes. */
function Notes({ view }: { view: CaseView }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  const list = useRef<HTMLUListElement>(null);
  const count = view.notes.length;
  useLayoutEffect(() => {
    if (list.current && count > 0) list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  if (count === 0) return null;
  return (
    <ul class="notes" ref={list}>
      {view.notes.map((note) => (
        <li key={note.id}>
          <p class="small">
            <b>{note.staff.name}</b> <time dateTime={note.at}>{dateTime(note.at, zone)}</time>
          </p>
          <p class="note-text">{note.text ?? t("erased")}</p>
        </li>
      ))}
    </ul>
  );
}
