import type { Language } from "../../flows/reading.ts";

/** What the bank says about itself and its AI on every page, in one language. */
export interface LanguageLabels {
  bankName: string;
  /**
   * Always visible above the messages. Names an AI and the making of the text
   * (《人工智能生成合成内容标识办法》, GB 45438-2025).
   */
  aiHeader: string;
  /** On each message written by the AI. */
  aiBadge: string;
  /** What is collected, why, for how long (PIPL art. 17). Line breaks are kept. */
  privacyNotice: string;
  /** Model name and filing number, or that no model is used. */
  modelNotice: string;
}

export interface WebLabels {
  hotline: string;
  byLanguage: Record<Language, LanguageLabels>;
}

/** The first language of an Accept-Language header that we speak, if any. */
export function preferredLanguage(header: string | undefined): Language | undefined {
  const wanted = (header ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = Number(parameters.find((p) => p.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { tag: tag.trim(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter((part) => part.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return "zh-Hant";
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-Hans";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return undefined;
}
