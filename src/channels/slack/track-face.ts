/** The card of a suggestion, praise or report. */
import type { Bilingual } from "../../bank/terms.ts";
import { stamp } from "../../desk/fact-text.ts";
import type { TrackCard } from "../../desk/track-card.ts";
import { actions, asText, button, context, type Face, header, section, shortText } from "./blocks.ts";
import { inBoth, type Speech } from "./people.ts";

const STEPS = {
  read: { zh: "阅看", en: "Read" },
  forward: { zh: "转部门", en: "Forward" },
  answer: { zh: "答复", en: "Answer" },
  finish: { zh: "办完", en: "Done with" },
} as const satisfies Record<string, Bilingual>;

const WORDS = {
  due: { zh: "办理期限", en: "due" },
  late: { zh: "已超期", en: "late" },
  to: { zh: "转给", en: "to" },
  open: { zh: "打开", en: "Open" },
  openLabel: { zh: "在网页工作台打开", en: "Open on the web desk" },
  closed: {
    zh: "🔒 内容不在频道里显示：按“阅看”只给您自己看，或在网页工作台看。",
    en: "🔒 Its words are not shown in a channel: Read shows them to you alone, as the web desk does.",
  },
} as const satisfies Record<string, Bilingual>;

export interface TrackSetting {
  first: Speech;
  zone: string;
  deskUrl: string;
}

/** Steps shown, the newest. */
const SHOWN = 8;

export function trackFace(card: TrackCard, { first, zone, deskUrl }: TrackSetting): Face {
  const both = (text: Bilingual) => inBoth(text, first);
  const { record, kindName, stage, due, late, open, answered } = card;
  const title = `${record} · ${both(kindName)}`;
  const facts = [both(stage.name), ...(open ? [`${both(WORDS.due)} ${due}`] : []), ...(late ? [both(WORDS.late)] : [])];
  const line = `${late && open ? "⏰ " : ""}${facts.join(" · ")}`;
  const words = card.closed ? asText(both(WORDS.closed)) : card.summary === null ? "" : `> ${oneLine(card.summary)}`;
  const steps = card.steps.slice(-SHOWN).map(({ at, name, by, to }) => {
    const { date, time } = stamp(at, zone);
    return `${date.slice(5)} ${time} ${both(name)} · ${by}${to ? ` · ${both(WORDS.to)} ${both(to)}` : ""}`;
  });
  const press = (step: keyof typeof STEPS, style?: "primary") =>
    button({
      id: `track:${step}`,
      text: both(STEPS[step]),
      value: record,
      label: `${both(STEPS[step])} ${record}`,
      ...(style ? { style } : {}),
    });
  const link = button({
    id: "track:open",
    text: both(WORDS.open),
    label: `${both(WORDS.openLabel)} ${record}`,
    url: `${deskUrl}/tracks/${encodeURIComponent(record)}`,
  });
  const buttons = [
    press("read", "primary"),
    ...(open ? [press("forward"), ...(answered ? [] : [press("answer")]), press("finish")] : []),
    link,
  ];
  return {
    text: asText(`${title}\n${line}`),
    blocks: [
      header(title),
      section(asText(line)),
      ...(words === "" ? [] : [section(words)]),
      ...(steps.length === 0 ? [] : [context(asText(steps.join("\n")))]),
      actions(`track ${record}`, buttons),
    ],
  };
}

const oneLine = (text: string) => shortText(text.replace(/\s+/gu, " "), 200);
