import { describe, expect, it } from "vitest";
import { amountsIn } from "../../src/desk/authority.ts";

describe("amounts of money in what staff write", () => {
  it.each([
    ["退您300元", [30_000]],
    ["12,860.50块", [1_286_050]],
    ["１万元", [1_000_000]],
    ["¥2000，另加 1.5万", [200_000, 1_500_000]],
    ["CNY 见附件，RMB 也是", []],
    ["尾号8827，6次，30天内", []],
    ["we refund 80 yuan", [8_000]],
  ])("%s", (text, fen) => {
    expect(amountsIn(text)).toEqual(fen);
  });
});
