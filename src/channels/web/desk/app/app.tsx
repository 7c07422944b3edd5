import { AlertsPage } from "./alerts-page.tsx";
import { CasePage } from "./case-page.tsx";
import { ChannelsPage } from "./channels-page.tsx";
import { DeadLettersPage } from "./dead-letters-page.tsx";
import { DraftPage } from "./draft-page.tsx";
import { DraftsPage } from "./drafts-page.tsx";
import { DutyPage } from "./duty-page.tsx";
import { EmergencyPage } from "./emergency-page.tsx";
import { GapsPage } from "./gaps-page.tsx";
import { ImprovementsPage } from "./improvements-page.tsx";
import { IncidentPage } from "./incident-page.tsx";
import { IncidentsPage } from "./incidents-page.tsx";
import { useSpeech } from "./language.tsx";
import { LinksPage } from "./links-page.tsx";
import { ListPage } from "./list-page.tsx";
import { MeContext, type SignedIn, useMe } from "./me.ts";
import { useFetched } from "./news.ts";
import { ReportsPage } from "./reports-page.tsx";
import { RightsPage } from "./rights-page.tsx";
import { type Page, usePage } from "./router.tsx";
import { TopBar } from "./top-bar.tsx";
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
