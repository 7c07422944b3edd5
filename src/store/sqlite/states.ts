/**
 * The state of a conversation. It is kept whole at some versions only: what lies between follows from the
 * events, which every step keeps anyway, so a turn does not write and seal the whole state again.
 */
import type { KeyObject } from "node:crypto";
import type { State } from "../../flows/conversation.ts";
import { evolveAll } from "../../flows/evolve.ts";
import { seal, unsealText } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import { digestState } from "./digest.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Steps } from "./steps.ts";
import type { Tables } from "./tables.ts";

/** Versions from one kept state to the next. Reading a step back takes some 20 µs. */
const KEPT_EVERY = 8;

export interface States {
  /** Inside a write: keeps the state when its version is one to keep; returns the digest for the audit entry. */
  keep(
    key: KeyObject,
    where: { conversation: string; position: number; version: number; auditSeq: number },
    state: State,
  ): Uint8Array | undefined;
  /** Throws StoreError `store.corrupt` when nothing was kept. */
  read(key: KeyObject, of: { id: string; position: number; version: number }): State;
}

const statePlace = (id: string, version: number) => `conversations/${id}/${version}`;

export function createStates(statements: Statements, steps: Steps): States {
  const { db, prepare } = statements;
  const save = prepare((p: Slots<Tables["states"]>) => db.replaceInto("states").values(p));
  const select = prepare((p: Slots<{ position: number }>) =>
    db.selectFrom("states").selectAll().where("position", "=", p.position),
  );
  return {
    keep(key, { conversation, position, version, auditSeq }, state) {
      if (version % KEPT_EVERY !== 1) return undefined;
      const sealed_state = seal(key, statePlace(conversation, version), JSON.stringify(state));
      const row = { position, version, sealed_state, audit_seq: auditSeq };
      save.run(row);
      return digestState(row);
    },
    read(key, { id, position, version }) {
      const kept = select.first({ position });
      if (!kept) throw new StoreError("store.corrupt", `the state of ${id} is missing`);
      const state: State = JSON.parse(unsealText(key, statePlace(id, kept.version), kept.sealed_state));
      if (kept.version === version) return state;
      return evolveAll(state, steps.since(id, kept.audit_seq, key));
    },
  };
}
