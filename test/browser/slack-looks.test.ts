import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { page as pageOf } from "../../src/channels/slack/block-kit-page.ts";
import { openOffice } from "../channels/slack/office.ts";
import { complain } from "../desk/complaints.ts";

const span = (text: string) => ({ text, start: 0, end: text.length });
const PICTURES = fileURLToPath(new URL("../../node_modules/.cache/tingsu/looks", import.meta.url));

describe("the desk in Slack, drawn", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    await mkdir(PICTURES, { recursive: true });
  });
  afterAll(() => browser.close());

  it("shows a serious case on one screen, and the reply with its warning beside it", async () => {
    const office = await openOffice();
    const ref = await complain(office.world, {
      says: ["我叫张伟，昨晚8827的信用卡被刷了12,860块，不是我刷的！卡一直在身上，赶紧退给我，不然我找12378"],
      botSays: ["您好，先别着急，请先锁卡。"],
      department: "credit-card-centre",
      due: "2026-12-05",
      number: "C-20261120-7KQ2MX",
      business: "credit-card",
      reason: "fund-safety",
      emotion: 2,
      facts: [
        { name: "amount", value: { minor: 1286000, currency: "CNY" }, ...span("12,860块") },
        { name: "desired-outcome", value: "退回", ...span("赶紧退给我") },
        { name: "person", value: "张伟", ...span("我叫张伟") },
      ],
      gaps: [{ name: "occurred", reason: "unknown" }],
      risks: [{ slug: "unauthorised-transaction", level: "P0", words: "不是我刷的" }],
      reasons: ["risk"],
    });
    await office.show(ref);
    await office.press("fang-yi", await office.card(ref), "case:take");
    await office.press("fang-yi", await office.card(ref), "case:live");
    const card = await office.card(ref);
    await office.press("fang-yi", card, "case:reply");
    const sent = await office.send("fang-yi", office.lastView(), { text: "您好，我保证3天内退还12,860元。" });
    const reply = typeof sent.body === "object" && sent.body !== null && "view" in sent.body ? sent.body.view : null;
    await office.close();
    const context = await browser.newContext({ viewport: { width: 720, height: 1_000 } });
    const drawn = await context.newPage();
    for (const [name, surface] of Object.entries({ card, reply })) {
      await drawn.setContent(pageOf([surface]));
      await addChineseFont(drawn);
      await drawn.screenshot({ path: `${PICTURES}/slack-${name}.png`, fullPage: true });
      const size = await drawn.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight]);
      expect(size[0]).toBeLessThanOrEqual(720);
      expect(size[1]).toBeLessThanOrEqual(900);
      expect(size[1]).toBeGreaterThan(200);
    }
    await context.close();
  });
});
