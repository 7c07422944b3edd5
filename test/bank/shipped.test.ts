import { describe, expect, it } from "vitest";
import { RiskSlug } from "../../src/flows/reading.ts";
import { shippedBank } from "../cases/shipped-bank.ts";

const { profile, staff, risks, calendar, rules } = shippedBank;

describe("what the law and the bank have agreed on", () => {
  it("the highest risks are the five that cannot wait", () => {
    const p0 = RiskSlug.options.filter((slug) => risks[slug].level === "P0");
    expect(p0).toEqual(["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"]);
  });

  it("the label holds the words the regulation wants", () => {
    expect(profile.label.header.zh).toBe("本对话内容由人工智能（AI）生成，仅供参考；处理结果以本行正式答复为准");
    expect(profile.label.badge).toEqual({ zh: "AI生成", en: "AI-generated" });
  });

  it("the privacy notice says who, why, how long, which rights and how to use them", () => {
    for (const word of ["澜川银行", "办理和答复", "至少保存3年", "查看", "更正", "删除", "撤回同意", profile.email]) {
      expect(profile.privacy.text.zh).toContain(word);
    }
    for (const word of ["Lanchuan Bank", "at least 3 years", "correct", "delete", "withdraw consent", profile.email]) {
      expect(profile.privacy.text.en).toContain(word);
    }
  });

  it("the notice of a decision names the four remedies", () => {
    expect(rules[0]?.remedies.map((remedy) => remedy.names.zh)).toEqual(["核查", "调解", "仲裁", "诉讼"]);
    expect(rules[0]?.notice.parts.map((part) => part.slug)).toContain("remedies");
  });

  it("the make-up workdays of 2026 are the official ones, and 2027 is provisional", () => {
    expect(calendar.get(2026)).toMatchObject({
      status: "official",
      workdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    });
    expect(calendar.get(2027)?.status).toBe("provisional");
  });

  it("every role has somebody, and somebody who speaks English is on duty in all staffed hours", () => {
    expect(new Set(staff.map((person) => person.role)).size).toBe(6);
    const english = staff.filter((person) => person.languages.includes("en") && person.duty.on === "every-day");
    const whole = english.filter((person) => person.duty.from <= "08:30" && person.duty.to >= "20:30");
    expect(whole.map((person) => person.id)).toContain("he-zhiyuan");
  });

  it("nobody may grant more than the tier above", () => {
    const limits = Object.values(shippedBank.tiers).map((tier) => tier.grantsUpTo);
    expect(limits).toEqual([20_000, 100_000, 500_000, 2_000_000]);
  });

  it("the hotlines a frightened customer is given are there, and it is said when one does not answer at night", () => {
    const { hotlines } = profile;
    expect(Object.values(hotlines).map((line) => line.number)).toEqual([
      "400-000-9588",
      "110",
      "120",
      "96110",
      "12356",
      "12378",
      "12363",
    ]);
    expect(hotlines.helpline.roundTheClock).toBe(false);
    expect(hotlines.helpline.purpose.zh).toContain("不是全天");
  });
});
