/** Words for stages and events of a case's life, in both languages of the desk. */
import type { Bilingual } from "../bank/terms.ts";
import type { NoticeKind, Outcome, StageName, WaitReason } from "../cases/life/case.ts";
import type { CaseEventType, OfferEnd } from "../cases/life/events.ts";

export const STAGE: Record<StageName, Bilingual> = {
  registered: { zh: "已登记，待分派", en: "Registered" },
  assigned: { zh: "已分派，待受理", en: "Assigned" },
  accepted: { zh: "已受理", en: "Accepted" },
  investigating: { zh: "核查中", en: "Investigating" },
  "waiting-customer": { zh: "等待客户", en: "Waiting for the customer" },
  "waiting-third-party": { zh: "等待第三方", en: "Waiting for a third party" },
  "proposal-with-office": { zh: "方案审批中", en: "Proposal to be passed" },
  proposed: { zh: "方案已告知客户", en: "Proposed to the customer" },
  agreed: { zh: "客户接受方案", en: "Customer accepted" },
  declined: { zh: "客户不接受方案", en: "Customer declined" },
  decided: { zh: "已作决定，待告知", en: "Decided, not yet told" },
  notified: { zh: "已告知客户", en: "Customer told" },
  "under-review": { zh: "核查申请办理中", en: "Under review" },
  reopened: { zh: "重新办理", en: "Reopened" },
  withdrawn: { zh: "客户撤回", en: "Withdrawn" },
  closed: { zh: "已办结", en: "Closed" },
  "called-back": { zh: "已回访", en: "Called back" },
};

export const WAITS_FOR: Record<WaitReason, Bilingual> = {
  facts: { zh: "补充信息", en: "facts" },
  documents: { zh: "材料", en: "documents" },
  "customer-choice": { zh: "客户的决定", en: "the customer's choice" },
  mediation: { zh: "调解", en: "mediation" },
  "outside-appraisal": { zh: "外部鉴定", en: "outside appraisal" },
  "outside-body": { zh: "外部单位回复", en: "another body's reply" },
  "other-department": { zh: "其他部门", en: "another department" },
};

export const OUTCOME: Record<Outcome, Bilingual> = {
  upheld: { zh: "支持", en: "upheld" },
  "partly-upheld": { zh: "部分支持", en: "partly upheld" },
  "not-upheld": { zh: "不支持", en: "not upheld" },
  explained: { zh: "已解释说明", en: "explained" },
};

export const OFFER_END: Record<OfferEnd, Bilingual> = {
  "not-accepted": { zh: "未在时限内受理", en: "not accepted in time" },
  "not-there": { zh: "不在岗", en: "no longer there" },
  concerned: { zh: "须回避", en: "must not handle it" },
  "by-hand": { zh: "改由人工安排", en: "arranged by hand instead" },
};

export const NOTICE: Record<NoticeKind, Bilingual> = {
  "facts-wanted": { zh: "请客户补充", en: "What is asked of the customer" },
  waiting: { zh: "等待及原因", en: "That it waits, and why" },
  progress: { zh: "办理进展", en: "How far it is" },
  extension: { zh: "延长期限", en: "The extension" },
  proposal: { zh: "处理方案", en: "The proposal" },
  decision: { zh: "处理决定", en: "The decision" },
  "review-begun": { zh: "受理核查申请", en: "That the review has begun" },
  "review-decided": { zh: "核查结果", en: "Outcome of the review" },
  restarted: { zh: "期限重新计算", en: "That the period begins again" },
  merged: { zh: "并案", en: "That it was merged" },
  "new-day": { zh: "最后一天有变", en: "The new last day" },
};

/** Null for what no timeline shows. */
export const HAPPENED: Record<CaseEventType, Bilingual | null> = {
  registered: { zh: "登记", en: "Registered" },
  numbered: { zh: "取得案件编号", en: "Case number given" },
  followed: null,
  assigned: { zh: "分派", en: "Assigned" },
  accepted: { zh: "受理", en: "Accepted" },
  released: { zh: "不再由经办人负责", en: "No longer with its owner" },
  returned: { zh: "退回投诉管理部门", en: "Returned to the office" },
  "transfer-offered": { zh: "提出转办", en: "Transfer offered" },
  "transfer-refused": { zh: "转办未被接受", en: "Transfer refused" },
  offered: { zh: "自动派单", en: "Offered by the rules" },
  "offer-ended": { zh: "派单收回", en: "Offer taken back" },
  "left-to-lead": { zh: "无人在岗，由组长负责", en: "Nobody there, lies with the lead" },
  "department-changed": { zh: "变更第一责任部门", en: "First responsible department changed" },
  "assisting-asked": { zh: "请部门协办", en: "Department asked to assist" },
  recused: { zh: "回避", en: "Recused" },
  escalated: { zh: "升级", en: "Escalated" },
  reminded: { zh: "催办", en: "Reminded" },
  "calendar-adopted": { zh: "改用正式日历", en: "Official calendar taken over" },
  "investigation-begun": { zh: "开始核查", en: "Investigation begun" },
  "customer-contacted": { zh: "联系客户", en: "Customer contacted" },
  "wait-begun": { zh: "开始等待", en: "Waiting begun" },
  "wait-ended": { zh: "等待结束", en: "Waiting ended" },
  supplemented: { zh: "客户补充材料", en: "Customer added material" },
  restarted: { zh: "因新情况重新起算", en: "Period restarted" },
  "regime-chosen": { zh: "改用另一套规定", en: "Other rules chosen" },
  "extension-asked": { zh: "申请延期", en: "Extension asked" },
  "extension-refused": { zh: "延期未获批准", en: "Extension refused" },
  "extension-granted": { zh: "批准延期", en: "Extension granted" },
  graded: { zh: "调整等级", en: "Grade changed" },
  "urgency-changed": { zh: "调整紧急程度", en: "Urgency changed" },
  linked: { zh: "关联以前的投诉", en: "Linked to an earlier complaint" },
  promised: { zh: "作出承诺", en: "Promised" },
  "promise-kept": { zh: "兑现承诺", en: "Promise kept" },
  "promise-moved": { zh: "承诺改期", en: "Promise moved" },
  "proposal-drafted": { zh: "拟订方案", en: "Proposal drafted" },
  "proposal-sent-back": { zh: "方案退回", en: "Proposal sent back" },
  "proposal-passed": { zh: "方案审批通过", en: "Proposal passed" },
  "proposal-made": { zh: "方案告知客户", en: "Proposed to the customer" },
  "proposal-agreed": { zh: "客户接受方案", en: "Customer accepted" },
  "proposal-declined": { zh: "客户不接受方案", en: "Customer declined" },
  decided: { zh: "作出处理决定", en: "Decided" },
  "notice-owed": { zh: "告知进展", en: "Progress to be told" },
  "notice-given": { zh: "已告知客户", en: "Customer told" },
  "review-asked": { zh: "申请核查", en: "Review asked for" },
  "review-decided": { zh: "核查有结果", en: "Review decided" },
  reopened: { zh: "重新办理", en: "Reopened" },
  withdrawn: { zh: "客户撤回", en: "Withdrawn" },
  closed: { zh: "办结", en: "Closed" },
  merged: { zh: "并入另一案件", en: "Merged into another case" },
  marked: { zh: "客户评分", en: "Mark of the customer" },
  "call-back-owed": { zh: "评分低，须回电", en: "Low mark, to be called back" },
  "called-back": { zh: "回访", en: "Called back" },
};
