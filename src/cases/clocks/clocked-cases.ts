/** The cases as their clocks need them: what the worker reads, and what it has done. */
import type { Step } from "../../store/store.ts";
import type { CaseEvent } from "../life/events.ts";
import type { Adoption } from "./adopt.ts";
import type { Firing, FiringSetup } from "./firings.ts";

export interface ClockedCases {
  /** Events of the case, and what its clocks need of the bank. Null when the case is gone. */
  timeline(caseKey: string): Promise<{ events: readonly CaseEvent[]; setup: FiringSetup } | null>;
  /**
   * Carries it out: events on the case, a notice to staff or customer. The same key may come twice after a crash and
   * must then change nothing: it is meant as the id of the command.
   */
  fire(caseKey: string, firing: Firing): Promise<void>;
  /** What is to be queued with the record that it was fired, so that staff hear of it elsewhere too. */
  notices?(caseKey: string, firing: Firing): Promise<Step["effects"]>;
  /** Puts the official calendar of the year into the case's events. Repeating it changes nothing. */
  adopt(caseKey: string, adoption: Adoption): Promise<void>;
}
