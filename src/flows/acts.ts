/**
 * What the bot has decided to say. Every act but a courtesy follows from an
 * event of the same commit, so nothing is said that is not so. Words for acts
 * are in bank/wording; `bubbles.ts` groups acts into messages.
 */
import type { Citation } from "./answer.ts";
import type {
  Courtesy,
  HandoverReason,
  LedgerFact,
  Manner,
  Matter,
  OnBehalf,
  StaffRef,
  StatusFound,
} from "./conversation.ts";
import type { StandsFor } from "./notice.ts";
import type { FactName, RiskSlug } from "./reading.ts";
import type { CounterRight, MustKeep, Right, RightsAnswered, RightsProof } from "./rights.ts";

export type SayAct =
  | Courtesy
  | { act: "urgent-advice"; slugs: RiskSlug[] }
  | { act: "risk-steps"; slugs: RiskSlug[] }
  | { act: "boundary" }
  | { act: "meet"; manner: Manner; words: string; facts: LedgerFact[] }
  | { act: "on-behalf"; behalf: OnBehalf }
  | { act: "recorded"; record: string }
  | { act: "corrected"; fact: LedgerFact; was: LedgerFact }
  | { act: "ask-consent"; name: FactName; again: boolean }
  | { act: "consent-declined" }
  | { act: "ask"; name: FactName; attempt: number }
  | { act: "restate"; matter: Matter }
  | { act: "answer"; text: string; citations: Citation[]; settles: boolean }
  | { act: "clarify"; options: string[] }
  | { act: "no-answer"; inComplaint: boolean }
  /** The bank has published no rule on it: in the words that were approved for this. */
  | { act: "no-rule"; text: string; inComplaint: boolean }
  | { act: "person-coming"; until: string }
  | { act: "person-later"; opensAt: string }
  | { act: "wait-ended"; opensAt: string | null }
  | { act: "say-it-again"; from: string; to: string }
  | {
      act: "case-requested";
      record: string;
      department: string;
      due: string;
      reasons: HandoverReason[];
      complete: boolean;
      afterSilence: boolean;
    }
  | { act: "case-number"; number: string }
  | { act: "supplemented" }
  | { act: "offer-person" }
  | { act: "offer-complaint" }
  | { act: "offer-withdrawal"; record: string }
  | { act: "withdrawal-dropped" }
  | { act: "withdrawn"; record: string }
  | { act: "settled"; record: string }
  | { act: "reopened"; record: string }
  | { act: "next-matter"; words: string }
  | { act: "second-recorded"; record: string }
  | { act: "staff-joined"; staff: StaffRef }
  | { act: "staff-left"; staff: StaffRef; how: "handed-back" | "silent" }
  | { act: "resolved"; staff: StaffRef; result: string; record: string }
  | { act: "case-owner"; staff: StaffRef; department: string }
  | { act: "case-moved"; department: string }
  | { act: "facts-wanted" }
  | { act: "case-waiting"; whom: "customer" | "third-party"; reason: StandsFor; until: string }
  | { act: "case-progress"; next: string | null; dated: boolean }
  | { act: "case-extended"; due: string; reason: string }
  | { act: "offer-proposal"; answerBy: string | null; again: boolean }
  | { act: "proposal-agreed" }
  | { act: "proposal-declined" }
  | { act: "review-begun"; due: string }
  | { act: "review-decided"; outcome: "upheld" | "changed" }
  | { act: "case-new-day"; due: string }
  | { act: "case-restarted"; due: string }
  | { act: "case-merged"; into: string }
  | { act: "ask-solved" }
  | { act: "ask-manner" }
  | { act: "mark-low"; until: string }
  | { act: "mark-thanks" }
  | { act: "note-recorded"; kind: "suggestion" | "praise" | "report"; record: string }
  | { act: "incident-known"; known: { zh: string; en: string } }
  | { act: "incident-over"; ending: { zh: string; en: string }; record: string; open: boolean }
  | { act: "ask-status-number" }
  | { act: "ask-status-proof" }
  | { act: "status"; found: StatusFound }
  | { act: "status-refused"; left: number }
  | { act: "status-locked"; until: string }
  | { act: "ask-rights-proof"; right: Right; numbered: boolean }
  | { act: "rights-requested"; right: Right; proof: RightsProof; request: string; due: string; keep: MustKeep | null }
  | { act: "rights-answered"; request: string; right: CounterRight; answer: RightsAnswered };

/**
 * safety and receipt survive a staff takeover; question and chat that the
 * customer has not got yet are withdrawn then.
 */
export type BubbleKind = "safety" | "receipt" | "answer" | "chat" | "question";

/** One outgoing message, put into words. */
export interface Bubble {
  kind: BubbleKind;
  text: string;
  /** Short answers the customer may tap; sent back as text. */
  choices: string[];
  citations: Citation[];
  /** Keys of the wording variants used. */
  variants: string[];
}
