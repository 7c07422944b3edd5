/** A Redis for tests: a real one where `redis-server` is on the PATH, and one that only accepts. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Null where there is none; then the reason is printed. */
export const REDIS = ((): string | null => {
  const found = spawnSync("redis-server", ["--version"], { encoding: "utf8" });
  if (found.status === 0) return found.stdout.trim();
  console.warn("redis-server is not on the PATH: what needs a real Redis is skipped");
  return null;
})();

export interface RunningRedis {
  url: string;
  port: number;
  stop(): Promise<void>;
  /** Processes freeze and thaw as a virtual machine does that is moved. */
  freeze(): void;
  thaw(): void;
}

export async function startRedis(port?: number): Promise<RunningRedis> {
  const folder = await mkdtemp(join(tmpdir(), "tingsu-redis-"));
  const at = port ?? (await freePort());
  const options = ["--port", String(at), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  await ready(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url: `redis://127.0.0.1:${at}`,
    port: at,
    async stop() {
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}

const ready = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      if (said.includes("Ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`redis-server ended: ${said}`)));
  });

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });

/** Accepts connections and never says a word. */
export async function silentServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket));
  const port = await listening(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
