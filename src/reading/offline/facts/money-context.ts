/** Whether a number is money, by its sign and by the words around it. */
import { type FactSource, overlaps } from "./draft.ts";
import type { Candidate } from "./money-figures.ts";

/** A number followed by one of these counts something else. */
const OTHER_UNIT =
  /^ ?(?:多|来|几)?(?:个(?!亿)|下(?![来去面])|次(?!日)|天|人(?!民)|张|笔|年|月|[日号]|点|分|小时|秒|度|股|条|封(?!了)|家(?![底产当用里人])|位|岁|周(?!转)|期(?!货)|积分|%|％|‰|倍|米|公里|里(?!面|边|有|还|头)|斤|克|公斤|千克|吨|亩|平(?!台)|步|遍|趟|份|户(?!口)|台|件|字|通(?!过)|名|回(?![来去到])|级|楼|层|室|栋|路(?!上)|星|时(?!候)|线(?![下上])|成(?![了为功])|折(?![合算现])|厘|基点|bp|只(?=[,，。!?鸡羊猪股基镯手鞋眼])|支(?![付取出])|双|套(?![现路牢])|部(?!分)|辆|瓶|盒|箱|枚|句|页|篇|兆|升|瓦|伏|毫|厘米|强|转(?=[,，。!]|$)|赞|评论|粉丝|关注|播放|浏览|辈|行(?=[,，。]|代码)|种|项|粉(?=[,，。]|$)|碗|片|段(?!时)|豆|颗|粒|根|盘|杯|桶|捆|串|滴|节|圈|针|卷|沓|摞|拍|币(?=[,，。]|$)|轮|届|代(?=人)|层|班|声|口(?=人)|桌|群|票(?!据)|车(?!款|贷)|老(?=人)|多个|g(?![a-z])|mb|kb|gb|times?|days?|hours?|minutes?|seconds?|weeks?|months?|years?|people|customers|users|transactions?|calls?|points?|miles|km|pm|am|percent|per cent|st |nd |rd |th)/;
const MONEY_VERB =
  /(?:刷|扣|转|取|存|花|亏|吃|还差|只差|返|立减|减免|滚到|跌到|拿回|取回|退回|收回|到手|损失|还|充|收|付|少|汇|消费|支出|划|赔|退|借|贷|欠|交|缴|投|骗|偷|盗|卷|吞|垫|押|罚|捐|寄|贴|领|砍到|降到|涨到|提到|减到|说好|讲好|攒|赚|挣|赢|输|花费|一共|总共|共计|合计|总计|共|本金|卖|卖到|值|剩|损|显示|入账|到账|进账|出账|变成|只有|才有|才给|只给|就给)(?:了|走|掉|出|入|到|给|我|他|她|你|它|们|去|的|是|为|有|现|成|来|满|大概|差不多|约|大约|将近|近|快|整整|满|足|够|:| |款|费|账|进去|给我|回|足足|至少)*$/;
/** "上门费1200", "定金5000", "余额只剩300": a noun of money right before. */
const MONEY_NOUN =
  /(?:费用?|罚息|利息|金额|总额|余额|差额|额度|限额|限额?是|全额|账单|保证金|违约金|滞纳金|定金|订金|押金|奖金|租金|本金|佣金|年金|尾款|首付|月供|工资|薪水|房租|货款|欠款|贷款|罚款|退款|存款|借款|工程款|收入|支出|保额|保费|报价|标价|单价|价格|售价|积蓄|彩礼|学费|现金|一笔|两笔|每笔|单笔|每月|每个月|每期|每次|每下|每单|每回|一次|一个月|这笔|那笔)(?:了|是|为|从|只有|只剩|还剩|剩|共|有|才|就|要|得|也|都|涨到|降到|大概|差不多|大约|约|:| )*$/;
const ENGLISH_VERB =
  /(?:charged?|paid|pay|down|short|minus|payment|transaction|charge|withdrawal|purchase|lost|took|taken|withdrew|withdraw|transferred|transfer|sent|spent|deducted|debited|credited|received|deposit(?:ed)?|invested|wired|moved|borrowed|repaid|stole|stolen|gave|refund(?:ed)?|owed?|amount|total|balance|fee|cost|costs|worth|it was|got|get)(?: me| us| my account| them| him| her| of| is| was| about| over| around| almost| nearly| approximately| exactly| only| just| back|:| out)* ?$/;
/** What follows a sum that stands alone in English: the sentence goes on, nothing is counted. */
const ENGLISH_AFTER =
  /^(?: ?[^a-z\d \u4e00-\u9fff%]| (?:and|or|but|to|for|from|out|in|into|on|is|was|were|has|had|gone|which|that|short|by|each|back|already|missing|yesterday|last|today|instead|at|with|when|because|though|while|so|then|via|through|without|of (?:it|my|mine|them|the)|more|left|i|we|my|you|he|she|they|never|there)(?![a-z])| ?$)/;
