/** What `doctor` says about the official account: each thing that must be right in WeChat's console and on our side. */
import { randomInt } from "node:crypto";
import { ServiceError } from "../../../service-error.ts";
import { askForToken } from "./access-token.ts";
import { createApi } from "./api.ts";
import { HttpFailure, httpRequest } from "./request.ts";
import type { OfficialAccountSettings } from "./settings.ts";
import { signatureOf } from "./signature.ts";

export interface Check {
  ok: boolean;
  what: string;
}

/** Where to look in mp.weixin.qq.com, by the code of WeChat's refusal. */
const ADVICE = new Map([
  ["40013", "WECHAT_OA_APP_ID is not known to WeChat; copy it from 设置与开发 → 开发接口管理"],
  ["40125", "WECHAT_OA_APP_SECRET is wrong; reset it under 设置与开发 → 开发接口管理"],
  ["40243", "the AppSecret is frozen; unfreeze it under 设置与开发 → 开发接口管理"],
  [
    "40164",
    "the address this server calls from is not on the IP allow list (IP白名单) under 设置与开发 → 开发接口管理",
  ],
  ["45009", "today's quota of calls is used up"],
  ["48001", "the account may not send customer-service messages (客服消息); they need a verified account (认证)"],
  ["50002", "the account is restricted by WeChat"],
]);

/**
 * Asks WeChat for a token, asks whether customer-service messages are allowed, and calls our own callback as WeChat
 * does. Sends nothing to anybody and never throws for what it finds. `publicUrl`: where the outside reaches the server.
 */
export async function checkOfficialAccount(
  settings: OfficialAccountSettings,
  { publicUrl, now }: { publicUrl: string | null; now: () => number },
): Promise<Check[]> {
  const safe = settings.aesKeys.length > 0;
  const mode: Check = {
    ok: true,
    what: safe
      ? "WeChat official account: safe mode (安全模式), messages are encrypted"
      : "WeChat official account: plain mode (明文模式); set WECHAT_OA_ENCODING_AES_KEY and choose 安全模式 in the console, so that messages are encrypted",
  };
  const [account, callback] = await Promise.all([checkAccount(settings), checkCallback(settings, publicUrl, now())]);
  return [mode, ...account, callback];
}

async function checkAccount(settings: OfficialAccountSettings): Promise<Check[]> {
  let token: string;
  try {
    ({ token } = await askForToken(settings, false));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error.code.replace("wechat-official.token.", "");
    const seen = /invalid ip ([\d.]+)/u.exec(String(error.cause))?.[1];
    const from = seen ? ` (WeChat sees ${seen})` : "";
    return [{ ok: false, what: `WeChat gives no access token (${code}): ${advice(code, settings)}${from}` }];
  }
  const got: Check = { ok: true, what: `WeChat gives an access token for ${settings.appId}` };
  const api = createApi(settings, { get: async () => token, instead: async () => token });
  // Nobody has this OpenID: an account with the right is told so (40003), one without it is told that (48001).
  const called = await api.sendText("tingsu-doctor", "check");
  const code = called.kind === "refused" ? String(called.errcode) : called.kind === "ok" ? "0" : called.code;
  const allowed = called.kind === "ok" || code === "40003";
  const what = allowed
    ? "customer-service messages (客服消息) are allowed"
    : `customer-service messages can't be sent (${code}): ${advice(code, settings)}`;
  return [got, { ok: allowed, what }];
}

const advice = (code: string, { api }: OfficialAccountSettings): string =>
  ADVICE.get(code) ??
  (/^-?\d+$/u.test(code) ? "see 全局返回码 in WeChat's documentation" : `is ${api} reachable from this machine?`);

async function checkCallback(settings: OfficialAccountSettings, publicUrl: string | null, now: number): Promise<Check> {
  if (publicUrl === null) {
    return { ok: false, what: "set TINGSU_PUBLIC_URL: WeChat must reach https://…/wechat from outside" };
  }
  const url = new URL(`${publicUrl.replace(/\/$/u, "")}/wechat`);
  const shown = url.toString();
  const echo = String(randomInt(1e12));
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(randomInt(1e9));
  const signature = signatureOf(settings.token, timestamp, nonce);
  for (const [name, value] of Object.entries({ signature, timestamp, nonce, echostr: echo })) {
    url.searchParams.set(name, value);
  }
  try {
    const { timeoutMs } = settings;
    const { status, body } = await httpRequest({ method: "GET", url, timeoutMs, maxBytes: 4096 });
    if (status === 200 && body.toString() === echo)
      return { ok: true, what: `callback ${shown} answers WeChat's check` };
    const why =
      status === 403
        ? "another server with another WECHAT_OA_TOKEN answers there, or its clock is minutes off"
        : "is the server running, and does the proxy pass /wechat on unchanged?";
    return { ok: false, what: `callback ${shown} answers with status ${status}: ${why}` };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { ok: false, what: `callback ${shown} can't be reached (${error.code})` };
  }
}
