import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../flows/reading.ts";
import { Composer } from "./composer.tsx";
import { useChat } from "./context.ts";
import { keepTabInside, useFullScreen } from "./full-screen.ts";
import { Icon, Mark } from "./icons.tsx";
import { Messages } from "./messages.tsx";
import type { View } from "./session.ts";
import { AboutSheet, ProgressSheet } from "./sheets.tsx";

export type Page = "chat" | "progress" | "about";

export function Panel(props: {
  view: View;
  page: Page;
  onClose: () => void;
  onLanguage: (language: Language) => void;
}) {
  const { t, session } = useChat();
  const { view, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<Page>(props.page);
  const full = useFullScreen(panel);
  const staff = view.progress?.withStaff ?? null;

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>("textarea")?.focus({ preventScroll: true });
  }, []);

  const toChat = () => {
    setPage("chat");
    // the page that had the focus is going; the field is where the customer left off
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>("textarea")?.focus());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const root = panel.current;
    if (!root) return;
    if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      if (page === "chat") onClose();
      else toChat();
    }
    if (event.key === "Tab" && full) keepTabInside(root, event);
  };

  return (
    <div
      class="panel"
      id="tingsu-panel"
      ref={panel}
      role="dialog"
      aria-modal={full || undefined}
      aria-labelledby="tingsu-title"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div class="head">
        <span class="logo">
          <Mark />
        </span>
        <div class="title">
          <h2 id="tingsu-title">{view.about?.bankName ?? t.name}</h2>
          <p class={staff ? "speaker staff" : "speaker"}>{staff ? t.staffStatus(staff) : t.botStatus}</p>
        </div>
        <button
          type="button"
          class="plain"
          aria-label={t.progress}
          aria-pressed={page === "progress"}
          onClick={() => (page === "progress" ? toChat() : setPage("progress"))}
        >
          <Icon name="list" />
        </button>
        <button
          type="button"
          class="plain"
          aria-label={t.about}
          aria-pressed={page === "about"}
          onClick={() => (page === "about" ? toChat() : setPage("about"))}
        >
          <Icon name="info" />
        </button>
        <button type="button" class="plain" aria-label={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p class="label">{view.about?.aiHeader ?? t.aiHeader}</p>
      <div role="status">
        {view.connection === "offline" && (
          <p class="offline">
            <Icon name="offline" />
            {t.offline}
          </p>
        )}
      </div>
      <div class="body" hidden={page !== "chat"}>
        <Messages view={view} badge={view.about?.aiBadge ?? t.aiBadge} />
        <Composer view={view} />
      </div>
      {page === "progress" && <ProgressSheet view={view} onBack={toChat} />}
      {page === "about" && (
        <AboutSheet
          view={view}
          onBack={toChat}
          onLanguage={props.onLanguage}
          onForget={() => {
            session.forget();
            toChat();
          }}
        />
      )}
    </div>
  );
}