const REFERENCE_BEFORE =
  /(?:尾号|后四位|末四位|卡号|账号|单号|编号|工号|电话|热线|流水号|拨打|致电|代码|房间|验证码|密码|区号|邮编|(?<![a-z])(?:ending(?: in| with)?|last four|no\.?|number|room|id|code|r|c))[^\d]{0,4}$/;
/** "万一", "百分之", ages and points: numbers of another kind. */
const OTHER_BEFORE =
  /(?:[百千万十]分之|补充|的人|粉丝|年化|利率|费率|收益率|点赞破?|转发|阅读破|关注|人数|阅读量?|播放量?|步数|里程|人口|用户|积分|活着|活到|活了|年纪|岁数|高龄|年龄|第|周岁|今年|得分|打分|评分|星级)(?:都|是|有|快|已经|了)?$/;
/** "转给骗子49999". Four digits could be the tail of a card. */
const SENT_TO = /[转汇付打借](?:了|给)+[^,，。!?\d号]{1,6}$/;
/** "5800不是手续费，是本金", "6999的手机", "168扣两回了". */
const NAMED_AFTER =
  /^(?:的)?(?:那|这)笔|^一笔|^的(?:账单|消费|扣款|转账|费用?|款|定金|订金|押金|红包|盲盒|券|手机|会员|东西|货)|^(?:也|就|又|都|全|刚)*被?(?:扣|刷走|转走|划走|没了|没到账|没退|退了|不剩|一分不剩|不见|出去了|飞了)|^(?:才|就)?(?:不是|是)(?:的|我的)?(?:手续费|本金|利息|保费|年费|工资|货款|定金|押金|违约金|罚息|房租|学费|退款|余额)/;

/** A number that ends a clause, right behind a thing or a place: "一碗面28", "加油820". */
const BEHIND_THING =
  /[\u4e00-\u9fff](?<![打拨号码话到给线编第的诉报举谷歌用铁交间馆楼路年月型误本是在级拿去来出示错开站群成班报机代])$/;

/** "一分钱一分货", "没收到一分钱", "不值一毛": idioms. */
const NOTHING_BEFORE =
  /(?:没|没有|未|不|别想|休想|哪怕|连|分文)(?:再|敢|能|会|肯|想|用|得)?(?:值|花|收|要|给|赚|挣|退|出|有|拿|到手|过|赔|见|说|差|多|少|动|付|还|欠)*(?:到|过|我|你|你们|他们|他|她)*$|没[^,，。!?]{1,10}过$/;
const HOTLINE = /^(?:12378|12345|12315|12363|12300|12321|110|120|119|9[56]\d{3}|100(?:86|10|00))$/;
const NOT_A_CENT = /(?:\bnot|\bwithout|\bnever|\bno|\bevery|\bsingle|\beven)(?: \w+){0,3} ?$/;

function idiom(text: string, before: string, after: string): boolean {
  // "一块去", but "一块的", "一块钱".
  if (/^一(?:块|毛|角|刀)$/.test(text) && !/^(?:[钱二两三四五六七八九\d、]|的(?:[一五十硬纸毛零、,，]))/.test(after))
    return !MONEY_VERB.test(before) && !MONEY_NOUN.test(before);
  if (/^一(?:毛|分|块|角)钱?$/.test(text))
    return /^(?:都|也|没|不|一[分块]货|[转取拿花][不没])/.test(after) || NOTHING_BEFORE.test(before);
  if (/^(?:a|one) (?:single )?(?:cent|dollar|pound|yuan|buck|quid|euro|kuai)s?$/.test(text))
    return NOT_A_CENT.test(before);
  return text === "三百六十" && after.startsWith("行");
}

