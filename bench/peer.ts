/** The peer's process: started once, told to run whole dialogues, asked how long they took. */
import { fork, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const folder = join(import.meta.dirname, "peers");
const Reply = z.object({ turnsPerSecond: z.number().positive() });

export type Peer =
  | { ready: true; name: string; run: (count: number, width: number) => Promise<number>; stop: () => void }
  | { ready: false; why: string };

/** True when the peer's packages are there, now or after `npm ci`. */
async function installed(): Promise<boolean> {
  if (existsSync(join(folder, "node_modules/grammy"))) return true;
  process.stderr.write("installing the peer's packages: npm ci --prefix bench/peers\n");
  const options = ["--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
  return new Promise((resolve) => {
    const npm = spawn("npm", ["ci", "--prefix", folder, ...options], { stdio: ["ignore", "ignore", "inherit"] });
    npm.on("error", () => resolve(false));
    npm.on("exit", (code) => resolve(code === 0));
  });
}

/** `lines`: the customer's messages of one dialogue, the first one opens it. */
export async function startPeer(file: string, lines: readonly string[]): Promise<Peer> {
  if (!(await installed())) return { ready: false, why: "the peer was left out: its packages could not be installed" };
  const child = fork(join(folder, "grammy.ts"), [file, JSON.stringify(lines)]);
  return {
    ready: true,
    name: "grammY",
    run: (count, width) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`the peer ended with ${code}`));
        child.once("exit", ended);
        child.once("message", (message) => {
          child.off("exit", ended);
          resolve(Reply.parse(message).turnsPerSecond);
        });
        child.send({ count, width });
      }),
    stop: () => child.disconnect(),
  };
}
