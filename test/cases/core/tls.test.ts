/** A core system that asks who we are by certificate. The keys here are made for this test and open nothing else. */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CoreSettings } from "../../../src/cases/settings.ts";
import { connectTo, httpSettings, OPENING } from "./connecting.ts";

const file = (name: string) => new URL(`./tls/${name}.pem`, import.meta.url).pathname;

/** Takes calls of those whose certificate the test authority signed, and nobody else's. */
async function guardedCore(): Promise<string> {
  const read = (name: string) => readFileSync(file(name));
  const options = { key: read("server-key"), cert: read("server"), ca: read("ca"), requestCert: true };
  const server = createServer({ ...options, rejectUnauthorized: true }, (_, response) => {
    response.writeHead(201, { "content-type": "application/json" }).end('{"number":"GD1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `https://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

function withTls(url: string, tls: Extract<CoreSettings, { kind: "http" }>["tls"]) {
  return connectTo({ ...httpSettings(url), timeoutMs: 5000, signing: null, tls });
}

describe("a core system that asks for a client certificate", () => {
  it("knows us by ours", async () => {
    const tls = { certificate: file("client"), key: file("client-key"), authority: file("ca") };
    expect(await withTls(await guardedCore(), tls).open(OPENING)).toEqual({ number: "GD1" });
  });

  it("takes nothing from a stranger or from somebody without one", async () => {
    const url = await guardedCore();
    const stranger = { certificate: file("stranger"), key: file("stranger-key"), authority: file("ca") };
    await expect(withTls(url, stranger).open(OPENING)).rejects.toMatchObject({ name: "ServiceError", retryable: true });
    const nobody = { certificate: null, key: null, authority: file("ca") };
    await expect(withTls(url, nobody).open(OPENING)).rejects.toMatchObject({ name: "ServiceError", retryable: true });
  });

  it("is told nothing when its own certificate can't be trusted", async () => {
    const tls = { certificate: file("client"), key: file("client-key"), authority: null };
    await expect(withTls(await guardedCore(), tls).open(OPENING)).rejects.toMatchObject({ code: "core-system.tls" });
  });
});
