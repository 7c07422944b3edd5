/** Questions with the clauses that answer them: test/fixtures/questions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Language } from "../../src/flows/reading.ts";

const AskedQuestion = z.strictObject({
  q: z.string(),
  language: Language,
  /** policy#clause, best first; empty where no policy answers. */
  right: z.array(z.string()),
  on: z.iso.date().default("2026-11-21"),
  region: z.string().optional(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export function questionsOf(part: "unseen" | "practice"): AskedQuestion[] {
  const file = join(import.meta.dirname, "../../test/fixtures/questions", `${part}.jsonl`);
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => AskedQuestion.parse(JSON.parse(line)));
}
