/** Times that are no event of the matter: habits, appointments, deadlines, when the customer told the bank. */

import { sentenceAt } from "../clauses.ts";
import { DAY, dayOf } from "./calendar.ts";
import type { Group, Resolved } from "./time-groups.ts";

const HABIT_BEFORE =
  /(?:每(?:天|个|逢|年|到|回|次|晚)?(?:都|该|的|在)?|天天|经常|总是?|老是?|一到|逢|every |each |daily |every other |到期日?[是为:]?|(?:还款|账单|出账|扣款|发薪|工资)日(?:是|为|在|:)*)$/;
const HABIT_AFTER =
  /^(?:的)?(?:是|为)?(?:我的?|固定)?(?:还款日|账单日|出账日|发薪日|工资日|才?发工资|改[成到]|挪[到成])/;
/** Earlier in the same sentence: "每回发售，柜台七点就有人排队". */
const HABIT_SENTENCE =
  /每(?:天|日|晚|次|回|逢|到|个?月|周|年|个工作日)|天天|平时|一般都?|always|every (?:day|morning|night|time|week|month)|usually/;
/** Before a day that may still come: "限你们今天", "准备礼拜三", "账单日改成12号". */
const COMING_BEFORE =
  /(?:限(?:你们?|贵行)?|准备|打算|计划|约(?:我|了|在)?|比如|最好在?|要是|如果|希望在?|叫我|让我|(?<!时间|日期|日子)改[成到]|挪[到成]|调[成到]|眼看要?|快要?|等到?|要(?=$))(?:在|是)?$/;
/** Opening hours and rules: "九点开门", "过了四点就不给办". */
const RULE_AFTER = /^(?:才|就|准时)?(?:开门|关门|下班|上班|打烊|营业|开始营业|停机)|^前(?![后台面往])/;
const RULE_BEFORE = /(?:过了?|超过|赶在|改[成到]|挪[到成]|不到)$/;
/** Taken back at once: "唔系琴日，系前日". */
const DENIED_BEFORE = /唔系$/;
const GREETING_AFTER = /^好|^[,，!~]? ?食咗/;
/** "明年三月", "下个月5号", "八点后": still to come. */
const FUTURE_BEFORE =
  /(?:明年|后年|大后年|下下?个?月的?|明[天儿晚早]|后天|下下?个?(?:周|星期|礼拜)?|(?:next|coming|tomorrow|by|before|no later than|up to|opens?|closed?|closing) (?:the )?|预约(?:了|到|在|的|的是)*|(?:约|定|排|延|推迟|顺延|改)(?:好|到|在)了?)$/;
