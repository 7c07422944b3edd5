/** Words for codes, in both languages of the desk. */
import type { Bilingual } from "../bank/terms.ts";
import type { GapReason, HandoverReason } from "../flows/conversation.ts";
import type { Business, Emotion, FactName, Reason, RiskSlug, Venue } from "../flows/reading.ts";

/** What a deadline pack says about counting and about the notice that ends a case. */
export interface RuleWords {
  name: Bilingual;
  /** Articles for the number of days and for the counting. */
  basis: string;
  firstDay: "excluded" | "included";
  /** Parts the answer to the customer must hold, in order. */
  notice: { slug: string; name: Bilingual }[];
  /** What a customer who disagrees may do, ready to be put into the answer. */
  remedies: Bilingual;
}

/** What the bank calls things. Made from bank/ by the wiring; the answer may change when the folder is reloaded. */
export interface DeskNames {
  department(code: string): Bilingual;
  business(code: Business): Bilingual;
  reason(code: Reason): Bilingual;
  venue(code: Venue): Bilingual;
  fact(name: FactName): Bilingual;
  risk(slug: RiskSlug): { name: Bilingual; basis: string };
  /** `basis`: the rule that says so. */
  handover(reason: HandoverReason): { name: Bilingual; basis: string };
  rulePack(pack: string): RuleWords;
}

/** Emotion 0 to 3 as a colleague would put it. */
export const EMOTION: Record<Emotion, Bilingual> = {
  0: { zh: "平静", en: "calm" },
  1: { zh: "不满", en: "displeased" },
  2: { zh: "愤怒", en: "angry" },
  3: { zh: "激烈", en: "furious or desperate" },
};

export const GAP: Record<GapReason, Bilingual> = {
  unknown: { zh: "客户不清楚", en: "the customer does not know" },
  declined: { zh: "客户不愿提供", en: "the customer would rather not say" },
  silent: { zh: "未及询问，客户已离开", en: "the customer left before it could be asked" },
  "asked-enough": { zh: "已问过，未得到", en: "asked, not obtained" },
};
