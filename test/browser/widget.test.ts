import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addChineseFont, launchChromium } from "../../examples/outside/chromium.ts";
import { MAX_TEXT } from "../../src/channels/channel.ts";
import { swallowedCardCitation } from "../fixtures/web-port.ts";
import { startTestServer, type TestServer } from "../fixtures/web-server.ts";

let browser: Browser;
let server: TestServer;
let context: BrowserContext | undefined;
/** All tests come from one address. */
const manyVisitors = { burst: 1_000, perSecond: 100 };
/** What the browser complained about: policy violations, exceptions. */
let complaints: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([
    launchChromium(),
    startTestServer({ rates: { opening: manyVisitors, address: manyVisitors } }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  await context?.close();
  context = undefined;
  server.port.echoes = true;
  server.port.broken = undefined;
});

async function visit(path = "/", options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: "zh-CN",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(8_000);
  complaints = [];
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/ERR_|Failed to load/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(server.base + path);
  return page;
}

async function openChat(page: Page): Promise<string> {
  const before = new Set(server.port.talks.keys());
  await page.locator("tingsu-chat .launcher").click();
  await page.locator(".row.bot").first().waitFor();
  const fresh = [...server.port.talks.keys()].find((id) => !before.has(id));
  if (!fresh) throw new Error("no conversation was opened");
  return fresh;
}

const field = (page: Page) => page.getByRole("textbox");
const bubbles = (page: Page) => page.locator(".row .text").allTextContents();
const says = async (page: Page, text: string) => {
  await field(page).fill(text);
  await field(page).press("Enter");
};
const stored = (talk: string) =>
  server.port.talks
    .get(talk)
    ?.messages.filter((message) => message.author.kind === "customer")
    .map((message) => message.text);

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const wrongType = "只能发送图片（JPG、PNG、WebP、GIF）或PDF";
const picks = (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator("input[type=file]").setInputFiles(files);
const refused = (page: Page) => page.locator(".tray .problem").allTextContents();
/** Name of what has the focus inside the widget; empty when it is elsewhere. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector("tingsu-chat")?.shadowRoot?.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });

describe("a conversation in the browser", () => {
  it("opens, takes a message and shows one reply, under the strict policy", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await says(page, "昨晚卡被吞了");
    await page.getByText("听到了：昨晚卡被吞了").waitFor();
    expect(await bubbles(page)).toEqual([expect.stringContaining("您好"), "昨晚卡被吞了", "听到了：昨晚卡被吞了"]);
    expect(stored(talk)).toEqual(["昨晚卡被吞了"]);
    expect(complaints).toEqual([]);
  });

  it("leaves Enter to the input method while it composes, and sends with the next one", async () => {
    const page = await visit();
    const talk = await openChat(page);
    const keys = await page.context().newCDPSession(page);
    await field(page).focus();
    await keys.send("Input.imeSetComposition", { text: "kabei", selectionStart: 5, selectionEnd: 5 });
    await keys.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key: "Enter",
      code: "Enter",
      windowsVirtualKeyCode: 229,
    });
    await keys.send("Input.insertText", { text: "卡被吞了" });
    expect(await field(page).inputValue()).toBe("卡被吞了");
    expect(stored(talk)).toEqual([]);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.insertText("怎么办");
    await page.keyboard.press("Enter");
    await page.locator(".row.customer").waitFor();
    await expect.poll(() => stored(talk)).toEqual(["卡被吞了\n怎么办"]);
  });

  it("goes over to the language the conversation is held in, unless one was chosen by hand", async () => {
    const page = await visit();
    const talk = await openChat(page);
    server.port.say(talk, { text: "I'm sorry this happened to you." });
    await page.getByRole("button", { name: "Talk to a person" }).waitFor();
    expect(await field(page).getAttribute("placeholder")).toBe("Take your time. What happened?");
    await page.getByText("AI-generated").first().waitFor();
    await says(page, "thanks");
    await page.locator(".row.customer").waitFor();
    expect(await field(page).count()).toBe(1);
    server.port.say(talk, { text: "這件事我記下來了。" });
    await page.getByRole("button", { name: "轉人工" }).waitFor();
    // What was said in English before is still spoken as English.
    expect(await page.getByText("I'm sorry this happened to you.").getAttribute("lang")).toBe("en");
    expect(complaints).toEqual([]);
  });

  it("is there again after a reload, with its history and an unfinished sentence", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await says(page, "我要投诉");
    await page.getByText("听到了：我要投诉").waitFor();
    await field(page).fill("还有，");
    const before = await bubbles(page);
    await page.reload();
    await page.getByText("听到了：我要投诉").waitFor();
    expect(await bubbles(page)).toEqual(before);
    expect(await field(page).inputValue()).toBe("还有，");
    await says(page, "还有，柜员态度不好");
    await page.getByText("听到了：还有，柜员态度不好").waitFor();
    expect(stored(talk)).toEqual(["我要投诉", "还有，柜员态度不好"]);
  });

  it("keeps what is written offline, says so, and sends it in order when the network is back", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await page.context().setOffline(true);
    for (const text of ["一", "二", "三"]) await says(page, text);
    await page.getByText("等待网络").first().waitFor();
    await page.getByText("网络断开了").waitFor();
    expect(stored(talk)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText("听到了：三").waitFor();
    expect(stored(talk)).toEqual(["一", "二", "三"]);
    expect((await bubbles(page)).filter((text) => text === "一")).toHaveLength(1);
    expect(await page.locator(".row.pending").count()).toBe(0);
  });

  it("sends after a reload what could not be sent before", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await page.route("**/messages", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await says(page, "没发出去的话");
    await page.getByText("等待网络").waitFor();
    await page.unroute("**/messages");
    await page.reload();
    await page.getByText("听到了：没发出去的话").waitFor();
    expect(stored(talk)).toEqual(["没发出去的话"]);
  });

  it("shows a message once when it was stored but the answer to it was lost", async () => {
    const page = await visit();
    const talk = await openChat(page);
    let lost = 0;
    await page.route("**/messages", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await says(page, "只能有一条");
    await page.getByText("听到了：只能有一条").waitFor();
    await page.locator(".row.pending").waitFor({ state: "detached" });
    expect((await bubbles(page)).filter((text) => text === "只能有一条")).toHaveLength(1);
    expect(stored(talk)).toEqual(["只能有一条"]);
  });

  it("tells why a message was refused and lets the customer delete it", async () => {
    const page = await visit();
    await openChat(page);
    await page.route("**/messages", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({
            status: 422,
            contentType: "application/problem+json",
            body: JSON.stringify({ code: "too-long", title: "一条消息最多8000字，请分成几条发送。" }),
          })
        : route.continue(),
    );
    await says(page, "太长的话");
    await page.getByText("没有发出: 一条消息最多8000字").waitFor();
    await page.getByRole("button", { name: "删除" }).click();
    await page.locator(".row.pending").waitFor({ state: "detached" });
  });

  it("counts only near the limit, keeps every word beyond it, and takes the text once it fits", async () => {
    const page = await visit();
    const talk = await openChat(page);
    const counter = page.locator(".counter");
    await field(page).fill("长".repeat(MAX_TEXT - 600));
    expect(await counter.count()).toBe(0);
    await field(page).fill("长".repeat(MAX_TEXT - 400));
    expect(await counter.textContent()).toBe("还可以写400字");
    await field(page).fill("长".repeat(MAX_TEXT + 3));
    expect(await counter.textContent()).toBe("超出3字");
    await page.getByText("一条消息最多8000字，请分成几条发送。您写的都还在。").waitFor();
    await field(page).press("Enter");
    await page.reload();
    await counter.waitFor();
    expect(await field(page).inputValue()).toHaveLength(MAX_TEXT + 3);
    expect(stored(talk)).toEqual([]);
    await field(page).press("End");
    for (let n = 0; n < 3; n += 1) await field(page).press("Backspace");
    expect(await counter.textContent()).toBe("还可以写0字");
    await field(page).press("Enter");
    await expect.poll(() => stored(talk)).toEqual(["长".repeat(MAX_TEXT)]);
    expect(await counter.count()).toBe(0);
  });

  it("opens a new conversation when the key no longer fits, and still delivers the message", async () => {
    const page = await visit();
    const first = await openChat(page);
    server.port.talks.delete(first);
    await says(page, "你们别想不认账");
    await page.getByText("听到了：你们别想不认账").waitFor();
    const second = [...server.port.talks.keys()].at(-1) ?? "";
    expect(second).not.toBe(first);
    expect(stored(second)).toEqual(["你们别想不认账"]);
  });

  it("sends a quick reply with one tap, and takes the others away", async () => {
    const page = await visit();
    const talk = await openChat(page);
    server.port.say(talk, { text: "这样说对吗？", kind: "question", choices: ["对", "不对，我再说说"] });
    await page.getByRole("button", { name: "不对，我再说说" }).click();
    await page.getByText("听到了：不对，我再说说").waitFor();
    expect(await page.locator(".choice").count()).toBe(0);
    expect(stored(talk)).toEqual(["不对，我再说说"]);
  });

  it("asks for a person with one tap", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await page.getByRole("button", { name: "转人工" }).click();
    await expect.poll(() => stored(talk)).toEqual(["转人工"]);
  });

  it("shows a person differently from the AI, and who it is", async () => {
    const page = await visit();
    const talk = await openChat(page);
    server.port.setStaff(talk, "客户经理 小周");
    server.port.say(talk, {
      text: "我来处理。",
      kind: "staff",
      author: { kind: "staff", id: "s1", name: "客户经理 小周" },
    });
    const staff = page.locator(".row.staff");
    await staff.waitFor();
    expect(await staff.locator(".who").textContent()).toContain("客户经理 小周人工");
    expect(await staff.getByText("AI生成").count()).toBe(0);
    expect(await page.locator(".row.bot .badge").first().textContent()).toBe("AI生成");
    await page.getByText("客户经理 小周 正在为您服务").waitFor();
    expect(await page.locator(".label").textContent()).toContain("人工智能（AI）生成");
  });

  it("shows text as text, whatever it looks like", async () => {
    const page = await visit();
    const talk = await openChat(page);
    const hostile = '<img src=x onerror="document.title=1"> [点我](javascript:alert(1)) &lt;b&gt;';
    server.port.say(talk, { text: hostile });
    await expect.poll(async () => (await bubbles(page)).at(-1)).toBe(hostile);
    expect(await page.locator(".row img, .row a").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("opens a citation with its clause, words, version and date", async () => {
    const page = await visit();
    const talk = await openChat(page);
    server.port.say(talk, { text: "三天内可领。", kind: "answer", citations: [swallowedCardCitation] });
    await page.locator("summary", { hasText: "自助设备吞卡处理规定 第2条" }).click();
    await page.getByText(swallowedCardCitation.quote).waitFor();
    await page.getByText("版本 1.2 · 自 2026-03-01 起施行").waitFor();
  });

  it("shows the progress of the complaint with its number and last date", async () => {
    const page = await visit();
    const talk = await openChat(page);
    server.port.addComplaint(talk, {
      record: "R-20261121-7K4M",
      receivedAt: server.clock.now(),
      status: "open",
      caseNumber: "C-83Q2",
      department: "自助设备管理部",
      due: "2026-12-06",
      person: null,
    });
    await page.getByRole("button", { name: "办理进度", exact: true }).click();
    for (const text of ["R-20261121-7K4M", "C-83Q2", "自助设备管理部", "2026年12月6日", "办理中"]) {
      await page.getByText(text, { exact: true }).waitFor();
    }
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "复制 受理编号" }).click();
    await page.getByText("已复制").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("R-20261121-7K4M");
  });

  it("uploads a picture and sends it; refuses what is no picture with a reason", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await picks(page, [
      { name: "凭证.png", mimeType: "image/png", buffer: png },
      { name: "病毒.png", mimeType: "image/png", buffer: Buffer.from("MZ-not-a-picture") },
      { name: "程序.exe", mimeType: "application/x-msdownload", buffer: png },
    ]);
    await expect.poll(() => refused(page)).toEqual([wrongType, wrongType]);
    await page.getByRole("button", { name: "发送" }).click();
    await expect.poll(() => stored(talk)).toEqual([""]);
    expect(server.port.talks.get(talk)?.messages.at(1)).toMatchObject({
      kind: "image",
      attachments: [expect.any(String)],
    });
  });

  it("says why a file was refused, each in the language in use, and lets it go with the next message", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await picks(page, [
      { name: "大.png", mimeType: "image/png", buffer: Buffer.alloc(10 * 1024 * 1024 + 1, png) },
      { name: "病毒.png", mimeType: "image/png", buffer: Buffer.from("MZ-not-a-picture") },
      { name: "空.png", mimeType: "image/png", buffer: Buffer.alloc(0) },
    ]);
    await expect.poll(() => refused(page)).toEqual(["文件超过10 MB，可以压缩或截图后再发", wrongType, "文件是空的"]);
    server.port.say(talk, { text: "Which file is it that you want to send?" });
    await expect
      .poll(() => refused(page))
      .toEqual([
        "Over 10 MB. Compress it or send a screenshot",
        "Only pictures (JPG, PNG, WebP, GIF) and PDF files",
        "The file is empty",
      ]);
    await says(page, "no file then");
    await page.locator(".row.customer").waitFor();
    expect(await page.locator(".tray li").count()).toBe(0);
  });

  it("doesn't count what was refused against the five files a message may have", async () => {
    const page = await visit();
    const talk = await openChat(page);
    const bad = { name: "病毒.png", mimeType: "image/png", buffer: Buffer.from("MZ-not-a-picture") };
    await picks(page, [bad, bad, bad, bad]);
    await expect.poll(() => refused(page)).toHaveLength(4);
    await picks(
      page,
      [1, 2, 3, 4, 5].map((n) => ({ name: `${n}.png`, mimeType: "image/png", buffer: png })),
    );
    await page.locator(".tray progress").first().waitFor({ state: "detached" });
    expect(await page.getByText("一次最多5个文件").count()).toBe(0);
    await page.getByRole("button", { name: "发送" }).click();
    await expect.poll(() => server.port.talks.get(talk)?.messages.at(1)?.attachments.length).toBe(5);
    expect(await page.locator(".tray li").count()).toBe(0);
  });

  it("keeps a file the network refused, to be tried again or removed, and sends the words meanwhile", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await page.route("**/attachments", (route) => route.abort());
    await picks(page, [{ name: "凭证.png", mimeType: "image/png", buffer: png }]);
    await expect.poll(() => refused(page)).toEqual(["网络断开，没有传上去"]);
    await says(page, "先说事情");
    await expect.poll(() => stored(talk)).toEqual(["先说事情"]);
    await page.unroute("**/attachments");
    await page.getByRole("button", { name: "重试 凭证.png" }).click();
    await expect.poll(() => refused(page)).toEqual([]);
    await page.getByRole("button", { name: "发送" }).click();
    await expect.poll(() => stored(talk)).toEqual(["先说事情", ""]);
  });

  it("tells of a refusal by a proxy that says no more than a status", async () => {
    const page = await visit();
    await openChat(page);
    await page.route("**/attachments", (route) =>
      route.fulfill({ status: 413, contentType: "text/html", body: "<h1>Request Entity Too Large</h1>" }),
    );
    await picks(page, [{ name: "凭证.png", mimeType: "image/png", buffer: png }]);
    await expect.poll(() => refused(page)).toEqual(["文件超过10 MB，可以压缩或截图后再发"]);
  });

  it("removes refused files by keyboard, and the focus goes on to the next and then to the text", async () => {
    const page = await visit();
    await openChat(page);
    const bad = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("x") });
    await picks(page, [bad("一.txt"), bad("二.txt")]);
    await page.getByRole("button", { name: "删除 一.txt" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("删除 二.txt");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("慢慢说，发生了什么？");
    expect(await page.locator(".tray li").count()).toBe(0);
  });

  it("uploads into a new conversation when the key no longer fits", async () => {
    const page = await visit();
    const first = await openChat(page);
    server.port.talks.delete(first);
    await picks(page, [{ name: "凭证.png", mimeType: "image/png", buffer: png }]);
    await page.getByRole("button", { name: "发送" }).click();
    const second = () => [...server.port.talks.keys()].at(-1) ?? "";
    await expect.poll(() => server.port.talks.get(second())?.messages.at(1)?.kind).toBe("image");
  });

  it("counts what came while it was closed", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await page.getByRole("button", { name: "关闭对话" }).click();
    server.port.say(talk, { text: "您的卡已找到。" });
    await page.reload();
    const launcher = page.getByRole("button", { name: "打开对话, 1条新消息" });
    await launcher.click();
    await page.getByText("您的卡已找到。").waitFor();
    await expect.poll(() => server.port.talks.get(talk)?.messages.at(-1)?.readAt).toBe(server.clock.now());
  });

  it("forgets everything on this device after two taps", async () => {
    const page = await visit();
    const talk = await openChat(page);
    await says(page, "公用电脑");
    await page.getByText("听到了：公用电脑").waitFor();
    await page.getByRole("button", { name: "关于与隐私" }).click();
    await page.getByRole("button", { name: "清除本机对话" }).click();
    await page.getByRole("button", { name: "再点一次，从这台设备清除" }).click();
    await page.getByText("公用电脑", { exact: true }).waitFor({ state: "detached" });
    await page.locator(".row.bot").waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(`"conversation\\":\\"${talk}\\"`);
  });
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe("without a mouse, and for a screen reader", () => {
  it("opens, talks, moves in a sensible order and closes by keyboard alone", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "投诉与帮助, 打开对话" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".row.bot").first().waitFor();
    expect(await focused(page)).toBe("慢慢说，发生了什么？");
    await page.keyboard.type("hello");
    const order: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      await page.keyboard.press("Shift+Tab");
      order.push(await focused(page));
    }
    expect(order).toEqual(["添加图片或PDF", "转人工", "对话内容"]);
    await page.getByRole("button", { name: "办理进度", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("返回对话");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("慢慢说，发生了什么？");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("投诉与帮助, 打开对话");
  });

  it("has a named dialog, a polite log, named controls and big enough targets", async () => {
    const page = await visit();
    const talk = await openChat(page);
    server.port.say(talk, { text: "对吗？", choices: ["对", "不对"], citations: [swallowedCardCitation] });
    await page.locator(".choice").first().waitFor();
    expect(await page.getByRole("dialog", { name: "澜川银行" }).count()).toBe(1);
    const log = page.getByRole("log", { name: "对话内容" });
    expect(await log.getAttribute("aria-live")).toBe("polite");
    const controls = await page.evaluate(() => {
      const root = document.querySelector("tingsu-chat")?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>("button, textarea, summary") ?? [])].map((control) => {
        const { width, height } = control.getBoundingClientRect();
        return { name: (control.getAttribute("aria-label") ?? control.textContent ?? "").trim(), width, height };
      });
    });
    expect(controls.length).toBeGreaterThan(8);
    for (const { name, width, height } of controls) {
      expect(name).not.toBe("");
      expect([name, Math.round(width) >= 44, Math.round(height) >= 44]).toEqual([name, true, true]);
    }
  });

  it.each(["light", "dark"] as const)("keeps text readable in %s colours (4.5 to 1)", async (colorScheme) => {
    const page = await visit("/", { colorScheme });
    const talk = await openChat(page);
    server.port.echoes = false;
    await says(page, "您好");
    server.port.say(talk, { text: "先锁卡。", kind: "safety" });
    server.port.say(talk, { text: "我来。", kind: "staff", author: { kind: "staff", id: "s", name: "小周" } });
    server.port.say(talk, { text: "依据如下", citations: [swallowedCardCitation], choices: ["好"] });
    await page.locator("summary").click();
    const weak = await page.evaluate(() => {
      const rgba = (value: string) => (value.match(/[\d.]+/g) ?? []).map(Number);
      const light = ([r = 0, g = 0, b = 0]: number[]) => {
        const [x = 0, y = 0, z = 0] = [r, g, b].map((v) => {
          const c = v / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const ground = (element: Element | null): number[] => {
        if (!element) return [255, 255, 255];
        const color = rgba(getComputedStyle(element).backgroundColor);
        return (color[3] ?? 1) > 0.99 ? color : ground(element.parentElement);
      };
      const root = document.querySelector("tingsu-chat")?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>(".panel *") ?? [])].flatMap((element) => {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        if (!own || element.closest(".sr, :disabled, svg")) return [];
        const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return ratio < 4.5 ? [`${element.className || element.tagName} ${ratio.toFixed(2)}`] : [];
      });
    });
    expect(weak).toEqual([]);
  });

  it("fills a phone's screen as a modal dialog: Tab goes round in it, in both directions and on every page", async () => {
    const page = await visit("/", phone);
    await openChat(page);
    const panel = page.getByRole("dialog");
    expect(await panel.getAttribute("aria-modal")).toBe("true");
    await expect.poll(async () => panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    const roundBy = async (key: "Tab" | "Shift+Tab") => {
      const from = await focused(page);
      const stops: string[] = [];
      do {
        await page.keyboard.press(key);
        stops.push(await focused(page));
      } while (stops.at(-1) !== from && stops.length < 25);
      expect(stops.at(-1)).toBe(from);
      return stops;
    };
    expect(await roundBy("Tab")).not.toContain("");
    await field(page).fill("卡被吞了");
    expect(await roundBy("Tab")).toContain("发送");
    expect(await roundBy("Shift+Tab")).toContain("关闭对话");
    for (const name of ["办理进度", "关于与隐私"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await expect.poll(() => focused(page)).toBe("返回对话");
      expect(await roundBy("Tab")).not.toContain("发送");
      expect(await roundBy("Shift+Tab")).not.toContain("");
    }
  });

  it("keeps the page behind its modal dialog out of reach until it closes, or is taken out of the page", async () => {
    const page = await visit("/", phone);
    const focusLink = () =>
      page.evaluate(() => {
        const link = document.querySelector<HTMLElement>("body a[href]");
        link?.focus();
        return link === document.activeElement;
      });
    await openChat(page);
    expect(await focusLink()).toBe(false);
    // A button that is switched off under the finger leaves the focus nowhere.
    await page.getByRole("button", { name: "转人工" }).click();
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).not.toBe("");
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toMatch(/打开对话/);
    expect(await focusLink()).toBe(true);
    await page.locator("tingsu-chat .launcher").click();
    await page.getByRole("dialog").waitFor();
    await page.evaluate(() => {
      const widget = document.querySelector("tingsu-chat");
      widget?.remove();
      Object.assign(window, { widget });
    });
    expect(await focusLink()).toBe(true);
    await page.evaluate(() => document.body.append(Reflect.get(window, "widget")));
    await page.getByRole("dialog").waitFor();
    expect(await focusLink()).toBe(false);
  });

  it("is no modal dialog in the corner of a large screen: the page behind stays in reach, in order", async () => {
    const page = await visit();
    const last = page.locator("body [data-open-chat]").last();
    const back = () => last.evaluate((button) => button === document.activeElement);
    await openChat(page);
    expect(await page.getByRole("dialog").getAttribute("aria-modal")).toBeNull();
    await last.focus();
    expect(await focused(page)).toBe("");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("办理进度");
    await page.keyboard.press("Shift+Tab");
    expect(await back()).toBe(true);
    await field(page).focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("投诉与帮助, 打开对话");
    await last.press("Enter");
    await expect.poll(() => focused(page)).toBe("慢慢说，发生了什么？");
    await page.keyboard.press("Escape");
    await expect.poll(back).toBe(true);
    await page.locator("tingsu-chat .launcher").press("Enter");
    await expect.poll(() => focused(page)).toBe("慢慢说，发生了什么？");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("投诉与帮助, 打开对话");
  });

  it("speaks English on an English page and switches by hand", async () => {
    const page = await visit("/?lang=en", { locale: "en-GB" });
    await openChat(page);
    await page.getByRole("button", { name: "Talk to a person" }).waitFor();
    expect(await page.locator(".label").textContent()).toContain("generated by artificial intelligence");
    await page.getByRole("button", { name: "About & privacy" }).click();
    await page.getByRole("button", { name: "繁體中文" }).click();
    await page.getByRole("button", { name: "返回對話" }).click();
    await page.getByRole("button", { name: "轉人工" }).waitFor();
  });
});

describe("its looks", () => {
  it("differ between light and dark, and neither is blank", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tingsu-shots-"));
    try {
      const shots: Buffer[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await visit("/", { colorScheme, bypassCSP: true });
        await addChineseFont(page);
        await openChat(page);
        const path = join(folder, `${colorScheme}.png`);
        await page.screenshot({ path, animations: "disabled" });
        shots.push(await readFile(path));
        await context?.close();
      }
      const [light, dark] = shots;
      expect(light?.length).toBeGreaterThan(40_000);
      expect(dark?.length).toBeGreaterThan(40_000);
      expect(light?.equals(dark ?? Buffer.alloc(0))).toBe(false);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
