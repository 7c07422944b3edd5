/** Customers as they are: one with WeChat on the phone, one with the widget in a browser. */
import type { Browser } from "playwright-core";
import type { PuppetService } from "../outside/puppet-service.ts";

export type Where = "wechat" | "widget";

export interface Customer {
  name: string;
  where: Where;
  says(text: string): Promise<void>;
  /** Presses the button where there is one, else types what it says. */
  chooses(choice: string): Promise<void>;
  /** All that came to this customer, oldest first, as it stands on the screen. */
  seen(): Promise<string[]>;
}

export function onWechat(service: PuppetService, name: string): Customer {
  const id = "wxid_li_jing";
  const says = async (text: string) => {
    await service.arrives({ talkerId: id, text });
  };
  return {
    name,
    where: "wechat",
    says,
    // No buttons there: the numbered list is answered in words.
    chooses: says,
    seen: async () => (await service.said()).filter(({ to }) => to === id).map(({ text }) => text),
  };
}

/** Opens the bank's page and the widget on it. */
export async function onWidget(browser: Browser, url: string, name: string): Promise<Customer> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto(url);
  await page.locator("tingsu-chat .launcher").click();
  await page.locator("tingsu-chat .row.bot").first().waitFor();
  return {
    name,
    where: "widget",
    async says(text) {
      await page.getByRole("textbox").fill(text);
      await page.getByRole("textbox").press("Enter");
    },
    chooses: (choice) => page.getByRole("button", { name: choice, exact: true }).last().click(),
    seen: () => page.locator("tingsu-chat .row:not(.customer) .text").allInnerTexts(),
  };
}
