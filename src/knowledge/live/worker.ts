/** The thread in which texts are read again: questions go on being answered meanwhile. Told what was in force when it started. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { type Reloaded, reload } from "./reload.ts";
import { received, type SentTexts, sent } from "./texts.ts";

export interface WorkerStart {
  bank: string;
  keepIn: string;
  last: SentTexts;
}

export type WorkerReply = { ok: true; texts: SentTexts; rows: Reloaded["rows"]; problems: Reloaded["problems"] };

// Ours on both sides: what is checked is that this was started as it should be.
const Start = z.custom<WorkerStart>((given) => typeof given === "object" && given !== null && "bank" in given);
const { bank, keepIn, last } = Start.parse(workerData);
let known = received(bank, last, []);

parentPort?.on("message", () => {
  const { texts, rows, problems } = reload(bank, keepIn, known);
  const reply: WorkerReply = { ok: true, texts: sent(texts, known.policies), rows, problems };
  known = texts;
  const { postings, ways } = rows;
  const buffers = [...Object.values(postings), ...Object.values(ways)].map(({ buffer }) => buffer);
  parentPort?.postMessage(reply, [...new Set(buffers)]);
});
