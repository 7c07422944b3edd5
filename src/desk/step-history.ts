/** Steps of a case's life as its thread tells them, each once. What the conversation tells by itself is left out. */
import type { Bilingual } from "../bank/terms.ts";
import type { CaseEvent } from "../cases/life/events.ts";
import { lastMinute } from "./card-life.ts";
import { moneyText, stamp } from "./fact-text.ts";
import type { HistoryItem } from "./history.ts";
import { HAPPENED, OFFER_END, WAITS_FOR } from "./life-names.ts";
import type { Mask } from "./masking.ts";
import { type DeskNames, FACT } from "./names.ts";

export interface StepSetting {
  mask: Mask;
  zone: string;
  names: Pick<DeskNames, "grade" | "urgency" | "department">;
  /** Name of one of the staff. */
  person: (id: string) => string;
}

/** Followed from the conversation, which tells of it: its commands are named by the event ("e12b"). */
const FOLLOWED = /^e\d+[a-z]?$/;
/** Followed as well, and told nowhere else. */
const ONLY_HERE: readonly CaseEvent["type"][] = [
  "proposal-agreed",
  "proposal-declined",
  "wait-ended",
  "marked",
  "call-back-owed",
];

const WHO: Record<Exclude<CaseEvent["by"]["kind"], "staff">, Bilingual> = {
  customer: { zh: "客户", en: "The customer" },
  rule: { zh: "按规则", en: "By rule" },
  clock: { zh: "时限", en: "The clock" },
  "core-system": { zh: "核心系统", en: "The core system" },
};

export function stepItems(events: readonly CaseEvent[], setting: StepSetting): HistoryItem[] {
  return events.flatMap((event): HistoryItem[] => {
    const name = told(event) ? HAPPENED[event.type] : null;
    if (!name) return [];
    const who = event.by.kind === "staff" ? both(setting.person(event.by.id)) : WHO[event.by.kind];
    const detail = detailOf(event, setting);
    const say = (language: keyof Bilingual) => {
      const said = `${who[language]} · ${name[language]}`;
      return detail ? `${said}${language === "zh" ? "：" : ": "}${detail[language]}` : said;
    };
    return [
      {
        id: `step/${event.cause}/${event.type}`,
        at: event.at,
        kind: "step",
        seq: 0,
        by: null,
        text: { zh: say("zh"), en: say("en") },
        files: 0,
        plain: detail === null,
        calls: calledBy(event),
      },
    ];
  });
}

function told(event: CaseEvent): boolean {
  if (ONLY_HERE.includes(event.type)) return true;
  // What the clocks say is told from their own record, with who is meant and how long is left.
  if (event.type === "reminded" || (event.type === "escalated" && event.clock !== null)) return false;
  // A notice is seen as the message that carries it.
  if (event.type === "notice-given" && event.how === "chat") return false;
  if (event.type === "notice-owed" && event.by.kind === "clock") return false;
  return !FOLLOWED.test(event.cause);
}

const both = (text: string): Bilingual => ({ zh: text, en: text });

const minute = (instant: string, zone: string): string => {
  const { date, time } = stamp(instant, zone);
  return `${date.slice(5)} ${time}`;
};
const waiting = (until: string, zone: string): Bilingual => ({
  zh: `${minute(until, zone)} 前受理，否则派给下一位`,
  en: `to be accepted by ${minute(until, zone)}, then the next is asked`,
});
const again = (until: string, zone: string): Bilingual => ({
  zh: `${minute(until, zone)} 起再派`,
  en: `offered again from ${minute(until, zone)}`,
});

/** Staff who are to do something now. */
function calledBy(event: CaseEvent): string[] {
  if (event.type === "transfer-offered" || event.type === "offered" || event.type === "assigned") return [event.to.id];
  return event.type === "escalated" && event.to !== null ? [event.to] : [];
}

function detailOf(event: CaseEvent, { mask, zone, names, person }: StepSetting): Bilingual | null {
  const parts = (...texts: (Bilingual | string | null)[]): Bilingual | null => {
    const given = texts.flatMap((text) => (text === null ? [] : [typeof text === "string" ? both(mask(text)) : text]));
    if (given.length === 0) return null;
    return { zh: given.map(({ zh }) => zh).join("；"), en: given.map(({ en }) => en).join("; ") };
  };
  switch (event.type) {
    case "assigned":
    case "transfer-offered":
      return parts(both(`→ ${person(event.to.id)}`), event.reason);
    case "offered":
      return parts(both(`→ ${person(event.to.id)}`), event.until === null ? null : waiting(event.until, zone));
    case "offer-ended":
      return parts(both(person(event.to)), OFFER_END[event.why]);
    case "left-to-lead":
      return parts(event.lead === null ? null : both(`→ ${person(event.lead)}`), again(event.until, zone));
    case "returned":
    case "department-changed": {
      const to = names.department(event.to);
      return parts({ zh: `→ ${to.zh}`, en: `→ ${to.en}` }, "reason" in event ? event.reason : null);
    }
    case "recused":
      return parts(both(person(event.staff)), event.reason);
    case "graded":
      return parts(names.grade(event.grade.value), event.grade.reason);
    case "urgency-changed":
      return parts(names.urgency(event.urgency.value), event.urgency.reason);
    case "wait-begun": {
      const [zh, en] = [event.facts.map((name) => FACT[name].zh), event.facts.map((name) => FACT[name].en)];
      const what = event.facts.length > 0 ? { zh: zh.join("、"), en: en.join(", ") } : WAITS_FOR[event.reason];
      const until = lastMinute(event.until, zone);
      return parts(what, { zh: `至 ${until}`, en: `until ${until}` });
    }
    case "extension-asked":
      return parts(both(event.to), event.reason);
    case "extension-granted":
      return parts(both(event.to));
    case "promised":
      return parts(event.words, both(lastMinute(event.until, zone)));
    case "proposal-drafted":
      return parts(event.amount ? moneyText(event.amount.minor, event.amount.currency) : null, event.text);
    case "decided":
      return parts(event.text);
    case "marked":
      return parts({
        zh: `${event.question === "solved" ? "问题解决" : "对待态度"} ${event.mark} 分（1–5）`,
        en: `${event.question === "solved" ? "solved" : "how they were treated"}: ${event.mark} of 5`,
      });
    case "call-back-owed": {
      const until = lastMinute(event.until, zone);
      return parts({ zh: `${until} 前联系客户`, en: `contact the customer by ${until}` });
    }
    case "called-back":
      return parts(event.satisfied ? { zh: "满意", en: "satisfied" } : { zh: "不满意", en: "not satisfied" });
    default:
      if ("reason" in event && event.reason !== null) return parts(event.reason);
      return "words" in event && event.words !== null ? parts(event.words) : null;
  }
}
