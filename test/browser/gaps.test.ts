import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { type BankFolder, makeBankFolder } from "../desk/drafting.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

describe("the page of open questions", () => {
  let browser: Browser;
  let bank: BankFolder;
  let world: World;
  let served: ServedDesk;

  beforeAll(async () => {
    browser = await launchChromium();
    bank = makeBankFolder();
    world = await createWorld({
      drafting: bank.drafting,
      policyProblems: () => [
        {
          file: "/bank/policies/zh/annual-fee.md",
          line: 3,
          message: "language: expected zh or en",
          zh: "language: 应为 zh 或 en",
        },
      ],
    });
    await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" });
    const [row] = await world.store.cases({ limit: 1 });
    const questions = [
      "积分能不能转给家人",
      "我的积分转给我妈行不行",
      "金条回购按什么价",
      "Can I pay rent with points?",
    ];
    for (const [n, text] of questions.entries())
      await world.gaps.addGap({
        id: `g${n}`,
        conversation: row?.conversation ?? "",
        kind: n === 2 ? "unclear" : "unanswered",
        language: n === 3 ? "en" : "zh-Hans",
        at: `2026-11-20T0${n}:00:00Z`,
        text,
      });
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
    await bank.remove();
  });

  async function open(width: number, locale: string, who = "meng-qi"): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink(who));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").first().waitFor();
    await page.goto(`${served.url}/desk/gaps`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }
  const photograph = async (page: Page, name: string) => {
    if (process.env.TINGSU_PICTURES) await page.screenshot({ path: `${process.env.TINGSU_PICTURES}/${name}.png` });
  };
  const sticksOut = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

  it("lists them, says what is wrong in the folder, and fits narrow and wide screens in both languages", async () => {
    for (const [width, locale] of [
      [1280, "zh-CN"],
      [400, "zh-CN"],
      [1280, "en-GB"],
    ] as const) {
      const page = await open(width, locale);
      await page.getByText("金条回购按什么价").first().waitFor();
      const alert = (await page.getByRole("alert").textContent()) ?? "";
      expect(alert).toContain("annual-fee.md:3");
      expect(alert).toContain(locale === "zh-CN" ? "应为 zh 或 en" : "expected zh or en");
      expect(await sticksOut(page)).toBe(false);
      await photograph(page, `gaps-${locale}-${width}`);
      await page.context().close();
    }
  });

  it("goes from a question to a text in force with the keyboard alone, one writing and another approving", async () => {
    const page = await open(1280, "zh-CN");
    await page.getByRole("button", { name: /写明暂无规定 金条/ }).focus();
    await page.keyboard.press("Enter");
    const text = page.getByRole("textbox", { name: /草稿正文/ });
    await text.waitFor();
    expect(await text.inputValue()).toContain("> 常问：金条回购按什么价");
    await photograph(page, "draft-writing");
    await page.getByRole("button", { name: "提交批准" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("草稿还有没写完").waitFor();
    await text.fill((await text.inputValue()).replace("〔几〕", "五").replace("〔哪个部门〕", "零售部"));
    await page.getByText("有改动还没保存").waitFor();
    await page.getByRole("button", { name: "提交批准" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("您写过这份草稿").waitFor();
    await photograph(page, "draft-submitted");
    const address = new URL(page.url()).pathname;
    await page.context().close();

    world.person("second-person", { role: "office", name: "二号" });
    for (const [width, locale] of [
      [400, "en-GB"],
      [1280, "zh-CN"],
    ] as const) {
      const other = await open(width, locale, "second-person");
      await other.goto(`${served.url}/desk/drafts`);
      await other.getByRole("link", { name: /金条/ }).waitFor();
      expect(await sticksOut(other)).toBe(false);
      await photograph(other, `drafts-${locale}-${width}`);
      await other.goto(`${served.url}${address}`);
      await other.getByRole("button", { name: /批准并生效|Approve and put/ }).waitFor();
      expect(await sticksOut(other)).toBe(false);
      await photograph(other, `draft-waiting-${locale}-${width}`);
      if (locale === "zh-CN") {
        await other.getByRole("button", { name: "批准并生效" }).focus();
        await other.keyboard.press("Enter");
        await other.getByText("policies/zh/").waitFor();
        await photograph(other, "draft-published");
      }
      await other.context().close();
    }
    expect(granted(await world.desk.gaps(world.person("meng-qi"))).groups.flatMap(({ ids }) => ids)).not.toContain(
      "g2",
    );
    expect(served.failures).toEqual([]);
  });
});
