/** Small pieces several pages show. */

import type { ComponentChildren } from "preact";
import { LONGEST } from "../../../../desk/limits.ts";
import type { CaseItem, RiskBadge } from "../../../../desk/view.ts";
import type { ApiRefusal } from "./http.ts";
import { useSpeech } from "./language.tsx";

/** Words beside the colour: nothing is told by colour alone. */
export function ClockCell({ clock }: { clock: CaseItem["clock"] }) {
  const { b } = useSpeech();
  return (
    <span class={`clock ${clock.state}`}>
      <span class="clock-text">{b(clock.text)}</span>
      <time class="clock-due" dateTime={clock.due}>
        {clock.due.slice(5)}
      </time>
    </span>
  );
}

export function Badges({ risks }: { risks: readonly RiskBadge[] }) {
  const { b } = useSpeech();
  if (risks.length === 0) return null;
  return (
    <span class="badges">
      {risks.map((risk) => (
        <span key={risk.slug} class={`badge ${risk.level}`}>
          <b>{risk.level}</b> {b(risk.name)}
        </span>
      ))}
    </span>
  );
}

/** Nothing rather than "calm" beside somebody in danger: written in few words is not felt calmly. */
export function EmotionWord({ item: { emotion, risks } }: { item: Pick<CaseItem, "emotion" | "risks"> }) {
  const { b } = useSpeech();
  if (emotion.level === 0 && risks.some((risk) => risk.level === "P0")) return null;
  return (
    <span class={`emotion level-${emotion.level}`}>
      <span class="bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {b(emotion.name)}
    </span>
  );
}

export function Kind({ item }: { item: CaseItem }) {
  const { b } = useSpeech();
  const parts = [item.business, item.reason].filter((part) => part !== null);
  return <>{parts.map((part) => b(part)).join(" · ")}</>;
}

export function Owner({ item }: { item: CaseItem }) {
  const { t } = useSpeech();
  if (item.mine) return <span class="owner mine">{t("me")}</span>;
  return item.owner ? <span class="owner">{item.owner.name}</span> : <span class="owner nobody">{t("nobody")}</span>;
}

/** What is shown until there is something to show. */
export function Waiting({ refusal, again }: { refusal: ApiRefusal | null; again: () => void }) {
  const { t, b } = useSpeech();
  if (!refusal) return <p class="empty quiet">{t("loading")}</p>;
  return (
    <div class="empty">
      <p role="alert">{b(refusal.message)}</p>
      <button type="button" class="button" onClick={again}>
        {t("retry")}
      </button>
    </div>
  );
}

export function Panel(props: { title: string; children: ComponentChildren; class?: string; id?: string }) {
  return (
    <section class={`panel ${props.class ?? ""}`} aria-label={props.title} id={props.id}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Nothing is cut off behind anybody's back: what is too long says so, and by how much. */
export function TooLong({ text }: { text: string }) {
  const { t } = useSpeech();
  const over = text.trim().length - LONGEST;
  return (
    <p class="problem small" role="status">
      {over > 0 && `${t("tooLong")} ${over}`}
    </p>
  );
}
