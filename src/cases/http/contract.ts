/**
 * What goes over the wire between Tingsu and a bank's core system, and nothing else. `docs/core-system.yaml` says the
 * same for the core's side; a test keeps both alike. Of answers only the fields used are read.
 */
import { z } from "zod";
import { Business, Emotion, FactName, Language, Reason, RiskSlug, Venue } from "../../flows/reading.ts";
import { FINDINGS } from "../../store/core-records.ts";

const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();
/** Said to customers and typed by them: no spaces. */
const CaseNumber = z
  .string()
  .regex(/^\S{1,40}$/u)
  .describe("The core system's own number of the case. Customers read and type it.");
const Key = z.string().min(1).max(200).describe("Tingsu's key of the case. The same key opens one case.");
const Slug = z.string().min(1).max(60);
const Department = Slug.describe("Slug of a department in bank/routing.yaml.");

export const CaseSummary = z.object({
  channel: Slug,
  language: Language,
  words: z.string().describe("First words of the complaint. Personal data."),
  business: Business.nullable(),
  reason: Reason.nullable(),
  venue: Venue.nullable(),
  emotion: Emotion,
  reasons: z.array(
    z.enum(["claim-unsettled", "risk", "wants-person", "dissatisfied", "no-answer", "not-understood", "silent"]),
  ),
  risks: z.array(z.object({ slug: RiskSlug, level: z.enum(["P0", "P1", "P2"]) })),
  facts: z.array(z.object({ name: FactName, text: z.string(), confirmed: z.boolean() })),
  gaps: z.array(z.object({ name: FactName, reason: z.enum(["unknown", "declined", "silent", "asked-enough"]) })),
});

/** POST /cases */
export const Opening = z.object({
  key: Key,
  record: z.string().min(1).max(40).describe("受理编号, Tingsu's own number of the complaint."),
  department: Department,
  due: Day.describe("Statutory last day for the answer. Tingsu counts it."),
  receivedAt: Instant.describe("Instant of the first complaint message."),
  summary: CaseSummary,
});
export const Opened = z.object({ number: CaseNumber });

/** POST /cases/{number}/supplements */
export const Supplement = z.object({
  key: Key,
  messages: z.array(z.object({ id: z.string().min(1).max(100), at: Instant, text: z.string() })),
});

/** POST /cases/{number}/closing */
export const Closing = z.object({ key: Key, how: z.enum(["withdrawn", "resolved"]), at: Instant });

/** POST /erasures */
export const Erasure = z.object({
  key: Key,
  number: CaseNumber.nullable().describe("Null where the answer with the number never reached Tingsu."),
  at: Instant.describe("Instant at which Tingsu erased the customer's data."),
});

/** A case as the core system has it. Codes and dates, no personal data. */
export const CoreCase = z.object({
  number: CaseNumber,
  key: Key.nullish(),
  record: z.string().max(40).nullish(),
  status: z.enum(["open", "closed"]).nullish(),
  department: Department.nullish(),
  due: Day.nullish(),
  step: z.string().max(80).nullish().describe("Name of the internal step, for staff. No personal data."),
  finding: z.enum(FINDINGS).nullish(),
  sequence: z
    .int()
    .min(1)
    .nullish()
    .describe("Counts the changes of this case. An older word never overwrites a newer."),
});

/** GET /cases */
export const Page = z.object({ cases: z.array(CoreCase), next: z.string().min(1).max(200).nullish() });

/** POST /core/events, from the core system to Tingsu: the whole case as it stands after the change. */
export const CoreEvent = z.object({
  id: z.string().min(1).max(100),
  at: Instant,
  case: CoreCase.extend({ sequence: z.int().min(1) }),
});
