import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { checkPromise } from "../../src/wording/guard.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

const WORDS = "昨晚8827刷了12,860块，不是我刷的 <img src=x onerror=alert(1)>";

describe("the desk in a browser", () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;
  let context: BrowserContext;
  let page: Page;
  let ref: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await createWorld({ checkPromise });
    const centre = { department: "credit-card-centre", business: "credit-card" } as const;
    await complain(world, { ...centre, says: ["年费说好免的又扣了"], due: "2026-11-28", number: "C-FEE" });
    ref = await complain(world, {
      ...centre,
      says: [WORDS, "我叫张伟，电话13812345678"],
      due: "2026-12-05",
      number: "C-FRAUD",
      emotion: 3,
      risks: [{ slug: "unauthorised-transaction", level: "P0", words: "不是我刷的" }],
      gaps: [{ name: "evidence", reason: "unknown" }],
    });
    served = await serveDesk(world);
    context = await browser.newContext({ locale: "zh-CN" });
    page = await context.newPage();
    complaints.length = 0;
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("Failed to load resource"))
        complaints.push(message.text());
    });
  });
  afterEach(async () => {
    await context.close();
    await served.close();
    await world.close();
    expect(complaints).toEqual([]);
    expect(served.failures).toEqual([]);
  });

  async function signIn(id: string, on = page): Promise<void> {
    const { token } = granted(await world.desk.signInLink(id));
    await on.goto(`${served.url}/desk/sign-in?token=${token}`);
    await on.keyboard.press("Tab");
    await on.keyboard.press("Enter");
    await on.getByRole("table", { name: "案件" }).waitFor();
  }
  const focused = (on = page) => on.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);

  it("is worked by keyboard from signing in to the end of a case", async () => {
    await signIn("tang-ruolan");
    // Danger stands first; beyond the last there is nothing.
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toBe("年费说好免的又扣了");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /C-FRAUD/ }).waitFor();

    const log = page.getByRole("log");
    expect(await log.textContent()).toContain(WORDS);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.textContent("main")).not.toContain("13812345678");

    await page.keyboard.press("t");
    await page.getByText("您正在与客户对话").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "reply");
    await page.keyboard.type("您好，我正在查这笔交易。");
    await page.keyboard.press("Control+Enter");
    await log.getByText("您好，我正在查这笔交易。").waitFor();
    expect(await page.getByRole("textbox", { name: /回复客户/ }).inputValue()).toBe("");

    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    expect(await focused()).toBe("note");
    await page.keyboard.type("等收单行回复");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("region", { name: "内部备注" }).getByText("等收单行回复").waitFor();
    expect(await log.textContent()).not.toContain("等收单行回复");

    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    const dialog = page.getByRole("dialog", { name: /办结案件/ });
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "发给客户并办结" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "part-findings");
    for (const text of ["经核查，该笔交易不是您本人所为。", "按规定处理。", "非本人交易规定第2条。"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    expect(await dialog.getByLabel("不同意时的救济途径").inputValue()).toContain("诉讼");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("cause");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".case-head").getByText("已办结").first().waitFor();
    expect((await world.store.case(ref))?.status).toBe("resolved");
    await page.keyboard.press("u");
    await page.getByRole("table", { name: "案件" }).waitFor();
    expect(await page.getByRole("row", { name: /C-FRAUD/ }).count()).toBe(0);
  });

  it("warns before a promise goes out, and keeps the draft over a reload", async () => {
    granted(await world.desk.take(world.person("tang-ruolan"), ref));
    await signIn("tang-ruolan");
    await page.goto(`${served.url}/desk/cases/${ref}`);
    const reply = page.getByRole("textbox", { name: /回复客户/ });
    await reply.fill("我们保证全额退给您。");
    await reply.press("Control+Enter");
    await page.getByRole("button", { name: "仍然发送" }).waitFor();
    expect(await page.getByRole("log").textContent()).not.toContain("全额退");
    await page.reload();
    expect(await reply.inputValue()).toBe("我们保证全额退给您。");
    await reply.press("Control+Enter");
    await page.getByRole("button", { name: "仍然发送" }).press("Enter");
    await page.getByRole("log").getByText("我们保证全额退给您。").waitFor();
    expect(await reply.inputValue()).toBe("");
    await page.reload();
    expect(await reply.inputValue()).toBe("");
  });

  it("says who has the case when somebody else was faster, and shows new words without a reload", async () => {
    await signIn("tang-ruolan");
    await page.goto(`${served.url}/desk/cases/${ref}`);
    const take = page.locator(".actions").getByRole("button", { name: "受理" });
    await take.waitFor();
    await page.route("**/take", async (route) => {
      granted(await world.desk.take(world.person("fang-yi"), ref));
      await route.continue();
    });
    await take.click();
    await page.getByRole("alert").getByText("已由方毅受理。").waitFor();
    await page.getByText("正在与客户对话：方毅").waitFor();
    expect(await page.getByRole("textbox", { name: /回复客户/ }).count()).toBe(0);

    granted(await world.desk.reply(world.person("fang-yi"), ref, { clientId: "client-1", text: "您好，我是小方。" }));
    await page.getByRole("log").getByText("您好，我是小方。").waitFor();
  });

  it("moves a case in an open list when a colleague takes it", async () => {
    await signIn("tang-ruolan");
    await page.getByRole("row", { name: /C-FEE/ }).getByText("待受理").waitFor();
    granted(await world.desk.take(world.person("fang-yi"), "C-FEE"));
    await page.getByRole("row", { name: /C-FEE/ }).getByText("方毅").waitFor();
    expect(await page.getByRole("link", { name: /^待受理/ }).textContent()).toBe("待受理1");
  });

  it("shows personal data after a reason, and hides it again", async () => {
    await signIn("tang-ruolan");
    await page.goto(`${served.url}/desk/cases/${ref}`);
    await page.getByRole("button", { name: "查看完整信息" }).click();
    const show = page.getByRole("button", { name: "显示", exact: true });
    expect(await show.isDisabled()).toBe(true);
    await page.getByLabel("给客户回电话").check();
    await show.click();
    await page.getByRole("log").getByText("13812345678").waitFor();
    await page.getByRole("button", { name: "重新隐藏" }).click();
    await page.getByRole("log").getByText("138****5678").waitFor();
    expect(await page.textContent("main")).not.toContain("13812345678");
  });

  it("speaks English when asked to, and remembers it", async () => {
    await signIn("tang-ruolan");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: /Unclaimed/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.reload();
    await page.getByRole("columnheader", { name: "Time left" }).waitFor();
  });

  it("fits a phone and a small desktop without scrolling sideways", async () => {
    await signIn("tang-ruolan");
    for (const width of [390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ["/", `/cases/${ref}`, "/alerts"]) {
        await page.goto(`${served.url}/desk${path}`);
        await page.locator("main h1").first().waitFor();
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ width, path, over }).toEqual({ width, path, over: 0 });
      }
    }
  });

  it("shows an administrator dead letters and links, and no case", async () => {
    const { token } = granted(await world.desk.signInLink("pei-an"));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.getByRole("button").click();
    await page.getByRole("heading", { name: "未能送达的任务" }).waitFor();
    expect(await page.getByRole("link", { name: "案件" }).count()).toBe(0);
    await page.getByRole("link", { name: "登录链接" }).click();
    await page.getByRole("button", { name: "生成链接 方毅" }).click();
    const link = await page.getByRole("status").getByText("/desk/sign-in?token=").textContent();
    expect((await world.desk.signIn(new URL(link ?? "").searchParams.get("token") ?? "")).ok).toBe(true);
  });
});
