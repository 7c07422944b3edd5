import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { freshFolder } from "./folder.ts";
import { MASTER_KEY } from "./samples.ts";

const child = fileURLToPath(new URL("./crash-child.ts", import.meta.url));

/** Runs the child until it has printed so many lines, kills it, and returns all that it printed. */
async function killedAfter(lines: number, file: string, round: number): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, file, String(round)], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  process_.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    printed += chunk;
    if (printed.split("\n").length > lines) process_.kill("SIGKILL");
  });
  await once(process_, "close");
  // What stands behind the last line end was cut by the kill.
  return printed.split("\n").slice(0, -1);
}

it("keeps every acknowledged message once and every acknowledged commit whole, however often the process is killed", async () => {
  const file = freshFolder()("store.db");
  const acknowledged: string[] = [];
  for (const [round, lines] of [60, 251, 133].entries()) acknowledged.push(...(await killedAfter(lines, file, round)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(60 + 251 + 133);

  const store = await openSqliteStore({ file, masterKey: MASTER_KEY });
  const conversations = new Set(acknowledged.map((line) => line.split(" ")[1] ?? ""));
  for (const conversation of conversations) {
    const messages = await store.messages(conversation, { after: 0, limit: 10_000 });
    const heard = messages.filter((message) => message.author.kind === "customer").map((message) => message.id);
    expect(new Set(heard).size).toBe(heard.length);
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, index) => index + 1));
    const own = acknowledged.map((line) => line.split(" ")).filter((parts) => parts[1] === conversation);
    const accepted = own.filter(([what]) => what === "accepted").map(([, , id]) => id);
    expect(heard.slice(0, accepted.length)).toEqual(accepted);
    const version = Math.max(1, ...own.filter(([what]) => what === "committed").map(([, , v]) => Number(v)));
    const loaded = await store.load(conversation);
    expect(loaded?.version).toBeGreaterThanOrEqual(version);
    // Each commit wrote one event, one answer and one effect; the opening wrote one event and one message.
    expect(await store.events(conversation)).toHaveLength(loaded?.version ?? 0);
    expect(messages.filter((message) => message.author.kind === "bot")).toHaveLength(loaded?.version ?? 0);
  }
  expect((await store.verifyAudit()).problems).toEqual([]);
  await store.close();
});
