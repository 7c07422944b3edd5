/** Cases nobody has are offered by the product's own rules and worker, in virtual time. */
import { type Assigning, createAssigning } from "../../cases/assigning/assigning.ts";
import type { Coming } from "./comings.ts";
import type { PlayedCase, Stage } from "./one-case.ts";

export interface Offering {
  /** When (ms) somebody has to be looked for again, if no case changes. */
  next(): number;
  /** Who came and went until `now` (ms), and what is to be offered or taken back then. Returns the cases it changed. */
  look(now: number): Promise<ReadonlySet<PlayedCase>>;
}

/** One process: what it remembers is lost with a restart. `coming` is emptied from the front. */
export function createOffering(stage: Stage, cases: ReadonlyMap<string, PlayedCase>, coming: Coming[]): Offering {
  const { assignments } = stage.store;
  const changed = new Set<PlayedCase>();
  let clock = 0;
  const assigning: Assigning = createAssigning({
    assignments,
    bank: () => stage.bank,
    now: () => new Date(clock).toISOString(),
    store: {
      case: async (key) => cases.get(key)?.head(),
      // Nobody is named in a made-up conversation.
      load: async () => undefined,
    },
    life: {
      read: async (key) => cases.get(key)?.read(),
      async command(key, ask, _by, id) {
        const one = cases.get(key);
        if (!one) throw new Error(`there is no case ${key}`);
        changed.add(one);
        return one.byRule(stage, ask, clock, id);
      },
    },
    report({ error }) {
      throw error;
    },
    longestRest: Number.POSITIVE_INFINITY,
  });

  async function comeAndGo(): Promise<void> {
    const rows = [];
    for (let first = coming[0]; first && first.at <= clock; first = coming[0]) {
      if (first.row) rows.push(first.row);
      coming.shift();
      assigning.changed();
    }
    await Promise.all(
      rows.map((row) =>
        assignments.setPresence(row, { actor: `staff:${row.staff}`, action: "presence", detail: { state: row.state } }),
      ),
    );
  }

  return {
    next: () => Math.min(coming[0]?.at ?? Number.POSITIVE_INFINITY, assigning.nextLook()),
    async look(now) {
      clock = now;
      changed.clear();
      await comeAndGo();
      await assigning.look();
      return changed;
    },
  };
}
