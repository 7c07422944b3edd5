/** A command port that works: decides with the real flow, commits on the version it decided on, words nothing. */
import type { CommandPort } from "../../src/desk/port.ts";
import type { FlowBank } from "../../src/flows/bank.ts";
import { decide } from "../../src/flows/decide.ts";
import { evolveAll } from "../../src/flows/evolve.ts";
import type { Live } from "../../src/store/live.ts";
import type { CaseRow, Store } from "../../src/store/store.ts";

export function fakeCommands(deps: {
  store: Store;
  live: Live;
  bank: FlowBank;
  now: () => string;
  newId: () => string;
}): CommandPort {
  const { store, live, bank, now, newId } = deps;
  return {
    async command(conversation, ask, message) {
      for (;;) {
        const loaded = await store.load(conversation);
        if (!loaded) throw new Error(`no conversation ${conversation}`);
        const full = ask.type === "take" ? { ...ask, undelivered: [] } : ask;
        const { events, refusal } = decide(loaded.state, full, bank, { now: now(), id: newId, record: newId });
        if (refusal) return { ok: false, refusal };
        if (events.length === 0) return { ok: true };
        const state = evolveAll(loaded.state, events);
        const before = await store.cases({ limit: 1_000 });
        const cases = before
          .filter((row) => row.conversation === conversation)
          .map((row): CaseRow => {
            const matter = state.matters.find((one) => one.id === row.matter);
            const status = matter?.status === "resolved" ? "resolved" : row.status;
            return {
              ...row,
              status,
              owner: matter?.case?.owner ?? null,
              resolvedAt: status === "resolved" ? now() : row.resolvedAt,
              updatedAt: now(),
            };
          });
        const committed = await store.commit({
          conversation,
          expectVersion: loaded.version,
          at: now(),
          state,
          events,
          messages: message ? [message] : [],
          withdraw: [],
          effects: [],
          clocks: [],
          records: [],
          cases,
          phoneTails: [],
          consent: null,
          trace: null,
          audit: { actor: `staff:${ask.staff.id}`, action: ask.type, detail: {} },
        });
        if (!committed.ok) continue;
        live.publish(conversation, { kind: "changed" });
        live.publish("desk", { kind: "changed" });
        return { ok: true };
      }
    },
    typing(conversation) {
      live.publish(conversation, { kind: "typing", who: "staff" });
    },
  };
}
