/** Which clauses may be told: in force on the day, meant for the reader, and for the customer's own region and way of doing business. */
import type { Language, Venue } from "../flows/reading.ts";
import type { Entry } from "./entries.ts";
import { type Audience, type Policy, versionsInForce } from "./policies.ts";

export interface ViewFilter {
  /** Day asked for, ISO date in Asia/Shanghai. */
  on: string;
  language: Language;
  /** Staff may read what customers may. */
  audience: Audience;
  /** Where the customer belongs: a region's own rules are found by nobody else. */
  region?: string;
  /** Where the business was done: a rule of the counter is none for the app. Absent where it isn't said: then all may be meant. */
  venue?: Venue;
}

export interface View {
  entries: Set<number>;
  /** Entry that stands for each clause in this view. */
  ofClause: Map<number, number>;
}

/** Days, audiences and languages whose clauses are kept at hand. */
const VIEWS = 16;

/** `clauseOf`: for each entry the number of its clause. */
export function createViews(policies: readonly Policy[], entries: readonly Entry[], clauseOf: readonly number[]) {
  const views = new Map<string, View>();

  /** Entries of the filter; a clause that exists in the wanted language hides its translations. */
  return ({ on, language, audience, region, venue }: ViewFilter): View => {
    const wanted = language === "en" ? "en" : "zh";
    const key = [on, audience, wanted, region ?? "", venue ?? ""].join(" ");
    const known = views.get(key);
    if (known) return known;
    const current = versionsInForce(policies, on, audience);
    const chosen = new Map<string, number>();
    for (const [id, { policy, clause }] of entries.entries()) {
      if (!current.has(policy)) continue;
      if (policy.regions && (region === undefined || !policy.regions.includes(region))) continue;
      if (policy.venues && venue !== undefined && !policy.venues.includes(venue)) continue;
      const name = `${policy.id} ${clause.number}`;
      if (!chosen.has(name) || policy.language === wanted) chosen.set(name, id);
    }
    const ids = new Set(chosen.values());
    const view = { entries: ids, ofClause: new Map([...ids].map((id) => [clauseOf[id] ?? 0, id])) };
    if (views.size >= VIEWS) views.clear();
    views.set(key, view);
    return view;
  };
}
