/** What an error while sending says about the message: it may have gone out, or certainly has not. */
import { ServiceError } from "../../../service-error.ts";

/** gRPC status codes, https://grpc.io/docs/guides/status-codes/ */
const INVALID_ARGUMENT = 3;
const RESOURCE_EXHAUSTED = 8;
const UNIMPLEMENTED = 12;
const UNAUTHENTICATED = 16;
const CERTAINLY_NOT: readonly number[] = [INVALID_ARGUMENT, RESOURCE_EXHAUSTED, UNIMPLEMENTED, UNAUTHENTICATED];
const PERMANENT: readonly number[] = [INVALID_ARGUMENT, RESOURCE_EXHAUSTED, UNIMPLEMENTED];
const UNKNOWN = 2;
const INTERNAL = 13;

/**
 * ServiceError when it certainly did not go out; else `unknown` with a code. A lost connection is unknown unless no
 * connection had been made; a refusal in the puppet's own words is one, unless it speaks of a time-out.
 */
export function sendFailure(error: unknown): ServiceError | { outcome: "unknown"; code: string } {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : null;
  if (/no connection established|name resolution failed|NO CLIENT|no grpc manager/iu.test(text)) {
    return new ServiceError("wechat.offline", { retryable: true, away: true, cause: error });
  }
  if (code !== null && CERTAINLY_NOT.includes(code)) {
    return new ServiceError(`wechat.grpc-${code}`, { retryable: !PERMANENT.includes(code), cause: error });
  }
  const refused = code === null || code === UNKNOWN || code === INTERNAL;
  if (refused && !/time.?out|deadline|RST_STREAM|ECONNRESET|closed|超时/iu.test(text)) {
    return new ServiceError("wechat.refused", { retryable: true, cause: error });
  }
  return { outcome: "unknown", code: code === null ? "wechat.timeout" : `wechat.grpc-${code}` };
}
