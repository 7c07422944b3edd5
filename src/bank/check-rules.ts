/** Deadline packs against each other: one pack, and one only, is in force on any day from today. */
import { dirname } from "node:path";
import type { RulePack } from "./files/rules.ts";
import type { Problem } from "./problem.ts";
import { type Sound, stem } from "./source.ts";

/** `files` are all there are, `packs` those that could be read; `today` is an ISO date. */
export function checkRules(files: string[], packs: Sound<RulePack>[], today: string): Problem[] {
  const problems: Problem[] = [];
  for (const pack of packs) {
    const { value, problem, file } = pack;
    if (value.pack !== stem(file)) problems.push(problem(["pack"], `${value.pack} is in a file of another name`));
    for (const list of ["remedies", "notice"] as const) {
      const entries = list === "remedies" ? value.remedies : value.notice.parts;
      const path = list === "remedies" ? ["remedies"] : ["notice", "parts"];
      entries.forEach((entry, index) => {
        if (entries.findIndex((other) => other.slug === entry.slug) < index) {
          problems.push(problem([...path, index, "slug"], `${entry.slug} is there twice`));
        }
      });
    }
  }
  const direct = packs.filter((pack) => pack.value.applies === "direct");
  direct.forEach((pack, index) => {
    const rival = direct.slice(0, index).find((other) => overlap(other.value, pack.value));
    if (!rival) return;
    problems.push(pack.problem(["validFrom"], `in force on the same days as ${rival.value.pack}`));
  });
  const [file] = files;
  // A pack that could not be read may be the one: its own mistakes come first.
  const allRead = packs.length === files.length;
  if (file !== undefined && allRead && !direct.some((pack) => inForce(pack.value, today))) {
    problems.push({ file: dirname(file), line: 1, message: `no pack for direct complaints is in force on ${today}` });
  }
  return problems;
}

function overlap(a: RulePack, b: RulePack): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}

function inForce(pack: RulePack, day: string): boolean {
  return pack.validFrom <= day && (pack.validTo === null || day <= pack.validTo);
}
