/** Rules that choose a deadline pack: each names a pack of the folder that says when the answer is due. */
import type { Regimes } from "./files/regimes.ts";
import type { RulePack } from "./files/rules.ts";
import type { StaffFile } from "./files/staff.ts";
import type { Problem } from "./problem.ts";
import type { Sound } from "./source.ts";

export function checkRegimes(
  regimes: Sound<Regimes>,
  packs: readonly Sound<RulePack>[],
  outlets: StaffFile["outlets"],
): Problem[] {
  const known = Object.values(outlets);
  return regimes.value.rules.flatMap(({ rule, pack, when }, index) => {
    const wrong = (path: (string | number)[], message: string) => regimes.problem(["rules", index, ...path], message);
    const found = packs.find(({ value }) => value.pack === pack);
    const twice = regimes.value.rules.findIndex((other) => other.rule === rule) < index;
    return [
      ...(twice ? [wrong(["rule"], `${rule} is there twice`)] : []),
      ...(found ? [] : [wrong(["pack"], `no deadline pack ${pack}`)]),
      ...(found?.value.applies === "internal" ? [wrong(["pack"], `${pack} is internal and answers nobody`)] : []),
      ...(["region", "entity"] as const).flatMap((key) =>
        (when[key] ?? [])
          .filter((slug) => !known.some((outlet) => outlet[key] === slug))
          .map((slug) => wrong(["when", key], `no outlet of staff.yaml has the ${key} ${slug}`)),
      ),
    ];
  });
}
