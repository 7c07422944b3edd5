/** risks.yaml: the signals a person must see. */
import { z } from "zod";
import { RiskSlug } from "../../flows/reading.ts";
import { Bilingual, Slug } from "../terms.ts";

/** P0 now, P1 first in the queue, P2 noted. */
export const Level = z.enum(["P0", "P1", "P2"]);

const AlertGroup = z.strictObject({
  names: Bilingual,
  department: Slug,
  /** Reached outside staffed hours. */
  atNight: z.boolean(),
});

const RiskEntry = z.strictObject({
  level: Level,
  names: Bilingual,
  /** Law or internal rule the level rests on. */
  basis: z.string().trim().min(1),
  alert: Slug,
  /** Words of the bank's customers that the reader takes as this signal, besides its own. */
  phrases: z.array(z.string().trim().min(2)),
});

export const Risks = z.strictObject({
  alertGroups: z.record(Slug, AlertGroup),
  risks: z.record(RiskSlug, RiskEntry),
});
export type Risks = z.infer<typeof Risks>;
