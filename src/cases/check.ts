/** Whether the core system that is set up can be used: reached, trusted, signed in, and able to tell of changes. */
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { ServiceError } from "../service-error.ts";
import { connectCore } from "./connect.ts";
import type { CoreSettings } from "./settings.ts";

export interface CoreCheck {
  ok: boolean;
  what: string;
}

/** Days before its end in which a certificate is complained about. */
const SOON = 30;

/** Asks for one case of the list: that needs address, certificate and signature to be right, and changes nothing. */
export async function checkCore(settings: CoreSettings, now: () => string): Promise<CoreCheck[]> {
  if (settings.kind === "embedded") return [{ ok: true, what: "core system: embedded" }];
  const { kind, url, tls } = settings;
  const checks: CoreCheck[] = [];
  if (tls.certificate !== null) checks.push(certificateCheck(tls.certificate, Date.parse(now())));
  const unused = () => Promise.reject(new Error("not the embedded core system"));
  try {
    const parts = { coreOpen: unused, numbers: unused, newNumber: () => "", now, random: Math.random };
    await connectCore(settings, parts).list({ after: null, limit: 1 });
    checks.push({ ok: true, what: `core system: ${kind} at ${url} answers` });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    checks.push({ ok: false, what: `core system: ${kind} at ${url}: ${HINTS[error.code] ?? error.code}` });
  }
  if (kind === "http") {
    const listens = settings.events.length > 0;
    const what = listens ? "tells of changes at /core/events" : "can't tell of changes: CORE_EVENTS_SECRET is not set";
    checks.push({ ok: true, what: `core system ${what}` });
  }
  return checks;
}

const HINTS: Record<string, string> = {
  "core-system.unavailable": "can't be reached, or failed",
  "core-system.timeout": "didn't answer in CORE_TIMEOUT_MS",
  "core-system.tls": "its certificate can't be trusted (CORE_CA_FILE), or it refused ours",
  "core-system.unauthorised": "refused us: CORE_KEY_ID and CORE_SECRET, CORE_ZAMMAD_TOKEN, or the certificate",
  "core-system.wrong-address": "has nothing at this address (CORE_URL)",
  "core-system.wrong-answer": "answers, but not as the contract says: a proxy, or another system",
  "core-system.redirected": "sends us elsewhere; complaints are not sent on (CORE_URL)",
};

function certificateCheck(path: string, nowMs: number): CoreCheck {
  const { validToDate } = new X509Certificate(readFileSync(path));
  const days = Math.floor((validToDate.getTime() - nowMs) / 86_400_000);
  return { ok: days > SOON, what: `core system: our certificate is good for ${days} days more` };
}
