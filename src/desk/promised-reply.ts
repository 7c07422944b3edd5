/** A reply that promises something by a time: once it is out, the promise has its clock in the case's life. */
import type { Actions } from "./actions.ts";
import type { LifeActions } from "./life-actions.ts";
import { refuse } from "./refusal.ts";

/** Characters of a reply by which its promise is known in lists. */
const LONGEST = 200;

/** Repeated after a failure in between it sends nothing twice, and the promise gets its clock all the same. */
export function createPromisedReply(deps: {
  reply: Actions["reply"];
  step: LifeActions["step"];
  /** ISO instant. */
  now: () => string;
}): Actions["reply"] {
  return async (staff, ref, draft) => {
    const { keepBy: until, text, clientId } = draft;
    if (!until) return deps.reply(staff, ref, draft);
    // Before anything is said: a date that can't be kept is put right first.
    if (Date.parse(until) <= Date.parse(deps.now())) {
      const { refusal } = refuse("promise-past");
      return { ok: false, refusal: { ...refusal, field: "keepBy" } };
    }
    const sent = await deps.reply(staff, ref, draft);
    if (!sent.ok || !sent.value.sent) return sent;
    const words = [...text.trim()].slice(0, LONGEST).join("");
    const step = { type: "promise" as const, words, until };
    const kept = await deps.step(staff, ref, { clientId: `${clientId}/promise`, step, confirmed: true });
    return kept.ok ? sent : kept;
  };
}
