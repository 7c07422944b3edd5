/** Whether a rephrasing asks what its template asks: that one thing, once, and nothing else. */
import type { SayAct } from "./acts.ts";
import { added } from "./conduct-kept.ts";
import type { FactName } from "./reading.ts";

/** Words by which each fact is asked for; simplified, lower case. */
const FACT_WORDS: Readonly<Record<FactName, RegExp>> = {
  occurred:
    /什么时候|何时|哪[一]?天|几点|几号|时间|日期|更早|\bwhen\b|\b(?:what|which) (?:day|time|date)|\btime\b|\bdate\b|\bearlier/u,
  place:
    /哪[一]?(?:个|家)?(?:网点|支行|分行)|哪[一]?台|哪儿|哪里|网点名|地方|地址|路名|哪条路|哪个区|位置|什么路|\bwhere\b|\bbranch|\bmachine|\bstreet|\bpart of town|\bspot\b/u,
  amount:
    /多少钱|金额|几百|数额|(?:估摸|一共|大概)有?多少|\bhow much|\bamount|\bfigure|\bcome to in all|\bguess\b|\bhundreds/u,
  counterparty:
    /对方|和谁|跟谁|(?:一方|那一方)是谁|商户|商家|收款|付款|\bother (?:side|party)|\bpaid (?:to|by)|\bbusiness\b|\bpart of the name|\bwho was\b/u,
  product: /产品|哪一款|哪款|买的是|\bproduct|\bwhich (?:one|sort)|\bcall it\b/u,
  staff: /哪[一]?位|谁接待|是谁接|工号|窗口|工作人员|\bstaff|\bserved|\bdealt|\bcounter\b|\blobby/u,
  "transaction-ref": /流水|\breference|\bsee it there|\bhave it\b/u,
  duration: /多久|多长时间|几分钟|\bhow long|\bminutes/u,
  count:
    /几次|多少次|几回|头一回|头一次|多少人|两三次|十来个|\bhow many|\bhow often|\bfirst time|\bthree times|\babout ten/u,
  evidence:
    /截图|凭证|回单|照片|短信|小票|录音|材料|\bscreenshot|\breceipt|\bphoto|\bslip\b|\brecording|\banything now/u,
  "case-ref": /编号|反映的|\bnumber|\breport/u,
  authority: /授权|关系|替谁|本人知道|\bauthority|\brelated|\bspeaking for|\bknow about/u,
  "desired-outcome":
    /希望|想要|怎么解决|结果|怎样处理|怎么处理|哪一步|最在意|\blike us to|\boutcome|\bwant\b|\bput this right|\bhow far|\bmatters\b|\brefund/u,
  "card-tail": /(?:后|末尾?|最后)四位|\blast four digits|\bwhich card/u,
  "account-tail": /(?:后|末尾?|最后|末尾)四位|\blast four digits|\bwhich account/u,
  person: /称呼|贵姓|姓名|名字|姓什么|留个姓|\bname\b|\baddress you|\bcall you|\bsurname/u,
  phone: /电话|手机号|号码|\bphone|\ba number|\breach you|\bhow can my colleague|\bwhich one shall/u,
  "contact-time": /什么时候|几点|哪段时间|上午|白天|\bwhen\b|\btime\b|\bdaytime|\bmorning|\bsuits/u,
};

/** Words of the other questions that a rephrasing may ask. */
const ACT_WORDS: Partial<Record<SayAct["act"], RegExp>> = {
  encourage: /什么|哪|怎么|\bwhat\b|\bwhich\b|\bhow\b/u,
  "person-how": /什么|哪|怎么|\bwhat\b|\bwhich\b|\bhow\b/u,
  "ask-what-is-wrong": /哪|什么|怎么|\bwhat\b|\bwhich\b/u,
  "ask-anything-else": /别的|还有|补充|其他|\belse\b|\banything|\bmore\b|\badd\b/u,
  "ask-status-number": /编号|\bnumber/u,
  "ask-status-proof": /四位|\blast four/u,
};

/** A question that goes without its mark. */
const UNMARKED =
  /吗|请问|(?:是多少|是什么|是哪[个天里位家]|几点|贵姓)|\b(?:could|can|would|may|do|did|are) (?:you|i)\b/giu;

const marks = (text: string): number => text.match(/[?？]/gu)?.length ?? 0;

/**
 * What is wrong with the question, or null. `question`: another number of questions, or something else is asked.
 * `asked-fact`: what the template asks for isn't named. Both texts plain, lower case.
 */
export function checkQuestion(
  template: string,
  rephrased: string,
  acts: readonly SayAct[],
): "question" | "asked-fact" | null {
  const [wanted, found] = [marks(template), marks(rephrased)];
  if (wanted === 0 ? found > 0 : found < 1 || found > wanted) return "question";
  if (wanted === 0) return added(rephrased, template, UNMARKED).length > 0 ? "question" : null;
  for (const act of acts) {
    const words = act.act === "ask" ? FACT_WORDS[act.name] : ACT_WORDS[act.act];
    if (words?.test(template) && !words.test(rephrased)) return "asked-fact";
  }
  const asking = rephrased.split(/(?<=[。!！;；\n]|\. )/u).filter((sentence) => marks(sentence) > 0);
  const asksElse = Object.values(FACT_WORDS).some(
    (words) => !words.test(template) && asking.some((sentence) => words.test(sentence)),
  );
  return asksElse ? "question" : null;
}
