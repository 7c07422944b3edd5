/** What the customer wants, offers as proof, when to be reached, for whom they write. */
import { clauseAt, sentenceAt } from "../clauses.ts";
import type { Hit } from "../scan.ts";
import { type FactDraft, type FactSource, overlaps } from "./draft.ts";
import { extended } from "./wish-span.ts";

type WishFact = "desired-outcome" | "evidence" | "contact-time" | "authority";

function words(source: FactSource, name: WishFact, start: number, end: number): FactDraft {
  return { name, value: source.original.slice(start, end).trim(), start, end };
}

/** Overlapping hits become the longest one. */
function longest(hits: readonly Hit[]): Hit[] {
  const out: Hit[] = [];
  for (const hit of hits) {
    const last = out.at(-1);
    if (last && hit.start < last.end) {
      if (hit.end > last.end) last.end = hit.end;
      continue;
    }
    out.push({ ...hit });
  }
  return out;
}

/** "不给退钱", "拒绝退款", "说退款没退": what is refused or past is no wish. */
const REFUSED_BEFORE =
  /(?:不给|不肯|不|没|没有|拒绝|不予|不能|无法|已经|已|未|说是?|答应|承诺|等|刚|上次|怎么|如何|能否|didn't|did not|won't|not|never|refused? to|how (?:do|can) i|no) ?$/;
const REFUSED_INSIDE =
  /(?:不|没|没有|拒绝|不给|无法|一直|迟迟)(?:给|能|肯|予|让|有)?(?:我|人)?(?:退|还|赔|解决|处理|道歉|回复|答复|解冻)/;

/** "Will you definitely refund me?", "会退给我吗": wants to know, wants nothing done yet. */
const ASKED_WHETHER =
  /(?:会|是否|什么时候|何时|几时|多久|一定|真的|肯定|保证|到底)[^,，。!?]{0,6}$|(?:^|[,.!?] ?)(?:and |but |so )?(?:will|do|does|did|is|are|when|how|what|why|am i)\b[^.!?]*$/;
const asks = (plain: string, hit: Hit) => {
  const { end } = sentenceAt(plain, hit.start);
  return (
    plain[end] === "?" ||
    /(?:吗|么|呢|不)$/.test(plain.slice(hit.end, end)) ||
    /^(?:will|do|does|when|how)\b|什么时候|何时|多久/.test(plain.slice(0, hit.start))
  );
};

const WISH_FIRST =
  /^(?:给我|跟我|向我|当面|书面|公开|先)*(?:道歉|道个歉|赔礼道歉|赔礼|赔偿|赔钱|退款|退钱|解释|解决|整改)[,，、和](?:还有|还要|并且?|另外|再|我)*$/;

export function findOutcomes(source: FactSource): FactDraft[] {
  const wishes: Hit[] = [];
  for (const hit of longest(source.hits.of("outcome"))) {
    const before = source.plain.slice(Math.max(0, hit.start - 10), hit.start);
    if (REFUSED_BEFORE.test(before) && !/(?:为什么|怎么)还?不(?:给)?$/.test(before)) continue;
    // "我把钱转给我妈了": what the writer did.
    if (/(?:我|我们|俺)$/.test(before) && /^[把将]/.test(source.plain.slice(hit.start, hit.end))) continue;
    if (REFUSED_INSIDE.test(source.plain.slice(hit.start, hit.end))) continue;
    // "可以退款吗" asks about a rule as long as nothing went wrong; the flow sees the act.
    if (
      /^(?:了|过)/.test(source.plain.slice(hit.end, hit.end + 1)) &&
      !/[要求希望]/.test(source.plain.slice(hit.start, hit.end))
    )
      continue;
    if (
      ASKED_WHETHER.test(source.plain.slice(sentenceAt(source.plain, hit.start).start, hit.start)) &&
      asks(source.plain, hit)
    )
      continue;
    wishes.push(hit);
  }
  // "道歉，安排人上门": the wish before it belongs to it.
  const [first] = wishes;
  if (first && first.start <= 16 && WISH_FIRST.test(source.plain.slice(0, first.start))) first.start = 0;
  return wishes.map((hit) => words(source, "desired-outcome", hit.start, extended(source.plain, hit, wishes)));
}

