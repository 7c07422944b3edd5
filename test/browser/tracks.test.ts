/** Suggestions and praise on the desk, in a browser over the whole product. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";
import { type DeskOver, deskOver } from "../system/desk-over.ts";
import { type InProcess, startInProcess } from "../system/in-process.ts";

const SUGGESTION = "建议你们手机银行加一个大字版，老人看着方便";

describe("suggestions and praise on the desk", () => {
  let browser: Browser;
  let app: InProcess;
  let over: DeskOver;
  let served: ServedDesk;
  let conversation: string;

  beforeAll(async () => {
    [browser, app] = await Promise.all([launchChromium(), startInProcess({ start: "2026-11-23T02:00:00.000Z" })]);
    over = deskOver(app);
    conversation = await app.open();
    await app.says(conversation, SUGGESTION);
    await app.says(await app.open(), "我要表扬你们滨江支行的大堂经理，服务特别热情");
    served = await serveDesk({ bank: app.content.bank, desk: over.desk, live: over.live, now: app.now });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await app.close();
    expect(served.failures).toEqual([]);
  });

  async function open(width: number, locale: string): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { token } = granted(await over.desk.signInLink("meng-qi"));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.getByRole("button").first().click();
    await page.getByRole("navigation").first().waitFor();
    await page.goto(`${served.url}/desk/tracks`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }
  /** Text that begins or ends outside the window. */
  const outside = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("main h1, main p, main td, main a, main button, main textarea, main select")]
        .filter((one) => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0)
        .map((one) => one.textContent),
    );

  it.each([
    [1280, "zh-CN"],
    [390, "zh-CN"],
    [390, "en-GB"],
  ])("fit on %i pixels, %s, and a phone names each value", async (width, locale) => {
    const page = await open(width, locale);
    const row = page.locator("tr", { hasText: SUGGESTION });
    expect(await outside(page)).toEqual([]);
    const label = await row
      .locator("td", { hasText: "2026-12-08" })
      .evaluate((cell) => getComputedStyle(cell, "::before").content);
    expect(label).toBe(width > 860 ? "none" : locale === "zh-CN" ? '"办理期限"' : '"Due"');
    await row.getByRole("link").click();
    await page.getByText(SUGGESTION).waitFor();
    expect(await outside(page)).toEqual([]);
    await page.context().close();
  });

  it("are answered with the keyboard, and lead back to their list", async () => {
    const page = await open(1280, "zh-CN");
    await page.locator("tr", { hasText: SUGGESTION }).getByRole("link").press("Enter");
    const answer = page.getByLabel("答复或致谢（客户会看到）");
    await answer.fill("谢谢您，大字版已列入计划。");
    await answer.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".track-steps").getByText("已答复").waitFor();
    expect((await app.waiting(conversation)).map(({ text }) => text)).toContain("谢谢您，大字版已列入计划。");
    await page.getByRole("link", { name: /← 建议、表扬和举报/ }).press("Enter");
    await page.getByRole("table", { name: "建议、表扬和举报" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/desk/tracks");
    await page.context().close();
  });
});