const NOT_BUT = /(?:不是|并非|\bnot) ?(\d[\d,.]*)(?:元|块)?[,，;]? ?(?:(?:而|应该)?是|but|it's|it was)? ?$/;
/**
 * "之前说的1200不对，应该是1180": a number put right by another. Four digits each could be the tail of a card,
 * unless one of them is round.
 */
function putRight(plain: string, start: number, text: string): boolean {
  if (!/\d/.test(text) || text.startsWith("0") || /尾号|后四位|卡号|电话|手机|单号|ending|card|phone/.test(plain))
    return false;
  const before =
    /(\d[\d,.]*) ?(?:不对|错了?|有误|不是|is wrong|was wrong|is not right)[^\d]{0,16}(?:是|为|be|is|was) ?$/.exec(
      plain.slice(Math.max(0, start - 40), start),
    ) ?? NOT_BUT.exec(plain.slice(Math.max(0, start - 40), start));
  if (!before || (text.length < 3 && !/[.,]/.test(text))) return false;
  const other = before[1] ?? "";
  return !/^\d{4}$/.test(text) || !/^\d{4}$/.test(other) || text.endsWith("0") || other.endsWith("0");
}

const SPENT = /[买刷扣付花盗骗]|消费|交易|支付|收款|转[走出账了]|bought|paid|charged|spent|stolen/;
const RATED = /年化|利率|费率|收益率|牌价|净值|版本|汇率/;
/** "买了金镯子，13888": a clause that is only a number, in a text about buying or losing money. */
function aloneInClause(plain: string, before: string, text: string, after: string): boolean {
  if (!/^(?:\d{4,6}|\d{2,6}\.\d{1,2})$/.test(text) || text.startsWith("0") || /^(?:95|12[13]|100)\d{2,3}$/.test(text))
    return false;
  if (!/[,，。:;]$/.test(before.trimEnd()) || !/^ ?(?:[,，。!?;]|$)/.test(after)) return false;
  if (text.length === 4 && /尾号|卡|号码|ending|card/.test(plain)) return false;
  return SPENT.test(plain);
}

type Verdict = "money" | "number" | "no";

/** Whether a candidate is money; "number" is a bare one that could repeat a sum named elsewhere. */
export function judge(
  candidate: Candidate,
  source: FactSource,
  taken: readonly { start: number; end: number }[],
): Verdict {
  const { plain } = source;
  const { start, end, unit, sign, scaled, grouped } = candidate;
  const text = plain.slice(start, end);
  const before = plain.slice(Math.max(0, start - 16), start);
  const after = plain.slice(end, end + 12);
  if (idiom(text, before, after)) return "no";
  if (sign !== undefined || unit !== undefined) return "money";
  if (overlaps(taken, start, end)) return "no";
  if (/^(?:40[0-9]|50[0-9])$/.test(text) && /报错|错误|页面|链接|打不开|登录|点进/.test(plain)) return "no";
  if (HOTLINE.test(text) || /还是$/.test(before)) return "no";
  // "年化4.2，到期只给1.8": a rate beside a rate.
  if (/^\d{1,2}(?:\.\d+)?$/.test(text) && source.asking !== "amount" && RATED.test(plain)) return "no";
  if (/^0\.\d+$/.test(text) && source.asking !== "amount") return "no";
  if (OTHER_UNIT.test(after) || OTHER_BEFORE.test(before)) return "no";
  if (!scaled && !grouped && REFERENCE_BEFORE.test(before)) return "no";
  if (/^(?:[-/:.]\d|[a-z])/.test(after) || /[a-z\d][-_]?$/.test(before)) return "no";
  // A bare one, 俩, 五: too little to be a sum.
  if (/^[一二两俩三仨四五六七八九零〇十拾0]$/.test(text) && !(source.asking === "amount" && text !== "一")) return "no";
  if (source.asking === "amount") return /^0\d/.test(text) ? "no" : "money";
  // "二百五" without a verb of money calls names.
  if (/^[二两]百五$/.test(text)) return MONEY_VERB.test(before) || MONEY_NOUN.test(before) ? "money" : "no";
  if (scaled) return /^[一两]?百分|^几/.test(text) || /^分之/.test(after) ? "no" : "money";
  if (putRight(plain, start, text)) return "money";
  const figures = /^[\d,.]{2,}$/.test(text) && !/^0\d/.test(text);
  const tail = /^\d{4}$/.test(text);
  // Four digits could be the tail of a card.
  if (figures && NAMED_AFTER.test(after) && (!tail || !/尾号|卡/.test(plain))) return "money";
  if (MONEY_VERB.test(before)) return "money";
  if (/\d|[十百]/.test(text) && MONEY_NOUN.test(before) && !/^0\d/.test(text)) return "money";
  const english = ENGLISH_AFTER.test(after) && /^[^\u4e00-\u9fff]*$/.test(before);
  if (english && (ENGLISH_VERB.test(before) || (grouped && /\d/.test(text)))) return "money";
  if (/^\d{3}$|^[1-9]\d{4,6}$/.test(text) && SENT_TO.test(before) && /^(?:[,，。!?;了]|$)/.test(after)) return "money";
  // "8,888就出去了", "15.99 15.99": figures that are written as money only.
  if (figures && (grouped || (/\d\d\.\d\d$/.test(text) && SPENT.test(plain) && !RATED.test(plain)))) return "money";
  if (
    /^\d{3,6}$/.test(text) &&
    figures &&
    BEHIND_THING.test(before) &&
    /^ ?(?:[,，。!?;]|$)/.test(after) &&
    SPENT.test(plain) &&
    (!tail || !/尾号/.test(plain))
  )
    return "money";
  if (aloneInClause(plain, before, text, after)) return "money";
  return "number";
}
