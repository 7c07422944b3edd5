/** Words for the steps of a case's life and for their fields, the same on every staff surface. */
import type { Bilingual } from "../bank/terms.ts";
import { CAUSES } from "../flows/conversation.ts";
import { OUTCOME, WAITS_FOR } from "./life-names.ts";
import type { DeskStep } from "./life-steps.ts";
import { CAUSE } from "./names.ts";

export const STEP: Record<DeskStep["type"], Bilingual> = {
  assign: { zh: "分派", en: "Assign" },
  accept: { zh: "受理", en: "Accept" },
  return: { zh: "退回", en: "Return" },
  "offer-transfer": { zh: "转办", en: "Transfer" },
  "accept-transfer": { zh: "接受转办", en: "Accept the transfer" },
  "refuse-transfer": { zh: "不接受转办", en: "Refuse the transfer" },
  "ask-assistance": { zh: "请协办", en: "Ask for help" },
  recuse: { zh: "回避", en: "Recuse" },
  escalate: { zh: "升级", en: "Escalate" },
  investigate: { zh: "开始核查", en: "Investigate" },
  contact: { zh: "记录联系", en: "Record a contact" },
  "ask-facts": { zh: "请客户补充", en: "Ask for facts" },
  wait: { zh: "等待", en: "Wait" },
  "end-wait": { zh: "结束等待", en: "End the wait" },
  restart: { zh: "重新起算", en: "Restart the period" },
  "choose-regime": { zh: "改适用规定", en: "Change the rules" },
  "ask-extension": { zh: "申请延期", en: "Ask for an extension" },
  "grant-extension": { zh: "批准延期", en: "Grant the extension" },
  "refuse-extension": { zh: "不批准延期", en: "Refuse the extension" },
  grade: { zh: "改等级", en: "Change grade" },
  urge: { zh: "改紧急程度", en: "Change urgency" },
  promise: { zh: "记录承诺", en: "Record a promise" },
  "keep-promise": { zh: "承诺已兑现", en: "Promise kept" },
  "move-promise": { zh: "承诺改期", en: "Move a promise" },
  "tell-progress": { zh: "告知进展", en: "Tell progress" },
  propose: { zh: "提方案", en: "Propose" },
  "pass-proposal": { zh: "通过方案", en: "Pass the proposal" },
  "send-back-proposal": { zh: "退回方案", en: "Send the proposal back" },
  "answer-proposal": { zh: "记录客户答复", en: "Record the answer" },
  decide: { zh: "作决定", en: "Decide" },
  "give-notice": { zh: "记录书面或电话告知", en: "Record a notice given otherwise" },
  close: { zh: "结案", en: "Close" },
  merge: { zh: "合并", en: "Merge" },
  "call-back": { zh: "回访", en: "Call back" },
  reopen: { zh: "重新办理", en: "Reopen" },
  "ask-review": { zh: "受理核查申请", en: "Begin a review" },
  "decide-review": { zh: "核查结果", en: "Decide the review" },
};

/** One thing a step asks for. `optional` may stay empty. */
export type StepField = { name: string; label: Bilingual; optional?: true } & (
  | { kind: "text" | "line" | "day" | "instant" | "person" | "facts" | "yuan" | "pack" }
  | { kind: "choice"; options: { value: string; label: Bilingual }[] }
  /** Chosen from what the case has: see `picksOf`. */
  | { kind: "pick"; from: "departments" | "promises" | "notices" }
);

const REASON: StepField = { name: "reason", kind: "text", label: { zh: "原因", en: "Reason" } };
const PERSON = { kind: "person" as const, label: { zh: "交给谁", en: "To whom" } };
const UNTIL: StepField = { name: "until", kind: "instant", label: { zh: "到什么时候", en: "Until when" } };
const WHICH: Bilingual = { zh: "哪项承诺", en: "Which promise" };
const YUAN: StepField = {
  name: "amount",
  kind: "yuan",
  optional: true,
  label: { zh: "金额（元，没有则不填）", en: "Amount in CNY, if any" },
};
const option = (value: string, zh: string, en: string) => ({ value, label: { zh, en } });
/** Words that stand inside sentences elsewhere. */
const named = (value: string, { zh, en }: Bilingual) =>
  option(value, zh, `${en.charAt(0).toUpperCase()}${en.slice(1)}`);
