import { expect, it } from "vitest";
import type { Sender } from "../../../src/channels/sender.ts";
import { ServiceError } from "../../../src/service-error.ts";
import { pushChannel } from "../../fixtures/push-channel.ts";
import { pushedProduct } from "../../fixtures/pushed-product.ts";

it("a link that is away for hours costs no message: what waited is said soon after it is back", async () => {
  const well = pushChannel();
  let away = true;
  const sender: Sender = {
    ...well,
    async send(part) {
      if (away) throw new ServiceError("wechat.offline", { retryable: true, away: true });
      return well.send(part);
    },
  };
  const product = await pushedProduct({ sender });
  await product.says("你们ATM把我卡吞了！！气死我了");
  for (let n = 0; n < 180; n += 1) await product.minutesPass(1);
  expect(well.texts()).toEqual([]);
  away = false;
  for (let n = 0; n < 3; n += 1) await product.minutesPass(1);
  expect(well.texts().join("\n")).toMatch(/受理编号R-[2-9A-Z]{8}/u);
  expect(await product.store.deadLetters()).toEqual([]);
  await product.close();
});
