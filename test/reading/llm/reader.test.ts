import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { FactName } from "../../../src/flows/reading.ts";
import { createModel } from "../../../src/model/model.ts";
import { loadPrompts, type Prompt } from "../../../src/model/prompts.ts";
import { detectPersonal } from "../../../src/privacy/detect.ts";
import { type ModelAnswer, READ_PROMPT } from "../../../src/reading/llm/answer.ts";
import { createModelReader } from "../../../src/reading/llm/reader.ts";
import { createOfflineReader } from "../../../src/reading/offline/read.ts";
import { ANSWER_FAULTS, type FakeModelOptions, type Fault, TRANSPORT_FAULTS } from "../../fixtures/fake-model.ts";
import { answerOf, readingAnswers } from "../../fixtures/fake-reading.ts";
import { fakeModel, SETTINGS } from "../../model/asking.ts";

const read = createOfflineReader({ detectPersonal });
const CONTEXT = { at: "2026-11-21T09:00:00+08:00", zone: "Asia/Shanghai" };
const names = {
  business: (slug: string) => `业务${slug}`,
  reason: (slug: string) => `原因${slug}`,
  venue: (slug: string) => `渠道${slug}`,
  risk: (slug: string) => `风险${slug}`,
  fact: (slug: string) => `事实${slug}`,
};

function shippedPrompt(): Prompt {
  const { prompts, problems } = loadPrompts(fileURLToPath(new URL("../../../prompts", import.meta.url)), [READ_PROMPT]);
  const prompt = prompts.get(READ_PROMPT.name);
  if (!prompt) throw new Error(JSON.stringify(problems));
  return prompt;
}

async function reader(options: Partial<FakeModelOptions> = {}, timeoutMs = 5000) {
  const fake = await fakeModel({ answers: { "model-answer": readingAnswers(read, CONTEXT) }, ...options });
  const model = createModel(
    { ...SETTINGS, url: fake.url, timeoutMs, breaker: { failures: 1000, pauseMs: 1000 } },
    { now: () => "2026-11-21T01:00:00Z", today: () => "2026-11-21", detectPersonal },
  );
  const byModel = createModelReader({ model, prompt: shippedPrompt(), names });
  const reading = (text: string, asking?: FactName) => {
    const context = asking ? { ...CONTEXT, asking } : CONTEXT;
    return byModel(text, context, read(text, context), { conversation: "c1" });
  };
  return { fake, reading };
}

/** A good answer but for what the model sees beside the rules. */
const seeing = (more: Partial<ModelAnswer>): Partial<FakeModelOptions> => ({
  answers: { "model-answer": ({ inputs }) => ({ ...answerOf(read(inputs.text ?? "", CONTEXT)), ...more }) },
});

describe("reading with a model", () => {
  it("adds what the rules missed, and says what", async () => {
    const text = "你们那个小李就是个骗子，把我爸一辈子的积蓄都忽悠进去了";
    const { reading } = await reader(
      seeing({ act: "complaint", business: "wealth", risks: [{ slug: "vulnerable", words: "我爸一辈子的积蓄" }] }),
    );
    const { reading: found, trace } = await reading(text);
    expect(found.risks).toContainEqual({ slug: "vulnerable", text: "我爸一辈子的积蓄", start: 13, end: 21 });
    expect(trace).toMatchObject({
      prompt: "read@1",
      model: "fake",
      outcome: "ok",
      tokens: 120,
      act: "complaint",
      added: { risks: ["vulnerable"] },
    });
    expect(JSON.stringify(trace)).not.toContain("小李");
  });

  it("shows the model the bank's names of the labels, the question that was asked, and the message as data", async () => {
    const { fake, reading } = await reader();
    await reading("就在城东那个支行", "place");
    const [request] = fake.requests;
    expect(request?.system).toContain("- credit-card 业务credit-card");
    expect(request?.system).toContain("- self-harm 风险self-harm");
    expect(request?.user).toContain("事实place（place）");
    expect(request?.inputs.text).toBe("就在城东那个支行");
    expect(request?.system).not.toContain("就在城东那个支行");
  });

  it("asks nothing about digits and signs", async () => {
    const { fake, reading } = await reader();
    for (const text of ["8827", "👍👍", "12,860.50"]) {
      expect((await reading(text)).trace.outcome).toBe("skipped");
    }
    expect(fake.requests).toEqual([]);
  });

  it("sends a long message by its beginning and its end", async () => {
    const { fake, reading } = await reader();
    await reading(`开头说的事${"很长很长".repeat(1500)}最后说的事`);
    const sent = fake.requests[0]?.inputs.text ?? "";
    expect(sent.length).toBeLessThan(5100);
    expect(sent).toMatch(/^开头说的事[\s\S]*最后说的事$/);
  });

  it("takes personal words back into facts from behind their placeholders", async () => {
    const text = "我叫张晓云，方便的话晚上打13800005678找我";
    const { fake, reading } = await reader({
      answers: {
        "model-answer": ({ inputs }) => ({
          ...answerOf(read("", CONTEXT)),
          act: "request",
          facts: [{ name: "contact-time", words: /晚上打⟦PHONE_1⟧/.exec(inputs.text ?? "")?.[0] ?? "" }],
        }),
      },
    });
    const { reading: found } = await reading(text);
    expect(fake.requests[0]?.inputs.text).toBe("我叫⟦NAME_1⟧，方便的话晚上打⟦PHONE_1⟧找我");
    const contact = found.facts.find(({ name }) => name === "contact-time");
    expect(text).toContain(contact?.text ?? "-");
  });
});