/** Facts are waited for by asking for them. */
const WAITED_FOR = [
  "documents",
  "customer-choice",
  "mediation",
  "outside-appraisal",
  "outside-body",
  "other-department",
] as const;
const OUTCOMES = ["upheld", "partly-upheld", "not-upheld", "explained"] as const;
const MARKS = ["5", "4", "3", "2", "1"].map((value) => option(value, value, value));

const WAYS = [
  option("phone", "电话", "By phone"),
  option("letter", "信函", "By letter"),
  option("email", "邮件", "By e-mail"),
  option("in-person", "当面", "In person"),
];

export const FIELDS: Record<DeskStep["type"], StepField[]> = {
  assign: [
    { name: "to", ...PERSON },
    { ...REASON, optional: true },
  ],
  accept: [],
  return: [REASON],
  "offer-transfer": [{ name: "to", ...PERSON }, REASON],
  "accept-transfer": [],
  "refuse-transfer": [REASON],
  "ask-assistance": [
    { name: "department", kind: "pick", from: "departments", label: { zh: "请哪个部门", en: "Which department" } },
    REASON,
  ],
  recuse: [{ name: "staff", kind: "person", label: { zh: "谁回避", en: "Who" } }, REASON],
  escalate: [REASON],
  investigate: [],
  contact: [
    {
      name: "how",
      kind: "choice",
      label: { zh: "方式", en: "How" },
      options: WAYS,
    },
  ],
  "ask-facts": [
    { name: "facts", kind: "facts", label: { zh: "请客户补充什么（由机器人询问）", en: "What the bot asks for" } },
  ],
  wait: [
    {
      name: "whom",
      kind: "choice",
      label: { zh: "等谁", en: "For whom" },
      options: [option("customer", "客户", "The customer"), option("third-party", "第三方", "A third party")],
    },
    {
      name: "reason",
      kind: "choice",
      label: { zh: "等什么", en: "What for" },
      options: WAITED_FOR.map((reason) => named(reason, WAITS_FOR[reason])),
    },
    UNTIL,
  ],
  "end-wait": [],
  restart: [REASON],
  "choose-regime": [{ name: "pack", kind: "pack", label: { zh: "适用哪套规定", en: "Which rules apply" } }, REASON],
  "ask-extension": [{ name: "to", kind: "day", label: { zh: "延到哪天", en: "To which day" } }, REASON],
  "grant-extension": [],
  "refuse-extension": [REASON],
  grade: [
    {
      name: "grade",
      kind: "choice",
      label: { zh: "等级", en: "Grade" },
      options: [
        option("ordinary", "普通", "Ordinary"),
        option("complex", "复杂", "Complex"),
        option("major", "重大", "Major"),
      ],
    },
    REASON,
  ],
  urge: [
    {
      name: "urgency",
      kind: "choice",
      label: { zh: "紧急程度", en: "Urgency" },
      options: [option("I", "一级", "I"), option("II", "二级", "II"), option("III", "三级", "III")],
    },
    REASON,
  ],
  promise: [{ name: "words", kind: "line", label: { zh: "答应了什么", en: "What was promised" } }, UNTIL],
  "keep-promise": [{ name: "promise", kind: "pick", from: "promises", label: WHICH }],
  "move-promise": [{ name: "promise", kind: "pick", from: "promises", label: WHICH }, UNTIL, REASON],
  "tell-progress": [
    { name: "next", kind: "instant", optional: true, label: { zh: "下次最晚什么时候告知", en: "Next word by" } },
  ],
  propose: [
    { name: "text", kind: "text", label: { zh: "方案（客户会看到）", en: "The proposal, as the customer reads it" } },
    YUAN,
  ],
  "pass-proposal": [],
  "send-back-proposal": [REASON],
  "answer-proposal": [
    {
      name: "agreed",
      kind: "choice",
      label: { zh: "客户的答复", en: "The customer's answer" },
      options: [option("true", "接受", "Accepts"), option("false", "不接受", "Declines")],
    },
    { name: "words", kind: "text", optional: true, label: { zh: "原话", en: "In their words" } },
  ],
  decide: [
    {
      name: "outcome",
      kind: "choice",
      label: { zh: "结论", en: "Outcome" },
      options: OUTCOMES.map((outcome) => named(outcome, OUTCOME[outcome])),
    },
    { name: "findings", kind: "text", label: { zh: "核实的情况", en: "What was verified" } },
    { name: "text", kind: "text", label: { zh: "处理决定", en: "The decision" } },
    { name: "grounds", kind: "text", label: { zh: "依据和理由", en: "Basis and reasons" } },
    { name: "remedies", kind: "text", label: { zh: "不同意时的救济途径", en: "What a customer who disagrees may do" } },
    YUAN,
    {
      name: "cause",
      kind: "choice",
      optional: true,
      label: { zh: "原因归属（内部，客户看不到）", en: "Cause (internal, not shown to the customer)" },
      options: CAUSES.map((value) => option(value, CAUSE[value].zh, CAUSE[value].en)),
    },
  ],
  "give-notice": [
    { name: "notice", kind: "pick", from: "notices", label: { zh: "告知了什么", en: "What they were told" } },
    { name: "how", kind: "choice", label: { zh: "方式", en: "How" }, options: WAYS },
  ],
  close: [],
  merge: [{ name: "into", kind: "line", label: { zh: "并入的案件编号", en: "Number of the other case" } }, REASON],
  "call-back": [
    {
      name: "satisfied",
      kind: "choice",
      label: { zh: "客户满意吗", en: "Is the customer satisfied?" },
      options: [option("true", "满意", "Yes"), option("false", "不满意（重新办理）", "No (opens it again)")],
    },
    { name: "solved", kind: "choice", label: { zh: "问题解决了吗（1–5）", en: "Solved, 1 to 5" }, options: MARKS },
    {
      name: "manner",
      kind: "choice",
      label: { zh: "态度如何（1–5）", en: "How they were treated, 1 to 5" },
      options: MARKS,
    },
  ],
  reopen: [REASON],
  "ask-review": [],
  "decide-review": [
    {
      name: "outcome",
      kind: "choice",
      label: { zh: "结果", en: "Outcome" },
      options: [option("upheld", "维持", "Upheld"), option("changed", "改变（重新办理）", "Changed (opens it again)")],
    },
    REASON,
  ],
};

