/** A case's card: its present state, in the bank's own language, with both where it is short. */
import type { Bilingual } from "../../bank/terms.ts";
import type { CardStory, CaseCard } from "../../desk/card.ts";
import type { CardAction } from "./actions.ts";
import {
  actions,
  asText,
  type Block,
  button,
  clip,
  context,
  divider,
  type Face,
  fields,
  header,
  menu,
  section,
  shortText,
} from "./blocks.ts";
import { inBoth, type Speech } from "./people.ts";
import { CARD, channelName, filled, LANGUAGE } from "./words.ts";

export interface CardSetting {
  /** The bank's own language. */
  first: Speech;
  actions: readonly CardAction[];
  /** The case's page on the web desk. */
  link: (ref: string) => string;
}

/** Characters of "what happened": two lines of a card. */
const TWO_LINES = 110;
/** Characters of the longer sections: together they stay far below what a message may hold. */
const LONG = 1_300;
/** Characters of what waits, and of a proposal: whoever passes it reads the whole of it in the form. */
const MIDDLE = 700;
/** Characters of a name or of what stands beside it. */
const SHORT = 120;

/** `known`: everybody who reads the channel is on the staff list. `live`: name of the colleague whose words in the thread go to the customer. */
export function cardFace(card: CaseCard, live: string | null, known: boolean, setting: CardSetting): Face {
  const { first } = setting;
  const say = (text: Bilingual) => text[first];
  const both = (text: Bilingual) => inBoth(text, first);
  const title = [card.ref, card.level, both(card.departmentName)].filter((part) => part !== null).join(" · ");
  const clock = `${say(card.clock.text)}（${say(CARD.due)} ${card.clock.due}）`;
  const owner = card.owner?.name ?? both(CARD.nobody);
  const state = [
    `*${both(CARD.clock)}*\n${clock}`,
    `*${both(CARD.owner)}*\n${shortText(owner, SHORT)}`,
    ...(card.status === "open"
      ? [`*${both(CARD.talking)}*\n${shortText(card.talking?.name ?? both(CARD.bot), SHORT)}`]
      : []),
    ...stageFields(card, known, first),
  ];
  const closed = card.sealed ? CARD.sealed : !known ? CARD.strangers : CARD.erased;
  const story = known ? card.story : null;
  const blocks: Block[] = [header(title)];
  if (live !== null) blocks.push(liveBlock(live, first));
  blocks.push(...unsentBlocks(card, first));
  if (story) {
    // A section holds ten fields, and each of the two says one thing: how the case stands, and what it is about.
    blocks.push(fields(state), fields(kind(story, first)), ...waits(card, first), ...tale(story, first), divider());
  } else blocks.push(fields(state), section(asText(both(closed))));
  blocks.push(...presses(card, live !== null, setting));
  const spoken = story ? clip(oneLine(story.words), TWO_LINES) : both(closed);
  return { text: shortText(`${title} · ${clock} · ${clip(owner, SHORT)} · ${spoken}`, 1_000), blocks };
}

/** `known`: as for the card. Why it is graded so may be somebody's words. */
function stageFields({ life }: CaseCard, known: boolean, first: Speech): string[] {
  if (!life) return [];
  const both = (text: Bilingual) => inBoth(text, first);
  const next = life.next === null ? "" : `（${CARD.next[first]} ${life.next}）`;
  const reason = known && life.gradeReason !== null ? `（${shortText(life.gradeReason, SHORT)}）` : "";
  return [
    `*${both(CARD.stage)}*\n${asText(`${both(life.stage)}${next}`)}`,
    `*${both(CARD.grade)}*\n${asText(`${both(life.grade)} · ${both(life.urgency)}`)}${reason}`,
  ];
}

function waits({ life }: CaseCard, first: Speech): Block[] {
  if (!life) return [];
  const pending = life.pending.map((line) => `• ${line[first]}`).join("\n");
  const parts: [Bilingual, string | null][] = [
    [CARD.waits, pending === "" ? null : pending],
    [CARD.proposal, life.proposal],
  ];
  return parts.flatMap(([title, text]) =>
    text === null ? [] : [section(`*${inBoth(title, first)}*\n${shortText(text, MIDDLE)}`)],
  );
}

