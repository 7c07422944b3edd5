/** The conversation. Text is text: nothing a customer writes becomes markup. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CaseView, MessageView } from "../../../../desk/view.ts";
import { useAnnounce } from "./announce.tsx";
import { casePath } from "./http.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { dayOnly, timeOnly } from "./time.ts";

/** Within this many pixels of the end a reader is at the end. */
const NEAR = 60;

export function Transcript({ view, caseRef }: { view: CaseView; caseRef: string }) {
  const { t } = useSpeech();
  const { zone } = useMe();
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef<number | null>(null);
  const [unseen, setUnseen] = useState(false);
  const { transcript } = view;
  const last = transcript.at(-1)?.seq ?? 0;

  useLayoutEffect(() => {
    if (!box.current) return;
    if (atEnd.current) box.current.scrollTop = box.current.scrollHeight;
    else if (seen.current !== null && last > seen.current) setUnseen(true);
  }, [last]);
  // The frame shrinks when a warning opens below it: whoever was at the end stays there.
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const before = seen.current;
    seen.current = last;
    if (before === null) return;
    const fresh = transcript.filter((message) => message.seq > before && message.author.kind === "customer");
    for (const message of fresh) announce(`${t("customerSays")}${message.text ?? ""}`, "silent");
  }, [last, transcript, announce, t]);

  const toEnd = () => {
    atEnd.current = true;
    setUnseen(false);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  return (
    <div class="transcript-frame">
      <div
        class="transcript"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t("zoneTalk")}
        onScroll={({ currentTarget: at }) => {
          atEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
          if (atEnd.current) setUnseen(false);
        }}
      >
        {view.truncated && <p class="quiet center">{t("truncated")}</p>}
        {transcript.map((message, index) => {
          const day = dayOnly(message.at, zone);
          const before = transcript[index - 1];
          return (
            <div key={message.seq}>
              {(!before || dayOnly(before.at, zone) !== day) && <p class="day">{day}</p>}
              <Bubble message={message} language={view.customer.language} caseRef={caseRef} mayOpen={view.can.reveal} />
            </div>
          );
        })}
      </div>
      {unseen && (
        <button type="button" class="to-end" onClick={toEnd}>
          {t("newMessages")} ↓
        </button>
      )}
    </div>
  );
}

function Bubble(props: { message: MessageView; language: string; caseRef: string; mayOpen: boolean }) {
  const { message, language } = props;
  const { t } = useSpeech();
  const { zone } = useMe();
  const { author } = message;
  const tag = message.kind === "safety" || message.kind === "receipt" ? t(message.kind) : null;
  return (
    <article class={`bubble ${author.kind}`}>
      <header>
        {author.kind === "customer" && <b>{t("byCustomer")}</b>}
        {author.kind === "bot" && (
          <>
            <b>{t("byBot")}</b> <span class="ai">{t("aiBadge")}</span>
          </>
        )}
        {author.kind === "staff" && (
          <>
            <b>{author.name}</b> <span>{t("byStaff")}</span>
          </>
        )}
        {tag && <span class="tag">{tag}</span>}
        <time dateTime={message.at}>{timeOnly(message.at, zone)}</time>
      </header>
      <p lang={language}>{message.text ?? t("erased")}</p>
      {message.attachments.map((id, index) => (
        <Attachment
          key={id}
          id={id}
          index={index + 1}
          kind={message.kind}
          caseRef={props.caseRef}
          mayOpen={props.mayOpen}
        />
      ))}
      {author.kind !== "customer" && (message.read || message.delivered) && (
        <footer>{t(message.read ? "read" : "delivered")}</footer>
      )}
      {message.waits !== null && !message.delivered && (
        <footer class="waits">{t(message.waits === "window" ? "waitsForCustomer" : "waitsForChannel")}</footer>
      )}
    </article>
  );
}

function Attachment(props: { id: string; index: number; kind: string; caseRef: string; mayOpen: boolean }) {
  const { t } = useSpeech();
  const kind = props.kind === "image" ? t("image") : t("file");
  const label = `${t("attachment")} ${props.index} · ${kind}`;
  if (!props.mayOpen) return <span class="attachment">{label}</span>;
  return (
    <a
      class="attachment"
      href={`/desk/api${casePath(props.caseRef, `attachments/${encodeURIComponent(props.id)}`)}`}
      target="_blank"
      rel="noopener noreferrer"
      title={t("attachmentHint")}
    >
      {label}
    </a>
  );
}
