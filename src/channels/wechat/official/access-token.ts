/**
 * The access token every call needs. Taken from `stable_token`, which gives the same token to everybody who asks while
 * it is good and leaves the tokens of the bank's other systems alone; a new one is forced only when WeChat refuses the
 * one it gives out. Rules of the interface: good for up to 7200 s, a new one from 5 minutes before its end, the old
 * one valid meanwhile; forcing 20 times a day at most and 30 s apart.
 */
import { z } from "zod";
import { ServiceError } from "../../../service-error.ts";
import { type HttpAnswer, HttpFailure, httpRequest } from "./request.ts";
import type { OfficialAccountSettings } from "./settings.ts";
import type { TokenStore } from "./token-store.ts";

/** Milliseconds before its end from which a token is replaced. */
const EARLY = 300_000;
const LOCK = 15_000;
/** Longest wait for another process that is fetching one, in milliseconds. */
const PATIENCE = 6000;
const GLANCE = 100;
const FORCE_APART = 30_000;

export interface AccessToken {
  /** A token that is good for minutes. Throws ServiceError, retryable: `wechat-official.token.CODE`. */
  get(): Promise<string>;
  /** Another than `refused`, which WeChat didn't take. */
  instead(refused: string): Promise<string>;
}

const Kept = z.object({ token: z.string(), until: z.number() });
const Given = z.object({
  access_token: z.string().nullish(),
  expires_in: z.number().nullish(),
  errcode: z.number().nullish(),
  errmsg: z.string().nullish(),
});

export interface AccessTokenParts {
  settings: OfficialAccountSettings;
  store: TokenStore;
  /** Milliseconds since 1970. */
  now: () => number;
}

export function createAccessToken({ settings, store, now }: AccessTokenParts): AccessToken {
  const place = `wechat-official/${settings.appId}/token`;
  let fetching: Promise<string> | null = null;

  /** The kept one, unless it ends soon or is the refused one. */
  async function kept(refused: string | null): Promise<string | null> {
    const found = Kept.safeParse(jsonOf((await store.get(place)) ?? "")).data;
    return found && found.token !== refused && found.until - now() > EARLY ? found.token : null;
  }

  async function fetched(refused: string | null): Promise<string> {
    let given = await askForToken(settings, false);
    if (given.token === refused) {
      const allowed = await store.lock(`${place}/forced`, FORCE_APART);
      if (!allowed) throw new ServiceError("wechat-official.token.refused", { retryable: true });
      given = await askForToken(settings, true);
    }
    const until = now() + given.seconds * 1000;
    await store.set(place, JSON.stringify({ token: given.token, until }), given.seconds * 1000);
    return given.token;
  }

  /** One process at a time; the others wait for its token. Who waits too long asks for itself, which is harmless. */
  async function renewed(refused: string | null): Promise<string> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const release = await store.lock(place, LOCK);
      const found = await kept(refused);
      if (found || release || Date.now() > end) {
        try {
          return found ?? (await fetched(refused));
        } finally {
          await release?.();
        }
      }
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
  }

  function renew(refused: string | null): Promise<string> {
    fetching ??= renewed(refused).finally(() => {
      fetching = null;
    });
    return fetching;
  }

  return {
    get: async () => (await kept(null)) ?? renew(null),
    instead: async (refused) => (await kept(refused)) ?? renew(refused),
  };
}

/** Asks WeChat itself. Throws ServiceError, retryable, with WeChat's code or that of the connection; `cause` is WeChat's sentence. */
export async function askForToken(
  settings: OfficialAccountSettings,
  force: boolean,
): Promise<{ token: string; seconds: number }> {
  const { appId, appSecret, api, timeoutMs } = settings;
  const asked = { grant_type: "client_credential", appid: appId, secret: appSecret, force_refresh: force };
  const body = { mime: "application/json", bytes: Buffer.from(JSON.stringify(asked)) };
  const url = new URL(`${api}/cgi-bin/stable_token`);
  let answer: HttpAnswer;
  try {
    answer = await httpRequest({ method: "POST", url, body, timeoutMs, maxBytes: 65_536 });
  } catch (error) {
    const code = error instanceof HttpFailure ? error.code : "failed";
    throw new ServiceError(`wechat-official.token.${code}`, { retryable: true, cause: error });
  }
  const given = Given.safeParse(jsonOf(answer.body));
  const { access_token: token, expires_in: seconds, errcode, errmsg } = given.data ?? {};
  if (token && seconds) return { token, seconds };
  const code = errcode ?? `http-${answer.status}`;
  throw new ServiceError(`wechat-official.token.${code}`, { retryable: true, cause: errmsg ?? undefined });
}

/** Null for what isn't JSON: WeChat's proxies answer with pages now and then. */
export function jsonOf(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
