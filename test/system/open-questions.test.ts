import { afterEach, beforeEach, expect, it } from "vitest";
import { type InProcess, startInProcess } from "./in-process.ts";

let product: InProcess;
beforeEach(async () => {
  product = await startInProcess({ start: "2026-11-21T02:00:00Z" });
});
afterEach(() => product.close());

it("a question the policies leave open is kept for those who write them, masked; an answered one is not", async () => {
  const conversation = await product.open();
  await product.says(conversation, "信用卡年费多少钱一年？");
  expect(await product.store.openGaps()).toEqual([]);
  await product.says(conversation, "你们行长的生日是哪天？我电话13800138000");
  const [gap, ...others] = await product.store.openGaps();
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ conversation, kind: "unanswered" });
  expect(gap?.text).toContain("行长");
  expect(gap?.text).not.toContain("13800138000");
});

it("what is said in a complaint is no open question", async () => {
  const conversation = await product.open();
  await product.says(conversation, "柜台那个人态度太差了，让我等了两个小时");
  expect(await product.store.openGaps()).toEqual([]);
});
