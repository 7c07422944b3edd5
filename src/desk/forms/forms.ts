/** Forms for the authorities, taken out of the desk: by role, with an entry of who took which. */
import type { Bank } from "../../bank/bank.ts";
import { evolveAll } from "../../cases/life/evolve.ts";
import { dayIn } from "../../cases/zone.ts";
import type { AuditNote, Store, StoredMessage } from "../../store/store.ts";
import type { Access } from "../access.ts";
import { maskFor } from "../masking.ts";
import { powersOf } from "../permissions.ts";
import { granted, type Outcome, refuse } from "../refusal.ts";
import type { Gather } from "../reports/gather.ts";
import { actorOf, nameOf, type StaffMember, type StaffSource } from "../staff.ts";
import { type FeedbackMaterial, feedbackForm } from "./feedback.ts";
import type { Authority, Form } from "./form.ts";
import { statisticsBefore, statisticsForm, statisticsPeriod } from "./statistics.ts";

export type FormFormat = "json" | "csv" | "print";

export interface FormDesk {
  /** `ref`: number of a case the person may see. Personal data is masked. */
  feedback(staff: StaffMember, ref: string, to: Authority, as: FormFormat): Promise<Outcome<Form>>;
  /** `period`: "2026", "2026-Q4" or "2026-11". */
  statistics(staff: StaffMember, period: string, as: FormFormat): Promise<Outcome<Form>>;
}

const PAGE = 500;

export function createFormDesk(deps: {
  store: Pick<Store, "lives" | "messages" | "audit">;
  access: Pick<Access, "enter">;
  gather: Gather;
  bank: () => Bank;
  staff: StaffSource;
  zone: string;
  now: () => string;
}): FormDesk {
  const { store, now, zone } = deps;
  const audit = (staff: StaffMember, chain: string, action: string, detail: AuditNote["detail"]) =>
    store.audit(chain, now(), { actor: actorOf(staff), action, detail });

  async function messagesOf(conversation: string): Promise<StoredMessage[]> {
    const all: StoredMessage[] = [];
    for (let after = 0; ; ) {
      const page = await store.messages(conversation, { after, limit: PAGE });
      all.push(...page);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return all;
      after = last.seq;
    }
  }

  async function lifeOf(key: string): Promise<FeedbackMaterial["life"]> {
    const events = (await store.lives.load(key))?.events;
    const state = events ? evolveAll(null, events) : null;
    return events && state ? { state, events } : null;
  }

  return {
    async feedback(staff, ref, to, as) {
      if (!powersOf(staff).exports) {
        await audit(staff, "reports", "refused", { asked: `feedback-${to}`, code: "not-allowed" });
        return refuse("not-allowed");
      }
      const entered = await deps.access.enter(staff, ref, `feedback-${to}`);
      if (!entered.ok) return entered;
      const { row, state } = entered.value;
      const material = {
        ...entered.value,
        life: await lifeOf(row.key),
        messages: (await messagesOf(row.conversation)).filter(({ at }) => Date.parse(at) >= Date.parse(row.receivedAt)),
      };
      const form = feedbackForm(to, material, {
        bank: deps.bank(),
        staff: (id) => nameOf(deps.staff(), id),
        mask: maskFor(state),
      });
      await audit(staff, row.key, "form-taken", { form: form.form, as, missing: form.missing.length });
      return granted(form);
    },

    async statistics(staff, text, as) {
      const asked = statisticsPeriod(text);
      const past = statisticsPeriod(statisticsBefore(text));
      const refusal = powersOf(staff).exports ? (asked && past ? null : "bad-period") : "not-allowed";
      if (refusal !== null || !asked || !past) {
        await audit(staff, "reports", "refused", { asked: "statistics", code: refusal ?? "bad-period" });
        return refuse(refusal ?? "bad-period");
      }
      const [current, before] = [await deps.gather(staff, asked.period, {}), await deps.gather(staff, past.period, {})];
      const material = { ...asked, now: current, before, today: dayIn(zone, now()) };
      const form = statisticsForm(material, deps.bank());
      await audit(staff, "reports", "form-taken", { form: form.form, as, period: text, complaints: current.length });
      return granted(form);
    },
  };
}
