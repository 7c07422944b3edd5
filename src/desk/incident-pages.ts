/** What the desk shows of mass events. A complaint is listed only for those who may see its case. */
import type { Bank } from "../bank/bank.ts";
import type { Bilingual } from "../bank/terms.ts";
import type { IncidentOffice } from "../cases/incidents/office.ts";
import { recused } from "../cases/recusal.ts";
import type { IncidentCalls } from "../store/incident-calls.ts";
import type { AlertRow, ComplaintRef, IncidentRow } from "../store/incidents.ts";
import type { Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import type { CheckPromise } from "./actions.ts";
import { choosable, type MarkView, markView, type TextView, textView, whyText } from "./incident-view.ts";
import { maskFor } from "./masking.ts";
import type { DeskNames } from "./names.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { nameOf, type StaffMember, type StaffSource } from "./staff.ts";

export interface LinkedComplaint {
  record: string;
  /** Number of its case, or null while there is none. */
  case: string | null;
  receivedAt: string;
  summary: string;
}

export interface AlertView {
  id: string;
  status: AlertRow["status"];
  raisedAt: string;
  kinds: MarkView[][];
  why: Bilingual;
  complaints: LinkedComplaint[];
  by: string | null;
  incident: string | null;
  reason: string | null;
  /** Who said first that they have seen it; null while the duty group is still called. */
  seen: { name: string; at: string } | null;
  /** The duty group is called about it. */
  calls: boolean;
}

export interface IncidentItem {
  id: string;
  name: Bilingual;
  status: IncidentRow["status"];
  openedAt: string;
  endedAt: string | null;
  /** A text waits for a second person. */
  waits: boolean;
  told: boolean;
}

export interface IncidentsView {
  /** Null for those who only read. */
  alerts: AlertView[] | null;
  incidents: IncidentItem[];
  marks: MarkView[];
}

export interface IncidentView extends IncidentItem {
  revision: number;
  runs: boolean;
  kinds: MarkView[][];
  known: TextView | null;
  proposed: TextView | null;
  ending: TextView | null;
  openedBy: string;
  complaints: (LinkedComplaint & { how: string; endToldAt: string | null })[];
  marks: MarkView[];
  /** Null for those who may not read the audit. */
  log: { at: string; actor: string; action: string }[] | null;
}

export interface PlanView {
  plan: { within: number; who: Bilingual; does: Bilingual }[];
  contacts: Bank["emergency"]["contacts"];
}

export interface IncidentPages {
  overview(staff: StaffMember): Promise<Outcome<IncidentsView>>;
  /** Alerts nobody has judged; 0 for those who only read. */
  waiting(staff: StaffMember): Promise<Outcome<number>>;
  show(staff: StaffMember, id: string): Promise<Outcome<IncidentView>>;
  plan(staff: StaffMember): Promise<Outcome<PlanView>>;
}

/** The audit chain of everything about mass events. */
export const INCIDENT_CHAIN = "incidents";
const SHOWN_AT_MOST = 300;
const ALERTS_AT_MOST = 50;

export function createIncidentPages(deps: {
  office: IncidentOffice;
  bank: () => Pick<Bank, "emergency" | "outlets">;
  store: Store;
  access: Access;
  staff: StaffSource;
  names: DeskNames;
  zone: string;
  checkPromise: CheckPromise;
  calls?: IncidentCalls | undefined;
  /** Whether the person may look; a refusal is in the audit. */
  allowed: (staff: StaffMember, wanted: "reads", asked: string) => Promise<boolean>;
}): IncidentPages {
  const { office, store, access, names, zone, allowed } = deps;
  const name = (id: string) => nameOf(deps.staff(), id);

  async function visible(staff: StaffMember, { record, conversation, matter: id, receivedAt }: ComplaintRef) {
    const row = await store.case(record);
    if (row && !(await access.sees(staff, row))) return null;
    // Without a case there is no department yet: only those who see all of them see it.
    if (!row && powersOf(staff).scope !== "all") return null;
    const loaded = await store.load(conversation);
    const matter = loaded?.state.matters.find((one) => one.id === id);
    if (!loaded || !matter || recused(deps.staff(), matter).staff.includes(staff.id)) return null;
    const summary = maskFor(loaded.state)(matter.words).slice(0, 80);
    return { record, case: row ? (row.number ?? row.record) : null, receivedAt, summary };
  }

  const listed = async (staff: StaffMember, refs: readonly ComplaintRef[]): Promise<LinkedComplaint[]> =>
    (await Promise.all(refs.slice(-SHOWN_AT_MOST).map((ref) => visible(staff, ref)))).filter((one) => one !== null);

  const kindsView = (kinds: readonly (readonly string[])[]): MarkView[][] =>
    kinds.map((kind) => kind.flatMap((mark) => markView(mark, deps.bank(), names) ?? []));

  async function alertView(staff: StaffMember, alert: AlertRow): Promise<AlertView[]> {
    const complaints = await listed(staff, alert.complaints);
    if (complaints.length === 0) return [];
    const { id, status, raisedAt, incident, reason } = alert;
    const call = await deps.calls?.call(id);
    const why = whyText(alert, complaints.length, zone);
    return [
      {
        id,
        status,
        raisedAt,
        incident,
        reason,
        why,
        complaints,
        kinds: kindsView(alert.kinds),
        by: alert.by && name(alert.by),
        seen: call?.seenBy && call.seenAt ? { name: name(call.seenBy), at: call.seenAt } : null,
        calls: (call?.times ?? 0) > 0,
      },
    ];
  }

  const itemOf = ({
    id,
    name: called,
    status,
    openedAt,
    endedAt,
    known,
    proposed,
    ending,
  }: IncidentRow): IncidentItem => ({
    id,
    name: called,
    status,
    openedAt,
    endedAt,
    waits: status === "open" && (proposed !== null || ending !== null),
    told: known !== null,
  });

  return {
    async overview(staff) {
      if (!(await allowed(staff, "reads", "incidents"))) return refuse("not-allowed");
      const runs = powersOf(staff).incidents === "runs";
      const rows = await office.incidents();
      const alerts = runs
        ? (
            await Promise.all((await office.alerts()).slice(0, ALERTS_AT_MOST).map((one) => alertView(staff, one)))
          ).flat()
        : null;
      return granted({ alerts, incidents: rows.map(itemOf), marks: choosable(deps.bank(), names) });
    },

    async waiting(staff) {
      if (powersOf(staff).incidents !== "runs") return granted(0);
      const fresh = (await office.alerts()).filter(({ status }) => status === "new").slice(0, ALERTS_AT_MOST);
      return granted((await Promise.all(fresh.map((one) => alertView(staff, one)))).flat().length);
    },

    async show(staff, id) {
      if (!(await allowed(staff, "reads", "incident"))) return refuse("not-allowed");
      const row = await office.find(id);
      if (!row) return refuse("no-such-incident");
      const powers = powersOf(staff);
      const links = new Map((await office.links(id)).map((link) => [link.record, link]));
      const complaints = await listed(staff, [...links.values()]);
      const show = (one: IncidentRow["known"]) => textView(one, staff.id, name, deps.checkPromise);
      const entries = powers.readsAudit ? await store.auditEntries(INCIDENT_CHAIN) : null;
      return granted({
        ...itemOf(row),
        revision: row.revision,
        runs: powers.incidents === "runs",
        kinds: kindsView(row.kinds),
        known: show(row.known),
        proposed: powers.incidents === "runs" ? show(row.proposed) : null,
        ending: powers.incidents === "runs" || row.status === "ended" ? show(row.ending) : null,
        openedBy: name(row.openedBy),
        complaints: complaints.map((one) => {
          const link = links.get(one.record);
          return { ...one, how: link?.how ?? "alert", endToldAt: link?.endToldAt ?? null };
        }),
        marks: choosable(deps.bank(), names),
        log:
          entries === null
            ? null
            : entries
                .filter(({ detail }) => detail.incident === id)
                .map(({ at, actor, action }) => ({ at, actor: nameOf(deps.staff(), actor), action })),
      });
    },

    async plan(staff) {
      if (!(await allowed(staff, "reads", "emergency-plan"))) return refuse("not-allowed");
      const { plan, contacts } = deps.bank().emergency;
      return granted({ plan: plan.map((step) => ({ ...step, who: names.department(step.who) })), contacts });
    },
  };
}
