/** rules/*.yaml: deadline packs, each a set of clocks. A case keeps the pack that was in force when it was received. */
import { z } from "zod";
import { Business } from "../../flows/reading.ts";
import { Bilingual, IsoDate, Slug, Zone } from "../terms.ts";

const basis = z.string().trim().min(1);

/** How long a clock runs. Weeks are seven calendar days each; hours and minutes pass by day and night. */
export const Length = z.strictObject({
  count: z.number().int().min(1).max(366),
  unit: z.enum(["minutes", "hours", "days", "working-days", "weeks"]),
});
export type Length = z.infer<typeof Length>;

/** What happens to a case, as far as clocks begin or end with it. */
export const Mark = z.enum([
  "receipt",
  "registered",
  "assigned",
  "accepted",
  "released",
  "contacted",
  "told",
  "waiting-customer",
  "waiting-third-party",
  "wait-ended",
  "restarted",
  "promised",
  "promise-moved",
  "promise-kept",
  "proposal-made",
  "proposal-answered",
  "decision-given",
  "review-asked",
  "review-decided",
  "reopened",
  "closed",
  "call-back-owed",
  "called-back",
]);
export type Mark = z.infer<typeof Mark>;

/** Reasons of a wait, as the events of a case name them. */
export const Pause = z.enum([
  "facts",
  "documents",
  "customer-choice",
  "mediation",
  "outside-appraisal",
  "outside-body",
  "other-department",
]);

const Extension = z.strictObject({
  slug: Slug,
  names: Bilingual,
  /** The limit in all, counted like the clock itself. */
  to: z.number().int().min(1).max(366),
  /** Whose approval it takes. */
  needs: Bilingual,
  basis,
});

export const ClockSpec = z.strictObject({
  clock: Slug,
  names: Bilingual,
  basis,
  /** limit: something has to be done by then. window: a chance that ends, of the customer's or ours. */
  kind: z.enum(["limit", "window"]).default("limit"),
  /** Only for these; a clock without conditions runs for every case. */
  for: z
    .strictObject({
      business: z.array(Business).min(1).optional(),
      notBusiness: z.array(Business).min(1).optional(),
      grade: z
        .array(z.enum(["ordinary", "complex", "major"]))
        .min(1)
        .optional(),
    })
    .default({}),
  starts: z.array(Mark).min(1),
  stops: z.array(Mark).min(1),
  /** Begins again, also when it had ended. */
  restarts: z.array(Mark).default([]),
  /** Begins again as long as it has not ended. */
  renews: z.array(Mark).default([]),
  /** as-told: until the instant that was told when it began (a promise, a wait, a proposal). */
  length: z.union([Length, z.literal("as-told")]),
  /** Waits that do not count. */
  pauses: z.array(Pause).default([]),
  /** Whether a wait counts until the customer has been told of it. */
  pausesToldOnly: z.boolean().default(false),
  extensions: z.array(Extension).default([]),
  /** Of reminders.yaml. */
  ladder: Slug,
});
export type ClockSpec = z.infer<typeof ClockSpec>;

export const RulePack = z
  .strictObject({
    pack: Slug,
    names: Bilingual,
    /** Whose rules they are: bank.yaml says which is the bank's own. */
    regime: Slug,
    /** direct: the customer came to the bank. passed-on: a regulator sent it. internal: the bank's own, beside the others. */
    applies: z.enum(["direct", "passed-on", "internal"]),
    /** First and last day of receipt it covers; null: until further notice. */
    validFrom: IsoDate,
    validTo: IsoDate.nullable(),
    source: z.string().trim().min(1),
    /** Its days begin and end at midnight there. */
    zone: Zone,
    /** calendar/<this>-<year>.json; null where no clock asks which days are worked. */
    calendar: Slug.nullable(),
    counting: z.strictObject({
      firstDay: z.enum(["excluded", "included"]),
      /** Whether a last day that is a day off moves to the next workday. */
      rollForward: z.boolean(),
      basis,
    }),
    clocks: z.array(ClockSpec).min(1),
    notice: z.strictObject({ basis, parts: z.array(z.strictObject({ slug: Slug, names: Bilingual })) }),
    remedies: z.array(z.strictObject({ slug: Slug, names: Bilingual, how: Bilingual, basis })),
  })
  .refine((pack) => pack.validTo === null || pack.validFrom <= pack.validTo, {
    path: ["validTo"],
    message: "ends before it begins",
  });
export type RulePack = z.infer<typeof RulePack>;

/** The clock of a pack for direct or passed-on complaints that says until when the customer has the answer. */
export function answerClock(pack: RulePack): ClockSpec & { length: Length } {
  for (const spec of pack.clocks) {
    const { length } = spec;
    if (spec.clock === "answer" && length !== "as-told") return { ...spec, length };
  }
  throw new RangeError(`${pack.pack} has no clock named answer`);
}
