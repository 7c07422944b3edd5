/** The body of a chat completion as it really comes: checked, because the SDK hands on whatever was sent with status 200. */
import { z } from "zod";
import type { Failure, Tokens } from "./asked.ts";

const Count = z.number().int().min(0).catch(0);
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: Count, completion_tokens: Count }).nullish().catch(null),
});

export type Checked = { tokens: Tokens | null } & ({ ok: true; text: string } | { ok: false; reason: Failure });

/** The text of a complete answer, or why there is none. `tokens` is null when the endpoint doesn't count them. */
export function checkCompletion(body: unknown): Checked {
  // An HTML page or plain words with status 200 come as a string, an empty body as undefined.
  if (typeof body !== "object" || body === null) return { ok: false, reason: "not-json", tokens: null };
  const parsed = Completion.safeParse(body);
  if (!parsed.success) return { ok: false, reason: "wrong-shape", tokens: null };
  const { choices, usage } = parsed.data;
  const tokens = usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : null;
  const failed = (reason: Failure): Checked => ({ ok: false, reason, tokens });
  const choice = choices?.[0];
  if (!choice) return failed("empty");
  const { finish_reason: finished, message } = choice;
  if (message.refusal || finished === "content_filter") return failed("refused");
  if (finished === "length") return failed("truncated");
  const text = message.content?.trim() ?? "";
  if (text === "") return failed("empty");
  // Only "stop" says that the answer is whole.
  if (finished !== "stop") return failed("truncated");
  return { ok: true, text, tokens };
}

/** The JSON in an answer; thoughts before it and a code fence around it are taken off. Undefined when there is none. */
export function jsonIn(text: string): unknown {
  const spoken = text.replace(/^<think>[\s\S]*?<\/think>/u, "").trim();
  const fenced = /^```(?:json)?\n([\s\S]*?)\n?```$/u.exec(spoken);
  try {
    const value: unknown = JSON.parse(fenced?.[1] ?? spoken);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
