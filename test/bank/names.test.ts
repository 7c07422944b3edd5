import { describe, expect, it } from "vitest";
import { Business, Language, Reason, RiskSlug, Venue } from "../../src/flows/reading.ts";
import { shippedBank } from "../cases/shipped-bank.ts";

const { names } = shippedBank;

describe("what things are called", () => {
  it("in the language of the customer, traditional Chinese from simplified", () => {
    expect(names.bank("zh-Hans")).toBe("澜川银行");
    expect(names.bank("en")).toBe("Lanchuan Bank");
    expect(names.business("credit-card", "zh-Hant")).toBe("信用卡");
    expect(names.reason("pricing", "en")).toBe("Pricing and fees");
    expect(names.venue("mobile-app", "zh-Hans")).toBe("电子渠道（移动客户端）");
    expect(names.risk("scam", "en")).toBe("Scam");
    expect(names.outlet("chengdong", "zh-Hans")).toBe("城东支行");
    expect(names.handoverReason("wants-person", "zh-Hans")).toBe("您要求人工办理");
  });

  it("in a short form for customers and a full one for reports", () => {
    expect(names.venue("mobile-app", "zh-Hans", "short")).toBe("手机银行");
    expect(names.department("consumer-protection", "zh-Hans")).toBe("消费者权益保护办公室");
    expect(names.department("consumer-protection", "zh-Hans", "short")).toBe("消保办");
  });

  it("says why a thing is asked", () => {
    expect(names.why("card-tail", "zh-Hans")).toContain("后四位");
    expect(names.why("phone", "en")).toMatch(/\.$/);
  });

  it("keeps the slug of a department or outlet that is no longer there", () => {
    expect(names.department("closed-desk", "en")).toBe("closed-desk");
    expect(names.outlet("closed-branch", "en")).toBe("closed-branch");
  });

  it("has a name for everything, with no Chinese in the English ones", () => {
    for (const language of Language.options) {
      const all = [
        ...Business.options.map((slug) => names.business(slug, language)),
        ...Reason.options.map((slug) => names.reason(slug, language)),
        ...Venue.options.map((slug) => names.venue(slug, language)),
        ...RiskSlug.options.map((slug) => names.risk(slug, language)),
        ...Object.keys(shippedBank.routing.departments).map((slug) => names.department(slug, language)),
      ];
      for (const name of all) expect(/\p{Script=Han}/u.test(name)).toBe(language !== "en");
    }
  });
});
