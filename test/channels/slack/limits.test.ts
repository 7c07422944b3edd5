import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_ACTIONS } from "../../../src/channels/slack/actions.ts";
import { asText, clip, clipEscaped, header, section } from "../../../src/channels/slack/blocks.ts";
import { cardFace } from "../../../src/channels/slack/card-face.ts";
import { digestFace } from "../../../src/channels/slack/digest.ts";
import { modal, notice, warned } from "../../../src/channels/slack/forms.ts";
import { MOST, problemsOf } from "../../../src/channels/slack/limits.ts";
import { STEP_ACTIONS } from "../../../src/channels/slack/step-actions.ts";
import { stepPage } from "../../../src/channels/slack/step-form.ts";
import { earlierFaces, itemFace } from "../../../src/channels/slack/thread-text.ts";
import type { CaseCard } from "../../../src/desk/card.ts";
import type { HistoryItem } from "../../../src/desk/history.ts";
import { DeskStep } from "../../../src/desk/life-steps.ts";
import { extremeCard, extremeLife } from "./extremes.ts";

const setting = {
  first: "zh" as const,
  actions: CARD_ACTIONS,
  link: (ref: string) => `https://bank.example/desk/cases/${ref}`,
};
const thread = {
  first: "zh" as const,
  zone: "Asia/Shanghai",
  callOf: () => "U0123456789",
  page: "https://bank.example/desk/cases/1",
};

const typeOf = (option: (typeof DeskStep.options)[number]) => option.shape.type.value;

/** Any text, with what Slack counts five times. */
const words = fc.oneof(
  fc.string({ maxLength: 5_000 }),
  fc.constant("&<>".repeat(2_000)),
  fc.constant("😡".repeat(3_000)),
);

