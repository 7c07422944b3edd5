import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { CallError } from "./client.ts";
import { useChat } from "./context.ts";
import { Icon } from "./icons.tsx";
import type { View } from "./session.ts";

const maxCharacters = 8_000;
const maxFiles = 5;
const maxBytes = 10 * 1024 * 1024;
const draftKey = "tingsu:1:draft";

interface Chosen {
  key: number;
  file: File;
  part: number;
  id: string | null;
  problem: string | null;
  /** The problem may pass: offer to try again. */
  again: boolean;
}

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
  const nextKey = useRef(0);
  const [length, setLength] = useState(0);
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const staff = view.progress?.withStaff ?? null;
  const over = length - maxCharacters;
  const busy = chosen.some((one) => one.id === null && one.problem === null);
  const ready = chosen.flatMap((one) => (one.id === null ? [] : [one]));
  const canSend = !busy && over <= 0 && (length > 0 || ready.length > 0);

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
    const first = ready[0]?.file.type ?? "";
    const kind = text || ready.length === 0 ? "text" : first.startsWith("image/") ? "image" : "file";
    session.send(
      text,
      ready.flatMap((one) => one.id ?? []),
      kind,
    );
    box.value = "";
    draft.keep("");
    setLength(0);
    setNote("");
    setChosen(chosen.filter((one) => one.problem !== null));
    grow();
    box.focus();
  };

  const change = (key: number, to: Partial<Chosen>) =>
    setChosen((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const upload = async (one: Chosen) => {
    change(one.key, { part: 0, problem: null });
    try {
      const { id } = await session.upload(one.file, (part) => change(one.key, { part }));
      change(one.key, { id, part: 1 });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      change(one.key, { problem: error.title || t.uploadOffline, again: error.passing });
    }
  };

  const add = (files: File[]) => {
    setNote("");
    const room = files.slice(0, maxFiles - chosen.length);
    if (room.length < files.length) setNote(t.tooManyFiles);
    const added = room.map((file): Chosen => {
      nextKey.current += 1;
      const wrong = !(file.type.startsWith("image/") || file.type === "application/pdf");
      const problem = wrong ? t.wrongType : file.size > maxBytes ? t.tooLarge : null;
      return { key: nextKey.current, file, part: 0, id: null, problem, again: false };
    });
    setChosen([...chosen, ...added]);
    for (const one of added) if (!one.problem) void upload(one);
  };

  return (
    <div class="composer">
      {chosen.length > 0 && (
        <ul class="tray">
          {chosen.map((one) => (
            <li key={one.key} class={one.problem ? "bad" : ""}>
              <Icon name={one.problem ? "alert" : one.id ? "check" : "clip"} />
              <span class="name">
                {one.file.name}
                {one.problem && (
                  <span class="problem" role="alert">
                    {one.problem}
                  </span>
                )}
              </span>
              {one.id === null && one.problem === null && (
                <progress aria-label={t.uploading(one.file.name)} value={one.part} max={1} />
              )}
              {one.problem && one.again && (
                <button type="button" class="small" onClick={() => void upload(one)}>
                  {t.retry}
                </button>
              )}
              <button
                type="button"
                class="plain"
                aria-label={`${t.remove} ${one.file.name}`}
                onClick={() => setChosen(chosen.filter((other) => other !== one))}
              >
                <Icon name="remove" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {(note || over > 0) && (
        <p class="note" role="alert">
          {over > 0 ? t.tooLong(over) : note}
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
          accept="image/jpeg,image/png,image/webp,image/gif,application/pdf"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ currentTarget: input }) => {
            add([...(input.files ?? [])]);
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
            add(files);
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
