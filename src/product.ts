/** The parts of the product put together over one store. Used by the server, the terminal and the command line. */
import { randomUUIDv7 } from "node:crypto";
import type { Logger } from "pino";
import { connectCore } from "./cases/connect.ts";
import { createFlowBank } from "./cases/flow-bank.ts";
import type { IncidentWatch } from "./cases/incidents/watch.ts";
import { type CaseLife, createCaseLife } from "./cases/life/life.ts";
import { newCaseNumber, newRecordNumber } from "./cases/numbers.ts";
import type { CoreSettings } from "./cases/settings.ts";
import { dayIn } from "./cases/zone.ts";
import type { Sender } from "./channels/sender.ts";
import { isOpen } from "./channels/window.ts";
import type { Content } from "./content.ts";
import { RiskSlug } from "./flows/reading.ts";
import { createIntake, type Intake } from "./intake.ts";
import { createKnowledge, type Knowledge, type KnowledgeParts } from "./knowledge/answer.ts";
import { createLiveKnowledge } from "./knowledge/live/live.ts";
import type { GapNews } from "./note-gap.ts";
import { detectPersonal, removeSecrets } from "./privacy/detect.ts";
import { digitsIn } from "./privacy/detect-spoken.ts";
import { maskPersonal } from "./privacy/mask.ts";
import { createOfflineReader } from "./reading/offline/read.ts";
import type { Rights } from "./rights/rights.ts";
import type { CoreRecords } from "./store/core-records.ts";
import type { GapStore } from "./store/gaps.ts";
import type { Live } from "./store/live.ts";
import type { Store } from "./store/store.ts";
import type { Thinking } from "./thinking.ts";
import { createWording } from "./wording/word.ts";
import { codeOf } from "./workers/clocks.ts";
import type { OutboxParts } from "./workers/outbox.ts";

export type Reader = ReturnType<typeof createOfflineReader>;

export interface Product {
  content: Content;
  intake: Intake;
  knowledge: Knowledge;
  read: Reader;
  life: CaseLife;
  outbox: OutboxParts;
}

export function createReader(content: Content): Reader {
  const riskPhrases = RiskSlug.options.map((slug) => ({ slug, phrases: content.bank.risks[slug].phrases }));
  return createOfflineReader({ detectPersonal, digitsIn, riskPhrases });
}

/** The bank's policies, ready to be asked. */
export const knowledgeOf = (
  { policies, synonyms, asked, keepIn, bank }: Content,
  deeper: Pick<KnowledgeParts, "searchWith" | "compose"> = {},
): Knowledge => createKnowledge({ ...deeper, policies, synonyms, asked, keepIn, regions: bank.profile.regions });

/** The same, and what changes in the bank's folder is in force two seconds later. */
export const liveKnowledgeOf = (
  { policies, synonyms, asked, keepIn, bank }: Content,
  folder: string,
  log: Logger,
  deeper: Pick<KnowledgeParts, "searchWith" | "compose">,
) =>
  createLiveKnowledge({
    ...deeper,
    bank: folder,
    keepIn,
    texts: { policies, synonyms, asked },
    regions: bank.profile.regions,
    report: {
      reloaded: (news) => log.info(news, "policies were read again"),
      broken: (problems) => log.error({ problems }, "policies have mistakes; what stood there before stays in force"),
      failed: (error) => log.error({ code: codeOf(error) }, "the policies could not be read again"),
    },
  });

