import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublicMessage } from "../../../src/channels/web/schemas.ts";
import { createEventParser } from "../../../src/channels/web/widget/events.ts";
import { createLog } from "../../../src/channels/web/widget/log.ts";
import { backOff, createQueue } from "../../../src/channels/web/widget/queue.ts";
import { browserShelf, type Pending, type Shelf } from "../../../src/channels/web/widget/storage.ts";
import { languageFor, languageOf, strings } from "../../../src/channels/web/widget/strings.ts";

const message = (seq: number, text = `第${seq}条`): PublicMessage => ({
  id: `m-${seq}`,
  seq,
  author: { kind: "bot" },
  kind: "chat",
  text,
  choices: [],
  citations: [],
  attachments: [],
  clientId: null,
  secretsRemoved: 0,
  aiGenerated: true,
  at: "2026-11-21T15:40:00.000Z",
  readAt: null,
});

const pending = (clientId: string): Pending => ({
  clientId,
  text: clientId,
  kind: "text",
  attachments: [],
  at: "2026-11-21T15:40:00.000Z",
  refused: null,
});

function memoryShelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

describe("the shown messages", () => {
  it("are each shown once and in order, however they arrive", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 120 }), (arrivals) => {
        const log = createLog();
        for (const seq of arrivals) log.put(message(seq));
        const expected = [...new Set(arrivals)].sort((a, b) => a - b);
        expect(log.all().map((shown) => shown.seq)).toEqual(expected);
      }),
    );
  });

  it("take the server's word when it differs, and don't move for a repeat", () => {
    const log = createLog();
    expect(log.put(message(1, "密码是123456"))).toBe(true);
    expect(log.put(message(1, "密码是［已删除］"))).toBe(true);
    expect(log.put(message(1, "密码是［已删除］"))).toBe(false);
    expect(log.all().map((shown) => shown.text)).toEqual(["密码是［已删除］"]);
  });

  it("go on from what the server told, not from what we guessed", () => {
    const log = createLog();
    log.put(message(5));
    expect(log.cursor()).toBe(0);
    log.advance(3);
    log.advance(2);
    expect(log.cursor()).toBe(3);
  });
});

describe("messages on their way out", () => {
  it("survive a reload in the order they were written", () => {
    const shelf = memoryShelf();
    const before = createQueue(shelf);
    for (const id of ["a", "b", "c"]) before.add(pending(id));
    before.remove("a");
    expect(
      createQueue(shelf)
        .all()
        .map((one) => one.clientId),
    ).toEqual(["b", "c"]);
  });

  it("of two tabs don't overwrite each other", () => {
    const shelf = memoryShelf();
    const one = createQueue(shelf);
    const two = createQueue(shelf);
    one.add(pending("a"));
    two.add(pending("b"));
    one.remove("a");
    expect(two.all().map((left) => left.clientId)).toEqual(["b"]);
  });

  it("wait for the customer when refused, while later ones go on", () => {
    const queue = createQueue(memoryShelf());
    queue.add(pending("a"));
    queue.add(pending("b"));
    queue.refuse("a", "太长");
    expect(queue.next()?.clientId).toBe("b");
    queue.refuse("a", null);
    expect(queue.next()?.clientId).toBe("a");
  });

  it("are dropped when what is stored is not a queue", () => {
    for (const text of ["{", "null", '{"a":1}', '[{"clientId":1}]', "[null]"]) {
      const shelf = memoryShelf();
      shelf.set("queue", text);
      expect(createQueue(shelf).all()).toEqual([]);
    }
  });

  it("are tried again after one second, doubling, never later than 37.5", () => {
    expect([1, 2, 3, 4].map((failures) => backOff(failures, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(backOff(40, 1)).toBe(37_500);
    expect(backOff(1, 0)).toBe(750);
  });

  it("are kept in memory where the browser forbids storage", () => {
    const shelf = browserShelf(() => {
      throw new Error("SecurityError");
    });
    shelf.set("queue", "[]");
    expect(shelf.get("queue")).toBe("[]");
    shelf.remove("queue");
    expect(shelf.get("queue")).toBeNull();
  });
});

describe("the event parser", () => {
  const text =
    'retry: 2000\n: open\n\nevent: message\nid: 7\ndata: {"a":1}\n\n: beat\n\ndata: x\ndata: y\n\nevent: half';
  const expected = [
    { event: "message", id: "7", data: '{"a":1}' },
    { event: "message", id: null, data: "x\ny" },
  ];

  it("gives the same events however the stream is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const parse = createEventParser();
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const events = places.slice(1).flatMap((to, index) => parse(text.slice(places[index], to)));
        expect(events).toEqual(expected);
      }),
    );
  });
});

describe("the widget's words", () => {
  it("are there in every language, none left in another's", () => {
    const simplifiedOnly = /[转办诉讯网络对话经开关读发这说谁请们无变图态记编号报处时间进复制]/;
    for (const [key, value] of Object.entries(strings["zh-Hant"])) {
      if (typeof value === "string")
        expect([key, simplifiedOnly.exec(value.replaceAll("複製", ""))?.[0]]).toEqual([key, undefined]);
    }
    for (const value of Object.values(strings.en)) {
      if (typeof value === "string") expect(value).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("label the AI with an AI word and a generation word in every language", () => {
    for (const words of Object.values(strings)) {
      expect(words.aiHeader).toMatch(/AI/);
      expect(words.aiHeader + words.aiBadge).toMatch(/生成|generated/);
    }
  });

  it("follow the language of what the bank says, where it shows", () => {
    expect(
      ["您的卡没丢，这就去查。", "您的卡沒丟，這就去查。", "I have noted that down.", "R-47F4G8C9", "好。", "OK"].map(
        languageOf,
      ),
    ).toEqual(["zh-Hans", "zh-Hant", "en", null, null, null]);
  });

  it("follow the page's language", () => {
    expect(["zh", "zh-CN", "zh-TW", "zh-Hant", "en-GB", "fr", "", null].map(languageFor)).toEqual([
      "zh-Hans",
      "zh-Hans",
      "zh-Hant",
      "zh-Hant",
      "en",
      "zh-Hans",
      "zh-Hans",
      "zh-Hans",
    ]);
  });
});
