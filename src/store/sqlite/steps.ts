/** What each step of a conversation decided: its events, and the trace of how they came about. */
import type { KeyObject } from "node:crypto";
import type { Event } from "../../flows/conversation.ts";
import { seal, unsealText } from "../../privacy/seal.ts";
import type { BoundStep } from "./digest.ts";
import type { Headings } from "./headings.ts";
import type { People } from "./people.ts";
import { placeOf, placesAfter, seqOf } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

type Body = [events: Event[], trace: string | null];

export interface Steps {
  /** Inside a write: seals and numbers the events of the step that made `version`; returns the rows for the digest. */
  insert(
    key: KeyObject,
    where: { conversation: string; position: number; version: number; after: number; auditSeq: number; at: string },
    step: { events: Event[]; trace: string | null },
  ): BoundStep[];
  /** In order; null for each event of an erased person. */
  events(conversation: string): { seq: number; at: string; event: Event | null }[];
  /** In order; null text when the person was erased. Steps of an erased person that had no trace look the same. */
  traces(conversation: string): { version: number; at: string; trace: string | null }[];
}

const bodyPlace = (conversation: string, version: number) => `steps/${conversation}/${version}`;

export function createSteps(statements: Statements, headings: Headings, people: People): Steps {
  const { db, prepare } = statements;
  const insertStep = prepare((p: Slots<Tables["steps"]>) => db.insertInto("steps").values(p));
  const selectSteps = prepare((p: Slots<{ after: number; end: number }>) =>
    db.selectFrom("steps").selectAll().where("place", ">", p.after).where("place", "<=", p.end).orderBy("place"),
  );

  function read(conversation: string): { version: number; row: Tables["steps"]; body: Body | undefined }[] {
    const heading = headings.get(conversation)?.row;
    if (!heading) return [];
    const key = people.key(heading.person);
    return selectSteps.all(placesAfter(heading.position, 0)).map((row) => {
      const version = seqOf(row.place);
      const body: Body | undefined = key
        ? JSON.parse(unsealText(key, bodyPlace(conversation, version), row.sealed_body))
        : undefined;
      return { version, row, body };
    });
  }

  return {
    insert(key, { conversation, position, version, after, auditSeq, at }, { events, trace }) {
      if (events.length === 0 && trace === null) return [];
      const body: Body = [events, trace];
      const row = {
        place: placeOf(position, version),
        seq: after + 1,
        count: events.length,
        types: JSON.stringify(events.map((event) => event.type)),
        at,
        sealed_body: seal(key, bodyPlace(conversation, version), JSON.stringify(body)),
        audit_seq: auditSeq,
      };
      insertStep.run(row);
      return [row];
    },
    events: (conversation) =>
      read(conversation).flatMap(({ row: { seq, count, at }, body }) =>
        Array.from({ length: count }, (_, index) => ({ seq: seq + index, at, event: body?.[0][index] ?? null })),
      ),
    traces: (conversation) =>
      read(conversation).flatMap(({ version, row: { at }, body }) =>
        body && body[1] === null ? [] : [{ version, at, trace: body?.[1] ?? null }],
      ),
  };
}
