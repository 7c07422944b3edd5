/** What the person who takes a case does first about a risk. For colleagues; customers have their own advice. */
import type { Bilingual } from "../bank/terms.ts";
import type { RiskSlug } from "../flows/reading.ts";

export const FIRST_STEP: Record<RiskSlug, Bilingual> = {
  "self-harm": {
    zh: "马上打电话，不要只发消息；人不安全就拨110或120，同时叫值班经理。先关心人，不再收集资料。",
    en: "Ring now, don't only write. If the person is in danger call 110 or 120 and the duty manager. The person first; collect nothing more.",
  },
  violence: {
    zh: "通知保卫部门和所涉网点，不争辩，不刺激；紧急时报110。",
    en: "Tell security and the outlet concerned. Don't argue. In an emergency ring 110.",
  },
  "unauthorised-transaction": {
    zh: "先确认卡已锁定、已报警；请客户就近用卡证明卡在身边；首条消息的时间就是向本行报告的时间。",
    en: "Check that the card is locked and the police are told; have the customer use the card nearby to prove where it is. The first message is the time of notice to the bank.",
  },
  scam: {
    zh: "立即办理止付，请客户报110并停止转账、停止共享屏幕。",
    en: "Stop the payment at once. The customer rings 110 and stops transfers and screen sharing.",
  },
  "data-leak": {
    zh: "冻结、重置有关账户，转个人信息保护岗。",
    en: "Freeze and reset what is affected, and bring in data protection.",
  },
  regulator: {
    zh: "不劝阻、不施压、不交换条件；报投诉管理岗，按时限答复。",
    en: "Never dissuade, press or bargain. Tell the complaint office and answer within the limit.",
  },
  media: { zh: "用语中性，不评论；报公共关系部门。", en: "Neutral words, no comment. Tell public relations." },
  litigation: { zh: "保全证据，不表态责任；报法律合规部门。", en: "Keep the evidence, admit nothing. Tell legal." },
  "group-action": {
    zh: "了解人数（不问姓名），报投诉管理岗；20人以上面对面属重大投诉。",
    en: "Learn how many, not who. Tell the complaint office: 20 or more face to face is a major complaint.",
  },
  "abusive-collection": {
    zh: "记下时间、号码、录音；要求停止不当催收；不得交催收机构自查。",
    en: "Note time, number, recordings. Have the conduct stopped. Never leave it to the agency itself.",
  },
  "staff-misconduct": {
    zh: "对当事人和所在网点保密，交审计核查。",
    en: "Keep it from the person and the outlet, and give it to audit.",
  },
  vulnerable: {
    zh: "尽快由固定的一位同事电话联系，说话慢、用语浅；可由家人代办。",
    en: "One named colleague rings soon, in slow and plain words. Family may act for the customer.",
  },
  minor: { zh: "未满14周岁不再收集信息，请监护人联系。", en: "Under 14: collect nothing more and ask for a guardian." },
  "account-restricted": {
    zh: "告知限制原因、申诉渠道和所需材料。",
    en: "Give the reason for the restriction, the way to object, and the papers needed.",
  },
  "paid-agent": {
    zh: "核对授权委托书，不因代理而拒绝受理。",
    en: "Check the written authority. Never refuse only because an agent writes.",
  },
  repeat: {
    zh: "由资深同事接手，先看上一次的处理。",
    en: "A senior colleague takes it, and reads the earlier case first.",
  },
};
