/** Clocks against their ladders: every one that is named exists, and fits what its pack can count. */
import type { Reminders } from "./files/reminders.ts";
import type { RulePack } from "./files/rules.ts";
import type { Problem } from "./problem.ts";
import type { Sound } from "./source.ts";

export function checkReminders(reminders: Sound<Reminders>, packs: Sound<RulePack>[]): Problem[] {
  const problems: Problem[] = [];
  const { ladders } = reminders.value;
  for (const [slug, ladder] of Object.entries(ladders)) {
    const names = ladder.points.map((point) => point.point);
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) {
        problems.push(reminders.problem(["ladders", slug, "points", index, "point"], `${name} is there twice`));
      }
    });
  }
  for (const pack of packs) {
    pack.value.clocks.forEach((spec, index) => {
      const ladder = ladders[spec.ladder];
      if (!ladder) {
        problems.push(pack.problem(["clocks", index, "ladder"], `no ladder ${spec.ladder} in reminders.yaml`));
        return;
      }
      const wanting = ladder.points.find((point) => (point.before ?? point.after)?.unit === "working-days");
      if (wanting && pack.value.calendar === null) {
        const message = `${spec.ladder} counts working days, and the pack names no calendar`;
        problems.push(pack.problem(["clocks", index, "ladder"], message));
      }
    });
  }
  return problems;
}
