import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

describe("the page of open questions", () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld({
      policyProblems: () => [
        { file: "/bank/policies/zh/annual-fee.md", line: 3, message: "language: expected zh or en" },
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
  });

  async function open(width: number, locale: string): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink("meng-qi"));
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
      expect(await page.getByRole("alert").textContent()).toContain("annual-fee.md:3");
      expect(await sticksOut(page)).toBe(false);
      await photograph(page, `gaps-${locale}-${width}`);
      await page.context().close();
    }
  });

  it("makes a draft, and sends a reply for approval, with the keyboard alone", async () => {
    const page = await open(1280, "zh-CN");
    await page.getByRole("button", { name: /起草规定 金条/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("textbox").inputValue()).toContain("> 常问：金条回购按什么价");
    await photograph(page, "gaps-draft");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /标为不公开 金条/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await photograph(page, "gaps-entry");
    await page.getByRole("button", { name: "提交批准" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("等另一位同事批准").last().waitFor();
    await photograph(page, "gaps-proposed");
    expect(granted(await world.desk.gaps(world.person("meng-qi"))).groups.flatMap(({ ids }) => ids)).not.toContain(
      "g2",
    );
    expect(served.failures).toEqual([]);
    await page.context().close();
  });
});
