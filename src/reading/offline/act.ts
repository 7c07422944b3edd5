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
const ANGER = /[!]|到底|凭什么|居然|竟然|又|怎么(?:还|又|就|能|可以)|什么意思|搞什么|搞的|有没有搞错/;

function standing(plain: string, hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit) => !NO_COMPLAINT_BEFORE.test(plain.slice(Math.max(0, hit.start - 16), hit.start)));
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
): ActReading {
  const wants = (intent: Intent) => intents.includes(intent);
  let complaint =
    scoreOf(standing(plain, hits.of("act.complaint"))) + (risk === "none" ? 0 : 2) + (emotional ? 1.5 : 0);
  const questionMark = plain.includes("?");
  const question = hits.score("act.question") + (questionMark ? 1 : 0);
  const praise = hits.score("act.praise");
  const request = hits.score("act.request");
  const suggestion = hits.score("act.suggestion");
  const howTo = HOW_TO.test(plain) || SUPPOSED.test(plain);

  if (hits.has("act.report") && complaint < 6 && !hits.has("act.own-claim")) return { act: "report", confidence: 0.8 };
  if (hits.score("act.sarcasm") >= 4) return { act: "complaint", confidence: 0.75 };
  if (hits.has("act.sarcasm") && (complaint >= 1.5 || emotional || (praise > 0 && hits.has("act.own-claim"))))
    return { act: "complaint", confidence: 0.75 };
  if (praise >= 3 && complaint < 2) return { act: "praise", confidence: 0.8 };
  if (praise >= 3 && complaint >= 2) return { act: "complaint", confidence: 0.65 };
  if (risk === "grave") return { act: "complaint", confidence: 0.8 };
  if (wants("withdraw") || (wants("wants-human") && complaint < 4)) return { act: "request", confidence: 0.75 };
  if (wants("case-status") && complaint < 4) return { act: "question", confidence: 0.75 };
  if (suggestion >= 3 && complaint < 4) return { act: "suggestion", confidence: 0.75 };
  if (howTo && risk === "none" && !emotional && !FIRST_PERSON_HARM.test(plain)) complaint = Math.min(complaint, 1);
  if (questionMark && complaint >= 1.5 && complaint < 3 && ANGER.test(plain)) complaint = 3;
  if (complaint >= 3) return { act: "complaint", confidence: Math.min(0.95, 0.6 + complaint * 0.06) };
  // A long account with some cues of trouble tells what happened, whatever it asks on the way.
  if (complaint >= 1.5 && plain.length > 160) return { act: "complaint", confidence: 0.6 };
  if (question >= 2) return { act: "question", confidence: 0.7 };
  if (request >= 2) return { act: "request", confidence: 0.7 };
  if (complaint >= 1.5 && !questionMark) return { act: "complaint", confidence: 0.5 };
  if (question >= 1 && plain.length > 2) return { act: "question", confidence: 0.5 };
  if (hits.has("act.chitchat") || wants("thanks") || wants("goodbye")) return { act: "chitchat", confidence: 0.7 };
  return { act: "unclear", confidence: 0.4 };
}
