/** Places, staff, counterparties and products: the things a complaint names. */

import { matchesOf } from "../../../matches.ts";
import { createSieve } from "../sieve.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { overlaps } from "./draft.ts";

type NameFact = "place" | "staff" | "counterparty" | "product" | "person";

function named(source: FactSource, name: NameFact, start: number, end: number): FactDraft {
  return { name, value: source.original.slice(start, end).trim(), start, end };
}

const BRANCH = /[\u4e00-\u9fff\d]{1,12}?(?:支行|分行|网点|营业部|营业厅|营业室|分理处|储蓄所)/g;
/** A branch's name starts after the last of these. */
const BEFORE_BRANCH =
  /(?:你们|我们|贵行|你行|在|去|到|的|从|是|于|了|跟|和|找|给|被|那个|这个|那家|这家|一家|家|附近|来|叫|说|让|向|问|投诉|点|午|上周|下周|上个月|上|天|我|他|她|不是|就|才|去过)/g;
const BARE_BRANCH =
  /^(?:你们|这个|那个|附近|哪个|某|各|家|个|银行|其他|别的|所有|最近|线下|任何|多个)*(?:支行|分行|网点|营业部|营业厅|营业室|分理处|储蓄所)$/;
const ENGLISH_BRANCH = /\b((?:[A-Z][\w'’]*|\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:[Bb]ranch|[Oo]utlet)\b/g;
const BEFORE_MACHINE =
  /[\u4e00-\u9fff\d]{2,10}(?:路|街|支行|网点|商场|小区|门口|楼下|广场|地铁站|医院|超市|机场|火车站)(?:的|那台|那个|里的|旁边的|外面的)?$/;

/** "大学城食堂旁边的ATM": whatever stands before a machine names it, as long as it tells no story. */
const WHERE_IT_STANDS =
  /(?:^|[,，。!? ]|在|去|到|从|是)([\u4e00-\u9fff\d]{2,14}?(?:旁边?|边上|门口|里面?|楼下|附近|对面|外面|[站场院园校店楼城心街路村镇区厦堂市口])(?:的|那台|那个|那里的|那儿的)?)$/;
const STORY_BEFORE =
  /[了吞取扣存钱卡被把没不我你他她说用按试插跑给让还都也又就吃吐坏死点]|银行(?:里|的)?$|自助|什么|哪|一个|这[个台]|^那/;

/** What of the words before a machine belongs to its name; empty where nothing does. */
function beforeMachine(words: string): string {
  const near = BEFORE_MACHINE.exec(words)?.[0];
  if (near !== undefined) return near;
  const stands = WHERE_IT_STANDS.exec(words)?.[1] ?? "";
  return STORY_BEFORE.test(stands) ? "" : stands;
}

export function findPlaces(source: FactSource): FactDraft[] {
  const facts: FactDraft[] = [];
  const { plain, original } = source;
  if (/[行点部厅室处所]/.test(plain)) {
    for (const match of matchesOf(BRANCH, plain)) {
      let from = 0;
      for (const stop of matchesOf(BEFORE_BRANCH, match[0]))
        if (stop.index + stop[0].length < match[0].length - 2) from = stop.index + stop[0].length;
      const start = match.index + from;
      const end = match.index + match[0].length;
      const bare = /(?<!老|一直)在(网点|支行|分行|营业厅|营业部|分理处|储蓄所)$/.exec(
        plain.slice(match.index, end),
      )?.[1];
      if (bare) {
        facts.push(named(source, "place", end - bare.length, end));
        continue;
      }
      if (end - start < 4 || BARE_BRANCH.test(plain.slice(start, end))) continue;
      facts.push(named(source, "place", start, end));
    }
  }
  for (const match of matchesOf(ENGLISH_BRANCH, original)) {
    const words = match[0].replace(/^(?:(?:The|My|Your|At|In|I|This|That|Our|Local|A|Lanchuan Bank) )+/, "");
    const end = match.index + match[0].length;
    if (/^\w+ ?(?:[Bb]ranch|[Oo]utlet)$/.test(words) || words.includes(" ")) {
      if (words.includes(" ") && !overlaps(facts, end - words.length, end))
        facts.push(named(source, "place", end - words.length, end));
    }
  }
  for (const hit of source.hits.of("place")) {
    if (overlaps(facts, hit.start, hit.end)) continue;
    const before = beforeMachine(plain.slice(Math.max(0, hit.start - 20), hit.start));
    let start = hit.start;
    if (before !== "") {
      let from = 0;
      for (const stop of matchesOf(BEFORE_BRANCH, before))
        if (stop.index + stop[0].length < before.length - 2 && stop[0] !== "的") from = stop.index + stop[0].length;
      start = hit.start - before.length + from;
    }
    const last = facts.at(-1);
    // "城东支行的ATM机" is one place.
    if (last && last.start <= start && hit.start - last.end <= 2) {
      facts[facts.length - 1] = named(source, "place", last.start, hit.end);
    } else if (!overlaps(facts, start, hit.end)) facts.push(named(source, "place", start, hit.end));
  }
  return facts;
}

const ROLE =
  "(?:大堂经理|客户经理|理财经理|个贷经理|信贷员|信贷经理|柜员|行长|副行长|主任|主管|大堂|保安|客服|业务员|经理|工作人员|催收员)";
/** One of the common surnames. */
export const SURNAME =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]";
const STAFF: readonly RegExp[] = [
  /(?:工号|员工号|柜员号)(?:[是为: ])*[a-z]?\d{2,10}/g,
  new RegExp(`姓${SURNAME}的(?:那个|一个|女|男)?${ROLE}?`, "g"),
  new RegExp(`${ROLE}(?:小|老)${SURNAME}`, "g"),
  new RegExp(
    `${ROLE}(?:叫|名叫|是)?${SURNAME}(?:某某?|[\\u4e00-\\u9fff]{1,2}(?=[,，。!? ]|$|说|的|态度|让|给|骗|对|推荐))`,
    "g",
  ),
  new RegExp(
    `(?<![\\u4e00-\\u9fff]是)${SURNAME}(?:[\\u4e00-\\u9fff]{1,2})?(?:大堂经理|客户经理|理财经理|经理|行长|主任|主管|柜员)`,
    "g",
  ),
  /(?:[1-9]\d?|[一二三四五六七八九十])号(?:柜台?|窗口)的?(?:那个|那位)?(?:柜员|工作人员|小姑娘|男的|女的|大姐|员工)?/g,
  /(?:staff|employee|badge|agent|teller) (?:id|number|no\.?|#)(?: is|:)? ?[a-z]?\d{2,10}/g,
];
const ENGLISH_STAFF =
  /\b(?:[Tt]eller|(?:[Cc]ustomer |[Bb]ranch |[Aa]ccount |[Rr]elationship |[Ll]obby |[Ww]ealth )?[Mm]anager|[Aa]gent|[Aa]dvis[oe]r|[Oo]fficer|[Rr]epresentative|[Ss]upervisor|[Cc]lerk|[Bb]anker)(?: (?:named|called|by the name of|name))? (?:(?:Mr|Mrs|Ms)\.? )?(?!The|I\b|Is|Was|Who|And|In|At|On|From|Said|Told|To|Bank)[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14})?/g;

const possibleStaff = createSieve(STAFF, (pattern) => [pattern]);

export function findStaff(source: FactSource): FactDraft[] {
  const facts: FactDraft[] = [];
  for (const pattern of possibleStaff(source.plain)) {
    for (const match of matchesOf(pattern, source.plain)) {
      const end = match.index + match[0].length;
      if (!overlaps(facts, match.index, end)) facts.push(named(source, "staff", match.index, end));
    }
  }
  for (const match of matchesOf(ENGLISH_STAFF, source.original)) {
    const end = match.index + match[0].length;
    if (!overlaps(facts, match.index, end)) facts.push(named(source, "staff", match.index, end));
  }
  return facts;
}

const PAYEE: readonly RegExp[] = [
  /(?:商户(?:名称?|叫|是|名)?|收款(?:人|方|账户|商户|单位)|对方(?:账户|户名|叫|是叫))(?:[是叫为: ])*(?!不|没|怎|也|都|就|已|账|的|谁|什)([\u4e00-\u9fffA-Za-z\d·]{2,16}?)(?=[,，。!?;\s]|$|的|扣|收|刷)/g,
  /(?:转|汇|打|付)(?:账|款|钱)?给(?:了)?(?:一个叫|一个|名叫|叫)?(?!我|你|他|她|谁|别人|对方|骗子|人家|银行|陌生|自己|他们|你们|朋友|家|不|警|公安)([\u4e00-\u9fff]{2,12}?(?:公司|商行|店|有限公司|集团|平台|商城|超市|先生|女士))/g,
  /(?:merchant|payee|recipient|beneficiary)(?: (?:name|called|named|is|was))*(?::| )+((?!is|was|that|who|and|i\b|has|to|in|the|not|did|says|said|would|account)[a-z\d][\w.&'*-]{1,24}(?: [a-z\d][\w.&'*-]{1,24}){0,2}?)(?=[,.!?;\n]| (?:for|on|in|and|i|but|that|which|charged|took)\b|$)/g,
];

const possiblePayees = createSieve(PAYEE, (pattern) => [pattern]);

export function findCounterparties(source: FactSource): FactDraft[] {
  const facts: FactDraft[] = [];
  for (const pattern of possiblePayees(source.plain)) {
    for (const match of matchesOf(pattern, source.plain)) {
      const end = match.index + match[0].length;
      const start = end - (match[1] ?? "").length;
      if (!overlaps(facts, start, end)) facts.push(named(source, "counterparty", start, end));
    }
  }
  for (const hit of source.hits.of("counterparty")) {
    const before = source.plain.slice(Math.max(0, hit.start - 4), hit.start);
    // A threat to post on a platform does not make it a party.
    if (/[发上]到?(?:了)?$|曝光|曝/.test(before) || overlaps(facts, hit.start, hit.end)) continue;
    if (
      /^(?:抖音|快手|哔哩|youtube|百度)/.test(source.plain.slice(hit.start, hit.end)) &&
      /^(?:上|曝|发|见|去|号)/.test(source.plain.slice(hit.end))
    )
      continue;
    if (
      /^(?:apple|target|booking|google|amazon|steam)$/.test(source.plain.slice(hit.start, hit.end)) &&
      !/(?:from|by|at|to|called|on|via|with|扣|刷|商户|在|叫|是) ?$/.test(before)
    )
      continue;
    facts.push(named(source, "counterparty", hit.start, hit.end));
  }
  return facts;
}

/** 「稳盈3号」理财, "澜盈宝": a wealth product by its own name. */
const PRODUCT_NAME = /[“"「《]([^“"”」》\n]{2,20})[”"」》](?=这?[款个只]?(?:理财|产品|基金|保险|存款|贷款))/g;

/** "稳盈一号", "日日鑫3期": banks name products with lucky characters and a number. */
const NUMBERED =
  /[稳盈鑫利安添增享富财金悦惠福丰瑞睿恒聚乐智慧尊宝泰和诚信优选通汇海澜日月季年天益稳健成长]{2,6}(?:理财)?(?:[一二三四五六七八九十]{1,3}|\d{1,4})[号期]/g;
/** Named products, by their place: a number in a name is no date. */
export function namedProducts(plain: string): { start: number; end: number }[] {
  if (!/[号期」』”"》]/.test(plain)) return [];
  const out: { start: number; end: number }[] = [];
  for (const match of matchesOf(NUMBERED, plain))
    if (/[稳盈鑫利添增享富财悦惠福丰瑞睿恒聚乐智尊宝泰诚优汇益]/.test(match[0]))
      out.push({ start: match.index, end: match.index + match[0].length });
  for (const match of matchesOf(PRODUCT_NAME, plain))
    if (!overlaps(out, match.index, match.index + match[0].length))
      out.push({ start: match.index + 1, end: match.index + 1 + (match[1] ?? "").length });
  return out.sort((a, b) => a.start - b.start);
}

export function findProducts(source: FactSource): FactDraft[] {
  const facts = namedProducts(source.plain).map(({ start, end }) => named(source, "product", start, end));
  // The name says more than the kind: 稳盈一号 rather than 理财.
  const own = facts.length > 0;
  const seen = new Set<string>();
  const longest = [...source.hits.of("product")].sort((a, b) => a.start - b.start || b.end - a.end);
  let lastEnd = -1;
  for (const hit of longest) {
    const words = source.plain.slice(hit.start, hit.end);
    if (hit.start < lastEnd || seen.has(words)) continue;
    // 理财经理 is a person; the kind of a product named elsewhere adds nothing.
    if (/^(?:经理|顾问|师|室|专员|窗口|柜台)/.test(source.plain.slice(hit.end, hit.end + 2))) continue;
    if (overlaps(facts, hit.start, hit.end) || (own && /^(?:理财(?:产品)?|基金|定期|保险)$/.test(words))) continue;
    seen.add(words);
    lastEnd = hit.end;
    facts.push(named(source, "product", hit.start, hit.end));
  }
  return facts;
}

/** The customer's own name, as far as it was given after a cue. */
export function findPersons(source: FactSource): FactDraft[] {
  return source.personal
    .filter(
      (span) =>
        span.kind === "name" &&
        !/(?:收款人|[Dd]r|[Mm]rs?|[Mm]s)[^\n]{0,4}$/.test(
          source.original.slice(Math.max(0, span.start - 6), span.start),
        ),
    )
    .map((span) => named(source, "person", span.start, span.end));
}
