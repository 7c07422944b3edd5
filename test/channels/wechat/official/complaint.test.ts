/** Whole conversations through the official account: WeChat's pushes in, customer-service messages out. */
import { afterEach, describe, expect, it } from "vitest";
import { type OfficialProduct, officialProduct } from "./official-product.ts";
import { CUSTOMER } from "./payloads.ts";

const AMR = Buffer.from(`#!AMR\n${"\u0004".repeat(40)}`);
const opened: OfficialProduct[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((product) => product.close()));
});
async function customer(options: Parameters<typeof officialProduct>[0] = {}): Promise<OfficialProduct> {
  const product = await officialProduct(options);
  opened.push(product);
  return product;
}
const joined = (texts: readonly string[]) => texts.join("\n");

describe.each([
  { mode: "plain", aes: false },
  { mode: "safe", aes: true },
])("a customer in $mode mode", ({ aes }) => {
  it("follows, is greeted, complains about a swallowed card, and leaves with a number and a case", async () => {
    const product = await customer({ aes });
    const { wechat, pushes } = product;
    const heard = () => joined(wechat.texts(CUSTOMER));

    const followed = await product.push(pushes.subscribe());
    expect([followed.status, await followed.text()]).toEqual([200, "success"]);
    await product.settle();
    expect(heard()).toMatch(/您好|投诉/u);

    await product.says("昨天晚上八点多，你们滨江支行的取款机把我的卡吞了，到现在没人管，太气人了");
    expect(heard()).toMatch(/抱歉|着急|对不起|理解|不好受/u);
    expect(heard()).toMatch(/R-[2-9A-Z]{8}/u);

    for (const answer of ["卡尾号8827", "同意", "13800138000", "把卡还给我", "对，没错", "转人工"])
      await product.says(answer);
    expect(heard()).toMatch(/工作日|人工|同事/u);
    const [record] = await product.store.records({ limit: 5 });
    expect(record).toMatchObject({ status: "open", business: "debit-card" });
    expect(await product.store.cases({ limit: 5 })).toHaveLength(1);
    expect(new Set(wechat.texts(CUSTOMER)).size).toBe(wechat.texts(CUSTOMER).length);
    expect(product.reports).toEqual([]);
  });
});

describe("a customer", () => {
  it("who taps the menu says what the entry stands for", async () => {
    const product = await customer();
    expect(await (await product.push(product.pushes.click("complain"))).text()).toBe("success");
    await product.settle();
    expect(await product.kept()).toEqual([{ kind: "text", text: "我要投诉", attachments: 0 }]);
    expect(joined(product.wechat.texts(CUSTOMER))).toMatch(/什么|经过|说说/u);
    await product.push(product.pushes.click("an-entry-of-last-year"));
    await product.push(product.pushes.view("https://www.lanchuan.example/"));
    await product.push(product.pushes.scanCode());
    expect(await product.kept()).toHaveLength(1);
  });

  it("who comes back is welcomed at once, in the answer to the event, and greeted by the product once", async () => {
    const product = await customer();
    await product.push(product.pushes.subscribe("branch-7"));
    await product.settle();
    const greeted = product.wechat.texts(CUSTOMER);
    await product.push(product.pushes.unsubscribe());
    await product.minutesPass(10);
    const back = await (await product.push(product.pushes.subscribe())).text();
    expect(back).toContain("<Content><![CDATA[您好，又见面了");
    expect(back).toContain(`<ToUserName><![CDATA[${CUSTOMER}]]></ToUserName>`);
    await product.minutesPass(1);
    expect(await (await product.push(product.pushes.scan("branch-7"))).text()).toContain("又见面了");
    await product.settle();
    expect(product.wechat.texts(CUSTOMER)).toEqual(greeted);
  });

  it("sends a voice: its words are read where WeChat gives them, and the sound is kept for a person", async () => {
    const product = await customer();
    product.wechat.putMedia("voice-1", AMR, "audio/amr");
    await product.push(product.pushes.voice("voice-1", "我的卡被取款机吞了，没人管！"));
    await product.settle();
    const heard = () => joined(product.wechat.texts(CUSTOMER));
    expect(heard()).toMatch(/R-[2-9A-Z]{8}/u);
    expect(heard()).not.toMatch(/语音|听不了/u);
    await product.push(product.pushes.voice("voice-1"));
    await product.settle();
    expect(heard()).toMatch(/语音/u);
    expect(await product.kept()).toEqual([
      { kind: "voice", text: "我的卡被取款机吞了，没人管！", attachments: 1 },
      { kind: "voice", text: "", attachments: 1 },
    ]);
  });

  it("sends a sticker, which WeChat doesn't pass on, and is answered all the same", async () => {
    const product = await customer();
    await product.says("【收到不支持的消息类型，暂无法显示】");
    expect(await product.kept()).toEqual([{ kind: "sticker", text: "", attachments: 0 }]);
    expect(product.wechat.texts(CUSTOMER).length).toBeGreaterThan(1);
  });

  it("writes two days and more after us: what had to wait comes then", async () => {
    const product = await customer();
    await product.says("取款机吞了我的卡，没人管");
    await product.minutesPass(49 * 60);
    const before = product.wechat.texts(CUSTOMER);
    await product.says("我再补充一点：卡尾号8827");
    expect(product.wechat.texts(CUSTOMER).length).toBeGreaterThan(before.length);
    expect(product.wechat.texts(CUSTOMER).slice(0, before.length)).toEqual(before);
  });
});
