/** What staff did with a case, as its conversation is told: said to the customer, and kept in the state. */
import type { Cause, StaffRef } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { proceed } from "./gather.ts";
import { find, markGaps } from "./learn.ts";
import { missing } from "./ledger.ts";
import type { FactName } from "./reading.ts";
import { askSatisfaction, mayAsk } from "./satisfaction.ts";

/** Why a case stands still. */
export type StandsFor =
  | "documents"
  | "customer-choice"
  | "mediation"
  | "outside-appraisal"
  | "outside-body"
  | "other-department";

/** `due`: ISO date, the last day as it is now. Instants in `until`, `next` and `answerBy`. */
export type CaseNotice =
  /** `staff` null: nobody has it for the moment. */
  | { kind: "owner"; staff: StaffRef | null; department: string }
  | { kind: "facts-wanted"; names: FactName[] }
  /** Staff go on without what was not answered. Nothing is said. */
  | { kind: "facts-enough" }
  | { kind: "waiting"; whom: "customer" | "third-party"; reason: StandsFor; until: string }
  | { kind: "progress"; next: string | null }
  | { kind: "extension"; due: string; reason: string }
  /** The proposal itself is the message of the person who makes it. */
  | { kind: "proposal"; proposal: string; staff: StaffRef; answerBy: string }
  /** Ends the matter; `text` is the whole notice, sent as that person's message. */
  | { kind: "decision"; staff: StaffRef; text: string; cause?: Cause }
  | { kind: "review-begun"; due: string }
  | { kind: "review-decided"; outcome: "upheld" | "changed" }
  | { kind: "restarted"; due: string }
  /** Other rules count. Said only where the last day `moved` with them. */
  | { kind: "new-day"; due: string; rule: { pack: string; days: number }; moved: boolean }
  /** Number or record of the case it became part of. */
  | { kind: "merged"; into: string }
  /** The end is asked about, where the customer may be asked. */
  | { kind: "satisfaction" };

/** These ask something of the customer, which makes no sense when the matter is over. */
const WHILE_OPEN: readonly CaseNotice["kind"][] = [
  "owner",
  "facts-wanted",
  "waiting",
  "progress",
  "extension",
  "new-day",
  "proposal",
  "decision",
];

type Told = "no-such-matter" | "not-open" | null;

/** Told once for each id, whatever is repeated. */
export function tellNotice(draft: Draft, id: string, notice: string, told: CaseNotice): Told {
  const matter = find(draft, id);
  if (!matter?.case) return "no-such-matter";
  if (matter.case.told?.includes(notice)) return null;
  if (told.kind === "satisfaction" && !mayAsk(draft, matter)) return "not-open";
  if (matter.status !== "open" && WHILE_OPEN.includes(told.kind)) return "not-open";
  // Taken up again by staff, after a call back or a review: here it is over, and has to be open again.
  if (told.kind === "restarted" && matter.status !== "open") {
    add(draft, { type: "matter-reopened", matter: id, at: draft.context.now });
  }
  add(draft, { type: "case-told", matter: id, id: notice, notice: told, at: draft.context.now });
  switch (told.kind) {
    case "facts-wanted":
      askFor(draft, id);
      break;
    case "proposal":
      add(draft, { type: "proposal-offered", matter: id });
      break;
    case "decision": {
      const { staff, text } = told;
      const cause = told.cause ? { cause: told.cause } : {};
      add(draft, { type: "matter-resolved", matter: id, at: draft.context.now, staff, result: text, ...cause });
      break;
    }
    case "satisfaction":
      askSatisfaction(draft, id);
      break;
    case "owner":
    case "facts-enough":
    case "waiting":
    case "progress":
    case "extension":
    case "new-day":
    case "review-begun":
    case "review-decided":
    case "restarted":
    case "merged":
      break;
  }
  return null;
}

/** What may not be asked of this customer is marked at once, so that staff don't wait for it. */
function askFor(draft: Draft, id: string): void {
  const matter = find(draft, id);
  if (!matter) return;
  const askable = missing(matter, draft.state, draft.bank).map((needed) => needed.name);
  const never = (matter.wanted ?? []).filter((name) => !askable.includes(name));
  markGaps(draft, id, "declined", never);
  if ((matter.wanted ?? []).some((name) => askable.includes(name))) proceed(draft);
  factsGiven(draft, [id]);
}

/** Matters of which staff want something the customer has not answered yet. */
export const wanting = ({ state }: Pick<Draft, "state">): string[] =>
  state.matters.filter((matter) => (matter.wanted ?? []).length > 0).map((matter) => matter.id);

/** All that staff had asked for is known, or will not be: they go on. `before`: those that wanted something. */
export function factsGiven(draft: Draft, before: readonly string[]): void {
  const still = wanting(draft);
  for (const matter of before) if (!still.includes(matter)) add(draft, { type: "facts-given", matter });
}
