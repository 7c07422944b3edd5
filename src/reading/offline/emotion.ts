import type { Abuse, Act, Emotion, FoundFact, Need, Reason, RiskSlug } from "../../flows/reading.ts";
import type { Hit, Hits } from "./scan.ts";

/** Hits that are not inside an innocent word such as 天气 or 累死. */
function standing(hits: Hits, tag: string): readonly Hit[] {
  const innocent = hits.of("mood.innocent");
  const list = hits.of(tag);
  if (innocent.length === 0) return list;
  return list.filter((hit) => !innocent.some((word) => word.start < hit.end && hit.start < word.end));
}

/** "你们不是骗子": taken back. */
const taken = (plain: string, hit: Hit) =>
  /(?:不是|不|没|没有|并不|别|not|isn't|aren't|wasn't|don't be|no) ?(?:很|太|那么|so|very|too|that)?$/.test(
    plain.slice(Math.max(0, hit.start - 8), hit.start),
  );

export function findEmotion(
  plain: string,
  original: string,
  hits: Hits,
  act: Act,
  risks: readonly { slug: RiskSlug }[],
): Emotion {
  const strong = standing(hits, "emotion.3").filter((hit) => !taken(plain, hit)).length;
  const angry = standing(hits, "emotion.2").filter((hit) => !taken(plain, hit)).length;
  const uneasy = standing(hits, "emotion.1").filter((hit) => !taken(plain, hit)).length;
  if (act === "praise" || act === "chitchat") return strong > 0 ? 2 : 0;
  const marks = (plain.match(/!/g) ?? []).length;
  const shouting = /(?:[A-Z]{3,}[ ,!.]+){3,}/.test(original.slice(0, 2000)) ? 1 : 0;
  const grave = risks.some((risk) => risk.slug === "self-harm" || risk.slug === "violence");
  if (strong > 0 || grave || (angry >= 2 && marks >= 2) || angry >= 4) return 3;
  if (angry > 0 || (act === "complaint" && (marks >= 2 || shouting > 0))) return marks >= 4 && angry > 0 ? 3 : 2;
  if (uneasy > 0 && (act === "complaint" || act === "report")) return 1;
  if (act === "complaint") return 1;
  // Neutral questions may hold words of unease without being uneasy.
  return uneasy > 1 && act !== "question" && act !== "suggestion" ? 1 : 0;
}

/** "柜员骂我傻逼", "called me an idiot": whoever tells what was said to them has not said it. */
const SAID_TO_ME =
  /(?:骂|吼|吼叫|凶|辱骂|侮辱|羞辱|讽刺|嘲笑|说|叫|喊)(?:了|过|着)?(?:我们?|俺|咱|我[妈爸爷奶老]\S?|老人|顾客|客户)(?:(?:是|个|一?句|“|"|:|,|，| )*)[^。!?,，]{0,8}$|\b(?:called|calling|calls|swore at|cursed at|shouted at|yelled at|told) (?:me|us|my [a-z]+)\b[^.!?]{0,24}$/;

/** Told of somebody's words to the customer, with the words or without. */
export const toldOfAbuse = (plain: string): boolean =>
  /(?:骂|辱骂|侮辱|羞辱|吼)(?:了|过|着)?(?:我们?|俺|咱|老人|顾客|客户)|\b(?:swore|cursed|shouted|yelled) at (?:me|us|my)\b|\b(?:insulted|called) (?:me|us|my)\b/.test(
    plain,
  );

export function findAbuse(plain: string, hits: Hits): Abuse {
  const clean = (tag: string) =>
    standing(hits, tag).some(
      (hit) => !taken(plain, hit) && !SAID_TO_ME.test(plain.slice(Math.max(0, hit.start - 24), hit.start)),
    );
  if (clean("abuse.2")) return 2;
  return clean("abuse.1") ? 1 : 0;
}

const MONEY_REASONS: ReadonlySet<Reason> = new Set(["fund-safety", "pricing", "product-yield", "free-choice"]);

/** Of the three needs behind a complaint (to vent, to be respected, to be made good) the one to meet first. */
export function findNeed(
  act: Act,
  emotion: Emotion,
  abuse: Abuse,
  reason: Reason | null,
  facts: readonly { name: FoundFact["name"] }[],
  risks: readonly { slug: RiskSlug }[],
): Need {
  if (act !== "complaint" && act !== "report") return "none";
  const has = (name: FoundFact["name"]) => facts.some((fact) => fact.name === name);
  if (risks.some((risk) => risk.slug === "self-harm")) return "vent";
  if (has("desired-outcome")) return "redress";
  if (reason === "service-attitude") return emotion >= 3 ? "vent" : "respect";
  if (emotion === 3 && !has("amount") && reason !== "fund-safety") return "vent";
  if (
    has("amount") ||
    (reason !== null && MONEY_REASONS.has(reason)) ||
    risks.some((risk) => risk.slug === "unauthorised-transaction" || risk.slug === "scam")
  )
    return "redress";
  if (emotion >= 2 && (abuse > 0 || reason === null)) return "vent";
  return reason === null ? "none" : "redress";
}
