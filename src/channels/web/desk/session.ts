/** The session cookie, and where a request may come from. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SESSION_MS } from "../../../desk/sign-in.ts";

const NAME = "tingsu_desk";
const PATH = "/desk";

export interface OriginSettings {
  /** Public origin, "https://desk.example"; without it the request's own host counts. */
  origin?: string;
}

function secure(c: Context, { origin }: OriginSettings): boolean {
  return (origin ?? c.req.url).startsWith("https:");
}

export function putSession(c: Context, token: string, settings: OriginSettings): void {
  setCookie(c, NAME, token, {
    path: PATH,
    httpOnly: true,
    sameSite: "Strict",
    secure: secure(c, settings),
    maxAge: SESSION_MS / 1000,
  });
}

export function dropSession(c: Context, settings: OriginSettings): void {
  deleteCookie(c, NAME, { path: PATH, httpOnly: true, sameSite: "Strict", secure: secure(c, settings) });
}

/** The session's token as the browser sent it; undefined when it can't be one. */
export function sessionToken(c: Context): string | undefined {
  const token = getCookie(c, NAME);
  return token !== undefined && /^[\w-]{20,200}$/.test(token) ? token : undefined;
}

/**
 * True when a request that changes something was made by our own pages. SameSite=Strict keeps the cookie from
 * other sites; the Origin check also stops a neighbour on the same site, and signing somebody in as another.
 */
export function fromOwnPages(c: Context, { origin }: OriginSettings): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin") return false;
  const sent = c.req.header("Origin");
  if (sent === undefined || !URL.canParse(sent)) return false;
  if (origin !== undefined) return sent === origin;
  return new URL(sent).host === (c.req.header("Host") ?? new URL(c.req.url).host);
}
