/** Duty, presence and offers on the desk, in a browser over the whole product. */
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../examples/outside/chromium.ts";
import { bundleDesk } from "../../src/channels/web/desk/bundle.ts";
import { createDeskRoutes } from "../../src/channels/web/desk/routes.ts";
import { granted } from "../desk/outcomes.ts";
import { type DutyOffice, openDutyOffice } from "../system/duty-office.ts";

const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/tingsu", import.meta.url));

describe("duty on the desk", () => {
  let browser: Browser;
  let office: DutyOffice;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    [browser, office] = await Promise.all([launchChromium(), openDutyOffice("2026-11-23T02:00:00.000Z")]);
    const routes = new Hono();
    const assets = await bundleDesk({ cacheFolder });
    const { desk, app, live } = office;
    routes.route("/desk", createDeskRoutes({ desk, live, assets, now: app.now, report: () => undefined }));
    url = await new Promise((resolve) => {
      server = serve({ fetch: routes.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      ) as Server;
    });
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await office.app.close();
  });

  async function openAs(id: string, path = "/", locale = "zh-CN"): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const { token } = granted(await office.desk.signInLink(id));
    await page.goto(`${url}/desk/sign-in?token=${token}`);
    await page.getByRole("button").first().click();
    await page.getByRole("navigation").first().waitFor();
    if (path !== "/") await page.goto(`${url}/desk${path}`);
    return page;
  }
  const shoot = async (page: Page, name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };

  it("what is offered stands above the list, is refused with a reason and accepted by the next, with the keyboard", async () => {
    const ref = await office.complaint("信用卡年费乱扣了我300元，我要投诉，给我转人工");
    await office.look();
    const agent = await openAs("fang-yi");
    const offered = agent.getByRole("region", { name: /派给我，等我答复/ });
    await offered.getByText("11-23 12:00").waitFor();
    await shoot(agent, "offered");
    await agent.getByRole("button", { name: `不接受 ${ref}` }).focus();
    await agent.keyboard.press("Enter");
    const why = agent.getByRole("dialog", { name: /不接受/ });
    await why.getByRole("button", { name: "不接受" }).click();
    await why.getByText("这一项还没有写。").waitFor();
    expect(await agent.evaluate(() => document.activeElement?.id)).toBe("offer-why");
    await agent.keyboard.type("手上有两件加急");
    await why.getByRole("button", { name: "不接受" }).click();
    await offered.waitFor({ state: "detached" });
    expect(await office.offeredTo(ref)).toBeNull();

    await office.look();
    expect(await office.offeredTo(ref)).toBe("tang-ruolan");
    const lead = await openAs("tang-ruolan");
    await lead.getByRole("button", { name: `接受 ${ref}`, exact: true }).focus();
    await lead.keyboard.press("Enter");
    await lead.getByRole("region", { name: /派给我/ }).waitFor({ state: "detached" });
    await office.app.deliver();
    expect((await office.app.store.case(ref))?.owner?.id).toBe("tang-ruolan");
  });

  it("the duty page says who is there now and next; somebody goes on leave and the office switches to by hand", async () => {
    const agent = await openAs("zhou-ning", "/duty");
    const now = agent.getByRole("table", { name: "现在当班" });
    await now.getByText("方毅").waitFor();
    expect(await now.getByRole("row", { name: /裴安/ }).count()).toBe(0);
    await agent.getByRole("table", { name: "接下来 24 小时" }).getByText("夜间值班").first().waitFor();
    await agent.getByRole("table", { name: "今后两周的轮班" }).getByText("周末和节假日值班").first().waitFor();
    expect(await agent.getByRole("button", { name: "改为人工派单" }).count()).toBe(0);
    await agent.getByRole("radio", { name: "休假" }).focus();
    await agent.keyboard.press("Space");
    await agent.getByLabel(/休假到哪天/).fill("2026-11-30");
    await agent.getByLabel(/由谁代理/).selectOption("lin-jiahe");
    await shoot(agent, "duty-leave");
    await agent.getByRole("button", { name: "保存" }).click();
    const mine = now.getByRole("row", { name: /周宁/ });
    await mine.getByText("休假 至 2026-11-30").waitFor();
    await mine.getByText("代理：林嘉禾").waitFor();
    await agent.getByRole("link", { name: /值班.*休假/ }).waitFor();
    await shoot(agent, "duty");

    const office_ = await openAs("meng-qi", "/duty", "en-GB");
    await office_.getByRole("button", { name: "Switch to by hand" }).click();
    await office_.getByText("By hand: nothing is offered by the rules", { exact: false }).first().waitFor();
    await office_.getByRole("button", { name: "Switch to the rules" }).waitFor();
    await shoot(office_, "duty-en");
    await office_.getByRole("button", { name: "Switch to the rules" }).click();
    await office_.getByRole("button", { name: "Switch to by hand" }).waitFor();
  });

  it("a grave case cannot be ended by one person; help, promises and notices given otherwise have their buttons", async () => {
    const ref = await office.complaint("你们泄露了我的信用卡个人信息，有人打电话骗我，我要投诉，给我转人工");
    await office.look();
    const to = (await office.offeredTo(ref)) ?? "";
    granted(await office.desk.take(office.person(to), ref));
    await office.app.deliver();
    const page = await openAs(to, `/cases/${ref}`);
    const panel = page.getByRole("region", { name: "办理进度" });
    await panel.getByText("更多操作").click();
    await panel.getByRole("button", { name: "请协办" }).click();
    const help = page.getByRole("dialog", { name: /请协办/ });
    await help.getByLabel("请哪个部门").selectOption("legal");
    await help.getByLabel("原因").fill("需要法律意见");
    await help.getByRole("button", { name: "请协办" }).click();
    await help.waitFor({ state: "detached" });
    await panel.getByText("经过").click();
    await panel.getByText("请部门协办").waitFor();

    await page.getByRole("button", { name: "办结", exact: true }).click();
    const end = page.getByRole("dialog", { name: /办结/ });
    await end.getByText(/先“提方案”/).waitFor();
    await shoot(page, "needs-proposal");
    await end.getByRole("button", { name: "知道了" }).click();
    const parts = { findings: "a", decision: "b", grounds: "c", remedies: "d" };
    const refused = await office.desk.resolve(office.person(to), ref, { parts });
    expect(refused.ok ? "sent" : refused.refusal.code).toBe("needs-proposal");
  });
});
