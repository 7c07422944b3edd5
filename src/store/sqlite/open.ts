/** The store over SQLite: one file, one process, every promise kept by the disk. */
import { createHmac } from "node:crypto";
import { deriveKey, MASTER_KEY_BYTES } from "../../privacy/keys.ts";
import type { AssignmentStore } from "../assignments.ts";
import type { CoreRecords } from "../core-records.ts";
import type { DraftStore } from "../drafts.ts";
import { StoreError } from "../error.ts";
import type { FiringStore } from "../firing-store.ts";
import type { GapStore } from "../gaps.ts";
import type { ImprovementStore } from "../improvements.ts";
import type { IncidentCalls } from "../incident-calls.ts";
import type { IncidentStore } from "../incidents.ts";
import type { ReportStore } from "../reports.ts";
import type { RightsStore } from "../rights.ts";
import type { SlackStore } from "../slack.ts";
import type { Store } from "../store.ts";
import type { TrackStore } from "../tracks.ts";
import { createAccess } from "./access.ts";
import { createAssignments } from "./assignments.ts";
import { createAttachments } from "./attachments.ts";
import { createAudit, createAuditKeys } from "./audit.ts";
import { createCaseLives } from "./case-lives.ts";
import { createCaseFiles } from "./cases.ts";
import { createCheckpoints } from "./checkpoint.ts";
import { createClocks } from "./clocks.ts";
import { createCommit } from "./commit.ts";
import { createConversations } from "./conversations.ts";
import { createCoreRecords } from "./core-records.ts";
import { type Opened, openDatabase, openReader, storeError } from "./database.ts";
import { createDeliveries } from "./deliveries.ts";
import { createDrafts } from "./drafts.ts";
import { createErase } from "./erase.ts";
import { createFirings } from "./firings.ts";
import { createGaps } from "./gaps.ts";
import { createHeadings } from "./headings.ts";
import { createImprovements } from "./improvements.ts";
import { createIncidentCalls } from "./incident-calls.ts";
import { createIncidents } from "./incidents.ts";
import { migrate } from "./migrations.ts";
import { createOutbox } from "./outbox.ts";
import { createPeople } from "./people.ts";
import { createReceipts } from "./receipts.ts";
import { createReports } from "./reports.ts";
import { createRights } from "./rights.ts";
import { createSlackTables } from "./slack.ts";
import { createStatements, type Statements } from "./statements.ts";
import { createStates } from "./states.ts";
import { createSteps } from "./steps.ts";
import { createTracks } from "./tracks.ts";
import { createTranscript } from "./transcript.ts";
import { createVerify } from "./verify.ts";
import { createWriter } from "./writer.ts";

/** Entries after which a checkpoint is written by itself. */
const CHECKPOINT_EVERY = 500;

export interface SqliteOptions {
  /** Path of the database, or ":memory:". */
  file: string;
  /** 32 bytes. */
  masterKey: Uint8Array;
  /** JSON lines; beside the database when not given, none for ":memory:". */
  checkpointFile?: string;
  /** Largest size of the database. What does not fit is refused with `store.full`, and the disk keeps its rest. */
  maxBytes?: number;
  /** Instant of checkpoint lines. */
  clock?: () => string;
  /** Only looks, also while another process writes. Every change is refused. */
  readOnly?: boolean;
}

/** The store with what belongs to this implementation. */
export interface SqliteStore extends Store, GapStore, TrackStore, DraftStore {
  /** Traces of the turns of a conversation, for replay. Null text when the person was erased. */
  traces(conversation: string): Promise<{ version: number; at: string; trace: string | null }[]>;
  /** Mass events. */
  incidents: IncidentStore;
  reports: ReportStore;
  /** What is done about the causes of complaints. */
  improvements: ImprovementStore;
  /** Requests of customers about their own data. */
  rights: RightsStore;
  /** Writes a line with the heads that have changed; false when nothing has, or no file is kept. */
  writeCheckpoint(): Promise<boolean>;
  /** What is kept of the core system's word. */
  core: CoreRecords;
  /** What the Slack desk remembers. */
  slack: SlackStore;
  /** What the clocks of cases have said. */
  firings: FiringStore;
  /** Who is there, and cases nobody has. */
  assignments: AssignmentStore;
  /** Calls about alerts of mass events. */
  incidentCalls: IncidentCalls;
}

/** The database must have been made with this master key: else everything in it would be noise. */
function checkMasterKey({ db, first, run }: Statements, masterKey: Uint8Array): void {
  const value = createHmac("sha256", deriveKey(masterKey, "check")).update("tingsu").digest("hex");
  const stored = first(db.selectFrom("meta").select("value").where("key", "=", "key-check"));
  if (!stored) run(db.insertInto("meta").values({ key: "key-check", value }));
  else if (stored.value !== value) {
    throw new StoreError("store.wrong-key", "the database was made with another master key");
  }
}

/** One process writes at a time: whoever held a lease before this one is gone. */
function releaseLeases({ db, run }: Statements): void {
  run(db.updateTable("outbox").set({ leased_until_ms: 0 }).where("status", "=", "pending"));
}

