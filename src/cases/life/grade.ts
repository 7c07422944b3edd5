/** Grade and urgency of a case by the rules of bank/grades.yaml, each with the basis it rests on. */
import type { Grades } from "../../bank/files/grades.ts";
import type { Matter } from "../../flows/conversation.ts";
import type { Grade, Rated, Urgency } from "./case.ts";

export type Weighed = Pick<Matter, "business" | "reason" | "risks" | "facts" | "emotion">;
type When = Grades["gradeRules"][number]["when"];

export function gradeOf(grades: Grades, matter: Weighed): Rated<Grade> {
  const rule = grades.gradeRules.find((each) => fits(each.when, matter));
  if (rule) return { value: rule.grade, rule: rule.rule, reason: rule.basis };
  return { value: grades.gradeOtherwise.grade, rule: "otherwise", reason: grades.gradeOtherwise.basis };
}

export function urgencyOf(grades: Grades, matter: Weighed): Rated<Urgency> {
  const rule = grades.urgencyRules.find((each) => fits(each.when, matter));
  if (rule) return { value: rule.urgency, rule: rule.rule, reason: rule.basis };
  return { value: grades.urgencyOtherwise.urgency, rule: "otherwise", reason: grades.urgencyOtherwise.basis };
}

function fits(when: When, { business, reason, risks, facts, emotion }: Weighed): boolean {
  const amounts = facts.flatMap((fact) => (fact.name === "amount" && !fact.replacedBy ? [fact.value.minor] : []));
  return (
    (when.risk === undefined || risks.some((risk) => when.risk?.includes(risk.slug))) &&
    (when.level === undefined || risks.some((risk) => when.level?.includes(risk.level))) &&
    (when.business === undefined || (business !== null && when.business.includes(business))) &&
    (when.reason === undefined || (reason !== null && when.reason.includes(reason))) &&
    (when.amountFrom === undefined || Math.max(0, ...amounts) >= when.amountFrom) &&
    (when.emotionFrom === undefined || emotion.peak >= when.emotionFrom)
  );
}
