/**
 * What each step of a conversation decided: its events, and the trace of how they came about. They are
 * sealed together and lie in the audit entry of the step.
 */
import type { KeyObject } from "node:crypto";
import type { Event } from "../../flows/conversation.ts";
import { seal, unsealText } from "../../privacy/seal.ts";
import type { BoundStep } from "./digest.ts";
import type { Headings } from "./headings.ts";
import type { People } from "./people.ts";
import { placesAfter } from "./place.ts";
import type { Slots, Statements } from "./statements.ts";

interface Body {
  events: Event[];
  trace: string | null;
}

/** The trace is JSON already and has no line breaks of its own; what has none stays as it is. */
const bodyText = (events: Event[], trace: string | null): string =>
  trace === null ? JSON.stringify(events) : `${JSON.stringify(events)}\n${trace}`;

function bodyOf(text: string): Body {
  const end = text.indexOf("\n");
  if (end < 0) return { events: JSON.parse(text), trace: null };
  return { events: JSON.parse(text.slice(0, end)), trace: text.slice(end + 1) };
}

export interface Steps {
  /** Seals and numbers the events of the step that makes `version`. */
  seal(
    key: KeyObject,
    where: { conversation: string; version: number; after: number },
    step: { events: Event[]; trace: string | null },
  ): BoundStep;
  /** Events of the steps behind an audit entry, in order. */
  since(conversation: string, auditSeq: number, key: KeyObject): Event[];
  /** In order; null for each event of an erased person. */
  events(conversation: string): { seq: number; at: string; event: Event | null }[];
  /** In order; null text when the person was erased. Steps of an erased person that had no trace look the same. */
  traces(conversation: string): { version: number; at: string; trace: string | null }[];
}

const bodyPlace = (conversation: string, version: number) => `steps/${conversation}/${version}`;

export function createSteps(statements: Statements, headings: Headings, people: People): Steps {
  const { db, prepare } = statements;
  const selectChain = prepare((p: Slots<{ chain: string }>) =>
    db.selectFrom("chains").select("position").where("chain", "=", p.chain),
  );
  const selectSteps = prepare((p: Slots<{ after: number; end: number }>) =>
    db
      .selectFrom("audit")
      .select(["at", "version", "event_seq", "event_count", "sealed_step"])
      .where("place", ">", p.after)
      .where("place", "<=", p.end)
      .where("sealed_step", "is not", null)
      .orderBy("place"),
  );

  interface Read {
    version: number;
    at: string;
    seq: number;
    count: number;
    body: Body | undefined;
  }

  function read(conversation: string, auditSeq: number, key: KeyObject | undefined): Read[] {
    const chain = selectChain.first({ chain: conversation });
    if (!chain) return [];
    return selectSteps.all(placesAfter(chain.position, auditSeq)).map((row) => {
      const version = row.version ?? 0;
      const body: Body | undefined =
        key && row.sealed_step ? bodyOf(unsealText(key, bodyPlace(conversation, version), row.sealed_step)) : undefined;
      return { version, at: row.at, seq: row.event_seq ?? 0, count: row.event_count ?? 0, body };
    });
  }

  function all(conversation: string): Read[] {
    const person = headings.get(conversation)?.row.person;
    return person === undefined ? [] : read(conversation, 0, people.key(person));
  }

  return {
    seal(key, { conversation, version, after }, { events, trace }) {
      return {
        version,
        event_seq: after + 1,
        event_count: events.length,
        sealed_step: seal(key, bodyPlace(conversation, version), bodyText(events, trace)),
      };
    },
    since: (conversation, auditSeq, key) => read(conversation, auditSeq, key).flatMap(({ body }) => body?.events ?? []),
    events: (conversation) =>
      all(conversation).flatMap(({ seq, count, at, body }) =>
        Array.from({ length: count }, (_, index) => ({ seq: seq + index, at, event: body?.events[index] ?? null })),
      ),
    traces: (conversation) =>
      all(conversation).flatMap(({ version, at, body }) =>
        body && body.trace === null ? [] : [{ version, at, trace: body?.trace ?? null }],
      ),
  };
}
