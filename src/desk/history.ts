/** What happened to a case, in order, as colleagues are told who did not look: everything personal is masked. */
import type { Bilingual } from "../bank/terms.ts";
import type { Event, Matter } from "../flows/conversation.ts";
import type { CaseNote, StoredMessage } from "../store/store.ts";
import { messageView, type Setting } from "./case-view.ts";
import { clockOf } from "./clock.ts";
import type { Mask } from "./masking.ts";
import type { DeskNames } from "./names.ts";

export interface HistoryItem {
  /** Unique within the case, and the same whenever it is read. */
  id: string;
  at: string;
  /** state: of the conversation. step: of the case's life, by staff or by its clocks. */
  kind: "customer" | "bot" | "staff" | "note" | "state" | "step";
  /** Seq of a message or of an event; 0 for the rest. */
  seq: number;
  /** Name of the colleague, for staff and notes. */
  by: string | null;
  /** Null when it was erased, or has no words. */
  text: Bilingual | null;
  /** Files that came with it; they are looked at on the web desk. */
  files: number;
  /** Says nothing of what the case is about: may be told where the case itself is sealed. */
  plain: boolean;
  /** Ids of colleagues who are called by it. */
  calls?: string[];
}

export interface HistoryMaterial {
  matter: Matter;
  messages: readonly StoredMessage[];
  notes: readonly CaseNote[];
  events: readonly { seq: number; at: string; event: Event | null }[];
  /** Steps of the case's life. */
  steps: readonly HistoryItem[];
}

const same = (text: string): Bilingual => ({ zh: text, en: text });

export function historyOf(material: HistoryMaterial, mask: Mask, setting: Setting): HistoryItem[] {
  const { matter } = material;
  const messages = material.messages.map((message): HistoryItem => {
    const { author, text } = messageView(message, mask, setting);
    return {
      id: `message/${message.id}`,
      at: message.at,
      kind: author.kind,
      seq: message.seq,
      by: author.kind === "staff" ? author.name : null,
      text: text === null || text.trim() === "" ? null : same(text),
      files: message.attachments.length,
      plain: false,
    };
  });
  const notes = material.notes.map(
    ({ id, at, staff, text }): HistoryItem => ({
      id: `note/${id}`,
      at,
      kind: "note",
      seq: 0,
      by: staff.name,
      text: text === null ? null : same(mask(text)),
      files: 0,
      plain: false,
    }),
  );
  const states = material.events.flatMap(({ seq, at, event }): HistoryItem[] => {
    const text = event && told(event, matter, setting.names);
    if (!text) return [];
    const plain = event.type !== "risk-raised" && event.type !== "case-supplemented";
    return [{ id: `event/${seq}`, at, kind: "state", seq, by: null, text, files: 0, plain }];
  });
  // What was said comes before what was decided on it in the same instant.
  return [...messages, ...notes, ...states, ...material.steps].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Events that colleagues are told of. All others are seen in the messages or on the card. */
function told(event: Event, { id }: Matter, names: DeskNames): Bilingual | null {
  if ("matter" in event && event.matter !== null && event.matter !== id) return null;
  switch (event.type) {
    case "case-opened":
      return { zh: `核心系统已立案，编号 ${event.number}`, en: `Opened in the core system as ${event.number}` };
    case "case-supplemented":
      return { zh: "客户补充了内容", en: "The customer added something" };
    case "person-wanted":
      return { zh: "客户要求人工", en: "The customer asked for a person" };
    case "risk-raised": {
      const { name } = names.risk(event.risk.slug);
      return { zh: `风险信号 ${event.risk.level}：${name.zh}`, en: `Risk ${event.risk.level}: ${name.en}` };
    }
    case "staff-took":
      return { zh: `${event.staff.name} 已受理`, en: `${event.staff.name} took the case` };
    case "staff-returned":
      return event.how === "silent"
        ? {
            zh: `${event.staff.name} 一段时间没有回复，客户交回机器人`,
            en: `${event.staff.name} was silent; the bot talks to the customer again`,
          }
        : { zh: `${event.staff.name} 交回机器人`, en: `${event.staff.name} handed the talk back to the bot` };
    case "matter-withdrawn":
    case "matter-resolved": {
      const status = event.type === "matter-withdrawn" ? "withdrawn" : "resolved";
      const { text } = clockOf({ due: event.at.slice(0, 10), status }, "UTC", event.at);
      return { zh: `案件${text.zh}`, en: `The case is ${text.en}` };
    }
    case "matter-settled":
      return { zh: "客户表示已经解决", en: "The customer says it is settled" };
    case "matter-reopened":
      return { zh: "案件重新打开", en: "The case was opened again" };
    default:
      return null;
  }
}
