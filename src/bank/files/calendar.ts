/** calendar/<calendar>-<year>.json: days off and make-up workdays, a file a year; -provisional.json until the official one. */
import { z } from "zod";
import { Bilingual, IsoDate, Slug } from "../terms.ts";

export const CalendarYear = z.strictObject({
  calendar: Slug,
  year: z.number().int().min(2020).max(2100),
  /** provisional: made from the law before the official notice was out; to be replaced. */
  status: z.enum(["official", "provisional"]),
  /**
   * The day the bank put an official file beside a provisional one. Cases received before keep counting by the
   * provisional one until an event of theirs says that the official one is taken over. Null where there was none.
   */
  adopted: IsoDate.nullable().default(null),
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
