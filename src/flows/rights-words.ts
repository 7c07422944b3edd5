/**
 * Words in which customers ask to see, correct or delete what is held about them. A message is such a wish when it has
 * what is to be done, what it is to be done with, and next to nothing else: whatever is left over is another matter.
 */
import type { Right } from "./rights.ts";
import { simplified } from "./script.ts";

const any = (...words: readonly string[]): string => `(?:${words.join("|")})`;

/** What is held, as customers call it. */
const HELD = any(
  "个人(?:的)?(?:信息|资料|数据|隐私)",
  "(?:聊天|对话|谈话|沟通|投诉)(?:的)?(?:记录|内容|信息|资料|数据)",
  "(?:信息|资料|数据|记录)",
);
/** The same, said in a sentence: only together with who holds it or whose it is. */
const HELD_LOOSELY = any(
  "(?:刚才|之前|前面|以前)?(?:我)?(?:说|讲|聊|写|发)(?:过)?的(?:话|内容|东西|这些|那些)?",
  "(?:跟|和|与|关于)我(?:有关|相关)?的(?:一切|所有|全部)?(?:东西|内容)?",
  "(?:存|留|记|保存|掌握|收集|登记|知道)(?:了|着|有|的)?我(?:的)?(?:哪些|什么|啥|多少)(?:东西|内容)?",
);
/** Around it: who, whose, how much, how politely. */
const AROUND =
  /您好|你好|请问|请|麻烦|劳驾|帮忙|帮我|给我看看|给我|替我|发给我|寄给我|我要求|要求|我想要|我要|我想|我希望|我申请|申请|我需要|现在|立刻|马上|尽快|你们|贵行|银行|您|你|能不能|可不可以|可以|能|可|那里|那儿|这里|这儿|系统|里面|里|保存|存|保留|留|收集|掌握|登记|记录|记|知道|了解|本人|自己|我|全部|所有|一切|统统|彻底|全|都|的|地|得|在|上|中|了|着|过|有|把|将|从|和|跟|与|及|并|一份|一下|一|份|下|副本|复印件|看看|出来|干净|掉|吧|啊|呀|吗|么|哦|呢|谢谢|多谢|不想|不要|不许|别|不准|不同意|撤回|同意|授权|再|继续|行使|权利?|依法|根据|个人信息保护法|以后|刚才|之前|名字|姓名|电话|手机号|地址|号码|是|想|要|说|这些|那些|哪些|什么|啥|多少|东西|内容|来|去|全都|先|也|就|行|好|对话|聊天|这个|这段|这次/gu;

interface Form {
  right: Right;
  /** What is to be done. */
  verb: RegExp;
  /** A correction names what is wrong. */
  also?: RegExp;
}
const CHINESE: readonly Form[] = [
  { right: "delete", verb: /删除|删掉|删了|删|清除|清空|清掉|清了|抹掉|销毁|注销|擦除/gu },
  {
    right: "correct",
    verb: /更正|改正|修改|改过来|改一改|改一下|改/gu,
    also: /登记错|记错|写错|有误|有错|弄错|填错|错误|错|不对/gu,
  },
  {
    right: "copy",
    verb: /导出|复制|拷贝|打印|下载|查阅|查看|查一下|查查|看看|看一下|副本|一份|看|寄|发|给我|知道|了解/gu,
  },
];

const HAN = new RegExp(HELD, "gu");
const LOOSE = new RegExp(HELD_LOOSELY, "gu");
/** "你们把我的资料删了": told, not wished; a card's record or a credit report is not what the complaint desk holds. */
const TOLD =
  /(?:^|[,，。])(?:你们|您们|银行|客服|柜员|员工|谁|他们|有人)(?:怎么|居然|竟然|偷偷|擅自|凭什么|为什么|又|已经)?(?:把|将)?[^,，。]{0,10}(?:删|改|清|注销|泄露|给)(?:除|掉|空)?了(?!吧)|看光|为什么|怎么|凭什么|如何|交易|流水|账单|征信|逾期|合同|会不会|会/u;

/** Characters that may be left over: a slip of the pen. */
const LEFT_OVER = 2;

