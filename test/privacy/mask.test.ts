import { describe, expect, it } from "vitest";
import { maskPersonal } from "../../src/privacy/mask.ts";

describe("masking keeps what a person needs to recognise and no more", () => {
  it.each([
    ["卡号6222 0212 3456 7890 123", "卡号****0123"],
    ["６２２２０２１２３４５６７８９０", "****7890"],
    ["打13812345678", "打138****5678"],
    ["打+86 138-1234-5678", "打138****5678"],
    ["座机010-62881234", "座机****1234"],
    ["身份证11010519491231002X", "身份证1101**********002X"],
    ["我叫张三丰", "我叫张*"],
    ["my name is John Smith", "my name is J* S*"],
    ["邮箱zhang_san@example.com", "邮箱z***@example.com"],
    ["住在杭州市西湖区文三路90号", "住在[地址]"],
    ["验证码482913", "验证码[已删除]"],
    ["my pin is 1234", "my pin is [removed]"],
    ["打95588不通，扣了12,860元", "打95588不通，扣了12,860元"],
  ])("%s", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });
});
