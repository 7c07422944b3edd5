/**
 * What goes wrong between a bank and its customers, by kind. A phrase here says three things at once: that
 * someone complains, why, and where. Kept together so that the act and the axes cannot fall apart.
 */
import type { Business, Reason, Venue } from "../../../flows/reading.ts";
import type { Cue } from "../scan.ts";
import { GRIEVANCES_EN } from "./grievances-en.ts";
import { GRIEVANCES_ZH } from "./grievances-zh.ts";

export interface Grievance {
  reason?: Reason;
  venue?: Venue;
  business?: Business;
  /** Weight of the reason, 4 when left out. */
  strength?: number;
  /** False: the words fix the axes and are neutral in themselves. */
  complains?: false;
  phrases: readonly string[];
}

function cuesOf({ reason, venue, business, strength, complains, phrases }: Grievance): Cue[] {
  const cues: Cue[] = [];
  if (complains !== false) cues.push({ tag: "act.complaint", weight: 3, phrases });
  if (reason) cues.push({ tag: `reason.${reason}`, weight: strength ?? 4, phrases });
  if (venue) cues.push({ tag: `venue.${venue}`, weight: 3, phrases });
  if (business) cues.push({ tag: `business.${business}`, weight: 4, phrases });
  return cues;
}

export const GRIEVANCE_CUES: readonly Cue[] = [...GRIEVANCES_ZH, ...GRIEVANCES_EN].flatMap(cuesOf);
