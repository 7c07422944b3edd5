/** The port for reports: what was recorded in a period, from the same tables the lists are made of. */
import type { CaseStatus, RecordRow } from "./store.ts";

export interface ReportRow
  extends Pick<
    RecordRow,
    "record" | "conversation" | "matter" | "receivedAt" | "status" | "business" | "reason" | "venue"
  > {
  channel: string;
  case: {
    key: string;
    number: string | null;
    department: string;
    status: CaseStatus;
    requestedAt: string;
    /** ISO date. */
    due: string;
    resolvedAt: string | null;
  } | null;
  /** Instant of the first message a person wrote to the customer after the complaint; null while there is none. */
  firstAnswerAt: string | null;
}

export interface ReportStore {
  /** Complaints received from the first instant up to, not including, the second, in order. */
  complaints(from: string, to: string): Promise<ReportRow[]>;
}
