import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../flows/reading.ts";
import { Chat, shared, useView } from "./context.ts";
import { Icon } from "./icons.tsx";
import { type Page, Panel } from "./panel.tsx";
import type { Session, View } from "./session.ts";
import { languageOf } from "./strings.ts";

const peekMs = 60_000;

export interface AppProps {
  session: Session;
  /** Chosen by hand; null while none was. */
  chosen: Language | null;
  /** Of the page, until the conversation shows another. */
  pageLanguage: Language;
  open: boolean;
  /** Where the panel starts when it opens. */
  page: Page;
  /** What has the focus again when the panel closes; null for our own button. */
  opener: () => HTMLElement | null;
  setOpen: (open: boolean) => void;
  setLanguage: (language: Language) => void;
  /** What is asked of the server from now on is in this language. Must not draw. */
  speak: (language: Language) => void;
}

/** Language of the bank's latest words that show one: the conversation's own. */
function spokenIn({ messages }: View): Language | null {
  for (const { author, text } of messages.toReversed()) {
    const language = author.kind === "bot" && text ? languageOf(text) : null;
    if (language) return language;
  }
  return null;
}

export function App({ session, chosen, pageLanguage, open, page, opener, setOpen, setLanguage, speak }: AppProps) {
  const view = useView(session);
  const language = chosen ?? spokenIn(view) ?? pageLanguage;
  const launcher = useRef<HTMLButtonElement>(null);
  const [wasOpen, setWasOpen] = useState(open);
  const chat = shared(session, language);
  const { t } = chat;

  useEffect(() => {
    if (!open) {
      if (wasOpen) (opener() ?? launcher.current)?.focus();
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
    speak(language);
    if (open) void session.refreshAbout();
  }, [open, session, language]);

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
