import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { MAX_TEXT } from "../../channel.ts";
import { useChat } from "./context.ts";
import { Icon } from "./icons.tsx";
import type { View } from "./session.ts";
import { Tray } from "./tray.tsx";
import { fileTypes, useUploads } from "./uploads.ts";

/** Characters before the limit from where on it is told how many are left. */
const nearLimit = 500;
const draftKey = "tingsu:1:draft";

const draft = {
  read(): string {
    try {
      return sessionStorage.getItem(draftKey) ?? "";
    } catch {
      return ""; // storage forbidden: a draft then lives as long as the page
    }
  },
  keep(text: string): void {
    try {
      if (text) sessionStorage.setItem(draftKey, text);
      else sessionStorage.removeItem(draftKey);
    } catch {
      // as above
    }
  },
};

export function Composer({ view }: { view: View }) {
  const { t, session } = useChat();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const uploads = useUploads();
  const [length, setLength] = useState(0);
  const [asked, setAsked] = useState(false);
  const staff = view.progress?.withStaff ?? null;
  const left = MAX_TEXT - length;
  const { ready } = uploads;
  const canSend = !uploads.busy && left >= 0 && (length > 0 || ready.length > 0);

  const grow = () => {
    const box = field.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 148)}px`;
  };
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.value = draft.read();
    setLength(field.current.value.trim().length);
    grow();
  }, []);

  const send = () => {
    const box = field.current;
    if (!box || !canSend) return;
    const text = box.value.trim();
    const first = ready[0]?.type ?? "";
    const kind = text || ready.length === 0 ? "text" : first.startsWith("image/") ? "image" : "file";
    session.send(
      text,
      ready.map((one) => one.id),
      kind,
    );
    box.value = "";
    draft.keep("");
    setLength(0);
    uploads.sent();
    grow();
    box.focus();
  };

  return (
    <div class="composer">
      <Tray uploads={uploads} onEmptied={() => field.current?.focus()} />
      {(uploads.tooMany || left < 0) && (
        <p class="note" role="alert">
          {left < 0 ? t.tooLong(MAX_TEXT) : t.tooManyFiles}
        </p>
      )}
      <div class="quick">
        {staff ? (
          <p class="with">
            <Icon name="person" />
            {t.withPerson}
          </p>
        ) : (
          <button
            type="button"
            class="person"
            disabled={asked}
            onClick={() => {
              session.send(t.personText);
              // a second tap in the same breath is the same wish
              setAsked(true);
              setTimeout(() => setAsked(false), 3_000);
            }}
          >
            <Icon name="person" />
            {t.person}
          </button>
        )}
      </div>
      {left < nearLimit && (
        // told with the field, not at every key: a screen reader would speak of nothing else
        <p class={left < 0 ? "counter over" : "counter"} id="tingsu-left">
          {left < 0 ? t.over(-left) : t.left(left)}
        </p>
      )}
      <form
        class="write"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <input
          ref={picker}
          class="picker"
          type="file"
          accept={fileTypes.join()}
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ currentTarget: input }) => {
            uploads.add([...(input.files ?? [])]);
            input.value = "";
          }}
        />
        <button type="button" class="plain" aria-label={t.attach} onClick={() => picker.current?.click()}>
          <Icon name="clip" />
        </button>
        <textarea
          ref={field}
          rows={1}
          aria-label={staff ? t.placeholderStaff(staff) : t.placeholder}
          placeholder={staff ? t.placeholderStaff(staff) : t.placeholder}
          aria-describedby={left < nearLimit ? "tingsu-left" : undefined}
          enterkeyhint="send"
          autocomplete="off"
          onInput={({ currentTarget: box }) => {
            setLength(box.value.trim().length);
            draft.keep(box.value);
            grow();
            if (box.value.trim()) session.typing();
          }}
          onPaste={(event) => {
            const files = [...(event.clipboardData?.files ?? [])];
            if (files.length === 0) return;
            event.preventDefault();
            uploads.add(files);
          }}
          onKeyDown={(event) => {
            // Enter that picks a word from an input method isn't meant for us; Safari tells it by 229 only
            if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" aria-label={t.send} disabled={!canSend}>
          <Icon name="send" />
        </button>
      </form>
    </div>
  );
}
