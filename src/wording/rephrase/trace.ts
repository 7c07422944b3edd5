/** How the words of turns came about, to be kept with them and counted. Codes and figures only. */
import type { BubbleKind, SayAct } from "../../flows/acts.ts";
import type { ConductFault } from "../../flows/conduct.ts";
import type { Failure } from "../../model/asked.ts";

export type BubbleResult =
  | "rephrased"
  /** The model gave the template back. */
  | "unchanged"
  /** The model gave nothing for it. */
  | "missing"
  | ConductFault;

export interface RephraseTrace {
  /** "rephrase@1" */
  prompt: string;
  model: string;
  /** skipped: nothing in the turn may be put into other words. error: a fault of the program, named in `fault`. */
  outcome: "ok" | "skipped" | "error" | Failure;
  /** Name of the error's class; its message might hold what a customer wrote. */
  fault: string | null;
  cached: boolean;
  /** Both ways. */
  tokens: number;
  cost: number;
  ms: number;
  /** Of the bubbles the model was asked about, in order; empty without an answer. */
  bubbles: { kind: BubbleKind; acts: SayAct["act"][]; result: BubbleResult }[];
}

export interface RephraseCounts {
  turns: number;
  /** Turns by outcome. */
  outcomes: Partial<Record<RephraseTrace["outcome"], number>>;
  /** Bubbles the model answered for. */
  bubbles: number;
  results: Partial<Record<BubbleResult, number>>;
  /** Bubbles sent as the template because of the conduct check, of those the model put into other words; 0 to 1. */
  rejectedShare: number;
}

export function countRephrasings(traces: readonly RephraseTrace[]): RephraseCounts {
  const outcomes: RephraseCounts["outcomes"] = {};
  const results: RephraseCounts["results"] = {};
  let bubbles = 0;
  for (const trace of traces) {
    outcomes[trace.outcome] = (outcomes[trace.outcome] ?? 0) + 1;
    for (const { result } of trace.bubbles) {
      bubbles += 1;
      results[result] = (results[result] ?? 0) + 1;
    }
  }
  const judged = bubbles - (results.unchanged ?? 0) - (results.missing ?? 0);
  const rejectedShare = judged === 0 ? 0 : (judged - (results.rephrased ?? 0)) / judged;
  return { turns: traces.length, outcomes, bubbles, results, rejectedShare };
}
