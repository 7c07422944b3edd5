/** The desk's words, taken from the bank's files. */
import type { Bank } from "../bank/bank.ts";
import { answerClock } from "../bank/files/rules.ts";
import type { Bilingual } from "../bank/terms.ts";
import { packsToChoose } from "../cases/regimes.ts";
import type { Language } from "../flows/reading.ts";
import type { DeskNames, RuleWords } from "./names.ts";

/** The bank's short names fit a list; in English they address the customer ("your credit card"), so staff get the full ones. */
const forStaff = (say: (language: Language, form: "full" | "short") => string): Bilingual => ({
  zh: say("zh-Hans", "short"),
  en: say("en", "full"),
});

/** `bank` is asked anew each time, so a reloaded folder shows at once. */
export function deskNames(bank: () => Bank): DeskNames {
  return {
    department: (code) => ({
      zh: bank().names.department(code, "zh-Hans", "short"),
      en: bank().names.department(code, "en", "short"),
    }),
    business: (code) => forStaff((language, form) => bank().names.business(code, language, form)),
    reason: (code) => forStaff((language, form) => bank().names.reason(code, language, form)),
    venue: (code) => forStaff((language, form) => bank().names.venue(code, language, form)),
    risk: (slug) => ({ name: bank().risks[slug].names, basis: bank().risks[slug].basis }),
    handoverBasis: (code) => bank().routing.handoverReasons[code].basis,
    rulePack: (pack) => ruleWords(bank(), pack),
    packsFor: (receivedAt) =>
      packsToChoose(bank(), receivedAt).map(({ pack, names }) => ({ value: pack, label: names })),
    grade: (code) => bank().grades.grades[code].names,
    clock(code) {
      const [slug] = code.split(":");
      const clocks = bank().packs.flatMap((pack) => pack.clocks);
      return clocks.find((one) => one.clock === slug)?.names ?? { zh: code, en: code };
    },
    urgency: (code) => bank().grades.urgencies[code].names,
  };
}

function ruleWords(bank: Bank, slug: string): RuleWords {
  // A pack that has left the folder since keeps its slug; the newest one says what a notice must hold.
  const pack = bank.packs.find((one) => one.pack === slug);
  const now = pack ?? bank.rules.findLast((one) => one.applies === "direct");
  if (!now) throw new Error("the bank has no deadline pack");
  return {
    name: pack?.names ?? { zh: slug, en: slug },
    basis: pack ? `${answerClock(pack).basis}；${pack.counting.basis}` : slug,
    firstDay: now.counting.firstDay,
    notice: now.notice.parts.map((part) => ({ slug: part.slug, name: part.names })),
    remedies: {
      zh: now.remedies.map((remedy) => `${remedy.names.zh}：${remedy.how.zh}`).join("\n"),
      en: now.remedies.map((remedy) => `${remedy.names.en}: ${remedy.how.en}`).join("\n"),
    },
  };
}
