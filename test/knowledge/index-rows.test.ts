import { describe, expect, it } from "vitest";
import { NOT_ASKED } from "../../src/knowledge/asked.ts";
import { entriesOf } from "../../src/knowledge/entries.ts";
import { makeRows, type RowSources } from "../../src/knowledge/index-rows.ts";
import { loadLearned } from "../../src/knowledge/learned/learned.ts";
import { loadSynonyms, type Synonyms } from "../../src/knowledge/meanings.ts";
import { loadPolicies, type Policy } from "../../src/knowledge/policies.ts";

const { policies } = loadPolicies("test/fixtures/policies");
const { synonyms } = loadSynonyms("bank/synonyms.yaml");
const learned = loadLearned();
const sources = (of: readonly Policy[], asked = NOT_ASKED): RowSources => ({
  entries: entriesOf(of),
  asked,
  synonyms,
  learned,
});
const askedAs = (questions: Record<string, string[]>, broken: string[] = []) => ({
  digest: JSON.stringify(questions),
  broken: new Set(broken),
  read: () => new Map(Object.entries(questions)),
});
const changedAt = (list: Synonyms["meanings"], at: number, phrase: string) =>
  list.map((one, n) => (n === at ? { ...one, zh: [...one.zh.slice(1), phrase] } : one));
const reworded = (policy: Policy | undefined): Policy => {
  if (!policy) throw new Error("the fixture is missing");
  const clauses = policy.clauses.map((clause) => ({
    ...clause,
    summary: "另一句话，年费八十元。",
    hash: `new ${clause.hash}`,
  }));
  return { ...policy, clauses };
};

describe("rows patched from those of before are the rows made anew", () => {
  const [first, second, ...others] = policies;
  if (!first || !second) throw new Error("the fixtures are missing");
  const before = makeRows(sources(policies));

  it.each<[string, readonly Policy[]]>([
    ["nothing changed", policies],
    ["one is removed", [second, ...others]],
    ["one is added, and stands first", [{ ...first, id: "boxes", file: "boxes.md", title: "保管箱" }, ...policies]],
    ["one is reworded", [first, reworded(second), ...others]],
    ["they stand in another order", [...policies].reverse()],
    ["none is left", []],
  ])("%s", (_, now) => {
    expect(makeRows(sources(now), before)).toEqual(makeRows(sources(now)));
  });

  it.each<[string, (of: Synonyms) => Synonyms]>([
    [
      "a phrase is added to a meaning",
      ({ meanings, aspects }) => ({ meanings: changedAt(meanings, 3, "年费"), aspects }),
    ],
    [
      "a meaning is added at the end",
      (of) => ({ ...of, meanings: [...of.meanings, { zh: ["停车"], en: ["parking"] }] }),
    ],
    ["a meaning in the middle is gone", (of) => ({ ...of, meanings: of.meanings.toSpliced(5, 1) })],
    ["a way of asking after something is changed", (of) => ({ ...of, aspects: changedAt(of.aspects, 0, "多少") })],
    ["all are gone", () => ({ meanings: [], aspects: [] })],
  ])("synonyms are changed: %s", (_, change) => {
    const now = { ...sources(policies), synonyms: change(synonyms) };
    expect(makeRows(now, before, synonyms)).toEqual(makeRows(now));
  });

  it("a way of asking is changed", () => {
    const name = "annual-fee#2";
    const old = makeRows(sources(policies, askedAs({ [name]: ["扣了年费能还我吗", "年费退不退"] })));
    const now = sources(policies, askedAs({ [name]: ["年费退不退"], "annual-fee#1": ["一年收几块"] }));
    expect(makeRows(now, old)).toEqual(makeRows(now));
  });

  it("a clause whose ways of asking can't be read keeps those of before", () => {
    const good = sources(policies, askedAs({ "annual-fee#2": ["扣了年费能还我吗", "年费退不退"] }));
    const old = makeRows(good);
    const broken = sources(policies, askedAs({}, ["annual-fee.md"]));
    expect(makeRows(broken, old).ways).toEqual(old.ways);
    expect(makeRows(good, makeRows(broken, old))).toEqual(old);
  });
});
