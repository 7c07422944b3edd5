/** What follows from what staff did with a case: what is said, and whether the case's life has something to follow. */
import type { SayAct } from "./acts.ts";
import type { Event, State } from "./conversation.ts";
import type { CaseNotice } from "./notice.ts";

/** Null where the words come with another event, or there is nothing to say. */
export function noticeAct(notice: CaseNotice, state: State): SayAct | null {
  switch (notice.kind) {
    case "owner": {
      const { staff, department } = notice;
      if (!staff) return { act: "case-moved", department };
      return state.stage === "with-staff" && state.staff.id === staff.id
        ? null
        : { act: "case-owner", staff, department };
    }
    case "facts-wanted":
      return { act: "facts-wanted" };
    case "waiting":
      return { act: "case-waiting", whom: notice.whom, reason: notice.reason, until: notice.until };
    case "progress":
      return { act: "case-progress", next: notice.next, dated: notice.next !== null };
    case "extension":
      return { act: "case-extended", due: notice.due, reason: notice.reason };
    case "new-day":
      return notice.moved ? { act: "case-new-day", due: notice.due } : null;
    case "review-begun":
      return { act: "review-begun", due: notice.due };
    case "review-decided":
      return { act: "review-decided", outcome: notice.outcome };
    case "restarted":
      return { act: "case-restarted", due: notice.due };
    case "merged":
      return { act: "case-merged", into: notice.into };
    case "facts-enough":
    case "satisfaction":
    case "proposal":
    case "decision":
      return null;
  }
}

/** Matters whose case's life has something to follow in the event. */
export function followed(event: Event, state: State): string[] {
  const cased = (id: string | null) => state.matters.filter((one) => one.id === id && one.case).map((one) => one.id);
  switch (event.type) {
    case "case-requested":
    case "case-opened":
    case "case-supplemented":
    case "case-told":
    case "facts-given":
    case "review-wanted":
    case "satisfaction-answered":
    case "proposal-agreed":
    case "proposal-declined":
    case "staff-took":
    case "matter-withdrawn":
    case "matter-resolved":
    case "matter-reopened":
      return cased(event.matter);
    case "staff-said":
    case "staff-returned":
    case "person-wanted":
      return cased(state.current);
    default:
      return [];
  }
}
