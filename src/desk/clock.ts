/** The clock of a case: when it ends, how near that is, and how the date came about. Pure. */

import type { Bilingual } from "../bank/terms.ts";
import { clockKey, type Clock as LifeClock } from "../cases/clocks/clock.ts";
import { explainClock } from "../cases/clocks/explain.ts";
import { type Remaining, remaining } from "../cases/remaining.ts";
import { addDays, instantAt } from "../cases/zone.ts";
import type { MatterCase } from "../flows/conversation.ts";
import type { CaseRow } from "../store/store.ts";
import { stamp } from "./fact-text.ts";
import type { DeskNames } from "./names.ts";

/** stopped: the case is closed. soon: at most three days left. */
type ClockState = "stopped" | "overdue" | "today" | "soon" | "calm";

export interface Clock {
  /** ISO date, the last day for the answer. */
  due: string;
  /** ISO instant at which that day is over in the bank's zone. */
  endsAt: string;
  state: ClockState;
  /** 剩 3 天 5 小时 / 3 d 5 h left. */
  text: Bilingual;
}

/** At most this many days left is soon. */
const SOON_DAYS = 3;

/** 剩 3 天 5 小时. On the last day and after it the words of `remaining` say it plainly. */
function left(r: Remaining, language: "zh-Hans" | "en", due: string, now: string, zone: string): string {
  if (r.overdue || r.days === 0) return remaining(due, now, zone, language).text;
  const days = Math.floor(r.hours / 24);
  const hours = r.hours % 24;
  return language === "en" ? `${days} d ${hours} h left` : `剩 ${days} 天 ${hours} 小时`;
}

/** The clock of a case row at `now` (ISO instant). */
export function clockOf(row: Pick<CaseRow, "due" | "status">, zone: string, now: string): Clock {
  const endsAt = new Date(instantAt(addDays(row.due, 1), 0, zone)).toISOString();
  if (row.status !== "open") {
    const text = row.status === "withdrawn" ? { zh: "已撤回", en: "withdrawn" } : { zh: "已办结", en: "resolved" };
    return { due: row.due, endsAt, state: "stopped", text };
  }
  const rest = remaining(row.due, now, zone, "zh-Hans");
  const state = rest.overdue ? "overdue" : rest.days === 0 ? "today" : rest.days <= SOON_DAYS ? "soon" : "calm";
  const text = { zh: left(rest, "zh-Hans", row.due, now, zone), en: left(rest, "en", row.due, now, zone) };
  return { due: row.due, endsAt, state, text };
}

/**
 * How the last day came about in the case's own clock, pauses, new beginnings and extensions included. Null where the
 * case has no clock of that pack.
 */
export function clockExplained(clocks: readonly LifeClock[], pack: string, names: DeskNames): Bilingual | null {
  const answer = clocks.find((clock) => clock.pack.pack === pack && clockKey(clock) === ANSWER);
  if (!answer) return null;
  const { name, basis } = names.rulePack(pack);
  return {
    zh: `${explainClock(answer, "zh-Hans")}。依据：${name.zh}，${basis}。`,
    en: `${explainClock(answer, "en")}. Basis: ${name.en}, ${basis}.`,
  };
}

/** The clock of the law, in every pack of bank/rules. */
const ANSWER = "answer";

/** For a case whose life cannot be read. How the date came about, step by step: receipt day, days of the pack, the first day not counted. */
export function clockArithmetic(
  receivedAt: string,
  rule: MatterCase["rule"],
  due: string,
  zone: string,
  names: DeskNames,
): Bilingual {
  const { date, time } = stamp(receivedAt, zone);
  const pack = names.rulePack(rule.pack);
  const from = pack.firstDay === "excluded" ? { zh: "次日", en: "the next day" } : { zh: "当日", en: "that day" };
  return {
    zh: `${date} ${time} 收到首条投诉；从${from.zh}起算 ${rule.days} 个自然日，${due} 为最后一天（含当日）。依据：${pack.name.zh}，${pack.basis}。`,
    en: `First complaint message on ${date} at ${time}; ${rule.days} calendar days counted from ${from.en}, so ${due} is the last day (included). Basis: ${pack.name.en}, ${pack.basis}.`,
  };
}
