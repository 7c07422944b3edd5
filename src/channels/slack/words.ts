/** Short words of cards, in both languages. */
import type { Bilingual } from "../../bank/terms.ts";
import type { Language } from "../../flows/reading.ts";

export const CHANNEL: Readonly<Record<string, Bilingual>> = {
  web: { zh: "网页", en: "Website" },
  wechat: { zh: "微信", en: "WeChat" },
  "wechat-official": { zh: "微信公众号", en: "WeChat official account" },
  terminal: { zh: "终端", en: "Terminal" },
  phone: { zh: "电话", en: "Phone" },
  letter: { zh: "来信", en: "Letter" },
  branch: { zh: "网点", en: "Branch" },
  media: { zh: "媒体", en: "Media" },
  regulator: { zh: "监管转办", en: "Regulator" },
};

export const channelName = (channel: string): Bilingual => CHANNEL[channel] ?? { zh: channel, en: channel };

export const LANGUAGE: Readonly<Record<Language, Bilingual>> = {
  "zh-Hans": { zh: "简体中文", en: "Chinese (simplified)" },
  "zh-Hant": { zh: "繁体中文", en: "Chinese (traditional)" },
  en: { zh: "英文", en: "English" },
};

export const CARD = {
  clock: { zh: "时限", en: "Clock" },
  due: { zh: "最后一天", en: "last day" },
  owner: { zh: "受理人", en: "Owner" },
  nobody: { zh: "无人受理", en: "nobody yet" },
  talking: { zh: "对话", en: "Talking" },
  bot: { zh: "机器人", en: "the bot" },
  stage: { zh: "办理环节", en: "Stage" },
  grade: { zh: "等级", en: "Grade" },
  waits: { zh: "正在等", en: "Waits for" },
  next: { zh: "下一步最晚", en: "next by" },
  proposal: { zh: "方案", en: "Proposal" },
  mood: { zh: "情绪", en: "Mood" },
  from: { zh: "来源", en: "From" },
  about: { zh: "事由", en: "About" },
  what: { zh: "发生了什么", en: "What happened" },
  claim: { zh: "诉求", en: "Wants" },
  facts: { zh: "事实", en: "Facts" },
  unknown: { zh: "未知", en: "not known" },
  unconfirmed: { zh: "未确认", en: "not confirmed" },
  risks: { zh: "风险", en: "Risks" },
  reasons: { zh: "需要人工的原因", en: "Why a person" },
  cited: { zh: "机器人引用的规定", en: "Policy the bot cited" },
  result: { zh: "处理结果", en: "Result" },
  sealed: {
    zh: "🔒 保密：涉及本行员工或网点。内容只在网页工作台看，受理也要核对回避。",
    en: "🔒 Confidential: it concerns a colleague or an outlet. Read it on the web desk only.",
  },
  strangers: {
    zh: "🔒 频道里有不在员工名单上的人，内容只在网页工作台看。请移出他们，或请管理员登记。",
    en: "🔒 Somebody in this channel is not on the staff list, so nothing is shown. Remove them, or have them added.",
  },
  sealedThread: {
    zh: "这是保密案件，频道里的人都能看到您刚才写的话。已存为备注；下次请在网页工作台写。",
    en: "This case is confidential and everybody in the channel can read what you just wrote. It is kept as a note; next time write on the web desk.",
  },
  erased: { zh: "客户资料已依法删除。", en: "The customer's data has been erased as the law asks." },
  live: {
    zh: "🔴 实时对话中：{name} 在讨论串里写的话直接发给客户；以 // 开头的留在内部。",
    en: "🔴 LIVE: WHAT {name} WRITES IN THE THREAD GOES TO THE CUSTOMER. LINES THAT BEGIN WITH // STAY INSIDE.",
  },
  window: {
    zh: "⚠️ {n} 条还没有送达：客户再来信之前，渠道不让我们发。答应过的事请打电话告诉客户。",
    en: "⚠️ {n} not delivered yet: the channel lets us write again when the customer does. What was promised: please ring.",
  },
  down: {
    zh: "⚠️ {n} 条还没有送达：渠道暂时不通，会自动再发。",
    en: "⚠️ {n} not delivered yet: the channel is down, they are sent again by themselves.",
  },
  moved: { zh: "已转往其他部门的频道。", en: "Moved to another department's channel." },
  more: { zh: "更多…", en: "More…" },
} as const satisfies Record<string, Bilingual>;

export const THREAD = {
  customer: { zh: "客户", en: "Customer" },
  bot: { zh: "机器人", en: "Bot" },
  note: { zh: "内部备注", en: "Internal note" },
  reply: { zh: "回复客户", en: "To the customer" },
  earlier: { zh: "此前的对话", en: "The talk so far" },
  files: { zh: "{n} 个文件，在网页工作台打开", en: "{n} files: open on the web desk" },
} as const satisfies Record<string, Bilingual>;

export const filled = (text: Bilingual, values: Record<string, string>): Bilingual => {
  const fill = (words: string) =>
    Object.entries(values).reduce((out, [key, value]) => out.replaceAll(`{${key}}`, value), words);
  return { zh: fill(text.zh), en: fill(text.en) };
};
