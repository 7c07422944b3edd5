/** Words for codes, in both languages of the desk. */
import type { Bilingual } from "../bank/terms.ts";
import type { Grade, Urgency } from "../cases/life/case.ts";
import type { Cause, GapReason, HandoverReason, MatterStatus } from "../flows/conversation.ts";
import type { Business, Emotion, FactName, Reason, RiskSlug, Venue } from "../flows/reading.ts";

/** What a deadline pack says about counting and about the notice that ends a case. */
export interface RuleWords {
  name: Bilingual;
  /** Articles for the number of days and for the counting. */
  basis: string;
  firstDay: "excluded" | "included";
  /** Parts the answer to the customer must hold, in order. */
  notice: { slug: string; name: Bilingual }[];
  /** What a customer who disagrees may do, ready to be put into the answer. */
  remedies: Bilingual;
}

/** What the bank calls things. Made from bank/ by the wiring; the answer may change when the folder is reloaded. */
export interface DeskNames {
  department(code: string): Bilingual;
  business(code: Business): Bilingual;
  reason(code: Reason): Bilingual;
  venue(code: Venue): Bilingual;
  risk(slug: RiskSlug): { name: Bilingual; basis: string };
  /** The rule that says so. */
  handoverBasis(reason: HandoverReason): string;
  rulePack(pack: string): RuleWords;
  /** Packs a complaint received at that instant may be put under. */
  packsFor(receivedAt: string): { value: string; label: Bilingual }[];
  grade(code: Grade): Bilingual;
  urgency(code: Urgency): Bilingual;
  /** A clock of the deadline packs, "answer" or "promise:p1"; the code itself where no pack has it any more. */
  clock(code: string): Bilingual;
}

/** Facts as colleagues name them; the bank's own names are questions put to the customer. */
export const FACT: Record<FactName, Bilingual> = {
  amount: { zh: "金额", en: "Amount" },
  occurred: { zh: "发生时间", en: "When it happened" },
  duration: { zh: "持续时间", en: "How long" },
  count: { zh: "次数", en: "How often" },
  place: { zh: "地点", en: "Place" },
  "card-tail": { zh: "卡号后四位", en: "Card, last four digits" },
  "account-tail": { zh: "账号后四位", en: "Account, last four digits" },
  phone: { zh: "联系电话", en: "Phone" },
  person: { zh: "客户称呼", en: "Customer's name" },
  staff: { zh: "涉及的员工", en: "Staff concerned" },
  counterparty: { zh: "对方账户或商户", en: "Other party" },
  product: { zh: "产品", en: "Product" },
  "transaction-ref": { zh: "交易流水号", en: "Transaction reference" },
  "case-ref": { zh: "以前的编号", en: "Earlier number" },
  "desired-outcome": { zh: "客户诉求", en: "What the customer wants" },
  evidence: { zh: "凭证", en: "Evidence" },
  "contact-time": { zh: "方便联系的时间", en: "When to reach them" },
  authority: { zh: "代办关系", en: "Writes for" },
};

/** Why a person is needed, said to the person. */
export const HANDOVER: Record<HandoverReason, Bilingual> = {
  "claim-unsettled": { zh: "诉求尚未解决", en: "The claim is not settled" },
  risk: { zh: "有风险信号，须由人处理", en: "A risk signal: a person must see it" },
  "wants-person": { zh: "客户要求人工", en: "The customer asked for a person" },
  dissatisfied: { zh: "客户对解释不满意", en: "The customer was not satisfied with the explanation" },
  "no-answer": { zh: "现有规定里没有答案", en: "The published rules hold no answer" },
  "not-understood": { zh: "机器人没能听懂", en: "The bot could not understand" },
  silent: { zh: "客户中途离开", en: "The customer left in between" },
};

/** Emotion 0 to 3 as a colleague would put it. */
export const EMOTION: Record<Emotion, Bilingual> = {
  0: { zh: "平静", en: "calm" },
  1: { zh: "不满", en: "displeased" },
  2: { zh: "愤怒", en: "angry" },
  3: { zh: "激烈", en: "furious or desperate" },
};

export const GAP: Record<GapReason, Bilingual> = {
  unknown: { zh: "客户不清楚", en: "the customer does not know" },
  declined: { zh: "客户不愿提供", en: "the customer would rather not say" },
  silent: { zh: "未及询问，客户已离开", en: "the customer left before it could be asked" },
  "asked-enough": { zh: "已问过，未得到", en: "asked, not obtained" },
};

/** What brought a complaint about, as people name it when they close it. */
export const CAUSE: Record<Cause, Bilingual> = {
  product: { zh: "产品", en: "product" },
  rule: { zh: "制度或流程", en: "rule or process" },
  system: { zh: "系统或设备", en: "system or equipment" },
  staff: { zh: "人员", en: "staff" },
  "third-party": { zh: "第三方", en: "third party" },
  misunderstanding: { zh: "客户误解", en: "misunderstanding" },
};

export const MATTER_STATUS: Record<MatterStatus, Bilingual> = {
  open: { zh: "未结", en: "open" },
  settled: { zh: "已解释清楚", en: "settled" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  resolved: { zh: "已办结", en: "resolved" },
};

export const CHANNEL: Readonly<Record<string, Bilingual>> = {
  web: { zh: "网站", en: "website" },
  wechat: { zh: "微信", en: "WeChat" },
  terminal: { zh: "终端", en: "terminal" },
  slack: { zh: "员工登记", en: "registered by staff" },
};
