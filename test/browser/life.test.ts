/** The life of a case on the desk, in a browser over the whole product. */
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { bundleDesk } from "../../src/channels/web/desk/bundle.ts";
import { createDeskRoutes } from "../../src/channels/web/desk/routes.ts";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import { createLive } from "../../src/store/live.ts";
import { granted } from "../desk/outcomes.ts";
import { type InProcess, startInProcess } from "../system/in-process.ts";

const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/tingsu", import.meta.url));

describe("the life of a case on the desk", () => {
  let browser: Browser;
  let app: InProcess;
  let desk: Desk;
  let server: Server;
  let url: string;
  let conversation: string;

  beforeAll(async () => {
    [browser, app] = await Promise.all([launchChromium(), startInProcess({ start: "2026-11-23T02:00:00.000Z" })]);
    const { bank } = app.content;
    desk = createDesk({
      store: app.store,
      gaps: app.store,
      commands: { command: app.intake.command, typing: () => undefined },
      caseLife: app.life,
      calendar: bank.calendar,
      staff: () => bank,
      names: deskNames(() => bank),
      zone: bank.profile.zone,
      now: app.now,
      newId: () => crypto.randomUUID(),
    });
    const routes = new Hono();
    const assets = await bundleDesk({ cacheFolder });
    routes.route(
      "/desk",
      createDeskRoutes({ desk, live: createLive(), assets, now: app.now, report: () => undefined }),
    );
    url = await new Promise((resolve) => {
      server = serve({ fetch: routes.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      ) as Server;
    });
    conversation = await app.open();
    await app.says(conversation, "信用卡年费乱扣了我300元，我要投诉，给我转人工");
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await app.close();
  });

  async function openAs(id: string): Promise<Page> {
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const { token } = granted(await desk.signInLink(id));
    await page.goto(`${url}/desk/sign-in?token=${token}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("table", { name: "案件" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "办理进度" }).waitFor();
    return page;
  }
  const stage = (page: Page, name: string) =>
    page.getByRole("region", { name: "办理进度" }).locator(".stage", { hasText: name }).waitFor();

  it("is assigned by the lead, investigated and proposed by the handler, and each sees where it stands", async () => {
    const lead = await openAs("tang-ruolan");
    await stage(lead, "已登记，待分派");
    await lead.getByRole("button", { name: "分派" }).click();
    const dialog = lead.getByRole("dialog", { name: /分派/ });
    await dialog.getByRole("button", { name: "分派" }).click();
    await dialog.getByText("这一项还没有写。").waitFor();
    await dialog.locator("option", { hasText: "方毅" }).waitFor({ state: "attached" });
    await dialog.getByLabel("交给谁").selectOption("fang-yi");
    await dialog.getByRole("button", { name: "分派" }).click();
    await dialog.waitFor({ state: "detached" });
    await stage(lead, "已分派，待受理");
    await app.deliver();

    const handler = await openAs("fang-yi");
    const panel = handler.getByRole("region", { name: "办理进度" });
    await panel.getByRole("button", { name: "受理", exact: true }).click();
    await handler.getByRole("dialog").getByRole("button", { name: "受理", exact: true }).click();
    await stage(handler, "已受理");
    await panel.getByText("更多操作").click();
    await panel.getByRole("button", { name: "开始核查" }).click();
    await handler.getByRole("dialog").getByRole("button", { name: "开始核查" }).click();
    await stage(handler, "核查中");
    if (process.env.SHOTS) await handler.screenshot({ path: `${process.env.SHOTS}/life.png` });
    await panel.getByRole("button", { name: "提方案" }).click();
    const propose = handler.getByRole("dialog", { name: /提方案/ });
    await propose.getByLabel("方案（客户会看到）").fill("退还年费。");
    if (process.env.SHOTS) await handler.screenshot({ path: `${process.env.SHOTS}/propose.png` });
    await propose.getByRole("button", { name: "提方案" }).click();
    await stage(handler, "方案已告知客户");
    await app.deliver();
    expect((await app.waiting(conversation)).at(-1)?.choices).toEqual(["接受", "不接受"]);
    await panel.getByText("经过").click();
    await panel.getByText("开始核查").last().waitFor();
  });
});
