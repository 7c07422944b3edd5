/** The product as it runs for a bank: a real server process over a real data folder, stopped or killed by the test. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Start-up under load may take long; nothing waits this long unless something is broken. */
const START_MS = 60_000;

export interface RunningServer {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  url: string;
  port: number;
  /** One-time links to the desk, in the order they were announced: agent, office, admin. */
  signInLinks: string[];
  /** Everything written so far by this process. */
  output: { stdout: string; stderr: string };
  /** SIGTERM, as a service manager stops it. Resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: the process gets no chance to do anything. */
  kill(): Promise<void>;
}

/** Settings of the machine that runs the tests must not leak in. */
export function cleanEnv(settings: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:TINGSU_|WECHAT_|REDIS_URL$|PORT$|HOST$|NODE_|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(own), ...settings };
}

/**
 * Starts `src/main.ts` and resolves when it has announced its address. Rejects with its stderr when it ends before.
 * `port` 0 takes a free one; pass the port of a stopped server to come back where the customers look for it.
 */
export async function startServer(options: {
  data: string;
  port?: number;
  env?: Record<string, string>;
  /** No file of the process may grow beyond this many blocks of 512 bytes: the nearest thing to a full disk. */
  fileBlocks?: number;
}): Promise<RunningServer> {
  const { data, port = 0, env = {}, fileBlocks } = options;
  const settings = {
    PORT: String(port),
    HOST: "127.0.0.1",
    TINGSU_DATA: data,
    TINGSU_BANK: join(ROOT, "bank"),
    ...env,
  };
  // The working folder is the data folder, so that no .env of the checkout is read.
  const command = [process.execPath, join(ROOT, "src/main.ts")];
  const limited = ["sh", "-c", 'ulimit -f "$0" && exec "$@"', String(fileBlocks), ...command];
  const [program = "", ...args] = fileBlocks === undefined ? command : limited;
  const child = spawn(program, args, {
    cwd: data,
    env: cleanEnv(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const url = await announced(child, output, ended);
  return {
    url,
    port: Number(new URL(url).port),
    signInLinks: [...output.stdout.matchAll(/http\S+\/desk\/sign-in\?token=\S+/g)].map(([link]) => link),
    output,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function announced(
  child: ChildProcess,
  output: RunningServer["output"],
  ended: Promise<number | null>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the server did not start: ${output.stderr}`));
    }, START_MS);
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code}: ${output.stderr}`));
    });
    child.stdout?.on("data", () => {
      const address = /(http:\/\/127\.0\.0\.1:\d+)\/docs/.exec(output.stdout)?.[1];
      // The last line of the announcement: by then the sign-in links are there too.
      if (!address || !output.stdout.includes("The desk links work once")) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

/** A folder of its own for a test, and what removes it. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "tingsu-system-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Looks until `look` gives something true. Throws after `timeoutMs`, naming what was waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  timeoutMs = 30_000,
): Promise<Exclude<T, false | null | undefined | 0 | "">> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (isThere(found)) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function isThere<T>(found: T): found is Exclude<T, false | null | undefined | 0 | ""> {
  return Boolean(found);
}
