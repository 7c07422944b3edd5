/** Mass events as the desk shows them: marks with their names, why there is an alert, texts with who wrote and approved them. */
import type { Bank } from "../bank/bank.ts";
import type { Bilingual } from "../bank/terms.ts";
import { opened } from "../flows/evolve.ts";
import { Business, Reason, Venue } from "../flows/reading.ts";
import type { AlertRow, IncidentText } from "../store/incidents.ts";
import type { CheckPromise } from "./actions.ts";
import { stamp } from "./fact-text.ts";
import type { DeskNames } from "./names.ts";

export interface MarkView {
  mark: string;
  kind: "business" | "reason" | "venue" | "outlet" | "sign" | "code" | "word";
  name: Bilingual;
}

export interface TextView extends Bilingual {
  version: number;
  by: string;
  at: string;
  approvedBy: string | null;
  approvedAt: string | null;
  /** Written by the person who looks: somebody else has to approve it. */
  mine: boolean;
  /** What in it may promise something. */
  warnings: string[];
}

type MarkBank = Pick<Bank, "emergency" | "outlets">;

const KINDS = ["business", "reason", "venue", "outlet", "sign", "code", "word"] as const;
const LONGEST_WORD = 30;

/** Null for what is no mark of this bank. */
export function markView(mark: string, bank: MarkBank, names: DeskNames): MarkView | null {
  const [head = "", ...rest] = mark.split(":");
  const kind = KINDS.find((one) => one === head);
  const slug = rest.join(":");
  if (!kind || slug === "" || slug.length > LONGEST_WORD || slug.includes("&")) return null;
  const name = nameOf(kind, slug, bank, names);
  return name && { mark, kind, name };
}

function nameOf(kind: MarkView["kind"], slug: string, bank: MarkBank, names: DeskNames): Bilingual | null {
  switch (kind) {
    case "business": {
      const found = Business.safeParse(slug);
      return found.success ? names.business(found.data) : null;
    }
    case "reason": {
      const found = Reason.safeParse(slug);
      return found.success ? names.reason(found.data) : null;
    }
    case "venue": {
      const found = Venue.safeParse(slug);
      return found.success ? names.venue(found.data) : null;
    }
    case "outlet":
      return bank.outlets[slug]?.names ?? null;
    case "sign":
      return bank.emergency.signs[slug]?.names ?? null;
    case "code":
      return { zh: `错误码 ${slug.toUpperCase()}`, en: `error code ${slug.toUpperCase()}` };
    case "word":
      return { zh: `“${slug}”`, en: `“${slug}”` };
  }
}

/** Marks a person may choose from; words and codes come with an alert. */
export function choosable(bank: MarkBank, names: DeskNames): MarkView[] {
  const marks = [
    ...Object.keys(bank.emergency.signs).map((slug) => `sign:${slug}`),
    ...Object.keys(bank.outlets).map((slug) => `outlet:${slug}`),
    ...Venue.options.map((slug) => `venue:${slug}`),
    ...Business.options.map((slug) => `business:${slug}`),
    ...Reason.options.map((slug) => `reason:${slug}`),
  ];
  return marks.flatMap((mark) => markView(mark, bank, names) ?? []);
}

/** A whole number as an exponent. */
const raised = (power: number) => String(power).replace(/\d/gu, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));

/** Why there is an alert, in one sentence. `count`: complaints the person may see. */
export function whyText(alert: AlertRow, count: number, zone: string): Bilingual {
  const { date, time } = stamp(alert.since, zone);
  const usual = alert.usual < 0.95 ? alert.usual.toFixed(1) : String(Math.round(alert.usual));
  const powers = Math.floor(alert.surprise);
  return {
    zh: `${date} ${time} 以来有 ${count} 位客户反映。同期各类投诉 ${alert.among} 件，按平时的比例其中这类约 ${usual} 件；碰巧凑到一起的可能不到 10 的 ${powers} 次方分之一。`,
    en: `${count} ${count === 1 ? "customer" : "customers"} since ${date} ${time}. Of the ${alert.among} complaints of all kinds in that time about ${usual} would usually be of this one; chance brings this about less than once in 10${raised(powers)}.`,
  };
}

export function textView(
  text: IncidentText | null,
  staff: string,
  name: (id: string) => string,
  checkPromise: CheckPromise,
): TextView | null {
  if (!text) return null;
  const { zh, en, version, by, at, approvedBy, approvedAt } = text;
  // A conversation in which nothing is known: whatever the text promises is new.
  const empty = opened({
    type: "conversation-opened",
    id: "",
    channel: "web",
    identity: "anonymous",
    language: "zh-Hans",
    at,
  });
  const warnings = [zh, en].flatMap((one) => checkPromise(one, empty).warnings);
  return {
    zh,
    en,
    version,
    by: name(by),
    at,
    approvedBy: approvedBy && name(approvedBy),
    approvedAt,
    mine: by === staff,
    warnings: [...new Set(warnings)],
  };
}
