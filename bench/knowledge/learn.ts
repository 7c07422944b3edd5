/** `npm run train:knowledge`: vectors from the bank's policies, then weights and floor from the practice questions. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadContent } from "../../src/content.ts";
import { ClauseIndex } from "../../src/knowledge/clause-index.ts";
import { fitRanking } from "./fit.ts";
import { questionsOf } from "./questions.ts";
import { makeSounds } from "./sounds.ts";
import { teach } from "./teach.ts";
import { train } from "./train.ts";

const FOLDER = join(import.meta.dirname, "../../src/knowledge/learned");
const NOTHING = { order: [], about: [], floors: { answer: 0, ask: 0 } };

const { content } = loadContent(join(import.meta.dirname, "../../bank"));
if (!content) throw new Error("the bank's folder has mistakes");
const { policies, synonyms } = content;
const sounds = makeSounds();
writeFileSync(join(FOLDER, "sounds.bin"), Buffer.from(sounds.buffer));
const bytes = train(teach(policies, synonyms, sounds));
writeFileSync(join(FOLDER, "vectors.bin"), bytes);
const index = new ClauseIndex(policies, synonyms, { learned: { sounds, vectors: { bytes }, ranking: NOTHING } });
const ranking = fitRanking(index, questionsOf("practice"));
writeFileSync(join(FOLDER, "ranking.json"), `${JSON.stringify(ranking, null, 2)}\n`);
