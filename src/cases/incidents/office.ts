/**
 * What the office does with alerts and incidents. Who may is decided by the desk; here is what has to hold:
 * a text reaches customers only after a second person approved it, and a change decided on an older version is refused.
 */
import type { AlertRow, Both, ComplaintRef, IncidentRow, IncidentStore, LinkRow } from "../../store/incidents.ts";
import type { AuditNote } from "../../store/store.ts";
import type { IncidentWatch } from "./watch.ts";

/** Why something was not done. */
export type IncidentRefusal = "not-found" | "changed-meanwhile" | "same-person" | "not-open" | "nothing-to-approve";
export type Done<T> = { ok: true; value: T } | { ok: false; code: IncidentRefusal };

export interface Opening {
  name: Both;
  kinds: string[][];
  /** The alert it is opened from; null by hand. */
  alert: string | null;
  known: Both | null;
}

export interface IncidentOffice {
  alerts(): Promise<AlertRow[]>;
  incidents(): Promise<IncidentRow[]>;
  find(id: string): Promise<IncidentRow | undefined>;
  links(id: string): Promise<LinkRow[]>;
  open(opening: Opening, staff: string): Promise<Done<IncidentRow>>;
  dismiss(alert: string, reason: string, staff: string): Promise<Done<AlertRow>>;
  /** A new name or other kinds; complaints of the window that are of them are linked. */
  change(
    id: string,
    revision: number,
    to: { name: Both; kinds: string[][] },
    staff: string,
  ): Promise<Done<IncidentRow>>;
  /** A text for customers, to be approved by somebody else. `last`: the one with which the incident ends. */
  propose(id: string, revision: number, text: Both, last: boolean, staff: string): Promise<Done<IncidentRow>>;
  /** Approves the text that waits. With the last one the incident ends, and everybody linked is told. */
  approve(id: string, revision: number, staff: string): Promise<Done<IncidentRow>>;
  link(id: string, complaint: ComplaintRef, staff: string): Promise<Done<null>>;
  unlink(id: string, record: string, staff: string): Promise<Done<null>>;
}

const READ = 200;

