/** A case nobody has, offered by the bank's rules. Who is there is looked up before; who must not have it is checked here. */
import { candidate, ownerOf } from "./decide-ownership.ts";
import { type Ask, add, type Checked, type Draft, lies } from "./draft.ts";

export function offer(draft: Draft, { to, as, until }: Ask<"offer">): Checked {
  const { state } = draft;
  if (state.owner) return "already-owner";
  if (state.offer) return "offer-open";
  const person = candidate(draft, to);
  if (typeof person === "string") return person;
  if (person.department !== state.department && state.keptFrom.departments.includes(person.department)) {
    return "recused";
  }
  if (until !== null && lies(draft, until) === "behind") return "bad-date";
  return add(draft, { type: "offered", to: ownerOf(person), as, until });
}

/** A colleague's own offer of a transfer is theirs to end. */
export function endOffer(draft: Draft, { why }: Ask<"end-offer">): Checked {
  const { offer: open } = draft.state;
  if (open?.by !== "rule") return "no-offer";
  return add(draft, { type: "offer-ended", to: open.to.id, why });
}

export function leaveToLead(draft: Draft, { lead, until }: Ask<"leave-to-lead">): Checked {
  const { state, bank } = draft;
  if (state.owner) return "already-owner";
  if (state.offer) return "offer-open";
  if (lead !== null && !bank.person(lead)) return "no-such-person";
  if (lies(draft, until) === "behind") return "bad-date";
  return add(draft, { type: "left-to-lead", lead, until });
}
