import { describe, expect, it } from "vitest";
import { OfficialAccountMenu } from "../../../../src/bank/files/official-account.ts";
import { menuPayload, saidBy } from "../../../../src/channels/wechat/official/menu.ts";
import { atCallback, MENU } from "./at-callback.ts";

const says = { zh: "我要投诉", en: "I want to complain" };
const entry = (label: string, key = "a") => ({ label: { zh: label, en: label }, key, says });

describe("the menu", () => {
  it("is what WeChat's documentation shows, in one language", () => {
    expect(menuPayload(MENU, "zh-Hans")).toEqual({
      button: [
        {
          name: "投诉",
          sub_button: [
            { type: "click", name: "我要投诉", key: "complain" },
            { type: "click", name: "查办理进度", key: "progress" },
          ],
        },
        { type: "click", name: "找人工", key: "person" },
        { type: "view", name: "官网", url: "https://www.lanchuan.example/" },
      ],
    });
    expect(JSON.stringify(menuPayload(MENU, "en"))).toContain("Make a complaint");
  });

  it("speaks for the customer in their language", () => {
    expect(saidBy(MENU, "progress", "zh-Hant")).toBe("查进度");
    expect(saidBy(MENU, "person", "en")).toBe("I want a person");
    expect(saidBy(MENU, "gone", "en")).toBeUndefined();
  });

  it("keeps WeChat's limits, and a key stands for one thing", () => {
    expect(OfficialAccountMenu.safeParse(MENU).success).toBe(true);
    for (const wrong of [
      [],
      [entry("五个汉字长了点")],
      [1, 2, 3, 4].map((n) => entry("投诉", `k${n}`)),
      [entry("投诉"), entry("进度")],
      [{ label: says, items: [] }],
      [{ label: { zh: "官网", en: "Site" }, url: "javascript:alert(1)" }],
    ]) {
      expect(OfficialAccountMenu.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });

  it("is put up at start where WeChat has another, and left alone where it has it", async () => {
    const { official, wechat } = await atCallback();
    await official.start();
    expect(wechat.menu).toEqual(menuPayload(MENU, "zh-Hans"));
    await official.start();
    expect(wechat.calls.filter((path) => path === "menu/create")).toHaveLength(1);
  });

  it("that WeChat doesn't take stops nothing", async () => {
    const { official, wechat, reports, push, pushes, kept } = await atCallback();
    wechat.next("menu/create", { errcode: 48001 });
    await official.start();
    expect(reports).toEqual(["menu wechat-official.48001"]);
    await push(pushes.text("在吗"));
    expect(kept()).toHaveLength(1);
  });
});
