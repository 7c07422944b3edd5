/** calendar/*.json: days off and make-up workdays, a file a year. */
import { z } from "zod";
import { Bilingual, IsoDate } from "../terms.ts";

export const CalendarYear = z.strictObject({
  year: z.number().int().min(2020).max(2100),
  /** provisional: made from the law before the official notice was out; to be replaced. */
  status: z.enum(["official", "provisional"]),
  source: z.string().trim().min(1),
  daysOff: z.array(
    z
      .strictObject({ from: IsoDate, to: IsoDate, names: Bilingual })
      .refine((off) => off.from <= off.to, { path: ["to"], message: "ends before it begins" }),
  ),
  /** Saturdays and Sundays that are worked. */
  workdays: z.array(IsoDate),
});
export type CalendarYear = z.infer<typeof CalendarYear>;
