/** What the thread under a card tells, in the bank's own language. Everything in it is masked already. */
import type { Bilingual } from "../../bank/terms.ts";
import { stamp } from "../../desk/fact-text.ts";
import type { HistoryItem } from "../../desk/history.ts";
import { asText, clip, clipEscaped, type Face, section, shortText } from "./blocks.ts";
import { MOST } from "./limits.ts";
import type { Speech } from "./people.ts";
import { filled, THREAD } from "./words.ts";

export interface ThreadSetting {
  first: Speech;
  zone: string;
  /** Slack's id of one of the staff; null for who has none. */
  callOf: (staff: string) => string | null;
}

/** As it is told under one case: files are opened on its page. */
export interface CaseThread extends ThreadSetting {
  page: string;
}

/** Longest text told of one item; the rest is on the web desk. */
const LONGEST = 2_400;

function lineOf(item: HistoryItem, { first, zone, callOf, page }: CaseThread): string {
  const { date, time } = stamp(item.at, zone);
  const when = `${date.slice(5)} ${time}`;
  if (item.kind === "state") return `_${when}_ · ${asText(item.text?.[first] ?? "")}`;
  if (item.kind === "step") {
    const called = (item.calls ?? []).flatMap((id) => callOf(id) ?? []).map((id) => ` <@${id}>`);
    return `_${when}_ · ${shortText(item.text?.[first] ?? "", LONGEST)}${called.join("")}`;
  }
  const who = item.by === null ? THREAD[item.kind === "customer" ? "customer" : "bot"][first] : item.by;
  const what: Partial<Record<HistoryItem["kind"], Bilingual>> = { note: THREAD.note, staff: THREAD.reply };
  const role = what[item.kind];
  const files = item.files === 0 ? "" : `📎 <${page}|${filled(THREAD.files, { n: String(item.files) })[first]}>`;
  const text = asText(clip(item.text?.[first] ?? "", LONGEST));
  return `*${asText(who)}*${role ? ` · ${role[first]}` : ""} _${when}_\n${[files, text].filter((part) => part !== "").join("\n")}`;
}

/** Whether there is anything to tell of it. */
export const tells = (item: HistoryItem): boolean => item.text !== null || item.files > 0;

export function itemFace(item: HistoryItem, setting: CaseThread): Face {
  const line = lineOf(item, setting);
  return { text: clipEscaped(line, 1_000), blocks: [section(line)] };
}

/** What was said before the card came, in as few posts as it takes. */
export function earlierFaces(items: readonly HistoryItem[], setting: CaseThread): Face[] {
  const pages: string[] = [];
  for (const item of items) {
    const line = lineOf(item, setting);
    const last = pages.at(-1);
    if (last !== undefined && last.length + line.length + 2 <= MOST.section)
      pages[pages.length - 1] = `${last}\n\n${line}`;
    else pages.push(line);
  }
  const title = `*${THREAD.earlier[setting.first]}*`;
  return pages.map((page, index) => ({
    text: clip(`${THREAD.earlier[setting.first]} ${index + 1}/${pages.length}`, 1_000),
    blocks: [...(index === 0 ? [section(title)] : []), section(page)],
  }));
}
