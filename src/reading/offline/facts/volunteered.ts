/**
 * What a reply tells beside the answer: "我是她女儿，姓邓，139…" to the question for a card's digits. Each part is
 * looked at by itself, and counts only when all of it is such a thing.
 */
import type { FactName } from "../../../flows/reading.ts";
import type { Span } from "./asked-clauses.ts";
import { fits } from "./asked-shapes.ts";
import { type FactDraft, type FactSource, overlaps } from "./draft.ts";
import { SURNAME } from "./names.ts";
import { isOrder } from "./orders.ts";

/** Characters of a reply; a longer one is a story, and told in sentences of its own. */
const REPLY = 160;
/** Characters of a part that is nothing but a wish. */
const WISH_MOST = 60;

const TITLE = "(?:先生|女士|小姐|太太|阿姨|大姐|大妈|大爷|大叔|大哥|师傅|同学|老师|姐|哥|叔|姨|伯)";
const OWN_NAME: readonly RegExp[] = [
  /^(?:那|另外|对了|哦|嗯|我是|本人|就|你们?|您|都|可以|请|麻烦){0,3}(?:(?:叫|喊|称呼)我|(?:我|俺|本人)(?:的)?(?:名字)?(?:叫|姓)|免贵姓?|敝姓|姓名(?:是|叫|:)?|名字(?:是|叫|:)?)([\u4e00-\u9fff·]{1,6}?)(?:就行|就好|就可以|即可|吧)?$/,
  new RegExp(`^(?:我|我是|我姓|找|叫|打给|联系|是)?(${SURNAME}[\\u4e00-\\u9fff]{0,2}${TITLE})$`),
  new RegExp(`^我(?:是|叫)?([小老]${SURNAME})(?:就行|就好)?$`),
];
/** Without "我" it may be a clerk's name as well, where a clerk was asked for. */
const BARE_SURNAME = /^(?:姓|叫)([\u4e00-\u9fff·]{1,4}?)(?:就行|就好|吧)?$/;
const BARE_NAME = new RegExp(`^${SURNAME}[\\u4e00-\\u9fff]{1,2}$`);
/** Begins like a surname, and is none. */
const NO_SURNAME =
  /^(?:方便|马上|金额|高兴|白天|常用|安全|于是|成功|平时|时间|路上|全部|万一|任何|应该|单位|余额|何时|周[一二三四五六日末天]|任意|关于|时候|解决|能不)/;
const ENGLISH_NAME =
  /^(?:and |btw |by the way )?(?:my (?:full |first |last )?name(?: is|'s|:)|name(?: is|'s|:)|call me|i'm called|you can call me|it's|this is|i am|i'm) ?([a-z][a-z.'’-]*(?: [a-z][a-z.'’-]*){0,3})$/;
const LOOSE = /^(?:it's|this is|i am|i'm) /;
const TITLED_LATIN =
  /^(?:it's |this is |i'm )?((?:mr|mrs|ms|miss|dr)\.? [a-z][a-z'’-]+(?: (?!here|speaking|btw)[a-z][a-z'’-]+)?)(?: here| speaking| btw| by the way)?$/;
/** Whose name may be told by the reply instead of the customer's. */
const NAMES_OTHERS: ReadonlySet<FactName> = new Set(["staff", "counterparty", "product"]);

/** "我是他大儿子": who the writer is to the person concerned. */
const RELATION =
  /^(?:我|俺|咱)?(?:是|算是)?(?:她|他|老人|老人家|本人|户主|持卡人|机主|我?(?:妈妈?|爸爸?|奶奶|爷爷|外婆|外公|姥姥|姥爷|婆婆|岳母))?(?:的)?(?:大|小|二|亲|老|唯一的)?(?:儿子|女儿|闺女|丈夫|妻子|老公|老婆|爱人|老伴|侄子|侄女|外甥|外甥女|孙子|孙女|外孙|外孙女|儿媳妇?|女婿|弟弟|妹妹|哥哥|姐姐|妈妈|爸爸|母亲|父亲|监护人|邻居|同事|朋友|护工|会计|财务|法人|代理人|律师)$|^(?:i'm |im |i am )?(?:the |a |my |(?:her|his|their|the account holder's|the card ?holder's|my (?:mum|mom|dad|mother|father|gran|grandmother|grandfather)'s) )?(?:eldest |youngest |only |older |younger |elder )?(?:son|daughter|husband|wife|partner|brother|sister|niece|nephew|grandson|granddaughter|grandchild|carer|caregiver|guardian|mother|father|mum|mom|dad|neighbou?r|friend|colleague|accountant|lawyer|solicitor|son[- ]in[- ]law|daughter[- ]in[- ]law|executor|executrix|trustee|bookkeeper|company secretary|treasurer)$/;

