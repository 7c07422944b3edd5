/** A step as somebody filled in its form, read with the desk's own schema: the step, or what is wrong with which field. */

import { DeskStep } from "./life-steps.ts";
import type { LifeView } from "./life-view.ts";
import { granted, type Outcome, refuseField } from "./refusal.ts";
import { type Filled, missingIn, stepBody } from "./step-body.ts";
import { FIELDS, STEP } from "./step-fields.ts";

export function readStep(type: DeskStep["type"], filled: Filled, life: Pick<LifeView, "extension">): Outcome<DeskStep> {
  const fields = FIELDS[type];
  const wrong = (name: string) => refuseField(name, fields.find((field) => field.name === name)?.label ?? STEP[type]);
  const [missing] = missingIn(fields, filled);
  if (missing !== undefined) return wrong(missing);
  const read = DeskStep.safeParse(stepBody(type, fields, filled, life));
  return read.success ? granted(read.data) : wrong(String(read.error.issues[0]?.path[0] ?? ""));
}
