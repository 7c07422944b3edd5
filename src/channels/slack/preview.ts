/**
 * What the desk in Slack looks like, without Slack and without any case: made-up cards in every state, drawn by the same
 * code that makes the real ones, with the bank's own names. For administrators before they switch it on.
 */
import type { Bank } from "../../bank/bank.ts";
import type { CardStory, CaseCard } from "../../desk/card.ts";
import { FIRST_STEP } from "../../desk/first-steps.ts";
import type { DeskNames } from "../../desk/names.ts";
import { EMOTION, FACT, GAP, HANDOVER } from "../../desk/names.ts";
import { CARD_ACTIONS } from "./actions.ts";
import { page } from "./block-kit-page.ts";
import { cardFace } from "./card-face.ts";
import { problemsOf } from "./limits.ts";
import type { Speech } from "./people.ts";

const AT = "2026-11-20T02:00:00.000Z";
const COLLEAGUE = { id: "preview", name: "方毅" };
const MINE = ["ask-facts", "propose", "offer-transfer", "return", "escalate", "wait", "ask-extension"] as const;

/** The page as HTML, and what of it Slack would refuse (nothing, or the preview says so). */
export function slackPreview(
  bank: Pick<Bank, "profile" | "routing">,
  names: DeskNames,
): { html: string; problems: string[] } {
  const first: Speech = bank.profile.languages[0] === "en" ? "en" : "zh";
  const setting = { first, actions: CARD_ACTIONS, link: (ref: string) => `/desk/cases/${encodeURIComponent(ref)}` };
  const card = sample(Object.keys(bank.routing.departments)[0] ?? "office", names);
  const taken: CaseCard = { ...card, owner: COLLEAGUE, talking: COLLEAGUE };
  const over = { zh: "超期 2 天", en: "2 d overdue" };
  const faces = [
    cardFace(card, null, true, setting),
    cardFace(taken, COLLEAGUE.name, true, setting),
    cardFace({ ...taken, clock: { ...card.clock, state: "overdue", text: over } }, null, true, setting),
    cardFace({ ...card, sealed: true, story: null }, null, true, setting),
    cardFace(card, null, false, setting),
    cardFace({ ...taken, status: "resolved", talking: null }, null, true, setting),
  ];
  return { html: page(faces), problems: faces.flatMap((face) => problemsOf(face)) };
}

function sample(department: string, names: DeskNames): CaseCard {
  return {
    key: "preview/1",
    conversation: "preview",
    ref: "C-20261120-EXAMPLE",
    status: "open",
    department,
    departmentName: names.department(department),
    owner: null,
    talking: null,
    clock: {
      due: "2026-12-05",
      endsAt: "2026-12-05T16:00:00.000Z",
      state: "calm",
      text: { zh: "剩 1 天 4 小时", en: "1 d 4 h left" },
    },
    level: "P0",
    hiddenFrom: [],
    unsent: { window: 0, down: 0, soon: 0 },
    life: {
      stage: { zh: "核查中", en: "Investigating" },
      grade: { zh: "较大", en: "Considerable" },
      urgency: { zh: "二级", en: "II" },
      gradeReason: "涉及金额 1 万元以上",
      pending: [],
      proposal: null,
      next: "2026-11-24 18:00",
      steps: [...MINE],
    },
    sealed: false,
    story: story(names),
  };
}

function story(names: DeskNames): CardStory {
  const fact = (name: "amount" | "occurred" | "card-tail", value: string, words: string) => ({
    id: name,
    name,
    label: FACT[name],
    value: { zh: value, en: value },
    words,
    at: AT,
    confirmed: true,
    earlier: [],
  });
  return {
    channel: "wechat",
    language: "zh-Hans",
    business: names.business("credit-card"),
    reason: names.reason("fund-safety"),
    words: "昨晚8827的信用卡被刷了12,860块，不是我刷的！卡一直在身上，赶紧退给我",
    claim: "赶紧退给我",
    facts: [
      fact("amount", "¥12,860.00", "12,860块"),
      fact("occurred", "2026-11-19 晚上", "昨晚"),
      fact("card-tail", "8827", "8827"),
    ],
    gaps: [{ label: FACT.phone, reason: GAP.unknown }],
    emotion: { first: EMOTION[2], latest: EMOTION[1] },
    risks: [
      {
        slug: "unauthorised-transaction",
        level: "P0",
        name: names.risk("unauthorised-transaction").name,
        firstStep: FIRST_STEP["unauthorised-transaction"],
      },
    ],
    reasons: [HANDOVER.risk],
    policies: [],
    result: null,
  };
}
