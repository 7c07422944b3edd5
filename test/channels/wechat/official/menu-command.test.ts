/** `wechat menu`: puts the bank's menu up, says whether anything changed, and what stands in the way. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { wechatMenuCommand } from "../../../../src/commands/wechat.ts";
import { shippedContent } from "../../../conversations/customer.ts";
import { startFakeWeChat } from "./fake-wechat.ts";

describe("the command for the menu", () => {
  const said: string[] = [];
  beforeEach(() => {
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0);
    }
  });
  const content = shippedContent();
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    vi.restoreAllMocks();
    said.length = 0;
    await Promise.all(ends.splice(0).map((end) => end()));
  });

  it("puts it up once, and the second time finds it there", async () => {
    const wechat = await startFakeWeChat({ now: Date.now });
    ends.push(() => wechat.stop());
    const config = { officialAccount: wechat.settings };
    expect(await wechatMenuCommand(config, content, true)).toBe(0);
    expect(JSON.parse(said[0] ?? "")).toMatchObject({ changed: true, button: expect.any(Array) });
    expect(await wechatMenuCommand(config, content, true)).toBe(0);
    expect(JSON.parse(said[1] ?? "")).toMatchObject({ changed: false });
  });

  it("says the code with which WeChat refuses it", async () => {
    const wechat = await startFakeWeChat({ now: Date.now });
    ends.push(() => wechat.stop());
    wechat.next("menu/create", { errcode: 40018 });
    expect(await wechatMenuCommand({ officialAccount: wechat.settings }, content, false)).toBe(1);
    expect(said.join("")).toContain("wechat-official.40018");
  });

  it("has nothing to do where no account is set up", async () => {
    expect(await wechatMenuCommand({ officialAccount: null }, content, false)).toBe(2);
    expect(said.join("")).toContain("WECHAT_OA_");
  });
});
