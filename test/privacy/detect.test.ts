import { describe, expect, it } from "vitest";
import { detectPersonal, removeSecrets } from "../../src/privacy/detect.ts";

const found = (text: string) => detectPersonal(text).map((span) => `${span.kind} ${span.text}`);

describe("personal data is found", () => {
  it.each<[string, string[]]>([
    ["我的卡号6222021234567890123", ["card-number 6222021234567890123"]],
    ["卡号6222 0212 3456 7890 123被刷了", ["card-number 6222 0212 3456 7890 123"]],
    ["卡 6222-0212-3456-7890", ["card-number 6222-0212-3456-7890"]],
    ["６２２２０２１２３４５６７８９０", ["card-number ６２２２０２１２３４５６７８９０"]],
    ["visa 4111111111111111", ["card-number 4111111111111111"]],
    ["身份证11010519491231002X", ["id-number 11010519491231002X"]],
    ["11010519491231002x 这是我的证件", ["id-number 11010519491231002x"]],
    ["身份证是110105491231002", ["id-number 110105491231002"]],
    ["13812345678", ["phone 13812345678"]],
    ["+86 138-1234-5678", ["phone +86 138-1234-5678"]],
    ["8613812345678", ["phone 8613812345678"]],
    ["座机010-62881234", ["phone 010-62881234"]],
    ["(021)62881234", ["phone (021)62881234"]],
    ["電話：１３８１２３４５６７８", ["phone １３８１２３４５６７８"]],
    ["+852 9123 4567", ["phone +852 9123 4567"]],
    ["邮箱zhang_san@example.com.cn。", ["email zhang_san@example.com.cn"]],
    ["我叫张三丰，卡丢了", ["name 张三丰"]],
    ["我姓欧阳", ["name 欧阳"]],
    ["我是王先生", ["name 王"]],
    ["my name is John Smith and I lost my card", ["name John Smith"]],
    ["住在杭州市西湖区文三路90号3幢201室", ["address 杭州市西湖区文三路90号3幢201室"]],
    ["I live at 12 Baker Street, Flat 4", ["address 12 Baker Street, Flat 4"]],
    ["验证码是 482913", ["secret 482913"]],
    ["482913 是验证码", ["secret 482913"]],
    ["驗證碼：556677", ["secret 556677"]],
    ["动态码 12 34 56", ["secret 12 34 56"]],
    ["我的密码是abc123", ["secret abc123"]],
    ["交易密码改成了990011", ["secret 990011"]],
    ["密码是一二三四五六", ["secret 一二三四五六"]],
    ["CVV 123", ["secret 123"]],
    ["卡背面后三位是 456", ["secret 456"]],
    ["验证码我收到了，是 338271", ["secret 338271"]],
    ["my OTP is 482913", ["secret 482913"]],
    ["the code is 1234", ["secret 1234"]],
    ["my password is hunter2.", ["secret hunter2"]],
    ["482913 is the code", ["secret 482913"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("what is no personal data is left alone", () => {
  it.each([
    "打95588不通，400-000-9588也不通",
    "我要打12378和12345",
    "订单号6202611031234567",
    "案件R-20261103-8827，还有C-1234567890123456",
    "扣了12,860.00元 2026-11-03 14:25:33",
    "本金3000000000000元",
    "尾号8827",
    "密码输错3次",
    "密码要6位",
    "验证码60秒内有效",
    "验证码一直收不到，打了5次",
    "123456",
    "我叫你们经理来",
    "姓王的柜员不理人",
    "解放路88号网点排队",
    "error code 5001",
    "my password is wrong",
    "110105194912310021",
    "流水号20261103142533000123",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("secrets are removed before anything is stored", () => {
  it("in Chinese, several at once, and the rest of the words stay", () => {
    expect(removeSecrets("验证码是482913，密码是abc123，卡被刷了")).toEqual({
      text: "验证码是[已删除]，密码是[已删除]，卡被刷了",
      removed: 2,
    });
  });
  it("in English with an English mark", () => {
    expect(removeSecrets("my OTP is 482913")).toEqual({ text: "my OTP is [removed]", removed: 1 });
  });
  it("also when the secret has the form of a phone number", () => {
    expect(removeSecrets("密码是13812345678")).toEqual({ text: "密码是[已删除]", removed: 1 });
  });
  it("and a text without any comes back as it was", () => {
    expect(removeSecrets("卡号6222021234567890123")).toEqual({ text: "卡号6222021234567890123", removed: 0 });
  });
});
