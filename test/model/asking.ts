/** A model over a fake endpoint, with a clock and a day the test sets, and a caller that asks about a text. */
import { afterAll } from "vitest";
import { z } from "zod";
import type { Ask, Asked } from "../../src/model/asked.ts";
import { createModel, type Model, type ModelCall } from "../../src/model/model.ts";
import type { Prompt } from "../../src/model/prompts.ts";
import type { ModelSettings } from "../../src/model/settings.ts";
import { detectPersonal } from "../../src/privacy/detect.ts";
import { type FakeModel, type FakeModelOptions, startFakeModel } from "../fixtures/fake-model.ts";

export const ECHO_PROMPT: Prompt = {
  name: "echo",
  version: "3",
  inputs: { text: "data" },
  output: "echo",
  system: "Repeat what stands between the marks.",
  user: "{{text}}",
  digest: "d1",
};

export const Echo = z.object({ said: z.string(), mood: z.enum(["calm", "angry"]) });
export type Echo = z.infer<typeof Echo>;

export const SETTINGS: ModelSettings = {
  url: "http://127.0.0.1:9/v1",
  key: "test-key",
  name: "fake",
  timeoutMs: 5000,
  maxOutputTokens: 100,
  tokensPerConversation: 100_000,
  tokensPerDay: 1_000_000,
  price: { input: 2, output: 10 },
  concurrency: 4,
  breaker: { failures: 3, pauseMs: 30_000 },
  cache: { entries: 10, maxAgeMs: 60_000 },
  allowCrossBorder: false,
  hosts: [],
};

export interface Asking {
  model: Model;
  fake: FakeModel;
  calls: ModelCall[];
  /** Lets milliseconds pass on the model's clock. */
  pass(ms: number): void;
  day(date: string): void;
  ask(text: string, more?: Partial<Ask<Echo>>): Promise<Asked<Echo>>;
}

const open: FakeModel[] = [];
afterAll(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.stop()));
});

/** A fake that lives until the end of the test file. */
export async function fakeModel(options: FakeModelOptions): Promise<FakeModel> {
  const fake = await startFakeModel(options);
  open.push(fake);
  return fake;
}

export async function asking(
  settings: Partial<ModelSettings> = {},
  options: Partial<FakeModelOptions> = {},
): Promise<Asking> {
  const fake = await fakeModel({
    answers: { echo: ({ inputs }) => ({ said: inputs.text ?? "", mood: "calm" }) },
    ...options,
  });
  let clock = Date.parse("2026-11-23T02:00:00Z");
  let date = "2026-11-23";
  const calls: ModelCall[] = [];
  const model = createModel(
    { ...SETTINGS, url: fake.url, ...settings },
    {
      now: () => new Date(clock).toISOString(),
      today: () => date,
      detectPersonal,
      report: (call) => calls.push(call),
    },
  );
  return {
    model,
    fake,
    calls,
    pass: (ms) => {
      clock += ms;
    },
    day: (next) => {
      date = next;
    },
    ask: (text, more) =>
      model.ask({
        prompt: ECHO_PROMPT,
        inputs: { text },
        schema: Echo,
        conversation: "c1",
        language: "zh-Hans",
        ...more,
      }),
  };
}