export function findEvidence(source: FactSource, contact: readonly FactDraft[]): FactDraft[] {
  return longest(source.hits.of("evidence"))
    .filter(
      (hit) =>
        !overlaps(contact, hit.start, hit.end) &&
        !/(?:没|没有|不是|不|未|骗子|对方|有人|要|要求|调取?|查|看|haven't|don't|no|not|你们) ?$/.test(
          source.plain.slice(Math.max(0, hit.start - 4), hit.start),
        ),
    )
    .map((hit) => words(source, "evidence", hit.start, hit.end));
}

export function findAuthority(source: FactSource): FactDraft[] {
  return longest(source.hits.of("authority")).map((hit) => words(source, "authority", hit.start, hit.end));
}

const CONTACT =
  /打给我|联系我|找我|回电|回我电话|给我(?:回|打)|打我电话|给我来电|方便(?:接|联系|通话)|有空|有时间|接电话|再打|(?:call|ring|phone|reach|contact|text|email) me|available|free (?:to talk|after|before|on|between)|get in touch/;
const WHEN =
  /\d|[一二两三四五六七八九十]点|明早|上午|下午|早上|晚上|中午|白天|周[一二三四五六日末天]|星期|礼拜|工作日|明天|后天|今天|下班|上班|随时|点(?:之?后|以后|前|钟)|周末|午休|微信|短信|邮件|morning|afternoon|evening|tomorrow|weekday|weekend|after|before|between|noon|any ?time|pm|am|monday|tuesday|wednesday|thursday|friday|saturday|sunday|email/;

/** A message of nothing but hours that recur or are still to come: "工作日白天", "晚上八点后", "weekdays after 6". */
const ONLY_HOURS =
  /^(?:平时|一般|都|就|最好|我|在|的|是|周[一二三四五六日末到至]+|星期[一二三四五六日天]|礼拜[一二三四五六日天]|工作日|周末|节假日|每天|白天|晚上|早上|上午|下午|中午|傍晚|下班|上班|午休|随时|任何时间|全天|[\d一二两三四五六七八九十]{1,3}点半?钟?|[\d:]{4,5}|以?后|之后|之前|以?前|到|至|[-~,，、 ]|都行|都可以|可以|行|方便|有空|吧|weekdays?|weekends?|any ?time|mornings?|afternoons?|evenings?|after|before|between|and|on|in the|\d{1,2} ?(?:am|pm)?)+[。.! ]*$/;
const RECURS =
  /工作日|周末|平时|白天|随时|全天|下班|每天|午休|节假日|点半?钟?(?:以|之)?[后前]|weekday|weekend|any ?time|(?:mornings|afternoons|evenings)|after \d|before \d/;

const BARE_PART =
  /^(?:就|那就|在)?(?:早上|上午|中午|下午|傍晚|晚上|白天|in the morning|in the afternoon|in the evening|morning|afternoon|evening)(?:吧|都行|都可以|可以|方便)?[。.! ]*$/;

