/**
 * Light stemming: enough for charge, charges, charged, charging to meet.
 * American and British spellings meet too.
 */
export function stem(word: string): string {
  let cut = word.replace(/['’](s|t|re|ve|ll|d|m)?$/u, (_, rest: string | undefined) => (rest === "t" ? "t" : ""));
  cut = cut.replace(/['’.-]/gu, (mark) => (mark === "." ? "." : ""));
  if (cut.length < 4 || !/^[a-z]+$/.test(cut)) return cut;
  cut = cut.replace(/([a-z]{3})iz(e|es|ed|ing|ation|ations)$/, "$1is$2").replace(/our(s|ed|ing)?$/, "or$1");
  cut = cut.replace(/ies$|ied$/, "y").replace(/(ss|sh|ch|x)es$/, "$1");
  if (!/(ss|us|is)$/.test(cut)) cut = cut.replace(/s$/, "");
  if (cut.length > 5) cut = cut.replace(/(ment|ation|ing|ed|al|ly)$/, "");
  return cut.replace(/([bdfgmnprt])\1$/, "$1").replace(/(?<=.{3})e$/, "");
}
