/** What happens by the clock: alerts that ring again, messages left over, live talks that end, the digest, the clocks on the cards. */
import type { CaseCards } from "../../desk/card.ts";
import type { SlackStore } from "../../store/slack.ts";
import type { Alerts } from "./alerts.ts";
import type { Board } from "./board.ts";
import type { Inbox } from "./inbox.ts";
import type { IncidentAlerts } from "./incident-alerts.ts";
import type { LinkNotices } from "./link-notices.ts";
import type { TaskReminders } from "./task-reminders.ts";
import type { TrackBoard } from "./track-board.ts";

const EVERY_MS = 15_000;
/** Clocks on cards count hours. */
const CARDS_EVERY_MS = 30 * 60_000;

export function createTicker(deps: {
  alerts: Pick<Alerts, "ring">;
  incidents: Pick<IncidentAlerts, "ring"> | null;
  inbox: Pick<Inbox, "resume">;
  lines: LinkNotices;
  tracks: Pick<TrackBoard, "showAll"> | null;
  tasks: TaskReminders | null;
  board: Pick<Board, "show" | "lookAgain">;
  cards: Pick<CaseCards, "open">;
  digest: () => Promise<void>;
  store: SlackStore;
  now: () => string;
  report: (failure: { what: string; error: unknown }) => void;
}) {
  const { store, board, now } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let cardsShown = Date.parse(now());

  /** One failure doesn't keep the rest from happening; the next tick tries again. */
  async function attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      deps.report({ what, error });
    }
  }

  async function endTalks(): Promise<void> {
    for (const { key } of await store.liveOver(now())) await board.show(key);
  }

  async function showCards(): Promise<void> {
    const at = Date.parse(now());
    if (at - cardsShown < CARDS_EVERY_MS) return;
    cardsShown = at;
    const out = new Set((await store.cards()).map((card) => card.key));
    for (const { key } of await deps.cards.open()) if (out.has(key) && !stopped) await board.show(key);
  }

  async function tick(): Promise<void> {
    await attempt("alerts", deps.alerts.ring);
    const { incidents } = deps;
    if (incidents) await attempt("incidents", incidents.ring);
    await attempt("messages", deps.inbox.resume);
    await attempt("links", deps.lines.show);
    const { tracks, tasks } = deps;
    if (tracks) await attempt("tracks", tracks.showAll);
    if (tasks) await attempt("tasks", tasks.tell);
    await attempt("live", endTalks);
    await attempt("unsent", board.lookAgain);
    await attempt("digest", deps.digest);
    await attempt("cards", showCards);
  }

  function next(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = tick().then(next);
    }, EVERY_MS);
    timer.unref();
  }

  return {
    tick,
    start: next,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
