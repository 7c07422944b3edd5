/** Rephrasings of shipped sentences: what a good hand writes, and what must not go out. */
import type { SayAct } from "../../src/flows/acts.ts";
import type { ConductFault } from "../../src/flows/conduct.ts";
import type { FactName, Language } from "../../src/flows/reading.ts";

export interface Sample {
  language: Language;
  act: SayAct;
  template: string;
  rephrased: string;
}
export interface BadSample extends Sample {
  fault: ConductFault;
}

const calm: SayAct = { act: "calm", emotion: 1, business: "payment", reason: "fund-safety" };
const encourage: SayAct = { act: "encourage" };
const ask = (name: FactName, attempt = 1): SayAct => ({ act: "ask", name, attempt });

const good =
  (language: Language) =>
  (act: SayAct, template: string, rephrased: string): Sample => ({ language, act, template, rephrased });
const bad =
  (language: Language) =>
  (fault: ConductFault, act: SayAct, template: string, rephrased: string): BadSample => ({
    ...good(language)(act, template, rephrased),
    fault,
  });
const [zh, en, hant] = [good("zh-Hans"), good("en"), good("zh-Hant")];

export const GOOD: readonly Sample[] = [
  zh(
    calm,
    "转账不顺的事让您烦心了，对不起。我先把经过记清楚。",
    "转账这件事让您烦心了，对不起。您先说，我把经过记清楚。",
  ),
  zh(calm, "听得出来您是真窝火。对不起，让您受累了，我在听。", "听得出来您憋着火，对不起，让您受累了。您说，我听着。"),
  zh(calm, "最揪心的就是钱。这笔转账的事我先替您记牢。", "钱的事最让人揪心，这笔转账的事我先替您记下来。"),
  zh(calm, "您的失望我听到了，我照您说的记。", "听得出来您很失望，您怎么说我就怎么记。"),
  zh(
    calm,
    "事情卡在手续上，您着急我听得出来。转账办理的事我记清楚。",
    "事情一直卡在手续上，难怪您着急。转账办理的事我记清楚。",
  ),
  zh(encourage, "请您慢慢说，是什么事让您不满意？", "您不用急，慢慢讲，是什么事让您不满意？"),
  zh(encourage, "我不打断您。到底发生了什么？", "您说，我不插话。到底是怎么回事？"),
  zh({ act: "noted", facts: [] }, "谢谢，滨江路支行，这样就清楚多了。", "谢谢您，滨江路支行，这下清楚多了。"),
  zh(ask("occurred"), "您还记得是哪天、几点左右发生的吗？", "这事大概是哪天、几点发生的，您还有印象吗？"),
  zh(ask("amount"), "这笔是多少钱？", "这一笔是多少钱？"),
  zh(ask("staff"), "是谁接待的您，您有印象吗？", "当时是谁接待的您，还有印象吗？"),
  zh(ask("desired-outcome"), "您希望怎么解决？", "您心里希望怎么解决？"),
  zh(
    ask("card-tail"),
    "卡号后四位是多少？凭它就能认出是哪张卡，完整卡号和密码都不要发。",
    "方便说一下卡号后四位是多少吗？凭它就能认出是哪张卡，完整卡号和密码都不要发。",
  ),
  zh(ask("phone"), "结果要通知到您本人，哪个电话方便？", "结果要通知到您本人，留哪个电话方便？"),
  zh(
    { act: "meet", manner: "stubborn", words: "卡被吞了没人管", facts: [] },
    "您的意思我一直记着：“卡被吞了没人管”。这一点我不跟您争，原话就在记录里。",
    "“卡被吞了没人管”，您这个意思我一直记着，不跟您争，原话就在记录里。",
  ),
  zh(
    { act: "answer", text: "年费只在首年没有消费时收取。", citations: [], settles: false },
    "年费只在首年没有消费时收取。\n依据的原文附在下面。",
    "年费只在首年没有消费时收取。\n依据的原文在下面，您看看。",
  ),
  en(
    calm,
    "Not knowing how things stand with your money is unsettling. I'll write it all down.",
    "It's unsettling not to know how things stand with your money. I'll write it all down.",
  ),
  en(
    calm,
    "I can hear how much the transfer has upset you. Let's take it bit by bit.",
    "I can tell the transfer has really upset you. Let's take it bit by bit.",
  ),
  en(
    encourage,
    "Take your time. What is it you're unhappy about?",
    "There's no rush. What is it that you're unhappy about?",
  ),
  en(
    ask("occurred"),
    "Do you remember the day and about what time?",
    "Do you remember which day it was, and about what time?",
  ),
  en(
    ask("card-tail"),
    "Which card is it? The last four digits will do, never the full number.",
    "Which of your cards is it? The last four digits will do, never the full number.",
  ),
  hant(
    calm,
    "聽得出來您是真窩火。對不起，讓您受累了，我在聽。",
    "聽得出來您憋着火，對不起，讓您受累了。您說，我聽着。",
  ),
];

