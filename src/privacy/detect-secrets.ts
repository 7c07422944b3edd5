/** Passwords, one-time codes and card security codes, found only beside a cue word. */

import type { PersonalKind } from "../flows/reading.ts";
import { matchesOf } from "../matches.ts";

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

const CODE_WORDS =
  "(?:[验驗][证證][码碼]|校[验驗][码碼]|[动動][态態][码碼]|[动動][态態]密[码碼]|[动動][态態]口令|口令牌|令牌|一次性密[码碼]|确认码|授[权權][码碼]|(?:短信|短訊|手机|手機)[^0-9A-Za-z。!?,\\n]{0,4}[码碼]|(?:收到|[发發][来來]|那[个個]|[这這][个個])的?[码碼])";
const PASSWORD_WORDS =
  "(?:密[码碼]|口令|暗[码碼]|\\bpin ?[码碼]|\\bpin\\b|(?<![a-z0-9])(?:mm|pwd|passwd|pswd|pw)(?= ?[:=是为為]))";
const CVV_WORDS =
  "(?:\\bcv[vcn]2?\\b ?[码碼]?|安全[码碼]|(?:背面|反面|[后後]面|[签簽]名[条條栏欄][处處]?)[^0-9\\n]{0,6}(?:三|3) ?[位个個][数數]?字?|[后後末](?:三|3)位[数數]?字?)";
const DIGITS = "\\d(?:[ -]?\\d){3,7}";
const HAN_DIGITS = "[零〇一二三四五六七八九幺]{4,8}";
/** "六个8" for 888888. */
const SAME_DIGITS = "[四五六八4568] ?[个個] ?[0-9零一二三四五六七八九]";

/** Every cue has one of these; most messages have none. */
const ANY_CUE = /[码碼令面位]|[后後末][三3]|[签簽]名|pin|cv[vcn]|mm|pwd|passwd|pswd|pw/i;

/** What stands between the cue and the code: anything short that is not itself a number, a word or a new sentence. */
const FILLER = "([^0-9A-Za-z。!?\\n]{0,12}?(?:[46] ?位[数數]?字?[^0-9A-Za-z。!?\\n]{0,4}?)?)";
/** A filler with one of these says the number is not the code: how often, how long, how much. */
const OTHER_MATTER =
  /[错錯次过過等花限额額费費元扣转轉没沒锁鎖共超]|收不到|[少活]|[键鍵][盘盤]|[几幾多]位|位[数數]?(?:要|必|不|太|少|多)/;
const UNIT_AFTER =
  /^\s?(?:年|月|[日号號](?!是)|元|[块塊]|次|分[钟鐘]|秒|位|天|小[时時]|个|個|[万萬]|遍|[条條]|%|\*|[发發打]|开头|開頭)/;
/** Numbers that send codes or answer calls. */
const SENDER = /^(?:95\d{3,4}|9[46]\d{3,4}|12[13]\d{2}|100\d{2}|106\d{5})$/;

const CODE = new RegExp(`${CODE_WORDS}${FILLER}(${DIGITS}|${HAN_DIGITS}|${SAME_DIGITS})(?!\\d)`, "gi");
const CVV = new RegExp(`${CVV_WORDS}([^0-9A-Za-z。!?\\n]{0,8}?)(\\d{3,4})(?!\\d)`, "gi");
const PASSWORD = new RegExp(
  `${PASSWORD_WORDS}([^0-9A-Za-z。!?\\n]{0,8}?)((?![:=,;"'(])[!-~]{4,32}|${HAN_DIGITS}|${SAME_DIGITS})`,
  "gi",
);
const REVERSED = new RegExp(
  `(?<![0-9A-Za-z.,-])(${DIGITS})(?![0-9])[ ,，]?(?:就|[这這][个個]?|[它]?)?(?:是|[为為])?[^0-9A-Za-z。!?，,\\n]{0,6}?(?:${CODE_WORDS}|密[码碼])`,
  "gi",
);

