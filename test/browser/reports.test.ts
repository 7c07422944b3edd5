import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

/** Set to keep pictures of the pages there. */
const PICTURES = process.env.TINGSU_TEST_PICTURES;
const KINDS = [
  { department: "credit-card-centre", business: "credit-card", reason: "pricing" },
  { department: "digital-banking", business: "payment", reason: "facilities-systems" },
  { department: "retail", business: "savings", reason: "service-attitude" },
] as const;

describe("reports in a browser", { timeout: 90_000 }, () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld();
    for (let n = 0; n < 30; n += 1) {
      const day = String(1 + ((n * 7) % 19)).padStart(2, "0");
      world.setNow(`2026-${n % 5 === 4 ? "10" : "11"}-${day}T02:00:00.000Z`);
      const kind = KINDS[n % 4 === 3 ? 0 : n % 3] ?? KINDS[0];
      await complain(world, { ...kind, says: [`投诉${n}`], due: `2026-12-${day}`, number: `C-${n}` });
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

  async function signedIn(locale: string, width: number): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    const { token } = granted(await world.desk.signInLink("meng-qi"));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("table").waitFor();
    return page;
  }
  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    await addChineseFont(page);
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  }

  it("are narrowed with the keyboard, down to the case, and back", async () => {
    const page = await signedIn("zh-CN", 1280);
    await page.getByRole("link", { name: "报表" }).press("Enter");
    await page.getByRole("img", { name: /每天的投诉量: 24/ }).waitFor();
    await picture(page, "reports");
    await page.getByRole("button", { name: /^信用卡 / }).press("Enter");
    await page.getByRole("button", { name: /^信用卡 /, pressed: true }).waitFor();
    const rows = page.getByRole("table", { name: "明细" }).getByRole("row");
    const bar = page.getByRole("button", { name: /^信用卡 / }).locator(".bar-count");
    const count = Number.parseInt((await bar.textContent()) ?? "", 10);
    expect(await rows.count()).toBe(count + 1);
    await page.getByRole("table", { name: "明细" }).getByRole("link").first().press("Enter");
    await page.locator(".case-head h1").waitFor();
    await page.goBack();
    await page.getByRole("button", { name: /^信用卡 /, pressed: true }).waitFor();
  });

  it("fit a telephone, in English", async () => {
    const page = await signedIn("en-GB", 390);
    await page.goto(`${served.url}/desk/reports`);
    await page.getByRole("img", { name: /Complaints a day/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await picture(page, "reports-390");
  });

  it("print a month in Chinese, and give a table", async () => {
    const page = await signedIn("zh-CN", 1000);
    await page.goto(`${served.url}/desk/api/reports/monthly?month=2026-11`);
    expect(await page.title()).toBe("2026年11月投诉月报");
    expect(await page.getByRole("table").first().textContent()).toContain("投诉件数246");
    await picture(page, "monthly");
    const csv = await page.request.get(`${served.url}/desk/api/reports/csv?from=2026-11-01&to=2026-11-30`);
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect((await csv.text()).trim().split("\r\n")).toHaveLength(25);
    const feedback = `${served.url}/desk/api/cases/C-1/feedback`;
    await page.goto(`${feedback}?to=pboc&as=print`);
    await page.getByRole("heading", { name: "人民银行转办金融消费者投诉反馈表" }).waitFor();
    expect(await page.getByText("（缺，请补填）").count()).toBeGreaterThan(3);
    await picture(page, "feedback");
    await page.goto(`${served.url}/desk/api/statistics?period=2026-Q4&as=print`);
    await page.getByRole("heading", { name: "消费投诉统计表（2026年第4季度）" }).waitFor();
    await picture(page, "statistics");
    const json = await page.request.get(`${feedback}?to=nfra&as=json`);
    expect(json.headers()["content-disposition"]).toContain("feedback-nfra-C-1.json");
    expect(await json.json()).toMatchObject({ form: "feedback-nfra" });
    expect((await page.request.get(`${feedback}?to=sec`)).status()).toBe(400);
    const strange = await page.request.get(`${served.url}/desk/api/reports/monthly?month=2026-13`);
    expect(strange.status()).toBe(400);
  });
});