describe("Slack's limits", () => {
  it("are kept by a card of the longest complaint anybody could write", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 60 }), fc.boolean(), (text, many, live) => {
        const card = extremeCard(text, many);
        expect(problemsOf(cardFace(card, live ? text : null, many % 2 === 0, setting))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("are kept by sealed, erased, closed and empty cards", () => {
    const card = extremeCard("", 0);
    const cases: CaseCard[] = [
      card,
      { ...card, sealed: true, story: null },
      { ...card, story: null },
      { ...card, status: "resolved", talking: null },
    ];
    for (const one of cases) expect(problemsOf(cardFace(one, null, true, setting))).toEqual([]);
  });

  it("are kept by what the thread tells, however long, and nothing is lost of what fits", () => {
    const item = (text: string, seq: number): HistoryItem => ({
      id: `message/${seq}`,
      at: "2026-11-20T02:00:00.000Z",
      kind: "customer",
      seq,
      by: null,
      text: { zh: text, en: text },
      files: seq % 3,
      plain: false,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (texts) => {
        const items = texts.map(item);
        for (const one of items) expect(problemsOf(itemFace(one, thread))).toEqual([]);
        for (const face of earlierFaces(items, thread)) expect(problemsOf(face)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    const short = Array.from({ length: 200 }, (_, index) => item(`第${index}句`, index));
    const told = JSON.stringify(earlierFaces(short, thread));
    for (let index = 0; index < 200; index += 1) expect(told).toContain(`第${index}句`);
  });

  it("are kept by modals with any words in them", () => {
    fc.assert(
      fc.property(words, words, (text, long) => {
        const view = modal({
          id: "form",
          title: { zh: "回复客户", en: "Reply" },
          send: { zh: "发送", en: "Send" },
          about: [asText(text), ...warned([long, text], "zh")],
          fields: [
            { kind: "text", name: "text", label: { zh: long || "x", en: "x" }, initial: long },
            { kind: "files", name: "files", label: { zh: "文件", en: "Files" } },
            {
              kind: "choice",
              name: "channel",
              label: { zh: "怎么来的", en: "How" },
              choices: Array.from({ length: 150 }, (_, n) => ({ value: `v${n}`, label: { zh: long || "x", en: "x" } })),
            },
          ],
          memory: "{}",
          speech: "zh",
        });
        expect(problemsOf(view).filter((problem) => !problem.includes("blocks.0.text: empty"))).toEqual([]);
        expect(problemsOf(notice({ zh: "听诉", en: "Tingsu" }, long || "x", "en"))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("are kept by the form of every step in a case's life", () => {
    fc.assert(
      fc.property(words, (text) => {
        const people = Array.from({ length: 150 }, (_, n) => ({ value: `p${n}`, label: { zh: text || "x", en: "x" } }));
        for (const { id, label, press } of STEP_ACTIONS) {
          if (press.kind !== "form") continue;
          const { about, fields } = stepPage(
            DeskStep.options.map(typeOf).find((type) => type === id) ?? "close",
            extremeLife(text),
            { gaps: [], facts: [], notice: { parts: [], remedies: text } },
            people,
          );
          for (const speech of ["zh", "en"] as const) {
            const view = modal({
              id: "form",
              title: label,
              send: label,
              about: about.map((one) => asText(one[speech])),
              fields,
              memory: "{}",
              speech,
            });
            expect(problemsOf(view)).toEqual([]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("are kept by a digest of a thousand cases", () => {
    const clock = extremeCard("x", 0).clock;
    const cases = Array.from({ length: 1_000 }, (_, n) => ({
      key: `k${n}`,
      ref: `C-20261120-${n}`,
      department: "retail",
      owner: n % 2 ? "周宁" : null,
      clock: { ...clock, state: n % 3 ? ("overdue" as const) : ("today" as const) },
    }));
    expect(problemsOf(digestFace(cases, "2026-11-20", "zh", setting.link))).toEqual([]);
  });

  it("are found out where they are broken", () => {
    const long = (length: number) => "长".repeat(length);
    const text = { type: "plain_text", text: "x" };
    const broken: [unknown, RegExp][] = [
      [{ text: "x", blocks: [{ type: "section", text: { type: "mrkdwn", text: long(3_001) } }] }, /3001 .* 3000/],
      [{ text: "x", blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) }, /51 of at most 50/],
      [{ type: "home", blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) }, /101 of at most 100/],
      [{ blocks: [] }, /text: missing/],
      [{ text: "x", blocks: Array.from({ length: 5 }, () => ({ ...section(long(2_900)) })) }, /14500 .* 13000/],
      [{ text: "x", blocks: [{ type: "header", text: { type: "plain_text", text: long(151) } }] }, /151 .* 150/],
      [{ text: "x", blocks: [{ type: "section", text: { type: "mrkdwn", text: "" } }] }, /empty/],
      [{ text: "x", blocks: [{ type: "actions", elements: [{ type: "button", action_id: "a", text }] }] }, /accessib/],
      [{ text: "x", blocks: [{ type: "carousel" }] }, /carousel is not known/],
      [{ type: "modal", title: { type: "plain_text", text: long(25) }, blocks: [] }, /25 .* 24/],
      [{ type: "modal", title: text, private_metadata: long(3_001), blocks: [] }, /private_metadata: 3001/],
      [
        {
          text: "x",
          blocks: [
            { type: "divider", block_id: "a" },
            { type: "divider", block_id: "a" },
          ],
        },
        /block_id is used twice/,
      ],
    ];
    for (const [surface, problem] of broken) expect(problemsOf(surface).join("\n")).toMatch(problem);
  });

  it("cut nothing in two: no sign, no half of a letter", () => {
    expect(clip("abc", 3)).toBe("abc");
    expect(clip("abcd", 3)).toBe("ab…");
    expect(clip("a😡b", 3)).toBe("a…");
    expect(clipEscaped("a&amp;b", 5)).toBe("a…");
    expect(clipEscaped(asText("a & b"), 9)).toBe("a &amp; b");
    fc.assert(fc.property(words, (text) => clip(text, 50).isWellFormed() || !text.isWellFormed()));
    expect(problemsOf({ text: "x", blocks: [header("😡".repeat(200))] })).toEqual([]);
    expect(MOST.section).toBe(3_000);
  });
});
