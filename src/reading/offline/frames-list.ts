/** Which elements make a story of danger to somebody's life, money or data, and what takes any story back. */
import type { RiskSlug } from "../../flows/reading.ts";
import type { Frame } from "./frames.ts";
import { CONDUCT_FRAMES } from "./frames-of-conduct.ts";
import type { Element } from "./lexicon/frames-zh.ts";

/** What says for a risk that it is not happening to the writer. It takes back phrases and stories alike. */
export const DOUBTS: Partial<Record<RiskSlug, readonly Element[]>> = {
  "self-harm": ["fiction", "death-figure"],
  violence: ["fiction", "harm-figure"],
  "unauthorised-transaction": ["fiction", "laugh", "settled", "prevented", "asks-rule", "others-only"],
  scam: ["fiction", "laugh", "settled", "prevented", "not-bitten", "asks-rule", "trick-figure", "others-only"],
  "data-leak": ["fiction", "laugh", "settled", "asks-rule"],
  regulator: ["fiction"],
  litigation: ["fiction", "court-else"],
  media: ["press-trade"],
  "group-action": ["together-else"],
  "abusive-collection": ["polite"],
  "staff-misconduct": ["news"],
  vulnerable: ["at-ease"],
  minor: ["child-asks"],
  "account-restricted": ["limit-asks"],
};

/** Ordinary matters of a bank in which money also goes out. */
const ORDINARY: readonly Element[] = [
  "fee",
  "twice",
  "undelivered",
  "machine",
  "market",
  "own-people",
  "own-slip",
  "misuse",
];

export const FRAMES: readonly Frame[] = [
  {
    slug: "unauthorised-transaction",
    name: "money went out, and it was not the writer",
    all: [
      ["money-out", "vanished"],
      ["not-me", "someone-did"],
    ],
    within: 45,
    none: ORDINARY,
  },
  {
    slug: "unauthorised-transaction",
    name: "money went out, not by the writer, who was elsewhere",
    all: [
      ["money-out", "vanished", "money-verb"],
      ["not-me", "someone-did", "unknown-payee", "no-code"],
      ["elsewhere", "card-here", "night", "lost-it", "abroad", "by-itself"],
    ],
    none: ["fee", "twice", "undelivered", "own-people", "own-slip", "market"],
  },
  {
    slug: "unauthorised-transaction",
    name: "money went out while the writer or the card was elsewhere",
    all: [
      ["money-out", "vanished"],
      ["elsewhere", "card-here", "lost-it"],
    ],
    within: 60,
    none: ORDINARY,
  },
  {
    slug: "unauthorised-transaction",
    name: "money is gone by itself",
    all: [["vanished"], ["by-itself", "someone-did", "no-code", "lost-it", "night"]],
    within: 30,
    none: ORDINARY,
  },
  {
    slug: "unauthorised-transaction",
    name: "the account or the telephone was taken over, and money went",
    all: [["money-out", "vanished"], ["takeover"]],
  },
  {
    slug: "unauthorised-transaction",
    name: "spent abroad or on goods the writer never bought",
    all: [
      ["money-out", "money-verb"],
      ["abroad", "bought"],
      ["not-me", "elsewhere", "card-here", "unknown-payee", "no-code"],
    ],
    within: 60,
    none: ORDINARY,
  },
  {
    slug: "unauthorised-transaction",
    name: "charged for what was never ordered",
    all: [["subscription"], ["not-me", "unknown-payee"], ["money-out", "monthly", "money-verb"]],
    within: 60,
    none: ["fee", "twice", "undelivered", "machine", "own-people", "own-slip"],
  },
  {
    slug: "scam",
    name: "somebody tricked them, and was paid",
    all: [["tricked"], ["paid", "gave-access", "gone", "more", "stop-it", "bait", "stranger"]],
    within: 80,
    none: ["harm-to-me"],
  },
  {
    slug: "scam",
    name: "somebody under a false name was paid or let in",
    all: [["impostor"], ["paid", "gave-access", "vanished"], ["gone", "more", "stop-it", "sum", "bait"]],
    within: 70,
    none: ["fee", "dunning"],
  },
  {
    slug: "scam",
    name: "a stranger with a bait was paid, and it was for nothing",
    all: [["paid", "gave-access"], ["gone", "more", "stop-it"], ["stranger", "impostor"], ["bait"]],
    within: 90,
    none: ["fee", "undelivered"],
  },
  {
    slug: "scam",
    name: "a stranger with a bait, a sum, and nothing for it",
    all: [["stranger", "impostor"], ["bait"], ["gone", "more", "stop-it"], ["sum"]],
    within: 60,
    none: ["fee", "undelivered", "dunning", "market"],
  },
  {
    slug: "scam",
    name: "a code, a face or the screen was handed over, and money went",
    all: [["gave-access"], ["gone", "money-out", "vanished", "stop-it"]],
    within: 60,
    none: ["dunning"],
  },
  {
    slug: "scam",
    name: "is being told to pay",
    all: [["under-way"], ["stranger", "impostor"], ["bait", "stop-it", "tricked"]],
  },
  {
    slug: "scam",
    name: "begs to stop what was just paid",
    all: [["stop-it"], ["paid"], ["stranger", "impostor", "tricked", "bait"]],
    within: 60,
    none: ["undelivered", "fee"],
  },
  {
    slug: "data-leak",
    name: "data of the writer was let out",
    all: [["leaked"], ["own-data"]],
    within: 40,
    none: ["fee", "market", "machine"],
  },
  {
    slug: "data-leak",
    name: "data of the writer lay open",
    all: [["exposed"], ["own-data"]],
    within: 20,
    none: ["fee", "market", "machine", "undelivered"],
  },
  {
    slug: "data-leak",
    name: "strangers know what only the bank should",
    all: [["knows"], ["callers", "just-after", "leaked"], ["data-word"]],
    within: 50,
    none: ["fee"],
  },
  {
    slug: "data-leak",
    name: "right after business with the bank, strangers call",
    all: [["just-after"], ["callers"], ["leaked", "knows"]],
    within: 60,
    none: ["fee", "dunning"],
  },
  { slug: "data-leak", name: "somebody used the writer's name", all: [["misuse-plain"]] },
  {
    slug: "data-leak",
    name: "borrowed or registered in the writer's name",
    all: [["misuse"], ["never-opened"]],
    within: 60,
    none: ["undelivered"],
  },
  { slug: "data-leak", name: "data shown to the wrong person", all: [["crossed"], ["data-word"]] },
  {
    slug: "data-leak",
    name: "looked up without cause",
    all: [["looked-up"], ["knows", "leaked", "exposed"]],
  },
  { slug: "self-harm", name: "speaks of dying", all: [["death-plain"]] },
  {
    slug: "violence",
    name: "harm announced to people or premises",
    all: [["harm-act"], ["target"], ["menace", "weapon"]],
    within: 40,
    none: ["harm-to-me"],
  },
  {
    slug: "violence",
    name: "comes with a weapon",
    all: [["weapon"], ["target"], ["menace", "harm-act", "stalk"]],
    within: 60,
    none: ["harm-to-me"],
  },
  {
    slug: "violence",
    name: "lets it be known that they can be found",
    all: [["stalk"], ["target"], ["menace", "harm-act"]],
    within: 40,
    none: ["harm-to-me"],
  },
  ...CONDUCT_FRAMES,
];
