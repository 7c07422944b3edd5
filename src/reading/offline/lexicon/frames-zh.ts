/**
 * The word classes that stories in Chinese are put together from: everyday words, dialects, slips. Phrases in the
 * language of `phrases.ts`. What they mean together is in `frames-list.ts`; those no frame
 * names are for the trained weights alone.
 */
import { CONDUCT } from "./frames-conduct-zh.ts";
import { DATA } from "./frames-data-zh.ts";
import { DOUBT } from "./frames-doubt-zh.ts";
import { HARM } from "./frames-harm-zh.ts";
import { MONEY } from "./frames-money-zh.ts";
import { SCAM } from "./frames-scam-zh.ts";

export const ELEMENTS = { ...MONEY, ...SCAM, ...DATA, ...HARM, ...CONDUCT, ...DOUBT } as const;
export type Element = keyof typeof ELEMENTS;
