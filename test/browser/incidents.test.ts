import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { checkPromise } from "../../src/wording/guard.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { raiseAlert } from "../desk/incident-world.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

const SAYS = [
  "手机银行登不上去了，从早上到现在一直提示网络异常",
  "你们APP闪退，登录不了，急着交房租 <img src=x onerror=alert(1)>",
  "I can't log in to the mobile app, it says network error since this morning",
  "登录手机银行报错，重启手机也没用",
  "手机银行一直转圈，登录不进去",
];
/** Set to keep pictures of the pages there. */
const PICTURES = process.env.TINGSU_TEST_PICTURES;

describe("mass events in a browser", { timeout: 90_000 }, () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld({ checkPromise });
    const numbers: string[] = [];
    for (const [n, words] of SAYS.entries()) {
      const made = { department: "digital-banking", due: "2026-12-05", says: [words], number: `C-20261120-LOG${n}` };
      numbers.push(await complain(world, { ...made, reason: "facilities-systems" }));
    }
    await raiseAlert(world, numbers, {
      kinds: [
        ["sign:sign-in", "venue:mobile-app"],
        ["reason:facilities-systems", "sign:not-working", "sign:sign-in"],
      ],
    });
    await raiseAlert(world, numbers.slice(0, 1), { kinds: [["word:积分"]], usual: 0.8, surprise: 7.2 });
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
    expect(errors).toEqual([]);
    expect(served.failures).toEqual([]);
  });

  async function signedIn(id: string, locale: string, width: number): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    const { token } = granted(await world.desk.signInLink(id));
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
  const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  it("are opened, approved by a second person and ended, with the keyboard", async () => {
    const office = await signedIn("meng-qi", "zh-CN", 1280);
    await office.getByRole("link", { name: "突发事件 2" }).press("Enter");
    await office.getByText("以来有 5 位客户反映").waitFor();
    expect(await office.locator("img").count()).toBe(0);
    await picture(office, "alerts");
    const card = office.locator(".alert-card").first();
    await card.getByRole("button", { name: "建立事件" }).press("Enter");
    await office.getByLabel("名称（中文）").fill("手机银行登录故障");
    await office.getByLabel("名称（英文）").fill("Sign-in to mobile banking is down");
    await office.getByLabel("中文", { exact: true }).fill("手机银行登录不稳定，技术人员正在抢修，柜台不受影响。");
    await office
      .getByLabel("英文", { exact: true })
      .fill("Signing in to mobile banking is unstable; engineers are at work.");
    await picture(office, "opening");
    await office.getByLabel("英文", { exact: true }).press("Tab");
    await office.keyboard.press("Tab");
    await office.keyboard.press("Enter");
    await office.getByRole("heading", { name: "手机银行登录故障" }).waitFor();
    await office.getByText("要由另一人核准。").waitFor();
    expect(await office.getByRole("row").count()).toBe(6);
    await picture(office, "incident");

    const manager = await signedIn("luo-hai", "en-GB", 1280);
    await manager.goto(office.url());
    await manager.getByRole("button", { name: "Approve, tell new customers" }).press("Enter");
    await manager.getByText("Approved", { exact: true }).waitFor();
    await manager.getByText("The closing message", { exact: true }).click();
    await manager.locator("#ending-zh").fill("手机银行登录已恢复。");
    await manager.locator("#ending-en").fill("Signing in works again.");
    await manager
      .getByRole("region", { name: "End the incident" })
      .getByRole("button", { name: "Send for approval" })
      .click();
    await manager.getByText("Somebody else has to approve it.").waitFor();
    await picture(manager, "ending");

    await office.reload();
    await office.getByRole("button", { name: "核准并结束，通知所有客户" }).press("Enter");
    await office.getByText("已结束", { exact: true }).waitFor();
    await picture(office, "ended");
    expect(await world.store.incidents.untold(10)).toHaveLength(5);
  });

  it.each([
    ["zh-CN", 1280],
    ["en-GB", 390],
  ])("show plan and contacts (%s, %i pixels wide)", async (locale, width) => {
    const clerk = await signedIn("shen-lu", locale, width);
    await clerk.goto(`${served.url}/desk/emergency`);
    await clerk.getByRole("table").waitFor();
    expect(await wide(clerk)).toBeLessThanOrEqual(0);
    await picture(clerk, `emergency-${width}`);
    await clerk.goto(`${served.url}/desk/incidents`);
    await clerk.locator("h1").waitFor();
    expect(await clerk.locator(".alert-card").count()).toBe(0);
    expect(await wide(clerk)).toBeLessThanOrEqual(0);
    await picture(clerk, `incidents-${width}`);
  });
});
