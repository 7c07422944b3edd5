/** What the clocks of a case said to staff, from the record of it: which clock, how long was left, and who is meant. */
import type { Bilingual } from "../bank/terms.ts";
import type { CaseState } from "../cases/life/case.ts";
import { isKept } from "../cases/life/who.ts";
import { remaining } from "../cases/remaining.ts";
import type { AuditNote } from "../store/store.ts";
import type { HistoryItem } from "./history.ts";
import type { DeskNames } from "./names.ts";
import { nameOf, type StaffDirectory } from "./staff.ts";

export interface ClockSetting {
  life: Pick<CaseState, "holdings" | "department" | "keptFrom">;
  staff: StaffDirectory;
  names: Pick<DeskNames, "clock">;
  zone: string;
}

/** What is said to the customer is seen as the message. */
const SAID: Readonly<Record<string, Bilingual>> = {
  "clock-warn": { zh: "⏰ 提醒", en: "⏰ Heads-up" },
  "clock-remind": { zh: "⏰ 催办", en: "⏰ Reminder" },
  "clock-escalate": { zh: "⏰ 升级催办", en: "⏰ Escalated" },
};

const MEANT: Readonly<Record<string, Bilingual>> = {
  handler: { zh: "经办人", en: "handler" },
  lead: { zh: "组长", en: "lead" },
  head: { zh: "部门负责人", en: "department head" },
  management: { zh: "管理层", en: "management" },
};

export function clockItems(
  entries: readonly { at: string; action: string; detail: AuditNote["detail"] }[],
  setting: ClockSetting,
): HistoryItem[] {
  const items = new Map<string, HistoryItem>();
  for (const { at, action, detail } of entries) {
    const said = SAID[action];
    const id = `clock/${detail.key}`;
    // Carried out again after a crash, it is on record twice.
    if (!said || items.has(id)) continue;
    const tells = Array.isArray(detail.tells) ? detail.tells : [];
    const clock = setting.names.clock(String(detail.clock));
    const left = leftAt(String(detail.due), at, setting.zone);
    const meant = tells.flatMap((one) => meantBy(one, at, setting) ?? []);
    const text = (language: keyof Bilingual) =>
      [
        said[language],
        clock[language],
        left[language],
        meant.map((one) => one[language]).join(language === "zh" ? "、" : ", "),
      ]
        .filter((part) => part !== "")
        .join(" · ");
    items.set(id, {
      id,
      at,
      kind: "step",
      seq: 0,
      by: null,
      text: { zh: text("zh"), en: text("en") },
      files: 0,
      plain: true,
      calls: tells.flatMap((one) => calledAs(one, at, setting)),
    });
  }
  return [...items.values()];
}

const HOUR = 3_600_000;

/** `due`: ISO date of a last day, or ISO instant. */
function leftAt(due: string, at: string, zone: string): Bilingual {
  if (/^\d{4}-\d{2}-\d{2}$/.test(due)) {
    return { zh: remaining(due, at, zone, "zh-Hans").text, en: remaining(due, at, zone, "en").text };
  }
  const ms = Date.parse(due) - Date.parse(at);
  if (ms <= 0) return { zh: "已超期", en: "overdue" };
  const hours = Math.ceil(ms / HOUR);
  return { zh: `还剩 ${hours} 小时`, en: `${hours} h left` };
}

/** Who had the case then, whoever has it now. */
const ownerAt = (at: string, { holdings }: ClockSetting["life"]): string | null =>
  holdings.findLast(
    ({ from, to }) => Date.parse(from) <= Date.parse(at) && (to === null || Date.parse(at) < Date.parse(to)),
  )?.owner.id ?? null;

function meantBy(recipient: string, at: string, { life, staff }: ClockSetting): Bilingual | null {
  const role = MEANT[recipient];
  const owner = recipient === "handler" ? ownerAt(at, life) : null;
  if (!role || owner === null) return role ?? null;
  const name = nameOf(staff, owner);
  return { zh: `${role.zh} ${name}`, en: `${role.en} ${name}` };
}

/** Nobody who must not handle it. */
function calledAs(recipient: string, at: string, { life, staff }: ClockSetting): string[] {
  const owner = ownerAt(at, life);
  return staff.staff
    .filter((one) => !isKept(life.keptFrom, one))
    .filter((one) => {
      if (recipient === "handler") return one.id === owner;
      if (recipient === "lead") return one.role === "lead" && one.department === life.department;
      return recipient === "management" && one.role === "manager";
    })
    .map(({ id }) => id);
}
