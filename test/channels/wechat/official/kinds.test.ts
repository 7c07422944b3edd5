/** What each kind of push becomes. */
import { describe, expect, it } from "vitest";
import { atCallback } from "./at-callback.ts";
import { CUSTOMER } from "./payloads.ts";

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const AMR = Buffer.from("#!AMR\n\u0000\u0001");
const answerOf = async (response: Response) => /<Content><!\[CDATA\[(.*)\]\]>/u.exec(await response.text())?.[1];

describe("a message of a customer", () => {
  it.each([
    ["text", (p) => p.text("卡被吞了 <b>&amp; 😤"), { kind: "text", text: "卡被吞了 <b>&amp; 😤" }],
    [
      "location",
      (p) => p.location("广州市海珠区新港中路397号"),
      { kind: "location", text: "广州市海珠区新港中路397号" },
    ],
    ["location without a name", (p) => p.location(""), { kind: "location", text: "23.137466,113.352425" }],
    [
      "link",
      (p) => p.link("公告", "关于收费", "https://example.com/a?b=1&c=2"),
      { kind: "text", text: "公告\n关于收费\nhttps://example.com/a?b=1&c=2" },
    ],
    ["voice with its words", (p) => p.voice("gone", "我的卡被吞了"), { kind: "voice", text: "我的卡被吞了" }],
  ] satisfies [string, (p: Awaited<ReturnType<typeof atCallback>>["pushes"]) => string, object][])(
    "%s is kept, then acknowledged",
    async (_, push, expected) => {
      const at = await atCallback();
      const answer = await at.push(push(at.pushes));
      expect(at.kept()).toEqual([{ ...expected, attachments: 0 }]);
      expect([answer.status, await answer.text()]).toEqual([200, "success"]);
    },
  );

  it("a repeat within seconds or minutes is the same message", async () => {
    const at = await atCallback();
    const xml = at.pushes.text("卡被吞了");
    await Promise.all([at.push(xml), at.push(xml), at.push(xml)]);
    at.passSeconds(200);
    await at.push(xml);
    expect(at.kept()).toHaveLength(1);
  });

  it("pictures and words keep their order, however long a picture takes", async () => {
    const at = await atCallback();
    at.wechat.putMedia("p1", JPEG);
    let letGo = () => {};
    at.wechat.next("media/get", new Promise<void>((resolve) => (letGo = resolve)));
    const first = at.push(at.pushes.image("p1"));
    const second = at.push(at.pushes.text("看图"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(at.kept()).toEqual([]);
    letGo();
    await Promise.all([first, second]);
    expect(at.kept().map(({ kind, attachments }) => [kind, attachments])).toEqual([
      ["image", 1],
      ["text", 0],
    ]);
  });

  it("a picture comes with its bytes", async () => {
    const at = await atCallback();
    at.wechat.putMedia("p1", JPEG);
    expect(await (await at.push(at.pushes.image("p1"))).text()).toBe("success");
    expect([...at.port.attachments.values()]).toMatchObject([{ bytes: JPEG, mime: "image/jpeg" }]);
    expect([...at.port.attachments.values()][0]?.name).toMatch(/\.jpg$/u);
  });

  it("what can't be kept is said so at once, and nothing is stored", async () => {
    const at = await atCallback();
    at.wechat.putMedia("odd", Buffer.from("MZ…"));
    at.wechat.putMedia("voice", AMR, "audio/amr");
    expect(await answerOf(await at.push(at.pushes.image("odd")))).toMatch(/只能收图片/u);
    expect(await answerOf(await at.push(at.pushes.image("gone")))).toMatch(/再发一次/u);
    expect(await answerOf(await at.push(at.pushes.voice("voice")))).toMatch(/语音/u);
    expect(await answerOf(await at.push(at.pushes.video("video")))).toMatch(/收不下来/u);
    expect(await answerOf(await at.push(at.pushes.video("shortvideo")))).toMatch(/收不下来/u);
    expect(at.kept()).toEqual([]);
  });

  it("in an erased conversation is not stored, and the customer hears why", async () => {
    const at = await atCallback();
    await at.push(at.pushes.text("一"));
    const [talk] = at.port.talks.keys();
    at.port.erase(talk ?? "");
    expect(await answerOf(await at.push(at.pushes.text("二")))).toMatch(/已按要求删除/u);
    expect(at.kept()).toHaveLength(1);
  });

  it("shows that an answer is being written, but not while a person has the conversation", async () => {
    const at = await atCallback();
    await at.push(at.pushes.text("卡被吞了"));
    await at.push(at.pushes.text("就在刚才"));
    await expect.poll(() => at.wechat.typing).toEqual([CUSTOMER]);
    at.passSeconds(60);
    const [talk] = at.port.talks.keys();
    at.port.setStaff(talk ?? "", "小王");
    await at.push(at.pushes.text("在吗"));
    await at.official.stop();
    expect(at.wechat.typing).toEqual([CUSTOMER]);
  });

  it("the answer in safe mode is sealed and signed", async () => {
    const at = await atCallback({ aes: true });
    const xml = await (await at.push(at.pushes.video("video"))).text();
    expect(xml).toMatch(
      /^<xml><Encrypt><!\[CDATA\[[\w+/=]+\]\]><\/Encrypt><MsgSignature><!\[CDATA\[[0-9a-f]{40}\]\]><\/MsgSignature><TimeStamp>\d+<\/TimeStamp><Nonce><!\[CDATA\[\d+\]\]><\/Nonce><\/xml>$/u,
    );
    expect(xml).not.toContain("收不下来");
  });
});
