import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

describe("the page of requests about customers' own data", () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld();
    for (const right of ["copy", "correct", "delete"] as const) {
      await complain(world, {
        says: ["年费多扣了"],
        department: "credit-card-centre",
        due: "2026-12-05",
        facts: [{ name: "phone", value: "13800005678", text: "13800005678", start: 0, end: 11 }],
      });
      const row = (await world.store.cases({ limit: 9 })).at(-1);
      granted(
        await (world.desk.rights?.register(world.person("meng-qi"), {
          ref: row?.record ?? "",
          right,
          proof: "document",
        }) ?? Promise.reject(new Error("no requests are taken"))),
      );
      world.pass(60 * 24);
    }
    world.setNow("2026-12-12T02:00:00.000Z");
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
  });

  async function open(width: number, locale: string): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink("meng-qi"));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").first().waitFor();
    await page.goto(`${served.url}/desk/rights`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }
  const photograph = async (page: Page, name: string) => {
    if (process.env.TINGSU_PICTURES) await page.screenshot({ path: `${process.env.TINGSU_PICTURES}/${name}.png` });
  };

  it("fits narrow and wide screens in both languages", async () => {
    for (const [width, locale] of [
      [1280, "zh-CN"],
      [400, "zh-CN"],
      [1280, "en-GB"],
    ] as const) {
      const page = await open(width, locale);
      expect(await page.getByRole("button", { name: /说明原因|Decline/ }).count()).toBe(3);
      await photograph(page, `rights-${width}-${locale}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${width} ${locale}`).toBeLessThanOrEqual(1);
      await page.context().close();
    }
  }, 60_000);

  it("shows what is held, downloads and prints it, and answers", async () => {
    const page = await open(1280, "zh-CN");
    await page
      .getByRole("button", { name: /查看和更正/ })
      .first()
      .click();
    await page.getByRole("dialog").getByText("13800005678").waitFor();
    await photograph(page, "rights-held");
    await page.keyboard.press("Escape");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: /下载/ }).first().click();
    expect((await download).suggestedFilename()).toMatch(/^P-.*\.json$/);
    const popup = page.waitForEvent("popup");
    await page.getByRole("link", { name: /打印/ }).first().click();
    const paper = await popup;
    await paper.getByRole("heading", { name: /个人信息副本/ }).waitFor();
    await photograph(paper, "rights-paper");
    await page.getByRole("button", { name: /同意删除/ }).click();
    await page.getByText(/等待执行/).waitFor();
    await page.getByRole("button", { name: /撤回删除/ }).click();
    const why = page.getByRole("dialog", { name: /撤回删除/ }).getByLabel(/原因/);
    await why.fill("客户来电说不删了");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("cell", { name: /已撤回/ }).waitFor();
    expect(await page.getByRole("button", { name: /撤回删除/ }).count()).toBe(0);
    expect(served.failures).toEqual([]);
  }, 60_000);

  it("registers a wish made at the counter with the keyboard alone, and says at the number what is wrong with it", async () => {
    const page = await open(1280, "en-GB");
    const records = (await world.store.cases({ limit: 9 })).map(({ record }) => record);
    await page.getByRole("button", { name: /made at the counter/ }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: /made at the counter/ });
    await dialog.waitFor();
    const number = dialog.getByLabel(/Record or case number/);
    expect(await number.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("R-NOBODYS1");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").waitFor();
    // The field is in focus again, and named as wrong.
    expect(await number.getAttribute("aria-invalid")).toBe("true");
    expect(await number.evaluate((field) => field === document.activeElement)).toBe(true);
    await photograph(page, "rights-register");
    await number.fill(records[0] ?? "");
    await page.keyboard.press("Enter");
    await page
      .getByText(/Registered as P-/)
      .first()
      .waitFor();
    await dialog.waitFor({ state: "detached" });
    const row = page.getByRole("row", { name: /Look P-/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/representative/);
    await row.getByRole("button", { name: /Was shown/ }).click();
    await page.getByRole("cell", { name: /^shown/ }).waitFor();
    expect(served.failures.length).toBeLessThanOrEqual(1);
  }, 60_000);
});
