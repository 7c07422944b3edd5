/** Sentences and summaries too long to be read in one go. */
import type { Policy } from "../policies.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import type { Passage } from "./passages.ts";

/** Chinese characters, English words. */
const LONGEST = { zh: { sentence: 60, summary: 45 }, en: { sentence: 35, summary: 30 } };
const SENTENCE = { zh: /[。！？；]/u, en: /[.!?;:](?=\s|$)/u };

export function tooLong({ policy, clause, summary, body }: Passage): Finding[] {
  const found: Finding[] = [];
  const most = LONGEST[policy.language];
  const long = lengthOf(summary.text, policy);
  if (long > most.summary) {
    found.push({
      file: policy.file,
      line: summary.line,
      severity: "warning",
      check: "long-summary",
      message: inWordsOf(
        policy,
        `第${clause.number}条的摘要有${long}个字，最多${most.summary}个`,
        `the summary of clause ${clause.number} has ${long} words; ${most.summary} are enough`,
      ),
    });
  }
  for (const { line, text } of body) {
    // Tables and formulas are read part by part.
    if (text.startsWith("|")) continue;
    for (const sentence of text.split(SENTENCE[policy.language])) {
      const length = lengthOf(sentence, policy);
      if (length <= most.sentence || sentence.includes("＝")) continue;
      const start = sentence.trim().slice(0, 16);
      found.push({
        file: policy.file,
        line,
        severity: "warning",
        check: "long-sentence",
        message: inWordsOf(
          policy,
          `这句话有${length}个字，最多${most.sentence}个，请断开：“${start}…”`,
          `a sentence of ${length} words; split it at ${most.sentence}: "${start}…"`,
        ),
      });
    }
  }
  return found;
}

function lengthOf(text: string, policy: Policy): number {
  const units = policy.language === "zh" ? text.match(/\p{Script=Han}/gu) : text.match(/[\p{L}\p{N}][^\s]*/gu);
  return units?.length ?? 0;
}
