/** What went wrong with a call to Slack, so that nothing is said twice and nothing given up too early. */
import { webApi } from "@slack/bolt";
import { ServiceError } from "../../service-error.ts";

export class SlackFailure extends ServiceError {
  /** Slack said no: it certainly did nothing. Otherwise the call may have been carried out. */
  readonly certain: boolean;

  constructor(code: string, options: { retryable: boolean; certain: boolean; away?: boolean; cause?: unknown }) {
    super(code, options);
    this.name = "SlackFailure";
    this.certain = options.certain;
  }
}

/** Trouble on Slack's side: it may have done what was asked. */
const THEIRS = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);
/** What is wrong with the message itself: it would be refused again for ever. */
const OURS = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_arguments",
  "invalid_array_arg",
  "msg_too_long",
  "msg_blocks_too_long",
  "no_text",
  "too_many_attachments",
  "metadata_too_large",
  "invalid_metadata_format",
  "expired_trigger_id",
  "exchanged_trigger_id",
  "hash_conflict",
  "not_found",
  "message_not_found",
  "cant_update_message",
  "cant_delete_message",
  "thread_not_found",
]);

/** Seconds that Slack asks us to wait, or null where it does not. */
export function secondsToWait(error: unknown): number | null {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : null;
}

export function failureOf(error: unknown): SlackFailure {
  if (error instanceof SlackFailure) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new SlackFailure("slack.rate-limited", { retryable: true, certain: true, cause: error });
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    // A missing scope, channel or token is mended by a person: until then the case waits.
    return new SlackFailure(`slack.${code}`, { retryable: !OURS.has(code), certain: !THEIRS.has(code), cause: error });
  }
  // Nothing is wrong with the message: it is tried again often, so that an alert is out soon after Slack is back.
  return new SlackFailure("slack.unavailable", { retryable: true, certain: false, away: true, cause: error });
}
