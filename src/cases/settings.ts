/** The settings of the core system, with what was expected for each that can't be used. Embedded unless said otherwise. */
import { existsSync } from "node:fs";
import { z } from "zod";
import type { SigningKey } from "./http/signature.ts";

/** How a core system elsewhere is reached. */
export interface RemoteSettings {
  /** Without a slash at the end. */
  url: string;
  /** Milliseconds for one call with its retries. Well under the half minute a call is leased for. */
  timeoutMs: number;
  /** Tries beside the first, where repeating is safe. */
  retries: number;
  /** After so many failures in a row it is left alone for the pause. */
  breaker: { failures: number; pauseMs: number };
  /** Paths of PEM files. */
  tls: { certificate: string | null; key: string | null; authority: string | null };
}

export type CoreSettings =
  | { kind: "embedded" }
  | (RemoteSettings & {
      kind: "http";
      /** Null where a client certificate says who we are. */
      signing: SigningKey | null;
      /** Keys with which the core system may sign its events: the present one, and the one before while it changes. */
      events: SigningKey[];
    })
  | (RemoteSettings & {
      kind: "zammad";
      token: string;
      /** Group of tickets whose department has none of its own. */
      group: string;
      /** Department to group. */
      groups: Record<string, string>;
      /** Login or e-mail of the user in whose name tickets are opened: the customer's own data stays in notes. */
      customer: string;
    });

const whole = (what: string, from: number, to: number) =>
  z.coerce.number(`expected ${what}`).int(`expected ${what}`).min(from, `expected ${what}`).max(to, `expected ${what}`);
const file = z.string().refine(existsSync, "expected the path of a PEM file that is there").optional();
const secret = z.string().min(32, "expected a secret of 32 characters or more (openssl rand -hex 32)").optional();

const Given = z.object({
  CORE_KIND: z.enum(["embedded", "http", "zammad"], "expected embedded, http or zammad").default("embedded"),
  CORE_URL: z
    .url({ protocol: /^https?$/u, error: "expected an address such as https://core.bank.example/tingsu" })
    .refine(isSafe, "expected https: complaints hold personal data, and only this machine is reached without it")
    .optional(),
  CORE_TIMEOUT_MS: whole("milliseconds from 100 to 20000", 100, 20_000).default(8000),
  CORE_RETRIES: whole("tries beside the first, 0 to 3", 0, 3).default(1),
  CORE_BREAKER_FAILURES: whole("failures in a row from 1 to 1000", 1, 1000).default(5),
  CORE_BREAKER_PAUSE_MS: whole("milliseconds from 100 to 3600000", 100, 3_600_000).default(30_000),
  CORE_KEY_ID: z
    .string()
    .regex(/^[\w.-]{1,60}$/u, "expected letters, digits, dots and dashes")
    .optional(),
  CORE_SECRET: secret,
  CORE_EVENTS_KEY_ID: z
    .string()
    .regex(/^[\w.-]{1,60}$/u, "expected letters, digits, dots and dashes")
    .default("core"),
  CORE_EVENTS_SECRET: secret,
  CORE_EVENTS_SECRET_BEFORE: secret,
  CORE_CERT_FILE: file,
  CORE_CERT_KEY_FILE: file,
  CORE_CA_FILE: file,
  CORE_ZAMMAD_TOKEN: z.string().min(1).optional(),
  CORE_ZAMMAD_GROUP: z.string().min(1).default("Users"),
  CORE_ZAMMAD_GROUPS: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()])))
    .pipe(z.array(z.string().regex(/^[\w-]+=.+$/u, "expected department=group pairs, separated by commas")))
    .transform((pairs) => Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/su).slice(0, 2)))),
  CORE_ZAMMAD_CUSTOMER: z.string().min(1).optional(),
});
type Given = z.infer<typeof Given>;

/** `settings` are embedded when something is wrong. Problems name the variable, never its value: it may be the secret. */
export function coreSettings(given: Readonly<Record<string, string | undefined>>): {
  settings: CoreSettings;
  problems: string[];
} {
  const parsed = Given.safeParse(given);
  const embedded: CoreSettings = { kind: "embedded" };
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
    return { settings: embedded, problems };
  }
  const { data } = parsed;
  if (data.CORE_KIND === "embedded") {
    const alone = (["CORE_URL", "CORE_SECRET", "CORE_ZAMMAD_TOKEN"] as const).find((name) => data[name] !== undefined);
    return {
      settings: embedded,
      problems: alone ? [`CORE_KIND: expected http or zammad, since ${alone} is set`] : [],
    };
  }
  const problems = missing(data);
  const { CORE_URL: url } = data;
  if (problems.length > 0 || url === undefined) return { settings: embedded, problems };
  return { settings: data.CORE_KIND === "http" ? http(data, url) : zammad(data, url), problems };
}

function missing(data: Given): string[] {
  const problems: string[] = [];
  const need = (name: keyof Given, what: string) => {
    if (data[name] === undefined) problems.push(`${name}: expected ${what}, since CORE_KIND is ${data.CORE_KIND}`);
  };
  need("CORE_URL", "the core system's address");
  if ((data.CORE_CERT_FILE === undefined) !== (data.CORE_CERT_KEY_FILE === undefined)) {
    problems.push("CORE_CERT_FILE: expected together with CORE_CERT_KEY_FILE");
  }
  if (data.CORE_KIND === "zammad") {
    need("CORE_ZAMMAD_TOKEN", "an access token of a Zammad agent");
    need("CORE_ZAMMAD_CUSTOMER", "the login in whose name tickets are opened");
    return problems;
  }
  if ((data.CORE_KEY_ID === undefined) !== (data.CORE_SECRET === undefined)) {
    problems.push("CORE_KEY_ID: expected together with CORE_SECRET");
  }
  if (data.CORE_SECRET === undefined && data.CORE_CERT_FILE === undefined) {
    problems.push("CORE_SECRET: expected a secret or a client certificate (CORE_CERT_FILE): else anybody could call");
  }
  return problems;
}

function remote(data: Given, url: string): RemoteSettings {
  return {
    url: url.replace(/\/+$/u, ""),
    timeoutMs: data.CORE_TIMEOUT_MS,
    retries: data.CORE_RETRIES,
    breaker: { failures: data.CORE_BREAKER_FAILURES, pauseMs: data.CORE_BREAKER_PAUSE_MS },
    tls: {
      certificate: data.CORE_CERT_FILE ?? null,
      key: data.CORE_CERT_KEY_FILE ?? null,
      authority: data.CORE_CA_FILE ?? null,
    },
  };
}

function http(data: Given, url: string): CoreSettings {
  const { CORE_KEY_ID: id, CORE_SECRET: own, CORE_EVENTS_KEY_ID: theirs } = data;
  const secrets = [data.CORE_EVENTS_SECRET, data.CORE_EVENTS_SECRET_BEFORE];
  return {
    kind: "http",
    ...remote(data, url),
    signing: id !== undefined && own !== undefined ? { id, secret: own } : null,
    events: secrets.flatMap((each) => (each === undefined ? [] : [{ id: theirs, secret: each }])),
  };
}

function zammad(data: Given, url: string): CoreSettings {
  return {
    kind: "zammad",
    ...remote(data, url),
    token: data.CORE_ZAMMAD_TOKEN ?? "",
    group: data.CORE_ZAMMAD_GROUP,
    groups: data.CORE_ZAMMAD_GROUPS,
    customer: data.CORE_ZAMMAD_CUSTOMER ?? "",
  };
}

/** Plain HTTP never leaves this machine. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname);
}
