/** Who is on duty now and next, who said they are away, and the switch between offering by rule and by hand. */
import type { Bank } from "../bank/bank.ts";
import { colleagues, type DutyBank, dutySetup } from "../cases/assigning/colleagues.ts";
import { presenceOf } from "../cases/assigning/presence.ts";
import type { CaseLife } from "../cases/life/life.ts";
import { dayIn } from "../cases/zone.ts";
import type { AssignmentStore, PresenceRow, PresenceState } from "../store/assignments.ts";
import type { Store } from "../store/store.ts";
import { type DutyView, dutyView, type PresenceView, presenceView } from "./duty-view.ts";
import type { DeskNames } from "./names.ts";
import { idFor } from "./outgoing.ts";
import { byOf, powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse, refuseField } from "./refusal.ts";
import { actorOf, type StaffMember } from "./staff.ts";

export interface PresenceWish {
  state: PresenceState;
  /** Of a leave: last day, ISO date; null while it is not known. */
  until: string | null;
  /** Of a leave: staff id. */
  substitute: string | null;
}

export interface DutyDesk {
  /** For everybody who may see cases. */
  duty(staff: StaffMember): Promise<Outcome<DutyView>>;
  presence(staff: StaffMember): Promise<PresenceView>;
  /**
   * Says where this person is. On leave with a substitute, each of their cases is offered to that colleague; `offered`
   * is how many, `kept` how many were not to be handed over and stay.
   */
  setPresence(staff: StaffMember, wish: PresenceWish): Promise<Outcome<{ offered: number; kept: number }>>;
  /** For the office and management. */
  setAutomatic(staff: StaffMember, automatic: boolean): Promise<Outcome<null>>;
}

export interface DutyDeskDeps {
  assignments: AssignmentStore;
  bank: () => DutyBank & Pick<Bank, "assignment">;
  /** Somebody came or went: whoever looks for colleagues looks again. */
  changed: () => void;
}

/** Cases handed over at a leave, at most. */
const HANDED = 1_000;

export function createDutyDesk(
  deps: DutyDeskDeps & {
    store: Pick<Store, "lives">;
    caseLife: CaseLife | undefined;
    names: DeskNames;
    now: () => string;
    newId: () => string;
  },
): DutyDesk {
  const { assignments, now } = deps;

  async function handOver(staff: StaffMember, substitute: string, until: string | null) {
    const done = { offered: 0, kept: 0 };
    const rows = await deps.store.lives.rows({ owner: staff.id, running: true, limit: HANDED });
    const reason = until === null ? "休假 / on leave" : `休假至 ${until} / on leave until ${until}`;
    for (const { key } of rows) {
      const id = idFor(staff.id, key, deps.newId());
      const outcome = await deps.caseLife?.command(
        key,
        { type: "offer-transfer", to: substitute, reason },
        byOf(staff),
        id,
      );
      if (outcome?.ok) done.offered += 1;
      else done.kept += 1;
    }
    return done;
  }

  /** Null when the leave is in order. */
  async function wrong(staff: StaffMember, { until, substitute }: PresenceWish) {
    const bank = deps.bank();
    if (until !== null && until < dayIn(bank.profile.zone, now())) {
      return refuseField("until", { zh: "休假到哪天", en: "Last day of the leave" });
    }
    if (substitute === null) return null;
    const person = bank.staff.find((one) => one.id === substitute);
    if (!person || person.id === staff.id || !powersOf(person).works) return refuse("no-such-staff");
    const row = (await assignments.presences()).find((one) => one.staff === substitute);
    return presenceOf(row, now(), bank.profile.zone).state === "leave" ? refuse("no-colleague") : null;
  }

  return {
    async duty(staff) {
      if (powersOf(staff).scope === "none") return refuse("not-allowed");
      const bank = deps.bank();
      const [presences, loads, chosen, unowned] = await Promise.all([
        assignments.presences(),
        assignments.loads(),
        assignments.automatic(),
        assignments.unowned(),
      ]);
      const people = colleagues(bank, { presences, loads }, "I", now());
      return granted(
        dutyView({
          staff,
          people,
          presences,
          duty: dutySetup(bank),
          members: bank.staff,
          department: deps.names.department,
          automatic: chosen ?? bank.assignment.automatic,
          switches: runsIt(staff),
          unowned: unowned.length,
          now: now(),
        }),
      );
    },

    async presence(staff) {
      const bank = deps.bank();
      const row = (await assignments.presences()).find((one) => one.staff === staff.id);
      return presenceView(presenceOf(row, now(), bank.profile.zone), bank.staff);
    },

    async setPresence(staff, wish) {
      if (!powersOf(staff).works) return refuse("not-allowed");
      const leave = wish.state === "leave";
      const refusal = leave ? await wrong(staff, wish) : null;
      if (refusal) return refusal;
      const { state } = wish;
      const [until, substitute] = leave ? [wish.until, wish.substitute] : [null, null];
      const row: PresenceRow = { staff: staff.id, state, since: now(), until, substitute };
      await assignments.setPresence(row, {
        actor: actorOf(staff),
        action: "presence",
        detail: { state, until, substitute },
      });
      const done = substitute === null ? { offered: 0, kept: 0 } : await handOver(staff, substitute, until);
      deps.changed();
      return granted(done);
    },

    async setAutomatic(staff, automatic) {
      if (!runsIt(staff)) return refuse("not-allowed");
      const note = { actor: actorOf(staff), action: "automatic-assignment", detail: { automatic: automatic ? 1 : 0 } };
      await assignments.setAutomatic(automatic, now(), note);
      deps.changed();
      return granted(null);
    },
  };
}

const runsIt = ({ role }: StaffMember): boolean => role === "office" || role === "manager";