/**
 * Opens the store, making file and tables when they are not there.
 * Throws StoreError: locked, corrupt, foreign, newer-version, wrong-key.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<SqliteStore> {
  if (options.masterKey.length !== MASTER_KEY_BYTES) {
    throw new StoreError("store.wrong-key", `a master key has ${MASTER_KEY_BYTES} bytes`);
  }
  const opened = options.readOnly ? openReader(options.file) : openDatabase(options.file, options.maxBytes);
  try {
    const statements = createStatements(opened.database);
    if (!options.readOnly) {
      await migrate(statements.db);
      releaseLeases(statements);
    }
    checkMasterKey(statements, options.masterKey);
    return assemble(opened, statements, options);
  } catch (error) {
    opened.close();
    throw storeError(error, `opening ${options.file}`);
  }
}

function assemble(opened: Opened, statements: Statements, options: SqliteOptions): SqliteStore {
  const { database } = opened;
  const { masterKey, clock = () => new Date().toISOString() } = options;
  const file = options.checkpointFile ?? (options.file === ":memory:" ? undefined : `${options.file}.checkpoints`);
  const keys = createAuditKeys(masterKey);
  const audit = createAudit(statements, keys);
  const checkpoints = file === undefined ? undefined : createCheckpoints(statements, keys, file);
  const people = createPeople(statements, masterKey);
  const headings = createHeadings(statements, !options.readOnly);
  const transcript = createTranscript(statements, people);
  const steps = createSteps(statements, headings, people);
  const states = createStates(statements, steps);
  const clocks = createClocks(statements);
  const outbox = createOutbox(statements);
  const deliveries = createDeliveries(statements, people, headings);
  const conversations = createConversations({ statements, headings, people, transcript, states, steps, outbox, audit });
  const cases = createCaseFiles(statements, people, conversations, audit);
  const attachments = createAttachments(statements, people, conversations, audit);
  const gaps = createGaps(statements, people, conversations);
  const drafts = createDrafts(statements);
  const receipts = createReceipts(statements, headings);
  const access = createAccess(statements);
  const firings = createFirings(statements);
  const lives = createCaseLives(statements, { people, conversations, audit, outbox, firings });
  const commit = createCommit({
    statements,
    headings,
    people,
    transcript,
    states,
    steps,
    outbox,
    deliveries,
    cases,
    audit,
  });
  const erase = createErase({ statements, headings, people, cases, audit, outbox });
  const verify = createVerify(statements, keys, checkpoints, () => {
    // One view of everything, while another process goes on writing.
    if (options.readOnly) database.exec("BEGIN");
  });
  const writer = createWriter(database, [audit.companion, headings.companion], checkpointWhenDue);
  /** Set while the last checkpoint could not be written; verification reports it. */
  let checkpointFailed = false;
  let closing: Promise<void> | undefined;

  function writeCheckpoint(): boolean {
    checkpointFailed = true;
    const written = checkpoints?.write(clock()) ?? false;
    checkpointFailed = false;
    audit.counted();
    return written;
  }

  function checkpointWhenDue(): void {
    if (!checkpoints || audit.uncounted() < CHECKPOINT_EVERY) return;
    try {
      writeCheckpoint();
    } catch {
      // Customers' messages must not wait for this file: it is tried again with the next commits, and
      // `checkpointFailed` makes verification say so until it works.
    }
  }

  const { write } = writer;
  /** Reads run at once, between two transactions, so what they see is durable and whole. */
  async function read<T>(look: () => T): Promise<T> {
    if (closing) throw new StoreError("store.closed", "the store is closed");
    try {
      return look();
    } catch (error) {
      throw storeError(error, "reading");
    }
  }

  return {
    slack: createSlackTables(statements, read, write),
    startConversation: (input) => write(() => conversations.start(input)),
    conversationOf: (channel, externalId) => read(() => conversations.newestOf(channel, externalId)),
    accept: (message) => write(() => conversations.accept(message)),
    load: (conversation) => read(() => conversations.load(conversation)),
    commit: (step) => write(() => commit(step)),
    messages: (conversation, range) => read(() => conversations.messages(conversation, range)),
    latest: (conversation, limit) => read(() => conversations.latest(conversation, limit)),
    message: (conversation, id) => read(() => conversations.message(conversation, id)),
    events: (conversation) => read(() => steps.events(conversation)),
    traces: (conversation) => read(() => steps.traces(conversation)),
    markDelivered: (conversation, uptoSeq, at) => write(() => receipts.delivered(conversation, uptoSeq, at)),
    markRead: (conversation, uptoSeq, at) => write(() => receipts.read(conversation, uptoSeq, at)),

    addAttachment: (attachment) => write(() => attachments.add(attachment)),
    attachment: (id) => read(() => attachments.get(id)),

    dueClocks: (now, limit) => read(() => clocks.due(now, limit)),
    nextClock: () => read(() => clocks.next()),

    deliveries: {
      address: (conversation) => read(() => deliveries.address(conversation)),
      begin: (part) => write(() => deliveries.begin(part)),
      settle: (part, state, providerId, at) => write(() => deliveries.settle(part, state, providerId, at)),
      abandon: (part) => write(() => deliveries.abandon(part)),
      countSince: (conversation, since) => read(() => deliveries.countSince(conversation, since)),
      begun: (conversation) => read(() => deliveries.begun(conversation)),
      waiting: (conversation) => read(() => deliveries.waiting(conversation)),
      release: (conversation, at) => write(() => deliveries.release(conversation, at)),
    },

    claim: (now, leaseMs, limit) => write(() => outbox.claim(now, leaseMs, limit)),
    succeed: (id) => write(() => outbox.succeed(id)),
    postpone: (id, due, error) => write(() => outbox.postpone(id, due, error)),
    hold: (id, due, code) => write(() => outbox.hold(id, due, code)),
    bury: (id, at, error) => write(() => outbox.bury(id, at, error)),
    deadLetters: () => read(() => outbox.dead()),
    revive: (id, at) => write(() => outbox.revive(id, at)),
    pendingEffects: () => read(() => outbox.pending()),

    records: (query) => read(() => cases.records(query)),
    cases: (query) => read(() => cases.cases(query)),
    case: (ref) => read(() => cases.case(ref)),
    findByProof: (ref, tail) => read(() => cases.findByProof(ref, tail)),
    countAttempt: (key, now, limit, windowMs) => write(() => access.countAttempt(key, now, limit, windowMs)),
    addCaseNote: (note, effects = []) =>
      write(() => {
        const conversation = cases.addNote(note);
        outbox.queue(conversation, effects, note.at);
      }),
    caseNotes: (key) => read(() => cases.notes(key)),

    addGap: (gap) => write(() => gaps.addGap(gap)),
    forgetUnclear: (conversation) => write(() => gaps.forgetUnclear(conversation)),
    openGaps: () => read(() => gaps.openGaps()),
    settleGaps: (ids, at) => write(() => gaps.settleGaps(ids, at)),
    keepDraft: (draft, revision) => write(() => drafts.keepDraft(draft, revision)),
    draft: (id) => read(() => drafts.draft(id)),
    drafts: () => read(() => drafts.drafts()),

    saveToken: (token) => write(() => access.saveToken(token)),
    useToken: (hash, purpose, now) =>
      purpose === "sign-in" ? write(() => access.redeem(hash, now)) : read(() => access.session(hash, now)),
    dropToken: (hash) => write(() => access.dropToken(hash)),
    coreOpen: (key, number, at) => write(() => access.coreOpen(key, number, at)),
    core: createCoreRecords(statements, { write, read }),

    lives: {
      load: (key) => read(() => lives.load(key)),
      row: (key) => read(() => lives.row(key)),
      commit: (step) => write(() => lives.commit(step)),
      rows: (query) => read(() => lives.rows(query)),
      keysOfPerson: (conversation) => read(() => lives.keysOfPerson(conversation)),
    },

    ...createTracks(statements, { read, write }),
    incidentCalls: createIncidentCalls(statements, audit, { read, write }),
    assignments: createAssignments(statements, audit, { read, write }),
    reports: createReports(statements, read),
    improvements: createImprovements(statements, audit, { write, read }),
    rights: createRights(statements, { people, cases, audit }, { write, read }),
    incidents: createIncidents(statements, audit, { write, read }),
    audit: (chain, at, note) =>
      write(() => {
        audit.append(chain, at, note);
      }),
    auditEntries: (chain) => read(() => audit.entries(chain)),
    async verifyAudit() {
      const report = await verify();
      if (checkpointFailed) {
        report.problems.push({ chain: "checkpoints", seq: null, problem: "the last checkpoint could not be written" });
      }
      return report;
    },
    firings: {
      dueCases: (now, limit) => read(() => firings.dueCases(now, limit)),
      nextDue: () => read(() => firings.nextDue()),
      fired: (caseKey) => read(() => firings.fired(caseKey)),
      firings: (caseKey) => read(() => firings.firings(caseKey)),
      record: (caseKey, rows, effects = []) =>
        write(() => {
          firings.record(caseKey, rows);
          for (const one of effects) outbox.queue(one.effect.conversation, [one], clock());
        }),
      schedule: (caseKey, next) => write(() => firings.schedule(caseKey, next)),
      lookAtAll: (now) => write(() => firings.lookAtAll(now)),
    },
    writeCheckpoint: () => write(() => undefined).then(() => read(writeCheckpoint)),

    async erasePerson(person, at) {
      const erased = await write(() => erase(person, at));
      // The log of changes still holds the page with the key: bring it over and empty it.
      await read(() => database.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
      return erased;
    },
    personOf: (conversation) => read(() => conversations.person(conversation)),

    close() {
      closing ??= writer.close().then(() => {
        try {
          if (!options.readOnly) writeCheckpoint();
        } finally {
          opened.close();
        }
      });
      return closing;
    },
  };
}
