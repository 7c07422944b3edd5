/**
 * What every customer channel keeps, whatever provider stands behind it. The customer is at the far end of the channel:
 * what they write goes through the provider's own payloads, and what they have got is what the provider showed them.
 */
import { expect, it } from "vitest";
import type { ChannelFeatures } from "../../src/channels/channel.ts";
import { BESIDE_FILE } from "../fixtures/staff-file.ts";

export interface ChannelUnderTest {
  features: ChannelFeatures;
  /** How who wrote sees that the product has it; a record number where nothing is said. */
  receipt?: RegExp;
  /** The customer writes; resolves when the product has it for good. `id`: the provider's id of the message. */
  says(text: string, id?: string): Promise<void>;
  /** Null where customers cannot send files. */
  sendsFile: ((name: string, bytes: Uint8Array) => Promise<void>) | null;
  /** How who sent a file sees that it was taken; a sentence about it where nothing is said. */
  fileReceipt?: RegExp;
  /** A colleague sends the customer a file beside a text. Null where the channel shows none. */
  getsFile: ((file: { name: string; bytes: Uint8Array }) => Promise<void>) | null;
  /** Sizes in bytes of the files that have reached the customer, in order. */
  files(): Promise<number[]>;
  /** Lets the customer pause, and everything happen that follows from what they said. */
  settle(): Promise<void>;
  /** Texts the customer has got from the bank, in order. Where there are buttons, their labels are not part of it. */
  heard(): Promise<string[]>;
  /** What the customer said, as the product keeps it, in order. */
  kept(): Promise<string[]>;
  /** The provider shows us our own last message as if it had come in; null where that cannot happen. */
  echo: (() => Promise<void>) | null;
  /** The server is stopped as it stands and started again over the same data. */
  restart(): Promise<void>;
  /** From now on the provider takes nothing; the returned function ends that. Null where no provider stands between. */
  providerDown: (() => () => void) | null;
  /** From now on the provider answers nothing until the returned function is called. Null where none stands between. */
  providerSlow: (() => () => void) | null;
  /** Bodies or payloads no honest provider sends; each is refused or ignored. Resolves when all were tried. */
  hostile: (() => Promise<void>) | null;
  /** Moves the clock and lets everything happen that is due by then. */
  minutesPass(minutes: number): Promise<void>;
  close(): Promise<void>;
}

const SWALLOWED = "昨天晚上你们滨江支行的取款机把我的卡吞了，到现在没人管";
/** Where a channel has no such thing, its suite skips the test and says why. */
const MISSING = "the channel has no such thing: skip the test with its reason";
const RECORD = /R-[2-9A-Z]{8}/u;
const joined = (texts: readonly string[]) => texts.join("").replace(/\s/gu, "");

