/** The bank's names for the labels, as the prompt lists them: one a line, slug and name. */
import type { Names } from "../../bank/names.ts";
import { Business, type FactName, Reason, RiskSlug, Venue } from "../../flows/reading.ts";

export type LabelNames = Pick<Names, "business" | "reason" | "venue" | "risk" | "fact">;

/** In Chinese, the language of the prompts, whatever the customer writes. */
const LANGUAGE = "zh-Hans";

export function labelList(names: LabelNames): string {
  const section = <T extends string>(title: string, slugs: readonly T[], name: (slug: T) => string) =>
    [`${title}：`, ...slugs.map((slug) => `- ${slug} ${name(slug)}`)].join("\n");
  return [
    section("business", Business.options, (slug) => names.business(slug, LANGUAGE)),
    section("reason", Reason.options, (slug) => names.reason(slug, LANGUAGE)),
    section("venue", Venue.options, (slug) => names.venue(slug, LANGUAGE)),
    section("risks", RiskSlug.options, (slug) => names.risk(slug, LANGUAGE)),
  ].join("\n\n");
}

export const askedFor = (names: LabelNames, asking: FactName | undefined): string =>
  asking ? `${names.fact(asking, LANGUAGE)}（${asking}）` : "没有在问具体的事";
