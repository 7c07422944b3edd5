/** What the bank calls things. Traditional Chinese gets the simplified name; conversion is done when it is sent. */
import type { HandoverReason } from "../flows/conversation.ts";
import type { Business, FactName, Language, Reason, RiskSlug, Venue } from "../flows/reading.ts";
import type { Facts } from "./files/facts.ts";
import type { Profile } from "./files/profile.ts";
import type { Risks } from "./files/risks.ts";
import type { Routing } from "./files/routing.ts";
import type { StaffFile } from "./files/staff.ts";
import type { Taxonomy } from "./files/taxonomy.ts";
import { inLanguage } from "./terms.ts";

/** full: as in the standard and in reports. short: as said to a customer. */
type NameForm = "full" | "short";

export interface Names {
  bank(language: Language): string;
  /** Staff whose name is not known. */
  colleague(language: Language): string;
  business(slug: Business, language: Language, form?: NameForm): string;
  reason(slug: Reason, language: Language, form?: NameForm): string;
  venue(slug: Venue, language: Language, form?: NameForm): string;
  /** A department that has left the bank since the case was opened keeps its slug as name. */
  department(slug: string, language: Language, form?: NameForm): string;
  /** As with departments. */
  outlet(slug: string, language: Language): string;
  risk(slug: RiskSlug, language: Language): string;
  fact(name: FactName, language: Language): string;
  /** One plain sentence that answers "why do you ask?". */
  why(name: FactName, language: Language): string;
  handoverReason(code: HandoverReason, language: Language): string;
}

export function createNames(bank: {
  profile: Profile;
  taxonomy: Taxonomy;
  staff: StaffFile;
  risks: Risks;
  facts: Facts;
  routing: Routing;
}): Names {
  const { profile, taxonomy, staff, risks, facts, routing } = bank;
  const text = (entry: { names: Profile["names"]; short: Profile["names"] }, language: Language, form: NameForm) =>
    inLanguage(form === "short" ? entry.short : entry.names, language);
  return {
    bank: (language) => inLanguage(profile.names, language),
    colleague: (language) => inLanguage(profile.colleague, language),
    business: (slug, language, form = "full") => text(taxonomy.business[slug], language, form),
    reason: (slug, language, form = "full") => text(taxonomy.reason[slug], language, form),
    venue: (slug, language, form = "full") => text(taxonomy.venue[slug], language, form),
    department(slug, language, form = "full") {
      const entry = routing.departments[slug];
      return entry ? text(entry, language, form) : slug;
    },
    outlet(slug, language) {
      const entry = staff.outlets[slug];
      return entry ? inLanguage(entry.names, language) : slug;
    },
    risk: (slug, language) => inLanguage(risks.risks[slug].names, language),
    fact: (name, language) => inLanguage(facts.facts[name].names, language),
    why: (name, language) => inLanguage(facts.facts[name].why, language),
    handoverReason: (code, language) => inLanguage(routing.handoverReasons[code].names, language),
  };
}