const ENGLISH_CUE =
  /\b(?:(?:one[- ]time |verification |security |access |sms |text |auth(?:entication|orisation|orization)? |6[- ]digit |six[- ]digit )(?:code|password|passcode|pin)|otp|password|passcode|passphrase|passwd|pswd|pwd|pin(?: code| number)?|cv[vcn]2?|code)((?: (?:i|they|he|she|you|it) (?:just )?(?:got|get|received|was sent|sent|texted|gave|showed)(?: (?:me|us))?)?(?: (?:is|was|says|said|to|as|now|just))*,?\s?[:=-]?\s?["']?)(\d{3}[ -]\d{3}(?![\d-])|[!-~]{3,32})/gi;
const ENGLISH_SAID =
  /\b(?:(?:three|3) (?:digits|numbers|figures) (?:on|from|at) the (?:back|reverse)(?: of (?:the|my) card)?(?: (?:are|is|were))?|(?:sms|text(?: message)?) (?:said|says|reads?|was|read))[:,]? ["']?(\d{3,8})(?![\d.,]\d|\d| ?(?:yuan|rmb|cny|usd|dollars|times|days|minutes))/gi;
const ENGLISH_REVERSED =
  /(?<![0-9A-Za-z.,$-])(\d{4,8})(?![0-9]),? (?:is|was) (?:the|my|your|a) (?:[a-z-]{2,14} ){0,2}(?:code|otp|pin|password|passcode|cvv)\b/gi;
const OTHER_CODE =
  /\b(?:error|debug|sort|swift|bic|iban|zip|post(?:al)?|area|country|branch|bank|promo|discount|qr|bar|dress|referral|status|response|currency|product|source)[ -]?$/i;
/** Plain words after "password is": not a password unless it holds a digit or a sign. */
const PLAIN_WORDS = new Set(
  "wrong incorrect not locked expired invalid weak being required too correct the my always forgotten blocked reset still no now what in on for and but or was is it that this never again change changed please compromised stolen leaked works working manager security protected box screen page field entry attempts attempt several many three because when after before with from has had have does doesn can could will would sent number code".split(
    " ",
  ),
);

function push(found: Found[], start: number, length: number): void {
  found.push({ kind: "secret", start, end: start + length });
}

/** Secrets in text whose full-width characters are already narrow. */
export function detectSecrets(text: string): Found[] {
  const found: Found[] = [];
  if (/[\u3400-\u9fff]/.test(text) && ANY_CUE.test(text)) {
    for (const pattern of [CODE, CVV]) {
      for (const match of matchesOf(pattern, text)) {
        const [whole, filler = "", value = ""] = match;
        if (
          OTHER_MATTER.test(filler) ||
          SENDER.test(value) ||
          UNIT_AFTER.test(text.slice(match.index + whole.length, match.index + whole.length + 4))
        )
          continue;
        push(found, match.index + whole.length - value.length, value.length);
      }
    }
    for (const match of matchesOf(PASSWORD, text)) {
      const [whole, filler = "", raw = ""] = match;
      const value = raw.replace(/[,.;?)"'\]]+$/, "");
      const start = match.index + whole.length - raw.length;
      if (value.length < 3 || OTHER_MATTER.test(filler) || SENDER.test(value)) continue;
      const said = /[是:=为為]/.test(filler);
      const spelled = /\d/.test(value) || /^[^!-~]/.test(value);
      if (!said && !spelled) continue;
      if (!spelled && PLAIN_WORDS.has(value.toLowerCase())) continue;
      if (UNIT_AFTER.test(text.slice(start + value.length, start + value.length + 4))) continue;
      push(found, start, value.length);
    }
    for (const match of matchesOf(REVERSED, text)) push(found, match.index, (match[1] ?? "").length);
  }
  if (/[a-z]/i.test(text)) {
    for (const match of matchesOf(ENGLISH_CUE, text)) {
      const [whole, link = "", raw = ""] = match;
      if (OTHER_CODE.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
      if (!/[\s:=-]/.test(link)) continue;
      const value = raw.replace(/[,.;?)"'\]]+$/, "");
      const digits = /\d/.test(value);
      const cue = whole.slice(0, whole.length - link.length - raw.length).toLowerCase();
      const password = /^p(?:ass|sw|wd)/.test(cue.replace(/^.* /, ""));
      if (password ? value.length < 4 : !/^\d{3}[ -]?\d{0,5}$/.test(value)) continue;
      if (SENDER.test(value)) continue;
      if (password && !digits && (!/\b(?:is|was)\b|[:=]/.test(link) || PLAIN_WORDS.has(value.toLowerCase()))) continue;
      if (cue === "code" && !/\b(?:is|was|says)\b|[:=]/.test(link) && !/^\d{4,8}$/.test(value)) continue;
      const start = match.index + whole.length - raw.length;
      if (
        /^ (?:times|minutes|attempts|days|hours|digits)/.test(
          text.slice(start + value.length, start + value.length + 10),
        )
      )
        continue;
      push(found, start, value.length);
    }
    for (const match of matchesOf(ENGLISH_SAID, text))
      push(found, match.index + match[0].length - (match[1] ?? "").length, (match[1] ?? "").length);
    for (const match of matchesOf(ENGLISH_REVERSED, text)) push(found, match.index, (match[1] ?? "").length);
  }
  return found;
}
