/** Where the life of a case stands, as its card shows it to everybody who reads the channel. */
import type { Bilingual } from "../bank/terms.ts";
import type { CaseState, Wait } from "../cases/life/case.ts";
import { nextDate } from "../cases/life/next-date.ts";
import { TRANSITIONS, type Who } from "../cases/life/transitions.ts";
import { moneyText, stamp } from "./fact-text.ts";
import { STAGE, WAITS_FOR } from "./life-names.ts";
import { DeskStep } from "./life-steps.ts";
import type { Mask } from "./masking.ts";
import { type DeskNames, FACT } from "./names.ts";
import { possible } from "./step-fields.ts";

export interface CardLife {
  stage: Bilingual;
  grade: Bilingual;
  urgency: Bilingual;
  /** Why it is graded so; null where the card is sealed. */
  gradeReason: string | null;
  /** What waits for somebody's word, and for whose. */
  pending: Bilingual[];
  /** The proposal that waits to be passed or answered; null where there is none, or the card is sealed. */
  proposal: string | null;
  /** Until when something has to happen, "2026-11-24 18:00" in the bank's zone. */
  next: string | null;
  /** Steps that some of the staff may take now. Whether this person may is the desk's to say, when they ask. */
  steps: DeskStep["type"][];
}

export interface CardLifeSetting {
  mask: Mask;
  sealed: boolean;
  zone: string;
  names: Pick<DeskNames, "grade" | "urgency">;
  /** Name of one of the staff. */
  person: (id: string) => string;
}

const STAFF: readonly Who[] = ["owner", "offered", "colleague", "lead", "office", "manager"];

export function cardLife(state: CaseState, setting: CardLifeSetting): CardLife {
  const { mask, sealed, zone, names } = setting;
  const proposal = waitingProposal(state);
  const next = nextDate(state, zone);
  const extension = openExtension(state) ?? null;
  return {
    stage: STAGE[state.stage.name],
    grade: names.grade(state.grade.value),
    urgency: names.urgency(state.urgency.value),
    gradeReason: sealed ? null : mask(state.grade.reason),
    pending: sealed ? [] : pendingOf(state, setting),
    proposal: sealed || !proposal ? null : mask(proposal.text),
    next: next && lastMinute(next, zone),
    steps: DeskStep.options
      .map((option) => option.shape.type.value)
      .filter((type) => {
        const { from, who } = TRANSITIONS[type];
        return from.includes(state.stage.name) && who.some((one) => STAFF.includes(one));
      })
      .filter((type) =>
        possible(type, {
          extension,
          offer: state.offer && { byRule: state.offer.by === "rule" },
          promises: state.promises.map(({ keptAt }) => ({ kept: keptAt !== null })),
          notices: state.notices,
        }),
      ),
  };
}

/** The end of a day is shown as its last minute: midnight would read as the next day. */
export function lastMinute(instant: string, zone: string): string {
  const { date, time } = stamp(new Date(Date.parse(instant) - 60_000).toISOString(), zone);
  return `${date} ${time}`;
}

export const openExtension = ({ extensions }: Pick<CaseState, "extensions">) =>
  extensions.find((one) => one.approvedAt === null && one.refusedAt === null);

function waitingProposal({ stage, proposals }: CaseState) {
  const waits = stage.name === "proposal-with-office" || stage.name === "proposed";
  return waits ? proposals.find((one) => one.id === stage.proposal) : undefined;
}

function pendingOf(state: CaseState, setting: CardLifeSetting): Bilingual[] {
  const { zone, person, mask } = setting;
  const lines: Bilingual[] = [];
  const { stage, offer } = state;
  const wait = "wait" in stage ? state.waits.find((one) => one.id === stage.wait) : undefined;
  if (wait) lines.push(waitLine(wait, zone));
  if (offer?.by === "rule") {
    const to = person(offer.to.id);
    lines.push({ zh: `自动派给 ${to}，等答复`, en: `Offered to ${to}: waits for their word` });
  } else if (offer) {
    const [from, to] = [person(offer.by), person(offer.to.id)];
    lines.push({
      zh: `转办：${from} → ${to}，等对方答复`,
      en: `Transfer offered by ${from} to ${to}: waits for their word`,
    });
  }
  const extension = openExtension(state);
  if (extension) {
    const by = person(extension.askedBy);
    lines.push({
      zh: `${by}申请延期至 ${extension.to}，待批准`,
      en: `${by} asks to extend to ${extension.to}: to be granted`,
    });
  }
  const proposal = waitingProposal(state);
  if (proposal && stage.name === "proposal-with-office") {
    const passed = proposal.passedBy.map(person).join("、");
    lines.push({
      zh: `方案待审批 ${proposal.passedBy.length}/${proposal.approvals}${passed === "" ? "" : `（${passed} 已通过）`}`,
      en: `Proposal to be passed, ${proposal.passedBy.length} of ${proposal.approvals}${passed === "" ? "" : ` (${passed})`}`,
    });
  } else if (proposal) lines.push({ zh: "等客户对方案答复", en: "Waits for the customer's word on the proposal" });
  if (proposal?.amount) {
    const amount = moneyText(proposal.amount.minor, proposal.amount.currency);
    lines.push({ zh: `方案金额 ${amount.zh}`, en: `Proposed: ${amount.en}` });
  }
  for (const one of state.promises.filter(({ keptAt }) => keptAt === null)) {
    const until = lastMinute(one.until, zone);
    lines.push({ zh: `已承诺：${mask(one.words)}（${until} 前）`, en: `Promised: ${mask(one.words)} (by ${until})` });
  }
  return lines;
}

function waitLine({ whom, reason, facts, until }: Wait, zone: string): Bilingual {
  const by = lastMinute(until, zone);
  const what = (language: keyof Bilingual) =>
    facts.length > 0
      ? facts.map((name) => FACT[name][language]).join(language === "zh" ? "、" : ", ")
      : WAITS_FOR[reason][language];
  return whom === "customer"
    ? { zh: `等客户：${what("zh")}（至 ${by}）`, en: `Waits for the customer: ${what("en")} (until ${by})` }
    : { zh: `等第三方：${what("zh")}（至 ${by}）`, en: `Waits for a third party: ${what("en")} (until ${by})` };
}
