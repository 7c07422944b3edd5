/**
 * A place where staff hear of cases without looking (Slack). The web desk needs none: it reads and listens by itself.
 *
 * Promises
 * - At least once, in order within a conversation. What is told twice must show once.
 * - An outage throws ServiceError with `retryable`; the notice waits in the outbox and the rest of the product goes on.
 */
import type { Level } from "../flows/conversation.ts";
import type { RiskSlug } from "../flows/reading.ts";

export interface StaffSurface {
  /** The case was opened or anything about it changed: what is shown of it is brought up to date. `key`: the case's. */
  caseChanged(notice: { key: string; conversation: string; matter: string }): Promise<void>;
  /** A risk that a person must see: the duty group is called, and called again until somebody has seen it. */
  alert(notice: { key: string; conversation: string; matter: string; level: Level; slugs: RiskSlug[] }): Promise<void>;
}
