import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../flows/reading.ts";
import { Chat, shared, useView } from "./context.ts";
import { Icon } from "./icons.tsx";
import { type Page, Panel } from "./panel.tsx";
import type { Session } from "./session.ts";
import { languageOf } from "./strings.ts";

const peekMs = 60_000;

export interface AppProps {
  session: Session;
  language: Language;
  open: boolean;
  /** Where the panel starts when it opens. */
  page: Page;
  setOpen: (open: boolean) => void;
  setLanguage: (language: Language) => void;
  /** The conversation goes on in this language; what the customer chose by hand stays. */
  follow: (language: Language) => void;
}

export function App({ session, language, open, page, setOpen, setLanguage, follow }: AppProps) {
  const view = useView(session);
  const launcher = useRef<HTMLButtonElement>(null);
  const [wasOpen, setWasOpen] = useState(open);
  const chat = shared(session, language);
  const { t } = chat;

  useEffect(() => {
    if (!open) {
      if (wasOpen) launcher.current?.focus();
      session.stop();
      const peek = () => {
        if (document.visibilityState === "visible") void session.peek();
      };
      peek();
      const timer = setInterval(peek, peekMs);
      document.addEventListener("visibilitychange", peek);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", peek);
      };
    }
    setWasOpen(true);
    session.start();
    return undefined;
  }, [open, session, wasOpen]);

  useEffect(() => {
    if (open) void session.refreshAbout();
  }, [open, session, language]);

  const latest = view.messages.findLast(({ author }) => author.kind === "bot")?.text;
  useEffect(() => {
    const spoken = latest ? languageOf(latest) : null;
    if (spoken) follow(spoken);
  }, [latest]);

  return (
    <Chat.Provider value={chat}>
      <div class="root" lang={language}>
        {open ? (
          <Panel view={view} page={page} onClose={() => setOpen(false)} onLanguage={setLanguage} />
        ) : (
          <button
            type="button"
            class="launcher"
            ref={launcher}
            aria-haspopup="dialog"
            aria-label={view.unread > 0 ? `${t.openChat}, ${t.unread(view.unread)}` : `${t.launcher}, ${t.openChat}`}
            onClick={() => setOpen(true)}
          >
            <Icon name="chat" />
            <span class="launcher-text">{t.launcher}</span>
            {view.unread > 0 && <span class="count">{view.unread > 9 ? "9+" : view.unread}</span>}
          </button>
        )}
      </div>
    </Chat.Provider>
  );
}
