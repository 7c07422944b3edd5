/** The store over SQLite: one file, one process, every promise kept by the disk. */
import { createHmac } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { deriveKey, MASTER_KEY_BYTES } from "../../privacy/keys.ts";
import { unsealText } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { Store } from "../store.ts";
import { createAccess } from "./access.ts";
import { createAttachments } from "./attachments.ts";
import { createAudit, createAuditKeys } from "./audit.ts";
import { createCaseFiles } from "./cases.ts";
import { createCheckpoints } from "./checkpoint.ts";
import { createClocks } from "./clocks.ts";
import { createCommit } from "./commit.ts";
import { createConversations } from "./conversations.ts";
import { openDatabase, storeError } from "./database.ts";
import { createErase } from "./erase.ts";
import { migrate } from "./migrations.ts";
import { createOutbox } from "./outbox.ts";
import { createPeople } from "./people.ts";
import { createReceipts } from "./receipts.ts";
import { createStatements, type Statements } from "./statements.ts";
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
  /** Instant of checkpoint lines. */
  clock?: () => string;
}

/** The store with what belongs to this implementation. */
export interface SqliteStore extends Store {
  /** Traces of the turns of a conversation, for replay. Null text when the person was erased. */
  traces(conversation: string): Promise<{ version: number; at: string; trace: string | null }[]>;
  /** Writes a line with the heads that have changed; false when nothing has, or no file is kept. */
  writeCheckpoint(): Promise<boolean>;
}
