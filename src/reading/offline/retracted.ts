/** "不是三千，是三万", "三万，不是两万": the value put right is dropped when the right one is there. */
import type { FactDraft } from "./facts/draft.ts";

const BEFORE =
  /(?:不是|并非|不|没说过?(?:是|在)?|没说是|\bnot|\bnot on|instead of|rather than|didn't say) ?(?:在|尾号|是|the|on|in)? ?$/;
const AFTER =
  /^(?:那?(?:一笔|个|天)?(?:是)?(?:不对|错的|错了|说错了|写错了|有误)| ?(?:is|was) (?:wrong|not right|incorrect|a mistake))/;

export function withoutRetracted(
  plain: string,
  facts: readonly FactDraft[],
): { facts: FactDraft[] /** A value was taken back in favour of another. */; corrected: boolean } {
  const retracted = (fact: FactDraft) =>
    BEFORE.test(plain.slice(Math.max(0, fact.start - 16), fact.start)) ||
    AFTER.test(plain.slice(fact.end, fact.end + 20));
  const kept = facts.filter(
    (fact) =>
      !(
        retracted(fact) &&
        facts.some((other) => other.name === fact.name && other.start !== fact.start && !retracted(other))
      ),
  );
  return { facts: kept, corrected: kept.length < facts.length };
}
