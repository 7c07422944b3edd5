/** What staff do with a case beyond the talk: assign, transfer, return, propose, extend, decide, close and the rest. */

import type { CalendarYear } from "../bank/files/calendar.ts";
import { needsProposal } from "../cases/life/approved.ts";
import { type Ranked, ranked, weightOf } from "../cases/life/assign.ts";
import type { LifeAsk } from "../cases/life/command.ts";
import type { CaseLife, Life } from "../cases/life/life.ts";
import { onDuty } from "../cases/staffing.ts";
import type { Store } from "../store/store.ts";
import type { Access, OpenedCase } from "./access.ts";
import type { CheckPromise } from "./actions.ts";
import { amountsIn, beyondAuthority } from "./authority.ts";
import { type DeskStep, longestText, saidToCustomer } from "./life-steps.ts";
import { type LifeView, lifeView } from "./life-view.ts";
import { LONGEST } from "./limits.ts";
import { maskFor } from "./masking.ts";
import type { DeskNames } from "./names.ts";
import { idFor } from "./outgoing.ts";
import { byOf, powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse, refuseAmount, refuseStep } from "./refusal.ts";
import { actorOf, nameOf, type StaffMember, type StaffSource } from "./staff.ts";

export interface StepWish {
  /** Made by the client, once per wish: a repeat changes nothing. */
  clientId: string;
  step: DeskStep;
  /** The text goes out all the same, whatever the promise guard says. */
  confirmed?: boolean;
}

/** Not done yet: `warnings` say what the text promises. Ask again with `confirmed`. */
export type Stepped = { done: true; life: LifeView } | { done: false; warnings: string[] };

export interface LifeActions {
  /** Where the case stands, what happened to it, and what this person may do next. */
  life(staff: StaffMember, ref: string): Promise<Outcome<LifeView>>;
  step(staff: StaffMember, ref: string, wish: StepWish): Promise<Outcome<Stepped>>;
  /** Colleagues of its department the case may be given to, best first. */
  candidates(staff: StaffMember, ref: string): Promise<Outcome<(Ranked & { name: string })[]>>;
}

export interface LifeActionDeps {
  store: Store;
  access: Access;
  caseLife: CaseLife | undefined;
  staff: StaffSource;
  names: DeskNames;
  zone: string;
  calendar: ReadonlyMap<number, CalendarYear>;
  now: () => string;
  checkPromise: CheckPromise;
}