/** How to be reached: "不要打电话，发短信也行", "text me instead". */
const CHANNEL =
  /^(?:please )?(?:e-?mail|text|sms|phone|letter|wechat) only(?: please)?(?=[.!,]|$)|(?:(?:请?(?:不要|别|不用|不方便|不能)(?:给我)?(?:打|接)电话)了?[,， ]*)?(?:给我|可以|请|用|通过|最好){0,4}(?:(?:发|用)(?:个|条)?(?:短信|微信|邮件|信息|消息)(?:联系|回复|告诉|沟通|通知)?|(?:短信|微信|邮件)(?:联系|回复|告诉|沟通))(?:我)?(?:也行|就行|就好|就可以|也可以|也成|都行|可以|即可|吧)|(?:(?:please )?(?:don't|do not) (?:call|ring|phone)(?: me)?[,;.]? (?:but )?)?(?:just |please |you can |only ){0,4}(?:text|email|message) me(?: instead| only| please)?(?=[,.!]|$)/;

/** When and how to be reached: a clause that says both. */
/** "13800001111，随时打", "1380… 下午": the time that stands right behind a telephone number. */
const BEHIND_PHONE =
  /^[\s,，、;；:：/]*((?:(?:工作日|周末|周一到周五|平时|每天)?(?:的)?(?:早上|上午|中午|下午|傍晚|晚上|白天|全天|下班后|午休|晚饭后|饭后)(?:[\d一二两三四五六七八九十]{1,3}点(?:半|钟)?(?:到[\d一二两三四五六七八九十]{1,3}点)?)?(?:以后|之后|以前|之前|左右)?|(?:随便|你们?|您)?(?:随时|任何时候|什么时候|啥时候|几点)|工作日|周末|any ?time|mornings?|afternoons?|evenings?|weekdays|weekends)(?:都|也|均)?(?:可以|可|能|行|方便|在|有空|好)?(?:打|接|联系|来电|找我|接听)?(?:都(?:行|可以|成|好))?)(?=$|[\s,，。.;；!])/;

function afterPhone(source: FactSource): FactDraft | null {
  for (const { kind, end } of source.personal) {
    if (kind !== "phone") continue;
    const match = BEHIND_PHONE.exec(source.plain.slice(end, end + 40));
    if (!match?.[1]) continue;
    const start = end + match[0].length - match[1].length;
    return words(source, "contact-time", start, start + match[1].length);
  }
  return null;
}

export function findContactTime(source: FactSource): FactDraft[] {
  const { plain, asking } = source;
  const channel = CHANNEL.exec(plain);
  if (
    channel &&
    !/(?:有人|骗子|对方|说|他|她|天天|老)$/.test(plain.slice(Math.max(0, channel.index - 3), channel.index))
  )
    return [words(source, "contact-time", channel.index, channel.index + channel[0].length)];
  const after = afterPhone(source);
  if (after) return [after];
  const cue = CONTACT.exec(plain);
  // "下午" to any question but the one for the event says when to ring.
  const hours = (asking !== null && BARE_PART.test(plain)) || (ONLY_HOURS.test(plain) && RECURS.test(plain));
  if (!cue && asking !== "occurred" && asking !== "duration" && plain.length <= 60 && hours) {
    const end = plain.replace(/[。.! ]+$/, "").length;
    const start = plain.length - plain.trimStart().length;
    return end > start ? [words(source, "contact-time", start, end)] : [];
  }
  if (!cue) return [];
  const clause = clauseAt(plain, cue.index);
  let { start, end } = clause;
  let text = plain.slice(start, end);
  if (!WHEN.test(text)) {
    // "明天下午三点以后，打给我": the time stands in the clause before.
    if (start < 2) return [];
    const earlier = clauseAt(plain, start - 2);
    if (
      earlier.end + 1 !== start ||
      !WHEN.test(plain.slice(earlier.start, earlier.end)) ||
      !/(?:后|前|午|上|天|点|空|时间|可以|方便)$/.test(plain.slice(earlier.start, earlier.end))
    )
      return [];
    start = earlier.start;
    text = plain.slice(start, end);
  }
  // A complaint about being rung, or waiting for a call, is no appointment.
  if (
    /(?:一天|天天|每天|半夜|骚扰|催|没人|没有人|还没|不|一直|总|老是|说(?:好)?|答应|keeps?|never|nobody|no one|didn't|did not|hasn't|stop)/.test(
      text,
    )
  )
    return [];
  const lead = /^ +/.exec(text)?.[0].length ?? 0;
  const trail = / +$/.exec(text)?.[0].length ?? 0;
  start += lead;
  end -= trail;
  return end > start ? [words(source, "contact-time", start, end)] : [];
}
