/** Values of facts as staff read them. */

import type { Bilingual } from "../bank/terms.ts";
import type { LedgerFact } from "../flows/conversation.ts";

const same = (text: string): Bilingual => ({ zh: text, en: text });

export function moneyText(minor: number, currency: string): Bilingual {
  const amount = (minor / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return { zh: currency === "CNY" ? `${amount} 元` : `${currency} ${amount}`, en: `${currency} ${amount}` };
}

function durationText(seconds: number): Bilingual {
  const units: [number, string, string][] = [
    [86_400, "天", "d"],
    [3_600, "小时", "h"],
    [60, "分钟", "min"],
    [1, "秒", "s"],
  ];
  const zh: string[] = [];
  const en: string[] = [];
  let rest = Math.round(seconds);
  for (const [size, zhUnit, enUnit] of units) {
    const n = Math.floor(rest / size);
    rest -= n * size;
    if (n > 0) {
      zh.push(`${n}${zhUnit}`);
      en.push(`${n} ${enUnit}`);
    }
  }
  return { zh: zh.join("") || "0秒", en: en.join(" ") || "0 s" };
}

/** "2026-11-20 18:00 – 24:00", "2026-11", as exact as the customer was and no more. */
function occurredText(value: { from: string; to: string; precision: string }, zone: string): Bilingual {
  const at = (instant: string) => stamp(instant, zone);
  const from = at(value.from);
  // The range is half-open: its last day is the one before `to`.
  const last = at(new Date(Date.parse(value.to) - 1).toISOString());
  switch (value.precision) {
    case "minute":
      return same(`${from.date} ${from.time}`);
    case "hour":
    case "part-of-day": {
      const to = at(value.to);
      return same(`${from.date} ${from.time} – ${to.time === "00:00" ? "24:00" : to.time}`);
    }
    case "month":
      return same(from.date.slice(0, 7));
    case "year":
      return same(from.date.slice(0, 4));
    default:
      return same(from.date === last.date ? from.date : `${from.date} – ${last.date}`);
  }
}

/** Calendar date and wall time of an instant in the bank's zone. */
export function stamp(instant: string, zone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(
    new Date(instant),
  );
  return { date: parts.slice(0, 10), time: parts.slice(11, 16) };
}

/** The normalised value in words; dates in `zone`. Unmasked. */
export function factText(fact: LedgerFact, zone: string): Bilingual {
  switch (fact.name) {
    case "amount":
      return moneyText(fact.value.minor, fact.value.currency);
    case "occurred":
      return occurredText(fact.value, zone);
    case "duration":
      return durationText(fact.value.seconds);
    case "count":
      return same(`${fact.value.n} ${fact.value.unit}`.trim());
    default:
      return same(fact.value);
  }
}
