/** Messages as customers write them: stories with time, place and money in them, and short answers. */
interface Filling {
  when: string;
  where: string;
  money: string;
}

const ZH_FILLINGS: Filling[] = [
  { when: "昨天下午三点多", where: "城东支行", money: "3000元" },
  { when: "上周五", where: "人民路那个网点", money: "12,860块" },
  { when: "11月3号晚上", where: "万达楼下的自助银行", money: "五万" },
  { when: "半个月前", where: "手机银行上", money: "199.5元" },
  { when: "今早八点二十", where: "你们江北分行", money: "两千多" },
  { when: "国庆那几天", where: "机场的ATM", money: "1.2万" },
  { when: "前天中午", where: "澜川大厦一楼大厅", money: "捌佰元整" },
  { when: "十月底", where: "滨河支行的智能柜台", money: "¥46,000.00" },
];
const ZH_STORIES: ((filling: Filling) => string)[] = [
  ({ when, where, money }) => `${when}我在${where}取${money}，机器没吐钱，账户却扣了，打客服也没人管！`,
  ({ when, money }) => `${when}我的卡被盗刷${money}，卡一直在我身上，根本不是我刷的，赶紧给我查。`,
  ({ when, where }) => `${when}去${where}办个业务，排了两个半小时，前面就三个人，柜台开了一个窗口，你们是怎么管理的？`,
  ({ where, when }) => `${where}一个姓王的柜员态度极其恶劣，${when}我多问了一句，她直接把单子摔出来。`,
  ({ when, money }) => `你好，${when}你们从我卡里扣了${money}，短信只写“服务费”，我没开通过任何服务，请退回来。`,
  ({ where, money, when }) =>
    `我妈68岁，${when}在${where}说是存定期，结果给办成了保险，${money}全进去了，现在取不出来。`,
  ({ when, money }) => `${when}买的理财，客户经理说保本，现在亏了${money}，合同我都没见过，这不是误导销售是什么。`,
  ({ when }) => `从${when}开始一天给我打七八个催收电话，还打到我单位去了，我只逾期了两天，你们这样合法吗`,
  ({ when, money }) => `${when}转账${money}，对方到现在没收到，你们系统显示成功，钱去哪了？？`,
  ({ where, when }) => `${when}在${where}把卡吞了，机器上的电话打不通，我明天就要出差，能不能快点`,
  ({ money }) => `信用卡年费扣了我${money}，办卡的时候明明说首年免，刷六次免次年，我刷了二十多次了`,
  ({ when, money }) => `房贷提前还款，${when}就申请了，到现在不给我办，利息多收我${money}谁承担？`,
  ({ when }) =>
    `账户${when}突然被冻结了，说是风控，工资发不进来，房租都交不了，打电话让我去网点，去了又让我打电话，踢皮球是吧`,
  ({ money, when }) => `有人冒充你们客服，${when}让我开了屏幕共享，转走了${money}，求求你们帮我拦住！`,
  ({ where }) => `尾号6621的卡在${where}输错密码锁了，手机号13912345678，我姓陈，下午五点以后方便接电话。`,
  ({ when, where, money }) =>
    `事情是这样的：${when}我到${where}想把到期的定期取出来，一共${money}。柜台先说要预约，我说之前没人告诉我要预约；后来又说系统坏了，让我等；等到下午又说经理不在办不了。我前前后后跑了三趟，请了两次假，孩子也没人接。我就想知道，取自己的钱怎么这么难？希望你们给个说法，并且把我耽误的误工费补上。`,
];
const ZH_SHORT = [
  "对",
  "嗯嗯",
  "不是",
  "不记得了",
  "可以",
  "为什么要问这个",
  "昨天",
  "三千左右吧",
  "尾号8827",
  "我姓周，周建国",
  "13800138000",
  "晚上七点以后打",
  "转人工",
  "人呢？？",
  "退钱就行",
  "道歉，书面的",
  "怎么还没处理",
  "你们是机器人吗",
  "呵呵，你们服务真是好啊",
  "谢谢，解决了",
  "算了不投诉了",
  "刚才说错了，是上周四，不是周五",
  "我已经说过了",
  "截图我发了",
  "另外你们大厅空调也坏了",
  "编号C-20261103-7KD2，办到哪一步了",
  "再这样我就去银保监会投诉",
  "我要曝光你们",
  "急死我了，救命钱啊",
  "喂",
  "😡😡😡",
  "好的，再见",
  "怎么提高转账限额",
  "年费怎么减免",
  "不用了，没别的事",
  "建议你们多开一个窗口",
  "表扬一下城东支行的小刘，特别耐心",
  "老子的钱呢",
  "身份证要带吗",
  "說了三次都沒有人理我",
];

const EN_FILLINGS: Filling[] = [
  { when: "yesterday around 3pm", where: "the East Gate branch", money: "CNY 3,000" },
  { when: "last Friday", where: "the airport ATM", money: "¥1,299.50" },
  { when: "on 3 November", where: "the mobile app", money: "50,000 yuan" },
  { when: "two weeks ago", where: "your branch on Renmin Road", money: "around 800 RMB" },
  { when: "this morning", where: "the smart counter on Binhe Street", money: "RMB 46,000.00" },
];
const EN_STORIES: ((filling: Filling) => string)[] = [
  ({ when, where, money }) =>
    `I tried to withdraw ${money} at ${where} ${when}. No cash came out but my account was debited.`,
  ({ when, money }) =>
    `There's a ${money} charge on my card from ${when} that I never made. Please block it and refund me.`,
  ({ when, where }) => `The teller at ${where} was incredibly rude to me ${when}, I want an apology and her name.`,
  ({ when, money }) => `I sent ${money} ${when} and it still has not arrived. Your hotline hung up on me twice!`,
  ({ where, when }) => `My card was swallowed by the machine at ${where} ${when} and I fly home tomorrow.`,
  ({ money, when }) =>
    `Nobody told me the product could lose money. I put in ${money} ${when} and the manager called it "as safe as a deposit".`,
  ({ when, money }) => `Your collectors have been calling my office since ${when} over ${money}. I already paid it.`,
  ({ when, where }) =>
    `My account was restricted ${when}. I went to ${where}, they sent me to the hotline, the hotline sent me back.`,
  ({ when, where, money }) =>
    `Let me explain from the beginning. I went to ${where} ${when} to close a fixed deposit of ${money}. First I was told to book in advance, then the system was down, and in the end the manager had left. I have been there three times now and taken two days off work. I want my money and somebody to tell me why it takes three visits.`,
  ({ money }) => `Why was I charged ${money} as an annual fee? I was promised the first year free.`,
];
const EN_SHORT = [
  "yes",
  "no, that's wrong",
  "I don't remember",
  "why do you need that?",
  "card ending 8827",
  "my name is Emily Zhao",
  "+86 138 0013 8000",
  "after 7pm on weekdays",
  "I want to talk to a person",
  "just give me the money back",
  "thanks, that settles it",
  "what is the fee for sending money abroad?",
  "are you a bot?",
  "this is ridiculous",
  "actually it was Thursday, not Friday",
  "forget it, I withdraw the complaint",
];

export const messages: readonly string[] = [
  ...ZH_FILLINGS.flatMap((filling) => ZH_STORIES.map((story) => story(filling))),
  ...ZH_SHORT,
  ...EN_FILLINGS.flatMap((filling) => EN_STORIES.map((story) => story(filling))),
  ...EN_SHORT,
];
