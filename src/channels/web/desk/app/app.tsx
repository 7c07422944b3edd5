import type { PresenceView } from "../../../../desk/duty-view.ts";
import type { CaseItem } from "../../../../desk/view.ts";
import { AlertsPage } from "./alerts-page.tsx";
import { CasePage } from "./case-page.tsx";
import { ChannelsPage } from "./channels-page.tsx";
import { DeadLettersPage } from "./dead-letters-page.tsx";
import { forgetDrafts } from "./draft.ts";
import { DraftPage } from "./draft-page.tsx";
import { DraftsPage } from "./drafts-page.tsx";
import { DutyPage } from "./duty-page.tsx";
import { EmergencyPage } from "./emergency-page.tsx";
import { GapsPage } from "./gaps-page.tsx";
import { call } from "./http.ts";
import { ImprovementsPage } from "./improvements-page.tsx";
import { IncidentPage } from "./incident-page.tsx";
import { IncidentsPage } from "./incidents-page.tsx";
import { useShortcutSetting } from "./keys.ts";
import { useSpeech } from "./language.tsx";
import { LinksPage } from "./links-page.tsx";
import { ListPage } from "./list-page.tsx";
import { MeContext, type SignedIn, useMe } from "./me.ts";
import { useFetched, useNews } from "./news.ts";
import { ReportsPage } from "./reports-page.tsx";
import { RightsPage } from "./rights-page.tsx";
import { Link, type Page, usePage } from "./router.tsx";
import { TrackPage } from "./track-page.tsx";
import { TracksPage } from "./tracks-page.tsx";

export function App() {
  const { t, b } = useSpeech();
  const me = useFetched<SignedIn>("/me");
  if (me.value) {
    return (
      <MeContext.Provider value={me.value}>
        <Signed />
      </MeContext.Provider>
    );
  }
  if (me.refusal?.code === "sign-in-needed") {
    return (
      <main class="door">
        <p class="door-mark" aria-hidden="true">
          听诉
        </p>
        <h1>{t("signedOut")}</h1>
        <p>{t("signedOutHow")}</p>
      </main>
    );
  }
  if (me.refusal) {
    return (
      <main class="door">
        <p role="alert">{b(me.refusal.message)}</p>
        <button type="button" class="button" onClick={me.again}>
          {t("retry")}
        </button>
      </main>
    );
  }
  return <p class="door quiet">{t("loading")}</p>;
}

function Signed() {
  const me = useMe();
  const page = usePage();
  const { t } = useSpeech();
  return (
    <div class={page.page === "case" ? "frame frame-case" : "frame"}>
      <a class="skip" href="#content">
        {t("skip")}
      </a>
      <TopBar page={page} />
      <main id="content" tabIndex={-1}>
        <PageBody page={me.pages.cases ? page : adminPage(page)} />
      </main>
    </div>
  );
}

const adminPage = (page: Page): Page =>
  page.page === "dead-letters" || page.page === "links" || page.page === "channels" ? page : { page: "dead-letters" };

function PageBody({ page }: { page: Page }) {
  switch (page.page) {
    case "list":
      return <ListPage view={page.view} search={page.search} />;
    case "case":
      return <CasePage key={page.ref} caseRef={page.ref} />;
    case "alerts":
      return <AlertsPage />;
    case "incidents":
      return <IncidentsPage />;
    case "incident":
      return <IncidentPage key={page.id} id={page.id} />;
    case "reports":
      return <ReportsPage key={page.query} query={page.query} />;
    case "improvements":
      return <ImprovementsPage key={page.query} query={page.query} />;
    case "emergency":
      return <EmergencyPage />;
    case "dead-letters":
      return <DeadLettersPage />;
    case "gaps":
      return <GapsPage />;
    case "drafts":
      return <DraftsPage />;
    case "draft":
      return <DraftPage key={page.id} id={page.id} />;
    case "tracks":
      return page.record === null ? <TracksPage /> : <TrackPage key={page.record} record={page.record} />;
    case "rights":
      return <RightsPage />;
    case "duty":
      return <DutyPage />;
    case "links":
      return <LinksPage />;
    case "channels":
      return <ChannelsPage />;
  }
}

