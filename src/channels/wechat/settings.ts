/** The settings of a WeChat account that customers write to, reached through a wechaty puppet. Off unless a puppet is named. */
import { z } from "zod";

export interface WechatSettings {
  /** Package of the puppet: "wechaty-puppet-service" in production. */
  puppet: string;
  /** Null for puppets without one. */
  token: string | null;
  /** HOST:PORT of the puppet service; null: found by the token. */
  endpoint: { host: string; port: number } | null;
  /** The connection to the puppet service is encrypted. */
  tls: boolean;
  /** The one account that may log in, by its WeChat id, and what people call it; null: whichever scans the code. */
  account: { id: string; name: string } | null;
  pace: PaceSettings;
}

/** How fast the account may write, so that WeChat doesn't take it for a robot and restrict it. */
export interface PaceSettings {
  /** Messages of the whole account in a minute. */
  perMinute: number;
  /** Messages to one customer in a minute. */
  perCustomerPerMinute: number;
  /** Shortest time between two messages to one customer, ms. */
  gapMs: number;
  /** As if typed: ms for each character, and at most. */
  typingMs: { perCharacter: number; most: number };
  /** Friend requests accepted in an hour; more wait. */
  friendsPerHour: number;
}

/** Packages that wechaty takes for puppets. */
export const PUPPET_NAME = /^(?:@[\w.-]+\/)?wechaty-puppet-[\w.-]+$/u;

const whole = (what: string, from: number, to: number) =>
  z.coerce.number(`expected ${what}`).int(`expected ${what}`).min(from, `expected ${what}`).max(to, `expected ${what}`);

const Given = z.object({
  WECHAT_PUPPET: z
    .string()
    .regex(PUPPET_NAME, "expected the name of a puppet's package such as wechaty-puppet-service")
    .optional(),
  WECHAT_PUPPET_TOKEN: z
    .string()
    .regex(/^\S+$/u, "expected the token of the puppet service, without spaces")
    .optional(),
  WECHAT_PUPPET_ENDPOINT: z
    .string()
    .regex(/^(?:[\w.-]+|\[[0-9a-f:]+\]):\d{1,5}$/iu, "expected HOST:PORT of the puppet service")
    .optional(),
  WECHAT_PUPPET_TLS: z.enum(["true", "false"], "expected true or false").default("true"),
  WECHAT_ACCOUNT: z
    .string()
    .regex(/^[\w@.-]{3,128}$/u, "expected the account's WeChat id such as wxid_…, as the desk shows it after a login")
    .optional(),
  WECHAT_ACCOUNT_NAME: z.string().max(60, "expected a name of at most 60 characters").optional(),
  WECHAT_MESSAGES_PER_MINUTE: whole("messages from 1 to 1000", 1, 1000).default(40),
  WECHAT_MESSAGES_PER_MINUTE_PER_CUSTOMER: whole("messages from 1 to 100", 1, 100).default(15),
  WECHAT_GAP_MS: whole("milliseconds from 0 to 60000", 0, 60_000).default(800),
  WECHAT_TYPING_MS_PER_CHARACTER: whole("milliseconds from 0 to 1000", 0, 1000).default(25),
  WECHAT_TYPING_MS_MOST: whole("milliseconds from 0 to 10000", 0, 10_000).default(2500),
  WECHAT_FRIENDS_PER_HOUR: whole("friend requests from 1 to 1000", 1, 1000).default(20),
});

/** Settings that mean nothing without a puppet: a forgotten WECHAT_PUPPET is named, not passed over. */
const ALONE = ["WECHAT_PUPPET_TOKEN", "WECHAT_PUPPET_ENDPOINT", "WECHAT_ACCOUNT"] as const;

/**
 * `settings` is null when no puppet is named, or when something is wrong. Problems name the variable and what was
 * expected, never the value: it may be the token.
 */
export function wechatSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: WechatSettings | null;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
    return { settings: null, problems };
  }
  const { data } = parsed;
  const { WECHAT_PUPPET: puppet } = data;
  if (!puppet) {
    const alone = ALONE.find((name) => data[name] !== undefined);
    const problem = `WECHAT_PUPPET: expected the name of a puppet's package, since ${alone} is set`;
    return { settings: null, problems: alone ? [problem] : [] };
  }
  const problems: string[] = [];
  // What stands before the first _ names the service's certificate; without it no connection is made.
  if (puppet === "wechaty-puppet-service" && !/^[^_]+_./u.test(data.WECHAT_PUPPET_TOKEN ?? "")) {
    problems.push("WECHAT_PUPPET_TOKEN: expected the token of the puppet service, such as puppet_…, or insecure_…");
  }
  const endpoint = data.WECHAT_PUPPET_ENDPOINT ? endpointOf(data.WECHAT_PUPPET_ENDPOINT) : null;
  if (endpoint && (endpoint.port < 1 || endpoint.port > 65_535)) {
    problems.push("WECHAT_PUPPET_ENDPOINT: expected a port from 1 to 65535");
  }
  if (problems.length > 0) return { settings: null, problems };
  const settings: WechatSettings = {
    puppet,
    token: data.WECHAT_PUPPET_TOKEN ?? null,
    endpoint,
    tls: data.WECHAT_PUPPET_TLS === "true",
    account: accountOf(data),
    pace: {
      perMinute: data.WECHAT_MESSAGES_PER_MINUTE,
      perCustomerPerMinute: data.WECHAT_MESSAGES_PER_MINUTE_PER_CUSTOMER,
      gapMs: data.WECHAT_GAP_MS,
      typingMs: { perCharacter: data.WECHAT_TYPING_MS_PER_CHARACTER, most: data.WECHAT_TYPING_MS_MOST },
      friendsPerHour: data.WECHAT_FRIENDS_PER_HOUR,
    },
  };
  return { settings, problems };
}

const accountOf = ({ WECHAT_ACCOUNT: id, WECHAT_ACCOUNT_NAME: name }: z.infer<typeof Given>) =>
  id === undefined ? null : { id, name: name ?? id };

const endpointOf = (text: string): { host: string; port: number } => {
  const colon = text.lastIndexOf(":");
  return { host: text.slice(0, colon).replace(/^\[|\]$/gu, ""), port: Number(text.slice(colon + 1)) };
};
