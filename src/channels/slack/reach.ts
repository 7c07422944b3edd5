/** Whether Slack's requests reach us: our own address is called as Slack would call it, signed, and has to answer. */
import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Check } from "./doctor.ts";

/** Of a refused connection fetch tells in its cause. */
const Refused = z.object({ cause: z.object({ code: z.string() }) });
const codeOf = (error: unknown): string =>
  Refused.safeParse(error).data?.cause.code ?? (error instanceof Error ? error.name : "unknown");

const Echo = z.object({ challenge: z.string() });

/** `address`: where Slack sends everything. Nothing is done there but to answer. */
export async function checkReach(
  address: string,
  { signingSecret, timeoutMs, now }: { signingSecret: string; timeoutMs: number; now: number },
): Promise<Check> {
  const challenge = randomUUID();
  const body = JSON.stringify({ type: "url_verification", challenge });
  const at = String(Math.floor(now / 1_000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${at}:${body}`).digest("hex");
  const headers = {
    "Content-Type": "application/json",
    "X-Slack-Request-Timestamp": at,
    "X-Slack-Signature": `v0=${signature}`,
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(address, { method: "POST", headers, body, redirect: "manual", signal });
    const echo = answer.status === 200 ? Echo.safeParse(await answer.json()) : null;
    if (echo?.success && echo.data.challenge === challenge)
      return { ok: true, what: `Slack: ${address} answers a signed request` };
    const why =
      answer.status === 401
        ? "another server with another SLACK_SIGNING_SECRET answers there, or its clock is minutes off"
        : "is the server running with Slack on, and does the proxy pass /slack/events on unchanged?";
    return { ok: false, what: `Slack: ${address} answers with status ${answer.status}: ${why}` };
  } catch (error) {
    // Whatever it was, nothing of ours answered there.
    const code = codeOf(error);
    return { ok: false, what: `Slack: ${address} can't be reached (${code}): is the server running?` };
  }
}
