/** The bar above every page: where one may go, with what waits there, and who is signed in. */
import type { PresenceView } from "../../../../desk/duty-view.ts";
import type { CaseItem } from "../../../../desk/view.ts";
import { Disclosure } from "./disclosure.tsx";
import { forgetDrafts } from "./draft.ts";
import { call } from "./http.ts";
import { useShortcutSetting } from "./keys.ts";
import { useSpeech } from "./language.tsx";
import { useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { barItems, type Entry } from "./pages.ts";
import { Link, type Page } from "./router.tsx";

/** What waits on a page: a number that is more than nought, or a word. */
type Marks = Partial<Record<Page["page"], number | string>>;

export function TopBar({ page }: { page: Page }) {
  const me = useMe();
  const { t, change, tongue } = useSpeech();
  const marks = useMarks();
  const isOn = ({ on }: Entry) => on.includes(page.page);
  return (
    <header class="top">
      <Link to="/" class="brand">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M7 20c3-4 6-4 9 0s6 4 9 0M7 13c3-4 6-4 9 0s6 4 9 0" />
        </svg>
        <span>{t("desk")}</span>
      </Link>
      <nav aria-label={t("pages")}>
        <ul>
          {barItems(me.pages).map((item) =>
            item.kind === "page" ? (
              <li key={item.entry.to}>
                <PageLink class="bar-link" entry={item.entry} current={isOn(item.entry)} marks={marks} />
              </li>
            ) : (
              <li key={item.word}>
                <Disclosure
                  current={item.entries.some(isOn)}
                  label={
                    <>
                      {t(item.word)}
                      <Mark of={waitingIn(item.entries, marks)} />
                    </>
                  }
                >
                  <ul>
                    {item.entries.map((entry) => (
                      <li key={entry.to}>
                        <PageLink class="menu-link" entry={entry} current={isOn(entry)} marks={marks} />
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              </li>
            ),
          )}
        </ul>
      </nav>
      <div class="who">
        <button type="button" class="plain" lang={tongue === "zh" ? "en" : "zh-CN"} onClick={change}>
          {t("otherLanguage")}
        </button>
        <Account />
      </div>
    </header>
  );
}

function Account() {
  const me = useMe();
  const { t, b, code } = useSpeech();
  const [shortcuts, toggle] = useShortcutSetting();
  return (
    <Disclosure
      class="account"
      label={
        <>
          <span class="unseen">{t("account")} </span>
          <b>{me.name}</b>
        </>
      }
    >
      <p class="quiet small">
        {code("role", me.role)} · {b(me.department)}
      </p>
      <button type="button" class="plain" aria-pressed={shortcuts} onClick={toggle}>
        {shortcuts ? t("shortcutsOn") : t("shortcutsOff")}
      </button>
      <button type="button" class="plain" onClick={signOut}>
        {t("signOut")}
      </button>
    </Disclosure>
  );
}

function PageLink(props: { class: string; entry: Entry; current: boolean; marks: Marks }) {
  const { t } = useSpeech();
  const { entry, current, marks } = props;
  return (
    <Link to={entry.to} class={props.class} current={current}>
      {t(entry.word)}
      <Mark of={marks[entry.on[0]]} />
    </Link>
  );
}

function Mark({ of }: { of: number | string | undefined }) {
  if (of === undefined) return null;
  return <span class={typeof of === "number" ? "pill hot" : "pill"}>{of}</span>;
}

/** What a closed menu holds must not be hidden by it: the numbers of its pages together. */
function waitingIn(entries: readonly Entry[], marks: Marks): number | undefined {
  const sum = entries.reduce((total, { on }) => {
    const mark = marks[on[0]];
    return typeof mark === "number" ? total + mark : total;
  }, 0);
  return sum > 0 ? sum : undefined;
}

function useMarks(): Marks {
  const { pages } = useMe();
  const { t } = useSpeech();
  const alerts = useFetched<CaseItem[]>(pages.cases ? "/alerts" : null);
  const incidents = useFetched<number>(pages.incidents ? "/incident-alerts/waiting" : null);
  const improvements = useFetched<number>(pages.improvements ? "/improvements/due" : null);
  const presence = useFetched<PresenceView>(pages.duty ? "/presence" : null);
  useNews(null, () => {
    for (const fetched of [alerts, incidents, improvements, presence]) fetched.again();
  });
  const counts = {
    alerts: alerts.value?.length ?? 0,
    incidents: incidents.value ?? 0,
    improvements: improvements.value ?? 0,
  };
  const state = presence.value?.state ?? "online";
  return {
    ...(counts.alerts > 0 && { alerts: counts.alerts }),
    ...(counts.incidents > 0 && { incidents: counts.incidents }),
    ...(counts.improvements > 0 && { improvements: counts.improvements }),
    // Says what was said of me: somebody who forgot that they are away is offered nothing.
    ...(state !== "online" && { duty: t(`presence.${state}`) }),
  };
}

async function signOut(): Promise<void> {
  forgetDrafts();
  await call("POST", "/sign-out");
  location.assign("/desk/");
}
