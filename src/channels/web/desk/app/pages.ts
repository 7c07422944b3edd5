/** Which pages the bar names, for whom, and what stands together. */
import type { SignedIn } from "./me.ts";
import type { Page } from "./router.tsx";
import type { Word } from "./words.ts";

export interface Entry {
  to: string;
  word: Word;
  /** The pages on which this entry is the current one. The first also names its count. */
  on: readonly [Page["page"], ...Page["page"][]];
}

export type BarItem = { kind: "page"; entry: Entry } | { kind: "group"; word: Word; entries: Entry[] };

interface Place extends Entry {
  seenBy: keyof SignedIn["pages"];
}

/** Looked at many times a day: never behind a menu. */
const DAILY: readonly Place[] = [
  { seenBy: "cases", to: "/", word: "cases", on: ["list", "case"] },
  { seenBy: "cases", to: "/alerts", word: "alerts", on: ["alerts"] },
  { seenBy: "incidents", to: "/incidents", word: "incidents", on: ["incidents", "incident", "emergency"] },
  { seenBy: "duty", to: "/duty", word: "duty", on: ["duty"] },
  { seenBy: "reports", to: "/reports", word: "reports", on: ["reports"] },
];

const GROUPS: readonly { word: Word; places: readonly Place[] }[] = [
  {
    word: "group.quality",
    places: [
      { seenBy: "improvements", to: "/improvements", word: "improvements", on: ["improvements"] },
      { seenBy: "gaps", to: "/gaps", word: "policyGaps", on: ["gaps"] },
      { seenBy: "drafts", to: "/drafts", word: "drafts", on: ["drafts", "draft"] },
      { seenBy: "tracks", to: "/tracks", word: "tracks", on: ["tracks"] },
    ],
  },
  {
    word: "group.service",
    places: [
      { seenBy: "rights", to: "/rights", word: "rights", on: ["rights"] },
      { seenBy: "channels", to: "/channels", word: "channels", on: ["channels"] },
      { seenBy: "deadLetters", to: "/dead-letters", word: "deadLetters", on: ["dead-letters"] },
      { seenBy: "links", to: "/links", word: "links", on: ["links"] },
    ],
  },
];

/** So many fit in one row at 1024 pixels in English; who has no more needs no menus. */
const FIT_IN_A_ROW = 6;

export function barItems(pages: SignedIn["pages"]): BarItem[] {
  const daily = DAILY.filter(({ seenBy }) => pages[seenBy]);
  const groups = GROUPS.map(({ word, places }) => ({ word, entries: places.filter(({ seenBy }) => pages[seenBy]) }));
  const flat = daily.length + groups.flatMap(({ entries }) => entries).length <= FIT_IN_A_ROW;
  return [
    ...daily.map((entry): BarItem => ({ kind: "page", entry })),
    ...groups.flatMap(({ word, entries }): BarItem[] =>
      flat || entries.length < 2
        ? entries.map((entry) => ({ kind: "page", entry }))
        : [{ kind: "group", word, entries }],
    ),
  ];
}
