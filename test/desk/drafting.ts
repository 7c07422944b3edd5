/** A bank's folder in a temporary place, its policies in force as they are changed, and drafts in it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Drafting } from "../../src/desk/drafts/port.ts";
import { createDraftFolder, isPublished } from "../../src/knowledge/draft-folder.ts";
import { createLiveKnowledge, type LiveKnowledge } from "../../src/knowledge/live/live.ts";
import { loadTexts } from "../../src/knowledge/live/texts.ts";

export interface BankFolder {
  path: string;
  knowledge: LiveKnowledge;
  drafting: Drafting;
  remove(): Promise<void>;
}

/** Not started: `knowledge.start()` makes changes live. */
export function makeBankFolder(): BankFolder {
  const path = mkdtempSync(join(tmpdir(), "drafts-bank-"));
  cpSync("test/fixtures/policies", join(path, "policies"), { recursive: true });
  writeFileSync(join(path, "synonyms.yaml"), readFileSync("bank/synonyms.yaml"));
  const knowledge = createLiveKnowledge({
    bank: path,
    keepIn: join(path, ".kept"),
    texts: loadTexts(path).texts,
    report: {
      reloaded: () => undefined,
      broken: () => undefined,
      failed: (error) => {
        throw error;
      },
    },
  });
  return {
    path,
    knowledge,
    drafting: {
      files: createDraftFolder(path, knowledge),
      hotline: "400-000-9588",
      today: () => "2026-11-20",
      published: (words) => isPublished(knowledge.policies(), words),
    },
    async remove() {
      await knowledge.stop();
      rmSync(path, { recursive: true, force: true });
    },
  };
}
