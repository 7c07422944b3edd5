/** Numbers that name something: card and account tails, references, telephone numbers. */
import type { FactName } from "../../../flows/reading.ts";
import { matchesOf } from "../../../matches.ts";
import { clauseAt } from "../clauses.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { overlaps } from "./draft.ts";

const TAIL_CUE =
  /(?:尾号|尾数|后四位|末四位|最后四位|后4位|末4位|(?:卡|账号|账户|户|折子|存折)尾|ending(?: in| with)?|ends(?: in| with)|last (?:four|4)(?: digits)?)(?:[是为:]| |号|数字|的|are|is|of my card|of the card)*(\d{4})(?!\d)/g;
/** "尾号不是8827，是8872", "尾号8827错了，是8872": the right one of two. */
const TAIL_PUT_RIGHT =
  /(?:尾号|后四位|末四位|ending in|last four(?: digits)?)[^\d]{0,6}?(?:(?:不是|\bnot) ?\d{4}|\d{4} ?(?:不对|错了?|is wrong))[^\d]{0,10}(\d{4})(?!\d)/g;
const TAIL_REVERSED =
  /(?<![\d.,:/-])(\d{4})(?=(?:那|这)张?(?:信用|储蓄|借记|银行|工资)?卡|的?(?:信用|储蓄|借记|银行|工资|贷记)?卡(?!号)|结尾|尾号|(?:被盗?|又)?(?:刷|盗刷)|被扣|消费了|少了|扣了)/g;
const PHONE_BEFORE = /(?:手机|电话|号码|phone|mobile|cell)(?:号码?|的|number| )*$/;
const ACCOUNT_BEFORE = /(?:账户|账号|存折|折子|存单|account|acct|a\/c)(?:的| number| no\.?)* *$/;
const ACCOUNT_CUE = /^(?:账|户|折子|存折)/;
/** "卡8080": in a reply, four figures right behind the card. */
const CARD_AND_FIGURES = /(?:卡|card) ?(?:号|no\.?|number)?[是:]? ?(?:ends? |ending )?(\d{4})(?![\d元块年次张.-])/g;
/** Four figures one by one, in signs or words: "2 0 4 6", "四四二零", "四个8", "double eight two seven". */
const SPELLED =
  /(?<![\d零〇一二三四五六七八九幺两])(?:(?:[2-4二三四两]个[\d零一二三四五六七八九])|(?:[\d零〇一二三四五六七八九幺][ ,、.-]?){2,4}|(?:(?:double |triple )?(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]*){2,4})(?![\d零〇一二三四五六七八九元块万千百十点月日号年个])/g;
