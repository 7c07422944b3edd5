/** The wording file of one language: variants for every act, names of facts, choices. Data in bank/wording. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readYaml } from "../read-yaml.ts";

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

export const Variant = z.strictObject({
  /** Conditions on the act's fields; every one must hold. More conditions win over fewer. */
  when: z.record(z.string(), z.union([Scalar, z.array(Scalar)])).default({}),
  say: z.array(z.string().min(1)).min(1),
});
export type Variant = z.infer<typeof Variant>;

export const Phrases = z.strictObject({
  /** By act: what may be said. */
  acts: z.record(z.string(), z.array(Variant).min(1)),
  /** By act (or act/field value): short answers to tap. */
  choices: z.record(z.string(), z.array(z.string()).max(5)),
  /** How a matter is named when its first words hold one of these; the first that fits wins. */
  topics: z.array(z.strictObject({ words: z.array(z.string().min(2)).min(1), say: z.string().min(1) })),
  /** How any other matter is named in a sentence, by business and reason. */
  matter: z.array(Variant).min(1),
  /** Names of facts for the reading-back. */
  facts: z.record(z.string(), z.string()),
  /** Small pieces: units, parts of the day, words for an open fact. */
  pieces: z.record(z.string(), z.string()),
});
export type Phrases = z.infer<typeof Phrases>;

export interface PhraseProblem {
  file: string;
  line: number;
  message: string;
}

/** Reads bank/wording/LANGUAGE.yaml. Every mistake is listed with its line. */
export function loadPhrases(
  folder: string,
  language: "zh" | "en",
): { phrases: Phrases | null; problems: PhraseProblem[] } {
  const file = join(folder, `${language}.yaml`);
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unreadable";
    return { phrases: null, problems: [{ file, line: 1, message: `cannot be read (${code})` }] };
  }
  const read = readYaml(source);
  if (!read.ok) return { phrases: null, problems: read.faults.map(({ line, message }) => ({ file, line, message })) };
  const parsed = Phrases.safeParse(read.yaml.value);
  if (parsed.success) return { phrases: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    file,
    line: read.yaml.lineOf(path),
    message: `${path.join(".")}: ${message}`,
  }));
  return { phrases: null, problems };
}
