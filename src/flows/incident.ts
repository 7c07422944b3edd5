/** A mass event as a conversation meets it: what is known is told before anything is asked, and its end is told once. */
import type { Command } from "./command.ts";
import type { Matter } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { lifeInDanger } from "./handover.ts";
import { find } from "./learn.ts";
import { currentMatter, openMatters } from "./ledger.ts";
import type { Act } from "./reading.ts";

type Hear = Extract<Command, { type: "hear" }>;

/** An open incident whose kind a turn's words are of. Its text was approved by a second person. */
export interface KnownIncident {
  id: string;
  /** Of the text, so that it can be shown later which one a customer was told. */
  version: number;
  known: { zh: string; en: string };
}

/** Words with which nobody asks for help. */
const NO_TROUBLE: readonly Act[] = ["praise", "suggestion", "chitchat"];

/**
 * Says what is known, once in a conversation, also to somebody who only asks; a complaint is linked to the incident.
 * It is recorded and asked about all the same.
 */
export function tellIncident(draft: Draft, { incidents, reading }: Hear, fresh: Matter | null): void {
  const [incident] = incidents ?? [];
  if (!incident || NO_TROUBLE.includes(reading.act)) return;
  if (draft.state.stage === "with-staff" || openMatters(draft.state).some(lifeInDanger)) return;
  const { id, version, known } = incident;
  if (!draft.state.incidentsTold?.includes(id)) add(draft, { type: "incident-told", incident: id, version, known });
  const matter = fresh ?? currentMatter(draft.state);
  if (matter?.status === "open" && !matter.incident) {
    add(draft, { type: "incident-joined", matter: matter.id, incident: id });
  }
}

/** Its end, told to everybody it was linked to: a repeat says nothing. */
export function endIncident(draft: Draft, id: string, incident: string, ending: { zh: string; en: string }): void {
  const matter = find(draft, id);
  if (!matter || (matter.incident?.id === incident && matter.incident.over)) return;
  add(draft, { type: "incident-ended", matter: id, incident, ending });
}
