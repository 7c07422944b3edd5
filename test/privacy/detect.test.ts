import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messagesIn, spanOf } from "../../bench/evaluate/messages.ts";
import { detectPersonal, removeSecrets } from "../../src/privacy/detect.ts";
import { digitsIn } from "../../src/privacy/detect-spoken.ts";

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
    ["1380000 1111", ["phone 1380000 1111"]],
    ["138一0000一1111", ["phone 138一0000一1111"]],
    ["138，0000，1111", ["phone 138，0000，1111"]],
    ["1 3 8 0 0 0 0 1 1 1 1", ["phone 1 3 8 0 0 0 0 1 1 1 1"]],
    ["138后面0000最后1111", ["phone 138后面0000最后1111"]],
    ["（+86）138-0000-1111", ["phone （+86）138-0000-1111"]],
    ["0086 13800001111", ["phone 0086 13800001111"]],
    ["13800001111/13900002222", ["phone 13800001111", "phone 13900002222"]],
    ["vx13800001111", ["phone 13800001111"]],
    ["快递打13800001111", ["phone 13800001111"]],
    ["电话138000011119月3号换的", ["phone 13800001111"]],
    ["13800001111@139.com", ["email 13800001111@139.com"]],
    ["0571-87654321转802", ["phone 0571-87654321转802"]],
    ["我电话 6288 1234", ["phone 6288 1234"]],
    ["+44 (0)7700 900123", ["phone +44 (0)7700 900123"]],
    ["my number in Boston is 617-555-0123", ["phone 617-555-0123"]],
    ["0912-345-678", ["phone 0912-345-678"]],
    ["00852 9123 4567", ["phone 00852 9123 4567"]],
    ["110105 19491231 002X", ["id-number 110105 19491231 002X"]],
    ["前面110105后面19491231002X", ["id-number 110105后面19491231002X"]],
    ["11010519491231002X13800001111", ["id-number 11010519491231002X", "phone 13800001111"]],
    ["110105491231002是我的老身份证", ["id-number 110105491231002"]],
    ["请核对110105194912310021这个人", ["id-number 110105194912310021"]],
    ["香港身份證 A123456(7)", ["id-number A123456(7)"]],
    ["护照号：E12345678", ["id-number E12345678"]],
    ["my SSN is 078-05-1120", ["id-number 078-05-1120"]],
    ["62220212 34567890 123", ["card-number 62220212 34567890 123"]],
    ["622202 1234567890123", ["card-number 622202 1234567890123"]],
    ["卡6222 0O12 3456 789O", ["card-number 6222 0O12 3456 789O"]],
    ["6222 0212 3456 7890 6217 0001 3000 2244", ["card-number 6222 0212 3456 7890", "card-number 6217 0001 3000 2244"]],
    ["6222 0212 3456 7890 138 0000 1111", ["card-number 6222 0212 3456 7890", "phone 138 0000 1111"]],
    ["卡号 6222 0212 3456 7890 12:30打的电话", ["card-number 6222 0212 3456 7890"]],
    ["standing order from 6225880133772914", ["card-number 6225880133772914"]],
    ["kim at mail dot example", ["email kim at mail dot example"]],
    ["邮箱kim艾特mail点example", ["email kim艾特mail点example"]],
    ["验证码是六位数482913", ["secret 482913"]],
    ["支付密码六个8", ["secret 六个8"]],
    ["密码:Abc@1234", ["secret Abc@1234"]],
    ["短信码482913", ["secret 482913"]],
    ["卡后面三位数456", ["secret 456"]],
    ["otp 482 913", ["secret 482 913"]],
    ["the three digits on the back are 456", ["secret 456"]],
    ["the code they sent me was 4471", ["secret 4471"]],
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
    "流水号: 138 0000 1111",
    "order number 13900447126",
    "规模13,800,001,111",
    "13800001111元",
    "一期发行15000000000元",
    "0.13800001111",
    "4008-820-820",
    "0800 111 4444",
    "1-888-555-1234",
    "622202******1234 和 138****1111",
    "单号3928475629104738291",
    "分别是1500 2000 3000 5000",
    "500 300 2000",
    "15-11-2026 093",
    "条码6901028075862",
    "IMEI 352099001761481",
    "31.230416,121.473701",
    "https://qr.example.cn/62012345678901234567",
    "IBAN GB29 NWBK 6016 1331 9268 19",
    "一二三四五六七",
    "验证码是10690000发的",
    "密码键盘1234567890",
    "忘记密码打95588",
    "没给过验证码 还是少了2350",
    "meet me at example.com",
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

