/** rules/*.yaml: deadline packs. A case keeps the pack that was in force when it was received. */
import { z } from "zod";
import { Bilingual, IsoDate, Slug } from "../terms.ts";

const basis = z.string().trim().min(1);
const days = z.number().int().min(1).max(366);

export const RulePack = z
  .strictObject({
    pack: Slug,
    names: Bilingual,
    /** direct: the customer came to the bank. passed-on: a regulator sent the complaint. */
    applies: z.enum(["direct", "passed-on"]),
    /** First and last day of receipt it covers; null: until further notice. */
    validFrom: IsoDate,
    validTo: IsoDate.nullable(),
    source: z.string().trim().min(1),
    answer: z.strictObject({ days, basis }),
    /** In all, not on top. */
    extension: z.strictObject({ days, basis }),
    /** On top of the extension. */
    furtherExtension: z.strictObject({ days, basis, needs: Bilingual }),
    counting: z.strictObject({
      days: z.literal("calendar"),
      firstDay: z.enum(["excluded", "included"]),
      /** Whether a last day that is a day off moves to the next workday. */
      rollForward: z.boolean(),
      basis,
    }),
    notice: z.strictObject({ basis, parts: z.array(z.strictObject({ slug: Slug, names: Bilingual })).min(1) }),
    remedies: z.array(z.strictObject({ slug: Slug, names: Bilingual, how: Bilingual, basis })).min(1),
  })
  .refine((pack) => pack.validTo === null || pack.validFrom <= pack.validTo, {
    path: ["validTo"],
    message: "ends before it begins",
  })
  .refine((pack) => pack.answer.days <= pack.extension.days, {
    path: ["extension", "days"],
    message: "is shorter than the ordinary limit",
  });
export type RulePack = z.infer<typeof RulePack>;
