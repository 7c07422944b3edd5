/**
 * Risks to the writer or someone they write for. A word alone is none: what is denied, supposed,
 * asked about as a rule, told of strangers or merely an idiom is taken back here.
 */
import type { RiskFinding, RiskSlug } from "../../flows/reading.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import { findStories } from "./frames.ts";
import { IDIOMS } from "./lexicon/idioms.ts";
import type { Hit, Hits } from "./scan.ts";

type RiskDraft = Omit<RiskFinding, "text">;

const DENIED =
  /(?:不会|不想|没想|没有想|没有要|并没有|没有|没|别|不要|不用|不是|并不是|又不会|也不会|不至于|不打算|不准备|从来不|还没到|无需|没必要|不必|不会去|不可能|绝不会|not|never|don't|do not|didn't|won't|will not|wouldn't|isn't|wasn't|am not|i'm not|no intention of|not going to|haven't|hasn't|without)(?:再|去|真的?|要|想|被|遭|说|打算|准备|遇到|发生|什么|任何|过|出现|a|the|any|been|be|to|going to|really| )*$/;
const SUPPOSED =
  /(?:如果|假如|要是|万一|假设|倘若|若是|会不会|怕(?:被|会)?|担心(?:被|会)?|以防|防止|防范|预防|避免|怎么防|如何防|什么是|什么叫|啥叫|谨防|当心|小心|警惕|提醒|\bif (?:it )?$|what if|in case|what happens if|if (?:my|i|the|a|an|someone|anyone|you)|how (?:do|can|to) (?:i |we |you )?(?:avoid|prevent|protect|stop)|to avoid|to prevent|protect (?:me |myself |my card )?(?:from|against)|afraid of|worried about being|what is (?:a|an)|could be|might be)/;
const RULE_ASKED =
  /^函?(?:是什么|什么意思|怎么防|如何防|怎么避免|怎么预防|有哪些|的(?:规定|条件|流程|标准|定义|概率|风险)|险(?:怎么|多少)|保险|保障|属于|算不算|可以(?:解|申请)|会(?:怎么|怎样|如何))/;
const OTHERS =
  /(?:新闻|电视剧|电视里|电视上|电影|小说|网上说|网上看|网友|报道|听说|听人说|据说|抖音(?:上)?(?:看|刷)到|朋友圈(?:里)?看|看到(?:别人|有人|一个|网)|别人(?:家)?|有人说|有些人|同事说|隔壁|邻居|案例|故事|短剧|剧里|片子|宣传|讲座|课上|in the news|on the news|a (?:movie|film|tv show|drama|novel)|tv (?:series|drama|show)|i (?:read|heard|saw) (?:that|about|on|in)|people say|someone else's)/;
/** Those a customer writes for: their harm is the writer's. */
const NEAR =
  /(?:我妈|我爸|母亲|父亲|妈妈|爸爸|老公|老婆|丈夫|妻子|儿子|女儿|孩子|奶奶|爷爷|外婆|外公|姥姥|姥爷|老伴|家人|爱人|岳母|岳父|婆婆|公公|我朋友|我家|我的|我(?:也|就|自己|这)|\bmy\b|\bmine\b|\bour\b)/;
/** What the phrase says by itself cannot be denied by a 不 or 没 before it. */
const OWN_NEGATION: ReadonlySet<RiskSlug> = new Set(["repeat", "vulnerable"]);
/** An intention to go to a regulator or to court is a signal also as a condition: "再不处理我就找12378". */
const CONDITIONAL_COUNTS: ReadonlySet<RiskSlug> = new Set([
  "regulator",
  "media",
  "litigation",
  "violence",
  "self-harm",
  "group-action",
  "minor",
  "vulnerable",
  "paid-agent",
  "repeat",
]);
/** "要不是没办法我也不会投诉": a threat stays one however it is wrapped. */
const THREAT: ReadonlySet<RiskSlug> = new Set(["regulator", "media", "litigation"]);
const NO_THREAT =
  /(?:不想|不会|没想|不打算|不用|没必要|不至于|暂时不|先不|没有)(?:去|找|走|要|真的|到|向|打|再|闹到)*$/;
/** "会被冻结吗", "will my account be frozen?": asks what could happen. */
const FUTURE_BEFORE = /(?:会|会不会|可能|不会|是否会?|要不要|能不能)(?:被|因此|影响|因为这个)*$/;
const FUTURE_ENGLISH = /\b(?:will|would|can|could|does) (?:my|i|you|the|it|they|a)\b/;
/** The writer's own trade or a service by that name. */
const TRADE_BEFORE =
  /(?:我(?:先生|老公|爱人|老婆|儿子|女儿|哥|弟|姐|妹|爸|妈|朋友)?(?:是|在|做|当|学|干)(?:个|一名|一个|过)?|(?:工作|上班|任职)(?:是|在|于)|单位是|开(?:的)?(?:通|办)?|关注(?:了)?|下载(?:了)?|在)$/;
const TRADE_AFTER =
  /^(?:上班|工作|任职|实习|的?(?:家属|宿舍|工资|公积金|员工|公务员)|专业|事务所(?:上班|工作)|附近|对面|旁边|门口|路|站|充值|会员|支付|月付|小店|扣费|扣款|买|购物|商城|团购|直播(?:买|购|打赏)|里买|打赏|下单|的订单|扣了|那边扣)/;

/** A charge for having a card is no use of it: "收我年费，我根本没用过那张卡". */
const FEE =
  /年费|手续费|管理费|短信费|服务费|滞纳金|违约金|罚息|工本费|会员费|利息|annual fee|charges? for|late fee|service charge|monthly fee|overdraft fee/;
const CARD_USED = /刷|盗|转走|划走|取走|取现|境外|消费|不是我|被转|spent|stole|hack|clone|someone|unauthori|fraud/;
/** Misconduct is a person's of the bank. A machine that keeps a card, a stranger who takes money are other matters. */
const OF_THE_BANK =
  /经理|柜员|员工|行长|职员|主任|主管|信贷|业务员|工作人员|客服|同事|大堂|银行(?:的|里的|内部)?人|你们(?:的|行|里面)?(?:的)?人|内部|保安|teller|manager|staff|employee|officer|advis[eo]r|clerk|banker|agent|representative|cashier|insider|(?:支行|网点|分行)有人/;
const OFFENCE_ITSELF =
  /飞单|代客|内鬼|监守|受贿|索贿|行贿|贪污|职务侵占|以权谋私|放贷|私下收|好处费|回扣|假理财|假存单/;
/** "这条说我账户被冻结的短信是真的吗": asks about a message. */
const ABOUT_A_MESSAGE =
  /(?:短信|链接|邮件|电话)[^。!?]{0,16}(?:真的|真假|诈骗|骗)|(?:text|message|email|call)\b[^.!?]{0,60}(?:scam|real|genuine|legit|fake)/;

/** "催收电话可以打给家人吗" asks what is allowed; it happens to nobody yet. */
const RULES_OF_CONDUCT: ReadonlySet<RiskSlug> = new Set([
  "abusive-collection",
  "account-restricted",
  "staff-misconduct",
]);
/** "没刷过", "又不会跳楼": in these stories a 没 or 不 belongs to what is told. */
const TOLD_WITH_NEGATION: ReadonlySet<RiskSlug> = new Set([
  "self-harm",
  "unauthorised-transaction",
  "data-leak",
  "vulnerable",
  "repeat",
]);
const MAY = /可以|能|会|允许|是否|算不算|合法|违法|违规|\b(?:can|may|allowed|legal)\b/;

/** "转给陌生人了，怎么撤回": sent to the wrong person by the writer's own hand, unless somebody was behind it. */
const OWN_TRANSFER = /^转[给到]了?(?:陌生|对方)/;
const BEHIND_IT =
  /骗|让我|叫我|要求|诱导|逼|催|拉黑|失联|联系不上|冒充|自称|验证码|链接|屏幕|下载|投资|刷单|任务|警察|公安|法院|发货|消失|跑路|威胁|盗|被转|被[^,，。!?]{0,6}转/;

function takenBack(plain: string, slug: RiskSlug, hit: Hit): boolean {
  const before = plain.slice(Math.max(0, hit.start - 24), hit.start);
  const after = plain.slice(hit.end, hit.end + 12);
  const clause = clauseAt(plain, hit.start);
  const sentence = sentenceAt(plain, hit.start);
  const inClause = plain.slice(Math.max(clause.start, hit.start - 24), hit.start);
  const lead = plain.slice(sentence.start, hit.start);
  const asks = plain[sentence.end] === "?" || /(?:吗|呢|么)$/.test(plain.slice(sentence.start, sentence.end));
  if (
    slug === "unauthorised-transaction" &&
    FEE.test(plain.slice(Math.max(0, hit.start - 60), hit.end + 60)) &&
    !CARD_USED.test(plain)
  )
    return true;
  if (slug === "scam" && OWN_TRANSFER.test(plain.slice(hit.start, hit.end)) && !BEHIND_IT.test(plain)) return true;
  // "之前说的1200不对": puts a number right, waits for nothing.
  if (slug === "repeat" && /^(?:对|是)[,，。!? ]?/.test(after) && /不$/.test(plain.slice(hit.start, hit.end)))
    return true;
  if (slug === "staff-misconduct" && !OF_THE_BANK.test(plain) && !OFFENCE_ITSELF.test(plain.slice(hit.start, hit.end)))
    return true;
  if (slug === "account-restricted" && asks && ABOUT_A_MESSAGE.test(plain.slice(sentence.start, sentence.end)))
    return true;
  if (
    RULES_OF_CONDUCT.has(slug) &&
    asks &&
    MAY.test(plain.slice(sentence.start, sentence.end)) &&
    !/我|俺|咱|\bm[ey]\b/.test(plain)
  )
    return true;
  if (asks && (FUTURE_BEFORE.test(inClause) || (slug === "account-restricted" && FUTURE_ENGLISH.test(lead))))
    return true;
  if (THREAT.has(slug)) {
    if (RULE_ASKED.test(after)) return true;
    if (
      NO_THREAT.test(inClause) ||
      (TRADE_BEFORE.test(before) && TRADE_AFTER.test(after)) ||
      /^(?:上班|工作|任职|充值|打赏|会员|月付|支付|扣费|扣款|买|购物|小店|下单|的订单)/.test(after)
    )
      return true;
    return OTHERS.test(lead) && !NEAR.test(plain.slice(sentence.start, sentence.end)) && slug !== "media";
  }
  if (!OWN_NEGATION.has(slug) && DENIED.test(inClause))
    return !/(?:为什么不|怎么不|是不是|要不是|不得不|不是不)$/.test(inClause);
  if (RULE_ASKED.test(after)) return true;
  const harmed = /(?:我(?:的|自己)?(?:[^,，。!?]{0,6})(?:了|被|遭)|已经|刚才|刚刚|昨天|今天|昨晚|现在)/.test(
    plain.slice(sentence.start, sentence.end),
  );
  if (
    !CONDITIONAL_COUNTS.has(slug) &&
    SUPPOSED.test(lead) &&
    !(
      harmed &&
      /(?:怕|担心|afraid|worried)/.test(lead) === false &&
      /(?:了$|了[,，。!?])/.test(plain.slice(hit.start, sentence.end + 1)) &&
      !/(?:如果|假如|要是|万一|会不会|防|if |what)/.test(lead)
    )
  )
    return true;
  if ((slug === "self-harm" || slug === "violence") && /(?:如何|怎么)(?:预防|防范|应对|避免)/.test(plain)) return true;
  if (
    OTHERS.test(lead) &&
    !NEAR.test(plain.slice(Math.max(sentence.start, hit.start - 12), Math.min(sentence.end, hit.end + 8)))
  )
    return true;
  return false;
}

/** One finding a slug: the first whose words still stand. */
export function findRisks(plain: string, hits: Hits, slugs: readonly RiskSlug[]): RiskDraft[] {
  const found: RiskDraft[] = [];
  const stories = findStories(plain, hits);
  for (const slug of slugs) {
    if (stories.doubted(slug)) continue;
    const list = hits.of(`risk.${slug}`);
    if (list.length === 0) continue;
    const idiom = IDIOMS[slug];
    for (const hit of list) {
      if (takenBack(plain, slug, hit)) continue;
      // The idiom covers the hit: 炸油条, 跳楼价.
      const from = Math.max(0, hit.start - 12);
      const around = plain.slice(from, hit.end + 8);
      if (idiom?.test(around)) continue;
      found.push({ slug, start: hit.start, end: longestEnd(list, hit) });
      break;
    }
  }
  for (const { finding, words } of stories.found) {
    const { slug } = finding;
    if (found.some((other) => other.slug === slug)) continue;
    if (!TOLD_WITH_NEGATION.has(slug) && takenBack(plain, slug, words)) continue;
    if (IDIOMS[slug]?.test(plain.slice(Math.max(0, words.start - 12), words.end + 8))) continue;
    found.push(finding);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Later hits that overlap belong to the same words. */
function longestEnd(list: readonly Hit[], first: Hit): number {
  let end = first.end;
  for (const hit of list) if (hit.start >= first.start && hit.start < end && hit.end > end) end = hit.end;
  return end;
}
