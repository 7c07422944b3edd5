/**
 * Signed calls, both ways: HMAC-SHA256 over method, path with query, time, nonce and the body's digest. Whoever has not
 * the secret can make no call, change none, and repeat none.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Seconds a signed call may be old, or early where clocks differ. */
export const SIGNATURE_WINDOW = 300;

export const HEADERS = {
  key: "tingsu-key",
  timestamp: "tingsu-timestamp",
  nonce: "tingsu-nonce",
  digest: "tingsu-digest",
  signature: "tingsu-signature",
} as const;

export interface SignedCall {
  method: string;
  /** With the query, as it goes over the wire: "/cases?limit=100". */
  path: string;
  body: string | Uint8Array;
}

export interface SigningKey {
  id: string;
  secret: string;
}

/** `now` in milliseconds. The nonce must never come twice with a key. */
export function signatureHeaders(
  call: SignedCall,
  key: SigningKey,
  { now, nonce }: { now: number; nonce: string },
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const digest = digestOf(call.body);
  return {
    [HEADERS.key]: key.id,
    [HEADERS.timestamp]: timestamp,
    [HEADERS.nonce]: nonce,
    [HEADERS.digest]: digest,
    [HEADERS.signature]: `v1=${macOf(call, key.secret, { timestamp, nonce, digest }).toString("hex")}`,
  };
}

export type Verified = { ok: true; nonce: string } | { ok: false; code: "unsigned" | "stale" | "wrong-signature" };

/**
 * Whether the call was signed with one of the keys and is fresh. That its nonce is new is for the caller to see to,
 * and only after this has said yes: else a stranger could use nonces up.
 */
export function verifySignature(
  call: SignedCall,
  header: (name: string) => string | null,
  keys: readonly SigningKey[],
  now: number,
): Verified {
  const timestamp = header(HEADERS.timestamp) ?? "";
  const nonce = header(HEADERS.nonce) ?? "";
  const given = /^v1=([0-9a-f]{64})$/u.exec(header(HEADERS.signature) ?? "")?.[1];
  if (!given || !/^\d{9,11}$/u.test(timestamp) || !/^[\w-]{16,100}$/u.test(nonce))
    return { ok: false, code: "unsigned" };
  const digest = digestOf(call.body);
  const mac = Buffer.from(given, "hex");
  const id = header(HEADERS.key);
  // Every key is tried, whatever the id says: how long it takes tells nothing.
  const fitting = keys.filter(
    (key) => timingSafeEqual(macOf(call, key.secret, { timestamp, nonce, digest }), mac) && key.id === id,
  );
  if (fitting.length === 0 || header(HEADERS.digest) !== digest) return { ok: false, code: "wrong-signature" };
  if (Math.abs(now / 1000 - Number(timestamp)) > SIGNATURE_WINDOW) return { ok: false, code: "stale" };
  return { ok: true, nonce };
}

function digestOf(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

function macOf(
  { method, path }: SignedCall,
  secret: string,
  { timestamp, nonce, digest }: { timestamp: string; nonce: string; digest: string },
): Buffer {
  const lines = ["v1", method.toUpperCase(), path, timestamp, nonce, digest];
  return createHmac("sha256", secret).update(lines.join("\n")).digest();
}
