import { useState } from "preact/hooks";
import type { PublicMessage } from "../schemas.ts";
import { useChat } from "./context.ts";
import { Icon } from "./icons.tsx";
import type { View } from "./session.ts";
import type { Pending } from "./storage.ts";
import { languageOf } from "./strings.ts";

function Citation({ citation }: { citation: PublicMessage["citations"][number] }) {
  const { t } = useChat();
  return (
    <details class="cite">
      <summary>
        <Icon name="book" />
        <span>
          <b>{citation.title}</b> {t.clause(citation.clause)}
        </span>
      </summary>
      <div class="cite-in">
        <p class="cite-head">{citation.heading}</p>
        <blockquote>{citation.quote}</blockquote>
        <p class="cite-foot">
          {t.version(citation.version)} · {t.effective(citation.effectiveFrom)}
        </p>
      </div>
    </details>
  );
}

/** Numbers a customer copies by eye stay on one line: R-20261121-7K4M, 400-000-9588. */
const number = /([A-Z]{1,3}-[A-Z0-9][A-Z0-9-]{3,}|\d{3,4}-\d{3,4}-\d{4})/;

function Text({ text }: { text: string }) {
  const { language } = useChat();
  const parts = text.split(number);
  // A screen reader speaks each bubble in its own language.
  const lang = languageOf(text) ?? language;
  return (
    <p class="text" lang={lang === language ? undefined : lang}>
      {parts.map((part, index) => (index % 2 === 1 ? <span class="nobreak">{part}</span> : part))}
    </p>
  );
}

function Files({ count }: { count: number }) {
  const { t } = useChat();
  if (count === 0) return null;
  return (
    <p class="files">
      <Icon name="clip" />
      {t.attachment}
      {count > 1 ? ` ×${count}` : ""}
    </p>
  );
}

/** A file of a colleague. Fetched with the visitor's key and saved by the browser. */
function Download({ id, place }: { id: string; place: number }) {
  const { t, session } = useChat();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const save = async () => {
    setState("busy");
    try {
      const { name, bytes } = await session.file(id);
      const address = URL.createObjectURL(bytes);
      const link = Object.assign(document.createElement("a"), { href: address, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      setState("idle");
    } catch {
      // Said to the customer, who can try again.
      setState("failed");
    }
  };
  return (
    <p class="files">
      <button type="button" class="small" aria-busy={state === "busy"} onClick={() => void save()}>
        <Icon name="clip" />
        {t.download} {place}
      </button>
      {state === "failed" && <span role="status"> {t.downloadFailed}</span>}
    </p>
  );
}

export function TimeOf({ at }: { at: string }) {
  const { language } = useChat();
  return (
    <time dateTime={at}>
      {new Date(at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false })}
    </time>
  );
}

/** `first`: the author of the message before was another, so the name stands above. */
export function Message({ message, first, badge }: { message: PublicMessage; first: boolean; badge: string }) {
  const { t } = useChat();
  const { author } = message;
  const own = author.kind === "customer";
  const who = author.kind === "staff" ? author.name : own ? t.you : t.bot;
  return (
    <div class={`row ${author.kind} ${message.kind === "safety" ? "safety" : ""} ${first ? "first" : ""}`}>
      {author.kind === "staff" && first && (
        <p class="who">
          <span class="face" aria-hidden="true">
            <Icon name="person" />
          </span>
          <b>{author.name}</b>
          <span class="badge human">{t.humanBadge}</span>
          <TimeOf at={message.at} />
        </p>
      )}
      {author.kind === "bot" && (
        <p class="who">
          <span class="badge">{badge}</span>
          {first && <TimeOf at={message.at} />}
        </p>
      )}
      <div class="bubble">
        <span class="sr">{who}: </span>
        {message.kind === "safety" && <Icon name="shield" />}
        {message.text === null ? <i class="gone">{t.erased}</i> : message.text && <Text text={message.text} />}
        {author.kind === "staff" ? (
          message.attachments.map((id, n) => <Download key={id} id={id} place={n + 1} />)
        ) : (
          <Files count={message.attachments.length} />
        )}
        {message.citations.length > 0 && (
          <div class="cites">
            <p class="cites-head">{t.basis}</p>
            {message.citations.map((citation) => (
              <Citation key={`${citation.policy}/${citation.clause}`} citation={citation} />
            ))}
          </div>
        )}
      </div>
      {message.secretsRemoved > 0 && (
        <p class="state">
          <Icon name="shield" />
          {t.secretRemoved}
        </p>
      )}
    </div>
  );
}

/** A message that is still on its way, or was refused. */
export function PendingMessage({ pending, view }: { pending: Pending; view: View }) {
  const { t, session } = useChat();
  const state = pending.refused
    ? "failed"
    : view.sending === pending.clientId
      ? "sending"
      : view.connection === "offline"
        ? "waiting"
        : "sending";
  return (
    <div class={`row customer pending ${state}`}>
      <div class="bubble">
        <span class="sr">{t.you}: </span>
        {pending.text && <Text text={pending.text} />}
        <Files count={pending.attachments.length} />
      </div>
      {pending.refused ? (
        <div class="refused">
          <p class="state">
            <Icon name="alert" />
            {t.failed}: {pending.refused}
          </p>
          <button type="button" class="small" onClick={() => session.retry(pending.clientId)}>
            {t.retry}
          </button>
          <button type="button" class="small" onClick={() => session.discard(pending.clientId)}>
            {t.remove}
          </button>
        </div>
      ) : (
        <p class="state">
          <Icon name={state === "waiting" ? "offline" : "clock"} />
          {state === "waiting" ? t.waiting : t.sending}
        </p>
      )}
    </div>
  );
}
