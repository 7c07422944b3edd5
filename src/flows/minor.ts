import type { Matter } from "./conversation.ts";

const YOUNG =
  /(?:我|本人)(?:今年|才|只有|现在|刚|刚满|还)*(\d{1,2}|[一二三四五六七八九十]{1,3})(?:周)?岁|\bi(?:'m| am) (\d{1,2})(?: years? old)?\b/iu;
const PUPIL = /我(?:是|在读|上|读|还在上)(?:一个)?小学|我还?是小学生|primary school/iu;
const HAN_AGES: Readonly<Record<string, number>> = {
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
  十三: 13,
};

/**
 * The writer is under 14: no personal data is asked for, a guardian is (个人信息保护法 第31条).
 * Judged by the writer's own words; an unknown age is not taken for a child's.
 */
export function underFourteen(matter: Matter): boolean {
  if (!matter.risks.some(({ slug }) => slug === "minor")) return false;
  const match = YOUNG.exec(matter.words);
  const age = match?.[1] ?? match?.[2];
  const years = age === undefined ? null : (HAN_AGES[age] ?? Number(age));
  return PUPIL.test(matter.words) || (years !== null && years < 14);
}
