import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { casePrint } from "../../src/channels/web/desk/case-print.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { complain } from "./complaints.ts";
import { granted, refused } from "./outcomes.ts";

const PARTS = { findings: "已查实", decision: "年费已退", grounds: "规定第2条", remedies: "可申请核查" };

describe("a case on paper", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await complain(world, {
      says: ["年费又扣了 <b>三百</b>，我叫张伟，电话13812345678"],
      botSays: ["先跟您说声对不起。"],
      department: "credit-card-centre",
      business: "credit-card",
      reason: "pricing",
      due: "2026-12-05",
      number: "C-PAPER",
      risks: [{ slug: "media", level: "P1", words: "曝光你们" }],
    });
  });
  afterEach(() => world.close());
  const lead = () => world.person("tang-ruolan");
  const paper = async (tongue: "zh" | "en") =>
    casePrint(granted(await world.desk.print(lead(), "C-PAPER")), {
      tongue,
      style: "/x.css",
      zone: world.bank.profile.zone,
      at: world.now(),
    });

  it("tells what was said and decided, marks what a machine wrote, and shows personal data masked", async () => {
    granted(await world.desk.take(lead(), "C-PAPER"));
    granted(await world.desk.reply(lead(), "C-PAPER", { clientId: "client-01", text: "您好，正在核对。" }));
    granted(await world.desk.resolve(lead(), "C-PAPER", { parts: PARTS }));
    const zh = await paper("zh");
    for (const part of ["投诉办理单 C-PAPER", "答复期限", "&#60;b&#62;三百", "138****5678", "年费已退", "2026-12-05"]) {
      expect(zh).toContain(part);
    }
    expect(zh).not.toContain("13812345678");
    expect(zh).not.toContain("<b>三百");
    // The machine's words carry the label, a person's don't.
    expect(zh).toMatch(/智能助手<\/b> <span class="tag">AI生成<\/span>[\s\S]*先跟您说声对不起/);
    expect(zh).not.toMatch(/AI生成<\/span>[^<]*<\/p><p>您好，正在核对/);
    const en = await paper("en");
    for (const part of ["Complaint record C-PAPER", "Answer due by", "AI-generated", "Timeline"])
      expect(en).toContain(part);
    expect(en).toContain('<html lang="en">');
  });

  it("holds nothing internal", async () => {
    granted(await world.desk.note(lead(), "C-PAPER", { clientId: "client-02", text: "内部讨论" }));
    const zh = await paper("zh");
    for (const inside of ["内部讨论", "曝光你们", "P1", "媒体"]) expect(zh).not.toContain(inside);
  });

  it("is printed by those who may read the case, and each time is in the audit", async () => {
    await paper("zh");
    const row = await world.store.case("C-PAPER");
    const entries = await world.store.auditEntries(row?.key ?? "");
    expect(entries.filter(({ action }) => action === "printed")).toHaveLength(1);
    expect(refused(await world.desk.print(world.person("shen-lu"), "C-PAPER")).code).toBe("other-department");
  });
});
