/** A YAML file of the policy base that people write: its value, or every mistake with its line, in English and Chinese. */
import { readFileSync } from "node:fs";
import type { z } from "zod";
import { readYaml } from "../read-yaml.ts";
import { schemaFaults, unreadable } from "./faults.ts";
import type { Problem } from "./policies.ts";

export function readYamlFile<T>(
  file: string,
  schema: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; problems: Problem[] } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return { ok: false, problems: [{ file, line: 1, ...unreadable("file", error) }] };
  }
  const read = readYaml(text);
  if (!read.ok) return { ok: false, problems: read.faults.map((fault) => ({ file, ...fault })) };
  const result = schema.safeParse(read.yaml.value);
  if (result.success) return { ok: true, value: result.data };
  const problems = schemaFaults(schema, read.yaml.value).map(({ at, path, message, zh }) => ({
    file,
    line: read.yaml.lineOf(at),
    message: `${path}: ${message}`,
    zh: `${path}: ${zh}`,
  }));
  return { ok: false, problems };
}
