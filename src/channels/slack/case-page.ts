/** The first page of a form that rests on a case as the person may see it. */
import type { Desk } from "../../desk/desk.ts";
import type { CaseAbilities } from "../../desk/permissions.ts";
import { granted } from "../../desk/refusal.ts";
import type { CaseView } from "../../desk/view.ts";
import { whyNot } from "../../desk/why-not.ts";
import type { Form, Page } from "./forms.ts";

/** `needs`: without it the form isn't opened, since nobody writes for nothing. */
export const casePage =
  (desk: Desk, needs: keyof CaseAbilities, make: (view: CaseView) => Page): Form["page"] =>
  async ({ staff, ref }) => {
    const seen = await desk.refresh(staff, ref);
    if (!seen.ok) return seen;
    const refusal = whyNot(seen.value, needs);
    return refusal ? { ok: false, refusal } : granted(make(seen.value));
  };
