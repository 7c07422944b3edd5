/** A clock of a case as it stands. Derived from the case's events each time, never stored as a countdown. */
import type { CalendarYear } from "../../bank/files/calendar.ts";
import type { ClockSpec, RulePack } from "../../bank/files/rules.ts";
import type { Business } from "../../flows/reading.ts";
import type { ClockPause } from "./pauses.ts";
import type { Run } from "./runs.ts";
import type { Workdays } from "./workdays.ts";

/** What the derivation needs beside the events. */
export interface ClockSetup {
  /** Those the case keeps: the law's, then the bank's own. */
  packs: readonly RulePack[];
  calendars: ReadonlyMap<string, readonly CalendarYear[]>;
  business: Business | null;
}

/** An extension as granted. `counts` only when the customer was told before the old last day was over. */
export interface GrantedExtension {
  slug: string;
  /** The limit in all that it brings. */
  count: number;
  grantedAt: number;
  /** Null until the customer was told. */
  toldAt: number | null;
  counts: boolean;
}

/** Times in ms, days as numbers (`day.ts`). */
export interface Clock {
  pack: RulePack;
  spec: ClockSpec;
  run: Run;
  /**
   * The end. `day` is the last day of a clock that counts days and null for one that counts hours or has a time as
   * told; `at` is the instant at which it is over. Null as a whole while a pause keeps it from being reached.
   */
  end: { day: number | null; at: number } | null;
  /** The count reached `day` before it rolled forward. */
  reached: number | null;
  /** Days in all, extensions included; null where no days are counted. */
  count: number | null;
  pauses: readonly ClockPause[];
  extensions: readonly GrantedExtension[];
  /** Since when the end is what it is: the last event that moved it. */
  since: number;
  /** The calendar it goes by; null where its pack names none. */
  workdays: Workdays | null;
  /** Years of provisional calendars that the end rests on. */
  provisional: readonly number[];
}

/** Names one clock of a case: "answer", "promise:p1". */
export const clockKey = ({ spec, run }: Pick<Clock, "spec" | "run">): string =>
  run.id === "" ? spec.clock : `${spec.clock}:${run.id}`;
