/** Pictures that take longer than WeChat waits: the message is stored at once, the picture follows. */
import { afterEach, describe, expect, it } from "vitest";
import { type OfficialProduct, officialProduct } from "./official-product.ts";
import { CUSTOMER } from "./payloads.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const opened: OfficialProduct[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((product) => product.close()));
});
async function impatient(): Promise<OfficialProduct> {
  const product = await officialProduct({ patienceMs: 50 });
  opened.push(product);
  return product;
}
const attachments = async (product: OfficialProduct) => (await product.kept()).map((message) => message.attachments);

describe("a picture that takes long", () => {
  it("is acknowledged as a message, and comes into the conversation afterwards, once", async () => {
    const product = await impatient();
    const { wechat, pushes } = product;
    wechat.putMedia("slow", PNG, "image/png");
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    wechat.next("media/get", held, held);
    const xml = pushes.image("slow");
    expect(await (await product.push(xml)).text()).toBe("success");
    expect(await attachments(product)).toEqual([0]);
    await product.push(xml);
    letGo();
    await expect.poll(() => attachments(product), { timeout: 15_000 }).toEqual([0, 1]);
  });

  it("is fetched by the next process when this one stops", async () => {
    const product = await impatient();
    const { wechat, pushes } = product;
    wechat.putMedia("slow", PNG, "image/png");
    wechat.next("media/get", { errcode: -1 }, { errcode: -1 });
    expect(await (await product.push(pushes.image("slow"))).text()).toBe("success");
    await product.restart();
    await expect.poll(() => attachments(product), { timeout: 15_000 }).toEqual([0, 1]);
    await product.restart();
    expect(await attachments(product)).toEqual([0, 1]);
  });

  it("and never comes: the customer is asked to send it again", async () => {
    const product = await impatient();
    const { wechat, pushes } = product;
    wechat.next("media/get", { errcode: -1 });
    expect(await (await product.push(pushes.image("gone"))).text()).toBe("success");
    await expect.poll(() => wechat.texts(CUSTOMER), { timeout: 15_000 }).toEqual([expect.stringContaining("再发一次")]);
  });
});
