import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { checkPromise } from "../../src/wording/guard.ts";
import { createWorld, type World } from "../desk/bank-of-tests.ts";
import { complain } from "../desk/complaints.ts";
import { granted } from "../desk/outcomes.ts";
import { type ServedDesk, serveDesk } from "../desk/serve-desk.ts";

const STORY = "The collectors ring my office four times a day and told my boss how much I owe, against our agreed plan";

/** Narrowest at which the beginning of the customer's words still says something, in pixels. */
const READABLE = 200;

describe("the desk with the longest names the bank has", () => {
  let browser: Browser;
  let world: World;
  let served: ServedDesk;
  let ref: string;

  beforeAll(async () => {
    browser = await launchChromium();
    world = await createWorld({ checkPromise });
    ref = await complain(world, {
      department: "consumer-protection",
      business: "collection",
      reason: "collection-conduct",
      says: [STORY],
      language: "en",
      due: "2026-11-20",
      number: "C-20261120-RX2EH8",
      emotion: 3,
      risks: [
        { slug: "unauthorised-transaction", level: "P0", words: "not me" },
        { slug: "self-harm", level: "P0", words: "no way out" },
        { slug: "abusive-collection", level: "P1", words: "four times a day" },
        { slug: "data-leak", level: "P1", words: "told my boss" },
      ],
    });
    await complain(world, {
      department: "cash-services",
      business: "wealth",
      says: ["理财亏了"],
      due: "2026-11-18",
      number: "C-20261118-B3A9C5",
      risks: [{ slug: "vulnerable", level: "P2", words: "七十岁" }],
    });
    served = await serveDesk(world);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await world.close();
  });

  async function signedIn(width: number, locale: string): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { token } = granted(await world.desk.signInLink("meng-qi"));
    await page.goto(`${served.url}/desk/sign-in?token=${token}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("table").waitFor();
    return page;
  }

  /** What lies over something else, sticks out of the page or is cut off, by its text. */
  const faults = (page: Page, within: string) =>
    page.evaluate((selector) => {
      const found: string[] = [];
      const boxes = [...document.querySelectorAll(selector)].flatMap((root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts: { text: string; box: DOMRect }[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent?.trim() ?? "";
          const range = document.createRange();
          range.selectNodeContents(node);
          // Words that end in an ellipsis take the box that cuts them, whatever is behind it.
          const cut = node.parentElement?.closest(".summary")?.getBoundingClientRect();
          for (const box of cut ? [cut] : range.getClientRects()) {
            if (text && box.width > 0) texts.push({ text, box });
          }
        }
        return texts;
      });
      for (const [index, one] of boxes.entries()) {
        if (one.box.right > innerWidth) found.push(`${one.text} sticks out`);
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (across > 1 && down > 4) found.push(`${one.text} over ${other.text}`);
        }
      }
      const { scrollWidth } = document.documentElement;
      if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide`);
      return found;
    }, within);

  for (const locale of ["en-GB", "zh-CN"]) {
    it.each([1440, 1280, 1024, 880, 800, 390])(`lays nothing over anything at %i pixels, ${locale}`, async (width) => {
      const page = await signedIn(width, locale);
      expect(await faults(page, ".row")).toEqual([]);
      for (const summary of await page.locator(".row .cell-what").all()) {
        expect((await summary.boundingBox())?.width).toBeGreaterThan(READABLE);
      }
      await page.goto(`${served.url}/desk/alerts`);
      await page.locator(".alert").first().waitFor();
      expect(await faults(page, ".alert")).toEqual([]);
      expect((await page.locator(".alert .summary").first().boundingBox())?.width).toBeGreaterThan(READABLE);
      await page.goto(`${served.url}/desk/cases/${ref}`);
      await page.locator(".case-head h1").waitFor();
      expect(await faults(page, ".case-head")).toEqual([]);
      await page.context().close();
    });
  }
});
