/**
 * The port for mass events: alerts of the detector, incidents of the office, and the complaints linked to them.
 *
 * Promises
 * - What resolves is durable, and its entry in the audit chain "incidents" was written in the same transaction.
 * - No text of a customer is kept here: numbers, codes, and what the office wrote.
 */
import type { AuditNote } from "./store.ts";

export interface Both {
  zh: string;
  en: string;
}

/** A complaint as it is pointed at. */
export interface ComplaintRef {
  record: string;
  conversation: string;
  matter: string;
  /** ISO instant of receipt. */
  receivedAt: string;
}

export interface AlertRow {
  id: string;
  status: "new" | "opened" | "dismissed";
  /** ISO instants. */
  raisedAt: string;
  updatedAt: string;
  since: string;
  /** Sets of marks, the first the one that raised the alert. */
  kinds: string[][];
  complaints: ComplaintRef[];
  /** Of all complaints since then, and how many of them would usually be of the kind. */
  among: number;
  usual: number;
  /** Chance brings this about less than once in ten to this power. */
  surprise: number;
  /** Who opened an incident from it or dismissed it, the incident, and the reason of a dismissal. */
  by: string | null;
  incident: string | null;
  reason: string | null;
}

/** A text for customers. */
export interface IncidentText extends Both {
  version: number;
  /** Staff ids. */
  by: string;
  at: string;
  approvedBy: string | null;
  approvedAt: string | null;
}

export interface IncidentRow {
  id: string;
  /** Rises with each change: a change decided on an older one is refused. */
  revision: number;
  status: "open" | "ended";
  name: Both;
  /** Complaints with all marks of one of these sets are of it. */
  kinds: string[][];
  /** What new customers are told; null until a second person has approved a text. */
  known: IncidentText | null;
  /** Written and not yet approved. */
  proposed: IncidentText | null;
  /** The last message; the incident ends with its approval. */
  ending: IncidentText | null;
  openedAt: string;
  openedBy: string;
  endedAt: string | null;
}

export interface LinkRow extends ComplaintRef {
  incident: string;
  /** Told what is known when it came, found by its words, from the alert, or chosen by a person. */
  how: "told" | "matched" | "alert" | "by-hand";
  at: string;
  /** When the customer was told of the end. */
  endToldAt: string | null;
}

export interface IncidentStore {
  /** Newest first. */
  alerts(limit: number): Promise<AlertRow[]>;
  saveAlert(alert: AlertRow, at: string, note: AuditNote): Promise<void>;
  /** Newest first. */
  incidents(limit: number): Promise<IncidentRow[]>;
  /**
   * Saves `incident` when the one stored has the revision before it, or is new, together with `links`; else nothing and false.
   */
  saveIncident(incident: IncidentRow, links: readonly LinkRow[], at: string, note: AuditNote): Promise<boolean>;
  /** A complaint linked before stays as it is. */
  link(links: readonly LinkRow[]): Promise<void>;
  unlink(link: LinkRow, at: string, note: AuditNote): Promise<void>;
  /** In order of receipt. */
  links(incident: string): Promise<LinkRow[]>;
  /** Links of ended incidents whose customers have not been told, oldest first. */
  untold(limit: number): Promise<LinkRow[]>;
  endTold(link: LinkRow, at: string): Promise<void>;
  /** Complaints received since, in order. */
  complaintsSince(instant: string): Promise<ComplaintRef[]>;
}
