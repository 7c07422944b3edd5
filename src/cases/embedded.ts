/** The core system of a bank that has none connected: numbers come from the store, the case lives in its own tables. */

import { ServiceError } from "../service-error.ts";
import type { Store } from "../store/store.ts";
import type { CoreSystem } from "./core.ts";

export interface EmbeddedCoreParts {
  /** Gives one number for each key, whatever is repeated. */
  coreOpen: Store["coreOpen"];
  /** A number nobody can guess; used only when the key is new. */
  newNumber: () => string;
  /** ISO instant. */
  now: () => string;
}

/**
 * Supplements and closings were committed to the store's own case with the turn that brought them: nothing is left
 * to hand over, and repeating them changes nothing.
 */
export function createEmbeddedCore({ coreOpen, newNumber, now }: EmbeddedCoreParts): CoreSystem {
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
  };
}
