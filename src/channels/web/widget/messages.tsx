import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PublicMessage } from "../schemas.ts";
import { useChat } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Message, PendingMessage } from "./message.tsx";
import type { View } from "./session.ts";

const nearBottom = 80;
const sameAuthor = (a: PublicMessage | undefined, b: PublicMessage) =>
  a?.author.kind === b.author.kind &&
  (a.author.kind !== "staff" || b.author.kind !== "staff" || a.author.name === b.author.name);

function Day({ at }: { at: string }) {
  const { t, language } = useChat();
  const date = new Date(at);
  const daysAgo = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  const name =
    daysAgo === 0
      ? t.today
      : daysAgo === 1
        ? t.yesterday
        : date.toLocaleDateString(language, { year: "numeric", month: "long", day: "numeric" });
  return (
    <p class="day">
      <span>{name}</span>
    </p>
  );
}

/** Delivered or read: under the customer's last message only. */
function Mark({ message, view }: { message: PublicMessage; view: View }) {
  const { t } = useChat();
  const read =
    message.readAt !== null ||
    view.readByBank >= message.seq ||
    view.messages.some((other) => other.seq > message.seq && other.author.kind !== "customer");
  return (
    <p class="state own">
      <Icon name="check" />
      {read ? t.read : t.delivered}
    </p>
  );
}

function Choices({ choices }: { choices: string[] }) {
  const { session } = useChat();
  return (
    <fieldset class="choices">
      {choices.map((choice) => (
        <button type="button" key={choice} class="choice" onClick={() => session.send(choice)}>
          {choice}
        </button>
      ))}
    </fieldset>
  );
}

/** The conversation. Stays at the end while the reader is there, and never pulls them away from older messages. */
export function Messages({ view, badge }: { view: View; badge: string }) {
  const { t, session } = useChat();
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const stay = useRef(true);
  stay.current = atEnd;
  const { messages, pending, typing } = view;
  const last = messages.at(-1);
  const lastOwn = messages.findLast((message) => message.author.kind === "customer");
  // the newest reply's choices stand until the customer has said something
  const asked = messages.findLast((message) => message.choices.length > 0);
  const open = asked && (!lastOwn || lastOwn.seq < asked.seq) && pending.length === 0 ? asked : undefined;

  const toEnd = () => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [messages, typing, open, atEnd]);
  useLayoutEffect(() => {
    setAtEnd(true);
    toEnd();
  }, [pending.length]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    // a notice or a file above the field makes the log smaller: the end must stay in sight
    const observer = new ResizeObserver(() => {
      if (stay.current) toEnd();
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const seen = () => {
      if (atEnd && document.visibilityState === "visible") session.markRead();
    };
    seen();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [last?.seq, atEnd, session]);

  return (
    <div class="log-frame">
      <div
        class="log"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={t.log}
        aria-live={view.ready ? "polite" : "off"}
        aria-relevant="additions"
        onScroll={({ currentTarget: box }) =>
          setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearBottom)
        }
      >
        <div class="log-in">
          {!view.ready && messages.length === 0 && view.connection === "connecting" && (
            <p class="hint">{t.connecting}</p>
          )}
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const newDay = !before || new Date(before.at).toDateString() !== new Date(message.at).toDateString();
            return [
              newDay && <Day key={`day-${message.seq}`} at={message.at} />,
              <Message
                key={message.clientId ?? message.id}
                message={message}
                first={newDay || !sameAuthor(before, message)}
                badge={badge}
              />,
              message === open && <Choices key={`choices-${message.seq}`} choices={message.choices} />,
              message === lastOwn && pending.length === 0 && (
                <Mark key={`mark-${message.seq}`} message={message} view={view} />
              ),
            ];
          })}
          {pending.map((one) => (
            <PendingMessage key={one.clientId} pending={one} view={view} />
          ))}
          {typing && (
            <p class={`typing ${typing}`} aria-hidden="true">
              <i />
              <i />
              <i />
            </p>
          )}
        </div>
      </div>
      <p class="sr" role="status">
        {typing && `${typing === "bot" ? t.bot : ""} ${typing === "bot" ? t.typingBot : t.typingStaff}`}
      </p>
      {!atEnd && (
        <button type="button" class="to-end" onClick={() => setAtEnd(true)}>
          <Icon name="down" />
          {t.newMessages}
        </button>
      )}
    </div>
  );
}
