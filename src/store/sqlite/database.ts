/** Opening the file: durable, for one process, and recognised as ours. */
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../error.ts";

/** "TSTS" in the header of the file marks it as ours. */
const APPLICATION_ID = 0x54535453;

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

/**
 * Opens or makes the file. Every commit waits for the disk (WAL, synchronous=FULL). The exclusive
 * lock is the operating system's and ends with the process, however it ends.
 * Throws StoreError: locked, corrupt, foreign.
 */
export function openDatabase(file: string, maxBytes?: number): DatabaseSync {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { timeout: 500, enableForeignKeyConstraints: true });
  } catch (error) {
    throw storeError(error, `opening ${file}`);
  }
  try {
    // Before the first access to the WAL: no shared memory file, and nobody else comes in.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    // Savepoints keep the pages they may have to put back; those need no file.
    database.exec("PRAGMA temp_store = MEMORY");
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
  } catch (error) {
    database.close();
    throw storeError(error, `opening ${file}`);
  }
  return database;
}