/** "转给王建军了", "扣给了一个叫鑫诚科技的": to whom the money went. */
const PAID_TO = new RegExp(
  `(?:转|扣|打|汇|付|刷|划|交)(?:账|款|钱)?(?:到|给)(?:了|到)?(?:我(?:前同事|同事|朋友|同学|前男友|前女友|邻居|房东)|一个|一家|个|那个|家)?(?:叫|名叫|姓名是)?((?:${SURNAME}[\\u4e00-\\u9fff]{1,2}?)|[\\u4e00-\\u9fffa-z\\d]{2,12}(?:科技|公司|商行|店|平台|商城|超市|集团|中心|学校|医院|物业|基金会?))(?:那儿|那里|那边|那)?(?:去)?(?:的|了)*$`,
);

const CONTACT_WAY =
  /^(?:请|麻烦|你们|最好|就|还是)?(?:别|不要|不用|甭)(?:再)?(?:给我)?(?:打|来)电话(?:了)?$|^(?:就|你们|请)?(?:在)?这(?:儿|里|上面)(?:回|说|联系|答复|打字)(?:复)?(?:我)?(?:就行|就好|吧)?$/;

/** "Union Square ATM", "the cash machine at the station": the part is nothing but where it stands. */
const MACHINE_PLACE =
  /^(?:the |at |in |at the |in the |it was |it's )*((?:(?!at |in |from |was |is |by |a )[a-z0-9']+ ){0,5}(?:atm|cash machine|branch|kiosk)\b(?: (?:at|in|on|by|near|inside|outside|next to) [a-z0-9' ]+)?)$/;
const SOLD =
  /^(?:it was |that was |by )?((?:mr|mrs|ms|miss|dr)\.? [a-z'’-]+) (?:sold|told|said|promised|signed|arranged|set|opened|refused|handled|dealt)\b|\b(?:woman|man|guy|lady|girl|bloke|chap|lad|person|clerk|teller|manager|adviser|advisor) (?:called|named) ([a-z'’-]{2,20})$/;
/** As capitals show: "Hannah Cole", "to Bright Lettings". */
const CAPITALISED = /^[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){1,2}$/;
const ONE_CAPITALISED = /^[A-Z][a-z'’-]+$/;
const NO_PERSON =
  /\b(?:Street|Road|Branch|Bank|Square|Park|Mall|Plaza|Centre|Center|Station|Market|Plan|Lane|Avenue|Saver|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Yes|No|Ok|Okay|Thanks|Sorry|Hello|Hi|Please|Sure|January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const PAYEE_CAPITALISED = /\b(?:to|from|by|called|some) ((?:[A-Z][\w&'.-]+)(?: [A-Z][\w&'.-]+){0,2})(?: lot| people)?$/;
/** What has been asked for, when a bare name stands in the reply, is nobody else's name. */
const OWN_CARD: ReadonlySet<FactName> = new Set(["card-tail", "account-tail", "phone", "contact-time", "authority"]);

/**
 * `found` together with what the reply tells beside it. What is told in full takes the place of a piece of it:
 * "把扣的钱还了" of "还了".
 */
export function withVolunteered(source: FactSource, found: readonly FactDraft[]): FactDraft[] {
  if (source.plain.length > REPLY) return [...found];
  const more = volunteered(source, found);
  const wider = (piece: FactDraft) =>
    more.some(({ name, start, end }) => name === piece.name && start <= piece.start && piece.end <= end);
  return [...found.filter((piece) => !wider(piece)), ...more];
}

function volunteered(source: FactSource, found: readonly FactDraft[]): FactDraft[] {
  const { plain, original, asking, personal } = source;
  const out: FactDraft[] = [];
  const told = (name: FactName) => [...found, ...out].some((fact) => fact.name === name);
  const add = (
    name: "person" | "desired-outcome" | "authority" | "counterparty" | "contact-time" | "place" | "staff",
    { start, end }: Span,
  ) => out.push({ name, value: original.slice(start, end), start, end });
  const parts = partsOf(plain);
  const related = parts.some(({ start, end }) => RELATION.test(plain.slice(start, end)));
  const wished = found.filter((fact) => fact.name === "desired-outcome");
  for (const part of parts) {
    const words = plain.slice(part.start, part.end);
    const inPart = (value: string): Span => {
      const start = part.start + words.lastIndexOf(value);
      return { start, end: start + value.length };
    };
    const named = told("person") || overlaps(personal, part.start, part.end);
    const name = named ? null : nameIn(words, part, source, parts.length, related);
    const payee = told("counterparty") ? undefined : payeeIn(words, original.slice(part.start, part.end), asking);
    const sold = SOLD.exec(words);
    const seller = sold?.[1] ?? sold?.[2];
    const place = MACHINE_PLACE.exec(words)?.[1];
    if (seller !== undefined && !told("staff")) add("staff", inPart(seller));
    else if (name !== null) add("person", inPart(name));
    else if (payee !== undefined) add("counterparty", inPart(payee));
    else if (place?.includes(" ") && fits("place", place, false)) add("place", inPart(place));
    else if (!told("authority") && RELATION.test(words)) add("authority", part);
    else if (!told("contact-time") && CONTACT_WAY.test(words)) add("contact-time", part);
    else if (words.length <= WISH_MOST && isOrder(words)) {
      const whole = wished.some(({ start, end }) => start <= part.start && part.end <= end);
      // What is wished for is told by the whole reply, unless a piece of it was found already.
      if (!whole && (asking !== "desired-outcome" || wished.length > 0))
        add("desired-outcome", withoutRounding(plain, part));
    }
  }
  return out;
}

/** "退钱就行了" wishes for "退钱". */
function withoutRounding(plain: string, { start, end }: Span): Span {
  const rounds =
    /(?:就行了?|就好了?|就成|就可以了?|即可|就完了|吧|呗|啊|哈)+$/.exec(plain.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - rounds };
}

function payeeIn(words: string, asWritten: string, asking: FactName | null): string | undefined {
  const paid = PAID_TO.exec(words)?.[1];
  if (paid !== undefined) return paid;
  const named = asking === "counterparty" || asking === "amount" || asking === "count";
  const latin = named ? PAYEE_CAPITALISED.exec(asWritten)?.[1] : undefined;
  return latin === undefined || NO_PERSON.test(latin) ? undefined : latin.toLowerCase();
}

/** Clauses, and what stands apart by blanks beside figures or Chinese words: "15012348765 吴先生 周末都行". */
function partsOf(plain: string): Span[] {
  const found: Span[] = [];
  const cut = /[,，。!?;；、\n]+|(?<=[\u4e00-\u9fff\d]) +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +(?=\d)/g;
  let from = 0;
  const add = (to: number) => {
    const words = plain.slice(from, to);
    const start = from + (words.length - words.trimStart().length);
    if (words.trim() !== "") found.push({ start, end: start + words.trim().replace(/[.~]+$/, "").length });
  };
  for (const match of plain.matchAll(cut)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(plain.length);
  return found;
}

function nameIn(
  words: string,
  part: Span,
  { asking, personal, original }: FactSource,
  parts: number,
  related: boolean,
): string | null {
  const others = asking !== null && NAMES_OTHERS.has(asking);
  for (const form of others ? OWN_NAME.slice(0, 1) : OWN_NAME) {
    const own = form.exec(words)?.[1];
    if (own !== undefined && (fits("person", own, false) || BARE_NAME.test(own))) return own;
  }
  const latin = ENGLISH_NAME.exec(words)?.[1];
  const written = original.slice(part.start, part.end);
  // "I'm" may lead up to how they feel: then only capitals make a name.
  const sure = latin !== undefined && (!LOOSE.test(words) || CAPITALISED.test(written.slice(-latin.length)));
  if (sure && fits("person", latin, false)) return latin;
  if (others) return null;
  const surname = BARE_SURNAME.exec(words)?.[1];
  if (surname !== undefined && fits("person", surname, false)) return surname;
  const titled = TITLED_LATIN.exec(words)?.[1];
  if (titled !== undefined) return titled;
  const capitals = parts > 1 && ((asking !== null && OWN_CARD.has(asking)) || related);
  if (capitals && !NO_PERSON.test(written) && (CAPITALISED.test(written) || (related && ONE_CAPITALISED.test(written))))
    return fits("person", words, false) ? words : null;
  // Nothing but a name beside a telephone number is whose it is.
  const beside = parts > 1 && personal.some(({ kind }) => kind === "phone");
  return beside && BARE_NAME.test(words) && !NO_SURNAME.test(words) && fits("person", words, false) ? words : null;
}
