/** Calls of the desk's API. A refusal is a value; a lost network is one too. */
import type { Bilingual } from "../../../../bank/terms.ts";
import { WORDS } from "./words.ts";

export interface ApiRefusal {
  code: string;
  message: Bilingual;
  owner?: { id: string; name: string };
}
export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: ApiRefusal };

const offline: ApiRefusal = { code: "offline", message: WORDS.offline };

/** `T` is what the route's handler returns; both ends are built together. */
export async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<Reply<T>> {
  let response: Response;
  try {
    response = await fetch(`/desk/api${path}`, {
      method,
      credentials: "same-origin",
      ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
  } catch (error) {
    // fetch rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return { ok: false, refusal: offline };
    throw error;
  }
  if (!/^application\/json/.test(response.headers.get("Content-Type") ?? "")) return { ok: false, refusal: offline };
  if (response.ok) {
    const value: T = await response.json();
    return { ok: true, value };
  }
  const refusal: ApiRefusal = await response.json();
  return { ok: false, refusal };
}

export const casePath = (ref: string, action = "") => `/cases/${encodeURIComponent(ref)}${action && `/${action}`}`;
