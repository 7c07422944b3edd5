import type { FactName, Intent } from "../../flows/reading.ts";
import { clauseAt } from "./clauses.ts";
import {
  ANY_TIME,
  CONFIRM,
  CONFIRM_OPENING,
  CONFIRM_UNDONE,
  DECLINE,
  DECLINE_ALWAYS,
  DENY,
  DENY_OPENING,
  REPEATED_ASSENT,
  UNKNOWN,
  WITHDRAW,
} from "./lexicon/replies.ts";
import type { Hit, Hits } from "./scan.ts";

const CUED: readonly Intent[] = [
  "wants-human",
  "case-status",
  "withdraw",
  "settled",
  "skip",
  "dont-know",
  "why-asked",
  "repeat-please",
  "attach",
  "thanks",
  "goodbye",
];

/** "不用转人工", "没解决了吗", "don't call me back". */
const NEGATED_BEFORE =
  /(?:不用|不需要|不想|不要|别|没必要|没|没有|不是|还没|未|并没有|无需|不必|谁要|don't|do not|didn't|not|no need to|never|isn't|hasn't|haven't been|wasn't|not been|can't)(?:再|帮我|给我|想|要|真的|要求|说|want|need|to|get|it|yet|been| )*$/;
const UNSETTLED =
  /(?:才|怎么|什么时候|何时|能不能|能|会|要|就算|如果|等|以为|说(?:是)?|到底|没|还没|没有|是不是|别|不算|who says|when|until|if|not|isn't|hasn't|want|need|be|can|get|to be|should be) ?(?:能|才能|才会|会|给我|it|this|my|the|issue|problem| )*$/;
const UNSETTLED_AFTER = /^(?:吗|没|么|没有|再说|才|的话|\?|为止)/;
/** Thanks for something that went wrong, "谢谢" as a title of nothing. */
const CORRECTION =
  /(?:不是|并非|不对[,，]?|错了[,，]?|说错了|写错了|记错了|打错了|not|no,|sorry,|wrong,|instead of)[^。!?\n]{0,24}?(?:而是|应该是|是|改成|改为|but|it's|it is|it was|should be|i meant|rather|actually)/;
const CORRECTION_WORDS =
  /(?:不对|错了|有误)[,，]?(?:应该|其实|实际)(?:上)?(?:是|为)|我没说过?[^,，。!?]{1,14}[,，]?(?:说的)?是(?!不)|(?:更正|纠正|改一下|我说错|我写错|我记错|我打错|刚才说错|前面说错|搞错了,?(?:是|应该)|应该是[^吧]{1,20}(?:才对|不是)|correction|i meant|i made a mistake|let me correct|typo|i mis(?:spoke|typed|remembered))/;
/** "不是我刷的，是别人": tells the matter, corrects nothing. */
const OWN_MATTER =
  /不是(?:我|本人|说|吧|吗|的|这样|你们?|他|她|因为|为了|要|想|很|只|没|不|第一|一次|都|个)|是不是|要不是|不是我|not me|not my|not (?:happy|satisfied|acceptable|fair|working|able|sure|only|just|been|received|the (?:first|only)|what i|good|authori|an?\b)/;

/** Signs, emoji and blanks off both ends and from inside a short reply. */
function bare(plain: string): string {
  return plain
    .slice(0, 60)
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
    .replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, "");
}

const REFUSED_OPENING =
  /^(?:我)?(?:不认可|不同意|不接受|不满意|不认同)(?:这个|你们的)?(?:结果|方案|答复|说法|处理)?(?=[,，。! ]|$)/;

/** "天天给我打电话推销", "刚才有人给我打电话了": rung already, nobody to be rung. */
function alreadyRung(plain: string, hit: Hit): boolean {
  if (!/电话$/.test(plain.slice(hit.start, hit.end))) return false;
  return (
    /^(?:了|过|推|催|说|骂|骚|要|问)/.test(plain.slice(hit.end, hit.end + 2)) ||
    /(?:天天|每天|老是?|一直|有人|总是?|又|没人|半夜|催收|骗子|中介|一天|别|不停|整天)[^,，。!?]{0,6}$/.test(
      plain.slice(Math.max(0, hit.start - 10), hit.start),
    )
  );
}
/** "唔该帮我查下" is please, "see you in court" no farewell. */
const notMeant = (plain: string, hit: Hit) =>
  /^(?:[,， ]?(?:帮|查|俾|话我|问)| in court)/.test(plain.slice(hit.end, hit.end + 9)) &&
  /^(?:唔该|see you)$/.test(plain.slice(hit.start, hit.end));

/** "不用了谢谢", "没有哦": manners around the reply. */
const POLITE_TAIL =
  /(?:(?:谢谢|多谢|麻烦)(?:你|您|啦|了)?|[啊吧呢呀哦噢啦哈嘛诶]+| (?:thanks|thank you|sorry|please))$/;
/** "不想留电话", "I'd rather not give my number". */
const WOULD_NOT =
  /^(?:我|俺)?(?:真的?)?(?:不想|不愿意?|不方便|不能|不便|不打算|不肯)再?(?:留|给|说|提供|透露|告诉|讲)[^,，。]{0,8}$|^(?:i'd |i would |i )?(?:rather|prefer) not (?:to )?(?:give|leave|share|say|provide|tell|disclose)[a-z ]{0,30}$/;
/** "我没有手机号", "没录音": there is none to give. */
const HAS_NONE =
  /^(?:我|俺)?(?:真的?|也|都|现在|暂时|这个)?没(?:有|带|留|存|拍|录|截|保留|记|开|要)?(?:什么|啥|下|着)?(?:手机|电话|号码|证据|录音|截图|凭证|照片|小票|单号|流水|邮箱|合同|材料|记录|别的|其他|要求|诉求|想法)[^,，。]{0,4}$|^no (?:particular |special |specific |other |further )?(?:requests?|requirements?|demands?|preferences?)$|^(?:i )?(?:have no|don't have|dont have|haven't got) (?:a |an |any |one|it)?[a-z ]{0,16}$/;
/** "随便什么时候", "你们什么时候打都行": any time, though it looks like a question. */
export const ANY_TIME_SAID =
  /^(?:我|你们?|您)?(?:随便|随时|都行|无所谓)?[,，]?(?:你们?|您)?(?:什么时候|啥时候|几点|哪天|什么时间|任何时候|随时)(?:打|来电|联系|联系我|打给我|打电话|来|方便)?(?:都|也)?(?:行|可以|好|成|在|有空|方便|随便|无所谓)?$|^(?:call |ring )?(?:me )?(?:any ?time|whenever)(?: you (?:like|want))?(?: is fine| works)?$/;
const EITHER: ReadonlySet<string> = new Set([...CONFIRM, ...DENY, ...DECLINE, ...UNKNOWN, ...WITHDRAW, ...ANY_TIME]);

/** The reply as a whole, when it is one of those with a settled meaning. */
function wholeReply(whole: string, asking: FactName | null): Intent | null {
  const reply = EITHER.has(whole) ? whole : whole.replace(POLITE_TAIL, "");
  if (WOULD_NOT.test(reply) || (asking !== null && HAS_NONE.test(reply))) return "skip";
  if (WITHDRAW.has(reply)) return "withdraw";
  if (asking === "contact-time" && (ANY_TIME.has(reply) || ANY_TIME_SAID.test(reply))) return null;
  if (asking === null ? DECLINE_ALWAYS.has(reply) : DECLINE.has(reply)) return "skip";
  if (UNKNOWN.has(reply)) return "dont-know";
  if (CONFIRM.has(reply) || REPEATED_ASSENT.test(reply)) return "confirm";
  return DENY.has(reply) ? "deny" : null;
}

/** Whether the message is nothing but a reply: it does nothing by itself. */
export function isBareReply(plain: string, asking: FactName | null): boolean {
  return plain.length <= 60 && wholeReply(bare(plain), asking) !== null;
}

const notTaken = (plain: string, hit: Hit) => !NEGATED_BEFORE.test(plain.slice(Math.max(0, hit.start - 14), hit.start));

/**
 * What the message wants from the conversation itself. Short replies count only as a whole:
 * "好的呢，真棒，钱没了" confirms nothing, "不是我刷的" denies no question.
 */
export function findIntents(plain: string, hits: Hits, asking: FactName | null, troubled: boolean): Intent[] {
  const found = new Set<Intent>();
  const reply = plain.length <= 60 ? bare(plain) : "";
  const parts = reply.length === 0 ? [] : plain.split(/[^\p{L}\p{N}']+/u).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => CONFIRM.has(part))) found.add("confirm");
  const whole = reply === "" ? null : wholeReply(reply, asking);
  if (whole !== null) found.add(whole);
  else if (plain.length <= 60 && !troubled) {
    const opening = plain.trimStart();
    if (CONFIRM_OPENING.test(opening)) {
      if (!CONFIRM_UNDONE.test(opening)) found.add("confirm");
    } else if (DENY_OPENING.test(opening) && !/^不(?:是|好|用)?[,，]?我/.test(opening)) found.add("deny");
  }
  // An answer refused stays refused, whatever is demanded next.
  if (plain.length <= 60 && REFUSED_OPENING.test(plain.trimStart())) found.add("deny");
  for (const intent of CUED) {
    const list = hits.of(`intent.${intent}`);
    if (list.length === 0) continue;
    const standing = list.filter((hit) => {
      if (intent === "repeat-please" && asking !== null && /^没[看听]清$/.test(plain.slice(hit.start, hit.end))) {
        found.add("dont-know");
        return false;
      }
      // "You sent my statement to my neighbour": the bank did.
      if (intent === "attach" && /(?:you|they|he|she|你们|他们|银行) ?$/.test(plain.slice(0, hit.start))) return false;
      if (intent === "repeat-please" && /^人话/.test(plain.slice(hit.end))) return false;
      if (intent === "withdraw" && /(?:怎么|如何|咋|how (?:do|can) i) ?$/.test(plain.slice(0, hit.start))) return false;
      if (notMeant(plain, hit) || (intent === "wants-human" && alreadyRung(plain, hit))) return false;
      if (intent === "thanks" || intent === "goodbye" || intent === "attach" || intent === "why-asked") return true;
      if (intent === "dont-know" || intent === "skip" || intent === "repeat-please" || intent === "withdraw")
        return shortEnough(plain, intent, asking);
      if (intent === "settled") {
        const before = plain.slice(Math.max(0, hit.start - 14), hit.start);
        const clause = clauseAt(plain, hit.start);
        return (
          !UNSETTLED.test(before) &&
          !NEGATED_BEFORE.test(before) &&
          !UNSETTLED_AFTER.test(plain.slice(hit.end, hit.end + 3)) &&
          plain[clause.end] !== "?"
        );
      }
      return notTaken(plain, hit);
    });
    if (standing.length > 0) found.add(intent);
  }
  if (plain.length <= 200 && (CORRECTION_WORDS.test(plain) || (CORRECTION.test(plain) && !OWN_MATTER.test(plain))))
    found.add("correct");
  // "谢谢" with a matter still open is politeness; "不知道" in a story is no reply.
  if (found.has("settled") && (found.has("deny") || troubled)) found.delete("settled");
  if (found.has("withdraw")) found.delete("settled");
  if (found.has("correct")) found.delete("confirm");
  if (found.has("wants-human")) found.delete("confirm");
  return CUED_ORDER.filter((intent) => found.has(intent));
}

const CUED_ORDER: readonly Intent[] = [
  "wants-human",
  "case-status",
  "withdraw",
  "confirm",
  "deny",
  "settled",
  "correct",
  "skip",
  "dont-know",
  "why-asked",
  "repeat-please",
  "thanks",
  "goodbye",
  "attach",
];

/** A reply is short; in a long story "不知道为什么" belongs to the story. */
function shortEnough(plain: string, intent: Intent, asking: FactName | null): boolean {
  if (intent === "withdraw")
    return !/(?:不会|绝不|不可能|凭什么|为什么要|won't|will not|never) ?(?:撤|withdraw|drop|cancel)/.test(plain);
  if (
    intent === "dont-know" &&
    /(?:不知道|不清楚|don't know|no idea|not sure)(?:为什么|怎么|如何|什么|是谁|谁|哪|该|你们| why| how| who| what| where| if)/.test(
      plain,
    ) &&
    asking === null
  )
    return false;
  const latin = /[a-z]/.test(plain) ? 3 : 1;
  return plain.length <= (asking === null ? 16 : 30) * latin;
}
