/** When a clock has begun, begun again and ended. */
import type { ClockSpec } from "../../bank/files/rules.ts";
import type { ClockMark } from "./marks.ts";

/** One run of a clock. Times in ms. */
export interface Run {
  /** The promise, wait or proposal it is about; empty where the case has one of its kind. */
  id: string;
  /** From 1; each beginning anew is a run of its own. */
  run: number;
  /** What began it. */
  by: string;
  from: number;
  /** When the case learnt of the beginning. */
  known: number;
  until: number | null;
  /** Null while it runs. */
  endedAt: number | null;
}

/** The latest run of the clock, or of each promise, wait or proposal it is about. */
export function runsOf(spec: ClockSpec, marks: readonly ClockMark[]): Run[] {
  const runs = new Map<string, Run>();
  const told = spec.length === "as-told";
  for (const mark of marks) {
    if (mark.type !== "mark") continue;
    const id = told ? (mark.id ?? "") : "";
    const run = runs.get(id);
    if (begins(spec, mark.mark, run) && (!told || mark.until !== null)) {
      const { at: from, known, until } = mark;
      runs.set(id, { id, run: (run?.run ?? 0) + 1, by: mark.mark, from, known, until, endedAt: null });
    } else if (spec.stops.includes(mark.mark)) {
      // What ends the case ends every one of them.
      const ended = told && mark.id === null ? [...runs.values()] : run ? [run] : [];
      for (const each of ended) each.endedAt ??= mark.known;
    }
  }
  return [...runs.values()];
}

function begins(spec: ClockSpec, mark: ClockSpec["starts"][number], run: Run | undefined): boolean {
  const running = run !== undefined && run.endedAt === null;
  if (spec.restarts.includes(mark)) return run !== undefined;
  if (spec.renews.includes(mark)) return running;
  return spec.starts.includes(mark) && !running;
}
