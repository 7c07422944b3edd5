/** The core system the settings name. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createBreaker } from "../breaker.ts";
import type { CoreSystem } from "./core.ts";
import { createEmbeddedCore, type EmbeddedCoreParts } from "./embedded.ts";
import { createHttpCore } from "./http/core.ts";
import { signatureHeaders } from "./http/signature.ts";
import { createRemote, type Remote, type RemoteParts } from "./remote.ts";
import type { CoreSettings, RemoteSettings } from "./settings.ts";
import { createTransport } from "./transport.ts";
import { createZammadCore } from "./zammad/core.ts";

export interface ConnectParts extends EmbeddedCoreParts {
  /** 0..1, for jitter. */
  random: () => number;
}

/** Throws when a certificate's file cannot be read. */
export function connectCore(settings: CoreSettings, parts: ConnectParts): CoreSystem {
  const clock = () => Date.parse(parts.now());
  switch (settings.kind) {
    case "embedded":
      return createEmbeddedCore(parts);
    case "http": {
      const { signing } = settings;
      const headers: RemoteParts["headers"] = (call) =>
        signing ? signatureHeaders(call, signing, { now: clock(), nonce: randomBytes(16).toString("hex") }) : {};
      return createHttpCore(remoteOf(settings, headers, clock, parts.random));
    }
    case "zammad": {
      const headers = () => ({ authorization: `Token token=${settings.token}` });
      return createZammadCore(remoteOf(settings, headers, clock, parts.random), settings);
    }
  }
}

function remoteOf(
  settings: RemoteSettings,
  headers: RemoteParts["headers"],
  clock: () => number,
  random: () => number,
): Remote {
  const { certificate, key, authority } = settings.tls;
  const read = (path: string | null) => (path === null ? null : readFileSync(path, "utf8"));
  return createRemote({
    url: settings.url,
    transport: createTransport({ certificate: read(certificate), key: read(key), authority: read(authority) }),
    breaker: createBreaker(settings.breaker, clock),
    timeoutMs: settings.timeoutMs,
    retries: settings.retries,
    headers,
    clock,
    random,
    sleep: async (ms) => {
      await sleep(ms);
    },
  });
}
