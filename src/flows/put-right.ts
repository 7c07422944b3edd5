import type { Command, Refusal } from "./command.ts";
import { add, type Draft } from "./draft.ts";
import { find } from "./learn.ts";
import { FoundFact } from "./reading.ts";

/** Facts whose value is their words; money and times are corrected in the conversation, where they are read. */
const isWords = (value: unknown): value is string => typeof value === "string";

/** Old and new both stay in the ledger, so that it can be shown what was changed, when and by whom. */
export function putFactRight(
  draft: Draft,
  { matter: id, fact: factId, text, staff }: Extract<Command, { type: "put-fact-right" }>,
): Refusal | null {
  const matter = find(draft, id);
  if (!matter) return { code: "no-such-matter" };
  const was = matter.facts.find((fact) => fact.id === factId && fact.replacedBy === null);
  if (!was || !isWords(was.value)) return { code: "no-such-matter" };
  const found = FoundFact.parse({ name: was.name, value: text, text, start: 0, end: text.length });
  const { message } = was;
  const own = { id: draft.context.id(), message, at: draft.context.now, confirmed: true, replacedBy: null };
  add(draft, { type: "fact-put-right", matter: id, fact: { ...found, ...own }, replaces: was.id, staff });
  return null;
}
