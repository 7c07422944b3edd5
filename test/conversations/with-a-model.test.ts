import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { findScripts } from "../../src/commands/play.ts";
import { modelSettings } from "../../src/model/settings.ts";
import { passed, play } from "../../src/play/play.ts";
import { createReader } from "../../src/product.ts";
import { createThinking, type Thinking } from "../../src/thinking.ts";
import { ANSWER_FAULTS, type FakeModel, type Fault, startFakeModel, TRANSPORT_FAULTS } from "../fixtures/fake-model.ts";
import { readingAnswers } from "../fixtures/fake-reading.ts";
import { shippedContent } from "./customer.ts";

const TIMES = 4;
/**
 * Of each ten asks three go wrong, in one way or another. Hanging ones are left out: they only cost time. So are wrong
 * labels: a model may add a risk or fill what is open, so a wrong one is asked about or seen by a person for nothing.
 */
const RATE = 0.3;
const LEFT_OUT: readonly Fault[] = ["timeout", "hang-in-body", "wrong-labels"];
const FAULTS: readonly Fault[] = [...TRANSPORT_FAULTS, ...ANSWER_FAULTS].filter((fault) => !LEFT_OUT.includes(fault));

const models: FakeModel[] = [];
afterAll(async () => {
  await Promise.all(models.splice(0).map((model) => model.stop()));
});

async function misbehaving(seed: number): Promise<Thinking> {
  const content = shippedContent();
  const read = createReader(content);
  const model = await startFakeModel({
    answers: {
      "model-answer": readingAnswers(read, { at: "2026-11-23T10:00:00+08:00", zone: content.bank.profile.zone }),
      rephrased: () => ({ bubbles: [] }),
    },
    misbehave: { seed, rate: RATE, faults: FAULTS },
  });
  models.push(model);
  const { settings } = modelSettings({ TINGSU_MODEL_URL: model.url, TINGSU_MODEL_NAME: "fake" });
  if (!settings) throw new Error("no settings for the fake model");
  return createThinking({ ...settings, breaker: { failures: 1000, pauseMs: 100 } }, content, {
    now: () => new Date().toISOString(),
  });
}

describe("with a model that misbehaves", () => {
  it(`conversations hold as they do without one, each of ${TIMES} times`, { timeout: 240_000 }, async () => {
    const scripts = findScripts(fileURLToPath(new URL("./scripts", import.meta.url)))
      .flatMap((file) => file.scripts)
      .filter((_, at) => at % 10 === 0);
    const thinkings = await Promise.all(Array.from({ length: TIMES }, (_, seed) => misbehaving(seed)));
    let offline = 0;
    let every = 0;
    const fell: string[] = [];
    for (const script of scripts) {
      const alone = passed(await play(script, shippedContent()));
      if (alone) offline += 1;
      let holds = true;
      for (const thinking of thinkings) holds &&= passed(await play(script, shippedContent(), thinking));
      if (holds) every += 1;
      else if (alone) fell.push(script.name);
    }
    expect(models.reduce((sum, { requests }) => sum + requests.length, 0)).toBeGreaterThan(60);
    expect({ every, fell }).toEqual({ every: Math.max(every, offline), fell: [] });
  });
});
