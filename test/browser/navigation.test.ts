/** The bar above every page of the desk: daily pages at once, the rest in menus, by keyboard and on any width. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { raiseAlert } from "../desk/incident-world.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

describe("the bar of pages", { timeout: 90_000 }, () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld();
    const risks = [{ slug: "self-harm" as const, level: "P0" as const, words: "不想活了" }];
    const ref = await complain(world, { says: ["不想活了"], department: "retail", due: "2026-12-05", risks });
    await raiseAlert(world, [ref]);
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
  });

  async function openAs(staff: string, width = 1280, locale = "zh-CN"): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink(staff));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.getByRole("button").first().click();
    await page.getByRole("navigation").first().waitFor();
    return page;
  }
  const bar = (page: Page) => page.getByRole("navigation", { name: /^(页面|Pages)$/ });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

  it("opens a menu and follows a link in it with the keyboard, and gives the focus back", async () => {
    const page = await openAs("meng-qi");
    const quality = bar(page).getByRole("button", { name: "质量" });
    const gaps = bar(page).getByRole("link", { name: "知识缺口" });
    expect(await quality.getAttribute("aria-expanded")).toBe("false");
    expect(await gaps.count()).toBe(0);
    await quality.focus();
    await page.keyboard.press("Enter");
    await gaps.waitFor();
    expect(await quality.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("整改");
    await page.keyboard.press("Escape");
    expect(await gaps.count()).toBe(0);
    expect(await focused(page)).toBe("质量");

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("知识缺口");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/desk/gaps");
    expect(await focused(page)).toBe("质量");
    expect(await gaps.count()).toBe(0);
    // A closed menu still says that the page on screen is one of its own.
    expect(await quality.getAttribute("aria-current")).toBe("true");
    await quality.click();
    expect(await gaps.getAttribute("aria-current")).toBe("page");
    await page.context().close();
  });

  it("closes a menu that is left, by key or by pointer", async () => {
    const page = await openAs("meng-qi");
    const account = page.getByRole("button", { name: /账户/ });
    const leave = page.getByRole("button", { name: "退出" });
    await account.click();
    await leave.waitFor();
    await leave.focus();
    await page.keyboard.press("Tab");
    await leave.waitFor({ state: "hidden" });
    await account.click();
    await leave.waitFor();
    await page.locator("main").click({ position: { x: 5, y: 300 } });
    await leave.waitFor({ state: "hidden" });
    expect(await account.getAttribute("aria-expanded")).toBe("false");
    await page.context().close();
  });

  it("needs no menus for somebody with few pages", async () => {
    const page = await openAs("fang-yi");
    await bar(page)
      .getByRole("link", { name: /^突发事件/ })
      .waitFor();
    expect(await bar(page).getByRole("button").count()).toBe(0);
    await page.context().close();
  });

  for (const locale of ["zh-CN", "en-GB"]) {
    it.each([1440, 1280, 1024, 390])(`has all of it on screen at %i pixels, ${locale}`, async (width) => {
      const page = await openAs("meng-qi", width, locale);
      await bar(page)
        .getByRole("link", { name: /^(突发事件|Incidents) 1$/ })
        .waitFor();
      for (const daily of [/^(案件|Cases)$/, /^(告警|Alerts) 1$/, /^(值班|Duty)$/, /^(报表|Reports)$/]) {
        expect(await bar(page).getByRole("link", { name: daily }).isVisible()).toBe(true);
      }
      for (const menu of await page.getByRole("banner").locator("[aria-expanded]").all()) {
        const name = await menu.textContent();
        await menu.click();
        const outside = await page.evaluate(() =>
          [...document.querySelectorAll("header a, header button, .menu-panel")].flatMap((one) => {
            const { left, right, width } = one.getBoundingClientRect();
            return width > 0 && (left < 0 || right > innerWidth) ? [one.textContent] : [];
          }),
        );
        expect({ name, outside }).toEqual({ name, outside: [] });
        await page.keyboard.press("Escape");
      }
      const high = (await page.getByRole("banner").boundingBox())?.height ?? 0;
      expect(high).toBeLessThanOrEqual(width > 1000 ? 60 : 150);
      await page.context().close();
    });
  }
});
