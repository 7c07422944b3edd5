/** Building blocks of the bank's files. */
import { z } from "zod";
import type { Language } from "../flows/reading.ts";

/** A text for customers or staff in the two languages the bank writes. */
export const Bilingual = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;

export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words joined by hyphens");

export const IsoDate = z.iso.date("expected a date such as 2026-01-31");

export const Zone = z.string().refine(isZone, "expected an IANA time zone such as Asia/Shanghai");

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** "08:30"; "24:00" is the end of the day. */
export const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a quoted time such as "08:30"');

/** Minutes after midnight of a `TimeOfDay`. */
export function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** One stretch of a day. The end is not included. Days off are weekends and holidays of the calendar. */
export const Hours = z
  .strictObject({ on: z.enum(["every-day", "workdays", "days-off"]), from: TimeOfDay, to: TimeOfDay })
  .refine((hours) => minutesOf(hours.from) < minutesOf(hours.to), { path: ["to"], message: "ends before it begins" });
export type Hours = z.infer<typeof Hours>;

/** The text in the language's script family. Traditional Chinese gets the simplified text; conversion is done when it is sent. */
export function inLanguage(text: Bilingual, language: Language): string {
  return language === "en" ? text.en : text.zh;
}
