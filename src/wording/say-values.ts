/** Values as they are said to a customer: exact as they were given, no more. */
import type { LedgerFact } from "../flows/conversation.ts";
import type { Language } from "../flows/reading.ts";
import { fill } from "./choose.ts";

type Pieces = Readonly<Record<string, string>>;

interface Wall {
  year: string;
  month: string;
  day: string;
  hour: number;
  minute: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Wall time of an instant in a zone; an ISO date is taken as it is. */
function wall(instant: string, zone: string): Wall {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(instant)) {
    const [year = "", month = "", day = ""] = instant.split("-");
    return { year, month: String(Number(month)), day: String(Number(day)), hour: 0, minute: "00" };
  }
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    formats.set(zone, format);
  }
  const text = format.format(new Date(instant));
  return {
    year: text.slice(0, 4),
    month: String(Number(text.slice(5, 7))),
    day: String(Number(text.slice(8, 10))),
    hour: Number(text.slice(11, 13)),
    minute: text.slice(14, 16),
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 12月6日 / 6 Dec; with the year when it isn't this year's. */
export function sayDate(instant: string, zone: string, language: Language, now: string): string {
  const { year, month, day } = wall(instant, zone);
  const other = year !== wall(now, zone).year;
  if (language === "en") return `${day} ${MONTHS[Number(month) - 1]}${other ? ` ${year}` : ""}`;
  return `${other ? `${year}年` : ""}${month}月${day}日`;
}

export function sayClock(instant: string, zone: string): string {
  const { hour, minute } = wall(instant, zone);
  return `${String(hour).padStart(2, "0")}:${minute}`;
}

/** 今天08:30, 明天08:30, 11月23日08:30. */
export function sayWhen(instant: string, zone: string, language: Language, now: string, pieces: Pieces): string {
  const days = dayNumber(instant, zone) - dayNumber(now, zone);
  const day = days === 0 ? pieces.today : days === 1 ? pieces.tomorrow : sayDate(instant, zone, language, now);
  return language === "en" ? `${sayClock(instant, zone)} ${day}` : `${day}${sayClock(instant, zone)}`;
}

function dayNumber(instant: string, zone: string): number {
  const { year, month, day } = wall(instant, zone);
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000);
}

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function sayMoney(value: { minor: number; currency: string }, language: Language): string {
  const amount = (value.minor % 100 === 0 ? WHOLE : CENTS).format(value.minor / 100);
  if (value.currency === "CNY") return language === "en" ? `CNY ${amount}` : `${amount}元`;
  return `${value.currency} ${amount}`;
}

function sayOccurred(
  value: { from: string; to: string; precision: string },
  zone: string,
  language: Language,
  now: string,
  pieces: Pieces,
): string {
  const from = wall(value.from, zone);
  const day = sayDate(value.from, zone, language, now);
  const last = sayDate(new Date(Date.parse(value.to) - 1).toISOString(), zone, language, now);
  switch (value.precision) {
    case "minute":
    case "hour": {
      const about = value.precision === "hour" ? (pieces.about ?? "") : "";
      return language === "en"
        ? `${about}${sayClock(value.from, zone)}, ${day}`
        : `${day}${about}${sayClock(value.from, zone)}`;
    }
    case "part-of-day": {
      const part = pieces[`part-${from.hour}`] ?? pieces["part-other"] ?? "";
      return language === "en" ? `${day}, ${part}` : `${day}${part}`;
    }
    case "month":
      return language === "en" ? `${MONTHS[Number(from.month) - 1]} ${from.year}` : `${from.year}年${from.month}月`;
    case "year":
      return language === "en" ? from.year : `${from.year}年`;
    default:
      if (day === last) return day;
      return language === "en" ? `${day} to ${last}` : `${day}到${last}`;
  }
}