const LEADS_TO_FIGURES =
  /^(?:我|的|那张|这张|卡|卡号|存折|存折上|上面?|账号|账户|尾号|尾数|后四位|末四位|最后四位|最后|号码|应该|好像|是|就是|为|写的|:|it|is|it's|ends?|ending|in|with|last|four|digits|are|the|my|card|account|number| )*$/;

/** The last four digits of a card or an account. A bare "8827" is one only when it was asked for. */
/** Four figures alone answer none of these. */
const NOT_FOUR_FIGURES: readonly FactName[] = [
  "person",
  "phone",
  "desired-outcome",
  "place",
  "staff",
  "evidence",
  "product",
];

/** "8827", "8827，把卡退给我就行": a part of the reply that is nothing else. */
const FIGURES_APART = /(?:^|[,，。;；]) *\d{4}(?=[。.! ]*(?:$|[,，;；]))/;

export function findTails(source: FactSource): FactDraft[] {
  const { plain, personal } = source;
  const facts: FactDraft[] = [];
  const add = (name: "card-tail" | "account-tail", start: number) => {
    if (facts.some((fact) => fact.start === start)) return;
    facts.push({ name, value: plain.slice(start, start + 4), start, end: start + 4 });
  };
  for (const match of matchesOf(TAIL_CUE, plain)) {
    const before = plain.slice(Math.max(0, match.index - 10), match.index);
    if (PHONE_BEFORE.test(before)) continue;
    add(
      ACCOUNT_BEFORE.test(before) || ACCOUNT_CUE.test(match[0]) || source.asking === "account-tail"
        ? "account-tail"
        : "card-tail",
      match.index + match[0].length - 4,
    );
  }
  for (const match of matchesOf(TAIL_PUT_RIGHT, plain))
    add(source.asking === "account-tail" ? "account-tail" : "card-tail", match.index + match[0].length - 4);
  for (const match of matchesOf(TAIL_REVERSED, plain)) {
    // "2026的卡" is a year as likely as a tail, and money has its own words.
    if (
      /(?:了|扣|刷|转|取|[¥$])$/.test(plain.slice(Math.max(0, match.index - 1), match.index)) ||
      overlaps(personal, match.index, match.index + 4)
    )
      continue;
    if (/^(?:19|20)\d\d年?$/.test(match[1] ?? "") && /^(?:被?扣|少|消费)/.test(plain.slice(match.index + 4))) continue;
    add("card-tail", match.index);
  }
  for (const span of personal) {
    if (span.kind !== "card-number") continue;
    // The tail is enough: the rest of the number stays out of the ledger.
    const digits = /\d{4}$/.exec(plain.slice(span.start, span.end));
    if (digits) add("card-tail", span.end - 4);
  }
  const { asking } = source;
  // Four figures alone to a question that no figures answer: the tail comes late.
  const late = asking !== null && NOT_FOUR_FIGURES.includes(asking) ? FIGURES_APART.exec(plain) : null;
  if (late && facts.length === 0) add("card-tail", late.index + late[0].length - 4);
  if (source.replying && facts.length === 0)
    for (const match of matchesOf(CARD_AND_FIGURES, plain)) add("card-tail", match.index + match[0].length - 4);
  if ((asking === "card-tail" || asking === "account-tail") && facts.length === 0) {
    const bare = bareFigures(source);
    const spelled = bare ? null : spelledFigures(source);
    if (spelled) facts.push({ name: asking, ...spelled });
    else if (bare && !/(?:不是|not) ?$/.test(plain.slice(0, bare.index))) add(asking, bare.index);
    else {
      const later = /(?:是|is) ?(\d{4})(?!\d)/.exec(plain.slice((bare?.index ?? 0) + 4));
      if (bare && later) add(asking, bare.index + 4 + later.index + later[0].length - 4);
    }
  }
  return facts;
}

const MONEY_BEFORE = /(?:[走扣刷转取少亏欠花¥$£]|[扣刷转取少亏欠花丢]了) ?$/;

/** Four figures that are part of no longer number, and no sum. */
function bareFigures({ plain, personal }: FactSource): RegExpExecArray | undefined {
  for (const match of matchesOf(/(?<![\d-])(\d{4})(?!\d|元|块|年|-\d)/g, plain))
    if (!overlaps(personal, match.index, match.index + 4) && !MONEY_BEFORE.test(plain.slice(0, match.index)))
      return match;
  return undefined;
}

/** The figures of a clause that says nothing else. */
function spelledFigures({ plain, personal, digitsIn }: FactSource): Omit<FactDraft & { value: string }, "name"> | null {
  for (const match of matchesOf(SPELLED, plain)) {
    const words = match[0].trimEnd();
    const value = digitsIn(words);
    const { start } = clauseAt(plain, match.index);
    const end = match.index + words.length;
    if (!/^\d{4}$/.test(value) || overlaps(personal, match.index, end)) continue;
    if (LEADS_TO_FIGURES.test(plain.slice(start, match.index))) return { value, start: match.index, end };
  }
  return null;
}

const CASE_REF = /(?<![a-z\d])[rc]-[a-z\d]{2,12}(?:-[a-z\d]{2,12}){0,3}(?![a-z\d])/g;
const CASE_CUE =
  /(?:受理编?号|投诉编?号|工单编?号?|案件编?号|case (?:number|no\.?|id|reference|ref)|complaint (?:number|no\.?|id)|ticket (?:number|no\.?|id)?)(?:[是为: #]|is)*([a-z\d][a-z\d-]{3,24})/g;
const TRANSACTION_CUE =
  /(?:流水号?|交易(?:编|单|流水)?号|订单(?:编)?号?|凭证号|参考号|单号|检索号|transaction (?:id|number|no\.?|ref(?:erence)?)|reference(?: (?:number|no\.?|id))?|order (?:id|number|no\.?))(?:[是为: #]|is)*([a-z\d][a-z\d-]{5,40})/g;

export function findReferences(source: FactSource): FactDraft[] {
  const { plain, original } = source;
  const facts: FactDraft[] = [];
  const add = (name: "case-ref" | "transaction-ref", start: number, end: number) => {
    if (!/\d/.test(plain.slice(start, end)) || overlaps(facts, start, end)) return;
    facts.push({ name, value: original.slice(start, end).toUpperCase(), start, end });
  };
  for (const match of matchesOf(CASE_REF, plain)) add("case-ref", match.index, match.index + match[0].length);
  for (const [name, pattern] of [
    ["case-ref", CASE_CUE],
    ["transaction-ref", TRANSACTION_CUE],
  ] as const) {
    for (const match of matchesOf(pattern, plain)) {
      const end = match.index + match[0].length;
      add(name, end - (match[1] ?? "").length, end);
    }
  }
  if ((source.asking === "transaction-ref" || source.asking === "case-ref") && facts.length === 0) {
    const bare = /(?<![a-z\d])[a-z\d-]*\d[a-z\d-]{3,40}/.exec(plain.slice(0, 400));
    if (bare) add(source.asking, bare.index, bare.index + bare[0].length);
  }
  return facts;
}

/** Numbers that belong to somebody else: who rang, where the money went. */
const OTHERS_PHONE =
  /(?:骚扰|打来|打给我|来电|对方|骗子|陌生|接到|自称|called from|calls? from|caller)[^,，。!?]{0,10}$/;
const OTHERS_PHONE_AFTER = /^[^,，。!?]{0,4}(?:打来|一直打|骚扰|的电话(?:骚扰|打)|called me|keeps calling)/;

/** The customer's telephone numbers, digits only (a leading + is kept). */
export function findPhones(source: FactSource): FactDraft[] {
  const facts: FactDraft[] = [];
  for (const span of source.personal) {
    if (span.kind !== "phone") continue;
    const text = source.plain.slice(span.start, span.end);
    const asked = source.asking === "phone" || source.asking === "contact-time";
    if (
      !asked &&
      (OTHERS_PHONE.test(source.plain.slice(Math.max(0, span.start - 14), span.start)) ||
        OTHERS_PHONE_AFTER.test(source.plain.slice(span.end, span.end + 12)))
    )
      continue;
    const digits = source.digitsIn(text);
    if (digits === "") continue;
    const mobile = /^(?:00)?86(1[3-9]\d{9})$/.exec(digits)?.[1];
    facts.push({
      name: "phone",
      value: mobile ?? (text.startsWith("+") ? `+${digits}` : digits),
      start: span.start,
      end: span.end,
    });
  }
  if (source.asking === "phone" && facts.length === 0) {
    const bare = /(?<![\d-])(?:[2-9]\d{6,7}|\d{3,4}[- ]\d{4})(?![\d-])/.exec(source.plain);
    if (bare)
      facts.push({
        name: "phone",
        value: bare[0].replace(/\D/g, ""),
        start: bare.index,
        end: bare.index + bare[0].length,
      });
  }
  return facts;
}
