/** The part of staff.yaml about duty: shifts that people take in turn, and how cases are offered. */
import { z } from "zod";
import { Bilingual, IsoDate, Slug, TimeOfDay } from "../terms.ts";
import { Urgency } from "./grades.ts";

/** A stretch of the day that one person after the other takes. One that ends before it begins ends the next day. */
export const Shift = z.strictObject({
  shift: Slug,
  names: Bilingual,
  /** Of the day on which it begins. */
  on: z.enum(["every-day", "workdays", "days-off"]),
  from: TimeOfDay,
  to: TimeOfDay,
  /** Staff ids, in turn. */
  order: z.array(Slug).min(1),
  /** Calendar days each of them has it, counted from `since`. */
  days: z.number().int().min(1).max(31),
  since: IsoDate,
  /** Changed by hand: that day it is somebody else's. */
  instead: z.array(z.strictObject({ on: IsoDate, who: Slug })).default([]),
  /** Only cases this urgent are offered in it; the rest waits for the morning. */
  takes: z.array(Urgency).min(1).default(["I", "II", "III"]),
});
export type Shift = z.infer<typeof Shift>;

const minutes = z
  .number()
  .int()
  .min(1)
  .max(24 * 60);

export const Assignment = z.strictObject({
  /** False: cases are assigned by hand. The office can change it on the desk while the server runs. */
  automatic: z.boolean(),
  /** How long an offer waits for a yes, by urgency. */
  acceptMinutes: z.record(Urgency, minutes),
  /** Load beyond which nobody is offered more: ordinary 1, complex 2, major 3 each. */
  most: z.number().int().min(3),
});
export type Assignment = z.infer<typeof Assignment>;

/** For banks that say nothing: by hand. */
export const BY_HAND: Assignment = { automatic: false, acceptMinutes: { I: 5, II: 30, III: 120 }, most: 100 };
