/** The core system of a bank that has none connected: numbers come from the store, the case lives in its own tables. */

import { ServiceError } from "../service-error.ts";
import type { CoreRecords } from "../store/core-records.ts";
import type { Store } from "../store/store.ts";
import type { CoreSystem } from "./core.ts";

export interface EmbeddedCoreParts {
  /** Gives one number for each key, whatever is repeated. */
  coreOpen: Store["coreOpen"];
  /** The numbers it gave, in order of key. */
  numbers: CoreRecords["numbers"];
  /** A number nobody can guess; used only when the key is new. */
  newNumber: () => string;
  /** ISO instant. */
  now: () => string;
}

/** Its fields are the store's own: there is no second opinion to compare. */
const SAYS_NOTHING = {
  record: null,
  status: null,
  department: null,
  due: null,
  step: null,
  finding: null,
  sequence: null,
} as const;

/**
 * Supplements and closings were committed to the store's own case with the turn that brought them, and what the store
 * holds of an erased person went with their key: nothing is left to hand over, and repeating it changes nothing.
 */
export function createEmbeddedCore({ coreOpen, numbers, newNumber, now }: EmbeddedCoreParts): CoreSystem {
  return {
    async open({ key }) {
      if (key === "") throw new ServiceError("core-system.no-key", { retryable: false });
      try {
        const { number } = await coreOpen(key, newNumber(), now());
        return { number };
      } catch (cause) {
        throw new ServiceError("core-system.unavailable", { retryable: true, cause });
      }
    },
    supplement: async () => {},
    close: async () => {},
    erase: async () => {},
    async list(page) {
      const given = await numbers(page);
      const cases = given.map(({ key, number }) => ({ ...SAYS_NOTHING, key, number }));
      return { cases, next: given.length < page.limit ? null : (given.at(-1)?.key ?? null) };
    },
  };
}
