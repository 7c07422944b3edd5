/** How the desk's routes read what is asked and answer it. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import type { Outcome, RefusalCode } from "../../../desk/refusal.ts";
import type { StaffMember } from "../../../desk/staff.ts";

export const STATUS: Record<RefusalCode, ContentfulStatusCode> = {
  "sign-in-needed": 401,
  "link-invalid": 403,
  "no-such-staff": 404,
  "not-found": 404,
  "other-department": 403,
  "not-allowed": 403,
  taken: 409,
  "not-owner": 409,
  "not-open": 409,
  erased: 410,
  empty: 422,
  "too-long": 422,
  incomplete: 422,
  "above-authority": 403,
  "reason-needed": 422,
  "promise-past": 422,
  "no-such-incident": 404,
  "changed-meanwhile": 409,
  "same-person": 409,
  "incident-ended": 409,
  "both-languages": 422,
  "no-kinds": 422,
  "bad-period": 422,
  "step-refused": 409,
  "field-wrong": 422,
  "no-colleague": 409,
  "file-refused": 422,
  "time-wrong": 422,
  "not-here": 404,
  "second-person": 403,
  "no-such-task": 404,
  "not-closed": 409,
  "nothing-to-measure": 422,
  "too-early": 409,
  "no-such-request": 404,
  "needs-proposal": 409,
  "no-such-draft": 404,
  "still-open": 409,
  "draft-unfinished": 422,
  "folder-closed": 503,
};

export interface DeskEnv {
  Variables: { staff: StaffMember; token: string };
}

export const invalid = {
  code: "invalid",
  message: { zh: "请求的格式不对。", en: "The request could not be read." },
} as const;

export function answer<T>(outcome: Outcome<T>): { body: unknown; status: ContentfulStatusCode } {
  return outcome.ok
    ? { body: outcome.value, status: 200 }
    : { body: outcome.refusal, status: STATUS[outcome.refusal.code] };
}

/** What was sent is not what the endpoint takes: each place that is wrong, and what was expected. Values are not repeated. */
export class BadRequest extends Error {
  readonly problems: { path: string; message: string }[];
  constructor(problems: BadRequest["problems"]) {
    super("bad request");
    this.name = "BadRequest";
    this.problems = problems;
  }
}

/** Throws BadRequest. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BadRequest(result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
}

/** The body as `schema` reads it. Only JSON: a foreign form can't send that without asking first. Throws BadRequest. */
export async function readBody<T>(
  c: { req: { header(name: string): string | undefined; text(): Promise<string> } },
  schema: z.ZodType<T>,
): Promise<T> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? "")) {
    throw new BadRequest([{ path: "content-type", message: "expected application/json" }]);
  }
  return parsed(schema, jsonIn(await c.req.text()));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadRequest([{ path: "", message: "expected JSON" }]);
    throw error;
  }
}
