/**
 * Another bank's documents and the briefs of its customers, which are not part of this project: which of the documents a brief
 * needs are among the first ten. A brief is read before it is searched: each of its sentences asks for itself, and a document
 * that answers several comes first.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import type { Synonyms } from "../../src/knowledge/meanings.ts";
import type { Policy } from "../../src/knowledge/policies.ts";
import { type Share, share } from "../evaluate/scores.ts";
import { miniSearch } from "./peers.ts";

const DATA = join(import.meta.dirname, "../../../shared/data");
const Document = z.object({ id: z.string(), title: z.string(), text: z.string() });
const Task = z.object({ text: z.string(), required_documents: z.array(z.string()) });
const TEN = 10;
/** Reciprocal ranks are softened by it, as is usual. */
const SOFT = 20;

const lines = (file: string): unknown[] =>
  readFileSync(join(DATA, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);

export async function outsideCheck(synonyms: Synonyms): Promise<{ name: string; value: Share }[]> {
  if (!existsSync(join(DATA, "en_tau2_banking_docs.jsonl"))) {
    process.stdout.write("  not measured: its data is not on this machine\n");
    return [];
  }
  const documents = lines("en_tau2_banking_docs.jsonl").map((line) => Document.parse(line));
  const tasks = lines("en_tau2_banking_tasks.dev.jsonl").map((line) => Task.parse(line));
  const needed = tasks.reduce((sum, { required_documents: ids }) => sum + ids.length, 0);
  const met = (search: (brief: string) => string[]) =>
    tasks.reduce((sum, { text, required_documents: ids }) => {
      const found = search(text).slice(0, TEN);
      return sum + ids.filter((id) => found.includes(id)).length;
    }, 0);

  const index = new ClauseIndex(documents.map(asPolicy), synonyms);
  const filter = { on: "2026-01-01", language: "en" as const, audience: "staff" as const };
  const ours = (brief: string): string[] => {
    const scores = new Map<string, number>();
    for (const sentence of sentencesOf(brief)) {
      for (const [place, { policy }] of index.search(sentence, filter, TEN).entries())
        scores.set(policy.id, (scores.get(policy.id) ?? 0) + 1 / (SOFT + place));
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  };
  const results = [{ name: "ours, sentence by sentence: among ten", value: share(met(ours), needed) }];
  const Class = await miniSearch();
  if (Class) {
    const engine = new Class({ fields: ["title", "text"] });
    engine.addAll(documents.map(({ title, text }, id) => ({ id, title, text })));
    const search = (brief: string) => engine.search(brief).flatMap(({ id }) => documents[id]?.id ?? []);
    results.push({ name: "MiniSearch, the whole brief: among ten", value: share(met(search), needed) });
    const each = (brief: string): string[] => {
      const scores = new Map<string, number>();
      for (const sentence of sentencesOf(brief))
        for (const [place, id] of search(sentence).slice(0, TEN).entries())
          scores.set(id, (scores.get(id) ?? 0) + 1 / (SOFT + place));
      return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    };
    results.push({ name: "MiniSearch, sentence by sentence: among ten", value: share(met(each), needed) });
  }
  return results;
}

/** How the customer shall behave is no matter to be looked up. */
const STAGE_DIRECTION =
  /\b(?:you are playing|your character|only (?:mention|provide)|do not|don't|never respond|agent|role)\b/i;

const sentencesOf = (brief: string): string[] =>
  brief
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 15 && !STAGE_DIRECTION.test(sentence));

function asPolicy({ id, title, text }: z.infer<typeof Document>): Policy {
  const clause = { number: "1", heading: title, summary: title, questions: [], body: text, hash: id, line: 1 };
  return {
    id,
    title,
    language: "en",
    version: "1",
    effectiveFrom: "2000-01-01",
    audience: "customer",
    business: [],
    keywords: [],
    file: `${id}.md`,
    clauses: [clause],
  };
}
