/** The bank as loaded and checked: what the bank decides, as data. */
import type { CalendarYear } from "./files/calendar.ts";
import type { Emergency } from "./files/emergency.ts";
import type { Facts } from "./files/facts.ts";
import type { Profile } from "./files/profile.ts";
import type { Risks } from "./files/risks.ts";
import type { Routing } from "./files/routing.ts";
import type { RulePack } from "./files/rules.ts";
import type { StaffFile } from "./files/staff.ts";
import type { Taxonomy } from "./files/taxonomy.ts";
import type { Names } from "./names.ts";

export interface Bank extends Risks, StaffFile {
  /** Where it was loaded from. */
  folder: string;
  /** bank.yaml: name, zone, hotlines, label, privacy notice, channels, staffed hours, limits. */
  profile: Profile;
  taxonomy: Taxonomy;
  facts: Facts;
  routing: Routing;
  /** Mass events: detection, plan, contacts. */
  emergency: Emergency;
  /** Deadline packs, earliest first. */
  rules: RulePack[];
  /** By year. */
  calendar: ReadonlyMap<number, CalendarYear>;
  /** Names of everything that has a slug. */
  names: Names;
}
