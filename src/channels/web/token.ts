/**
 * Two kinds of tokens. Ours: the visitor token, bound to one conversation and
 * one visitor, signed with HMAC-SHA-256. The bank's: an identity token (JWT,
 * HS256) with which its own signed-in pages say who the customer is.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Language } from "../../flows/reading.ts";
import type { IdentityRef } from "../../store/store.ts";

export const tokenLifeMs = 30 * 24 * 60 * 60 * 1000;

const VisitorClaims = z.object({
  conversation: z.string(),
  /** Visitor or customer id: the identity's external id. */
  visitor: z.string(),
  strength: z.enum(["anonymous", "signed", "verified"]),
  language: Language,
  /** ISO instant. */
  expiresAt: z.string(),
});
export type VisitorClaims = z.infer<typeof VisitorClaims>;

const IdentityClaims = z.object({
  sub: z.string().min(1).max(128),
  /** Unix seconds. */
  exp: z.number(),
  nbf: z.number().optional(),
  aud: z.union([z.literal("tingsu"), z.array(z.string()).refine((all) => all.includes("tingsu"))]).optional(),
  /** How sure the bank is: signed in, or proven again (face, one-time code) in this session. */
  level: z.enum(["signed", "verified"]).default("signed"),
});

const mac = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text).digest("base64url");

/** Constant time for a given length. Compared as written: decoded, several spellings of the last character would do. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function jsonOf(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function issueVisitorToken(key: Uint8Array, claims: VisitorClaims): string {
  const payload = `t1.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${payload}.${mac(key, payload)}`;
}

/** The claims of a token that is ours and has not expired at `now` (ISO instant). */
export function verifyVisitorToken(key: Uint8Array, token: string, now: string): VisitorClaims | undefined {
  const parts = token.split(".");
  const [version, body, signature] = parts;
  if (parts.length !== 3 || version !== "t1" || !body || !signature) return undefined;
  if (!sameText(mac(key, `t1.${body}`), signature)) return undefined;
  const claims = VisitorClaims.safeParse(jsonOf(body));
  if (!claims.success || Date.parse(claims.data.expiresAt) <= Date.parse(now)) return undefined;
  return claims.data;
}

/** Who the bank says the customer is. Only HS256, and only with an end. */
export function verifyIdentityToken(key: Uint8Array, token: string, now: string): IdentityRef | undefined {
  const parts = token.split(".");
  const [head, body, signature] = parts;
  if (parts.length !== 3 || !head || !body || !signature) return undefined;
  if (!sameText(mac(key, `${head}.${body}`), signature)) return undefined;
  const header = z.object({ alg: z.literal("HS256") }).safeParse(jsonOf(head));
  const claims = IdentityClaims.safeParse(jsonOf(body));
  if (!header.success || !claims.success) return undefined;
  const seconds = Date.parse(now) / 1000;
  if (claims.data.exp <= seconds || (claims.data.nbf ?? 0) > seconds) return undefined;
  return { channel: "web", externalId: `customer:${claims.data.sub}`, strength: claims.data.level };
}
