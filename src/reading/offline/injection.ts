import type { Hits } from "./scan.ts";

const MARKUP = /<\|[a-z_]{2,20}\|>|\[\/?inst\]|### ?(?:system|instruction)|<\/?(?:system|instructions?)>/;

/** Whether the text tries to give the bot orders. Only noted: customer text is never an instruction. */
export function findInjection(plain: string, hits: Hits): boolean {
  return hits.has("injection") || MARKUP.test(plain);
}
