import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hidePersonal } from "../../src/model/hide.ts";
import { detectPersonal } from "../../src/privacy/detect.ts";

const hide = (text: string, known?: Parameters<typeof hidePersonal>[2]) =>
  hidePersonal({ text }, detectPersonal, known).inputs.text;

describe("hiding personal data from the model", () => {
  it("puts a typed placeholder in the place of each value", () => {
    expect(
      hide("我叫张晓云，手机13800005678，卡号6222021234567890123，身份证11010519491231002X，邮箱zxy@mail.example"),
    ).toBe("我叫⟦NAME_1⟧，手机⟦PHONE_1⟧，卡号⟦CARD_1⟧，身份证⟦ID_1⟧，邮箱⟦EMAIL_1⟧");
    expect(hide("我住在澜川市城东区柳荫路18号3栋402室")).toMatch(/^我住在?⟦ADDRESS_1⟧$/);
  });

  it("gives the same value the same placeholder, however it is written", () => {
    expect(hide("打13800005678，别打138 0000 5678，也别打13900001111")).toBe(
      "打⟦PHONE_1⟧，别打⟦PHONE_1⟧，也别打⟦PHONE_2⟧",
    );
    const { inputs } = hidePersonal({ said: "手机13800005678", before: "还是13800005678" }, detectPersonal);
    expect(inputs).toEqual({ said: "手机⟦PHONE_1⟧", before: "还是⟦PHONE_1⟧" });
  });

  it("hides a name wherever it stands once it was given", () => {
    expect(hide("我叫张晓云。张晓云的卡，张晓云本人没刷过")).toBe("我叫⟦NAME_1⟧。⟦NAME_1⟧的卡，⟦NAME_1⟧本人没刷过");
  });

  it("hides values known from elsewhere, staff as staff", () => {
    const known = [
      { kind: "name" as const, text: "欧阳明" },
      { kind: "staff" as const, text: "柜员李娜" },
    ];
    expect(hide("欧阳明说柜员李娜骂人", known)).toBe("⟦NAME_1⟧说⟦STAFF_1⟧骂人");
  });

  it("lets no secret back", () => {
    const hidden = hidePersonal({ text: "验证码是482913，密码是Abc12345" }, detectPersonal);
    expect(hidden.inputs.text).toBe("验证码是***，密码是***");
    expect(hidden.restore({ said: "验证码是***" }).value).toEqual({ said: "验证码是***" });
  });

  it("keeps apart from a placeholder the customer typed", () => {
    const hidden = hidePersonal({ text: "⟦PHONE_1⟧是什么？我的是13800005678" }, detectPersonal);
    expect(hidden.inputs.text).toBe("⟦PHONE_1⟧是什么？我的是⟦PHONE_2⟧");
    expect(hidden.restore("⟦PHONE_1⟧和⟦PHONE_2⟧")).toEqual({ value: "⟦PHONE_1⟧和13800005678", stray: false });
  });

  it("puts the values back at any depth, and tells of placeholders that aren't ours", () => {
    const hidden = hidePersonal({ text: "手机13800005678" }, detectPersonal);
    expect(hidden.restore({ a: [{ b: "打⟦PHONE_1⟧" }], n: 3, z: null })).toEqual({
      value: { a: [{ b: "打13800005678" }], n: 3, z: null },
      stray: false,
    });
    expect(hidden.restore("打⟦PHONE_7⟧").stray).toBe(true);
    expect(hidden.restore("打⟦PHONE_1").stray).toBe(true);
  });

  it("gives every text back as it was, and shows the model none of what is detected", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "我叫张晓云",
        "13800005678",
        "6222021234567890123",
        "11010519491231002X",
        "a@b.example",
        "⟦NAME_1⟧",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("，卡号", "手机", "。", " ", "\n", "$&", "王"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const spans = detectPersonal(text).filter(({ kind }) => kind !== "secret");
        const hidden = hidePersonal({ text }, detectPersonal);
        for (const span of spans) if (span.text.length >= 5) expect(hidden.inputs.text).not.toContain(span.text);
        if (spans.length === detectPersonal(text).length) {
          expect(hidden.restore(hidden.inputs.text)).toEqual({ value: text, stray: false });
        }
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
