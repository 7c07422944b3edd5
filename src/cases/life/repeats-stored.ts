/** Earlier cases of the same person as they are stored, for the rule of repeats. */
import type { Matter } from "../../flows/conversation.ts";
import type { CaseRow, Store } from "../../store/store.ts";
import type { Link } from "./case.ts";
import { type Earlier, repeatsOf } from "./repeats.ts";

/** Earlier cases of one person looked at, newest first. */
const LOOKED_AT = 50;

export async function repeatsFor(
  store: Pick<Store, "lives" | "case" | "load">,
  row: CaseRow,
  options: { days: number; zone: string },
): Promise<Link[]> {
  const fresh = await earlierOf(store, row);
  const keys = await store.lives.keysOfPerson(row.conversation);
  const rows = await Promise.all(
    keys
      .filter((key) => key !== row.key)
      .slice(-LOOKED_AT)
      .map((key) => store.case(key)),
  );
  const earlier = await Promise.all(rows.flatMap((one) => (one ? [earlierOf(store, one)] : [])));
  const known = earlier.filter((one) => one !== null);
  return fresh ? repeatsOf(fresh, known, { ...options, newFacts: false }).links : [];
}

async function earlierOf(store: Pick<Store, "load">, row: CaseRow): Promise<Earlier | null> {
  const loaded = await store.load(row.conversation);
  const matter = loaded?.state.matters.find((one) => one.id === row.matter);
  return matter ? asEarlier(row, matter) : null;
}

function asEarlier(row: CaseRow, matter: Matter): Earlier {
  const facts = matter.facts.filter((fact) => fact.replacedBy === null);
  return {
    key: row.key,
    receivedAt: row.receivedAt,
    business: row.business,
    reason: row.reason,
    amounts: facts.flatMap((fact) => (fact.name === "amount" ? [fact.value.minor] : [])),
    tails: facts.flatMap((fact) => (fact.name === "card-tail" || fact.name === "account-tail" ? [fact.value] : [])),
    running: row.status === "open",
  };
}
