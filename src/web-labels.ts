import type { Bank } from "./bank/bank.ts";
import type { LanguageLabels, WebLabels } from "./channels/web/labels.ts";
import type { Language } from "./flows/reading.ts";
import { toTraditional } from "./wording/word.ts";

/** What every page of the customers' web channel says about the bank and its AI. */
export function webLabels({ profile, names }: Bank): WebLabels {
  const labels = (language: Language): LanguageLabels => {
    const key = language === "en" ? "en" : "zh";
    const say = (text: string) => (language === "zh-Hant" ? toTraditional(text) : text);
    return {
      bankName: say(names.bank(language)),
      aiHeader: say(profile.label.header[key]),
      aiBadge: say(profile.label.badge[key]),
      privacyNotice: say(profile.privacy.text[key]),
      modelNotice: say(profile.modelNotice.offline[key]),
    };
  };
  let traditional: LanguageLabels | undefined;
  return {
    hotline: profile.hotlines.bank.number,
    byLanguage: {
      "zh-Hans": labels("zh-Hans"),
      // Made when somebody asks: the dictionary takes a tenth of a second to build.
      get "zh-Hant"() {
        traditional ??= labels("zh-Hant");
        return traditional;
      },
      en: labels("en"),
    },
  };
}