/** What the customer was promised and has not read is at risk. */
function unsentBlocks({ unsent }: CaseCard, first: Speech): Block[] {
  const told: [Bilingual, number][] = [
    [CARD.window, unsent.window],
    [CARD.down, unsent.down],
  ];
  return told.flatMap(([words, n]) =>
    n === 0 ? [] : [section(asText(inBoth(filled(words, { n: String(n) }), first)))],
  );
}

function liveBlock(name: string, first: Speech): Block {
  const { zh, en } = filled(CARD.live, { name: clip(name, SHORT) });
  const lines = (first === "zh" ? [zh, en] : [en, zh]).map((line) => `*${asText(line)}*`);
  return section(lines.join("\n"));
}

function kind(story: CardStory, first: Speech): string[] {
  const both = (text: Bilingual) => inBoth(text, first);
  const { emotion } = story;
  const mood =
    emotion.first.zh === emotion.latest.zh ? both(emotion.latest) : `${both(emotion.first)} → ${both(emotion.latest)}`;
  const about = [story.business, story.reason].flatMap((one) => (one ? [one[first]] : [])).join(" · ");
  return [
    `*${both(CARD.from)}*\n${asText(`${both(channelName(story.channel))} · ${LANGUAGE[story.language][first]}`)}`,
    `*${both(CARD.mood)}*\n${shortText(mood, SHORT)}`,
    ...(about === "" ? [] : [`*${both(CARD.about)}*\n${shortText(about, SHORT)}`]),
  ];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function tale(story: CardStory, first: Speech): Block[] {
  const both = (text: Bilingual) => inBoth(text, first);
  const part = (title: Bilingual, lines: string[]): Block[] =>
    lines.length === 0 ? [] : [section(`*${both(title)}*\n${shortText(lines.join("\n"), LONG)}`)];
  // The claim has a section of its own.
  const told = story.facts.filter((fact) => fact.name !== "desired-outcome");
  const facts = told.map((fact) => {
    const earlier = fact.earlier.map((old) => old.value[first]).join(" → ");
    const unsure = fact.confirmed ? "" : `（${CARD.unconfirmed[first]}）`;
    return `• ${fact.label[first]}：${earlier === "" ? "" : `${earlier} → `}${fact.value[first]}${unsure}`;
  });
  const gaps = story.gaps.map((gap) => `• ${gap.label[first]}：${CARD.unknown[first]}（${gap.reason[first]}）`);
  const risks = story.risks.map((risk) => `• ${risk.level} ${risk.name[first]}：${risk.firstStep[first]}`);
  const policies = story.policies.map(({ title, clause, version }) => `${title} ${clause}（${version}）`);
  return [
    ...part(CARD.what, [clip(oneLine(story.words), TWO_LINES)]),
    ...part(CARD.claim, story.claim === null ? [] : [story.claim]),
    ...part(CARD.facts, [...facts, ...gaps]),
    ...part(CARD.risks, risks),
    ...part(
      CARD.reasons,
      story.reasons.map((reason) => `• ${reason[first]}`),
    ),
    ...part(CARD.result, story.result === null ? [] : [story.result]),
    ...(policies.length === 0 ? [] : [context(shortText(`${both(CARD.cited)}：${policies.join("；")}`, 600))]),
  ];
}

function presses(card: CaseCard, live: boolean, { first, actions: all, link }: CardSetting): Block[] {
  const fitting = all.filter((action) => action.shows(card, live));
  const buttons = fitting
    .filter((action) => action.more !== true)
    .map((action) =>
      button({
        id: `case:${action.id}`,
        text: inBoth(action.label, first),
        value: card.key,
        label: `${action.describes[first]} ${card.ref}`,
        ...(action.press.kind === "link" ? { url: link(card.ref) } : {}),
        ...(action.style ? { style: action.style } : {}),
      }),
    );
  const rest = fitting.filter((action) => action.more === true);
  const menus =
    rest.length === 0
      ? []
      : [
          menu(
            "case:more",
            inBoth(CARD.more, first),
            rest.map(({ id, label }) => ({ value: id, text: inBoth(label, first) })),
          ),
        ];
  return buttons.length + menus.length === 0 ? [] : [actions(`case ${card.key}`, [...buttons, ...menus])];
}

/** What is left in a channel the case has gone from. */
export function movedFace(card: CaseCard, first: Speech): Face {
  const text = `${card.ref} · ${inBoth(CARD.moved, first)}`;
  return { text: asText(text), blocks: [section(asText(text))] };
}
