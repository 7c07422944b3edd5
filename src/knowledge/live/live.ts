/**
 * The policies as they lie in the bank's folder, at any time: a changed file is in force two seconds later without a restart. A
 * broken one leaves in force what stood in it before, and is named until it is mended.
 */
import { createKnowledge, type Knowledge, type KnowledgeParts } from "../answer.ts";
import type { Policy, Problem } from "../policies.ts";
import { jiebaCutter } from "../words.ts";
import type { Reloaded } from "./reload.ts";
import { placesIn, type Texts } from "./texts.ts";
import { createReloadThread, type ReloadThread, reloadHere } from "./thread.ts";
import { type Watching, watchFiles } from "./watch.ts";

export interface LiveKnowledge extends Knowledge {
  /** What is wrong in the folder now. */
  problems(): readonly Problem[];
  /** What is in force, of every day and audience. */
  policies(): readonly Policy[];
  /** Makes ready what is not, and watches. Until that is done the first question waits. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What happened to the texts, for the log. */
export interface LiveReport {
  /** In force from now on. */
  reloaded(news: { policies: number; milliseconds: number }): void;
  /** Said again with every change while it is not mended. */
  broken(problems: readonly Problem[]): void;
  failed(error: unknown): void;
}

export interface LiveOptions extends Omit<KnowledgeParts, "policies" | "synonyms" | "asked" | "rows" | "cutter"> {
  /** The bank's folder. */
  bank: string;
  keepIn: string;
  /** As read at the start. */
  texts: Texts;
  report: LiveReport;
}

export function createLiveKnowledge({ bank, texts, report, ...given }: LiveOptions): LiveKnowledge {
  const cutter = jiebaCutter();
  const made = ({ policies, synonyms, asked }: Texts, rows?: Reloaded["rows"]) =>
    createKnowledge({ ...given, policies, synonyms, asked, cutter, ...(rows && { rows }) });
  let inForce = { texts, knowledge: made(texts) };
  let problems: readonly Problem[] = [];
  let thread: ReloadThread = createReloadThread(bank, given.keepIn);
  let watching: Watching | undefined;
  let working: Promise<void> = Promise.resolve();
  let starting: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function reloadOnce(): Promise<void> {
    const started = performance.now();
    const { texts: fresh, rows, problems: found } = await thread.reload(inForce.texts);
    if (stopped) return;
    const knowledge = made(fresh, rows);
    knowledge.open();
    inForce = { texts: fresh, knowledge };
    problems = found;
    if (found.length > 0) report.broken(found);
    report.reloaded({ policies: fresh.policies.length, milliseconds: Math.round(performance.now() - started) });
  }

  async function reloadSafely(): Promise<void> {
    try {
      await reloadOnce();
    } catch (error) {
      if (stopped) return;
      report.failed(error);
      // Without its own thread the next reading makes customers wait; not reading at all would leave old rules in force.
      thread = reloadHere(bank, given.keepIn);
      await reloadOnce().catch((reason: unknown) => report.failed(reason));
    }
  }

  /** One at a time; what changes meanwhile is read once after it. */
  function changed(): void {
    if (again || stopped) return;
    again = true;
    working = working.then(() => {
      again = false;
      return stopped ? undefined : reloadSafely();
    });
  }

  async function start(): Promise<void> {
    watching = await watchFiles(placesIn(bank), changed);
    if (inForce.knowledge.waits()) changed();
    await working;
  }

  const now = () => inForce.knowledge;
  return {
    problems: () => problems,
    policies: () => inForce.texts.policies,
    start() {
      starting ??= start();
      return starting;
    },
    async stop() {
      stopped = true;
      await starting;
      watching?.stop();
      await thread.stop();
    },
    warm: () => now().warm(),
    open: () => now().open(),
    waits: () => now().waits(),
    group: (texts) => now().group(texts),
    async answer(question, options) {
      if (now().waits()) await starting;
      return now().answer(question, options);
    },
    clause: (...asked) => now().clause(...asked),
    list: (...asked) => now().list(...asked),
    retriever: (options) => now().retriever(options),
  };
}
