/** Deadline packs against each other: of one regime one pack for direct complaints, and one only, on any day from today. */
import { dirname } from "node:path";
import type { RulePack } from "./files/rules.ts";
import type { Problem } from "./problem.ts";
import { type Sound, stem } from "./source.ts";

/** `files` are all there are, `packs` those that could be read; `regime` is the bank's own, null where it is not known; `today` an ISO date. */
export function checkRules(files: string[], packs: Sound<RulePack>[], regime: string | null, today: string): Problem[] {
  const problems = packs.flatMap(checkPack);
  packs.forEach((pack, index) => {
    const rival = packs
      .slice(0, index)
      .find((other) => sameKind(other.value, pack.value) && overlap(other.value, pack.value));
    if (!rival) return;
    problems.push(pack.problem(["validFrom"], `in force on the same days as ${rival.value.pack}`));
  });
  const [file] = files;
  // A pack that could not be read may be the one: its own mistakes come first.
  const allRead = packs.length === files.length;
  const own = packs.filter(({ value }) => value.applies === "direct" && [value.regime, null].includes(regime));
  if (file !== undefined && allRead && !own.some((pack) => inForce(pack.value, today))) {
    problems.push({ file: dirname(file), line: 1, message: `no pack for direct complaints is in force on ${today}` });
  }
  return problems;
}

function checkPack({ value, problem, file }: Sound<RulePack>): Problem[] {
  const problems: Problem[] = [];
  if (value.pack !== stem(file)) problems.push(problem(["pack"], `${value.pack} is in a file of another name`));
  const lists = [
    { path: ["remedies"], key: "slug", slugs: value.remedies.map((entry) => entry.slug) },
    { path: ["notice", "parts"], key: "slug", slugs: value.notice.parts.map((entry) => entry.slug) },
    { path: ["clocks"], key: "clock", slugs: value.clocks.map((entry) => entry.clock) },
  ];
  for (const { path, key, slugs } of lists) {
    slugs.forEach((slug, index) => {
      if (slugs.indexOf(slug) < index) problems.push(problem([...path, index, key], `${slug} is there twice`));
    });
  }
  if (value.applies !== "internal") {
    const answer = value.clocks.find((each) => each.clock === "answer");
    if (!answer || answer.length === "as-told") {
      problems.push(problem(["clocks"], "one of them has to be named answer and have a length of its own"));
    }
    for (const list of [["remedies"], ["notice", "parts"]]) {
      const entries = list[0] === "remedies" ? value.remedies : value.notice.parts;
      if (entries.length === 0) problems.push(problem(list, "at least one is needed outside internal packs"));
    }
  }
  value.clocks.forEach((spec, index) => {
    const wrong = (path: (string | number)[], message: string) =>
      problems.push(problem(["clocks", index, ...path], message));
    if (spec.length === "as-told") {
      if (spec.extensions.length > 0) wrong(["extensions"], "a date as told is moved by telling another one");
      return;
    }
    if (spec.length.unit === "working-days" && value.calendar === null) {
      wrong(["length", "unit"], "working days need the pack to name a calendar");
    }
    let before = spec.length.count;
    spec.extensions.forEach((extension, place) => {
      if (extension.to <= before) wrong(["extensions", place, "to"], `is not longer than ${before}`);
      before = extension.to;
    });
  });
  if (value.counting.rollForward && value.calendar === null) {
    problems.push(problem(["counting", "rollForward"], "needs the pack to name a calendar"));
  }
  return problems;
}

function sameKind(a: RulePack, b: RulePack): boolean {
  return a.applies === b.applies && a.regime === b.regime;
}

function overlap(a: RulePack, b: RulePack): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}

function inForce(pack: RulePack, day: string): boolean {
  return pack.validFrom <= day && (pack.validTo === null || day <= pack.validTo);
}
