/** A puppet service in another process, as a rehearsal sees it: given orders, killed, started again on the same port. */
import { type ChildProcess, fork } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export interface PuppetService {
  port: number;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** A message of WeChat, whatever it is; so many zeros may follow in its file. Returns its id. */
  arrives(message: Record<string, unknown>, file?: { name: string; base64: string; zeros?: number }): Promise<string>;
  set(what: { fault?: string; holdsPayloads?: boolean }): Promise<void>;
  freeze(): Promise<void>;
  /** All that was said and written. */
  forget(): Promise<void>;
  said(): Promise<{ to: string; text: string; file: { name: string; bytes: number } | null }[]>;
}

const SCRIPT = fileURLToPath(new URL("puppet-server.ts", import.meta.url));

/** A port that is free now; the service comes back to it after a kill. */
function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
  });
  return promise;
}

export async function puppetService(world: string): Promise<PuppetService> {
  const port = await freePort();
  let child: ChildProcess | undefined;

  function ask(order: Record<string, unknown>, key: string): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const process = child;
    if (!process) return Promise.reject(new Error("not started"));
    const answer = (message: unknown) => {
      if (typeof message !== "object" || message === null || !(key in message)) return;
      process.off("message", answer);
      resolve(Reflect.get(message, key));
    };
    process.on("message", answer);
    const ended = () => reject(new Error("the puppet service ended"));
    process.once("exit", ended);
    if (order.do) process.send(order);
    return promise.finally(() => process.off("exit", ended));
  }

  return {
    port,
    async start() {
      child = fork(SCRIPT, [String(port), world], {
        execArgv: ["--no-deprecation"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      await ask({}, "ready");
    },
    async kill() {
      const process = child;
      child = undefined;
      if (!process || process.exitCode !== null) return;
      const ended = new Promise((resolve) => process.once("exit", resolve));
      process.removeAllListeners("message");
      process.kill("SIGKILL");
      await ended;
    },
    async arrives(message, file) {
      return String(await ask({ do: "arrives", message, file: file ? { zeros: 0, ...file } : null }, "arrived"));
    },
    async set(what) {
      await ask({ do: "set", ...what }, "set");
    },
    async freeze() {
      await ask({ do: "freeze" }, "frozen");
    },
    async forget() {
      await ask({ do: "forget" }, "forgotten");
    },
    async said() {
      const said = await ask({ do: "said" }, "said");
      return Array.isArray(said) ? said : [];
    },
  };
}
