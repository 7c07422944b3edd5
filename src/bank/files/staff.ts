/** staff.yaml: outlets, authority tiers, people. */
import { z } from "zod";
import { Business } from "../../flows/reading.ts";
import { Bilingual, Hours, Slug } from "../terms.ts";
import { Assignment, BY_HAND, Shift } from "./duty.ts";

const Outlet = z.strictObject({
  names: Bilingual,
  /** Other words customers use for it. */
  aliases: z.array(z.string().trim().min(2)),
  /** For rules that go by where or to whom it belongs: regimes.yaml. */
  region: Slug.optional(),
  entity: Slug.optional(),
});

const Tier = z.strictObject({
  names: Bilingual,
  /** Most this tier may grant in one case, fen. */
  grantsUpTo: z.number().int().min(0),
});

const TierName = z.enum(["1", "2", "3", "4"]);

export const Role = z.enum(["agent", "lead", "office", "manager", "auditor", "admin"]);
export type Role = z.infer<typeof Role>;

const StaffMember = z.strictObject({
  id: Slug,
  /** Staff number (工号) that customers may quote. */
  number: z.string('expected a quoted number such as "8016"').regex(/^\d{3,8}$/, "expected 3 to 8 digits"),
  name: z.string().trim().min(1),
  /** As shown to customers. */
  display: Bilingual,
  role: Role,
  tier: z.number().int().min(1).max(4),
  department: Slug,
  outlet: Slug.nullable(),
  languages: z.array(z.enum(["zh", "en"])).min(1),
  /** Business lines they know well; cases of these are offered to them first. */
  skills: z.array(Business).default([]),
  duty: Hours,
  nightDuty: z.boolean(),
  slackId: z.string(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffFile = z.strictObject({
  outlets: z.record(Slug, Outlet),
  tiers: z.record(TierName, Tier),
  staff: z.array(StaffMember).min(1),
  /** Duty beside everybody's own hours: nights, weekends, holidays. */
  roster: z.array(Shift).default([]),
  assignment: Assignment.default(BY_HAND),
});
export type StaffFile = z.infer<typeof StaffFile>;
