/** The steps of a case's life that staff may ask for, as every staff surface sends them. */
import { z } from "zod";
import { Grade, Urgency } from "../bank/files/grades.ts";
import type { LifeAsk } from "../cases/life/command.ts";
import { CAUSES } from "../flows/conversation.ts";
import { FACT } from "./names.ts";

const id = z.string().min(1).max(200);
const text = z.string().max(20_000);
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const amount = z.object({ minor: z.number().int().min(0), currency: z.string().length(3) }).nullable();
const way = z.enum(["chat", "phone", "letter", "email", "in-person"]);
const fact = z.custom<keyof typeof FACT>((value) => typeof value === "string" && Object.hasOwn(FACT, value));
const mark = z.number().int().min(1).max(5);

/** `type` as in the life's own table; what only the conversation, a clock or the core system do is left out. */
export const DeskStep = z.discriminatedUnion("type", [
  z.object({ type: z.literal("assign"), to: id, reason: text.nullable() }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("return"), reason: text }),
  z.object({ type: z.literal("offer-transfer"), to: id, reason: text }),
  z.object({ type: z.literal("accept-transfer") }),
  z.object({ type: z.literal("refuse-transfer"), reason: text }),
  z.object({ type: z.literal("ask-assistance"), department: id, reason: text }),
  z.object({ type: z.literal("recuse"), staff: id, reason: text }),
  z.object({ type: z.literal("escalate"), reason: text }),
  z.object({ type: z.literal("investigate") }),
  z.object({ type: z.literal("contact"), how: way }),
  z.object({ type: z.literal("ask-facts"), facts: z.array(fact).min(1).max(7) }),
  z.object({
    type: z.literal("wait"),
    whom: z.enum(["customer", "third-party"]),
    reason: z.enum([
      "documents",
      "customer-choice",
      "mediation",
      "outside-appraisal",
      "outside-body",
      "other-department",
    ]),
    until: instant,
  }),
  z.object({ type: z.literal("end-wait"), how: z.enum(["answered", "by-staff"]) }),
  z.object({ type: z.literal("restart"), reason: text }),
  z.object({ type: z.literal("choose-regime"), pack: id, reason: text }),
  z.object({ type: z.literal("ask-extension"), to: day, reason: text }),
  z.object({ type: z.literal("grant-extension"), extension: id }),
  z.object({ type: z.literal("refuse-extension"), extension: id, reason: text }),
  z.object({ type: z.literal("grade"), grade: Grade, reason: text }),
  z.object({ type: z.literal("urge"), urgency: Urgency, reason: text }),
  z.object({ type: z.literal("promise"), words: text, until: instant }),
  z.object({ type: z.literal("keep-promise"), promise: id }),
  z.object({ type: z.literal("move-promise"), promise: id, until: instant, reason: text }),
  z.object({ type: z.literal("tell-progress"), next: instant.nullable() }),
  z.object({ type: z.literal("propose"), text, amount }),
  z.object({ type: z.literal("pass-proposal") }),
  z.object({ type: z.literal("send-back-proposal"), reason: text }),
  z.object({ type: z.literal("answer-proposal"), agreed: z.boolean(), words: text.nullable() }),
  z.object({
    type: z.literal("decide"),
    outcome: z.enum(["upheld", "partly-upheld", "not-upheld", "explained"]),
    findings: text,
    text,
    grounds: text,
    remedies: text,
    amount,
    cause: z.enum(CAUSES).nullish(),
  }),
  z.object({ type: z.literal("give-notice"), notice: id, how: way.exclude(["chat"]), message: z.null() }),
  z.object({ type: z.literal("close") }),
  /** `into`: key, case number or record number. */
  z.object({ type: z.literal("merge"), into: id, reason: text }),
  z.object({
    type: z.literal("call-back"),
    satisfied: z.boolean(),
    marks: z.object({ solved: mark, manner: mark }).nullable(),
  }),
  z.object({ type: z.literal("reopen"), reason: text }),
  z.object({ type: z.literal("ask-review") }),
  z.object({ type: z.literal("decide-review"), outcome: z.enum(["upheld", "changed"]), reason: text }),
]);
export type DeskStep = z.infer<typeof DeskStep>;

/** What of a step the customer will read in a person's own words. */
export function saidToCustomer(step: DeskStep): string {
  switch (step.type) {
    case "propose":
      return step.text;
    case "decide":
      return [step.findings, step.text, step.grounds].join("\n");
    case "ask-extension":
    case "decide-review":
      return step.reason;
    default:
      return "";
  }
}

/** Longest of the texts a step holds, characters. */
export const longestText = (step: LifeAsk): number =>
  Math.max(0, ...Object.values(step).map((value) => (typeof value === "string" ? value.length : 0)));
