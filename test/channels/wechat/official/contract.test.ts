/** The contract of every customer channel, kept by the official account: WeChat's pushes in, customer-service messages out. */
import { randomUUID } from "node:crypto";
import { type ChannelUnderTest, channelContract } from "../../../contracts/channel.ts";
import { staffSendsFile } from "../../../fixtures/staff-file.ts";
import { officialProduct } from "./official-product.ts";
import { CUSTOMER, plainAddress, post, safePush } from "./payloads.ts";

async function underTest(): Promise<ChannelUnderTest> {
  const product = await officialProduct({ aes: true });
  const { wechat, pushes } = product;
  /** The suite names messages; WeChat numbers them. */
  const numbers = new Map<string, string>();
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? String(22_995_763_220_531_000n + BigInt(numbers.size));
    numbers.set(id, known);
    return known;
  };
  const taken = (answer: Response) => {
    if (answer.status !== 200) throw new Error(`callback answered ${answer.status}`);
  };
  return {
    features: product.official.sender.features,
    says: async (text, id = randomUUID()) => taken(await product.push(pushes.text(text, numberOf(id)))),
    async sendsFile(name, bytes) {
      wechat.putMedia(name, bytes, "image/png");
      taken(await product.push(pushes.image(name)));
    },
    async getsFile(file) {
      const { intake, store, now } = product;
      await staffSendsFile({ intake, store, now }, await product.conversation(), file);
    },
    files: async () => wechat.shown(CUSTOMER).flatMap((one) => ("image" in one ? [one.image.length] : [])),
    async settle() {
      await product.minutesPass(0.1);
      await product.settle();
    },
    heard: async () => wechat.texts(CUSTOMER),
    kept: async () => (await product.kept()).map(({ text }) => text ?? ""),
    echo: null,
    restart: () => product.restart(),
    providerDown() {
      const down = Array.from({ length: 50 }, () => ({ errcode: -1 }));
      wechat.next("message/custom/send", ...down);
      return () => wechat.clear("message/custom/send");
    },
    providerSlow() {
      const { promise, resolve } = Promise.withResolvers<void>();
      wechat.next("message/custom/send", ...Array.from({ length: 50 }, () => promise));
      return resolve;
    },
    async hostile() {
      const { app } = product.official;
      const now = { seconds: product.seconds() };
      const forged = pushes.text("我撤诉");
      await post(app, plainAddress(now), forged);
      await post(app, "/", forged);
      for (const { address, body } of [
        safePush(forged, { ...now, token: "guessed" }),
        safePush(forged, { seconds: now.seconds - 3600 }),
        safePush(forged, { seconds: now.seconds + 3600 }),
        safePush(forged, now, { appId: "wx0000000000000000" }),
        safePush(`<!DOCTYPE xml [<!ENTITY x "我撤诉">]>${forged.replace("我撤诉", "&x;")}`, now),
        safePush("<xml><MsgType>text</MsgType></xml>", now),
        safePush("😡", now),
      ]) {
        await post(app, address, body);
        await post(app, address, "x".repeat(1_000_000));
      }
    },
    minutesPass: (minutes) => product.minutesPass(minutes),
    close: () => product.close(),
  };
}

channelContract({
  name: "wechat-official",
  create: underTest,
  skip: [
    {
      test: "a file from the bank reaches the customer once, beside its words",
      reason: "holds by itself, and not behind all other files in one process: why is not known yet",
    },
    { test: "our own message coming back is not the customer's", reason: "WeChat shows an account nothing of its own" },
  ],
});
