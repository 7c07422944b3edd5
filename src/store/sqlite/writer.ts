/**
 * The writer: all changes pass through one queue, and those that wait together share one
 * durable commit. Each runs in its own savepoint, so one that fails is undone alone.
 */
import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "../error.ts";
import { storeError } from "./database.ts";

/** One flush works at most this long on operations before it commits, so that the first of them does not wait for the last. */
const FLUSH_MS = 25;

interface Operation {
  /** Runs inside the savepoint; returns what to call once it is durable. */
  run(): () => void;
  reject(error: Error): void;
}

/** Things kept beside the tables that must follow savepoints: `undo` goes back to what `mark` returned. */
export interface Companion {
  mark(): number;
  undo(mark: number): void;
  /** Inside the transaction, after the last operation. */
  finish(): void;
  /** After the commit, or after all was rolled back. */
  clear(committed: boolean): void;
}

export interface Writer {
  /**
   * Queues `operation`; resolves with its result once it is on the disk. Whatever it throws
   * rejects only its own promise, and nothing of it is kept.
   */
  write<T>(operation: () => T): Promise<T>;
  /** Resolves when the queue is empty. Later writes are refused. */
  close(): Promise<void>;
}

/** `committed` is called after each commit, when no transaction runs; it must not throw. */
export function createWriter(database: DatabaseSync, companions: readonly Companion[], committed: () => void): Writer {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollback = database.prepare("ROLLBACK");
  const save = database.prepare("SAVEPOINT operation");
  const release = database.prepare("RELEASE operation");
  const undo = database.prepare("ROLLBACK TO operation");

  let queue: Operation[] = [];
  let scheduled = false;
  let closed: (() => void) | undefined;

  function runOne(operation: Operation, alone: boolean): (() => void) | undefined {
    const marks = companions.map((companion) => companion.mark());
    try {
      // Alone, the transaction itself is what to go back to.
      if (!alone) save.run();
      const settle = operation.run();
      if (!alone) release.run();
      return settle;
    } catch (error) {
      for (const [index, mark] of marks.entries()) companions[index]?.undo(mark);
      operation.reject(storeError(error, "writing"));
      // On a full disk SQLite may have dropped the whole transaction; the caller looks.
      if (!alone && database.isTransaction) {
        undo.run();
        release.run();
      }
      return undefined;
    }
  }

  function flush(): void {
    scheduled = false;
    let tried = 0;
    const done: { operation: Operation; settle: () => void }[] = [];
    let failure: Error | undefined;
    const alone = queue.length === 1;
    try {
      begin.run();
      const until = performance.now() + FLUSH_MS;
      for (const operation of queue) {
        if (tried > 0 && performance.now() > until) break;
        tried += 1;
        const settle = runOne(operation, alone);
        if (settle) done.push({ operation, settle });
        else if (alone || !database.isTransaction) {
          throw new StoreError("store.full", "committing: the transaction was dropped");
        }
      }
      for (const companion of companions) companion.finish();
      commit.run();
      for (const companion of companions) companion.clear(true);
    } catch (error) {
      failure = storeError(error, "committing");
      for (const companion of companions) companion.clear(false);
      if (database.isTransaction) rollback.run();
    }
    if (failure && tried === 0) {
      for (const operation of queue) operation.reject(failure);
      queue = [];
    }
    queue = queue.slice(tried);
    for (const { operation, settle } of done) {
      if (failure) operation.reject(failure);
      else settle();
    }
    if (!failure) committed();
    schedule();
  }

  function schedule(): void {
    if (queue.length > 0) {
      if (scheduled) return;
      scheduled = true;
      setImmediate(flush);
    } else {
      closed?.();
    }
  }

  return {
    write<T>(operation: () => T): Promise<T> {
      if (closed) return Promise.reject(new StoreError("store.closed", "the store is closed"));
      return new Promise<T>((resolve, reject) => {
        queue.push({
          run() {
            const result = operation();
            return () => resolve(result);
          },
          reject,
        });
        schedule();
      });
    },
    close() {
      return new Promise<void>((resolve) => {
        closed = resolve;
        if (queue.length === 0) resolve();
      });
    },
  };
}
