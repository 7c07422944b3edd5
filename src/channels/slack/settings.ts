/** The settings of the Slack desk, with what was expected for each that can't be used. Off unless SLACK_ENABLED is true. */
import { z } from "zod";
import { isNear } from "../../model/hosts.ts";

export interface SlackSettings {
  botToken: string;
  /** How Slack reaches us: on the product's own server, or through a socket that we open. */
  receive: { mode: "http"; signingSecret: string } | { mode: "socket"; appToken: string };
  /** Where cases of departments without a channel of their own arrive. */
  channel: string;
  /** Channel ids by code of department. */
  channels: Readonly<Record<string, string>>;
  /** Channel ids of what is no case; what is not named here is told on the web desk alone. */
  apart: Readonly<Partial<Record<Apart, string>>>;
  /** Where alerts are posted, and the user group they call (null: nobody is called by name). */
  duty: { channel: string; group: string | null; repeatMinutes: number };
  /** A live talk without a word for so long ends by itself. */
  liveMinutes: number;
  /** Time of day in the bank's zone at which each channel gets its digest, "08:45"; null for none. */
  digestAt: string | null;
  /** Slack's API; another one only for rehearsals. */
  apiUrl: string;
  /** Longest time of one call, ms. */
  timeoutMs: number;
}

/** What has a channel of its own, where the bank names one. */
const APART = ["suggestion", "praise", "report", "improvement"] as const;
type Apart = (typeof APART)[number];

const channelId = /^[CG][A-Z0-9]{2,}$/;
const minutes = (from: number, to: number) =>
  z.coerce
    .number(`expected minutes from ${from} to ${to}`)
    .int(`expected whole minutes`)
    .min(from, `expected minutes from ${from} to ${to}`)
    .max(to, `expected minutes from ${from} to ${to}`);

const Given = z.object({
  SLACK_ENABLED: z.enum(["true", "false"], "expected true or false").default("false"),
  SLACK_MODE: z.enum(["http", "socket"], "expected http or socket").default("http"),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, "expected a bot token that begins with xoxb-")
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, "expected the signing secret of the app").optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, "expected an app-level token that begins with xapp-")
    .optional(),
  SLACK_CHANNEL: z.string().regex(channelId, "expected a channel id such as C0123456789").optional(),
  SLACK_CHANNELS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .pipe(
      z.array(
        z
          .string()
          .regex(/^[a-z0-9-]+=[CG][A-Z0-9]{2,}$/, "expected pairs such as retail=C0123456789, separated by commas"),
      ),
    ),
  SLACK_OTHER_CHANNELS: z
    .string()
    .default("")
    .transform((text) => text.replace(/\s/gu, ""))
    .pipe(
      z
        .string()
        .regex(
          new RegExp(`^((${APART.join("|")})=[CG][A-Z0-9]{2,}(,|$))*$`, "u"),
          `expected pairs such as praise=C0123456789, separated by commas, of ${APART.join(", ")}`,
        ),
    )
    .transform((text) =>
      Object.fromEntries(
        APART.flatMap((kind) => {
          const id = new RegExp(`(?:^|,)${kind}=(\\w+)`, "u").exec(text)?.[1];
          return id === undefined ? [] : [[kind, id]];
        }),
      ),
    ),
  SLACK_DUTY_CHANNEL: z.string().regex(channelId, "expected a channel id such as C0123456789").optional(),
  SLACK_DUTY_GROUP: z
    .string()
    .regex(/^S[A-Z0-9]{2,}$/, "expected a user group id such as S0123456789")
    .optional(),
  SLACK_ALERT_REPEAT_MINUTES: minutes(1, 240).default(5),
  SLACK_LIVE_MINUTES: minutes(1, 120).default(10),
  SLACK_DIGEST_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, "expected a time such as 08:45, or off")
    .default("08:45"),
  SLACK_API_URL: z.url({ protocol: /^https?$/u, error: "expected an address" }).default("https://slack.com/api/"),
  SLACK_TIMEOUT_MS: z.coerce
    .number("expected milliseconds from 500 to 60000")
    .int("expected whole milliseconds")
    .min(500, "expected milliseconds from 500 to 60000")
    .max(60_000, "expected milliseconds from 500 to 60000")
    .default(5_000),
  TINGSU_ALLOW_CROSS_BORDER: z.string().optional(),
});

/**
 * `settings` is null while Slack is off, or when something is wrong. Problems name the variable and what was expected,
 * never the value: it may be a secret.
 */
export function slackSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: SlackSettings | null;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
    return { settings: null, problems: [...new Set(problems)] };
  }
  const { data } = parsed;
  if (data.SLACK_ENABLED === "false") return { settings: null, problems: [] };
  const problems: string[] = [];
  const needed = (name: "SLACK_BOT_TOKEN" | "SLACK_SIGNING_SECRET" | "SLACK_APP_TOKEN" | "SLACK_CHANNEL"): string => {
    const value = data[name];
    if (value === undefined) problems.push(`${name}: expected, since SLACK_ENABLED is true`);
    return value ?? "";
  };
  const botToken = needed("SLACK_BOT_TOKEN");
  const channel = needed("SLACK_CHANNEL");
  const receive =
    data.SLACK_MODE === "http"
      ? { mode: "http" as const, signingSecret: needed("SLACK_SIGNING_SECRET") }
      : { mode: "socket" as const, appToken: needed("SLACK_APP_TOKEN") };
  const near = isNear(new URL(data.SLACK_API_URL).hostname);
  if (!near && data.TINGSU_ALLOW_CROSS_BORDER !== "true") {
    problems.push(
      "TINGSU_ALLOW_CROSS_BORDER: expected true, since Slack is an outside processor and SLACK_ENABLED is true",
    );
  }
  if (!near && !data.SLACK_API_URL.startsWith("https:")) problems.push("SLACK_API_URL: expected https");
  if (problems.length > 0) return { settings: null, problems };
  const settings: SlackSettings = {
    botToken,
    receive,
    channel,
    channels: Object.fromEntries(data.SLACK_CHANNELS.map((pair) => pair.split("=")).map(([code, id]) => [code, id])),
    apart: data.SLACK_OTHER_CHANNELS,
    duty: {
      channel: data.SLACK_DUTY_CHANNEL ?? channel,
      group: data.SLACK_DUTY_GROUP ?? null,
      repeatMinutes: data.SLACK_ALERT_REPEAT_MINUTES,
    },
    liveMinutes: data.SLACK_LIVE_MINUTES,
    digestAt: data.SLACK_DIGEST_AT === "off" ? null : data.SLACK_DIGEST_AT,
    apiUrl: data.SLACK_API_URL.endsWith("/") ? data.SLACK_API_URL : `${data.SLACK_API_URL}/`,
    timeoutMs: data.SLACK_TIMEOUT_MS,
  };
  return { settings, problems };
}

/** The channel of a department, or the one for all others. */
export const channelOf = (settings: Pick<SlackSettings, "channel" | "channels">, department: string): string =>
  settings.channels[department] ?? settings.channel;

/** Every channel that is written to, each once. */
export const channelsIn = ({ channel, channels, apart, duty }: SlackSettings): string[] => [
  ...new Set([channel, ...Object.values(channels), ...Object.values(apart), duty.channel]),
];
