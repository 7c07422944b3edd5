/** A card of the longest complaint anybody could write. */
import type { CaseCard } from "../../../src/desk/card.ts";
import { FIRST_STEP } from "../../../src/desk/first-steps.ts";
import { DeskStep } from "../../../src/desk/life-steps.ts";
import type { LifeView } from "../../../src/desk/life-view.ts";

/** `text` wherever people's words stand, `many` times where there may be several. */
export function extremeCard(text: string, many: number): CaseCard {
  const both = { zh: text, en: text };
  const times = Array.from({ length: many }, (_, index) => index);
  return {
    key: "01a20367-9774-713c-a110-eac20ddd6bab/01a20367-9785-7590-b886-60f12e001388",
    conversation: "01a20367-9774-713c-a110-eac20ddd6bab",
    ref: "C-20261120-7KQ2MX",
    status: "open",
    department: "credit-card-centre",
    departmentName: { zh: "信用卡中心", en: "Credit Cards" },
    owner: { id: "fang-yi", name: text },
    talking: { id: "fang-yi", name: text },
    clock: {
      due: "2026-12-05",
      endsAt: "2026-12-05T16:00:00.000Z",
      state: "calm",
      text: { zh: "剩 15 天 14 小时", en: "15 d 14 h left" },
    },
    level: "P0",
    hiddenFrom: [],
    unsent: { window: many, down: many, soon: many },
    sealed: false,
    life: {
      stage: { zh: "核查中", en: "Investigating" },
      grade: { zh: "重大", en: "Major" },
      urgency: { zh: "一级", en: "I" },
      gradeReason: text,
      pending: times.map(() => both),
      proposal: text === "" ? null : text,
      next: "2026-11-24 18:00",
      steps: DeskStep.options.map((option) => option.shape.type.value),
    },
    story: {
      channel: "web",
      language: "zh-Hans",
      business: both,
      reason: both,
      words: text,
      claim: text === "" ? null : text,
      facts: times.map((index) => ({
        id: `f${index}`,
        name: "amount",
        label: both,
        value: both,
        words: text,
        at: "2026-11-20T02:00:00.000Z",
        confirmed: index % 2 === 0,
        earlier: [{ value: both, words: text }],
      })),
      gaps: times.map(() => ({ label: both, reason: both })),
      emotion: { first: both, latest: { zh: "愤怒", en: "angry" } },
      risks: times.map(() => ({
        slug: "self-harm",
        level: "P0",
        name: both,
        firstStep: FIRST_STEP["self-harm"],
      })),
      reasons: times.map(() => both),
      policies: times.map((index) => ({
        policy: "p",
        clause: String(index),
        title: text,
        heading: text,
        language: "zh" as const,
        version: "1",
        effectiveFrom: "2026-01-01",
        quote: text,
        hash: "h",
      })),
      result: text === "" ? null : text,
    },
  };
}

/** A life in which everything waits for somebody's word. */
export function extremeLife(text: string): LifeView {
  const both = { zh: text, en: text };
  const person = { id: "fang-yi", name: text };
  const rated = { name: both, value: "major", reason: text };
  const at = "2026-11-20T02:00:00.000Z";
  // The bank's names are never empty.
  const named = { zh: `部门 ${text}`, en: `Department ${text}` };
  return {
    stage: { slug: "investigating", name: both },
    department: both,
    assisting: [both],
    owner: person,
    offer: { to: person, by: person, byRule: false, reason: text },
    grade: rated,
    urgency: rated,
    regime: {
      pack: "cn-nfra-2020-3",
      name: both,
      reason: text,
      // The bank names each of its packs.
      packs: [{ value: "cn-pboc-2020-5", label: { zh: text || "x", en: text || "x" } }],
    },
    due: "2026-12-05",
    next: at,
    extension: { id: "x1", to: "2026-12-20", askedAt: at, reason: text, askedBy: person },
    proposal: {
      id: "p1",
      amount: { minor: 800_000, currency: "CNY" },
      tier: 4,
      approvals: 2,
      status: "with-office",
      text,
      passedBy: [person, person],
    },
    promises: [{ id: "pr1", words: text, until: at, kept: false }],
    notices: [{ id: "n1", kind: "decision", name: named, givenAt: null }],
    links: [],
    timeline: [],
    helpers: [{ slug: "legal", name: named }],
    needsProposal: false,
    steps: [],
  };
}
