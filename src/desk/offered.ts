/** What waits for this person's yes: transfers by colleagues, and what the rules have offered. */
import type { Bilingual } from "../bank/terms.ts";
import type { CaseLife } from "../cases/life/life.ts";
import { granted, type Outcome } from "./refusal.ts";
import { nameOf, type StaffMember, type StaffSource } from "./staff.ts";
import type { CaseItem } from "./view.ts";

export interface OfferedCase extends CaseItem {
  offer: {
    from: Bilingual;
    reason: string;
    /** ISO instant at which it goes to the next; null where it waits. */
    until: string | null;
  };
}

/** Why it is offered holds a colleague's words: masked like all other text. */
export function createOffered(deps: {
  list: (staff: StaffMember) => Promise<Outcome<CaseItem[]>>;
  caseLife: Pick<CaseLife, "read"> | undefined;
  staff: StaffSource;
  mask: (text: string) => string;
}) {
  return async (staff: StaffMember): Promise<Outcome<OfferedCase[]>> => {
    const items = await deps.list(staff);
    if (!items.ok) return items;
    const offered = await Promise.all(
      items.value.map(async (item): Promise<OfferedCase[]> => {
        const life = await deps.caseLife?.read(item.key);
        const offer = life?.state.offer;
        // Answered a moment ago.
        if (life && offer?.to.id !== staff.id) return [];
        const { by, reason, until } = offer ?? { by: "", reason: "", until: null };
        const name = nameOf(deps.staff(), by);
        const from = by === "rule" ? { zh: "自动派单", en: "by the rules" } : { zh: name, en: name };
        return [{ ...item, offer: { from, reason: deps.mask(reason), until } }];
      }),
    );
    return granted(offered.flat());
  };
}