function inChinese(text: string): Right | null {
  const plain = simplified(text);
  if (TOLD.test(plain)) return null;
  for (const { right, verb, also } of CHINESE) {
    if (plain.search(verb) < 0) continue;
    const corrects = right === "correct";
    const held = plain.search(HAN) >= 0 || plain.search(LOOSE) >= 0;
    if (!held && !(corrects && also && plain.search(also) >= 0 && /名字|姓名|电话|手机号|地址/u.test(plain))) continue;
    if (!/我|本人|自己|个人|对话|聊天/u.test(plain)) continue;
    let left = plain.replace(LOOSE, " ").replace(HAN, " ");
    for (const form of [verb, ...(also ? [also] : [])]) left = left.replace(form, " ");
    left = left.replace(AROUND, "").replace(/[^\p{L}\p{N}]/gu, "");
    if (left.length <= LEFT_OVER) return right;
  }
  return null;
}

const POLITE =
  "(?:(?:hi|hello|please|now|ok|so|can you|could you|would you|will you|can i|could i|may i|i(?:'d| would)? (?:want|like|need|ask|request|demand)(?: you)?(?: to)?|i want you to|you must|kindly|just|to|get|have|be given|exercise my right(?: of| to)?|i withdraw (?:my )?consent|under (?:the )?(?:pipl|gdpr|law))[, .]+)*";
const DONE =
  "(?:[,. ]+(?:from your systems?|now|right away|immediately|please|thanks|thank you|completely|all of it|send me a copy|correct (?:it|them)|fix (?:it|them|that)|change (?:it|them)))*[.! ]*$";
const MINE =
  "(?:(?:all|any|everything|anything) )?(?:of )?(?:my|the|this|our)?(?: whole| entire| own)? ?(?:personal )?(?:data|information|info|details|records?|file|history|chat(?: history| log)?|conversation|transcript(?: of (?:this|the|our) (?:chat|conversation))?)(?: and (?:my |the )?(?:data|details|records?|information|chat))?(?:(?: that)? you(?:'ve| have)? (?:got|have|hold|keep|kept|stored?|saved?|collected)(?: (?:about|on|of) me)?| about me| on me)?";
const EVERYTHING =
  "(?:everything|anything|all|whatever|what)(?: that)?(?: you(?:'ve| have)?(?: (?:got|have|hold|keep|know|stored?|saved?|collected))?)? (?:about|on) me";
const english = (body: string): RegExp => new RegExp(`^${POLITE}(?:${body})${DONE}`, "iu");
const ENGLISH: readonly (readonly [Right, RegExp])[] = [
  [
    "delete",
    english(
      `(?:delete|erase|remove|wipe|destroy|clear|forget) (?:${MINE}|${EVERYTHING})|${MINE} (?:to be )?(?:deleted|erased|removed|wiped|destroyed)|(?:right to )?(?:erasure|be forgotten)|stop (?:keeping|holding|storing) (?:${MINE}|${EVERYTHING})`,
    ),
  ],
  [
    "copy",
    english(
      `(?:(?:send|give|get|export|download|see|access|show|email)(?: me| out)? )?(?:a )?(?:copy|transcript|export) of (?:${MINE}|${EVERYTHING}|this chat)|(?:send|give|export|download|see|access|show)(?: me)? (?:${MINE}|${EVERYTHING})|a transcript of (?:this|the|our) (?:chat|conversation)|(?:know |see |find out |tell me )?what (?:(?:personal )?(?:data|information|details) )?(?:do )?(?:you|the bank) (?:have|has|hold|holds|keep|keeps|store|stores) (?:about|on) me|(?:a )?(?:personal )?data access(?: request)?|subject access request|right of access`,
    ),
  ],
  [
    "correct",
    english(
      `(?:correct|rectify|fix|update) ${MINE}|(?:correct|rectify|fix) (?:my|the) (?:name|phone number|number|e-?mail|address)(?: (?:you have (?:for|of|on) me|in your (?:records|system|files)))|my (?:name|phone number|number|e-?mail|address|details|data|records?) (?:is|are) (?:wrong|spelt wrong|misspelt|misspelled|incorrect|out of date)(?: in your (?:records|system|files))?`,
    ),
  ],
];

/** Longer messages say more than this one wish. */
const LONGEST = 90;

/** The right that `text`, without numbers that prove who asks, wants to use; null where it says anything else. */
export function rightIn(text: string): Right | null {
  const bare = text
    .replace(/[RC]-[0-9A-Z-]{6,24}/giu, " ")
    .replace(/(?<!\d)\d{4}(?!\d)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[，,。;；\s]+$/u, "");
  if (bare.length > LONGEST || /[?？]\s*$/u.test(text.trim())) return null;
  if (/\p{Script=Han}/u.test(bare)) return inChinese(bare);
  for (const [right, form] of ENGLISH) if (form.test(bare)) return right;
  return null;
}
