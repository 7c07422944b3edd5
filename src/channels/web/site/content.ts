/** Words of the example bank's home page. Everything on it is invented. */
export interface HomeContent {
  htmlLang: string;
  title: string;
  description: string;
  skip: string;
  other: { label: string; href: string; lang: string };
  nav: string[];
  signIn: string;
  heroTitle: string[];
  heroText: string;
  heroButton: string;
  heroSecond: string;
  helpTitle: string;
  helpText: string;
  help: { icon: "card" | "shield" | "transfer" | "lock"; title: string; text: string }[];
  listenTitle: string;
  listenText: string;
  listenButton: string;
  steps: { title: string; text: string }[];
  otherWays: string;
  ways: { name: string; value: string }[];
  noticeTitle: string;
  notices: { date: string; text: string }[];
  safetyTitle: string;
  safety: string[];
  footer: string;
}

export const homeContent: Record<"zh" | "en", HomeContent> = {
  zh: {
    htmlLang: "zh-Hans",
    title: "澜川银行",
    description: "澜川银行：账户、信用卡、贷款与财富服务。遇到问题，随时告诉我们。",
    skip: "跳到正文",
    other: { label: "English", href: "/?lang=en", lang: "en" },
    nav: ["个人账户", "信用卡", "贷款", "财富管理", "网点查询"],
    signIn: "登录网上银行",
    heroTitle: ["水到渠成，", "钱有着落"],
    heroText: "从第一张储蓄卡到一家人的房子，澜川银行陪您把每一步走稳。日常业务手机上办，遇到事情，随时有人听您说。",
    heroButton: "反映一个问题",
    heroSecond: "查看办理进度",
    helpTitle: "最近大家常办的",
    helpText: "这些事多数几分钟就能办完。",
    help: [
      { icon: "card", title: "信用卡账单与分期", text: "看明细、改账单日、提前结清分期。" },
      { icon: "transfer", title: "转账限额", text: "手机银行调整单笔与单日限额。" },
      { icon: "lock", title: "挂失与补卡", text: "先挂失，资金不动；补卡可寄到家。" },
      { icon: "shield", title: "可疑交易", text: "不是您本人的交易，马上锁卡并告诉我们。" },
    ],
    listenTitle: "不满意的地方，请说给我们听",
    listenText: "不用填表，也不用想好怎么说。先把事情讲出来，我们记下、给您编号，该由人来办的，交到人手上。",
    listenButton: "现在就说",
    steps: [
      { title: "说清楚发生了什么", text: "打字、发截图都行，深夜也可以。" },
      { title: "拿到受理编号", text: "凭编号随时查进度，答复有最晚日期。" },
      { title: "有人负责到底", text: "需要人工的，转给责任部门，结果告诉您。" },
    ],
    otherWays: "也可以这样联系我们",
    ways: [
      { name: "客服热线（24小时）", value: "400-000-9588" },
      { name: "营业网点", value: "周一至周五 9:00–17:00" },
      { name: "信函", value: "澜川市滨江路1号 消费者权益保护办公室" },
    ],
    noticeTitle: "公告",
    notices: [
      { date: "11月18日", text: "手机银行将于11月29日凌晨2:00至5:00升级，期间转账暂停。" },
      { date: "11月12日", text: "关于调整部分自助设备服务时间的说明。" },
      { date: "11月3日", text: "个人外汇业务办理材料清单更新。" },
    ],
    safetyTitle: "别上当",
    safety: [
      "本行员工不会向您要密码、短信验证码或卡背面三位数。",
      "没有“安全账户”。让您转账到安全账户的都是骗子。",
      "已经转出去了？马上拨打110，再打本行热线。",
    ],
    footer: "澜川银行是为演示虚构的银行，本页不提供真实的金融服务。",
  },
  en: {
    htmlLang: "en",
    title: "Lanchuan Bank",
    description: "Lanchuan Bank: accounts, cards, loans and savings. If something is wrong, tell us at any time.",
    skip: "Skip to content",
    other: { label: "中文", href: "/", lang: "zh-Hans" },
    nav: ["Accounts", "Credit cards", "Loans", "Wealth", "Branches"],
    signIn: "Sign in",
    heroTitle: ["Steady water,", "settled money"],
    heroText:
      "From a first savings card to a family home, Lanchuan Bank walks each step with you. Everyday banking is on your phone; when something goes wrong, someone listens.",
    heroButton: "Report a problem",
    heroSecond: "See its progress",
    helpTitle: "What people often do here",
    helpText: "Most of these take a few minutes.",
    help: [
      { icon: "card", title: "Card bills and instalments", text: "See details, move the billing day, settle early." },
      { icon: "transfer", title: "Transfer limits", text: "Change single and daily limits in the app." },
      { icon: "lock", title: "Lost card", text: "Block it first, the money stays. A new card comes by post." },
      { icon: "shield", title: "Not your transaction?", text: "Lock the card at once and tell us." },
    ],
    listenTitle: "Not satisfied? Please tell us",
    listenText:
      "No form to fill in, no need to find the right words first. Tell us what happened; we write it down, give you a number, and bring it to a person where a person is needed.",
    listenButton: "Tell us now",
    steps: [
      { title: "Say what happened", text: "Type or send a screenshot, at any hour." },
      { title: "Get a record number", text: "Follow it at any time. The answer has a last date." },
      { title: "Someone sees it through", text: "It goes to the department in charge, and you hear the outcome." },
    ],
    otherWays: "Other ways to reach us",
    ways: [
      { name: "Hotline (24 hours)", value: "400-000-9588" },
      { name: "Branches", value: "Monday to Friday, 9:00–17:00" },
      { name: "Letter", value: "Consumer Protection Office, 1 Binjiang Road, Lanchuan" },
    ],
    noticeTitle: "Notices",
    notices: [
      { date: "18 Nov", text: "The app is being upgraded on 29 November, 2:00–5:00. Transfers pause meanwhile." },
      { date: "12 Nov", text: "Changed hours of some self-service machines." },
      { date: "3 Nov", text: "Updated list of documents for foreign exchange." },
    ],
    safetyTitle: "Do not be fooled",
    safety: [
      "Our staff never ask for your password, one-time code or the three digits on the back of the card.",
      "There is no “safe account”. Whoever tells you to move money to one is a fraudster.",
      "Already sent money? Ring 110 at once, then our hotline.",
    ],
    footer: "Lanchuan Bank is an invented bank for demonstration. This page offers no real financial services.",
  },
};
