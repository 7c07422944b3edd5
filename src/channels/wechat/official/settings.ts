/** The settings of a WeChat official account (公众号), with what was expected for each that can't be used. */
import { z } from "zod";

export interface OfficialAccountSettings {
  appId: string;
  appSecret: string;
  /** The token chosen in WeChat's console; callbacks are signed with it. */
  token: string;
  /** Keys of safe mode, 32 bytes each: the present one, then the one before it. Empty: plain mode. */
  aesKeys: Uint8Array[];
  /** Base address of WeChat's API. */
  api: string;
  /** Longest time of one call, in milliseconds. */
  timeoutMs: number;
}

const AesKey = z
  .string()
  .regex(/^[A-Za-z0-9]{43}$/u, "expected the 43 letters and digits of EncodingAESKey")
  .transform((text) => new Uint8Array(Buffer.from(`${text}=`, "base64")));

const Given = z.object({
  WECHAT_OA_APP_ID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/u, "expected an AppID such as wx0123456789abcdef")
    .optional(),
  WECHAT_OA_APP_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/u, "expected the 32 hex digits of AppSecret")
    .optional(),
  WECHAT_OA_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/u, "expected 3 to 32 letters and digits")
    .optional(),
  WECHAT_OA_ENCODING_AES_KEY: AesKey.optional(),
  WECHAT_OA_ENCODING_AES_KEY_PREVIOUS: AesKey.optional(),
  WECHAT_OA_API: z
    .url({ protocol: /^https?$/u, error: "expected an address such as https://api.weixin.qq.com" })
    .refine(secure, "expected https")
    .default("https://api.weixin.qq.com"),
  WECHAT_OA_TIMEOUT_MS: z.coerce
    .number("expected milliseconds from 100 to 20000")
    .int("expected milliseconds from 100 to 20000")
    .min(100, "expected milliseconds from 100 to 20000")
    .max(20_000, "expected milliseconds from 100 to 20000")
    .default(8000),
});

const NEEDED = ["WECHAT_OA_APP_ID", "WECHAT_OA_APP_SECRET", "WECHAT_OA_TOKEN"] as const;
const KEYS = ["WECHAT_OA_ENCODING_AES_KEY", "WECHAT_OA_ENCODING_AES_KEY_PREVIOUS"] as const;

/**
 * `settings` is null when no official account is set up, or when something is wrong with it. Problems name the
 * variable and what was expected, never the value: it may be a secret.
 */
export function officialAccountSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: OfficialAccountSettings | null;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  const problems = (parsed.error?.issues ?? []).map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
  const set = [...NEEDED, ...KEYS].find((name) => given[name] !== undefined);
  if (set) {
    for (const name of NEEDED) {
      if (given[name] === undefined) problems.push(`${name}: expected a value, since ${set} is set`);
    }
    if (given[KEYS[1]] !== undefined && given[KEYS[0]] === undefined) {
      problems.push(`${KEYS[0]}: expected a value, since ${KEYS[1]} is set`);
    }
  }
  if (!parsed.success || problems.length > 0) return { settings: null, problems };
  const { data } = parsed;
  const { WECHAT_OA_APP_ID: appId, WECHAT_OA_APP_SECRET: appSecret, WECHAT_OA_TOKEN: token } = data;
  if (!appId || !appSecret || !token) return { settings: null, problems };
  const settings: OfficialAccountSettings = {
    appId,
    appSecret,
    token,
    aesKeys: KEYS.flatMap((name) => data[name] ?? []),
    api: data.WECHAT_OA_API.replace(/\/$/u, ""),
    timeoutMs: data.WECHAT_OA_TIMEOUT_MS,
  };
  return { settings, problems };
}

/** The access token is part of every address that is called, so only this machine may be spoken to in clear. */
function secure(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/u.test(hostname);
}
