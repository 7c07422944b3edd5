/** Settings, a complaint and Tingsu's side of a core system, for tests. Nothing here serves HTTP. */
import { connectCore } from "../../../src/cases/connect.ts";
import type { CoreSystem, OpenCase } from "../../../src/cases/core.ts";
import type { CoreSettings } from "../../../src/cases/settings.ts";

type HttpSettings = Extract<CoreSettings, { kind: "http" }>;

export const KEY = { id: "tingsu", secret: "s".repeat(40) };
export const EVENTS_KEY = { id: "core", secret: "e".repeat(40) };

export const OPENING: OpenCase = {
  key: "c1/m1",
  record: "R-7KQ2MXW4",
  department: "retail",
  due: "2026-12-06",
  receivedAt: "2026-11-21T09:00:00+08:00",
  summary: {
    channel: "web",
    language: "zh-Hans",
    words: "年费收了两次",
    business: null,
    reason: null,
    venue: null,
    emotion: 0,
    reasons: ["wants-person"],
    risks: [],
    facts: [],
    gaps: [],
  },
};

export const httpSettings = (url: string): HttpSettings => ({
  kind: "http",
  url,
  // Long enough for a busy machine; tests about slowness say how long they wait.
  timeoutMs: 15_000,
  retries: 0,
  // Off, where a test is not about it.
  breaker: { failures: 1000, pauseMs: 1000 },
  tls: { certificate: null, key: null, authority: null },
  signing: KEY,
  events: [EVENTS_KEY],
});

const embeddedOnly = () => Promise.reject(new Error("not the embedded system"));

export function connectTo(settings: CoreSettings, now: () => string = () => new Date().toISOString()): CoreSystem {
  const newNumber = () => "none";
  return connectCore(settings, { coreOpen: embeddedOnly, numbers: embeddedOnly, newNumber, now, random: () => 0 });
}

/**
 * A core system whose caller can lose patience: then it waits a tenth of a second for an answer. Everything else may
 * take as long as the machine needs.
 */
export function impatiently(settings: CoreSettings): { core: CoreSystem; hurry(yes: boolean): void } {
  const patient = connectTo(settings);
  const hasty = settings.kind === "embedded" ? patient : connectTo({ ...settings, timeoutMs: 100 });
  let hurried = false;
  const now = () => (hurried ? hasty : patient);
  return {
    core: {
      open: (input) => now().open(input),
      supplement: (input) => now().supplement(input),
      close: (input) => now().close(input),
      erase: (input) => now().erase(input),
      list: (page) => now().list(page),
    },
    hurry(yes) {
      hurried = yes;
    },
  };
}
