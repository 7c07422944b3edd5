/** What fifty customers have to say: complaints of many kinds in Chinese and English, ten messages each. */
import type { Language } from "../../src/flows/reading.ts";

export interface Script {
  language: Language;
  /** Ten messages. The first one complains. */
  lines: readonly string[];
}

/** Number `n` makes amounts and tails differ, so that no two conversations say the same. */
type Kind = (n: number) => Script;

const zh = (...lines: string[]): Script => ({
  language: "zh-Hans",
  lines: filled(lines, "还有一点要补充", "我要转人工"),
});
const en = (...lines: string[]): Script => ({
  language: "en",
  lines: filled(lines, "One more thing", "I want to talk to a person"),
});

/** The ninth message asks for a person, so that every customer gets a case. */
function filled(lines: string[], more: string, person: string): string[] {
  const rest = lines.slice(8);
  const start = Array.from({ length: 8 }, (_, index) => lines[index] ?? `${more} ${index}`);
  return [...start, person, rest.at(-1) ?? `${more} 9`];
}

const tail = (n: number) => String(4100 + n * 37).slice(-4);
const phone = (n: number) => `138${String(10_000_000 + n * 7_919).slice(-8)}`;

const KINDS: readonly Kind[] = [
  (n) =>
    zh(
      `滨江支行的自动取款机昨天扣了我${n + 1}00块，一分钱没吐出来，卡尾号${tail(n)}`,
      "我要把钱退回来",
      "可以",
      "我姓秦",
      phone(n),
      "上午都行",
      "对",
      "到底谁在处理",
    ),
  (n) =>
    zh(
      `信用卡尾号${tail(n)}，说好免年费，账单上还是收了${300 + n}元，你们这不是骗人吗！`,
      "什么时候的事？上个月账单",
      "退年费",
      "好的",
      "叫我老郑就行",
      phone(n),
      "下午三点以后",
      "不对，是上上个月",
      "这回对了",
    ),
  (n) =>
    zh(
      `我卡里昨晚被人转走了${8000 + n}元，不是我操作的！！`,
      `尾号${tail(n)}`,
      "已经打过电话锁卡了",
      "可以的",
      "我叫韩梅",
      phone(n),
      "现在就能接电话",
      "把钱追回来",
      "对的",
    ),
  (n) =>
    zh(
      `城东支行柜台排了${2 + (n % 3)}个小时队，柜员还冲我嚷`,
      "我要投诉那个柜员，工号没看清",
      "要他道歉",
      "行",
      "姓吴",
      phone(n),
      "晚上",
      "是这样",
      "我要找真人",
    ),
  (n) =>
    zh(
      `催收天天打给我单位同事，一天${10 + (n % 5)}个电话，太过分了`,
      "短信也发到我爸妈手机上",
      "马上停止骚扰",
      "不想说名字",
      "算了，姓孟",
      phone(n),
      "随时",
      "没错",
      "再打我就去银保监投诉",
    ),
  (n) =>
    zh(
      `手机银行登不上去，转账${5000 + n}元卡在处理中两天了`,
      "钱到底去哪了",
      "查清楚给我说法",
      "同意",
      "我姓薛",
      phone(n),
      "周末也行",
      "都对",
      "谢谢",
    ),
  (n) =>
    en(
      `Your ATM at Binjiang kept my card and ${n + 2}00 yuan never came out, card ending ${tail(n)}`,
      "I want the money back",
      "fine",
      "Nora Blake",
      phone(n),
      "in the morning",
      "yes, that is right",
      "who is dealing with it?",
    ),
  (n) =>
    en(
      `I was charged ${40 + n} dollars in overseas fees that nobody told me about!`,
      `It was last week, card ending ${tail(n)}`,
      "refund the fee",
      "ok",
      "Call me Ms Hart",
      phone(n),
      "after 6 pm",
      "no, it was two weeks ago",
      "correct",
    ),
  (n) =>
    zh(
      `理财到期${7 + (n % 4)}天了本金还没到账，客户经理也不接电话`,
      "买了五万",
      "马上赎回到账",
      "可以",
      "我叫高敏",
      phone(n),
      "工作日白天",
      "对",
      "另外短信费每个月扣3块也没人告诉我",
      "短信费也要退",
    ),
  (n) =>
    zh(
      `贷款提前还款收了我${1000 + n}元违约金，合同里根本没写`,
      "上周五还的",
      "把违约金退了",
      "我为什么要告诉你们电话",
      "好吧",
      "姓白",
      phone(n),
      "中午",
      "嗯",
    ),
];

/** Script of customer `n`, from 0. */
export function scriptOf(n: number): Script {
  const kind = KINDS[n % KINDS.length];
  if (!kind) throw new Error(`no script for ${n}`);
  return kind(n);
}
