import type { Hits } from "./scan.ts";

const MARKUP = /<\|[a-z_]{2,20}\|>|\[\/?inst\]|### ?(?:system|instruction)|<\/?(?:system|instructions?)>/;

/** Somebody else's matter, or what only the staff may see, asked for as if it were the writer's. */
const OTHER =
  "(?:别人|其他(?:人|客户|用户|顾客)|别的(?:人|客户|用户)|他人|另(?:外)?一[个位](?:人|客户)|隔壁[\\u4e00-\\u9fff]{0,4}?|邻居)";
const THING =
  "(?:投诉|工单|案件|账户|账号|信息|资料|记录|流水|余额|电话|手机号|身份证|地址|账单|密码|卡号|处理结果|姓名|名字)";
const PRYING: readonly RegExp[] = [
  new RegExp(
    `(?:查|看|调|念|告诉我|给我|发我|我要|我想要|我想知道)(?:一下|下|看看|看|查|出|一份|我)*${OTHER}的?[^,，。!?]{0,4}${THING}(?![^,，。!?]{0,6}(?:都|也|怎么|了|被))`,
  ),
  new RegExp(
    `(?<!你们|银行|柜员|他们|客服|经理|她|他)[把将]${OTHER}的?[^,，。!?]{0,4}${THING}[^,，。!?]{0,4}(?:给我|发我|发给我|告诉我|念给我|查一?下|查出来|调出来)(?![看听]?[了过])`,
  ),
  /(?:把|将|请|给我|告诉我|发我|我要|看一?下|你们)[^,，。!?]{0,8}内部的?(?:补偿|赔偿|赔付|减免|处理|退费|考核|投诉)*(?:标准|政策|口径|手册|话术|尺度|文件|规则|流程)[^,，。!?]{0,4}(?:发|给|告诉|念|透露|说|是什么|是多少)/,
  /(?:发我|给我|告诉我|透露|泄露)(?:一下|一份|看看)*[^,，。!?]{0,4}内部的?(?:补偿|赔偿|赔付|减免|处理|退费|考核|投诉)*(?:标准|政策|口径|手册|话术|尺度|文件|规则|流程)/,
  /\b(?:give|show|tell|send|read|look up|pull up|access|find|let me see|get) (?:me |us )?(?:about |all |the )*(?:someone else|somebody else|another (?:customer|person|client)|other (?:customer|people|client|user)s?)['’]?s?['’]? (?:[a-z]+ ){0,2}(?:complaints?|accounts?|details|history|records?|cases?|information|numbers?|phone|address|transactions?|balances?)/,
  /\b(?:give|show|tell|send|read|look up|pull up|get) (?:me |us )?(?!(?:me|us|my|your|the|this|that|a|an|our|his|her|their|last|next|all|each|every|today|yesterday|tomorrow|customer|[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|december)\b)[a-z]+ (?!(?:bank|banking|service|support|team|week|month|year)['’])[a-z]+['’]s (?:[a-z]+ ){0,2}(?:complaints?|accounts?|details|history|records?|cases?|information|numbers?|phone|address|transactions?|balances?)/,
  /\binternal (?:compensation|refund|handling|settlement)[a-z ]{0,12} (?:standards?|policy|policies|guidelines?|limits?|rules|manual)/,
];

/** Whether the text asks for what belongs to other customers or to the bank alone. */
export function findPrying(plain: string): boolean {
  return /别人|其他|别的|他人|另|隔壁|邻居|内部|give|show|tell|send|read|look|pull|access|find|get|see|internal/.test(
    plain,
  )
    ? PRYING.some((pattern) => pattern.test(plain))
    : false;
}

/** Whether the text tries to give the bot orders. Only noted: customer text is never an instruction. */
export function findInjection(plain: string, hits: Hits): boolean {
  return hits.has("injection") || MARKUP.test(plain);
}
