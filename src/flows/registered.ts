/** Channels on which colleagues enter what reached the bank elsewhere. Nobody reads there, so the bot says nothing. */
import type { Reading } from "./reading.ts";

export const REGISTERED = ["phone", "letter", "branch", "media", "regulator"] as const;
export type RegisteredChannel = (typeof REGISTERED)[number];

export const isRegistered = (channel: string): boolean => REGISTERED.some((one) => one === channel);

/** The colleague who entered it has said that it is a complaint: nothing is left to doubt. */
export function readingOn(channel: string, reading: Reading): Reading {
  if (!isRegistered(channel)) return reading;
  const { doubt: _, ...certain } = reading;
  return { ...certain, act: "complaint" };
}
