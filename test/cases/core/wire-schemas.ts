/** The zod schemas of the wire as OpenAPI components, named as in `docs/core-system.yaml`. */
import { z } from "zod";
import * as contract from "../../../src/cases/http/contract.ts";
import * as reading from "../../../src/flows/reading.ts";

export function wireSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  const { Opening, Opened, Supplement, Closing, Erasure, CaseSummary, CoreCase, Page, CoreEvent } = contract;
  const { Business, Reason, Venue, Emotion, Language, FactName, RiskSlug } = reading;
  const wire = { Opening, Opened, Supplement, Closing, Erasure, CaseSummary, CoreCase, Page, CoreEvent };
  const terms = { Business, Reason, Venue, Emotion, Language, FactName, RiskSlug };
  for (const [id, schema] of Object.entries({ ...wire, ...terms })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** Without what says nothing to a reader: a format's own pattern, the dialect, addresses. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const formatted = "format" in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "$schema" && key !== "$id" && !(formatted && key === "pattern"))
      .map(([key, inner]) => [key, plain(inner)]),
  );
}
