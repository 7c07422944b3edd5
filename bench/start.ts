/** The server: seconds from spawn until it answers, on an empty data folder and on a used one, and its memory at rest. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { makeFolder } from "./folder.ts";
import { residentMegabytes } from "./memory.ts";
import { median, report } from "./print.ts";
import { startArguments } from "./start-arguments.ts";

const WARM_STARTS = 5;
const REST = 10_000;
const root = join(import.meta.dirname, "..");

/** Resolves once the home page is served. */
async function startServer(data: string): Promise<{ server: ChildProcess; seconds: number }> {
  const started = performance.now();
  // An environment of its own: what is set outside must not change what is measured.
  const env = { HOST: "127.0.0.1", PORT: "0", TINGSU_DATA: data, TINGSU_BANK: join(root, "bank"), TINGSU_LOG: "error" };
  const server = spawn(process.execPath, startArguments(), {
    cwd: data,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const base = /https?:\/\/[\w.:-]+/u.exec(line)?.[0];
    if (!base) continue;
    const response = await fetch(base);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return { server, seconds: (performance.now() - started) / 1000 };
  }
  throw new Error("the server ended before it listened");
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}

const folder = makeFolder();
try {
  const first = await startServer(folder.path);
  await stop(first.server);
  const warm: number[] = [];
  let resident: number | null = null;
  for (let at = 1; at <= WARM_STARTS; at += 1) {
    const { server, seconds } = await startServer(folder.path);
    warm.push(seconds);
    if (at === WARM_STARTS) {
      await sleep(REST);
      resident = residentMegabytes(server.pid ?? 0);
    }
    await stop(server);
  }
  report(
    [
      { name: "warm start", value: median(warm), unit: "s", goal: { atMost: 1.5 }, note: `median of ${warm.length}` },
      { name: "first start, empty data folder", value: first.seconds, unit: "s" },
      ...(resident === null
        ? []
        : [
            {
              name: "memory at rest",
              value: resident,
              unit: "MB" as const,
              goal: { atMost: 200 },
              note: `${REST / 1000} s after the start`,
            },
          ]),
    ],
    resident === null ? ["memory at rest: not measured, there is no /proc here"] : [],
  );
} finally {
  folder.remove();
}
