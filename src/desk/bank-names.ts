/** The desk's words, taken from the bank's files. */
import type { Bank } from "../bank/bank.ts";
import type { Bilingual } from "../bank/terms.ts";
import type { Language } from "../flows/reading.ts";
import type { DeskNames, RuleWords } from "./names.ts";

const both = (say: (language: Language) => string): Bilingual => ({ zh: say("zh-Hans"), en: say("en") });

/** `bank` is asked anew each time, so a reloaded folder shows at once. */
export function deskNames(bank: () => Bank): DeskNames {
  return {
    department: (code) => both((language) => bank().names.department(code, language, "short")),
    business: (code) => both((language) => bank().names.business(code, language, "short")),
    reason: (code) => both((language) => bank().names.reason(code, language, "short")),
    venue: (code) => both((language) => bank().names.venue(code, language, "short")),
    fact: (name) => both((language) => bank().names.fact(name, language)),
    risk: (slug) => ({ name: both((language) => bank().names.risk(slug, language)), basis: bank().risks[slug].basis }),
    handover: (code) => ({
      name: both((language) => bank().names.handoverReason(code, language)),
      basis: bank().routing.handoverReasons[code].basis,
    }),
    rulePack: (pack) => ruleWords(bank(), pack),
  };
}

function ruleWords(bank: Bank, slug: string): RuleWords {
  // A pack that has left the folder since keeps its slug; the newest one says what a notice must hold.
  const pack = bank.rules.find((one) => one.pack === slug);
  const now = pack ?? bank.rules.at(-1);
  if (!now) throw new Error("the bank has no deadline pack");
  return {
    name: pack?.names ?? { zh: slug, en: slug },
    basis: pack ? `${pack.answer.basis}；${pack.counting.basis}` : slug,
    firstDay: now.counting.firstDay,
    notice: now.notice.parts.map((part) => ({ slug: part.slug, name: part.names })),
    remedies: {
      zh: now.remedies.map((remedy) => `${remedy.names.zh}：${remedy.how.zh}`).join("\n"),
      en: now.remedies.map((remedy) => `${remedy.names.en}: ${remedy.how.en}`).join("\n"),
    },
  };
}