export function createIncidentOffice(parts: {
  store: IncidentStore;
  watch: Pick<IncidentWatch, "matching" | "refresh">;
  now: () => string;
  newId: () => string;
  /** Pages are told; the worker that tells customers wakes. */
  changed: () => void;
}): IncidentOffice {
  const { store, watch, now, newId } = parts;
  const refused = (code: IncidentRefusal) => ({ ok: false as const, code });
  const find = async (id: string) => (await store.incidents(READ)).find((one) => one.id === id);
  const actor = (staff: string) => `staff:${staff}`;

  const linkTo = (incident: string, how: LinkRow["how"], complaints: readonly ComplaintRef[]): LinkRow[] =>
    complaints.map((one) => ({ ...one, incident, how, at: now(), endToldAt: null }));

  async function save(row: IncidentRow, links: LinkRow[], note: AuditNote): Promise<Done<IncidentRow>> {
    const saved = await store.saveIncident(row, links, now(), note);
    if (!saved) return refused("changed-meanwhile");
    await watch.refresh();
    parts.changed();
    return { ok: true, value: row };
  }

  /** The open incident, when it is still as the person saw it. */
  async function seen(id: string, revision: number): Promise<Done<IncidentRow>> {
    const row = await find(id);
    if (!row) return refused("not-found");
    if (row.status !== "open") return refused("not-open");
    return row.revision === revision ? { ok: true, value: row } : refused("changed-meanwhile");
  }

  return {
    alerts: () => store.alerts(READ),
    incidents: () => store.incidents(READ),
    find,
    links: (id) => store.links(id),

    async open({ name, kinds, alert: from, known }, staff) {
      const alert = from === null ? undefined : (await store.alerts(READ)).find((one) => one.id === from);
      if (from !== null && !alert) return refused("not-found");
      if (alert && alert.status === "opened") return refused("changed-meanwhile");
      const at = now();
      const id = newId();
      const proposed = known && { ...known, version: 1, by: staff, at, approvedBy: null, approvedAt: null };
      const row: IncidentRow = {
        id,
        revision: 1,
        status: "open",
        name,
        kinds,
        known: null,
        proposed,
        ending: null,
        openedAt: at,
        openedBy: staff,
        endedAt: null,
      };
      const links = [...linkTo(id, "alert", alert?.complaints ?? []), ...linkTo(id, "matched", watch.matching(kinds))];
      const detail = { incident: id, alert: from, linked: links.length };
      const done = await save(row, links, { actor: actor(staff), action: "incident-opened", detail });
      if (done.ok && alert) {
        const note = { actor: actor(staff), action: "alert-opened", detail: { alert: alert.id, incident: id } };
        await store.saveAlert({ ...alert, status: "opened", by: staff, incident: id }, at, note);
      }
      return done;
    },

    async dismiss(id, reason, staff) {
      const alert = (await store.alerts(READ)).find((one) => one.id === id);
      if (!alert) return refused("not-found");
      if (alert.status !== "new") return refused("changed-meanwhile");
      const next: AlertRow = { ...alert, status: "dismissed", by: staff, reason };
      await store.saveAlert(next, now(), { actor: actor(staff), action: "alert-dismissed", detail: { alert: id } });
      parts.changed();
      return { ok: true, value: next };
    },

    async change(id, revision, { name, kinds }, staff) {
      const found = await seen(id, revision);
      if (!found.ok) return found;
      const row = { ...found.value, revision: revision + 1, name, kinds };
      const links = linkTo(id, "matched", watch.matching(kinds));
      const detail = { incident: id, kinds: kinds.map((kind) => kind.join("&")) };
      return save(row, links, { actor: actor(staff), action: "incident-changed", detail });
    },

    async propose(id, revision, text, last, staff) {
      const found = await seen(id, revision);
      if (!found.ok) return found;
      const row = found.value;
      const version = Math.max(row.known?.version ?? 0, row.proposed?.version ?? 0, row.ending?.version ?? 0) + 1;
      const { zh, en } = text;
      const written = { zh, en, version, by: staff, at: now(), approvedBy: null, approvedAt: null };
      const next = { ...row, revision: revision + 1, ...(last ? { ending: written } : { proposed: written }) };
      const action = last ? "incident-ending-proposed" : "incident-text-proposed";
      return save(next, [], { actor: actor(staff), action, detail: { incident: id, version } });
    },

    async approve(id, revision, staff) {
      const found = await seen(id, revision);
      if (!found.ok) return found;
      const row = found.value;
      const waiting = row.ending ?? row.proposed;
      if (!waiting) return refused("nothing-to-approve");
      if (waiting.by === staff) return refused("same-person");
      const at = now();
      const approved = { ...waiting, approvedBy: staff, approvedAt: at };
      const next: IncidentRow = row.ending
        ? { ...row, revision: revision + 1, status: "ended", ending: approved, proposed: null, endedAt: at }
        : { ...row, revision: revision + 1, known: approved, proposed: null };
      const action = row.ending ? "incident-ended" : "incident-text-approved";
      const detail = { incident: id, version: waiting.version, writtenBy: waiting.by };
      return save(next, [], { actor: actor(staff), action, detail });
    },

    async link(id, complaint, staff) {
      const row = await find(id);
      if (!row) return refused("not-found");
      if (row.status !== "open") return refused("not-open");
      const detail = { incident: id, record: complaint.record };
      const note = { actor: actor(staff), action: "incident-linked", detail };
      const done = await save({ ...row, revision: row.revision + 1 }, linkTo(id, "by-hand", [complaint]), note);
      return done.ok ? { ok: true, value: null } : done;
    },

    async unlink(id, record, staff) {
      const row = await find(id);
      if (!row) return refused("not-found");
      if (row.status !== "open") return refused("not-open");
      const link = (await store.links(id)).find((one) => one.record === record);
      if (!link) return refused("not-found");
      const detail = { incident: id, record };
      await store.unlink(link, now(), { actor: actor(staff), action: "incident-unlinked", detail });
      parts.changed();
      return { ok: true, value: null };
    },
  };
}
