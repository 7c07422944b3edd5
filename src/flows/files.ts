/** Pictures and files: acknowledged once, and a turn of nothing else leaves the open question open. */
import type { HeardMessage } from "./command.ts";
import type { Matter, State } from "./conversation.ts";
import { add, type Draft, say } from "./draft.ts";
import { nextMatter, proceed, untold } from "./gather.ts";
import { requestCase } from "./handover.ts";
import { currentMatter, missing } from "./ledger.ts";

export const filesIn = (messages: readonly HeardMessage[]): HeardMessage[] =>
  messages.filter(({ kind }) => kind === "image" || kind === "file");

export const onlyFiles = (messages: readonly HeardMessage[]): boolean =>
  filesIn(messages).length > 0 && messages.every(({ text }) => text.trim() === "");

/**
 * A turn of files without a word. What is in them is for a person to see, so they are no answer to the open
 * question, no failed attempt at one, and neither a yes nor a no.
 */
export function meetFiles(draft: Draft, messages: readonly HeardMessage[], before: State): void {
  const matter = currentMatter(draft.state);
  const open = matter?.status === "open" ? matter : null;
  if (open) say(draft, { act: "attachment-received", count: filesIn(messages).length });
  else say(draft, { act: "attachment-kept" });
  if (
    before.stage === "gathering" &&
    (before.asking.kind.startsWith("status") || before.asking.kind === "rights-proof")
  )
    return askStatusAgain(draft, before);
  if (before.stage === "offering") return offerAgain(draft, before, open);
  if (!open) return say(draft, { act: "encourage" });
  switch (before.stage) {
    case "confirming":
      return say(draft, { act: "check-again" });
    case "answering":
      // Shown against an explanation, and only a person can look at it.
      requestCase(draft, open.id, ["claim-unsettled"]);
      return nextMatter(draft);
    default:
      return goOn(draft, messages, before, open);
  }
}

function goOn(draft: Draft, messages: readonly HeardMessage[], before: State, open: Matter): void {
  const told = currentMatter(before);
  if (told?.status !== "open" || untold(told)) {
    return say(draft, { act: draft.state.waiting ? "person-how" : "encourage" });
  }
  const adds = open.case && before.stage !== "gathering";
  if (adds) add(draft, { type: "case-supplemented", matter: open.id, messages: messages.map(({ id }) => id) });
  const asks = !open.case || (!open.agreed && missing(open, draft.state, draft.bank).length > 0);
  if (asks) proceed(draft, true);
}

function askStatusAgain(draft: Draft, { asking }: Extract<State, { stage: "gathering" }>): void {
  if (asking.kind === "status-proof") return add(draft, { type: "status-proof-asked", number: asking.number });
  if (asking.kind === "rights-proof") return add(draft, { ...asking, type: "rights-proof-asked" });
  add(draft, { type: "status-number-asked" });
}

function offerAgain(draft: Draft, { offer, held }: Extract<State, { stage: "offering" }>, open: Matter | null): void {
  if (offer === "withdrawal" && open) return add(draft, { type: "withdrawal-offered", matter: open.id });
  if (offer === "complaint" && held) return add(draft, { type: "complaint-offered", held });
  if (offer === "person") return add(draft, { type: "person-offered" });
  proceed(draft, true);
}
