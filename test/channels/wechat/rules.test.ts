/** The channel's pure rules, as laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  echoed,
  matchEcho,
  missingSince,
  notSent,
  remember,
  taken,
} from "../../../src/channels/wechat/personal/echoes.ts";
import { noted, toAskAgain } from "../../../src/channels/wechat/personal/gaps.ts";
import { type Invitation, invited, mayInvite } from "../../../src/channels/wechat/personal/groups.ts";
import type { Sent } from "../../../src/channels/wechat/personal/journal.ts";
import { bornAt, heard, pinged, ponged, silent } from "../../../src/channels/wechat/personal/liveness.ts";
import { parseFriendship, parseMessage, placeText } from "../../../src/channels/wechat/personal/message.ts";
import { createPace, nextSlot } from "../../../src/channels/wechat/personal/pace.ts";
import { sendFailure } from "../../../src/channels/wechat/personal/send-errors.ts";
import { ServiceError } from "../../../src/service-error.ts";

const HUMAN = { perMinute: 40, perCustomerPerMinute: 15, gapMs: 800, typingMs: { perCharacter: 25, most: 2500 } };

describe("the pace of the account", () => {
  it("in any minute no more than allowed go out, to one customer and in all, whoever asks when", () => {
    const asked = fc.array(
      fc.record({ to: fc.constantFrom("a", "b", "c"), after: fc.nat(3000), length: fc.nat(300) }),
      {
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(asked, (messages) => {
        let now = 0;
        const all: { to: string; at: number }[] = [];
        for (const { to, after, length } of messages) {
          now += after;
          const account = all.map(({ at }) => at).sort((a, b) => a - b);
          const customer = all.filter((one) => one.to === to).map(({ at }) => at);
          all.push({ to, at: nextSlot({ account, customer }, now, length, HUMAN, 0.5) });
        }
        for (const { to, at } of all) {
          const minute = all.filter((one) => one.at > at - 60_000 && one.at <= at);
          expect(minute.length).toBeLessThanOrEqual(HUMAN.perMinute);
          expect(minute.filter((one) => one.to === to).length).toBeLessThanOrEqual(HUMAN.perCustomerPerMinute);
        }
      }),
    );
  });

  it("a long text takes longer than a short one, never longer than the limit, and bubbles keep their distance", () => {
    const none = { account: [], customer: [] };
    expect(nextSlot(none, 0, 10, HUMAN, 0.5)).toBe(250);
    expect(nextSlot(none, 0, 1000, HUMAN, 0.5)).toBe(2500);
    expect(nextSlot({ account: [100], customer: [100] }, 100, 10, HUMAN, 0.5)).toBe(100 + 800 + 250);
  });

  it("who would have to wait long is told to come back, and takes no place", async () => {
    let now = 0;
    const sleep = async (ms: number) => {
      now += ms;
    };
    const settings = { ...HUMAN, perCustomerPerMinute: 2, friendsPerHour: 1 };
    const pace = createPace({ settings, clock: () => now, sleep, random: () => 0.5 });
    await pace.turn("a", 0);
    await pace.turn("a", 0);
    await expect(pace.turn("a", 0)).rejects.toMatchObject({ code: "wechat.too-fast", retryable: true });
    await pace.turn("b", 0);
    const danger = now;
    await pace.turn("a", 1000, true);
    expect(now).toBe(danger);
    now += 61_000;
    await pace.turn("a", 0);
    await pace.friend();
    const before = now;
    await pace.friend();
    expect(now - before).toBe(3_600_000);
  });
});

describe("echoes", () => {
  const text = (words: string) => ({ type: "text", text: words }) as const;
  const sent = (words: string, part: string, at = 0) => remember([], { part, to: "li", content: text(words), at });

  it("ours by the provider's id, or by words and customer, however blanks come back", () => {
    const byId = taken(sent("别着急。", "m/0"), "m/0", 0, "w1");
    expect(matchEcho(byId, { id: "w1", to: "li", content: text("别 着急") }, 5).ours).toBe(true);
    const byWords = matchEcho(sent("请 稍等\n", "m/0"), { id: "w2", to: "li", content: text("请 稍等") }, 5);
    expect(byWords.ours).toBe(true);
    expect(echoed(byWords.sent, "m/0")).toBe(true);
  });

  it("a colleague's when words or customer differ, when ours was certainly not sent, or when it comes too late", () => {
    const list = sent("别着急。", "m/0");
    expect(matchEcho(list, { id: "w", to: "wang", content: text("别着急。") }, 5).ours).toBe(false);
    expect(matchEcho(list, { id: "w", to: "li", content: text("我来处理") }, 5).ours).toBe(false);
    expect(matchEcho(notSent(list, "m/0", 0), { id: "w", to: "li", content: text("别着急。") }, 5).ours).toBe(false);
    expect(matchEcho(list, { id: "w", to: "li", content: text("别着急。") }, 3_600_000).ours).toBe(false);
  });

  it("each message of ours has one echo, repeated or not: the same words once more are a colleague's", () => {
    const first = matchEcho(sent("好的", "m/0"), { id: "w1", to: "li", content: text("好的") }, 5);
    expect(matchEcho(first.sent, { id: "w1", to: "li", content: text("好的") }, 6).ours).toBe(true);
    expect(matchEcho(first.sent, { id: "w2", to: "li", content: text("好的") }, 7).ours).toBe(false);
  });

  it("a message taken and never heard back says that others may be missing, where the account hears itself", () => {
    const deaf: Sent[] = taken(sent("一", "m/0"), "m/0", 0, "w1");
    expect(missingSince(deaf, 120_000, 60_000)).toBeNull();
    const hears = matchEcho(deaf, { id: "w1", to: "li", content: text("一") }, 5).sent;
    const more = taken(remember(hears, { part: "m/1", to: "li", content: text("二"), at: 1000 }), "m/1", 1000, "w2");
    expect(missingSince(more, 30_000, 60_000)).toBeNull();
    expect(missingSince(more, 62_000, 60_000)).toBe(1000);
  });

  it("keeps digests, no words and no WeChat ids", () => {
    expect(JSON.stringify(sent("我的卡号6222021234567890128", "m/0"))).not.toMatch(/6222|li"/u);
  });
});

describe("whether the link is alive", () => {
  it("silence counts only for a puppet that has answered before", () => {
    const never = pinged(bornAt(0), 0).life;
    expect(silent(never, 1_000_000, 8000)).toBe(false);
    const answered = ponged(never, "1", 100).life;
    const again = pinged(answered, 10_000).life;
    expect(silent(again, 15_000, 8000)).toBe(false);
    expect(silent(again, 18_001, 8000)).toBe(true);
    expect(silent(heard(again, 12_000), 18_001, 8000)).toBe(false);
  });

  it("an answer that came without those before it says since when something was left out", () => {
    const first = ponged(pinged(bornAt(0), 0).life, "1", 10).life;
    const second = pinged(first, 1000).life;
    const third = pinged(second, 2000).life;
    expect(ponged(third, "3", 2010).skipped).toBe(1000);
    expect(ponged(ponged(third, "2", 2005).life, "3", 2010).skipped).toBeNull();
  });
});

describe("who is asked to repeat", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
  const gap = { from: at(20), to: at(22), why: "link" } as const;

  it("those who wrote shortly before the gap or in it, once, and not again in half an hour", () => {
    const writers = [
      { conversation: "long-before", at: at(5) },
      { conversation: "before", at: at(15) },
      { conversation: "within", at: at(21) },
      { conversation: "after", at: at(23) },
      { conversation: "asked", at: at(19) },
    ];
    expect(toAskAgain(gap, writers, [{ conversation: "asked", at: at(0) }])).toEqual(["before", "within"]);
    expect(
      toAskAgain(
        { ...gap, from: at(50), to: at(59) },
        [{ conversation: "asked", at: at(49) }],
        [{ conversation: "asked", at: at(0) }],
      ),
    ).toEqual(["asked"]);
  });

  it("only the newest time of a conversation is kept", () => {
    const list = noted(noted([], "a", at(1)), "a", at(9));
    expect(list).toEqual([{ conversation: "a", at: at(9) }]);
  });
});

describe("groups", () => {
  it("are asked once a person and day, one person in ten minutes, and by name sooner", () => {
    let before: Invitation[] = [];
    const minute = 60_000;
    const asked = (member: string, at: number, mentioned = false) => {
      const may = mayInvite(before, { room: "r", member, mentioned }, at);
      if (may) before = invited(before, { room: "r", member, at });
      return may;
    };
    expect(asked("li", 0)).toBe(true);
    expect(asked("wang", minute)).toBe(false);
    expect(asked("li", 11 * minute)).toBe(false);
    expect(asked("li", 11 * minute, true)).toBe(true);
    expect(asked("wang", 22 * minute)).toBe(true);
    expect(asked("li", 25 * 60 * minute)).toBe(true);
  });
});

describe("payloads", () => {
  it("anything at all is taken apart without a crash", () => {
    fc.assert(
      fc.property(fc.anything(), (payload) => {
        expect(parseMessage(payload, "self").from).toMatch(/customer|self|group|nobody/u);
        expect(typeof placeText(payload)).toBe("string");
      }),
    );
    const shaped = fc.record({
      id: fc.oneof(fc.string(), fc.anything()),
      talkerId: fc.oneof(fc.string(), fc.constant("self"), fc.anything()),
      listenerId: fc.oneof(fc.string(), fc.anything()),
      roomId: fc.option(fc.string()),
      text: fc.oneof(fc.string({ unit: "binary" }), fc.anything()),
      type: fc.oneof(fc.integer({ min: -2, max: 30 }), fc.anything()),
    });
    fc.assert(fc.property(shaped, (payload) => typeof parseMessage(payload, "self").from === "string"));
  });
});

describe("what stands in a friend request", () => {
  const words = (hello: unknown, type = 2) => parseFriendship({ id: "f", contactId: "wxid_a", type, hello })?.words;

  it.each(["", "我是老张", "你好，我是王小明", "您好", "Hi, I'm Lao Zhang", "我叫李雷。", null, 7])(
    "%s is no story",
    (hello) => expect(words(hello)).toBe(""),
  );

  it.each(["我要投诉", "我是你们的客户，卡被吞了", "你好，我是老王，钱被转走了", "I'm furious: my card was eaten"])(
    "%s is",
    (hello) => {
      expect(words(hello)).toBe(hello);
      // In a request of our own they are ours.
      expect(words(hello, 1)).toBe("");
    },
  );
});

describe("an error while sending", () => {
  const grpc = (code: number, message: string) => Object.assign(new Error(message), { code });

  it("is unknown when the request may have been written, certain when not or when it was refused", () => {
    expect(sendFailure(grpc(14, "14 UNAVAILABLE: Connection dropped"))).toEqual({
      outcome: "unknown",
      code: "wechat.grpc-14",
    });
    expect(sendFailure(grpc(4, "4 DEADLINE_EXCEEDED"))).toMatchObject({ outcome: "unknown" });
    expect(sendFailure(grpc(1, "1 CANCELLED: Cancelled on client"))).toMatchObject({ outcome: "unknown" });
    expect(sendFailure(grpc(2, "2 UNKNOWN: request timeout at gateway"))).toMatchObject({ outcome: "unknown" });
    expect(sendFailure(new Error("late: request timeout"))).toEqual({ outcome: "unknown", code: "wechat.timeout" });
    const certain = [
      sendFailure(grpc(14, "14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED")),
      sendFailure(grpc(2, "2 UNKNOWN: you are not friends")),
      sendFailure(grpc(12, "12 UNIMPLEMENTED")),
    ];
    expect(certain.map((one) => one instanceof ServiceError && [one.code, one.retryable])).toEqual([
      ["wechat.offline", true],
      ["wechat.refused", true],
      ["wechat.grpc-12", false],
    ]);
  });
});
