/** reminders.yaml: when and whom the clocks warn, remind and escalate to, and the hours in which nobody is disturbed. */
import { z } from "zod";
import { minutesOf, Slug, TimeOfDay } from "../terms.ts";

const count = z.number().int().min(0).max(366);
const Distance = z.strictObject({ count, unit: z.enum(["minutes", "hours", "days", "working-days"]) });
export type Distance = z.infer<typeof Distance>;

/** Chain of escalation, lowest first; the customer stands beside it. */
export const Recipient = z.enum(["handler", "lead", "head", "management", "customer"]);
export type Recipient = z.infer<typeof Recipient>;

const Point = z
  .strictObject({
    point: Slug,
    /** Part of the time between beginning and end. Comes once, whatever becomes of the end. */
    share: z.number().gt(0).lt(1).optional(),
    /** Before the end: counted in days, it is that day at the time; 0 days before is the last day. */
    before: Distance.optional(),
    /** After the end. */
    after: Distance.optional(),
    /** Comes again for as long as the clock runs. */
    every: z.strictObject({ count: count.min(1), unit: z.enum(["hours", "days"]) }).optional(),
    /** Instead of the file's own time. */
    time: TimeOfDay.optional(),
    /** warn: look at it. remind: 催办. escalate: the next in the chain. inform: a word to the customer. */
    does: z.enum(["warn", "remind", "escalate", "inform"]),
    tells: z.array(Recipient).min(1),
  })
  .refine((point) => [point.share, point.before, point.after].filter((when) => when !== undefined).length === 1, {
    message: "needs one of share, before and after",
  })
  .refine((point) => point.every === undefined || point.after !== undefined, {
    path: ["every"],
    message: "comes again only after the end",
  });
export type Point = z.infer<typeof Point>;

export const Reminders = z.strictObject({
  /** Nobody is told anything then; the end is not included. Over midnight where it begins later than it ends. */
  quiet: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    .refine((quiet) => minutesOf(quiet.from) > minutesOf(quiet.to), {
      path: ["from"],
      message: "expected an evening that ends the next morning",
    }),
  /** Of points counted in days. */
  time: TimeOfDay,
  /** Warnings and reminders that fall on a day off come on the last workday before, where the pack has a calendar. */
  onWorkdays: z.boolean(),
  ladders: z.record(
    Slug,
    z.strictObject({
      /** Not held back by the quiet hours. */
      urgent: z.boolean().default(false),
      points: z.array(Point).min(1),
    }),
  ),
});
export type Reminders = z.infer<typeof Reminders>;