describe("what never reaches the model", () => {
  it("is a card, an identity number, a phone, a name, an address, a secret, whatever the endpoint does", async () => {
    const planted = [
      "6222021234567890123",
      "11010519491231002X",
      "13800005678",
      "张晓云",
      "柳荫路18号3栋402室",
      "zxy@mail.example",
    ];
    const [card, id, phone, name, address, mail] = planted;
    const text = `我叫${name}，卡号${card}，身份证号${id}，电话${phone}，邮箱${mail}，住在澜川市城东区${address}。${name}的卡被扣了30块，验证码是482913。`;
    const { fake, reading } = await reader({ jsonSchema: false });
    fake.next(null, "server-error", "wrong-shape");
    for (const more of ["", "！", "？"]) await reading(text + more);
    expect(fake.requests.length).toBeGreaterThanOrEqual(3);
    for (const { raw } of fake.requests) {
      for (const value of [...planted, "482913"]) expect(raw).not.toContain(value);
    }
  });

  it("is the name of an employee the rules found", async () => {
    const { fake, reading } = await reader();
    await reading("客户经理王海涛说话特别难听，王海涛还挂我电话");
    const [request] = fake.requests;
    expect(request?.raw).not.toContain("王海涛");
    expect(request?.raw).toContain("⟦STAFF_1⟧");
  });
});

describe("a model that misbehaves", () => {
  const TEXT = "昨晚8827刷了12,860块，不是我刷的，你们柜台还不管";

  it.each([...TRANSPORT_FAULTS, ...ANSWER_FAULTS])("by %s costs nothing the rules had", async (fault) => {
    const { fake, reading } = await reader({}, 200);
    fake.next(fault);
    const offline = read(TEXT, CONTEXT);
    const { reading: found, trace } = await reading(TEXT);
    expect(found.risks).toEqual(expect.arrayContaining(offline.risks));
    expect(found.facts).toEqual(expect.arrayContaining(offline.facts));
    expect(found.act).toBe("complaint");
    if (trace.outcome !== "ok") expect(found).toEqual(offline);
  });

  it.each(["wrong-language", "injected", "invented-words", "invented-numbers"] as const)(
    "by %s adds nothing",
    async (fault) => {
      const { fake, reading } = await reader();
      fake.next(fault);
      const { reading: found, trace } = await reading(TEXT);
      expect(trace.outcome).toBe("ok");
      expect(found).toEqual(read(TEXT, CONTEXT));
    },
  );

  it("at any rate does so in the same way each time, and never loses what the rules read", async () => {
    const texts = [
      "我的卡被盗刷了三千块",
      "在城东支行等了两个小时没人理",
      "怎么提高限额？",
      "你们不还钱我就从楼上跳下去",
      "好的谢谢",
    ];
    const faults: Fault[] = [...ANSWER_FAULTS, "silence", "rate-limited", "server-error", "html"];
    const run = async () => {
      const { reading } = await reader({ misbehave: { seed: 7, rate: 0.6, faults } });
      return Promise.all(texts.map((text) => reading(text)));
    };
    const [first, second] = [await run(), await run()];
    expect(first).toEqual(second);
    expect(new Set(first.map(({ trace }) => trace.outcome)).size).toBeGreaterThan(1);
    for (const [at, text] of texts.entries()) {
      const offline = read(text, CONTEXT);
      expect(first[at]?.reading.risks).toEqual(expect.arrayContaining(offline.risks));
      expect(first[at]?.reading.facts).toEqual(expect.arrayContaining(offline.facts));
    }
  });
});
