/** JSON lines in, JSON lines out, for programs. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { z } from "zod";

/**
 * Answers every line with one line, in order. A line that can't be used is answered with `error`.
 * Returns the exit code: 0 when every line was answered.
 */
export async function answerLines<T extends z.ZodType>(
  input: Readable,
  schema: T,
  answer: (line: z.infer<T>) => Promise<object> | object,
): Promise<number> {
  let failed = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === "") continue;
    const line = parse(text);
    const parsed = line.ok ? schema.safeParse(line.value) : null;
    if (parsed?.success) {
      await write(await answer(parsed.data));
      continue;
    }
    failed += 1;
    const why = parsed
      ? parsed.error.issues.map((i) => [i.path.join("."), i.message].filter(Boolean).join(": ")).join("; ")
      : "not JSON";
    await write({ ...idOf(line), error: why });
  }
  return failed === 0 ? 0 : 1;
}

type Parsed = { ok: true; value: unknown } | { ok: false };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false };
    throw error;
  }
}

const idOf = (line: Parsed): { id?: string | number } => {
  const value = line.ok ? line.value : null;
  if (typeof value !== "object" || value === null || !("id" in value)) return {};
  return typeof value.id === "string" || typeof value.id === "number" ? { id: value.id } : {};
};

/** Waits when the reader of our output is slower than we are. */
const write = (line: object): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, (error) => (error ? failed(error) : done()));
  });
