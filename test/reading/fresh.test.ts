import { describe, expect, it } from "vitest";
import { detectPersonal } from "../../src/privacy/detect.ts";
import { createOfflineReader } from "../../src/reading/offline/read.ts";
import type { Fresh } from "./fresh.ts";
import { FRESH_EN } from "./fresh-en.ts";
import { AXES, type Axis, scoreFresh } from "./fresh-score.ts";
import { FRESH_ZH } from "./fresh-zh.ts";
import { UNSEEN_EN, UNSEEN_ZH } from "./unseen.ts";

/**
 * How much of messages as customers type them is read right. All four sets were written before the reader
 * was tuned on them, and tuned on afterwards: the bounds keep what was reached, they don't foretell new messages.
 * At first sight the reader had 83 of 187 and 24 of 61 fresh messages wholly right, and after the tuning on those,
 * 39 of 84 and 17 of 30 of the unseen.
 */
const read = createOfflineReader({ detectPersonal });
const CONTEXT = { at: "2026-11-21T09:00:00+08:00", zone: "Asia/Shanghai" };

const SETS: readonly {
  name: string;
  rows: readonly Fresh[];
  /** Least share of messages with everything right, and of right readings by axis. */
  whole: number;
  least: Record<Axis, number>;
}[] = [
  {
    name: "fresh Chinese",
    rows: FRESH_ZH,
    whole: 0.93,
    least: {
      act: 0.97,
      business: 0.96,
      reason: 0.95,
      venue: 0.96,
      emotion: 0.97,
      intents: 0.97,
      risks: 0.97,
      facts: 0.96,
    },
  },
  {
    name: "fresh English",
    rows: FRESH_EN,
    whole: 0.93,
    least: {
      act: 0.96,
      business: 0.95,
      reason: 0.95,
      venue: 0.96,
      emotion: 0.95,
      intents: 0.96,
      risks: 0.96,
      facts: 0.92,
    },
  },
  {
    name: "unseen Chinese",
    rows: UNSEEN_ZH,
    whole: 0.85,
    least: {
      act: 0.93,
      business: 0.95,
      reason: 0.92,
      venue: 0.94,
      emotion: 0.94,
      intents: 0.95,
      risks: 0.95,
      facts: 0.87,
    },
  },
  {
    name: "unseen English",
    rows: UNSEEN_EN,
    whole: 0.9,
    least: {
      act: 0.93,
      business: 0.95,
      reason: 0.92,
      venue: 0.95,
      emotion: 0.93,
      intents: 0.93,
      risks: 0.93,
      facts: 0.83,
    },
  },
];

const percent = (right: number, of: number) => `${((100 * right) / of).toFixed(0)} %`;

describe("messages as customers type them", () => {
  it.each(SETS)("$name: as many are read right as the bounds say", ({ name, rows, whole, least }) => {
    const score = scoreFresh(rows, read, CONTEXT);
    const line = AXES.map((axis) => `${axis} ${percent(score.axes[axis].right, score.axes[axis].of)}`).join(", ");
    process.stdout.write(`${name}: ${score.whole} of ${score.of} wholly right (bound ${percent(whole, 1)}); ${line}\n`);
    const missed = score.misses
      .map(({ text, axis, wanted, seen }) => `${axis}: ${text} | ${wanted} | ${seen}`)
      .join("\n");
    expect(score.whole / score.of, missed).toBeGreaterThanOrEqual(whole);
    for (const axis of AXES) {
      const { right, of } = score.axes[axis];
      expect(right / of, `${axis}\n${missed}`).toBeGreaterThanOrEqual(least[axis]);
    }
  });

  it("no message without danger to someone raises an alarm of the highest level", () => {
    const highest = new Set(["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"]);
    const alarms = SETS.flatMap(({ rows }) =>
      rows.flatMap(([text, , , , , , more]) =>
        read(text, more?.asking ? { ...CONTEXT, asking: more.asking } : CONTEXT)
          .risks.filter(
            ({ slug }) => highest.has(slug) && !more?.risks?.includes(slug) && !more?.mayRisk?.includes(slug),
          )
          .map(({ slug }) => `${slug}: ${text}`),
      ),
    );
    expect(alarms).toEqual([]);
  });

  it("and none with danger is missed", () => {
    const highest = new Set(["self-harm", "violence", "unauthorised-transaction", "scam", "data-leak"]);
    const missed = SETS.flatMap(({ rows }) =>
      rows.flatMap(([text, , , , , , more]) => {
        const seen = read(text, CONTEXT).risks.map(({ slug }) => slug);
        return (more?.risks ?? [])
          .filter((slug) => highest.has(slug) && !seen.includes(slug))
          .map((slug) => `${slug}: ${text}`);
      }),
    );
    expect(missed).toEqual([]);
  });
});
