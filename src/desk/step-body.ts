/** What a step's form becomes on the wire. The server reads it with its own schema and says what is wrong. */
import type { DeskStep } from "./life-steps.ts";
import type { LifeView } from "./life-view.ts";
import type { StepField } from "./step-fields.ts";

export type Filled = Record<string, string | string[]>;

/** Names of the fields that still have to be filled. */
export const missingIn = (fields: readonly StepField[], filled: Filled): string[] =>
  fields.filter(({ name, optional }) => !optional && (filled[name] ?? "").length === 0).map(({ name }) => name);

export function stepBody(
  type: DeskStep["type"],
  fields: readonly StepField[],
  filled: Filled,
  life: Pick<LifeView, "extension">,
): Record<string, unknown> {
  const body: Record<string, unknown> = { type };
  for (const field of fields) body[field.name] = sentAs(field, filled[field.name] ?? "");
  switch (type) {
    case "grant-extension":
    case "refuse-extension":
      return { ...body, extension: life.extension?.id ?? "" };
    case "give-notice":
      return { ...body, message: null };
    case "end-wait":
      return { ...body, how: "by-staff" };
    case "call-back":
      return {
        type,
        satisfied: filled.satisfied === "true",
        marks: { solved: Number(filled.solved), manner: Number(filled.manner) },
      };
    case "answer-proposal":
      return { ...body, agreed: filled.agreed === "true" };
    default:
      return body;
  }
}

function sentAs(field: StepField, value: string | string[]): unknown {
  if (field.kind === "facts") return value;
  const text = String(value);
  if (field.kind === "yuan") {
    return text.trim() === "" ? null : { minor: Math.round(Number(text) * 100), currency: "CNY" };
  }
  if (text === "" && field.optional) return null;
  return field.kind === "instant" ? new Date(text).toISOString() : text;
}
