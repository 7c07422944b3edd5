/** Why something can't be done with a case. Expected outcomes: a code with plain words, never an error. */
import type { Bilingual } from "../../bank/terms.ts";

const WORDS = {
  "no-case": { zh: "还没有这个案件。", en: "There is no such case yet." },
  "wrong-stage": { zh: "案件现在这一步不能这样做。", en: "The case is not at a step where this can be done." },
  "not-yours": { zh: "这一步不由您来做。", en: "This step is not yours to take." },
  "reason-needed": { zh: "请写明原因。", en: "Please give the reason." },
  "text-needed": { zh: "请写明内容。", en: "Please say what." },
  "no-such-person": {
    zh: "员工名单里没有此人，或者此人不办理投诉。",
    en: "This person is not on the list of those who work complaints.",
  },
  "no-such-department": { zh: "没有这个部门。", en: "There is no such department." },
  recused: {
    zh: "投诉涉及此人或其所在网点、部门，依规定须回避。",
    en: "The complaint is about this person, outlet or department: they must not handle it.",
  },
  "other-department": {
    zh: "本部门不能直接转给其他部门，请写明原因退回投诉管理部门。",
    en: "A department does not pass a case on to another one. Return it to the complaint office with the reason.",
  },
  "already-office": {
    zh: "案件已在投诉管理部门，不能再退回。",
    en: "The complaint office has it already; it cannot be returned.",
  },
  "already-owner": { zh: "案件已由此人负责。", en: "This person has the case already." },
  "offer-open": { zh: "转办还在等对方答复。", en: "A transfer is waiting for the other side's word." },
  "no-offer": { zh: "没有转给您的转办。", en: "No transfer was offered to you." },
  "bad-date": { zh: "日期不对：须在今天之后。", en: "The date is wrong: it must lie ahead." },
  "too-late": { zh: "原期限已过，不能再延期。", en: "The old date is over; it can no longer be extended." },
  "beyond-limit": { zh: "超过规定允许的最长期限。", en: "Later than the rules allow." },
  "own-request": { zh: "不能审批自己提出的事项。", en: "Nobody approves what they asked for themselves." },
  "already-passed": { zh: "您已经审批过。", en: "You have passed it already." },
  "above-authority": {
    zh: "超出权限，须由更高权限的同事决定。",
    en: "This is above the authority; a colleague with a higher one decides.",
  },
  committee: {
    zh: "金额超出个人审批权限，须提交委员会。",
    en: "The amount is above any person's authority and goes to the committee.",
  },
  incomplete: {
    zh: "处理决定须写明核实的情况、处理决定、依据和理由、救济途径。",
    en: "A decision holds what was verified, the decision, basis and reasons, and the remedies.",
  },
  "not-told": { zh: "处理决定还没有告知客户。", en: "The customer has not been told of the decision." },
  "no-such": { zh: "没有这一项，或者已经了结。", en: "There is no such item, or it is settled already." },
  "wait-open": { zh: "案件已在等待中。", en: "The case is waiting already." },
  "review-late": {
    zh: "超过决定之日起30日的核查申请期限。",
    en: "The 30 days from the decision in which a review may be asked for are over.",
  },
  "own-decision": { zh: "作出决定的人不能核查自己的决定。", en: "Whoever decided does not review the decision." },
  lowering: { zh: "调低须由组长或投诉管理岗决定。", en: "Lowering it is for a lead or the complaint office." },
  unchanged: { zh: "没有变化。", en: "Nothing would change." },
} as const satisfies Record<string, Bilingual>;

export type LifeRefusalCode = keyof typeof WORDS;
export interface LifeRefusal {
  code: LifeRefusalCode;
  message: Bilingual;
}

export const refusal = (code: LifeRefusalCode): LifeRefusal => ({ code, message: WORDS[code] });
