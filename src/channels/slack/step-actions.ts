/** Steps of a case's life as buttons of its card: the foremost stand open, the rest in the menu. */
import type { Bilingual } from "../../bank/terms.ts";
import { DeskStep } from "../../desk/life-steps.ts";
import { STEP } from "../../desk/step-fields.ts";
import type { CardAction } from "./actions.ts";
import { stepForm, takeStep } from "./step-form.ts";

type StepType = DeskStep["type"];

/** What somebody is waiting for comes first and in colour. */
const WAITED: readonly StepType[] = ["accept-transfer", "pass-proposal", "grant-extension"];
const OPEN: readonly StepType[] = [
  "refuse-transfer",
  "send-back-proposal",
  "refuse-extension",
  "ask-facts",
  "propose",
  "offer-transfer",
  "return",
  "escalate",
];
/** Nothing to look at first, and nothing that can't be taken up again. */
const AT_ONCE: readonly StepType[] = ["investigate", "end-wait"];
/** The card's own buttons do it together with the talk. */
const ELSEWHERE: readonly StepType[] = ["accept"];

const others = DeskStep.options
  .map((option) => option.shape.type.value)
  .filter((type) => ![...WAITED, ...OPEN, ...ELSEWHERE].includes(type));

export const STEP_ACTIONS: readonly CardAction[] = [...WAITED, ...OPEN, ...others].map((type): CardAction => {
  const label = STEP[type];
  const describes: Bilingual = { zh: `${label.zh}，案件`, en: `${label.en}, case` };
  return {
    id: type,
    label,
    describes,
    ...(WAITED.includes(type) ? { style: "primary" as const } : {}),
    ...(others.includes(type) ? { more: true as const } : {}),
    shows: ({ life }) => life?.steps.includes(type) === true,
    press: AT_ONCE.includes(type)
      ? { kind: "do", run: (desk, to, clientId) => takeStep(desk, to, type, clientId) }
      : { kind: "form", form: (desk) => stepForm(desk, type) },
  };
});
