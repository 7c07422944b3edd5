/**
 * The offline reader: rules and weighted cues, then small trained weights that weigh them together with the words
 * themselves. No model server, no network, no I/O per call. Same text and context, same reading; it never throws.
 */
import type { Reading, ReadingContext } from "../../flows/reading.ts";
import { judge } from "./learned/judge.ts";
import { loadWeights } from "./learned/weights.ts";
import { createRuleReader, type OfflineReaderOptions } from "./rules.ts";

/**
 * Compiles the lexicons and loads the weights once (some 60 ms) and returns the reader. Offsets in a reading are
 * UTF-16 units into the text given, end exclusive, and `span.text` is exactly that slice.
 */
export function createOfflineReader(options: OfflineReaderOptions): (text: string, context: ReadingContext) => Reading {
  const byRules = createRuleReader(options);
  const weights = loadWeights();
  return (text, context) => judge(byRules(text, context), weights, context);
}