function sayDuration(seconds: number, pieces: Pieces): string {
  const units: [number, string][] = [
    [86_400, "days"],
    [3600, "hours"],
    [60, "minutes"],
    [1, "seconds"],
  ];
  const [size, name] = units.find(([unit]) => seconds >= unit) ?? [1, "seconds"];
  const n = Math.round((seconds / size) * 10) / 10;
  return fill(pieces[name] ?? "{n}", { n: String(n) });
}

/** A fact's value in the customer's language. */
export function sayFact(fact: LedgerFact, zone: string, language: Language, now: string, pieces: Pieces): string {
  switch (fact.name) {
    case "amount":
      return sayMoney(fact.value, language);
    case "occurred":
      return sayOccurred(fact.value, zone, language, now, pieces);
    case "duration":
      return sayDuration(fact.value.seconds, pieces);
    case "count":
      return `${fact.value.n}${language === "en" ? " " : ""}${fact.value.unit}`;
    case "phone":
      return fact.value.replace(/^(\d{3})\d{4}(\d{4})$/u, "$1****$2");
    default:
      return fact.value.length > 120 ? `${fact.value.slice(0, 120)}…` : fact.value;
  }
}

/** Longest words of the customer's own that are said back in passing, by language. */
const ECHO = { zh: 16, en: 40 };

/**
 * A fact as it is said back at once: its value, so that a mistake is seen while it is small. Numbers come with the
 * fact's `name`; what would be long to repeat, by the name alone.
 */
export function sayNoted(
  fact: LedgerFact,
  name: string,
  zone: string,
  language: Language,
  now: string,
  pieces: Pieces,
): string {
  const value = sayFact(fact, zone, language, now, pieces);
  switch (fact.name) {
    case "phone":
    case "card-tail":
    case "account-tail":
    case "transaction-ref":
    case "case-ref":
      return language === "en" ? `${name} ${value}` : `${name}${value}`;
    case "person":
      return fill(pieces["noted-person"] ?? "{value}", { value });
    case "evidence":
      return name;
    case "authority": {
      const turned = turnedRound(value.replace(/^(?:i'm|im) /iu, "I'm "), language);
      return turned !== null && short(turned, language) ? turned : name;
    }
    case "amount":
    case "occurred":
    case "duration":
    case "count":
      return value;
    case "desired-outcome": {
      const wished = turnedRound(value.replace(WANTS, "").replace(/[。.!！]+$/u, ""), language);
      return wished !== null && short(wished, language) ? wished : name;
    }
    default:
      return short(value, language) ? value : name;
  }
}

/** "我要退年费" is said back as "退年费". */
const WANTS =
  /^我?(?:就?想要?|要求?|希望|只要|就要)(?:你们)?(?:一?个)?|^(?:i )?(?:want|would like|need|wish)(?: to (?:have|get))? /iu;
/** Who else is spoken of: turning "me" round would leave it unclear who is who; "您妈" is no way to speak. */
const OTHERS = /[你您]|(?:我|俺|咱)(?:们|妈|爸|爷|奶|公|婆|家|老|儿|女|姐|哥|弟|妹)|\b(?:you|your|we|us|our|mine)\b/iu;
const TURNED: Readonly<Record<string, string>> = {
  "i'm": "you're",
  "i am": "you are",
  i: "you",
  me: "you",
  my: "your",
  myself: "yourself",
};

/** The customer's words from the bank's mouth: "退给我" is "退给您", "my card" is "your card". Null where that can't be. */
function turnedRound(words: string, language: Language): string | null {
  if (OTHERS.test(words)) return null;
  if (language === "en")
    return words.replace(/\b(?:i'm|i am|myself|i|me|my)\b/giu, (one) => TURNED[one.toLowerCase()] ?? one);
  return words.replace(/(退|赔|补)[我俺]/gu, "$1给您").replace(/[我俺]/gu, "您");
}

const short = (words: string, language: Language): boolean => words.length <= (language === "en" ? ECHO.en : ECHO.zh);