export function channelContract(subject: {
  name: string;
  create: () => Promise<ChannelUnderTest>;
  skip?: { test: string; reason: string }[];
}): void {
  const test = (name: string, run: (channel: ChannelUnderTest) => Promise<void>) => {
    const title = `${subject.name}: ${name}`;
    const skipped = subject.skip?.find((each) => each.test === name);
    if (skipped) {
      it.skip(`${title} (${skipped.reason})`, () => {});
      return;
    }
    it(title, async () => {
      const channel = await subject.create();
      try {
        await run(channel);
      } finally {
        await channel.close();
      }
    });
  };

  test("a complaint is heard, calmed and given a number", async (channel) => {
    await channel.says(SWALLOWED);
    await channel.settle();
    const heard = joined(await channel.heard());
    expect(heard).toMatch(RECORD);
    expect(heard).toMatch(/抱歉|着急|对不起|理解/u);
  });

  test("messages are kept in the order they were written, whole", async (channel) => {
    const lines = ["我要投诉", "ATM吞了我的卡😤", "就在滨江支行", "昨晚八点多"];
    for (const [n, line] of lines.entries()) await channel.says(line, `m-${n}`);
    await channel.settle();
    expect(await channel.kept()).toEqual(lines);
  });

  test("a message the provider repeats is one message, and is answered once", async (channel) => {
    await channel.says(SWALLOWED, "m-1");
    await channel.settle();
    const before = await channel.heard();
    await channel.says(SWALLOWED, "m-1");
    await channel.settle();
    expect(await channel.kept()).toEqual([SWALLOWED]);
    expect(await channel.heard()).toEqual(before);
  });

  test("our own message coming back is not the customer's", async (channel) => {
    const { echo } = channel;
    if (!echo) throw new Error(MISSING);
    await channel.says(SWALLOWED, "m-1");
    await channel.settle();
    const before = await channel.heard();
    await echo();
    await channel.settle();
    expect(await channel.kept()).toEqual([SWALLOWED]);
    expect(await channel.heard()).toEqual(before);
  });

  test("nothing is longer than the channel shows", async (channel) => {
    await channel.says("信用卡年费怎么收，什么时候可以免？");
    await channel.says(SWALLOWED);
    await channel.settle();
    for (const text of await channel.heard()) expect(text.length).toBeLessThanOrEqual(channel.features.maxLength);
  });

  test("where there are no buttons, choices have numbers and a number answers", async (channel) => {
    if (channel.features.buttons) throw new Error(MISSING);
    await channel.says("我要投诉");
    await channel.settle();
    await channel.says(SWALLOWED);
    await channel.settle();
    expect(joined(await channel.heard())).toMatch(/1\.\S/u);
    const before = (await channel.heard()).length;
    await channel.says("1");
    await channel.settle();
    expect((await channel.heard()).length).toBeGreaterThan(before);
    expect((await channel.kept()).at(-1)).toBe("1");
  });

  test("a file is kept, and its receipt is said", async (channel) => {
    const { sendsFile } = channel;
    if (!sendsFile) throw new Error(MISSING);
    await channel.says(SWALLOWED);
    await channel.settle();
    const before = (await channel.heard()).length;
    await sendsFile("凭条.png", PIXEL);
    await channel.settle();
    expect(joined((await channel.heard()).slice(before))).toMatch(channel.fileReceipt ?? /收到|图片|文件|材料/u);
  });

  test("a file from the bank reaches the customer once, beside its words", async (channel) => {
    const { getsFile } = channel;
    if (!getsFile) throw new Error(MISSING);
    await channel.says(SWALLOWED);
    await channel.settle();
    await channel.says("我要找人工，让你们的人来处理");
    await channel.settle();
    await getsFile({ name: "回单.png", bytes: PIXEL });
    // A provider may be tried again, or take no more until the customer writes.
    for (let n = 0; n < 10 && (await channel.files()).length === 0; n += 1) await channel.settle();
    if ((await channel.files()).length === 0) {
      await channel.says("好");
      for (let n = 0; n < 10 && (await channel.files()).length === 0; n += 1) await channel.settle();
    }
    expect(await channel.files()).toEqual([PIXEL.length]);
    expect((await channel.heard()).filter((text) => text.includes(BESIDE_FILE))).toHaveLength(1);
  });

  test("a restart in the middle loses nothing and says nothing twice", async (channel) => {
    await channel.says("我要投诉", "m-1");
    await channel.settle();
    await channel.says(SWALLOWED, "m-2");
    await channel.restart();
    await channel.settle();
    const heard = await channel.heard();
    expect(await channel.kept()).toEqual(["我要投诉", SWALLOWED]);
    expect(joined(heard)).toMatch(channel.receipt ?? RECORD);
    expect(new Set(heard).size).toBe(heard.length);
  });

  test("a provider that is down gets everything afterwards, once and in order", async (channel) => {
    const { providerDown } = channel;
    if (!providerDown) throw new Error(MISSING);
    const up = providerDown();
    await channel.says(SWALLOWED, "m-1");
    await channel.settle();
    const during = await channel.heard();
    up();
    for (let n = 0; n < 8; n += 1) await channel.minutesPass(1);
    const heard = await channel.heard();
    expect(heard.slice(0, during.length)).toEqual(during);
    expect(joined(heard)).toMatch(channel.receipt ?? RECORD);
    expect(new Set(heard).size).toBe(heard.length);
  });

  test("a provider that is slow holds up its own answer alone, and nothing is said twice", async (channel) => {
    const { providerSlow } = channel;
    if (!providerSlow) throw new Error(MISSING);
    const answers = providerSlow();
    await channel.says(SWALLOWED, "m-1");
    const settled = channel.settle();
    await channel.says("就在滨江支行", "m-2");
    expect(await channel.kept()).toEqual([SWALLOWED, "就在滨江支行"]);
    answers();
    await settled;
    await channel.settle();
    for (let n = 0; n < 8; n += 1) await channel.minutesPass(1);
    const heard = await channel.heard();
    expect(joined(heard)).toMatch(channel.receipt ?? RECORD);
    expect(new Set(heard).size).toBe(heard.length);
  });

  test("payloads no honest provider sends change nothing", async (channel) => {
    const { hostile } = channel;
    if (!hostile) throw new Error(MISSING);
    await channel.says("我要投诉", "m-1");
    await channel.settle();
    const before = await channel.heard();
    await hostile();
    await channel.settle();
    expect(await channel.kept()).toEqual(["我要投诉"]);
    expect(await channel.heard()).toEqual(before);
    await channel.says(SWALLOWED, "m-2");
    await channel.settle();
    expect((await channel.heard()).length).toBeGreaterThan(before.length);
  });

  test("any text is answered, in words", async (channel) => {
    for (const [n, text] of [
      "😡😡😡",
      "‮abc‬",
      "啊".repeat(3_000),
      "\u{1F469}‍\u{1F467} 卡",
      "1",
      "<xml>&amp;",
    ].entries()) {
      const before = (await channel.heard()).length;
      await channel.says(text, `any-${n}`);
      await channel.settle();
      expect((await channel.heard()).length, JSON.stringify(text.slice(0, 20))).toBeGreaterThan(before);
    }
  });

  test("what is said late waits where the provider's window is closed", async (channel) => {
    const { window } = channel.features;
    if (window === null) throw new Error(MISSING);
    await channel.says(SWALLOWED, "m-1");
    await channel.settle();
    const before = await channel.heard();
    await channel.minutesPass(window.hours * 60 + 60);
    expect(await channel.heard()).toEqual(before);
    await channel.says("怎么样了？", "m-2");
    await channel.settle();
    expect((await channel.heard()).length).toBeGreaterThan(before.length);
  });
}

/** A picture of one pixel (PNG). */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
