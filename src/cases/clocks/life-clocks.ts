/** The clocks' hands on the life of a case: reads its events, and carries out what clocks say as commands. */
import type { Bank } from "../../bank/bank.ts";
import type { Live } from "../../store/live.ts";
import type { Store } from "../../store/store.ts";
import type { LifeAsk } from "../life/command.ts";
import type { CaseLife } from "../life/life.ts";
import { noticeOf } from "../staff-notice.ts";
import type { Adoption } from "./adopt.ts";
import type { ClockedCases } from "./clocked-cases.ts";
import type { Firing } from "./firings.ts";
import { setupOf } from "./packs.ts";

export function createLifeClocks(parts: {
  life: Pick<CaseLife, "read" | "command">;
  store: Pick<Store, "case" | "audit">;
  bank: () => Bank;
  live: Pick<Live, "publish">;
  /** Staff hear of cases elsewhere too (Slack). */
  staffToldElsewhere?: () => boolean;
  now: () => string;
}): ClockedCases {
  const { life, store, live, now } = parts;
  const by = { kind: "clock" } as const;
  return {
    async timeline(caseKey) {
      const read = await life.read(caseKey);
      const row = await store.case(caseKey);
      if (!read || !row) return null;
      return { events: read.events, setup: setupOf(parts.bank(), read.events, row.business) };
    },
    /**
     * Refused where the case has moved on meanwhile: then it stays on record that the clock spoke. The command's id is
     * the firing's key, so that a repeat changes nothing.
     */
    async fire(caseKey, firing) {
      const ask = askOf(firing);
      if (ask) await life.command(caseKey, ask, by, `clock/${firing.key}`);
      const { key, clock, point, does, tells, due, provisional, folded } = firing;
      await store.audit(caseKey, now(), {
        actor: "clock",
        action: `clock-${does}`,
        detail: { key, clock, point, tells, due, provisional: provisional.map(String), folded },
      });
      live.publish("desk", { kind: "changed" });
    },
    /** A word to the customer is seen as the message that it becomes. */
    async notices(caseKey, { key, does }) {
      if (does === "inform" || !parts.staffToldElsewhere?.()) return [];
      const row = await store.case(caseKey);
      return row ? [noticeOf({ ...row, mark: `clock/${key}` })] : [];
    },
    async adopt(caseKey, { calendar, year }: Adoption) {
      await life.command(caseKey, { type: "adopt-calendar", calendar, year }, by, `clock/calendar/${calendar}/${year}`);
    },
  };
}

/** A warning changes nothing on the case: it is told, and kept in the audit. */
function askOf(firing: Firing): LifeAsk | null {
  const { clock, names, due } = firing;
  switch (firing.does) {
    case "warn":
      return null;
    case "remind":
      return { type: "remind", clock };
    case "escalate":
      return { type: "escalate", clock, reason: `${names.zh} ${due} / ${names.en} ${due}` };
    case "inform":
      return { type: "tell-progress", next: null };
  }
}
