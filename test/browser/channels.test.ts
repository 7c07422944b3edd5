import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { qrPicture } from "../../src/channels/wechat/personal/open.ts";
import { type ChannelLink, createLinkBoard } from "../../src/desk/channel-links.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

const PICTURES = fileURLToPath(new URL("../../node_modules/.cache/tingsu/looks", import.meta.url));

describe("the page of the channels' lines", () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;
  let link: ChannelLink = {
    channel: "wechat",
    state: "scan",
    since: "2026-11-20T01:58:00.000Z",
    code: null,
    expected: null,
    account: null,
    refusedAt: null,
  };
  let code = "https://login.weixin.qq.com/l/first";

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    browser = await launchChromium();
    const links = createLinkBoard();
    links.add({
      link: () => link,
      qr: async () => (link.state === "scan" ? qrPicture(code) : null),
      subscribe: () => () => undefined,
    });
    world = await createWorld({ links });
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
  });
  const changed = (next: Partial<ChannelLink>) => {
    link = { ...link, ...next };
    world.live.publish("desk", { kind: "changed" });
  };

  it("shows an administrator the code to scan, follows it when it changes, and takes it away once it works", async () => {
    const admin = world.bank.staff.find((one) => one.role === "admin");
    if (!admin) throw new Error("the bank has no administrator");
    const context = await browser.newContext({
      locale: "zh-CN",
      viewport: { width: 1100, height: 800 },
      // The font of the pictures is put in from outside.
      bypassCSP: true,
    });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink(admin.id));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.getByRole("button").click();
    await page.getByRole("link", { name: "渠道", exact: true }).click();
    const picture = page.getByRole("img", { name: "登录二维码" });
    await picture.waitFor();
    const width = () => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));
    await expect.poll(width, { timeout: 10_000 }).toBeGreaterThan(50);
    expect(await page.getByRole("status").first().innerText()).toMatch(/等待扫码登录.*自/u);
    await addChineseFont(page);
    await page.screenshot({ path: `${PICTURES}/channels-scan.png`, fullPage: true });
    const first = await picture.getAttribute("src");
    code = "https://login.weixin.qq.com/l/second";
    changed({ since: "2026-11-20T02:00:00.000Z" });
    await expect.poll(() => picture.getAttribute("src"), { timeout: 10_000 }).not.toBe(first);
    changed({ state: "ready", since: "2026-11-20T02:01:00.000Z" });
    await expect.poll(() => picture.count(), { timeout: 10_000 }).toBe(0);
    expect(await page.getByRole("status").first().innerText()).toMatch(/正常/u);
    await page.goto(`${served.url}/desk/api/slack-preview`);
    await addChineseFont(page);
    await page.screenshot({ path: `${PICTURES}/slack-preview.png`, fullPage: true });
    expect(await page.getByText("C-20261120-EXAMPLE").count()).toBe(6);
    await context.close();
    expect(served.failures).toEqual([]);
  });

  it("is not there for a clerk, nor is the preview", async () => {
    const context = await browser.newContext({ locale: "zh-CN" });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink("fang-yi"));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.getByRole("button").click();
    await page.getByRole("link", { name: "案件" }).first().waitFor();
    expect(await page.getByRole("link", { name: "渠道", exact: true }).count()).toBe(0);
    for (const path of ["channels", "channels/wechat/qr.png", "slack-preview"]) {
      expect((await page.request.get(`${served.url}/desk/api/${path}`)).status(), path).toBe(403);
    }
    await context.close();
  });
});
