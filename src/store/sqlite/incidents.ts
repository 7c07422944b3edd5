/** Mass events in SQLite. */
import type { AlertRow, ComplaintRef, IncidentRow, IncidentStore, LinkRow } from "../incidents.ts";
import type { Audit } from "./audit.ts";
import { millis } from "./instant.ts";
import type { Slots, Statements } from "./statements.ts";

/** The part of `Tables` that belongs to mass events. */
export interface IncidentTables {
  incident_alerts: { id: string; raised_ms: number; body: string };
  incidents: { id: string; status: IncidentRow["status"]; revision: number; opened_ms: number; body: string };
  incident_links: {
    incident: string;
    conversation: string;
    matter: string;
    record: string;
    received_at: string;
    how: LinkRow["how"];
    at: string;
    end_told_at: string | null;
  };
}

/** One chain for all of them: there are few. */
export const INCIDENT_CHAIN = "incidents";

interface Access {
  write<T>(operation: () => T): Promise<T>;
  read<T>(look: () => T): Promise<T>;
}

export function createIncidents(statements: Statements, audit: Audit, { write, read }: Access): IncidentStore {
  const { db, prepare, all } = statements;
  const saveAlert = prepare((p: Slots<IncidentTables["incident_alerts"]>) =>
    db.replaceInto("incident_alerts").values(p),
  );
  const revisionOf = prepare((p: Slots<{ id: string }>) =>
    db.selectFrom("incidents").select("revision").where("id", "=", p.id),
  );
  const insert = prepare((p: Slots<IncidentTables["incidents"]>) => db.insertInto("incidents").values(p));
  const update = prepare((p: Slots<Pick<IncidentTables["incidents"], "id" | "status" | "revision" | "body">>) =>
    db.updateTable("incidents").set({ status: p.status, revision: p.revision, body: p.body }).where("id", "=", p.id),
  );
  const insertLink = prepare((p: Slots<IncidentTables["incident_links"]>) =>
    db
      .insertInto("incident_links")
      .values(p)
      .onConflict((c) => c.doNothing()),
  );
  const dropLink = prepare((p: Slots<{ incident: string; conversation: string; matter: string }>) =>
    db
      .deleteFrom("incident_links")
      .where("incident", "=", p.incident)
      .where("conversation", "=", p.conversation)
      .where("matter", "=", p.matter),
  );
  const markTold = prepare((p: Slots<{ incident: string; conversation: string; matter: string; at: string }>) =>
    db
      .updateTable("incident_links")
      .set({ end_told_at: p.at })
      .where("incident", "=", p.incident)
      .where("conversation", "=", p.conversation)
      .where("matter", "=", p.matter)
      .where("end_told_at", "is", null),
  );

  const put = (links: readonly LinkRow[]) => {
    for (const { receivedAt, endToldAt, ...link } of links) {
      insertLink.run({
        incident: link.incident,
        conversation: link.conversation,
        matter: link.matter,
        record: link.record,
        received_at: receivedAt,
        how: link.how,
        at: link.at,
        end_told_at: endToldAt,
      });
    }
  };
  const keyOf = ({ incident, conversation, matter }: LinkRow) => ({ incident, conversation, matter });

  return {
    alerts: (limit) =>
      read(() =>
        all(
          db.selectFrom("incident_alerts").select("body").orderBy("raised_ms", "desc").orderBy("id").limit(limit),
        ).map(({ body }): AlertRow => JSON.parse(body)),
      ),
    saveAlert: (alert, at, note) =>
      write(() => {
        saveAlert.run({ id: alert.id, raised_ms: millis(alert.raisedAt), body: JSON.stringify(alert) });
        audit.append(INCIDENT_CHAIN, at, note);
      }),
    incidents: (limit) =>
      read(() =>
        all(db.selectFrom("incidents").select("body").orderBy("opened_ms", "desc").orderBy("id").limit(limit)).map(
          ({ body }): IncidentRow => JSON.parse(body),
        ),
      ),
    saveIncident: (incident, links, at, note) =>
      write(() => {
        const { id, status, revision } = incident;
        const stored = revisionOf.first({ id });
        if ((stored?.revision ?? 0) !== revision - 1) return false;
        const body = JSON.stringify(incident);
        if (stored) update.run({ id, status, revision, body });
        else insert.run({ id, status, revision, opened_ms: millis(incident.openedAt), body });
        put(links);
        audit.append(INCIDENT_CHAIN, at, note);
        return true;
      }),
    link: (links) => write(() => put(links)),
    unlink: (link, at, note) =>
      write(() => {
        if (dropLink.run(keyOf(link)) > 0) audit.append(INCIDENT_CHAIN, at, note);
      }),
    links: (incident) =>
      read(() =>
        all(
          db
            .selectFrom("incident_links")
            .selectAll()
            .where("incident", "=", incident)
            .orderBy("received_at")
            .orderBy("record"),
        ).map(linkOf),
      ),
    untold: (limit) =>
      read(() =>
        all(
          db
            .selectFrom("incident_links")
            .innerJoin("incidents", "incidents.id", "incident_links.incident")
            .selectAll("incident_links")
            .where("incidents.status", "=", "ended")
            .where("end_told_at", "is", null)
            .orderBy("received_at")
            .limit(limit),
        ).map(linkOf),
      ),
    endTold: (link, at) =>
      write(() => {
        markTold.run({ ...keyOf(link), at });
      }),
    complaintsSince: (instant) =>
      read(() =>
        all(
          db
            .selectFrom("records")
            .select(["record", "conversation", "matter", "received_at"])
            .where("kind", "=", "complaint")
            .where("received_ms", ">=", millis(instant))
            .orderBy("received_ms")
            .orderBy("record"),
        ).map(
          ({ record, conversation, matter, received_at }): ComplaintRef => ({
            record,
            conversation,
            matter,
            receivedAt: received_at,
          }),
        ),
      ),
  };
}

function linkOf(row: IncidentTables["incident_links"]): LinkRow {
  const { incident, conversation, matter, record, how, at } = row;
  return { incident, conversation, matter, record, how, at, receivedAt: row.received_at, endToldAt: row.end_told_at };
}
