/** Other searches over the same texts: MiniSearch as it comes, MiniSearch with our words, and BM25 alone. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { Asked } from "../../src/knowledge/asked.ts";
import { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import { askedName, type Entry } from "../../src/knowledge/entries.ts";
import type { Synonyms } from "../../src/knowledge/meanings.ts";
import { type Policy, versionsInForce } from "../../src/knowledge/policies.ts";
import { postingsOf } from "../../src/knowledge/postings.ts";

const PEERS = join(import.meta.dirname, "../peers");

interface When {
  on: string;
  language: string;
}
interface PeerSearch {
  name: string;
  /** The first five, `policy#clause`. */
  search(question: string, when: When): string[];
}

interface MiniSearch {
  addAll(documents: object[]): void;
  search(query: string): { id: number }[];
}
type MiniSearchClass = new (options: object) => MiniSearch;

/** Null when the peers' packages are not there and cannot be installed. */
export async function miniSearch(): Promise<MiniSearchClass | null> {
  if (!existsSync(join(PEERS, "node_modules/minisearch"))) {
    const { status } = spawnSync("npm", ["ci", "--prefix", PEERS, "--no-audit", "--no-fund"], { stdio: "inherit" });
    if (status !== 0) return null;
  }
  const path = createRequire(join(PEERS, "package.json")).resolve("minisearch");
  const loaded: unknown = await import(pathToFileURL(path).href);
  const isClass = (value: unknown): value is MiniSearchClass => typeof value === "function";
  const module = z.object({ default: z.unknown() }).parse(loaded).default;
  const held = z.object({ default: z.unknown() }).safeParse(module);
  const found = held.success && isClass(held.data.default) ? held.data.default : module;
  return isClass(found) ? found : null;
}

export async function peerSearches(
  policies: readonly Policy[],
  asked: Asked,
  synonyms: Synonyms,
): Promise<PeerSearch[]> {
  const ways = asked.read();
  const textOf = ({ policy, clause }: Entry): string => {
    const more = ways.get(askedName(policy.file, clause.number)) ?? [];
    return [policy.title, clause.heading, clause.summary, ...clause.questions, ...more, clause.body].join("\n");
  };
  const index = new ClauseIndex(policies, synonyms);
  const { entries } = index;
  const first = (ids: readonly number[], { on, language }: When): string[] => {
    const current = versionsInForce(policies, on, "customer");
    const names: string[] = [];
    for (const id of ids) {
      const entry = entries[id];
      if (!entry || !current.has(entry.policy)) continue;
      if (entry.policy.language === "en" && language !== "en") continue;
      const name = `${entry.policy.id}#${entry.clause.number}`;
      if (!names.includes(name)) names.push(name);
      if (names.length === 5) break;
    }
    return names;
  };

  const bm25 = postingsOf(
    { text: 1 },
    entries.map((entry) => ({ text: index.words(textOf(entry)) })),
  );
  const all = new Set(entries.keys());
  const alone: PeerSearch = {
    name: "BM25 alone, our words",
    search: (question, asked) => {
      const weights = new Map(index.words(question).map((word) => [word, 1]));
      const found = bm25.search(weights, all).map(({ entry }) => entry);
      return first(found, asked);
    },
  };
  const Class = await miniSearch();
  if (!Class) return [alone];
  const documents = entries.map((entry, id) => ({ id, text: textOf(entry) }));
  const plain = new Class({ fields: ["text"] });
  plain.addAll(documents);
  const words = new Class({
    fields: ["text"],
    tokenize: (text: string) => index.words(text),
    processTerm: (term: string) => term,
  });
  words.addAll(documents);
  const peer = (name: string, engine: MiniSearch): PeerSearch => ({
    name,
    search: (question, asked) =>
      first(
        engine.search(question).map(({ id }) => id),
        asked,
      ),
  });
  return [peer("MiniSearch as it comes", plain), peer("MiniSearch, our words", words), alone];
}
