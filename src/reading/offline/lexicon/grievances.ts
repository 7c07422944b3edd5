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

/** Words in which the name of a business or a place means another thing: a fee for texts is not done by text. */
const INNOCENT: Cue = {
  tag: "axis.innocent",
  weight: 1,
  phrases: [
    "非柜(面|台)",
    "短信(费|提醒费|通知费|服务费|验证码|验证)",
    "扣费短信",
    "(抖音|快手|小红书|微博)(上|)(曝|见|发|挂)",
    "(发|上|挂|捅)(到|在|)(抖音|快手|小红书|微博)",
    "转来转去",
    "转(了|)(好|)(几|两|三|四|五|六|七|八|十|#)(个|位)",
    "(回|发|加)(我|你)?微信",
    "微信回",
    "我没说(过|)",
  ],
};

export const GRIEVANCE_CUES: readonly Cue[] = [INNOCENT, ...[...GRIEVANCES_ZH, ...GRIEVANCES_EN].flatMap(cuesOf)];