/** What the stage allows may still lack its object. */
export function possible(
  type: DeskStep["type"],
  life: {
    extension: object | null;
    offer: { byRule: boolean } | null;
    promises: readonly { kept: boolean }[];
    notices: readonly { givenAt: string | null }[];
  },
): boolean {
  if (type === "keep-promise" || type === "move-promise") return life.promises.some(({ kept }) => !kept);
  if (type === "give-notice") return life.notices.some(({ givenAt }) => givenAt === null);
  if (type === "grant-extension" || type === "refuse-extension") return life.extension !== null;
  if (type === "ask-extension") return life.extension === null;
  if (type === "offer-transfer") return life.offer === null || life.offer.byRule;
  if (type === "accept-transfer" || type === "refuse-transfer") return life.offer !== null;
  return true;
}

/** What a field of kind "pick" offers on this case. */
export function picksOf(
  from: Extract<StepField, { kind: "pick" }>["from"],
  life: {
    helpers: readonly { slug: string; name: Bilingual }[];
    promises: readonly { id: string; words: string; kept: boolean }[];
    notices: readonly { id: string; name: Bilingual; givenAt: string | null }[];
  },
): { value: string; label: Bilingual }[] {
  switch (from) {
    case "departments":
      return life.helpers.map(({ slug, name }) => ({ value: slug, label: name }));
    case "promises":
      return life.promises
        .filter(({ kept }) => !kept)
        .map(({ id, words }) => ({ value: id, label: { zh: words.trim() || id, en: words.trim() || id } }));
    case "notices":
      return life.notices.filter(({ givenAt }) => givenAt === null).map(({ id, name }) => ({ value: id, label: name }));
  }
}
