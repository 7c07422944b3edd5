/** A scripted conversation: what the customer does, what must and must not be said, and what is true afterwards. */
import { z } from "zod";
import { MESSAGE_KINDS } from "../flows/command.ts";
import { Business, FactName, Language, Reason, RiskSlug, Venue } from "../flows/reading.ts";
import { readYaml } from "../read-yaml.ts";

/** Words that must be there as they are, or a pattern between slashes: "受理编号", "/R-[0-9A-Z]{8}/". */
const Pattern = z
  .string()
  .min(1)
  .transform((text, context) => {
    const match = /^\/(.+)\/([imsu]*)$/su.exec(text);
    if (!match) return { source: text, test: (said: string) => said.includes(text) };
    try {
      const pattern = new RegExp(match[1] ?? "", match[2]);
      return { source: text, test: (said: string) => pattern.test(said) };
    } catch {
      context.addIssue({ code: "custom", message: `no regular expression: ${text}` });
      return z.NEVER;
    }
  });
const Patterns = z.union([Pattern.transform((one) => [one]), z.array(Pattern)]);
export type Pattern = z.infer<typeof Pattern>;

const Line = z.union([z.string(), z.strictObject({ kind: z.enum(MESSAGE_KINDS), text: z.string().default("") })]);

/** What holds after a turn; what is not named is not looked at. */
const Expected = {
  hears: Patterns.optional(),
  never: Patterns.optional(),
  /** The fact asked for now; "consent" for the privacy notice; null when none is asked for. */
  asks: z
    .union([FactName, z.literal("consent"), z.literal("status-number"), z.literal("status-proof")])
    .nullable()
    .optional(),
  stage: z.string().optional(),
  /** Most messages the bot may send for this turn. */
  bubbles: z.number().int().min(0).optional(),
};

const Turn = z.union([
  /** One turn of the customer: a line, or several sent in one breath. */
  z.strictObject({ says: z.union([Line, z.array(Line).min(1)]), after: z.string().optional(), ...Expected }),
  /** Time passes, and every clock that comes due rings. */
  z.strictObject({ waits: z.string(), ...Expected }),
  /** A member of staff works on the case. */
  z.strictObject({
    staff: z.union([
      z.literal("takes"),
      z.literal("hands back"),
      z.strictObject({ says: z.string() }),
      z.strictObject({ resolves: z.string() }),
    ]),
    ...Expected,
  }),
]);
export type Turn = z.infer<typeof Turn>;

const Outcome = z.strictObject({
  /** Complaints recorded. */
  records: z.number().int().min(0).optional(),
  /** Of the first complaint, or of the one named by `of`. */
  of: z.number().int().min(1).default(1),
  business: Business.nullable().optional(),
  reason: Reason.nullable().optional(),
  venue: Venue.nullable().optional(),
  status: z.enum(["open", "settled", "withdrawn", "resolved"]).optional(),
  facts: z.partialRecord(FactName, Pattern.nullable()).optional(),
  gaps: z.partialRecord(FactName, z.enum(["unknown", "declined", "silent", "asked-enough"])).optional(),
  risks: z.array(RiskSlug).optional(),
  /** Null: none was opened. */
  case: z
    .strictObject({
      department: z.string().optional(),
      reasons: z.array(z.string()).optional(),
      due: z.string().optional(),
    })
    .nullable()
    .optional(),
  /** Whom an alert went to, by its level. */
  alerts: z.array(z.enum(["P0", "P1"])).optional(),
  notes: z.array(z.enum(["suggestion", "praise", "report"])).optional(),
  language: Language.optional(),
  /** Everything said in the whole conversation. */
  hears: Patterns.optional(),
  never: Patterns.optional(),
});
export type Outcome = z.infer<typeof Outcome>;

export const Script = z.strictObject({
  name: z.string().min(1),
  language: Language.default("zh-Hans"),
  channel: z.enum(["web", "wechat", "terminal"]).default("web"),
  identity: z.enum(["anonymous", "signed", "verified"]).default("anonymous"),
  /** When it begins, with offset. A Monday morning in staffed hours unless said otherwise. */
  at: z.iso.datetime({ offset: true }).default("2026-11-23T10:00:00+08:00"),
  turns: z.array(Turn).min(1),
  // biome-ignore lint/suspicious/noThenProperty: a list in a YAML document, never awaited
  then: z.union([Outcome.transform((one) => [one]), z.array(Outcome)]).default([]),
});
export type Script = z.infer<typeof Script>;

export interface ScriptProblem {
  file: string;
  line: number;
  message: string;
}

/** Scripts of a YAML file, one a document; mistakes with the line they stand in. */
export function scriptsIn(text: string, file: string): { scripts: Script[]; problems: ScriptProblem[] } {
  const scripts: Script[] = [];
  const problems: ScriptProblem[] = [];
  let skipped = 0;
  for (const part of text.split(/^---\s*$/mu)) {
    const read = readYaml(part, skipped + 1);
    // One slip makes the parser stumble over all that follows: the first says enough.
    if (!read.ok) problems.push({ file, line: read.faults[0].line, message: read.faults[0].message });
    else if (read.yaml.value !== null) {
      const parsed = Script.safeParse(read.yaml.value);
      if (parsed.success) scripts.push(parsed.data);
      else
        for (const { path, message } of parsed.error.issues)
          problems.push({ file, line: read.yaml.lineOf(path), message: `${path.join(".")}: ${message}` });
    }
    skipped += part.split("\n").length - 1;
  }
  return { scripts, problems };
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "30m", "2h", "3d": milliseconds. */
export function milliseconds(span: string): number {
  const match = /^(\d+)\s*([smhd])$/u.exec(span.trim());
  const unit = UNITS[match?.[2] ?? ""];
  if (!match || unit === undefined) throw new Error(`no span of time: ${span} (30s, 5m, 2h, 3d)`);
  return Number(match[1]) * unit;
}