describe("a mobile number", () => {
  const digits = (length: number) =>
    fc.array(fc.constantFrom(..."0123456789"), { minLength: length, maxLength: length }).map((all) => all.join(""));
  const mobile = fc.tuple(fc.constantFrom("13", "15", "17", "18", "19"), digits(9)).map((parts) => parts.join(""));

  it("is found whole however it is grouped, and nothing beside it", () => {
    const ways: readonly number[][] = [[11], [3, 4, 4], [7, 4], [3, 8], [5, 6]];
    fc.assert(
      fc.property(mobile, fc.constantFrom(...ways), fc.constantFrom(" ", "-", " - "), (number, groups, sign) => {
        const starts = groups.map((_, n) => groups.slice(0, n).reduce((sum, length) => sum + length, 0));
        const written = groups.map((length, n) => number.slice(starts[n], (starts[n] ?? 0) + length)).join(sign);
        expect(found(`打我${written}，谢谢`)).toEqual([`phone ${written}`]);
      }),
    );
  });

  it("is found when it is said in Chinese numerals", () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const said = [...number].map((digit) => "零幺二三四五六七八九"[Number(digit)]).join("");
        expect(found(`号码是${said}`)).toEqual([`phone ${said}`]);
        expect(digitsIn(said)).toBe(number);
      }),
    );
  });
});

describe("numbers said in words", () => {
  it.each<[string, string[]]>([
    ["号码一三八零零零零一一一一一直打不通", ["phone 一三八零零零零一一一一"]],
    ["一三八，零零零零，一一一一", ["phone 一三八，零零零零，一一一一"]],
    ["138四个0四个1", ["phone 138四个0四个1"]],
    ["壹叁捌零零零零壹壹壹壹", ["phone 壹叁捌零零零零壹壹壹壹"]],
    ["证号一一零一零五一九四九一二三一零零二X", ["id-number 一一零一零五一九四九一二三一零零二X"]],
    ["六二二二零二一二三四五六七八九零一二三", ["card-number 六二二二零二一二三四五六七八九零一二三"]],
    ["座机零二一六二八八一二三四", ["phone 零二一六二八八一二三四"]],
    [
      "one three eight, double zero double zero, one one one one",
      ["phone one three eight, double zero double zero, one one one one"],
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["138四个0四个1", "13800001111"],
    ["one eight six double zero four triple seven three nine", "18600477739"],
    ["一一零一零五一九四九一二三一零零二叉", "11010519491231002X"],
    ["１３８-0000-1111", "13800001111"],
    ["没有号码", ""],
  ])("%s has its digits", (text, digits) => {
    expect(digitsIn(text)).toBe(digits);
  });
});

describe("the practice messages", () => {
  const messages = messagesIn("practice", "pii.jsonl");

  it("give up every card, identity and phone number, e-mail and secret, to the letter", () => {
    const missed = messages.flatMap(({ id, text, pii }) => {
      const spans = detectPersonal(text);
      return pii.flatMap((label) => {
        const { start, end } = spanOf(text, label);
        const same = spans.some((span) => span.kind === label.kind && span.start === start && span.end === end);
        return same ? [] : [`${id} ${label.text}`];
      });
    });
    expect(missed).toEqual([]);
  });

  it("raise no alarm over order numbers, hotlines, sums, dates, tails and codes", () => {
    const innocent = messages.filter(({ pii }) => pii.length === 0);
    expect(innocent.length).toBeGreaterThanOrEqual(100);
    expect(innocent.flatMap(({ id, text }) => found(text).map((span) => `${id} ${span}`))).toEqual([]);
  });
});
