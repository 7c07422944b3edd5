/** Who of the made-up staff says at the desk that they leave or are back, and when duties begin and end. */
import { type DutyBank, dutySetup } from "../../cases/assigning/colleagues.ts";
import { dutiesAround } from "../../cases/duty.ts";
import { addDays, dayIn, instantAt } from "../../cases/zone.ts";
import type { PresenceRow } from "../../store/assignments.ts";
import type { Random } from "../random.ts";
import type { World } from "./world.ts";

/** `at` in ms; without a row somebody's duty begins or ends. */
export interface Coming {
  at: number;
  row: PresenceRow | null;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** In order of time. What falls into an outage is said at the restart. */
export function comings(bank: DutyBank, world: World, days: number, random: Random): Coming[] {
  const first = dayIn(world.zone, new Date(world.start).toISOString());
  const all: Coming[] = [];
  const say = (ms: number, row: Omit<PresenceRow, "since">) => {
    const at = world.up(ms);
    all.push({ at, row: { ...row, since: new Date(at).toISOString() } });
  };
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(first, ahead);
    const morning = instantAt(day, 0, world.zone);
    for (const { from, to } of dutiesAround(dutySetup(bank), new Date(morning).toISOString(), 0)) {
      for (const at of [from, to]) all.push({ at: world.up(at), row: null });
    }
    for (const { id, department } of world.workers) {
      if (world.onHoliday(id, morning)) {
        if (ahead % 7 !== 0) continue;
        const stands = world.workers.find((one) => one.department === department && one.id !== id);
        say(morning, { staff: id, state: "leave", until: addDays(day, 6), substitute: stands?.id ?? null });
      } else if (random.chance(0.1)) {
        const gone = morning + Math.round((9.5 + random.next() * 6) * HOUR_MS);
        say(gone, { staff: id, state: "away", until: null, substitute: null });
        // One in five forgets to say that they are back; tomorrow they count as there again.
        if (random.chance(0.8)) {
          const back = Math.min(gone + (0.5 + random.next() * 2) * HOUR_MS, morning + DAY_MS - 1);
          say(Math.round(back), { staff: id, state: "online", until: null, substitute: null });
        }
      }
    }
  }
  return all.sort((a, b) => a.at - b.at);
}
