import type { Act, Intent } from "../../flows/reading.ts";
import type { Hit, Hits } from "./scan.ts";
import { scoreOf } from "./scan.ts";

/** "不投诉了", "没有投诉", "怎么投诉": the word is there, the complaint is not. */
const NO_COMPLAINT_BEFORE =
  /(?:不|没|没有|不想|不是(?:来|要)?|取消|撤销|撤回|怎么|如何|哪里|在哪|not|don't|never|withdraw my|how (?:do|can) i (?:make|file|lodge)?|where (?:do|can) i) ?(?:a )?$/;
const HOW_TO =
  /(?:怎么|如何|怎样|咋|哪里|在哪里?|可以)(?:才能)?(?:办理?|提高|申请|开通|查|改|修改|设置|注销|激活|取消|关闭|绑|解|打印|下载|补|预约|操作|提|投诉|避免|防止?|防范|预防|处理|领|调|挂失)|会(?:不会)?被[^,，。!?]{0,8}吗|需要什么|要带什么|需要哪些|什么条件|什么材料|what documents|how (?:do|can|to|should|would) (?:i )?|what should i do|where can i|what happens if/;
const SUPPOSED = /(?:如果|假如|要是|万一|假设|会不会|if (?:my|i|the|a|someone)|what if|in case)/;
const FIRST_PERSON_HARM =
  /(?:我的?(?:卡|钱|账户|存款|余额|信用卡)?(?:已经)?被|扣了?我|骗了?我|不是我|我.{0,6}(?:没收到|没到账|丢了|少了)|my (?:card|account|money) (?:was|has been|is)|i was|i've been|i have been)/;
/** "知道吗", "合理吗", "不是骗人吗", "至于吗": nobody wants an answer. */
const RHETORICAL =
  /(?:至于|合理|像话|合适|良心|应该|对得起|说得过去|知道|晓得|好意思|过分|讲理|配|不是(?:骗|坑|抢|欺负|耍|逗|扯|胡|糊弄)[^,，。!?]{0,6})(?:吗|么|嘛)|像什么话|什么道理|(?:什么|啥)叫(?!做)|气(?:人)?不气人|难道|莫非|岂不|岂有|is (?:this|that) (?:a joke|fair|normal|how you)|are you (?:kidding|serious)|why on earth|what on earth/;
/** "怎么还" is how to repay; "怎么还没" reproaches. */
const REPROACH =
  /(?:怎么|咋|为啥|为什么|干嘛)(?:还(?:没|不|在|是|要|有|会)|没|又|就|老|总|只|才|连|都|不(?:让|给|能|是|行|早|提前)|要等|这么|那么|变|少|多(?:收|扣)|被|给我|收我|扣我)/;
/** "靠谱不", "到了没有": a question without its mark. */
const VERB_NOT = /[\u4e00-\u9fff][^,，。!?都也还就从绝并根本我你没不]\s?(?:不|没有|没|否)[?。~ ]*$/;
const HOW_END =
  /(?:怎么|咋|咋个|点样)(?:收|算|还|办|取|弄|查|用|走|换|交|赔|退|写|填|改|领|开|存|转)(?:费|法)?(?:的|啊|呀|呢|吗|嘛)?(?=[?,，。!]|$)|(?:一般|通常|正常)[^,，。]{0,4}(?:多久|多少|几天|怎么|要)/;
/** The writer's own means fall short: no fault of the bank's. */
const OWN_INABILITY = /^[还付交供](?:不(?:上|起|了)|.{0,3}不起)/;
/** Something has happened, or fails to: a story, not a topic. */
const TOLD = /[了没不被]|过[我,，。!]|\b(?:was|were|had|have|has|got|did|didn't|n't|took|never|not|no)\b/;
/** Nothing of the bank's is meant. */
const GREETING =
  /^(?:在(?:吗|不在|么|不)|有人(?:吗|么|在吗)|哈[喽啰]|嗨+|喂+|早+|早安|晚安|hi+|hiya|hey+|hello+|yo|howdy|greetings)[!?。~,， ]*$/;
/** "是不是骗子", "is this text a scam?": wants to know before anything happened. */
const SCAM_ASKED =
  /(?:是不是|是否|会不会是|是)(?:骗子|诈骗|骗局|骗人的|真的)(?:吗|啊|呀|呢)?(?:[?。]|$)|(?:is|was) (?:this|that|it)[^.!?]{0,60}(?:a scam|real|genuine|legit|fake|phishing)/;
const ANGER = /[!]|到底|凭什么|居然|竟然|又|怎么(?:还|又|就|能|可以)|什么意思|搞什么|搞的|有没有搞错/;

function standing(plain: string, hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(
    (hit) =>
      !NO_COMPLAINT_BEFORE.test(plain.slice(Math.max(0, hit.start - 16), hit.start)) &&
      !OWN_INABILITY.test(plain.slice(hit.start, hit.end)),
  );
}

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
): ActReading {
  const wants = (intent: Intent) => intents.includes(intent);
  let complaint =
    scoreOf(standing(plain, hits.of("act.complaint"))) + (risk === "none" ? 0 : 2) + (emotional ? 1.5 : 0);
  const questionMark = plain.includes("?");
  const rhetorical = RHETORICAL.test(plain);
  const question = rhetorical
    ? 0
    : hits.score("act.question") + (questionMark ? 1 : 0) + (VERB_NOT.test(plain) || HOW_END.test(plain) ? 2 : 0);
  const praise = hits.score("act.praise");
  const request = hits.score("act.request");
  const suggestion = hits.score("act.suggestion");
  const howTo = !rhetorical && (HOW_TO.test(plain) || SUPPOSED.test(plain) || HOW_END.test(plain));
  const bankTouched = grievance || complaint > 0 || risk !== "none" || emotional;
  if (GREETING.test(plain)) return { act: "chitchat", confidence: 0.9 };
  if (hits.has("act.small-talk") && !bankTouched && request === 0) return { act: "chitchat", confidence: 0.75 };
  if (rhetorical && (bankTouched || plain.length > 6)) complaint = Math.max(complaint, 3);
  else if (!howTo && REPROACH.test(plain)) complaint = Math.max(complaint, 3);

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
  if (suggestion >= 3 && complaint < 4) return { act: "suggestion", confidence: 0.75 };
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
  return { act: "unclear", confidence: 0.4 };
}