function TopBar({ page }: { page: Page }) {
  const me = useMe();
  const { t, code, change, tongue } = useSpeech();
  const [shortcuts, toggle] = useShortcutSetting();
  const at = (name: Page["page"]) => page.page === name;
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
        {me.pages.cases && (
          <>
            <Link to="/" current={at("list") || at("case")}>
              {t("cases")}
            </Link>
            <AlertsLink current={at("alerts")} />
          </>
        )}
        {me.pages.incidents && <IncidentsLink current={at("incidents") || at("incident") || at("emergency")} />}
        {me.pages.reports && (
          <Link to="/reports" current={at("reports")}>
            {t("reports")}
          </Link>
        )}
        {me.pages.tracks && (
          <Link to="/tracks" current={at("tracks")}>
            {t("tracks")}
          </Link>
        )}
        {me.pages.improvements && <ImprovementsLink current={at("improvements")} />}
        {me.pages.gaps && (
          <Link to="/gaps" current={at("gaps")}>
            {t("policyGaps")}
          </Link>
        )}
        {me.pages.drafts && (
          <Link to="/drafts" current={at("drafts") || at("draft")}>
            {t("drafts")}
          </Link>
        )}
        {me.pages.rights && (
          <Link to="/rights" current={at("rights")}>
            {t("rights")}
          </Link>
        )}
        {me.pages.duty && <DutyLink current={at("duty")} />}
        {me.pages.deadLetters && (
          <Link to="/dead-letters" current={at("dead-letters")}>
            {t("deadLetters")}
          </Link>
        )}
        {me.pages.channels && (
          <Link to="/channels" current={at("channels")}>
            {t("channels")}
          </Link>
        )}
        {me.pages.links && (
          <Link to="/links" current={at("links")}>
            {t("links")}
          </Link>
        )}
      </nav>
      <div class="who">
        <button type="button" class="plain shortcut-switch" aria-pressed={shortcuts} onClick={toggle}>
          {shortcuts ? t("shortcutsOn") : t("shortcutsOff")}
        </button>
        <button type="button" class="plain" lang={tongue === "zh" ? "en" : "zh-CN"} onClick={change}>
          {t("otherLanguage")}
        </button>
        <span class="person">
          <b>{me.name}</b> <span class="quiet">{code("role", me.role)}</span>
        </span>
        <button type="button" class="plain" onClick={signOut}>
          {t("signOut")}
        </button>
      </div>
    </header>
  );
}

function AlertsLink({ current }: { current: boolean }) {
  const { t } = useSpeech();
  const alerts = useFetched<CaseItem[]>("/alerts");
  useNews(null, alerts.again);
  const count = alerts.value?.length ?? 0;
  return (
    <Link to="/alerts" current={current}>
      {t("alerts")}
      {count > 0 && <span class="pill hot">{count}</span>}
    </Link>
  );
}

function ImprovementsLink({ current }: { current: boolean }) {
  const { t } = useSpeech();
  const due = useFetched<number>("/improvements/due");
  useNews(null, due.again);
  const count = due.value ?? 0;
  return (
    <Link to="/improvements" current={current}>
      {t("improvements")}
      {count > 0 && <span class="pill hot">{count}</span>}
    </Link>
  );
}

/** Says what was said of me: somebody who forgot that they are away is offered nothing. */
function DutyLink({ current }: { current: boolean }) {
  const { t } = useSpeech();
  const presence = useFetched<PresenceView>("/presence");
  useNews(null, presence.again);
  const state = presence.value?.state ?? "online";
  return (
    <Link to="/duty" current={current}>
      {t("duty")}
      {state !== "online" && <span class="pill">{t(`presence.${state}`)}</span>}
    </Link>
  );
}

function IncidentsLink({ current }: { current: boolean }) {
  const { t } = useSpeech();
  const waiting = useFetched<number>("/incident-alerts/waiting");
  useNews(null, waiting.again);
  const count = waiting.value ?? 0;
  return (
    <Link to="/incidents" current={current}>
      {t("incidents")}
      {count > 0 && <span class="pill hot">{count}</span>}
    </Link>
  );
}

async function signOut(): Promise<void> {
  forgetDrafts();
  await call("POST", "/sign-out");
  location.assign("/desk/");
}
