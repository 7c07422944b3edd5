/** What a customer may want done with the data held about them (PIPL art. 44–47): a copy, a correction, deletion. */
import { z } from "zod";
import type { HeardMessage } from "./command.ts";
import type { State } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { proceed } from "./gather.ts";
import { openMatters } from "./ledger.ts";
import { rightIn } from "./rights-words.ts";
import { numberIn, type StatusProof, tailIn } from "./status.ts";

export const Right = z.enum(["copy", "correct", "delete"]);
export type Right = z.infer<typeof Right>;

/** At a counter or by phone what is held may be looked at as well; the chat gives a copy instead. */
export const CounterRight = z.enum(["see", ...Right.options]);
export type CounterRight = z.infer<typeof CounterRight>;

/**
 * What staff have seen or done to know who asks. document: an identity document. representative: documents of both and
 * the authorisation. call-back: rung back on the number on file, and asked what only they know.
 */
export const CounterProof = z.enum(["document", "representative", "call-back"]);
export type CounterProof = z.infer<typeof CounterProof>;

/**
 * signed: by the bank's own sign-in. number-and-phone: of a complaint. session: nothing but this conversation is held.
 * desk: shown to staff, it was not noted what.
 */
export type RightsProof = "signed" | "number-and-phone" | "session" | "desk" | CounterProof;

export const RightsOutcome = z.enum([
  "shown",
  "copied",
  "corrected",
  "erased",
  "withheld",
  "declined",
  // A deletion that was granted, and not carried out: nothing is erased or withheld.
  "taken-back",
]);
export type RightsOutcome = z.infer<typeof RightsOutcome>;

/** Why not all can be deleted now. `until`: ISO date of the last day, null while a complaint is still being handled. */
export interface MustKeep {
  until: string | null;
  years: number;
  basis: { zh: string; en: string };
}

/** What became of a request, as the customer is told. `from` and `until`: ISO dates. */
export type RightsAnswered =
  | { outcome: "shown" | "copied" | "corrected" }
  | { outcome: "erased"; from: string }
  | { outcome: "withheld"; from: string; keep: MustKeep }
  | { outcome: "declined" | "taken-back"; why: string };

/** Outcome of the look-up that comes before a request is taken. */
export type RightsLookup =
  | { kind: "proven"; person: string; proof: RightsProof; due: string; keep: MustKeep | null }
  | { kind: "no-match"; left: number }
  | { kind: "locked"; until: string };

/** A wish of this turn, and what proves who has it, as far as it was said. */
export interface RightsWish {
  right: Right;
  number: string | null;
  proof: StatusProof | null;
}

/** A wish of this turn, or one that waits for its proof. Null when the turn is about something else. */
export function rightsWish(state: State, messages: readonly HeardMessage[]): RightsWish | null {
  if (state.stage === "with-staff") return null;
  const text = messages.map((message) => message.text).join("\n");
  const asking = state.stage === "gathering" && state.asking.kind === "rights-proof" ? state.asking : null;
  const said = rightIn(text);
  const right = said ?? asking?.right;
  if (!right) return null;
  const number = numberIn(text) ?? asking?.number ?? null;
  const tail = tailIn(text);
  // A turn that gives neither is about something else: the wish may be said again.
  if (!said && !numberIn(text) && !tail) return null;
  return { right, number, proof: number && tail ? { number, tail } : null };
}

/** Takes the request, or asks who wants it. */
export function answerRights(draft: Draft, wish: RightsWish, lookup: RightsLookup | null): void {
  const { right, number } = wish;
  switch (lookup?.kind) {
    case undefined:
      return add(draft, { type: "rights-proof-asked", right, number });
    case "no-match":
      return add(draft, { type: "status-refused", left: lookup.left });
    case "locked":
      return add(draft, { type: "status-locked", until: lookup.until });
    case "proven": {
      const { person, proof, due, keep } = lookup;
      const request = draft.context.record().replace(/^R-/u, "P-");
      add(draft, { type: "rights-requested", request, right, person, proof, due, keep, at: draft.context.now });
      // A complaint that was being told goes on where it was.
      if (openMatters(draft.state).some((matter) => !matter.case)) proceed(draft, true);
    }
  }
}
