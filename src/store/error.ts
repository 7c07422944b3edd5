/** What can go wrong in a store, as codes. Messages hold codes and places only, never customer words. */
export type StoreErrorCode =
  /** No room on the disk: nothing of the operation was kept; the same call may be made again later. */
  | "store.full"
  /** The database refused for another reason; nothing of the operation was kept. */
  | "store.failed"
  /** Another process has the database open. */
  | "store.locked"
  /** The file is no database, or its content is damaged or was changed from outside. */
  | "store.corrupt"
  /** A database of something else. */
  | "store.foreign"
  /** Written by a newer version of the product. */
  | "store.newer-version"
  /** The master key is not the one the database was made with. */
  | "store.wrong-key"
  | "store.closed"
  | "store.unknown-conversation"
  | "store.unknown-case"
  /** The sender's id belongs to another message of the conversation: a repeat may not bring other words. */
  | "store.id-taken"
  /** The person was erased, so nothing can be sealed for them any more. */
  | "store.erased";

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.code = code;
  }
}