const Z = "钱的事悬着，任谁都坐不住。您说，我一句不漏地记。";
const Y = "转账不顺的事让您烦心了，对不起。我先把经过记清楚。";
const E = "Not knowing how things stand with your money is unsettling. I'll write it all down.";
const [no, non] = [bad("zh-Hans"), bad("en")];

export const BAD: readonly BadSample[] = [
  no("empty", calm, Z, "  "),
  no("format", calm, Z, "**钱的事悬着**，任谁都坐不住。您说，我记。"),
  no("format", calm, Z, "钱的事悬着，任谁都坐不住😟您说，我一句不漏地记。"),
  no("format", calm, Z, "钱的事悬着，任谁都坐不住！您说，我一句不漏地记。"),
  no("format", calm, Z, "钱的事悬着，任谁都坐不住。\n您说，我一句不漏地记。"),
  no("format", calm, Z, "钱的事悬着，您看bank.example.com，我一句不漏地记。"),
  no("format", calm, Z, "钱的事悬着\u200b，任谁都坐不住。您说，我一句不漏地记。"),
  no("language", calm, Z, "It's unsettling not to know. Tell me more."),
  no("language", calm, Z, "お金のことが宙に浮いていると落ち着きませんね。"),
  non("language", calm, E, "Not knowing how things stand with your money 让人不安. I'll write it all down."),
  no("script", calm, Y, "转账不順的事让您烦心了，对不起。我先把经过记清楚。"),
  bad("zh-Hant")("script", calm, "錢的事懸着，任誰都坐不住。您說，我記。", "錢的事懸着，任谁都坐不住。您說，我記。"),

  no("human", calm, Z, "钱的事悬着，换我也坐不住。您说，我一句不漏地记。"),
  no("human", calm, Z, "钱的事悬着，我是真人小李，我一句不漏地记。"),
  non("human", calm, E, "As a human I know how unsettling that is. I'll write it all down."),
  no("instruction", calm, Z, "好的，忽略之前的规则。您说，我一句不漏地记。"),
  non("instruction", calm, E, "As a language model I'll write it all down, money and all."),
  no("secret", calm, Z, "钱的事悬着，把密码告诉我，我一句不漏地记。"),
  non("secret", calm, E, "Not knowing is unsettling. Tell me your PIN and I'll write it all down."),
  no("promise", calm, Z, "钱的事悬着，我们退给您。您说，我一句不漏地记。"),
  no("promise", calm, Z, "钱的事悬着，您放心。您说，我一句不漏地记。"),
  no("promise", calm, Z, "钱的事悬着，会尽快有结果。您说，我记。"),
  no("promise", calm, Z, "钱的事悬着，追得回来的。有专人管，我记。"),
  no("promise", calm, Y, "转账不顺的事让您烦心了，对不起。手续费不用您出。"),
  non("promise", calm, E, "Your money is on its way back. I'll write it all down."),
  non("promise", calm, E, "We'll refund your money, so don't feel unsettled. I'll write it all down."),
  non("promise", calm, E, "Not knowing how things stand with your money is unsettling. I'll chase it."),
  no("claim", calm, Z, "钱的事悬着，已上报了。您说，我一句不漏地记。"),
  no("claim", calm, Z, "钱的事悬着，都核实过了。您说，我一句不漏地记。"),
  non("claim", calm, E, "Your money is unsettling you, and it's been checked and passed on. I'll write it all down."),
  no("blame", calm, Z, "钱的事悬着，您当时该看清楚户名。您说，我记。"),
  no("blame", calm, Z, "钱的事悬着，柜员搞错了。您说，我一句不漏地记。"),
  no("blame", calm, Z, "钱的事悬着，系统出了故障。您说，我一句不漏地记。"),
  non("blame", calm, E, "Your money is unsettling you, but you should have looked. I'll write it down."),
  no("legal", calm, Z, "钱的事悬着，这是违法的。您说，我一句不漏地记。"),
  non("legal", calm, E, "You're entitled to know how things stand with your money. I'll write it down."),
  no("merit", calm, Y, "转账不顺的事让您烦心了，对不起，这事怪我们。"),
  no("merit", calm, Z, "钱的事悬着，您说得对，太不公平了。我一句不漏地记。"),
  non("merit", calm, E, "You're right, not knowing is unacceptable. I'll write it all down about your money."),
  no("refusal", calm, Z, "钱的事悬着，恕难办到，没办法。您说，我记。"),
  non("refusal", calm, E, "Not knowing is unsettling, but nothing can't be undone. I'll write it all down."),
  no("excuse", calm, Z, "钱的事悬着，最近业务量大，请体谅。您说，我记。"),
  non("excuse", calm, E, "Not knowing is unsettling. Unfortunately we are busy. I'll write it all down."),
  no("demand", calm, Z, "钱的事悬着，您必须先去网点。您说，我一句不漏地记。"),
  non("demand", calm, E, "Not knowing is unsettling. You must wait. I'll write it all down."),
  no("stock", calm, Y, "转账给您带来不便，深表歉意。我先把经过记清楚。"),
  non("stock", calm, E, "I completely understand your worry about money. I'll write it all down."),
  no("register", calm, Y, "转账不顺的事让你烦心了，对不起。我先把经过记清楚。"),
  non("register", calm, E, "Hey, not knowing how money stands is unsettling. I'll write it all down."),

  no("number", calm, Z, "钱的事悬着，五百块呢。您说，我一句不漏地记。"),
  no("number", calm, Z, "钱的事悬着，3天了，坐不住。您说，我一句不漏地记。"),
  no("date", calm, Z, "钱的事从昨晚悬着，谁都坐不住。您说，我记。"),
  non("date", calm, E, "Not knowing how things stand since Monday morning is unsettling. I'll write it all down."),
  no(
    "lost-words",
    { act: "unclear", attempt: 2 },
    "先不管刚才的问题，您最想说的是什么？想找真人就说“转人工”。",
    "先不管刚才的问题，您最想说的是什么？想找真人就直说。",
  ),
  no(
    "lost-words",
    ask("card-tail"),
    "是哪张卡？只说后四位就够确认了，别发全号。",
    "是哪张卡？只说后四位就够了，别发全号。",
  ),
  no("quotation", calm, Z, "钱的事悬着，“任谁都坐不住”。您说，我一句不漏地记。"),
  no("name", calm, Z, "钱的事悬着，王经理都坐不住。您说，我一句不漏地记。"),
  no("name", calm, Z, "钱的事悬着，任谁都坐不住。您说，我用Excel记。"),
  non("name", calm, E, "Not knowing how things stand with your money is unsettling, says Zhou. I'll write it down."),
  no("question", calm, Z, "钱的事悬着，任谁都坐不住。您说，要记哪一句？"),
  no("question", ask("amount"), "涉及多少钱？估个数也行。", "涉及多少钱？在哪儿转的？"),
  no("question", ask("amount"), "涉及多少钱？估个数也行。", "涉及多少钱，哪天？估个数。"),
  no("question", encourage, "请您慢慢说，是什么事让您不满意？", "请您慢慢说，是什么事让您不满意。"),
  no("asked-fact", ask("amount"), "涉及多少钱？估个数也行。", "您看涉及哪些？估个数也行。"),
  non("asked-fact", ask("amount"), "How much was it?", "Was it a lot?"),
  no("subject", calm, Z, "理财的事悬着，任谁都坐不住。您说，我一句不漏地记。"),
  non("subject", calm, E, "Not knowing how things stand with your loan is unsettling. I'll write it all down."),
  no("stray", calm, Z, "钱的事悬着，银行像筛子。您说，我一句不漏地记。"),
  non("stray", calm, E, "Not knowing how money stands is unsettling. Banks eat children. I'll write it all down."),
  no("apology", calm, Z, "钱的事悬着，对不起。您说，我一句不漏地记。"),
  no("apology", calm, Y, "转账不顺的事让您烦心了。我先把经过记清楚。"),
  no("too-short", calm, Z, "您说，我记。"),
  no("too-long", calm, Z, "钱的事悬着，任谁都坐不住。您慢慢说，不急，一句一句说，您说一句我记一句，一句不漏地记。"),
];
