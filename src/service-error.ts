/**
 * Something outside could not do its part. Expected outcomes are return values; this is for what the caller
 * has to repeat later (`retryable`) or give up on and show to a person.
 */
export class ServiceError extends Error {
  /** "core-system.unavailable": never customer text. */
  readonly code: string;
  readonly retryable: boolean;
  /** Milliseconds the other side asked to be left alone; null when it asked for nothing. */
  readonly restMs: number | null;
  /** The whole service is away or busy: nothing is wrong with what was asked, and it is worth waiting for hours. */
  readonly away: boolean;

  constructor(code: string, options: { retryable: boolean; restMs?: number | null; away?: boolean; cause?: unknown }) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ServiceError";
    this.code = code;
    this.retryable = options.retryable;
    this.restMs = options.restMs ?? null;
    this.away = options.away ?? false;
  }
}
