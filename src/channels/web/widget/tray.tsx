/** The files above the text field: on their way, there, or refused with the reason. */
import { useRef } from "preact/hooks";
import { useChat } from "./context.ts";
import { Icon } from "./icons.tsx";
import { type Upload, type Uploads, whyRefused } from "./uploads.ts";

function Row({ one, onRetry, onRemove }: { one: Upload; onRetry: () => void; onRemove: () => void }) {
  const { t } = useChat();
  const { file, id, part, refused } = one;
  return (
    <li class={refused ? "bad" : ""}>
      <Icon name={refused ? "alert" : id ? "check" : "clip"} />
      <span class="name">
        {file.name}
        {refused && (
          <span class="problem" role="alert">
            {whyRefused(refused, t)}
          </span>
        )}
      </span>
      {id === null && !refused && <progress aria-label={t.uploading(file.name)} value={part} max={1} />}
      {refused?.passing && (
        <button type="button" class="small" aria-label={`${t.retry} ${file.name}`} onClick={onRetry}>
          {t.retry}
        </button>
      )}
      <button type="button" class="plain remove" aria-label={`${t.remove} ${file.name}`} onClick={onRemove}>
        <Icon name="remove" />
      </button>
    </li>
  );
}

/** `onEmptied`: the last row went with the button that had the focus. */
export function Tray({ uploads, onEmptied }: { uploads: Uploads; onEmptied: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  const { all } = uploads;
  if (all.length === 0) return null;
  const remove = (key: number, at: number) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(".remove") ?? [])];
    const next = buttons[at + 1] ?? buttons[at - 1];
    // A removed button takes the focus with it, and whoever works by keyboard would start at the top of the page.
    if (next) next.focus();
    else onEmptied();
    uploads.remove(key);
  };
  return (
    <ul class="tray" ref={list}>
      {all.map((one, at) => (
        <Row key={one.key} one={one} onRetry={() => uploads.retry(one.key)} onRemove={() => remove(one.key, at)} />
      ))}
    </ul>
  );
}