export function createProduct(parts: {
  content: Content;
  store: Store & { core: CoreRecords };
  live: Live;
  log: Logger;
  now: () => string;
  /** The embedded core system when not given. */
  core?: CoreSettings;
  schedule: (conversation: string, due: string) => void;
  /** Present while a language model is switched on. */
  thinking?: Thinking;
  /** Push channels and surfaces for staff; channels need the intake first, so they may join later. */
  reach?: Partial<Pick<OutboxParts, "senders" | "surfaces" | "fallback" | "links">>;
  /** Present where mass events are watched for. */
  incidents?: IncidentWatch;
  /** Where requests about a customer's own data go. */
  rights?: Rights;
  /** Where questions go that the policies left open. */
  gaps?: Pick<GapStore, "addGap" | "forgetUnclear">;
  /** Without it the policies stay as `content` holds them. */
  knowledge?: Knowledge;
}): Product {
  const { content, store, live, log, now, thinking } = parts;
  const { bank } = content;
  const { senders = new Map<string, Sender>(), surfaces = [], fallback = null } = parts.reach ?? {};
  const knowledge = parts.knowledge ?? knowledgeOf(content);
  const read = createReader(content);
  const wording = createWording(content.phrases, {
    names: bank.names,
    zone: bank.profile.zone,
    hotlines: bank.profile.hotlines,
    privacyNotice: (language, form) =>
      bank.profile.privacy[form === "brief" ? "brief" : "text"][language === "en" ? "en" : "zh"],
    staffedHours: (language) => hoursText(bank.profile.staffed.hours, language === "en"),
  });
  const intake = createIntake({
    store,
    live,
    bank: createFlowBank(bank),
    wording,
    names: bank.names,
    staffToldElsewhere: () => surfaces.length > 0,
    noticeVersion: bank.profile.privacy.version,
    maskPersonal,
    removeSecrets,
    read,
    ...(thinking ? { thinking } : {}),
    ...(parts.incidents ? { incidents: parts.incidents } : {}),
    ...(parts.rights ? { rights: parts.rights } : {}),
    ...(parts.gaps ? { openQuestion: openQuestions(parts.gaps, log) } : {}),
    answer: knowledge.answer,
    // In order of time: neighbours in the database are written together.
    newId: randomUUIDv7,
    newRecord: newRecordNumber,
    now,
    schedule: parts.schedule,
    statusAttemptsPerHour: bank.profile.limits.statusAttemptsPerHour,
  });
  const core = connectCore(parts.core ?? { kind: "embedded" }, {
    coreOpen: (key, number, at) => store.coreOpen(key, number, at),
    numbers: (page) => store.core.numbers(page),
    newNumber: () => newCaseNumber(dayIn(bank.profile.zone, now())),
    now,
    random: Math.random,
  });
  const life = createCaseLife({
    store,
    bank: () => bank,
    notice: intake.notice,
    live,
    async mayWrite({ id, channel, lastHeardAt }) {
      const window = senders.get(channel)?.features.window ?? null;
      const sentSince = window && lastHeardAt ? await store.deliveries.countSince(id, lastHeardAt) : 0;
      return isOpen(window, { lastHeardAt, sentSince, now: now() });
    },
    staffToldElsewhere: () => surfaces.length > 0,
    now,
    newId: randomUUIDv7,
  });
  const links = parts.reach?.links;
  const reach = { senders, surfaces, fallback, ...(links ? { links } : {}) };
  const rights = parts.rights ? { rights: parts.rights } : {};
  const outbox = { store, core, intake, life, live, log, now, random: Math.random, ...reach, ...rights };
  return { content, intake, knowledge, read, life, outbox };
}

/** Written beside the turn, which has been committed: what fails here is a line in the log and nobody's complaint. */
const openQuestions = (gaps: Pick<GapStore, "addGap" | "forgetUnclear">, log: Logger) => async (news: GapNews) => {
  try {
    if (news?.kind === "gap") await gaps.addGap(news.gap);
    if (news?.kind === "clear") await gaps.forgetUnclear(news.conversation);
  } catch (error) {
    log.error({ code: codeOf(error) }, "an open question could not be kept");
  }
};

/** "08:30–20:30"; several stretches are joined. */
const hoursText = (hours: Content["bank"]["profile"]["staffed"]["hours"], english: boolean): string =>
  hours.map(({ from, to }) => (english ? `${from} to ${to}` : `${from}–${to}`)).join(english ? ", " : "、");
