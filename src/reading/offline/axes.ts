/** The three axes of JR/T 0169-2018: business, reason, venue; one each or none. */
import type { Business, Reason, RiskSlug, Venue } from "../../flows/reading.ts";
import { BUSINESS_CUES, REASON_CUES, VENUE_CUES } from "./lexicon/axes.ts";
import { type Hits, scoreOf } from "./scan.ts";

const slugs = <S extends string>(
  prefix: string,
  known: readonly S[],
  cues: readonly { tag: string }[],
): readonly { slug: S; tag: string }[] =>
  known.map((slug) => ({ slug, tag: `${prefix}.${slug}` })).filter(({ tag }) => cues.some((cue) => cue.tag === tag));

// In order of precedence: of two with the same score the earlier is taken.
const BUSINESSES = slugs<Business>(
  "business",
  [
    "credit-record",
    "precious-metals",
    "treasury",
    "collection",
    "credit-card",
    "loan",
    "agency-sales",
    "wealth",
    "foreign-exchange",
    "personal-information",
    "other-intermediary",
    "cash",
    "debit-card",
    "payment",
    "savings",
  ],
  BUSINESS_CUES,
);
const REASONS = slugs<Reason>(
  "reason",
  [
    "collection-conduct",
    "information-safety",
    "fund-safety",
    "free-choice",
    "facilities-systems",
    "pricing",
    "contract-terms",
    "product-yield",
    "disclosure",
    "marketing",
    "service-attitude",
    "rules-process",
  ],
  REASON_CUES,
);
const VENUES = slugs<Venue>(
  "venue",
  [
    "self-service",
    "online-banking",
    "mobile-app",
    "phone",
    "web-platform",
    "third-party",
    "branch-counter",
    "sms",
    "back-office",
  ],
  VENUE_CUES,
);

interface Axis<S> {
  slug: S | null;
  /** 0..1: how far the winner stands from the next. */
  confidence: number;
}

function best<S extends string>(
  hits: Hits,
  options: readonly { slug: S; tag: string }[],
  boost: (slug: S) => number,
): Axis<S> {
  const innocent = hits.of("axis.innocent");
  let top: S | null = null;
  let first = 0;
  let second = 0;
  for (const { slug, tag } of options) {
    const list = hits.of(tag);
    const base = scoreOf(
      innocent.length === 0 || tag === "reason.pricing"
        ? list
        : list.filter((hit) => !innocent.some((word) => word.start < hit.end && hit.start < word.end)),
    );
    const score = base === 0 ? 0 : base + boost(slug);
    if (score > first) {
      second = first;
      first = score;
      top = slug;
    } else if (score > second) second = score;
  }
  if (top === null || first < 1.5) return { slug: null, confidence: 0 };
  return { slug: top, confidence: Math.min(0.95, Math.max(0.3, 0.35 + (first - second) * 0.12 + first * 0.03)) };
}

/** The reason a risk speaks for. */
const REASON_OF: Partial<Record<RiskSlug, Reason>> = {
  "unauthorised-transaction": "fund-safety",
  scam: "fund-safety",
  "data-leak": "information-safety",
  "abusive-collection": "collection-conduct",
  "account-restricted": "rules-process",
};

/** Where the risk is urgent it is the matter, whatever else went wrong beside it. */
const DANGER: ReadonlySet<Reason> = new Set(["fund-safety", "information-safety"]);

export function findAxes(
  hits: Hits,
  /** A product is called by a name of its own. */
  product: boolean,
  risks: readonly RiskSlug[],
): { business: Axis<Business>; reason: Axis<Reason>; venue: Axis<Venue> } {
  const shown = new Set(risks.map((slug) => REASON_OF[slug]));
  let reason = best(hits, REASONS, (slug) => (shown.has(slug) ? 1.5 : 0));
  const first = risks.map((slug) => REASON_OF[slug]).find((slug) => slug !== undefined);
  if (
    first !== undefined &&
    (reason.slug === null || (reason.confidence <= (DANGER.has(first) ? 0.9 : 0.7) && !shown.has(reason.slug)))
  )
    reason = { slug: first, confidence: 0.6 };
  const venue = best(hits, VENUES, () => 0);
  const business = best(hits, BUSINESSES, (slug) => {
    // Who is dunned over a credit card complains about the dunning.
    if (slug === "collection" && reason.slug === "collection-conduct") return 1;
    if (slug === "debit-card" && hits.has("business.credit-card")) return -1.5;
    return 0;
  });
  if (reason.slug === "collection-conduct" && business.slug === null)
    return { business: { slug: "collection", confidence: 0.6 }, reason, venue };
  if (product && business.slug === null) return { business: { slug: "wealth", confidence: 0.6 }, reason, venue };
  return { business, reason, venue };
}
