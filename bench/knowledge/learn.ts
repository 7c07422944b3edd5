/** `npm run train:knowledge`: vectors from the bank's policies, then weights and floor from the practice questions. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadContent } from "../../src/content.ts";
import { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import { fitRanking } from "./fit.ts";
import { heldOut, questionsOf } from "./questions.ts";
import { makeSounds } from "./sounds.ts";
import { teach } from "./teach.ts";
import { train } from "./train.ts";

const FOLDER = join(import.meta.dirname, "../../src/knowledge/learned");

const { content } = loadContent(join(import.meta.dirname, "../../bank"));
if (!content) throw new Error("the bank's folder has mistakes");
const { policies, asked, synonyms } = content;
const sounds = makeSounds();
writeFileSync(join(FOLDER, "sounds.bin"), Buffer.from(sounds.buffer));
const bytes = train(teach(policies, asked.read(), synonyms, sounds));
writeFileSync(join(FOLDER, "vectors.bin"), bytes);
const digest = createHash("sha256").update(bytes).digest("hex");
const ranking = { order: [], about: [], floors: { answer: 0, ask: 0 }, vectors: digest };
const learned = { ranking, vectors: () => ({ bytes }), sounds: () => sounds };
const practice = {
  index: new ClauseIndex(policies, synonyms, { asked, learned }),
  questions: questionsOf("practice"),
  weight: 1,
};
const held = heldOut(policies);
const typical = {
  index: new ClauseIndex(held.policies, synonyms, { asked, learned }),
  questions: held.questions,
  weight: 0.15,
};
const fitted = { ...fitRanking([practice, typical]), vectors: digest };
writeFileSync(join(FOLDER, "ranking.json"), `${JSON.stringify(fitted, null, 2)}\n`);
