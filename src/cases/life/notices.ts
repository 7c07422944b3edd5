/** What the conversation is told of a case, from what happened to it. */
import { type Bilingual, inLanguage } from "../../bank/terms.ts";
import type { StaffRef } from "../../flows/conversation.ts";
import type { CaseNotice } from "../../flows/notice.ts";
import type { Language } from "../../flows/reading.ts";
import type { CaseState, Decision } from "./case.ts";
import type { CaseEvent } from "./events.ts";

export interface NoticeNames {
  /** As the customer reads the name. */
  staff(id: string): StaffRef;
  /** Headings of the parts of a decision, by the slugs of the case's rule pack. */
  parts(pack: string): { slug: string; names: Bilingual }[];
  /** Number or record of another case. */
  caseRef(key: string): string;
  language: Language;
}

/** What is said, and what a person says with it in their own name. */
export interface Telling {
  notice: CaseNotice;
  message: { staff: StaffRef; text: string } | null;
}

/** Null where nothing that happened owes the notice. */
export function tellingOf(
  state: CaseState,
  events: readonly CaseEvent[],
  id: string,
  names: NoticeNames,
): Telling | null {
  const event = events.find((one) => "notice" in one && one.notice === id);
  if (!event) return null;
  const plain = (notice: CaseNotice): Telling => ({ notice, message: null });
  switch (event.type) {
    case "wait-begun": {
      const { whom, reason, until, facts } = event;
      return plain(
        reason === "facts" ? { kind: "facts-wanted", names: facts } : { kind: "waiting", whom, reason, until },
      );
    }
    case "notice-owed":
      return event.kind === "progress" ? plain({ kind: "progress", next: event.next }) : null;
    case "extension-granted": {
      const reason = state.extensions.find((one) => one.id === event.extension)?.reason ?? "";
      return plain({ kind: "extension", due: event.to, reason });
    }
    case "proposal-made": {
      const made = state.proposals.find((one) => one.id === event.proposal);
      if (!made) return null;
      const staff = names.staff(made.draftedBy);
      const { proposal, answerBy } = event;
      return { notice: { kind: "proposal", proposal, staff, answerBy }, message: { staff, text: made.text } };
    }
    case "decided": {
      const decision = state.decisions.find((one) => one.id === event.decision);
      return decision ? decisionTelling(state, decision, names) : null;
    }
    case "restarted":
    case "reopened":
      return plain({ kind: "restarted", due: event.due });
    case "regime-chosen":
      return plain({ kind: "new-day", due: event.due, rule: event.rule, moved: event.moved });
    case "review-asked":
      return plain({ kind: "review-begun", due: event.due });
    case "review-decided": {
      const staff = names.staff(event.by.kind === "staff" ? event.by.id : "");
      return { notice: { kind: "review-decided", outcome: event.outcome }, message: { staff, text: event.reason } };
    }
    case "merged":
      return plain({ kind: "merged", into: names.caseRef(event.into) });
    default:
      return null;
  }
}

function decisionTelling(state: CaseState, decision: Decision, names: NoticeNames): Telling {
  const staff = names.staff(decision.by);
  const given: Record<string, string> = {
    findings: decision.findings,
    decision: decision.text,
    grounds: decision.grounds,
    remedies: decision.remedies,
  };
  const english = names.language === "en";
  const text = names
    .parts(state.rule.pack)
    .flatMap(({ slug, names: of }) => {
      const part = given[slug];
      const heading = inLanguage(of, names.language);
      return part ? [`${english ? `${heading}:` : `【${heading}】`}\n${part}`] : [];
    })
    .join("\n\n");
  const cause = decision.origin ? { cause: decision.origin } : {};
  return { notice: { kind: "decision", staff, text, ...cause }, message: { staff, text } };
}

/** Whether what happened gives the conversation anything to hear of. */
export const needsTelling = (events: readonly CaseEvent[]): boolean =>
  events.some(
    (event) =>
      ("notice" in event && event.type !== "notice-given" && event.notice !== null) ||
      event.type === "assigned" ||
      event.type === "released" ||
      event.type === "returned" ||
      event.type === "department-changed" ||
      event.type === "wait-ended" ||
      event.type === "closed",
  );
