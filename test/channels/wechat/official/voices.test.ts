/** Voices for which WeChat gives no words: a service of the bank's listens, where there is one. */
import { afterEach, describe, expect, it } from "vitest";
import type { Transcribe } from "../../../../src/channels/wechat/voice.ts";
import { type OfficialProduct, officialProduct } from "./official-product.ts";
import { CUSTOMER } from "./payloads.ts";

const AMR = Buffer.from("#!AMR\n\u0000\u0001");
const SAID = "我的卡被取款机吞了，没人管！";
const opened: OfficialProduct[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((product) => product.close()));
});
async function withEar(transcribe?: Transcribe, patienceMs = 2000): Promise<OfficialProduct> {
  const product = await officialProduct({ patienceMs, ...(transcribe ? { transcribe } : {}) });
  opened.push(product);
  product.wechat.putMedia("voice-1", AMR, "audio/amr");
  return product;
}

describe("a voice without words", () => {
  it("is listened to, and answered like words; the recording is kept beside them", async () => {
    const heard: string[] = [];
    const product = await withEar(async ({ mime, bytes }) => {
      heard.push(`${mime} ${bytes.length}`);
      return SAID;
    });
    expect(await (await product.push(product.pushes.voice("voice-1"))).text()).toBe("success");
    await product.settle();
    expect(heard).toEqual([`audio/amr ${AMR.length}`]);
    expect(await product.kept()).toEqual([{ kind: "voice", text: SAID, attachments: 1 }]);
    expect(product.wechat.texts(CUSTOMER).join("")).not.toMatch(/打几个字|文字/u);
  });

  it("with words of WeChat's own is not listened to a second time", async () => {
    const product = await withEar(() => Promise.reject(new Error("asked")));
    await product.push(product.pushes.voice("voice-1", SAID));
    expect(await product.kept()).toEqual([{ kind: "voice", text: SAID, attachments: 1 }]);
  });

  it("that nobody understands is kept, and the customer is kindly asked to type", async () => {
    for (const ear of [async () => null, undefined]) {
      const product = await withEar(ear);
      await product.push(product.pushes.voice("voice-1"));
      await product.settle();
      expect(await product.kept()).toEqual([{ kind: "voice", text: "", attachments: 1 }]);
      expect(product.wechat.texts(CUSTOMER).join("")).toMatch(/打几个字|文字/u);
    }
  });

  it("takes longer than WeChat waits: acknowledged in time, and stored once, with its words", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const product = await withEar(() => promise, 50);
    const xml = product.pushes.voice("voice-1");
    expect(await (await product.push(xml)).text()).toBe("success");
    await product.push(xml);
    expect(await product.kept()).toEqual([]);
    resolve(SAID);
    await expect.poll(() => product.kept(), { timeout: 15_000 }).toHaveLength(1);
    expect(await product.kept()).toEqual([{ kind: "voice", text: SAID, attachments: 1 }]);
  });

  it("is not lost when the server stops while the service listens", async () => {
    let calls = 0;
    const product = await withEar(async () => {
      calls += 1;
      return calls <= 2 ? new Promise<string>(() => undefined) : SAID;
    }, 50);
    await product.push(product.pushes.voice("voice-1"));
    await expect.poll(() => calls, { timeout: 15_000 }).toBe(2);
    await product.restart();
    await expect.poll(() => product.kept(), { timeout: 15_000 }).toHaveLength(1);
    expect(await product.kept()).toEqual([{ kind: "voice", text: SAID, attachments: 1 }]);
  });

  it("that WeChat hands out late is listened to once it is there", async () => {
    const product = await withEar(async () => SAID, 50);
    product.wechat.next("media/get", { errcode: -1 });
    expect(await (await product.push(product.pushes.voice("voice-1"))).text()).toBe("success");
    await expect.poll(() => product.kept(), { timeout: 15_000 }).toHaveLength(1);
    expect(await product.kept()).toEqual([{ kind: "voice", text: SAID, attachments: 1 }]);
  });
});
