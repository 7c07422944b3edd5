/** Persons, their keys, and how they are recognised at a channel. */
import { createHmac, type KeyObject } from "node:crypto";
import { deriveKey } from "../../privacy/keys.ts";
import { createPersonKey, seal, sealingKey, unwrapKey, wrapKey } from "../../privacy/seal.ts";
import { StoreError } from "../error.ts";
import type { IdentityRef } from "../store.ts";
import type { Slots, Statements } from "./statements.ts";

/** Unwrapped keys kept at a time; a key is unwrapped again in some microseconds. */
const KEYS_KEPT = 2_000;

export interface People {
  /** The person of an identity, made on first sight. Only inside a write. */
  meet(identity: IdentityRef, newPerson: string, at: string): string;
  /** Keyed hash by which an identity is found. */
  lookup(channel: string, externalId: string): string;
  /** Keyed hash of a number together with the last four digits of a phone. */
  proof(ref: string, tail: string): string;
  /** The person's key, or undefined when they were erased. */
  key(person: string): KeyObject | undefined;
  /** As `key`. Throws StoreError `store.erased`. */
  keyForSealing(person: string): KeyObject;
  /** Destroys the key and what the person could be found by. False when that was done before. Only inside a write. */
  erase(person: string, at: string): boolean;
}

const STRENGTHS = ["anonymous", "signed", "verified"];

export function createPeople(statements: Statements, masterKey: Uint8Array): People {
  const { db, prepare } = statements;
  const wrapping = sealingKey(deriveKey(masterKey, "wrap-person-keys"));
  const finding = sealingKey(deriveKey(masterKey, "look-up"));
  const kept = new Map<string, KeyObject>();

  const selectIdentity = prepare((p: Slots<{ channel: string; lookup: string }>) =>
    db
      .selectFrom("identities")
      .select(["person", "strength"])
      .where("channel", "=", p.channel)
      .where("lookup", "=", p.lookup),
  );
  const insertPerson = prepare((p: Slots<{ id: string; wrapped_key: Uint8Array; created_at: string }>) =>
    db.insertInto("persons").values(p),
  );
  const insertIdentity = prepare(
    (p: Slots<{ channel: string; lookup: string; person: string; strength: string; sealed_external_id: Uint8Array }>) =>
      db.insertInto("identities").values(p),
  );
  const strengthen = prepare((p: Slots<{ channel: string; lookup: string; strength: string }>) =>
    db
      .updateTable("identities")
      .set({ strength: p.strength })
      .where("channel", "=", p.channel)
      .where("lookup", "=", p.lookup),
  );
  const selectKey = prepare((p: Slots<{ id: string }>) =>
    db.selectFrom("persons").select("wrapped_key").where("id", "=", p.id),
  );
  const destroyKey = prepare((p: Slots<{ id: string; at: string }>) =>
    db
      .updateTable("persons")
      .set({ wrapped_key: null, erased_at: p.at })
      .where("id", "=", p.id)
      .where("wrapped_key", "is not", null),
  );
  const forgetIdentities = prepare((p: Slots<{ person: string }>) =>
    db.updateTable("identities").set({ lookup: null }).where("person", "=", p.person),
  );

  function hash(...parts: string[]): string {
    return createHmac("sha256", finding).update(JSON.stringify(parts)).digest("hex");
  }

  function key(person: string): KeyObject | undefined {
    const known = kept.get(person);
    if (known) {
      // Last used goes last, so that the first is the one to drop.
      kept.delete(person);
      kept.set(person, known);
      return known;
    }
    const wrapped = selectKey.first({ id: person })?.wrapped_key;
    if (!wrapped) return undefined;
    const unwrapped = unwrapKey(wrapping, person, wrapped);
    kept.set(person, unwrapped);
    if (kept.size > KEYS_KEPT) {
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    }
    return unwrapped;
  }

  function keyForSealing(person: string): KeyObject {
    const found = key(person);
    if (!found) throw new StoreError("store.erased", "the person was erased");
    return found;
  }

  const lookup = (channel: string, externalId: string) => hash("identity", channel, externalId);

  return {
    lookup,
    proof: (ref, tail) => hash("proof", ref, tail),
    key,
    keyForSealing,
    meet(identity, newPerson, at) {
      const { channel, strength } = identity;
      const found = { channel, lookup: lookup(channel, identity.externalId) };
      const known = selectIdentity.first(found);
      if (known) {
        if (STRENGTHS.indexOf(strength) > STRENGTHS.indexOf(known.strength)) strengthen.run({ ...found, strength });
        return known.person;
      }
      const fresh = createPersonKey();
      insertPerson.run({ id: newPerson, wrapped_key: wrapKey(wrapping, newPerson, fresh), created_at: at });
      insertIdentity.run({
        ...found,
        person: newPerson,
        strength,
        sealed_external_id: seal(fresh, `identities/${newPerson}/${channel}`, identity.externalId),
      });
      return newPerson;
    },
    erase(person, at) {
      kept.delete(person);
      forgetIdentities.run({ person });
      return destroyKey.run({ id: person, at }) > 0;
    },
  };
}
