/** What the flow must know of the bank. Data and pure functions, made from bank/ by the wiring. */

import type { Level, Matter } from "./conversation.ts";
import type { Business, FactName, Reason, RiskSlug, Venue } from "./reading.ts";
import type { SatisfactionRules } from "./satisfaction.ts";

export interface Requirement {
  name: FactName;
  /** Personal data: privacy notice and consent come first. */
  personal: boolean;
  /** The bank can look it up for a customer whose identity is verified: not asked then. */
  held: boolean;
  /** Without it nothing identifies the matter; asked once more if refused. */
  essential: boolean;
}

export interface Axes {
  business: Business | null;
  reason: Reason | null;
  venue: Venue | null;
  /** Signals found in it; some call for facts of their own. */
  risks?: readonly { slug: RiskSlug }[];
  /** Facts staff asked for; they come first. */
  wanted?: readonly FactName[];
}

export interface Deadline {
  /** ISO date in the bank's zone, the last day within the limit. */
  due: string;
  pack: string;
  days: number;
  /** The bank's rule that chose the pack; absent where its own pack counts anyway. */
  chosen?: { rule: string; reason: string };
}

export interface Staffing {
  open: boolean;
  /** When the next staffed hours begin, ISO instant with offset; null when open now. */
  opensAt: string | null;
}

export interface FlowBank {
  zone: string;
  /** Facts a complaint of these axes and risks needs, in the order they are asked. */
  requirements(axes: Axes): readonly Requirement[];
  level(slug: RiskSlug): Level;
  /** True where an explanation from policy may settle the matter, if the customer says so. */
  explainable(axes: Axes): boolean;
  /** First responsible department (第一责任部门) of the matter, recusal considered. */
  route(matter: Matter): string;
  /** The statutory last day for a complaint received at `receivedAt` (ISO instant), `about` deciding which rules count. */
  deadline(receivedAt: string, about?: { matter: Matter; channel: string }): Deadline;
  staffing(now: string): Staffing;
  satisfaction: SatisfactionRules;
  limits: {
    /** How often one fact is asked for. */
    asks: number;
    /** Minutes of quiet after which an unfinished complaint is completed with gaps. */
    silenceMinutes: number;
    /** Minutes in which somebody should take over, in staffed hours. */
    takeMinutes: number;
    /** Minutes of quiet of a person who took over. */
    staffSilentMinutes: number;
    /** Turns in a row that may stay not understood. */
    unclear: number;
  };
}
