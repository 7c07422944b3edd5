/** What is said at once for a signal that is no emergency: rights, evidence, who looks at it. Once each. */
import { add, type Draft } from "./draft.ts";
import { find } from "./learn.ts";

export function tellSteps(draft: Draft, id: string): void {
  const matter = find(draft, id);
  const slugs = (matter?.risks ?? [])
    .filter(({ slug, level }) => level !== "P0" && !draft.state.advised.includes(slug))
    .map(({ slug }) => slug);
  if (slugs.length > 0) add(draft, { type: "steps-told", slugs });
}
