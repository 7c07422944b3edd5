/** Findings become alerts: one for each crowd, growing with it, quiet once somebody has judged it. */
import type { AlertRow, ComplaintRef, IncidentStore } from "../../store/incidents.ts";
import type { Finding } from "./detector.ts";

interface AlertParts {
  store: IncidentStore;
  now: () => string;
  newId: () => string;
  /** Whether an incident is still open. */
  isOpen: (incident: string) => boolean;
  /** An alert nothing was added to for so long is over: the next crowd is another one. */
  windowMs: number;
}

const READ = 100;
/** Share of a finding that is known from an alert: then it is the same crowd. */
const SAME = 1 / 3;
/** A crowd that was waved off and has grown to so many times its size is looked at again. */
const GROWN = 2;
const KINDS_AT_MOST = 6;

export function createAlerts({ store, now, newId, isOpen, windowMs }: AlertParts) {
  return {
    /** `refs`: complaints of the window by record. */
    async raise(finding: Finding, refs: ReadonlyMap<string, ComplaintRef>): Promise<void> {
      const at = now();
      // From the store each time: people judge alerts meanwhile, and findings are few.
      const alive = (await store.alerts(READ)).filter(
        ({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(at) - windowMs,
      );
      const complaints = finding.members.flatMap((record) => refs.get(record) ?? []);
      const known = alive.find((alert) => {
        // What goes on after the end of an incident is news.
        if (alert.incident !== null && !isOpen(alert.incident)) return false;
        const theirs = new Set(alert.complaints.map(({ record }) => record));
        return finding.members.filter((record) => theirs.has(record)).length >= finding.members.length * SAME;
      });
      const since = new Date(finding.since).toISOString();
      const { among, usual, surprise, common } = finding;
      if (!known) {
        const alert: AlertRow = {
          id: newId(),
          status: "new",
          raisedAt: at,
          updatedAt: at,
          since,
          kinds: [common],
          complaints,
          among,
          usual,
          surprise,
          by: null,
          incident: null,
          reason: null,
        };
        const detail = { alert: alert.id, complaints: complaints.length, kind: common };
        return store.saveAlert(alert, at, { actor: "system", action: "alert-raised", detail });
      }
      const all = new Map([...known.complaints, ...complaints].map((one) => [one.record, one]));
      const grown = known.status === "dismissed" && all.size >= known.complaints.length * GROWN;
      if (all.size === known.complaints.length || (known.status === "dismissed" && !grown)) return;
      const stronger = surprise > known.surprise ? { among, usual, surprise, since } : {};
      const fresh = known.kinds.some((kind) => kind.join("&") === common.join("&")) ? [] : [common];
      const alert: AlertRow = {
        ...known,
        ...stronger,
        status: grown ? "new" : known.status,
        updatedAt: at,
        complaints: [...all.values()],
        kinds: [...known.kinds, ...fresh].slice(0, KINDS_AT_MOST),
      };
      const detail = { alert: alert.id, complaints: all.size };
      await store.saveAlert(alert, at, { actor: "system", action: "alert-grew", detail });
      const { incident } = known;
      if (incident === null) return;
      await store.link(complaints.map((one) => ({ ...one, incident, how: "alert", at, endToldAt: null })));
    },
  };
}
