/** Stories about how people behaved, who they are, and where they take their complaint. */
import type { Frame } from "./frames.ts";

export const CONDUCT_FRAMES: readonly Frame[] = [
  {
    slug: "abusive-collection",
    name: "collectors harass",
    all: [["harassed"], ["collectors"]],
    within: 40,
    none: ["fiction", "asks-rule", "settled"],
  },
  { slug: "abusive-collection", name: "hounded, whoever it is", all: [["hounded"]], none: ["fiction", "asks-rule"] },
  {
    slug: "staff-misconduct",
    name: "one of the bank's people did what none may",
    all: [["misdeed"], ["staff-person"]],
    within: 30,
    none: ["impostor", "fiction", "asks-rule", "settled", "prevented"],
  },
  {
    slug: "vulnerable",
    name: "frail and stuck",
    all: [["frail"], ["stuck"]],
    within: 30,
    none: ["at-ease", "fiction", "asks-rule"],
  },
  {
    slug: "minor",
    name: "a child is concerned",
    all: [["child"], ["child-matter"]],
    within: 50,
    none: ["child-asks", "fiction"],
  },
  {
    slug: "regulator",
    name: "goes to those who watch over banks",
    all: [["watchdog"], ["will-go"]],
    within: 30,
    none: ["fiction", "asks-rule"],
  },
  {
    slug: "media",
    name: "goes public",
    all: [["press"], ["goes-public"]],
    within: 20,
    none: ["press-trade", "fiction"],
  },
  { slug: "litigation", name: "goes to court", all: [["court"]], none: ["court-else", "fiction", "asks-rule"] },
  {
    slug: "group-action",
    name: "many act together",
    all: [["many"], ["together"]],
    within: 40,
    none: ["together-else", "fiction"],
  },
  {
    slug: "account-restricted",
    name: "the money is there and out of reach",
    all: [["limited-self"]],
    none: ["fiction", "asks-rule", "settled"],
  },
  {
    slug: "paid-agent",
    name: "somebody is paid to handle it",
    all: [["agent"], ["agent-context"]],
    within: 40,
    none: ["fiction", "asks-rule"],
  },
  {
    slug: "repeat",
    name: "complained before, and nothing came",
    all: [["complained"], ["no-answer"]],
    within: 60,
    none: ["fiction", "settled"],
  },
];