export function createLifeActions(deps: LifeActionDeps): LifeActions {
  const { store, access, now } = deps;

  async function view(staff: StaffMember, opened: OpenedCase, life: Life): Promise<LifeView> {
    const linked = await Promise.all(life.state.links.map(({ key }) => store.case(key)));
    const seen = await Promise.all(linked.map(async (row) => row && (await access.sees(staff, row)) && row));
    const refs = new Map(seen.flatMap((row) => (row ? [[row.key, row.number ?? row.record] as const] : [])));
    return lifeView(life.state, life.events, {
      by: byOf(staff),
      mask: maskFor(opened.state),
      zone: deps.zone,
      name: (id) => nameOf(deps.staff(), id),
      names: deps.names,
      departments: Object.keys(deps.staff().routing.departments),
      needsProposal: deps.caseLife ? needsProposal(life.state, staff, deps.caseLife.bank()) : false,
      refs,
    });
  }

  async function enter(staff: StaffMember, ref: string, action: string) {
    const entered = await access.enter(staff, ref, action);
    if (!entered.ok) return entered;
    const life = await deps.caseLife?.read(entered.value.row.key);
    return life ? granted({ opened: entered.value, life }) : refuse("not-found");
  }

  const refused = (staff: StaffMember, key: string, asked: string, code: string) =>
    store.audit(key, now(), { actor: actorOf(staff), action: "refused", detail: { asked, code } });

  /** Null when the customer may read it; else the refusal or the warnings. */
  function held(staff: StaffMember, { state }: OpenedCase, { step, confirmed }: StepWish) {
    const text = saidToCustomer(step);
    if (text.trim() === "") return null;
    const declared = "amount" in step ? (step.amount?.minor ?? 0) : 0;
    // A named amount goes to those who may grant it; an amount only in the words would pass them by.
    const beyond = beyondAuthority(text, state, staff, deps.staff());
    if (beyond && amountsIn(text).some((amount) => amount > Math.max(beyond.limit, declared))) {
      return refuseAmount(beyond.limit, beyond.needed);
    }
    const { warnings } = confirmed ? { warnings: [] } : deps.checkPromise(text, state);
    return warnings.length > 0 ? granted({ done: false as const, warnings }) : null;
  }

  /** Other cases are named as people name them; the life knows keys. A case this person may not see is none. */
  async function aimed(staff: StaffMember, step: DeskStep): Promise<Outcome<LifeAsk>> {
    if (step.type !== "merge") return granted(step);
    const into = await access.enter(staff, step.into, "merge");
    return into.ok ? granted({ ...step, into: into.value.row.key }) : into;
  }

  return {
    async life(staff, ref) {
      const entered = await enter(staff, ref, "look");
      return entered.ok ? granted(await view(staff, entered.value.opened, entered.value.life)) : entered;
    },

    async step(staff, ref, wish) {
      const entered = await enter(staff, ref, wish.step.type);
      if (!entered.ok || !deps.caseLife) return entered.ok ? refuse("not-found") : entered;
      const { opened } = entered.value;
      const { key } = opened.row;
      if (!powersOf(staff).works) {
        await refused(staff, key, wish.step.type, "not-allowed");
        return refuse("not-allowed");
      }
      if (longestText(wish.step) > LONGEST) return refuse("too-long");
      const stop = held(staff, opened, wish);
      if (stop && !stop.ok) await refused(staff, key, wish.step.type, stop.refusal.code);
      if (stop) return stop;
      const ask = await aimed(staff, wish.step);
      if (!ask.ok) return ask;
      const outcome = await deps.caseLife.command(key, ask.value, byOf(staff), idFor(staff.id, key, wish.clientId));
      if (!outcome.ok) {
        await refused(staff, key, wish.step.type, outcome.refusal.code);
        return refuseStep(outcome.refusal);
      }
      const life = await deps.caseLife.read(key);
      return life ? granted({ done: true, life: await view(staff, opened, life) }) : refuse("erased");
    },

    async candidates(staff, ref) {
      const entered = await enter(staff, ref, "candidates");
      if (!entered.ok) return entered;
      const { state } = entered.value.life;
      const { row } = entered.value.opened;
      // Only the office gives a case to another department; its own people stand first all the same.
      const everywhere = staff.role === "office" || staff.role === "manager";
      const people = deps.staff().staff.filter((one) => everywhere || one.department === state.department);
      const loads = await Promise.all(
        people.map(async ({ id }) => {
          const owned = await store.lives.rows({ owner: id, running: true, limit: 1_000 });
          return owned.reduce((sum, one) => sum + weightOf(one.grade), 0);
        }),
      );
      const roster = { zone: deps.zone, calendar: deps.calendar };
      const wanted = {
        department: state.department,
        business: row.business,
        language: row.language,
        grade: state.grade.value,
        keptFrom: state.keptFrom,
      };
      const candidates = people.map((one, index) => ({
        id: one.id,
        role: one.role,
        tier: one.tier,
        department: one.department,
        outlet: one.outlet,
        languages: one.languages,
        skills: [],
        onDuty: onDuty(one.duty, roster, now()),
        present: onDuty(one.duty, roster, now()),
        load: loads[index] ?? 0,
      }));
      const others = [...new Set(people.map((one) => one.department))].filter((slug) => slug !== state.department);
      const list = [state.department, ...others].flatMap((department) => ranked(candidates, { ...wanted, department }));
      return granted(list.map((one) => ({ ...one, name: nameOf(deps.staff(), one.id) })));
    },
  };
}
