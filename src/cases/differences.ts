/**
 * Where the core system's word about a case differs from ours. Tingsu owns department, due date and whether the case is
 * open; the core system owns its number, steps and finding. Neither is overwritten: people are shown both.
 */
import type { CoreCase, Difference, OwnCase } from "../store/core-records.ts";

/** Both sides know the case. Null fields of the core system say nothing. */
export function differences(ours: OwnCase, theirs: CoreCase): Difference[] {
  const found: Difference[] = [];
  const compare = (field: Difference["field"], here: string, there: string | null) => {
    if (there !== null && here !== there) found.push({ field, ours: here, theirs: there });
  };
  // Without a number here the opening is on its way: its answer will bring it.
  if (ours.number !== null) compare("number", ours.number, theirs.number);
  compare("department", ours.department, theirs.department);
  compare("due", ours.due, theirs.due);
  // Closed here and open there is no difference while our word of it is on the way.
  const underWay = ours.status !== "open" && ours.calls === "waiting";
  if (!underWay) compare("status", ours.status === "open" ? "open" : "closed", theirs.status);
  return found;
}

/** They have a case that nobody here knows. */
export const unknownHere = ({ number }: Pick<CoreCase, "number">): Difference => ({
  field: "case",
  ours: null,
  theirs: number,
});

/** We have a number of a case that they don't list. */
export const missingThere = (number: string): Difference => ({ field: "case", ours: number, theirs: null });
