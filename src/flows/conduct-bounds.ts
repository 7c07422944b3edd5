/**
 * How far a rephrasing may go from its template: the words of the template, and a plain stock of words for
 * listening, feeling, telling and asking. Lists of what is forbidden always have holes; a clause made of other
 * words than these is refused whatever it says. Words of the customer don't widen the bound, or an order in them would.
 */
import { plain } from "./conduct-kept.ts";

const letters = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(""));

/** Characters that carry no matter of their own. */
const LIGHT = letters("的了在是我您这那就也都很把得地着呢吧啊和嗯哦吗一个件么些太却");
const STOCK = letters(
  "听到说讲话记写下清楚明白",
  "慢急别忙缓顺",
  "心里情绪气火烦闷堵憋委屈难受苦累折腾磨人窝怒恼愁焦虑慌怕失望伤舒服踏实滋味",
  "确实真自然怪肯知道意放上乎谁换",
  "事经过来龙去脉前后原样如仔细句字点步理",
  "谢请客对不起抱歉让给麻辛打扰",
  "大概约左右印象方便哪什怎样时候多少想还有其他补充先再儿随接继续看问咱们笔当没关系好发生刚才行用回底小耽误件插往该面以间花",
);

const LIGHT_EN: ReadonlySet<string> = new Set(
  "a an the we i i'm i've you your you're you've it it's its this that these those is are was were be been am to of in and or so but for with as at by my me do does did have has had there here's".split(
    " ",
  ),
);
const STOCK_EN: ReadonlySet<string> = new Set(
  [
    "hear hearing heard listen listening tell telling told say saying said talk go going on write writing written note noted noting take taking down put got get word words detail details step bit everything story",
    "time rush hurry there's no need slowly ready whenever",
    "feel feeling feels upset angry cross worry worrying worried hard tiring trying frustrating frustrated disappointed disappointing hurt hurtful small unsettling unsettled uneasy difficult stressful trouble sorry mind matter matters",
    "can see clear clearly plain plainly carefully care just really quite very much how what when where which who made make makes this from over about after",
    "thank thanks please welcome goodbye now okay right all good back come",
    "roughly about around remember recall know think like would could most still left started happen happened happening way money talk talking which ones such yours let another thing anything else one more first again too if when what's how's that's",
  ]
    .join(" ")
    .split(" ")
    .map((word) => singular(word)),
);

/** One card, two cards. */
function singular(word: string): string {
  return word.length > 4 ? word.replace(/s$/u, "") : word;
}

/** Of the words of one clause that carry matter, this share or more is neither the template's nor of the stock: too much. */
const SHARE = 0.25;

/** True when a clause speaks in words of its own. `named`: products and troubles the customer spoke of. */
export function strays(template: string, rephrased: string, named: readonly string[], english: boolean): boolean {
  const cut = english ? wordsIn : charactersIn;
  const own = new Set([...cut(template), ...named.flatMap(cut)]);
  const [light, stock] = english ? [LIGHT_EN, STOCK_EN] : [LIGHT, STOCK];
  return plain(rephrased)
    .split(english ? /[.!?;:,\n]+(?:\s|$)/u : /[。！？；，：、!?;,:\n]/u)
    .some((clause) => {
      const heavy = cut(clause).filter((word) => !light.has(word));
      const other = heavy.filter((word) => !own.has(word) && !stock.has(word));
      return other.length >= heavy.length * SHARE && other.length > 0;
    });
}

const charactersIn = (text: string): string[] => plain(text).match(/\p{Script=Han}/gu) ?? [];
const wordsIn = (text: string): string[] =>
  plain(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[a-z]+(?:'[a-z]+)?/gu)
    ?.map(singular) ?? [];
