/** The bank as loaded and checked: what the bank decides, as data. */
import type { CalendarYear } from "./files/calendar.ts";
import type { Emergency } from "./files/emergency.ts";
import type { Facts } from "./files/facts.ts";
import type { Grades } from "./files/grades.ts";
import type { Profile } from "./files/profile.ts";
import type { Regimes } from "./files/regimes.ts";
import type { Reminders } from "./files/reminders.ts";
import type { Retention } from "./files/retention.ts";
import type { Risks } from "./files/risks.ts";
import type { Routing } from "./files/routing.ts";
import type { RulePack } from "./files/rules.ts";
import type { StaffFile } from "./files/staff.ts";
import type { Taxonomy } from "./files/taxonomy.ts";
import type { Tracks } from "./files/tracks.ts";
import type { Names } from "./names.ts";

export interface Bank extends Risks, StaffFile {
  /** Where it was loaded from. */
  folder: string;
  /** bank.yaml: name, zone, hotlines, label, privacy notice, channels, staffed hours, limits. */
  profile: Profile;
  taxonomy: Taxonomy;
  facts: Facts;
  routing: Routing;
  /** grades.yaml: grade, urgency, approvals and waits of a case. */
  grades: Grades;
  /** Which deadline pack a complaint falls under. */
  regimes: Regimes;
  /** Suggestion, praise, whistle-blowing: days and who may see them. */
  tracks: Tracks["tracks"];
  /** When clocks warn, remind and escalate. */
  reminders: Reminders;
  /** How long data is kept, and when requests about it are answered. */
  retention: Retention;
  /** Mass events: detection, plan, contacts. */
  emergency: Emergency;
  /** Deadline packs of the bank's own regime for direct and passed-on complaints, earliest first. */
  rules: RulePack[];
  /** All deadline packs: the bank's own, other regimes', and the internal ones. */
  packs: RulePack[];
  /** The bank's own days off by year: official where there is one. */
  calendar: ReadonlyMap<number, CalendarYear>;
  /** All calendars by name; a year may be there twice, provisional and official. */
  calendars: ReadonlyMap<string, readonly CalendarYear[]>;
  /** Names of everything that has a slug. */
  names: Names;
}
