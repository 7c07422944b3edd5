/** A reply to what was asked: the whole text becomes the fact when nothing better was found in it. */
import type { FactName, Intent } from "../../../flows/reading.ts";
import type { FactDraft, FactSource } from "./draft.ts";

const MAX_WORDS = 400;
/** Facts whose value is simply the customer's words. */
const IN_WORDS: ReadonlySet<FactName> = new Set([
  "desired-outcome",
  "counterparty",
  "product",
  "evidence",
  "place",
  "contact-time",
  "person",
  "staff",
  "authority",
]);
/** A reply with one of these intents does not answer the question. */
const ELSEWHERE: ReadonlySet<Intent> = new Set([
  "wants-human",
  "case-status",
  "withdraw",
  "settled",
  "deny",
  "confirm",
  "skip",
  "dont-know",
  "why-asked",
  "repeat-please",
  "goodbye",
]);
const WISH =
  /要|想|希望|请|退|赔|还|给|道歉|解决|处理|恢复|解冻|解封|取消|减|免|说法|尽快|赶紧|答复|回复|解释|查|改|删|撤|补|换|停|别|不再|不要|让|开除|处分|办|refund|back|apolog|want|need|like|fix|explain|stop|close|compensat|remove|correct|unfreeze|return|replace/;
/** "锁了", "已经报警了", "just locked it": done, not wished. */
const DONE =
  /^(?:我|卡|都|也|早|刚|刚刚|刚才|已|已经|早就|嗯|好|对|好的)*[,， ]?(?:已经|已|刚刚|都|早就)?[^,，。!?]{1,8}(?:了|过|好了|完了|过了)[。!~ ]*$|^(?:i(?:'ve| have)? |yes,? |ok,? )?(?:just |already |have |has )*(?:locked|called|reported|did|done|sent|blocked|froze|frozen|contacted|told|checked|changed)\b/;
const INTRODUCTION = /^(?:我(?:叫|姓|的名字)|本人(?:叫|姓)|免贵|my name|i'm called|this is [a-z]+$)/;
/** A wish given to another question: "道歉，安排人上门" names no clerk. */
const WISH_ELSEWHERE =
  /^(?:我?(?:要|想|希望|要求|就|只)?(?:要|想)?)?(?:他|她|你们)?(?:给我)?(?:道歉|道个歉|赔偿|赔钱|赔礼|退钱|退款|还钱|还款|退费|安排人|派人|上门|给个说法|尽快|开除|处分|恢复|解冻|解封|an apology|apologi[sz]e|refund|my money back|compensation)/;
/** A condition of the mind or the matter, none of the things asked for. */
const NOT_THE_THING: Partial<Record<FactName, RegExp>> = {
  staff: /没(?:有)?人|不认识|记不|没看|没问|没注意|不知道|气死|太过分|didn't|don't/,
  evidence: /^(?:没|无|哪有|哪来|找不到|丢了|删了|扔了)|no (?:proof|evidence|receipt)/,
  person: /^(?:不|没|你|为|干)/,
  "contact-time": /^(?:别|不要|不用|不想)[^,，。]{0,6}$|^(?:don't|do not|never) (?:call|contact)/,
};
const DESCRIBED = /男的|女的|姑娘|小伙|大姐|阿姨|大叔|戴眼镜|高个|矮个|胖|瘦|短发|长发|卷发/;
const SMALL_TALK = /^(?:你好|您好|在吗|谢谢|多谢|哈哈+|hi|hello|hey|thanks|thank you|ok|okay|嗯+|哦+|好的?)[。! ~]*$/;
const QUESTION = /[?]|(?:吗|呢|么)[。! ]*$|^(?:为什么|怎么|如何|请问|what|why|how|when|where|who|can|do|does|is|are) ?/;
/** "就在", "是", "我叫": what leads up to the answer. */
const LEAD: Partial<Record<FactName, RegExp>> = {
  place: /^(?:就?(?:是)?在|是在|就是|是|去的(?:是)?|at|in|it was at|it was in|the) ?/,
  person: /^(?:我叫|我是|叫|姓名[:是]?|我的名字(?:是|叫)|本人|my name is|i am|i'm|it's|this is) ?/,
  staff: /^(?:是|叫|就是|那个叫|it was|his name is|her name is) ?/,
  counterparty: /^(?:是|叫|商户(?:是|叫)?|对方(?:是|叫)|转给(?:了)?|给了?|it was|to) ?/,
  product: /^(?:是|就是|买的(?:是)?|我?办的(?:是)?|it's|it is|the|my|a) ?/,
};

/** @param wished whether a wish was found in the words already */
export function findAsked(
  source: FactSource,
  intents: readonly Intent[],
  act: "question" | "other",
  wished: boolean,
): FactDraft[] {
  const { asking, plain, original } = source;
  if (asking === null || !IN_WORDS.has(asking)) return [];
  // "瘦高个男的，姓什么没看清" tells something all the same.
  const described = asking === "staff" && DESCRIBED.test(plain);
  if (!described && (intents.some((intent) => ELSEWHERE.has(intent)) || act === "question")) return [];
  const start0 = plain.length - plain.trimStart().length;
  const end = Math.min(plain.trimEnd().length, start0 + MAX_WORDS);
  const text = plain.slice(start0, end);
  if (text === "" || SMALL_TALK.test(text) || QUESTION.test(text) || !/[\p{L}\p{N}]/u.test(text)) return [];
  if (NOT_THE_THING[asking]?.test(text)) return [];
  if (asking === "desired-outcome" && (INTRODUCTION.test(text) || (DONE.test(text) && !WISH.test(text)))) return [];
  // What was found as a wish is a wish, whatever was asked.
  if (asking !== "desired-outcome" && WISH_ELSEWHERE.test(text)) {
    if (wished) return [];
    const stop = start0 + text.replace(/[。!,，. ]+$/, "").length;
    return [{ name: "desired-outcome", value: original.slice(start0, stop), start: start0, end: stop }];
  }
  const lead = LEAD[asking]?.exec(text)?.[0].length ?? 0;
  const trail = /[。!,，. ]+$/.exec(text)?.[0].length ?? 0;
  const start = start0 + (lead < text.length - trail ? lead : 0);
  const stop = end - trail;
  if (stop <= start) return [];
  const value = original.slice(start, stop);
  switch (asking) {
    case "desired-outcome":
    case "counterparty":
    case "product":
    case "evidence":
    case "place":
    case "contact-time":
    case "person":
    case "staff":
    case "authority":
      return [{ name: asking, value, start, end: stop }];
    default:
      return [];
  }
}
