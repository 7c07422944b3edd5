import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { takeWord } from "../../src/cases/core-word.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

describe("the desk when the core system says otherwise", () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld();
    const number = await complain(world, { says: ["年费多扣了"], department: "credit-card-centre", due: "2026-12-05" });
    const parts = { records: world.store.core, audit: world.store.audit, live: world.live, now: world.now };
    const nothing = { key: null, record: null, step: null, finding: null, sequence: 1 };
    const there = { number, status: "closed" as const, department: "digital-banking", due: "2027-01-31", ...nothing };
    await takeWord(parts, there);
    await takeWord(parts, { ...there, number: "GD2026000777" });
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
  });

  it("shows both sides to staff, who mark one as checked with the keyboard", async () => {
    const page = await (await browser.newContext({ locale: "zh-CN" })).newPage();
    await page.goto(`${served.url}/desk/sign-in?token=${granted(await world.desk.signInLink("meng-qi")).token}`);
    await page.getByRole("button").first().click();
    await page.goto(`${served.url}/desk/alerts`);
    const section = page.getByRole("region", { name: "与核心系统不一致" });
    const line = (words: string) => section.getByRole("paragraph").filter({ hasText: words });
    await line("对客户以这里为准").waitFor();
    expect(await section.getByRole("listitem").count()).toBe(4);
    await line("核心系统有案件 GD2026000777，这里没有。").waitFor();

    const checked = section.getByRole("button", { name: /已核对.*答复期限/u });
    await checked.focus();
    await page.keyboard.press("Enter");
    await line("对客户以这里为准").waitFor({ state: "detached" });
    expect(await section.getByRole("listitem").count()).toBe(3);
  });
});
