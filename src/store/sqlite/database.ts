/** Opening the file: durable, for one writing process, and recognised as ours. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../error.ts";

/** "TSTS" in the header of the file marks it as ours. */
const APPLICATION_ID = 0x54535453;

/** Pages kept in memory: the last turns of some thousand conversations. */
const CACHE_KIB = 32_768;
/**
 * The log of changes grows to so many pages (16 MB) before they are brought over to the database. A page
 * that many turns have changed is brought over once, so a longer log costs each of them less.
 */
const CHECKPOINT_PAGES = 4_000;

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** Primary SQLite result code of an error of node:sqlite, if it is one. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode & 0xff;
}

/** The same failure as a StoreError. SQLite's own texts name tables and columns, never values. */
export function storeError(error: unknown, what: string): Error {
  if (error instanceof StoreError) return error;
  const code = resultCode(error);
  if (code === undefined) return error instanceof Error ? error : new StoreError("store.failed", what, error);
  if (code === SQLITE_FULL) return new StoreError("store.full", `${what}: no room on the disk`, error);
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) {
    return new StoreError("store.corrupt", `${what}: the file is damaged or no database`, error);
  }
  if (code === SQLITE_BUSY || code === SQLITE_LOCKED) {
    return new StoreError("store.locked", `${what}: another process has the database open`, error);
  }
  return new StoreError("store.failed", what, error);
}

function pragma(database: DatabaseSync, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return row ? Object.values(row)[0] : undefined;
}

/** A database of ours; `close` gives everything back. */
export interface Opened {
  database: DatabaseSync;
  close(): void;
}

/**
 * Holds the lock of the one process that writes: a transaction on a small file beside the database. It is
 * the operating system's and ends with the process, however it ends. Readers need no lock.
 */
function holdLock(file: string): DatabaseSync | null {
  if (file === ":memory:") return null;
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 500 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw storeError(error, `opening ${file}`);
  }
  return lock;
}

/**
 * Opens or makes the file for writing. Every commit waits for the disk (WAL, synchronous=FULL).
 * Throws StoreError: locked, corrupt, foreign.
 */
export function openDatabase(file: string, maxBytes?: number): Opened {
  let lock: DatabaseSync | null = null;
  let database: DatabaseSync | undefined;
  const close = () => {
    database?.close();
    lock?.close();
  };
  try {
    lock = holdLock(file);
    database = new DatabaseSync(file, { timeout: 500, enableForeignKeyConstraints: true });
    prepare(database, file, maxBytes);
    return { database, close };
  } catch (error) {
    close();
    throw storeError(error, `opening ${file}`);
  }
}

/**
 * Opens the file for reading beside the process that writes it.
 * Throws StoreError: failed (nothing there), corrupt, foreign.
 */
export function openReader(file: string): Opened {
  if (!existsSync(file)) throw new StoreError("store.failed", `there is no database at ${file} yet`);
  let database: DatabaseSync | undefined;
  const close = () => database?.close();
  try {
    database = new DatabaseSync(file, { timeout: 500, readOnly: true });
    if (pragma(database, "application_id") !== APPLICATION_ID) {
      throw new StoreError("store.foreign", `${file} is a database of something else`);
    }
    return { database, close };
  } catch (error) {
    close();
    throw storeError(error, `opening ${file}`);
  }
}

function prepare(database: DatabaseSync, file: string, maxBytes: number | undefined): void {
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  // Savepoints keep the pages they may have to put back; those need no file.
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  // Empties the place of a destroyed key, instead of leaving its bytes in the file.
  database.exec("PRAGMA secure_delete = ON");
  if (maxBytes !== undefined) {
    const pages = Math.floor(maxBytes / Number(pragma(database, "page_size")));
    database.exec(`PRAGMA max_page_count = ${pages}`);
  }
  database.exec("BEGIN EXCLUSIVE");
  const applicationId = pragma(database, "application_id");
  if (applicationId !== APPLICATION_ID) {
    const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema").get();
    if (applicationId !== 0 || tables?.n !== 0) {
      throw new StoreError("store.foreign", `${file} is a database of something else`);
    }
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  }
  database.exec("COMMIT");
}
