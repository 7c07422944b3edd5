/** The two pages beside the conversation: progress of the case, and about. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../flows/reading.ts";
import { useChat } from "./context.ts";
import { Icon } from "./icons.tsx";
import type { View } from "./session.ts";

function Sheet({ title, onBack, children }: { title: string; onBack: () => void; children: ComponentChildren }) {
  const { t } = useChat();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section class="sheet" aria-label={title}>
      <div class="sheet-head">
        <button type="button" class="plain" ref={back} aria-label={t.back} onClick={onBack}>
          <Icon name="back" />
        </button>
        <h3>{title}</h3>
      </div>
      <div class="sheet-in">{children}</div>
    </section>
  );
}

function Copy({ text, what }: { text: string; what: string }) {
  const { t } = useChat();
  const [done, setDone] = useState(false);
  const copy = async (button: HTMLButtonElement) => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      // no clipboard on plain http or by policy: mark the number, so that one key copies it
      const number = button.parentElement?.querySelector("strong");
      if (number) getSelection()?.selectAllChildren(number);
    }
  };
  return (
    <button
      type="button"
      class="small"
      aria-label={`${done ? t.copied : t.copy} ${what} ${text}`}
      onClick={({ currentTarget }) => void copy(currentTarget)}
    >
      {done ? t.copied : t.copy}
    </button>
  );
}

export function ProgressSheet({ view, onBack }: { view: View; onBack: () => void }) {
  const { t, language } = useChat();
  const complaints = view.progress?.complaints ?? [];
  const day = (iso: string) => {
    // a due date is a calendar day, not an instant
    const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T12:00:00`) : new Date(iso);
    return date.toLocaleDateString(language, { year: "numeric", month: "long", day: "numeric" });
  };
  return (
    <Sheet title={t.progress} onBack={onBack}>
      {complaints.length === 0 && <p class="hint">{t.noProgress}</p>}
      {complaints.map((one) => (
        <article class="case" key={one.record}>
          <p class={`status ${one.status}`}>{t.statusOf[one.status]}</p>
          <p class="number">
            <span>{t.record}</span>
            <strong>{one.record}</strong>
            <Copy text={one.record} what={t.record} />
          </p>
          <dl>
            <div>
              <dt>{t.received}</dt>
              <dd>{day(one.receivedAt)}</dd>
            </div>
            {one.department && (
              <div>
                <dt>{t.caseNumber}</dt>
                <dd>{one.caseNumber ?? t.pendingNumber}</dd>
              </div>
            )}
            {one.department && (
              <div>
                <dt>{t.department}</dt>
                <dd>{one.department}</dd>
              </div>
            )}
            {one.person && (
              <div>
                <dt>{t.person2}</dt>
                <dd>{one.person}</dd>
              </div>
            )}
            {one.due && (
              <div class="due">
                <dt>{t.due}</dt>
                <dd>{day(one.due)}</dd>
              </div>
            )}
          </dl>
        </article>
      ))}
    </Sheet>
  );
}

const languages: [Language, string][] = [
  ["zh-Hans", "简体中文"],
  ["zh-Hant", "繁體中文"],
  ["en", "English"],
];

export function AboutSheet(props: {
  view: View;
  onBack: () => void;
  onLanguage: (language: Language) => void;
  onForget: () => void;
}) {
  const { t, language } = useChat();
  const [sure, setSure] = useState(false);
  const { about } = props.view;
  return (
    <Sheet title={t.about} onBack={props.onBack}>
      {about && (
        <>
          <h4>{t.hotline}</h4>
          <p>
            <a href={`tel:${about.hotline.replace(/[^\d+]/g, "")}`}>{about.hotline}</a>
          </p>
          <h4>{t.privacy}</h4>
          <p class="text">{about.privacyNotice}</p>
          <h4>{t.model}</h4>
          <p class="text">{about.modelNotice}</p>
        </>
      )}
      <h4 id="tingsu-language">{t.language}</h4>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row in older browsers */}
      <div class="languages" role="group" aria-labelledby="tingsu-language">
        {languages.map(([code, name]) => (
          <button
            type="button"
            class="small"
            key={code}
            lang={code}
            aria-pressed={code === language}
            onClick={() => props.onLanguage(code)}
          >
            {name}
          </button>
        ))}
      </div>
      <h4>{t.forget}</h4>
      <p>{t.forgetNote}</p>
      <button
        type="button"
        class={sure ? "small danger" : "small"}
        onClick={() => (sure ? props.onForget() : setSure(true))}
      >
        {sure ? t.forgetSure : t.forget}
      </button>
    </Sheet>
  );
}
