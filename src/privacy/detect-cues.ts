/** The words around a number that say what it is: a card, a phone, an identity number, or only a reference. */
import { matchesOf } from "../matches.ts";

export type Cue = "reference" | "card" | "id" | "phone" | "account" | "document";

/** The last of these before a number decides; longer words come first ("身份证号码" is no "号码"). */
const CUES =
  /(?<reference>(?:[订訂运運工][单單]|[单單快][号號]|流水|[编編][号號]|交易[号號码碼]|快[递遞]|凭[证證]|[参參]考[号號]|合同|保[单單]|[发發]票|税[号號]|[纳納]税人|信用代[码碼]|isbn|[书書][号號]|[条條]形?[码碼]|商品[码碼]|序列[号號]|机具|[设設][备備]|终端|商[户戶]|批次|案件|工[号號]|版本|坐[标標]|[经經][纬緯]|imei|[联聯]?行[号號]|冠字|代[码碼]|[预預][约約]|车牌|机构|收款码|基金|股票|期[号號])(?:[号號][码碼]?)?|\b(?:order|ref(?:erence)?|tracking|transaction|case|invoice|ticket|serial|terminal|tax|isbn|imei|policy|build|version|iban|swift|sort code|barcode|booking|receipt|machine)(?![a-z])(?: (?:number|no\.?|id|#))?)|(?<document>[护護]照|通行[证證]|\bpassport|\bssn(?![a-z])|social security)|(?<id>身[份分]?[证證](?:[号號][码碼]?)?|[证證]件(?:[号號][码碼]?)?|一代[证證]|[老旧舊][证證]|\bid(?:entity)?(?: card)?(?: (?:number|no\.?))?(?![a-z]))|(?<account>[账帳帐][号號户戶]|折[号號]|\baccount(?: (?:number|no\.?))?)|(?<phone>[电電][话話]|手[机機]|座[机機]|固[话話]|[联聯][系繫絡络]|[致回来覆]电|打[给給到]?我|[拨撥]|微信|同号|\b(?:phone|tel(?:ephone)?|cell|mobile|whatsapp|wechat|landline|(?:call|ring|text|dial)(?:ing)?(?: (?:me|us|her|him|my [a-z]{2,8}))?|reach(?:ed)? (?:me|us|her|him)|(?:hk|hong kong|uk|us) number|contact)(?![a-z]))|(?<card>卡[号號]?[码碼]?|\b(?:card|visa|mastercard|amex|unionpay)(?![a-z])(?: (?:number|no\.?))?)/gi;
const NAMES: readonly Cue[] = ["reference", "card", "id", "phone", "account", "document"];

const BEFORE = 28;
const LAST_SENTENCE = /(?:[^。!?;\n]|(?<=[:：] ?)\n)*$/;
const NOT_NUMBERED =
  /^[^\d]*?(?:\b(?!is\b|was\b|no\b|id\b|number\b|code\b)[a-z]{2,}|[显顯]示|登[记記]|[写寫]的是|留的|[绑綁])/i;

/** The nearest cue in the same sentence before `at`, and how many characters stand between. */
export function cueBefore(text: string, at: number): { cue: Cue; gap: number } | null {
  const whole = text.slice(Math.max(0, at - BEFORE), at);
  // A line is a sentence too, but "Phone:" may stand on a line of its own.
  const clause = whole.slice(whole.search(LAST_SENTENCE));
  let found: { cue: Cue; gap: number } | null = null;
  for (const match of matchesOf(CUES, clause)) {
    const cue = NAMES.find((name) => match.groups?.[name] !== undefined);
    const between = clause.slice(match.index + match[0].length);
    // "standing order from 6225…", "流水显示6222…": the word before speaks of something else.
    if (cue === "reference" && NOT_NUMBERED.test(between)) continue;
    if (cue) found = { cue, gap: between.length };
  }
  return found;
}

const NUMBERED =
  /(?:(?:[订訂运運工][单單]|流水|[编編]|交易|凭[证證]|[参參]考|合同|保[单單]|[发發]票|税|序列|[设設][备備]|终端|商[户戶]|批次|案件|[单單快工])[号號][码碼]?|[订訂工][单單]|流水|\b(?:order|ref(?:erence)?|tracking|transaction|case|invoice|ticket|serial|terminal|booking|policy)(?: (?:number|no\.?|id|#))?)[ :#是为為]{0,3}(?:is )?$/i;

/** "订单号138…": the number of an order, not somebody's phone; "快递打138…" is a phone. */
export const isNumbered = (text: string, at: number): boolean => NUMBERED.test(text.slice(Math.max(0, at - 28), at));

const ID_AFTER = /^[^\d。!?\n]{0,6}(?:身份[证證]|[证證]件|[老旧舊一]代?[证證]|\bid\b)/i;
const CARD_AFTER = /^[ ,]?(?:[这這那][张張个個]?|是)?[^\d。,!?\n]{0,3}卡/;

export const saysIdAfter = (after: string): boolean => ID_AFTER.test(after);
export const saysCardAfter = (after: string): boolean => CARD_AFTER.test(after);

const MONEY_AFTER =
  /^(?:\.\d{1,2}(?!\d)|\.\d{1,2}(?=元)| ?(?:[多余餘]?[元块塊圆圓円]|[万萬亿億千]|[韩韓日美港欧歐台]元|人民[币幣]|越南盾|[卢盧]比|[镑鎊]|[份股]|dollars?|yuan|rmb|cny|usd|krw|vnd|won|dong|yen|eur|gbp|%))/i;
const MONEY_BEFORE = /(?:[¥$€£]|(?:金[额額]|余[额額]|rmb|cny|usd|本金|[规規]模)[:是]?) ?$/i;

/** Whether a number at these places is a sum of money or a share of something. */
export const isMoney = (text: string, start: number, end: number): boolean =>
  MONEY_AFTER.test(text.slice(end, end + 10)) || MONEY_BEFORE.test(text.slice(Math.max(0, start - 8), start));
