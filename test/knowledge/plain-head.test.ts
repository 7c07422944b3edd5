import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { plainHead } from "../../src/knowledge/plain-head.ts";

/** What YAML makes of it; undefined where it finds a mistake. */
function byYaml(head: string): unknown {
  const document = parseDocument(head);
  return document.errors.length > 0 ? undefined : document.toJS();
}

const piece = fc.constantFrom(
  ...[
    "年费",
    "card",
    "a b",
    "id",
    "title",
    ": ",
    ":",
    " #",
    "#",
    "- ",
    "[",
    "]",
    ", ",
    ",",
    '"',
    "'",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
  ],
  ...[
    "95588",
    "007",
    "1.0",
    "2026-01-01",
    "1e3",
    "0x1f",
    "true",
    "No",
    "null",
    "~",
    "",
    " ",
    "  ",
    "\t",
    "（澜川）",
    "a-b",
    "-",
    "...",
    "{a: 1}",
  ],
);
const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
const line = fc
  .tuple(fc.constantFrom("id", "title", "keywords", "n", "a b", ""), value)
  .map(([key, text]) => `${key}: ${text}`);

describe("a head read quickly", () => {
  it("is what YAML reads, or is left to YAML", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const read = plainHead(lines.join("\n"));
        if (read !== null) expect(read).toEqual(byYaml(lines.join("\n")));
      }),
      { numRuns: 5000 },
    );
  });

  it("is most heads of the example bank", () => {
    const heads = ["zh", "en"].flatMap((language) =>
      readdirSync(join("bank/policies", language)).map(
        (name) =>
          readFileSync(join("bank/policies", language, name), "utf8")
            .split("\n---\n")[0]
            ?.slice(4) ?? "",
      ),
    );
    const read = heads.map((head) => ({ quick: plainHead(head), slow: byYaml(head) }));
    for (const { quick, slow } of read) if (quick !== null) expect(quick).toEqual(slow);
    expect(read.filter(({ quick }) => quick !== null).length / read.length).toBeGreaterThan(0.8);
  });
});
