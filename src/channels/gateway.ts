/**
 * The bank's own gateway to a customer whose channel is closed to us: it sends an SMS or puts a message into the portal.
 * One signed POST for each message; the id makes a repeat harmless.
 */
import { createHmac } from "node:crypto";
import { ServiceError } from "../service-error.ts";
import type { Fallback } from "../workers/deliver.ts";

/** Milliseconds the gateway may take. */
const PATIENCE = 10_000;

/**
 * Body: `{"id","conversation","phone","text"}` in JSON, `phone` null where the customer left none. Header
 * `x-tingsu-signature`: `t=<seconds>,v1=<hex>`, HMAC-SHA256 with `key` over `<seconds>.<body>`. Any 2xx is accepted;
 * 408, 425, 429 and 5xx are tried again; everything else is given to people.
 */
export function createGateway({ url, key, now }: { url: string; key: Uint8Array; now: () => string }): Fallback {
  return {
    name: "gateway",
    async send({ id, conversation, text, phone }) {
      const body = JSON.stringify({ id, conversation, phone, text });
      const seconds = Math.floor(Date.parse(now()) / 1000);
      const signature = createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex");
      const headers = {
        "content-type": "application/json",
        "idempotency-key": id,
        "x-tingsu-signature": `t=${seconds},v1=${signature}`,
      };
      const status = await post(url, headers, body);
      if (status >= 200 && status < 300) return;
      const again = status >= 500 || [408, 425, 429].includes(status);
      throw new ServiceError(`gateway.status-${status}`, { retryable: again });
    },
  };
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<number> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    throw new ServiceError("gateway.unreachable", { retryable: true, cause });
  }
}
