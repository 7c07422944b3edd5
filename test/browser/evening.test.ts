/**
 * The whole product by hand: the real server, a customer in the widget, a clerk at the desk, in a real browser.
 * With TINGSU_SCREENSHOTS=FOLDER it leaves pictures of widget and desk there.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { type RunningServer, startServer } from "../system/server.ts";

const pictures = process.env.TINGSU_SCREENSHOTS;
let data: string;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "tingsu-evening-"));
  server = await startServer({ data });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
});

async function newPage(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "zh-CN",
    bypassCSP: true,
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await addChineseFont(page);
  // What was just said by the page goes by itself.
  await page.locator(".toast").waitFor({ state: "detached" });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Says it, and waits until the bot has answered. */
async function says(page: Page, text: string): Promise<void> {
  const before = await page.locator(".row.bot").count();
  await page.getByRole("textbox").fill(text);
  await page.getByRole("textbox").press("Enter");
  await page.waitForFunction((count) => {
    const root = document.querySelector("tingsu-chat")?.shadowRoot;
    return (root?.querySelectorAll(".row.bot").length ?? 0) > count;
  }, before);
}

describe("an evening at the complaint desk", () => {
  it("a customer complains, a clerk takes over and answers, both see each step", async () => {
    const customer = await newPage(1280, 860);
    await customer.goto(server.url);
    await customer.locator("tingsu-chat .launcher").click();
    await customer.locator(".row.bot").first().waitFor();
    await says(customer, "你们ATM把我卡吞了！！昨天下午三点在滨江支行门口那台");
    await picture(customer, "widget");
    await says(customer, "把卡还给我");
    for (const line of ["可以", "8827", "我姓王", "13800005678", "随时都行", "对的"]) await says(customer, line);
    await customer.locator(".row.bot .text", { hasText: /C-\d{8}-/ }).waitFor();

    const clerk = await newPage(1440, 900);
    const link = server.signInLinks.at(0) ?? "";
    await clerk.goto(link);
    await clerk.getByRole("button").first().click();
    await clerk.getByRole("table", { name: "案件" }).waitFor();
    await picture(clerk, "desk-list");
    await clerk
      .getByRole("row", { name: /C-\d{8}-/ })
      .first()
      .click();
    await clerk.getByRole("log").waitFor();
    await clerk.locator(".actions").getByRole("button", { name: "受理" }).click();
    const reply = clerk.getByRole("textbox", { name: /回复客户/ });
    await reply.fill("王女士您好，我已联系滨江支行，卡已从机器里取出，请带身份证到柜台领取。");
    await picture(clerk, "desk");
    await clerk.getByRole("button", { name: /发送/ }).first().click();

    const person = customer.locator(".row.staff").last();
    await person.waitFor();
    expect(await person.textContent()).toContain("滨江支行");
    expect(await person.textContent()).toContain("人工");
    await picture(customer, "widget-staff");
    const bot = await customer.locator(".row.bot").count();
    await customer.getByRole("textbox").fill("好的，谢谢");
    await customer.getByRole("textbox").press("Enter");
    await clerk.getByRole("log").getByText("好的，谢谢").waitFor();
    expect(await customer.locator(".row.bot").count()).toBe(bot);
  });

  it("the documentation and the health check are there", async () => {
    const page = await newPage(1200, 900);
    await page.goto(`${server.url}/docs`);
    expect(await page.textContent("body")).toContain("/api/v1/conversations");
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});
