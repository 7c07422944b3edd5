/** What the values of the axes of reports are called. */
import type { Bank } from "../../bank/bank.ts";
import type { Bilingual } from "../../bank/terms.ts";
import type { Grade } from "../../cases/life/case.ts";
import { Business, Reason, Venue } from "../../flows/reading.ts";
import { CAUSE, CHANNEL, type DeskNames } from "../names.ts";
import type { Axis } from "./figures.ts";

const GRADES: readonly Grade[] = ["ordinary", "complex", "major"];
const UNKNOWN: Bilingual = { zh: "未知", en: "not known" };

/** A value the bank does not know any more keeps its slug; null is not known. */
export function axisNames(deps: {
  bank: () => Pick<Bank, "outlets">;
  names: DeskNames;
}): (axis: Axis, slug: string | null) => Bilingual {
  return (axis, slug) => {
    if (slug === null) return UNKNOWN;
    const as = { zh: slug, en: slug };
    switch (axis) {
      case "business": {
        const found = Business.safeParse(slug);
        return found.success ? deps.names.business(found.data) : as;
      }
      case "reason": {
        const found = Reason.safeParse(slug);
        return found.success ? deps.names.reason(found.data) : as;
      }
      case "venue": {
        const found = Venue.safeParse(slug);
        return found.success ? deps.names.venue(found.data) : as;
      }
      case "outlet":
        return deps.bank().outlets[slug]?.names ?? as;
      case "department":
        return deps.names.department(slug);
      case "cause":
        return Object.entries(CAUSE).find(([code]) => code === slug)?.[1] ?? as;
      case "grade": {
        const found = GRADES.find((grade) => grade === slug);
        return found ? deps.names.grade(found) : as;
      }
      case "channel":
        return CHANNEL[slug] ?? as;
    }
  };
}
