import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

/** Set to keep pictures of the pages there. */
const PICTURES = process.env.TINGSU_TEST_PICTURES;
const PARTS = { findings: "已查", decision: "已退", grounds: "规定第2条", remedies: "可申请核查" };

describe("improvement tasks in a browser", { timeout: 90_000 }, () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld();
    const lead = world.person("tang-ruolan");
    for (let n = 1; n <= 5; n += 1) {
      world.setNow(`2026-11-0${n}T02:00:00.000Z`);
      const fee = { department: "credit-card-centre", business: "credit-card", reason: "pricing" } as const;
      await complain(world, { ...fee, says: ["年费"], due: "2026-12-31", number: `C-${n}` });
      granted(await world.desk.take(lead, `C-${n}`));
      granted(await world.desk.resolve(lead, `C-${n}`, { parts: PARTS, cause: "rule" }));
    }
    world.setNow("2026-11-20T02:00:00.000Z");
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
    expect(errors).toEqual([]);
    expect(served.failures).toEqual([]);
  });

  async function signedIn(staff: string, locale: string, width: number): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    const { token } = granted(await world.desk.signInLink(staff));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("navigation", { name: /^(页面|Pages)$/ }).waitFor();
    return page;
  }
  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    await addChineseFont(page);
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  }

  it("go from a closed case to a figure that nobody typed in", async () => {
    const lead = await signedIn("tang-ruolan", "zh-CN", 1280);
    await lead.goto(`${served.url}/desk/cases/C-2`);
    await lead.getByRole("link", { name: "开整改任务" }).click();
    const form = lead.getByRole("dialog", { name: "开整改任务" });
    await form.getByText("之前这些天同类投诉件数：5").waitFor();
    expect(await form.getByLabel("原因归属").inputValue()).toBe("rule");
    await form.getByLabel("要做什么").fill("年费到期前30天发短信提醒");
    await form.getByLabel("责任人").selectOption({ label: "方毅" });
    await picture(lead, "task-form");
    await form.getByRole("button", { name: "开整改任务" }).click();
    await lead.getByRole("heading", { name: "年费到期前30天发短信提醒" }).waitFor();

    world.setNow("2026-12-20T02:00:00.000Z");
    const agent = await signedIn("fang-yi", "zh-CN", 390);
    await agent.getByRole("link", { name: /整改/ }).click();
    await agent.getByRole("button", { name: /报告完成/ }).click();
    await agent.getByLabel("完成情况").fill("短信已上线");
    await agent.getByRole("dialog").getByRole("button", { name: "报告完成" }).click();
    await agent.getByText("待核对", { exact: true }).waitFor();

    world.setNow("2027-01-20T02:00:00.000Z");
    const office = await signedIn("meng-qi", "zh-CN", 1280);
    await office.getByRole("button", { name: "质量 1" }).click();
    await office.getByRole("link", { name: "整改 1" }).click();
    await office.getByRole("button", { name: /核对效果/ }).click();
    await office.getByText("前 2026-10-21 – 2026-11-19").waitFor();
    await office.locator(".task-check").getByText("有效", { exact: true }).waitFor();
    await picture(office, "improvements");
    const later = await signedIn("fang-yi", "en-GB", 390);
    await later.goto(`${served.url}/desk/improvements`);
    await later.locator(".task-check").waitFor();
    expect(await later.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await picture(later, "improvements-390");
    await office.goto(`${served.url}/desk/reports?from=2026-11-01&to=2026-11-30`);
    const figures = office.getByLabel("整改任务").locator("div", { hasText: "核对有效" });
    expect(await figures.locator("b").textContent()).toBe("1");
  });
});