const FUTURE_ENGLISH =
  /(?:\b(?:is|are|will be|due|scheduled|appointment|deadline|'s)(?: (?:on|at|for|is|it))* )(?:the )?$/;
const APPOINTMENT_AFTER =
  /^(?:以后|之后|过后|后(?!来|台|就|才)|之前|以前|前(?:都|联系|打)|见|(?:再)?(?:联系|打给|打电话给)我| ?(?:onwards|or later))/;
/** "今天就要！", "今天之内", "今天给我答复": by when, not since when. */
const DEADLINE_AFTER =
  /^(?:就|都|我|也|你们|一定|能不能|可以|可不可以|能|会|还|内|之内|以内|里|最晚|无论如何|到底|是否)*(?:要(?!求我)|得(?!知|到)|必须|给我(?:答复|回复|回电|回话|解决|处理|办|退|解|恢复|查|打|说法|个|一个|打)|(?:之|以)?内|务必|解决|联系我|处理好|答复我|回复我|退给我|铺上|失效|到期|截止|能到|会到|到不|能办|来[取办拿]|过来[取办]|去[取办]一下|有空|方便|前(?:要|必须|得|给|解决|处理|退)|之前(?:要|必须|得|给|解决|处理|退)|想(?:取|办|去|来)|吃啥|吃什么|我?过去|一起[去到]|到总行|集合|我们会|[用拿][,，。!]|[用拿]$|(?:能|可以|行)[^,，。!?]{0,6}[不吗]|也开门|就(?:去|从|把)|上班吗|上班不|开门吗|开门不)/;
/** "周一中午没人给准日子，我就……", "今天不到账就没学上了": a threat or a plea about what is to come. */
const ULTIMATUM_AFTER = /^(?:之?前)?(?:再|要是|如果|还)*(?:没有?人?|不)[^。!?\n]{1,18}(?:就|否则)(?!是|这样)/;
/** "我昨天反映的事", "昨天那个投诉": when the customer told the bank, not when it happened. */
const TOLD_AFTER =
  /^(?:我|就|已经|刚|才|跟你们|和你们|向你们|给你们|在这里?|在这儿)*(?:(?:反映|投诉|反馈|举报|登记)(?:了|过)?(?:的|你们|$|[,，。!?]|一次|过)|提交(?:了|过|的)*(?:投诉|工单|举报|反馈)|(?:说|讲|问)(?:过)?的(?=那|这|事|问题|$|[,，。!?])|(?:的|那个|那件|那笔|提的|交的)(?:投诉|工单|案子|单子|案件))/;
const TOLD_BEFORE =
  /(?:complain(?:ed|t)(?: i)?(?: made| filed| sent| raised| submitted)?(?: about it| to you)?|told you|(?:need|want) (?:it|this|that|an answer|a reply|my money)(?: back)?|by)(?: on| in| at)? $/;
/** "刚才那个孟琪": which person is meant. */
const WHO_JUST = /^(?:就?刚才|刚刚|方才|刚)$/;
const PERSON_AFTER = /^(?:的)?(?:那|这)(?:个|位|名)(?!时候|点|事|钱)/;
/** An evening alone says when only if something happened to the customer then. */
const EVENT_AFTER = /^(?:就|都|又|突然|莫名|却|才|还)*(?:被|收|发现|刷|扣|少|转|来|取|存|买|交|打|接|去|办|卡|钱|有)/;
/** What is asked or ordered for a day still running, in English. */
const DEADLINE_ENGLISH = /^ ?(?:please|or else|at the latest)/;

/** Whether the words of `group` tell when something of the matter happened. */
export function tellsEvent(
  plain: string,
  group: Group,
  when: Resolved,
  now: number,
  dated: boolean,
  asked: boolean,
): boolean {
  if (when.from > now) return false;
  const before = plain.slice(Math.max(0, group.start - 12), group.start);
  const rest = plain.slice(group.end, group.end + 24);
  if (HABIT_BEFORE.test(before) || HABIT_AFTER.test(rest) || DENIED_BEFORE.test(before) || FUTURE_BEFORE.test(before))
    return false;
  if (WHO_JUST.test(plain.slice(group.start, group.end)) && PERSON_AFTER.test(rest)) return false;
  if (TOLD_AFTER.test(rest) || /^'s complaint/.test(rest)) return false;
  const { start } = sentenceAt(plain, group.start);
  const sentence = plain.slice(Math.max(start, group.start - 40), group.start);
  if (TOLD_BEFORE.test(sentence)) return false;
  // A weekday or an hour may as well be the next one.
  const coming = when.to > now || group.date?.open === "week" || nearlyNext(group, when, now);
  if (coming && (DEADLINE_AFTER.test(rest) || ULTIMATUM_AFTER.test(rest) || DEADLINE_ENGLISH.test(rest))) return false;
  if ((coming || group.date?.open === "month") && COMING_BEFORE.test(before)) return false;
  if (coming && FUTURE_ENGLISH.test(before)) return false;
  if (nearlyNext(group, when, now) && /^(?:之|以)?[前后]|^截止|^到期|^[要想得]/.test(rest)) return false;
  if (group.date) {
    // "周一到周五": opening hours.
    return !(group.until && group.date.open === "week" && /^[周星礼]/.test(plain.slice(group.start)));
  }
  if (APPOINTMENT_AFTER.test(rest)) return false;
  if (!asked && HABIT_SENTENCE.test(sentence)) return false;
  // "It rings from six in the morning."
  if (group.clock?.weak && /\bfrom $/.test(before)) return false;
  if (RULE_AFTER.test(rest) || (!asked && RULE_BEFORE.test(before))) return false;
  if (group.clock) return !(coming || dayOf(when.from) < dayOf(now)) || !DEADLINE_AFTER.test(rest);
  // A bare part of the day says when only if nothing better does: "晚上打电话骚扰" is a habit.
  if (GREETING_AFTER.test(rest) || dated) return false;
  if (asked) return true;
  if (DEADLINE_AFTER.test(rest) || /^[^,，。!?]{0,8}[吗么?]/.test(rest)) return false;
  return group.part !== null && (group.part.hours[0] < 17 || EVENT_AFTER.test(rest));
}

/** A date without a year that is nearer in the future than in the past: "12月1日前给我答复". */
function nearlyNext(group: Group, when: Resolved, now: number): boolean {
  return group.date?.open === "year" && now - when.from > 250 * DAY;
}
