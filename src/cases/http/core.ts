/** A bank's core system over HTTP, by the contract of `docs/core-system.yaml`. */
import { z } from "zod";
import { ServiceError } from "../../service-error.ts";
import type { CoreSystem } from "../core.ts";
import type { Remote } from "../remote.ts";
import { Closing, type CoreCase, Erasure, Opened, Opening, Page, Supplement } from "./contract.ts";

/** Nothing, or an object whose fields don't matter. A page of HTML is neither. */
const Done = z.looseObject({}).optional();

export function createHttpCore(remote: Remote): CoreSystem {
  return {
    async open(input) {
      if (input.key === "") throw new ServiceError("core-system.no-key", { retryable: false });
      const body = written(Opening, input);
      const { number } = await remote
        .call({ method: "POST", path: "/cases", body, key: input.key, answer: Opened, repeatable: true })
        .catch(wrongAddress);
      return { number };
    },
    async supplement({ key, number, messages }) {
      const body = written(Supplement, { key, messages });
      const path = `/cases/${encodeURIComponent(number)}/supplements`;
      await remote.call({ method: "POST", path, body, key, answer: Done, repeatable: true });
    },
    async close({ key, number, how, at }) {
      const body = written(Closing, { key, how, at });
      const path = `/cases/${encodeURIComponent(number)}/closing`;
      await remote.call({ method: "POST", path, body, key, answer: Done, repeatable: true });
    },
    async erase({ key, number, at }) {
      const body = written(Erasure, { key, number, at });
      await remote
        .call({ method: "POST", path: "/erasures", body, key, answer: Done, repeatable: true })
        .catch(wrongAddress);
    },
    async list({ after, limit }) {
      const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) });
      const path = `/cases?${query.toString()}`;
      const page = await remote
        .call({ method: "GET", path, body: null, answer: Page, repeatable: true })
        .catch(wrongAddress);
      return { cases: page.cases.map(coreCase), next: page.next ?? null };
    },
  };
}

/** Only what the contract names goes over. */
function written<S extends z.ZodType>(schema: S, value: z.input<S>): string {
  const read = schema.safeParse(value);
  if (!read.success) throw new ServiceError("core-system.beyond-contract", { retryable: false });
  return JSON.stringify(read.data);
}

/** A field left out says nothing. */
export function coreCase(read: z.infer<typeof CoreCase>) {
  const { number, key, record, status, department, due, step, finding, sequence } = read;
  return {
    number,
    key: key ?? null,
    record: record ?? null,
    status: status ?? null,
    department: department ?? null,
    due: due ?? null,
    step: step ?? null,
    finding: finding ?? null,
    sequence: sequence ?? null,
  };
}

/** Where no case is named, 404 says that the address is not that of a core system: people put it right, nothing is lost. */
function wrongAddress(error: unknown): never {
  if (error instanceof ServiceError && error.code === "core-system.unknown-case") {
    throw new ServiceError("core-system.wrong-address", { retryable: true, cause: error });
  }
  throw error;
}
