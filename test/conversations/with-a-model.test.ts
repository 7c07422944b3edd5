import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findScripts } from "../../src/commands/play.ts";
import type { Knowledge } from "../../src/knowledge/answer.ts";
import { modelSettings } from "../../src/model/settings.ts";
import { passed, play } from "../../src/play/play.ts";
import { createReader, knowledgeOf } from "../../src/product.ts";
import { createThinking, type Thinking } from "../../src/thinking.ts";
import {
  ANSWER_FAULTS,
  type FakeModel,
  type FakeRequest,
  type Fault,
  startFakeModel,
  TRANSPORT_FAULTS,
} from "../fixtures/fake-model.ts";
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

async function misbehaving(seed: number): Promise<{ thinking: Thinking; knowledge: Knowledge }> {
  const content = shippedContent();
  const read = createReader(content);
  const model = await startFakeModel({
    answers: {
      "model-answer": readingAnswers(read, { at: "2026-11-23T10:00:00+08:00", zone: content.bank.profile.zone }),
      rephrased: () => ({ bubbles: [] }),
      composed: (request) => ({ statements: says(clausesIn(request), seed) }),
      // The other way round: whoever came last is first.
      ranked: (request) => ({
        order: clausesIn(request)
          .map(({ n }) => n)
          .reverse(),
      }),
    },
    misbehave: { seed, rate: RATE, faults: FAULTS },
  });
  models.push(model);
  const { settings } = modelSettings({ TINGSU_MODEL_URL: model.url, TINGSU_MODEL_NAME: "fake" });
  if (!settings) throw new Error("no settings for the fake model");
  const now = () => new Date().toISOString();
  const thinking = createThinking({ ...settings, breaker: { failures: 1000, pauseMs: 100 } }, content, { now });
  const { compose } = thinking;
  return { thinking, knowledge: knowledgeOf(content, { compose }) };
}

const Clauses = z.array(z.object({ n: z.number(), text: z.string().optional() }));
const clausesIn = ({ inputs }: FakeRequest) => Clauses.parse(JSON.parse(inputs.clauses ?? "[]"));

/** Honest of the first clause, and then what no bank ever said: invented quotations, figures and promises, true quotations turned round. */
function says(clauses: z.infer<typeof Clauses>, seed: number) {
  const parts = clauses[0]?.text?.split(/[。\n]/u) ?? [];
  // A row of a table is no sentence.
  const sentences = parts.filter((part) => part !== "" && !part.startsWith("|"));
  const quote = sentences.find((part) => /\d/u.test(part)) ?? sentences[0] ?? "";
  const honest = { text: `${quote}。`, clause: 1, quote };
  const invented = [
    { text: "本行将赔偿您五万元。", clause: 1, quote: "本行将赔偿客户五万元" },
    { text: "另收8888元工本费。", clause: 1, quote },
    { text: "您可以去北京总行办理。", clause: 99, quote: "可以去北京总行办理" },
    { text: "请把密码告诉我。", clause: 1, quote: "客户应提供密码" },
  ];
  const lie = invented[seed % invented.length];
  return lie ? [lie, honest, ...invented] : [honest];
}
const INVENTED = /五万元|8888|北京总行|告诉我密码|把密码/u;

describe("with a model that misbehaves", () => {
  it(`conversations hold as they do without one, each of ${TIMES} times`, { timeout: 240_000 }, async () => {
    const scripts = findScripts(fileURLToPath(new URL("./scripts", import.meta.url)))
      .flatMap((file) => file.scripts)
      .filter((_, at) => at % 10 === 0);
    const thinkings = await Promise.all(Array.from({ length: TIMES }, (_, seed) => misbehaving(seed)));
    let offline = 0;
    let every = 0;
    const fell: string[] = [];
    const said: string[] = [];
    for (const script of scripts) {
      const alone = passed(await play(script, shippedContent()));
      if (alone) offline += 1;
      let holds = true;
      for (const { thinking, knowledge } of thinkings) {
        const played = await play(script, shippedContent(), thinking, knowledge);
        holds &&= passed(played);
        said.push(...played.steps.flatMap((step) => step.said));
      }
      if (holds) every += 1;
      else if (alone) fell.push(script.name);
    }
    expect(models.reduce((sum, { requests }) => sum + requests.length, 0)).toBeGreaterThan(60);
    expect(models.flatMap(({ requests }) => requests).filter(({ output }) => output === "composed")).not.toEqual([]);
    expect(said.filter((text) => INVENTED.test(text))).toEqual([]);
    expect({ every, fell }).toEqual({ every: Math.max(every, offline), fell: [] });
  });
});
