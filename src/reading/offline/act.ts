import type { Act, Intent } from "../../flows/reading.ts";
import type { Hit, Hits } from "./scan.ts";
import { scoreOf } from "./scan.ts";

/** "不投诉了", "没有投诉", "怎么投诉": the word is there, the complaint is not. */
const NO_COMPLAINT_BEFORE =
  /(?:不|没|没有|不想|不是(?:来|要)?|取消|撤销|撤回|怎么|如何|哪里|在哪|not|don't|never|withdraw my|handling|dealing with|looking (?:after|into)|working on|status of|progress (?:of|on)|update on|happening with|how (?:do|can) i (?:make|file|lodge)?|where (?:do|can) i) ?(?:a )?$/;
const HOW_TO =
  /几点(?:到|之前|之后|以后|以前|开|关)|(?:怎么|如何|怎样|咋|哪里|在哪里?|可以)(?:才能)?(?:办理?|提高|申请|开通|查|改|修改|设置|注销|激活|取消|关闭|绑|解|打印|下载|补|预约|操作|提|投诉|避免|防止?|防范|预防|处理|领|调|挂失)|会(?:不会)?被[^,，。!?]{0,8}吗|需要什么|要带什么|需要哪些|什么条件|什么材料|what documents|how (?:do|can|to|should|would) (?:i )?|what should i do|where can i|what happens if/;
const SUPPOSED = /(?:如果|假如|要是|万一|假设|会不会|if (?:my|i|the|a|someone)|what if|in case)/;
const FIRST_PERSON_HARM =
  /(?:我的?(?:卡|钱|账户|存款|余额|信用卡)?(?:已经)?被|扣了?我|骗了?我|不是我|(?:块|元|万|钱)(?:就|都|全|怎么)?没了|我.{0,6}(?:没收到|没到账|丢了|少了)|my (?:card|account|money) (?:was|has been|is)|i was|i've been|i have been)/;
/** "知道吗", "合理吗", "不是骗人吗", "至于吗": nobody wants an answer. */
const RHETORICAL =
  /(?:至于|合理|像话|合适|良心|应该|对得起|说得过去|知道|晓得|好意思|过分|讲理|配|不是(?:骗|坑|抢|欺负|耍|逗|扯|胡|糊弄)[^,，。!?]{0,6})(?:吗|么|嘛)|像什么话|什么道理|(?:什么|啥)叫(?!做)|气(?:人)?不气人|你们(?:到底)?(?:认不认|管不管|赔不赔|退不退|给不给|讲不讲)|信不信|难道|莫非|岂不|岂有|is (?:this|that) (?:a joke|fair|normal|how you)|are you (?:kidding|serious)|why on earth|what on earth/;
/** "怎么还" is how to repay; "怎么还没" reproaches. */
const REPROACH =
  /(?:扣|收|刷|划|转)(?:了|走)?我(?:的)?(?:[^,，。!?]{0,4}[钱费款息])?(?:干嘛|干什么|干啥|干吗|做什么)|(?:怎么|咋|为啥|为什么|干嘛)(?:还(?:没|不|在|是|要|有|会)|没|又|就|老|总|只|才|连|都|不(?:让|给|能|是|行|早|提前)|要等|这么|那么|变|少|多(?:收|扣)|被|给我|收我|扣我)/;
/** "靠谱不", "到了没有": a question without its mark. */
const VERB_NOT = /[\u4e00-\u9fff][^,，。!?都也用法戏还就从绝并根本我你没不]\s?(?:不|没有|没|否)[?。~ ]*$/;
const HOW_END =
  /(?:怎么|咋|咋个|点样)(?:收|算|还|办|取|弄|查|用|走|换|交|赔|退|写|填|改|领|开|存|转)(?:费|法)?(?:的|啊|呀|呢|吗|嘛)?(?=[?,，。!]|$)|(?:一般|通常|正常)[^,，。]{0,4}(?:多久|多少|几天|怎么|要)/;
/** The writer's own means fall short: no fault of the bank's. */
/** Asks for a way, an amount or a time: any "怎么" that does not reproach. */
const ASKS_HOW =
  /(?:怎么|怎样|如何)(?!回事|样|又|还|没|就|这|那|老|总|连|不)[\u4e00-\u9fff]|(?:交|要|是|有|收|付|能|扣|还|给|算|存|贷|借)[\u4e00-\u9fff]{0,3}多少|哪(?:里|儿|个|家|天|些)|多久|什么时候|^(?:is|are|do|does|can|how|what|when|where) /;
const IMPERATIVE =
  /(?:^|[,，。!])我?想(?:办|开|申请|预约|换|取|存|注销|关|改)|^(?:请|麻烦|劳驾|烦请|帮忙?|给我|替我|你?把)[\u4e00-\u9fff]{2}|^(?:please|pls|kindly) [a-z]|^(?:i )?(?:need|want|would like) (?:a|an|my|the) |(?:,| )please[.! ]*$/;
const PROPOSES =
  /(?:铺|放|加|装|设|摆|多开|添|开|搞|弄|配|换|改)(?:个|一个|几|点|些|成|到)[^,，。!?]{1,10}(?:吧|呗|嘛)[。!~ ]*$|^(?:please |you could |maybe )(?:put|add|install|place|provide|offer|open) (?:some|a|an|more)/;
/** "高不高", "能不能": a question by its form. */
const A_NOT_A = /([\u4e00-\u9fff])(?<!能|会|可|是|信)不\1/;
/** Asked in one breath, with nothing said of the writer or against the bank: a question however grave its topic. */
const PLAIN_QUESTION =
  /^[^,，。!?]{0,40}(?:吗|么|呢|多久|多少|什么时候|几天|几点|哪里|哪儿|怎么办?|有没有|[\u4e00-\u9fff]不[\u4e00-\u9fff])[^,，。!?]{0,8}[?。~ ]*$|^(?:do|does|is|are|can|could|will|would|should|how|what|when|where)\b[^.!?]*\??$/;
const PERSONAL =
  /你们(?!能|可以|会|几|有|的|收|处理|什么)|我(?!想|要|怎么|可以|能|该)[^,，。!?]{0,10}[了被没不]|给我|害|\b(?:my [a-z ]{2,20} (?:was|has|is|were|got)|charged me|you (?:charged|took|froze|blocked|lost))\b/;
const OWN_ERROR = /^(?:转|汇|输|填|存|打)错/;
const OTHERS_ERROR = /(?:你们|柜员|客服|经理|银行|给我|帮我|把我)[^,，。]{0,8}$/;
const OWN_INABILITY = /^[还付交供](?:不(?:上|起|了)|.{0,3}不起)/;
/** Something has happened, or fails to: a story, not a topic. */
const TOLD =
  /[了没不被却]|过[我,，。!]|[都又还老光才白非拖][\u4e00-\u9fff]|让我|叫我|结果|可我|\b(?:was|were|had|have|has|got|did|never|not|no|only|sent|sold|took|cut|are|is)\b|n't\b/;
/** A no, a but, a too late: what sets a grievance apart from a mere account. */
const AGAINST =
  /没(?!有?(?:事|关系|问题|别的|其他))|不(?!好意思|急|着急|用|是本|太懂|懂这)|却|都(?!行|可以|好|是)|[又才光非拖害掉错丢]|还(?!有|款|贷|是|想)|让我|叫我|结果|可我|居然|竟然|凭|只(?:能|给|有|退)|半(?:个月|天|年)|才发现|\b(?:never|not|no|only|sold|cut|without|but|still|wrong|lost|nobody|another|again)\b|n't\b|\bsent my\b/;
const WOULD_LIKE = /想(?:办|开|问|申请|了解|咨询|知道|预约|换|存)|how do i|i'd like to/;
const ADDRESSED = /你们|贵行|银行|柜|窗口|客服|经理|\byou(?:r|rs)?\b|\bbank\b|\b(?:he|she|they)\b/;
/** The writer gives a description of themselves or their matter, no more. */
const INTRODUCES =
  /^(?:我(?:叫|姓|是|的|在|住|今年)|本人|my (?:name|card|account|number)|i(?:'m| am) )[^,，。!?]*[。.! ]*$/;
/** Nothing of the bank's is meant. */
const GREETING =
  /^(?:在(?:吗|不在|么|不)|有人(?:吗|么|在吗)|哈[喽啰]|嗨+|喂+|早+|早安|晚安|hi+|hiya|hey+|hello+|yo|howdy|greetings)[!?。~,， ]*$/;
/** "是不是骗子", "is this text a scam?": wants to know before anything happened. */
const SCAM_ASKED =
  /(?:是不是|是否|会不会是|是)(?:骗子|诈骗|骗局|骗人的|真的)(?:吗|啊|呀|呢)?(?:[?。]|$)|(?:is|was) (?:this|that|it)[^.!?]{0,60}(?:a scam|real|genuine|legit|fake|phishing)/;
/** "你是机器人吗", "are you a robot": wants an answer about the bot. */
const BOT_ASKED =
  /^(?:请问)?(?:[你您]们?|这|这边|那边|对面)(?:到底|究竟)?(?:是|是不是)(?:个|一个)?(?:真)?(?:人|机器人|人工|真人|ai|人工智能)(?:还是[^,，。!?]{1,8})?(?:吗|么|吧|啊|呀|呢)?[?。! ]*$|^(?:wait, |hi, |hello, |so )?(?:are you|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an )?(?:real |live |actual )?(?:robot|bot|chatbot|human|person|ai|machine|computer)(?: being| or [a-z ]{2,20})?[?.! ]*$/;
/** "收我违约金，凭什么": what for? */
const WHAT_FOR = /凭(?:什么|啥)/;
const ANGER = /[!]|到底|凭什么|居然|竟然|又|怎么(?:还|又|就|能|可以)|什么意思|搞什么|搞的|有没有搞错/;

function standing(plain: string, hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(
    (hit) =>
      !NO_COMPLAINT_BEFORE.test(plain.slice(Math.max(0, hit.start - 16), hit.start)) &&
      !OWN_INABILITY.test(plain.slice(hit.start, hit.end)) &&
      !(/^没说/.test(plain.slice(hit.start, hit.end)) && /(?:^|[,，。!? ])我$/.test(plain.slice(0, hit.start))) &&
      !(OWN_ERROR.test(plain.slice(hit.start, hit.end)) && !OTHERS_ERROR.test(plain.slice(0, hit.start))),
  );
}

/** "每次都说给我登记", "没帮我办": what others said or failed to do is no request. */
const own = (plain: string, hits: readonly Hit[]) =>
  hits.filter(
    (hit) =>
      !/(?:说是?|答应|承诺|讲|没|没有|还没|不|不肯|拒绝)$/.test(plain.slice(Math.max(0, hit.start - 3), hit.start)),
  );

/** "grave": someone is in danger or being robbed; such a message is never merely a question. */
export type RiskWeight = "none" | "some" | "grave";

export interface ActReading {
  act: Act;
  confidence: number;
}

/**
 * What the message does. Anger at something that went wrong is a complaint even in the form of a
 * question; sarcastic praise is a complaint; a neutral question stays one.
 */
export function findAct(
  plain: string,
  hits: Hits,
  intents: readonly Intent[],
  risk: RiskWeight,
  emotional: boolean,
  /** A reason of complaint was found in the words. */
  grievance: boolean,
  /** Something of the bank's business is named. */
  banking: boolean,
  /** The message answers a question of the bot's. */
  answering: boolean,
): ActReading {
  const wants = (intent: Intent) => intents.includes(intent);
  let complaint =
    scoreOf(standing(plain, hits.of("act.complaint"))) + (risk === "none" ? 0 : 2) + (emotional ? 1.5 : 0);
  const questionMark = plain.includes("?");
  const rhetorical = RHETORICAL.test(plain);
  const question = rhetorical
    ? 0
    : hits.score("act.question") +
      (questionMark ? 1 : 0) +
      (VERB_NOT.test(plain) || HOW_END.test(plain) || HOW_TO.test(plain) || ASKS_HOW.test(plain) || A_NOT_A.test(plain)
        ? 2
        : 0);
  const praise = hits.score("act.praise");
  const request = scoreOf(own(plain, hits.of("act.request"))) + (IMPERATIVE.test(plain) ? 2 : 0);
  const suggestion = hits.score("act.suggestion") + (PROPOSES.test(plain) ? 3 : 0);
  const howTo = !rhetorical && (HOW_TO.test(plain) || SUPPOSED.test(plain) || HOW_END.test(plain));
  const bankTouched = grievance || complaint > 0 || risk !== "none" || emotional;
  // Faces and marks alone say how, not what.
  if (!/[\p{L}\p{N}]/u.test(plain)) return { act: "unclear", confidence: 0.5 };
  if (GREETING.test(plain)) return { act: "chitchat", confidence: 0.9 };
  if (BOT_ASKED.test(plain)) return { act: "question", confidence: 0.8 };
  if (hits.has("act.small-talk") && !bankTouched && request === 0) return { act: "chitchat", confidence: 0.75 };
  if (rhetorical && (bankTouched || plain.length > 6)) complaint = Math.max(complaint, 3);
  else if (!howTo && (REPROACH.test(plain) || (grievance && WHAT_FOR.test(plain)))) complaint = Math.max(complaint, 3);

  if (hits.has("act.report") && complaint < 6 && !hits.has("act.own-claim")) return { act: "report", confidence: 0.8 };
  if (hits.score("act.sarcasm") >= 4) return { act: "complaint", confidence: 0.75 };
  if (hits.has("act.sarcasm") && (complaint >= 1.5 || emotional || (praise > 0 && hits.has("act.own-claim"))))
    return { act: "complaint", confidence: 0.75 };
  if (praise >= 3 && complaint < 2) return { act: "praise", confidence: 0.8 };
  if (praise >= 3 && complaint >= 2) return { act: "complaint", confidence: 0.65 };
  if (SCAM_ASKED.test(plain) && !FIRST_PERSON_HARM.test(plain)) return { act: "question", confidence: 0.6 };
  if (risk === "grave") return { act: "complaint", confidence: 0.8 };
  if (wants("settled") && complaint < 4 && question < 2) return { act: "unclear", confidence: 0.6 };
  if (wants("withdraw") || (wants("wants-human") && complaint < 4)) return { act: "request", confidence: 0.75 };
  if (wants("case-status") && complaint < 4) return { act: "question", confidence: 0.75 };
  if (wants("why-asked") && complaint <= 3.5 && risk === "none" && !grievance)
    return { act: "question", confidence: 0.6 };
  // "之前说的1200不对，应该是1180" puts a number right.
  if (
    wants("correct") &&
    complaint <= 3 &&
    risk === "none" &&
    !grievance &&
    !emotional &&
    question < 2 &&
    plain.length <= 40
  )
    return { act: "unclear", confidence: 0.5 };
  if (suggestion >= 3 && complaint < 4) return { act: "suggestion", confidence: 0.75 };
  const plainQuestion =
    PLAIN_QUESTION.test(plain) && question >= 1 && !PERSONAL.test(plain) && !ANGER.test(plain) && !REPROACH.test(plain);
  if (plainQuestion && risk === "none" && !emotional && !rhetorical) complaint = Math.min(complaint, 1);
  if (howTo && risk === "none" && !emotional && !FIRST_PERSON_HARM.test(plain)) complaint = Math.min(complaint, 1);
  if (questionMark && complaint >= 1.5 && complaint < 3 && ANGER.test(plain)) complaint = 3;
  if (complaint >= 3) return { act: "complaint", confidence: Math.min(0.95, 0.6 + complaint * 0.06) };
  // A long account with some cues of trouble tells what happened, whatever it asks on the way.
  if (complaint >= 1.5 && plain.length > 160) return { act: "complaint", confidence: 0.6 };
  // "能不能缓一缓", "could you send me": asked for, not asked about.
  if (request >= 3 && request >= question) return { act: "request", confidence: 0.65 };
  if (question >= 2) return { act: "question", confidence: 0.7 };
  if (request >= 2) return { act: "request", confidence: 0.7 };
  // Told in the past or as a failure, a reason to complain is a complaint, however calm the words.
  if (grievance && TOLD.test(plain) && question < 2 && !howTo && request < 2 && suggestion < 3)
    return { act: "complaint", confidence: 0.55 };
  if (complaint >= 1.5 && !questionMark) return { act: "complaint", confidence: 0.5 };
  if (question >= 1 && plain.length > 2) return { act: "question", confidence: 0.5 };
  if (hits.has("act.chitchat") || wants("thanks") || wants("goodbye")) return { act: "chitchat", confidence: 0.7 };
  // Nobody comes to a bank's complaint desk to tell calmly that something was or was not so: whoever tells at length
  // complains. Shorter or without a no in it, it may be the first half of anything.
  if (
    !answering &&
    plain.length >= 8 &&
    (banking || grievance || ADDRESSED.test(plain)) &&
    AGAINST.test(plain) &&
    !INTRODUCES.test(plain) &&
    !WOULD_LIKE.test(plain) &&
    question === 0 &&
    request < 2
  )
    return { act: "complaint", confidence: 0.45 };
  return { act: "unclear", confidence: 0.4 };
}
