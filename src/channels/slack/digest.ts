/** The daily digest: once a day in every channel with cases, numbers and clocks, nothing of what they are about. */
import type { Bilingual } from "../../bank/terms.ts";
import type { OpenCase } from "../../desk/card.ts";
import { stamp } from "../../desk/fact-text.ts";
import type { Audience } from "./audience.ts";
import { asText, type Block, type Face, header, section } from "./blocks.ts";
import { inBoth, type Speech } from "./people.ts";
import type { Posts } from "./posts.ts";
import { channelOf, type SlackSettings } from "./settings.ts";

const WORDS = {
  head: { zh: "今日案件", en: "Cases today" },
  open: { zh: "在办", en: "open" },
  unclaimed: { zh: "无人受理", en: "unclaimed" },
  today: { zh: "今天到期", en: "due today" },
  overdue: { zh: "已超期", en: "overdue" },
  nobody: { zh: "无人受理", en: "nobody yet" },
  none: { zh: "没有在办案件。", en: "No open cases." },
} as const satisfies Record<string, Bilingual>;

/** Cases named of each kind; the rest are counted. */
const NAMED = 10;
/** Blocks that hold no more than counts: title and summary. */
const COUNTS = 2;

export function createDigest(deps: {
  posts: Posts;
  openCases: () => Promise<OpenCase[]>;
  audience: Audience;
  settings: Pick<SlackSettings, "channel" | "channels" | "digestAt">;
  first: Speech;
  zone: string;
  link: (ref: string) => string;
  now: () => string;
}): () => Promise<void> {
  const { settings, now } = deps;
  /** Days already done, so that the store is not asked each time. */
  let done = "";

  return async function digest() {
    const { date, time } = stamp(now(), deps.zone);
    if (settings.digestAt === null || time < settings.digestAt || done === date) return;
    const cases = await deps.openCases();
    const channels = new Set([settings.channel, ...Object.values(settings.channels)]);
    for (const channel of channels) {
      const here = cases.filter((one) => channelOf(settings, one.department) === channel);
      const whole = digestFace(here, date, deps.first, deps.link);
      // Where somebody unknown reads along, the counts alone.
      const face = (await deps.audience.known(channel)) ? whole : { ...whole, blocks: whole.blocks.slice(0, COUNTS) };
      await deps.posts.once("digest", { ...face, channel, id: `digest/${date}/${channel}` });
    }
    done = date;
  };
}

export function digestFace(
  cases: readonly OpenCase[],
  date: string,
  first: Speech,
  link: (ref: string) => string,
): Face {
  const both = (text: Bilingual) => inBoth(text, first);
  const title = `${both(WORDS.head)} · ${date}`;
  const kinds: { name: Bilingual; cases: OpenCase[] }[] = [
    { name: WORDS.overdue, cases: cases.filter((one) => one.clock.state === "overdue") },
    { name: WORDS.today, cases: cases.filter((one) => one.clock.state === "today") },
    { name: WORDS.unclaimed, cases: cases.filter((one) => one.owner === null) },
  ];
  const counts = [{ name: WORDS.open, cases: [...cases] }, ...kinds]
    .map((kind) => `${both(kind.name)} ${kind.cases.length}`)
    .join(" · ");
  const line = ({ ref, clock, owner }: OpenCase) =>
    `• <${link(ref)}|${asText(ref)}> ${asText(clock.text[first])} ${asText(owner ?? WORDS.nobody[first])}`;
  const lists = kinds
    .filter((kind) => kind.cases.length > 0)
    .map((kind): Block => {
      const rest = kind.cases.length - NAMED;
      const named = kind.cases.slice(0, NAMED).map(line);
      return section([`*${both(kind.name)}*`, ...named, ...(rest > 0 ? [`… +${rest}`] : [])].join("\n"));
    });
  const summary = cases.length === 0 ? both(WORDS.none) : counts;
  return { text: asText(`${title} · ${summary}`), blocks: [header(title), section(asText(summary)), ...lists] };
}
