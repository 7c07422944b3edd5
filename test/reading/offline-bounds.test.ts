import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FactName, Reading } from "../../src/flows/reading.ts";
import { detectPersonal, removeSecrets } from "../../src/privacy/detect.ts";
import { maskPersonal } from "../../src/privacy/mask.ts";
import { createOfflineReader } from "../../src/reading/offline/read.ts";
import { CASES_EN } from "./cases-en.ts";
import { CASES_ZH } from "./cases-zh.ts";

const read = createOfflineReader({ detectPersonal });
const CONTEXT = { at: "2026-11-21T09:00:00+08:00", zone: "Asia/Shanghai" };

/** Any UTF-16 at all, lone surrogates included, mixed with words the rules look for. */
const fragments = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...[...CASES_ZH, ...CASES_EN].map(([text]) => text)),
  fc.constantFrom(
    "6222021234567890123",
    "13812345678",
    "验证码123456",
    "\u202e",
    "👨‍👩‍👧",
    "。",
    "，",
    " ",
    "12,860块",
    "昨晚",
    "不是",
    "~",
    "(",
    "|",
    "*",
  ),
);
const texts = fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join(""));

function spansOf(text: string, asking?: FactName) {
  const reading = read(text, asking ? { ...CONTEXT, asking } : CONTEXT);
  return { reading, spans: [...reading.facts, ...reading.risks, ...reading.pii] };
}

describe("whatever the text", () => {
  it("every span is exactly the words it points at, and the reading is valid", () => {
    fc.assert(
      fc.property(texts, fc.option(fc.constantFrom(...FactName.options), { nil: undefined }), (text, asking) => {
        const { reading, spans } = spansOf(text, asking);
        for (const span of spans) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.end).toBeGreaterThan(span.start);
        }
        expect(Reading.safeParse(reading).success).toBe(true);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("the same text gives the same reading", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text, CONTEXT)).toEqual(read(text, CONTEXT));
      }),
      { numRuns: 50, seed: 11 },
    );
  });

  it("masking and removing never throw, and a code after a cue never stays", () => {
    fc.assert(
      fc.property(texts, (text) => {
        maskPersonal(text);
        expect(removeSecrets(`${text}。我的验证码123456。`).text.endsWith("123456。")).toBe(false);
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});

describe("long and hostile texts", () => {
  it.each([
    ["digits", "1".repeat(100_000)],
    ["spaced digits", "1 ".repeat(50_000)],
    ["dashes", "6222-".repeat(20_000)],
    ["at signs", "a@".repeat(50_000)],
    ["letters before an at sign", `${"a".repeat(100_000)}@`],
    ["negations", "不是".repeat(50_000)],
    ["cue heads", "我的信息被".repeat(20_000)],
    ["English cue heads", "my account ".repeat(9_000)],
    ["number words", "one hundred and ".repeat(6_000)],
    ["Chinese numerals", "一千".repeat(50_000)],
    ["blanks", " ".repeat(100_000)],
    ["roads", "路1号".repeat(30_000)],
    ["passwords", "密码是".repeat(30_000)],
    ["months", "上个月的".repeat(25_000)],
    ["waits", "已经等了".repeat(25_000)],
    ["lone surrogates", "\ud800".repeat(100_000)],
    ["brackets", "(((".repeat(30_000)],
  ])("%s are read with valid spans", (_name, text) => {
    const { spans } = spansOf(text);
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  it("finds what stands at either end of a very long text, with offsets into the whole", () => {
    const text = `我不想活了。${"啊".repeat(60_000)}。钱被盗刷了3000元`;
    const { reading, spans } = spansOf(text);
    expect(reading.risks.map(({ slug }) => slug)).toEqual(["self-harm", "unauthorised-transaction"]);
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(reading.facts.find((fact) => fact.name === "amount")?.value).toEqual({ minor: 300_000, currency: "CNY" });
  });

  it("finds personal data in the middle of a very long text", () => {
    const text = `${"啊".repeat(40_000)} 13812345678 ${"啊".repeat(40_000)}`;
    expect(read(text, CONTEXT).pii).toEqual([{ kind: "phone", start: 40_001, end: 40_012, text: "13812345678" }]);
  });
});
