/** Where voice messages are turned into text, for every kind of WeChat account. Off unless an address is given. */
import { z } from "zod";
import { hostProblem } from "../../model/hosts.ts";

export interface VoiceSettings {
  url: string;
  key: string | null;
  /** Longest time of one call, ms. */
  timeoutMs: number;
}

const EXPECTED = "expected milliseconds from 100 to 60000";

const Given = z.object({
  WECHAT_VOICE_URL: z
    .url({ protocol: /^https?$/u, error: "expected an address such as http://127.0.0.1:9000/transcribe" })
    .optional(),
  WECHAT_VOICE_KEY: z.string().optional(),
  WECHAT_VOICE_TIMEOUT_MS: z.coerce
    .number(EXPECTED)
    .int(EXPECTED)
    .min(100, EXPECTED)
    .max(60_000, EXPECTED)
    .default(8000),
  TINGSU_MODEL_HOSTS: z.string().default(""),
  TINGSU_ALLOW_CROSS_BORDER: z.string().default("false"),
  WECHAT_PUPPET: z.string().optional(),
  WECHAT_OA_APP_ID: z.string().optional(),
});

/**
 * `settings` is null without an address, or when something is wrong. Problems name the variable and what was expected,
 * never the value.
 */
export function voiceSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: VoiceSettings | null;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
    return { settings: null, problems };
  }
  const { data } = parsed;
  const { WECHAT_VOICE_URL: url } = data;
  if (url === undefined) return { settings: null, problems: [] };
  const hosts = data.TINGSU_MODEL_HOSTS.split(",").map((host) => host.trim());
  // A voice is personal data like words: it goes where words may go.
  const far = hostProblem({ url, hosts, allowCrossBorder: data.TINGSU_ALLOW_CROSS_BORDER === "true" });
  if (far) return { settings: null, problems: [`WECHAT_VOICE_URL: ${far}`] };
  if (!data.WECHAT_PUPPET && !data.WECHAT_OA_APP_ID) {
    const problem = "WECHAT_VOICE_URL: expected an account whose voices it is for, WECHAT_PUPPET or WECHAT_OA_APP_ID";
    return { settings: null, problems: [problem] };
  }
  const settings = { url, key: data.WECHAT_VOICE_KEY ?? null, timeoutMs: data.WECHAT_VOICE_TIMEOUT_MS };
  return { settings, problems: [] };
}
