/**
 * The signature of a call, written down a second time on purpose: a bank builds its side from the contract
 * (docs/core-system.yaml), not from Tingsu's sources.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export interface Key {
  id: string;
  secret: string;
}

/** Seconds. */
const WINDOW = 300;

const sha256 = (body: string) => createHash("sha256").update(body).digest("hex");

function mac(key: Key, method: string, path: string, timestamp: string, nonce: string, body: string): Buffer {
  const text = `v1\n${method}\n${path}\n${timestamp}\n${nonce}\n${sha256(body)}`;
  return createHmac("sha256", key.secret).update(text).digest();
}

export function sign(key: Key, method: string, path: string, body: string, nowMs: number): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const nonce = randomBytes(16).toString("hex");
  return {
    "Tingsu-Key": key.id,
    "Tingsu-Timestamp": timestamp,
    "Tingsu-Nonce": nonce,
    "Tingsu-Digest": sha256(body),
    "Tingsu-Signature": `v1=${mac(key, method, path, timestamp, nonce, body).toString("hex")}`,
  };
}

/** The nonce of a call that was signed with the key and is fresh; null for any other. */
export function signedNonce(key: Key, request: Request, path: string, body: string, nowMs: number): string | null {
  const header = (name: string) => request.headers.get(name) ?? "";
  const timestamp = header("Tingsu-Timestamp");
  const nonce = header("Tingsu-Nonce");
  const given = /^v1=([0-9a-f]{64})$/.exec(header("Tingsu-Signature"))?.[1];
  if (!given || header("Tingsu-Key") !== key.id || nonce.length < 16) return null;
  const expected = mac(key, request.method, path, timestamp, nonce, body);
  if (!timingSafeEqual(expected, Buffer.from(given, "hex"))) return null;
  return Math.abs(nowMs / 1000 - Number(timestamp)) <= WINDOW ? nonce : null;
}
