/**
 * Mass events on the desk: the office and managers judge alerts and run incidents, colleagues read what customers are told.
 * A complaint is listed only for those who may see its case; a person or outlet complained about never learns of it here.
 */
import type { Bank } from "../bank/bank.ts";
import type { Bilingual } from "../bank/terms.ts";
import type { IncidentOffice, IncidentRefusal } from "../cases/incidents/office.ts";
import type { IncidentCalls } from "../store/incident-calls.ts";
import type { AuditNote, Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import type { CheckPromise } from "./actions.ts";
import { createIncidentPages, INCIDENT_CHAIN, type IncidentPages } from "./incident-pages.ts";
import { markView } from "./incident-view.ts";
import type { DeskNames } from "./names.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, type RefusalCode, refuse } from "./refusal.ts";
import { actorOf, type StaffMember, type StaffSource } from "./staff.ts";

export interface OpeningForm {
  name: Bilingual;
  kinds: string[][];
  alert: string | null;
  known: Bilingual | null;
}

export interface IncidentDesk extends IncidentPages {
  open(staff: StaffMember, form: OpeningForm): Promise<Outcome<{ id: string }>>;
  /** This person has seen the alert: the duty group is called no more. */
  seen(staff: StaffMember, alert: string): Promise<Outcome<null>>;
  dismiss(staff: StaffMember, alert: string, reason: string): Promise<Outcome<null>>;
  change(
    staff: StaffMember,
    id: string,
    form: { revision: number; name: Bilingual; kinds: string[][] },
  ): Promise<Outcome<null>>;
  propose(
    staff: StaffMember,
    id: string,
    form: { revision: number; text: Bilingual; last: boolean },
  ): Promise<Outcome<null>>;
  approve(staff: StaffMember, id: string, revision: number): Promise<Outcome<null>>;
  /** `ref`: number of a case the person may see. */
  link(staff: StaffMember, id: string, ref: string): Promise<Outcome<null>>;
  unlink(staff: StaffMember, id: string, record: string): Promise<Outcome<null>>;
}

export interface IncidentDeskDeps {
  office: IncidentOffice;
  /** Who was called about alerts; without it nobody is. */
  calls?: IncidentCalls;
  bank: () => Pick<Bank, "emergency" | "outlets">;
}

const LONGEST = { name: 60, text: 400, reason: 200 };
const KINDS_AT_MOST = 10;
const MARKS_AT_MOST = 4;

const CODES: Record<IncidentRefusal, RefusalCode> = {
  "not-found": "no-such-incident",
  "changed-meanwhile": "changed-meanwhile",
  "same-person": "same-person",
  "not-open": "incident-ended",
  "nothing-to-approve": "changed-meanwhile",
};

export function createIncidentDesk(
  deps: IncidentDeskDeps & {
    store: Store;
    access: Access;
    staff: StaffSource;
    names: DeskNames;
    zone: string;
    now: () => string;
    checkPromise: CheckPromise;
  },
): IncidentDesk {
  const { office, store, access, names } = deps;
  const audit = (staff: StaffMember, action: string, detail: AuditNote["detail"]) =>
    store.audit(INCIDENT_CHAIN, deps.now(), { actor: actorOf(staff), action, detail });

  async function allowed(staff: StaffMember, wanted: "reads" | "runs", asked: string): Promise<boolean> {
    const { incidents } = powersOf(staff);
    if (incidents === "runs" || incidents === wanted) return true;
    await audit(staff, "refused", { asked, code: "not-allowed" });
    return false;
  }

  function done<T>(outcome: { ok: true; value: T } | { ok: false; code: IncidentRefusal }): Outcome<T> {
    return outcome.ok ? granted(outcome.value) : refuse(CODES[outcome.code]);
  }
  const silent = (outcome: { ok: true } | { ok: false; code: IncidentRefusal }): Outcome<null> =>
    outcome.ok ? granted(null) : refuse(CODES[outcome.code]);

  function text({ zh, en }: Bilingual, longest: number): Outcome<Bilingual> {
    const both = { zh: zh.trim(), en: en.trim() };
    if (both.zh === "" || both.en === "") return refuse("both-languages");
    return Math.max(both.zh.length, both.en.length / 2) > longest ? refuse("too-long") : granted(both);
  }

  function kindsOf(given: readonly (readonly string[])[]): Outcome<string[][]> {
    const kinds = given.map((kind) => [...new Set(kind)]).filter((kind) => kind.length > 0);
    const known = kinds.every((kind) => kind.every((mark) => markView(mark, deps.bank(), names) !== null));
    const bounded = kinds.length <= KINDS_AT_MOST && kinds.every((kind) => kind.length <= MARKS_AT_MOST);
    return kinds.length > 0 && known && bounded ? granted(kinds) : refuse("no-kinds");
  }

  return {
    ...createIncidentPages({ ...deps, allowed }),

    async open(staff, form) {
      if (!(await allowed(staff, "runs", "open-incident"))) return refuse("not-allowed");
      const called = text(form.name, LONGEST.name);
      if (!called.ok) return called;
      const kinds = kindsOf(form.kinds);
      if (!kinds.ok) return kinds;
      const known = form.known ? text(form.known, LONGEST.text) : granted(null);
      if (!known.ok) return known;
      const opening = { name: called.value, kinds: kinds.value, alert: form.alert, known: known.value };
      const opened = done(await office.open(opening, staff.id));
      return opened.ok ? granted({ id: opened.value.id }) : opened;
    },

    async seen(staff, alert) {
      if (!powersOf(staff).works) return refuse("not-allowed");
      if (!deps.calls) return refuse("not-here");
      if (!(await office.alerts()).some((one) => one.id === alert)) return refuse("no-such-incident");
      const note = { actor: actorOf(staff), action: "alert-seen", detail: { alert } };
      await deps.calls.seen(alert, staff.id, deps.now(), note);
      return granted(null);
    },

    async dismiss(staff, alert, reason) {
      if (!(await allowed(staff, "runs", "dismiss-alert"))) return refuse("not-allowed");
      const why = reason.trim();
      if (why === "") return refuse("empty");
      if (why.length > LONGEST.reason) return refuse("too-long");
      return silent(await office.dismiss(alert, why, staff.id));
    },

    async change(staff, id, form) {
      if (!(await allowed(staff, "runs", "change-incident"))) return refuse("not-allowed");
      const called = text(form.name, LONGEST.name);
      if (!called.ok) return called;
      const kinds = kindsOf(form.kinds);
      if (!kinds.ok) return kinds;
      return silent(await office.change(id, form.revision, { name: called.value, kinds: kinds.value }, staff.id));
    },

    async propose(staff, id, form) {
      if (!(await allowed(staff, "runs", "write-incident-text"))) return refuse("not-allowed");
      const written = text(form.text, LONGEST.text);
      if (!written.ok) return written;
      return silent(await office.propose(id, form.revision, written.value, form.last, staff.id));
    },

    async approve(staff, id, revision) {
      if (!(await allowed(staff, "runs", "approve-incident-text"))) return refuse("not-allowed");
      return silent(await office.approve(id, revision, staff.id));
    },

    async link(staff, id, ref) {
      if (!(await allowed(staff, "runs", "link-complaint"))) return refuse("not-allowed");
      const entered = await access.enter(staff, ref, "link");
      if (!entered.ok) return entered;
      const { record, conversation, matter, receivedAt } = entered.value.row;
      return silent(await office.link(id, { record, conversation, matter, receivedAt }, staff.id));
    },

    async unlink(staff, id, record) {
      if (!(await allowed(staff, "runs", "unlink-complaint"))) return refuse("not-allowed");
      return silent(await office.unlink(id, record, staff.id));
    },
  };
}
