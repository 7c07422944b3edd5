/** What an answer in the customer's own words must look like, by the fact asked for. */

/** Facts whose value is simply the customer's words. */
export type Freely =
  | "desired-outcome"
  | "counterparty"
  | "product"
  | "evidence"
  | "place"
  | "contact-time"
  | "person"
  | "staff"
  | "authority";

/** "就在", "是", "我叫": what leads up to the answer. */
const LEAD: Partial<Record<Freely, RegExp>> = {
  place:
    /^(?:我|当时|那天)?(?:就?(?:是)?你们(?:的|家)?(?=[\u4e00-\u9fff]{2})|就?(?:是)?在|就是|是|去的(?:是)?|去了|at |in |(?:it|i) was (?:at |in )?|we were (?:at |in )|the )+ ?/,
  person:
    /^(?:(?:你们?|您|大家|别人)?(?:都|就|可以)?(?:叫|喊|称呼)我|(?:免贵|敝|鄙|小)?姓名?(?:[:是]|叫)*|(?:我|本人)(?:的)?(?:名字)?(?:叫|姓|是)|叫|名字(?:是|叫)?|(?:my )?(?:full )?name(?: is|'s|:)|i am|i'm|it's|this is|call me|just) ?/,
  staff: /^(?:是|叫|就是|那个叫|it was|his name is|her name is) ?/,
  counterparty:
    /^(?:是|叫|商户(?:是|叫)?|对方(?:是|叫)|(?:扣款|短信|账单|流水|上面)(?:上|里)?(?:是)?写的(?:是)?(?:什么)?|转给(?:了)?|给了?|(?:一个)?(?:姓名|户名)(?:是|叫)?|the name (?:was|is)|it was |to ) ?/,
  product:
    /^(?:(?:产品|名字|名称)?叫|(?:他|她)?们?说是(?:什么)?|是|就是|it(?:'s| is) called|called|买的(?:是)?|我?办的(?:是)?|it's |it is |the |my |a ) ?/,
};

/** "老郑就行", "Mei is fine": what only rounds the answer off. */
const TAIL: Partial<Record<Freely, RegExp>> = {
  person:
    /(?:[,， ]*(?:就(?:行|好|可以|成)|即可|吧|好了))+[了啊呀吧]?[。!~ ]*$| (?:is|will be|would be) (?:fine|ok|okay|enough)[.! ]*$/,
};

/** How many characters at the end of `text` only round the answer off. */
export function tailOf(asking: Freely, text: string): number {
  const tail = TAIL[asking]?.exec(text)?.[0].length ?? 0;
  return tail < text.length ? tail : 0;
}

/** How many characters of `text` only lead up to the answer. */
export function leadOf(asking: Freely, text: string): number {
  const lead = LEAD[asking]?.exec(text)?.[0].length ?? 0;
  return lead < text.length ? lead : 0;
}

const WISH =
  /要(?!是|不是)|想|希望|请|退|赔|道歉|解决|处理|恢复|解冻|解封|取消|减免|免(?:了|掉|除|年费)|说法|尽快|赶紧|答复|回复|解释|查|改|删|撤|补|换|停|别再|不要|让|开除|处分|还(?:我|给|钱|回|清白)|给(?:我|个|他|她)|办好|帮我|不该我|更正|纠正|改正|撤销|注销|清楚|[找派]个?人|追|拦|止付|到账|入账|修|[把将][^,，。]{1,12}[回来出好掉了]|refund|pay|difference|no more|lift|tell me|unlock|unblock|back|apolog|want|need|like|fix|explain|stop|close|compensat|remove|correct|unfreeze|return|replace|waive|credit|cancel/;
/** "先说年费吧", "11月10号扣的", "锁了": tells or leads on, wishes nothing. */
const NO_WISH =
  /^(?:我)?(?:先|再|还)?(?:想|要)?(?:说|讲|谈|问|反映|补充|投诉)|^(?:我(?:叫|姓|的名字)|本人(?:叫|姓)|免贵|my name|i'm called|this is [a-z]+$)|^[^,，。!?]{1,12}(?:扣|刷|转|收|办|买|存|取|发生)(?:了|过|的)|没(?:出|去|办|用|刷|买|收|有过)|不是我/;
const STRONG_WISH =
  /(?:说|讲|解释|查)个?(?:清楚|明白)|要求|希望|想要|我要|请|退|赔|道歉|说法|解决|恢复|解冻|解封|refund|back|apolog|compens|want|need|fix/;
/** "锁了", "已经报警了", "just locked it": done, not wished. */
const DONE =
  /^(?:我|卡|都|也|早|刚|刚刚|刚才|已|已经|早就|嗯|好|对|好的)*[,， ]?(?:已经|已|刚刚|都|早就)?[^,，。!?]{1,8}(?:了|过|好了|完了|过了)[。!~ ]*$|^(?:i(?:'ve| have)? |yes,? |ok,? )?(?:just |already |have |has )*(?:locked|called|reported|did|done|sent|blocked|froze|frozen|contacted|told|checked|changed)\b/;
/** A sentence with somebody who does something, no name of a thing. */
const SENTENCE =
  /我(?!的|家)|[你您他她]|[了吗没不]|为什么|怎么|要求|想|时候|扣|刷|投诉|退[款钱费]|\b(?:i|i'm|you|my|me|was|were|is|are|have|had|not|don't|didn't|want|please|because|they|we|it)\b/;
const DESCRIBED = /男的|女的|姑娘|小伙|大姐|阿姨|大叔|戴眼镜|个子|高个|矮个|胖|瘦|短发|长发|卷发/;
const PLACE =
  /支行|分行|网点|银行|营业|大厅|柜[台员面]|窗口|机(?!会|构)|atm|店|商场|广场|路|街|道|巷|弄|镇|[县区市村](?!场)|小区|大厦|楼|网银|手机|网上|线上|家|公司|单位|学校|医院|车站|机场|超市|门口|附近|旁边|对面|里面?$|branch|outlet|street|road|avenue|mall|station|airport|city|town|office|online|website|phone|lobby|counter|home|machine|app\b|bank|centre|center|square|plaza/;
/** "把钱取出来": something to be done, no place. */
const TO_BE_DONE = /^(?:把|让|给我|帮我)/;
const REACHED =
  /\d|[一二两三四五六七八九十]点|上午|下午|早上|晚上|中午|白天|傍晚|晚间|周[一二三四五六日天末]|星期|礼拜|工作日|明天|后天|今天|今晚|下班|上班|午休|饭后|之?[后前]都?[行可]|随时|随便|任何时[候间]|(?:啥|什么)时候|什么时候都|哪天都|几点都|都[行可好]|全天|整天|短信|微信|邮件|电话|morning|afternoon|evening|night|tomorrow|today|weekday|weekend|after|before|between|noon|any ?time|whenever|pm\b|am\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday|e-?mail|text|sms|call|phone|any\b|all day|doesn't matter/;
/** Past times, refusals and stories say nothing of when to ring. */
const NOT_REACHED =
  /^(?:别|不要|不用|不想)[^,，。]{0,6}$|^(?:don't|do not|never) (?:call|contact)|昨天|前天|上周|上个?月|去年|年前|天前|就这样|就要|必须|给我(?!打|回电|发)|(?:扣|刷|转|收|打)(?:了|过)|才(?:发现|知道)|yesterday|last |ago\b/;
const HAN_NAME = /^[\u4e00-\u9fff·]{1,8}$/;
const NO_NAME =
  /呵呵|哈哈|匿名|保密|[我你您他她它们不没了吗呢钱卡费款退扣刷投诉谢]|收到|好的|明白|确认|提交|银行|支行|客服|贷款|理财|什么|怎么|为什么|算了|随便|无所谓|可以|知道|需要|快点|没有|已经|昨天|今天|这|那就|就是|然后|继续|上面|刚才|名字|称呼|电话|手机|机器/;
const LATIN_NAME = /^[a-z][a-z.'’-]*(?: [a-z][a-z.'’-]*){0,3}$/;
const NO_LATIN_NAME =
  /\b(?:the|his|her|their|our|doesn't|matter|here|daughter|son|carer|executor|bookkeeper|forget|who|is|are|was|were|want|need|refund|please|no|not|my|you|your|bank|card|money|account|why|what|how|when|it|i|me|this|that|to|for|of|on|in|just|fix|stop|call|back|give|yes|never|nothing|none|actually|sorry|thanks?|ok|okay|sure|great|fine|good|continue|submit|hurry|charged?|fee|complaint|branch|street|road)\b/;
const PERSON =
  /[员理任长]$|经理|主任|行长|柜|工号|[胸工名]牌|\d|[一二三四五六七八九]号|窗口|姓|叫|先生|女士|小姐|保安|客服|大堂|男|女|姑娘|小伙|大姐|阿姨|大叔|眼镜|个子|高|矮|胖|瘦|[短长卷头黑]发|穿|岁|年轻|中年|胡子|口音|[个的女男轻年老]人|\b(?:man|woman|lady|guy|girl|boy|tall|short|glasses|hair|haired|manager|teller|agent|clerk|staff|counter|window|badge|mr|ms|mrs|miss|young|older|middle-aged|named|called|employee|officer|supervisor|beard)\b/;
const NO_PERSON =
  /没(?:有)?人|不认识|记不|没看|没问|没注意|不知道|气死|太过分|退|赔|支行|网点|扣|\b(?:didn't|don't|refund|want)\b/;
const PROOF =
  /有|[都还]在|在[手我这]|录音|截图|录像|照片|小票|凭证|回单|流水|记录|合同|视频|发票|收据|单|证|短信|票|微信|聊天|邮件|监控|screenshot|receipt|photo|recording|statement|proof|evidence|picture|document|email|letter|contract|video|invoice|cop(?:y|ies)|message|have|yes/;
const NO_PROOF = /^(?:你们|去?查|去?调|没|无|哪有|哪来|找不到|丢了|删了|扔了)|no (?:proof|evidence|receipt)/;
const RELATION =
  /妈|爸|父|母|儿|女|夫|妻|老公|老婆|爷|奶|外公|外婆|姥|兄|弟|姐|妹|哥|孙|亲|朋友|同事|公司|委托|授权|代|替|帮|本人|自己|监护|律师|爱人|老人|son|daughter|wife|husband|mother|father|mum|mom|dad|parent|friend|myself|lawyer|attorney|guardian|company|behalf|authori/;

const words = (text: string) => text.split(" ").length;
/** A few words without a verb: a name. */
const nameLike = (text: string, han: number, latin: number) =>
  /[\u4e00-\u9fff]/.test(text) ? text.length <= han : words(text) <= latin && /^[a-z]/.test(text);

/**
 * Whether `text`, plain and without what leads up to it, can be the fact asked for.
 * @param cut something with a form of its own, a telephone number, stood beside it
 */
export function fits(shape: Freely | "described" | "wish", text: string, cut: boolean): boolean {
  switch (shape) {
    case "described":
      return DESCRIBED.test(text);
    case "wish":
      return WISH.test(text);
    case "desired-outcome":
      // Beside a number of its own, words without a wish only say what the number is.
      if (cut && !WISH.test(text)) return false;
      if (WISH.test(text)) return !(NO_WISH.test(text) && !STRONG_WISH.test(text));
      return !NO_WISH.test(text) && !DONE.test(text) && !SENTENCE.test(text) && nameLike(text, 16, 8);
    case "place":
      if (SENTENCE.test(text) || TO_BE_DONE.test(text)) return false;
      return PLACE.test(text) ? nameLike(text, 30, 10) : !cut && !/\d/.test(text) && nameLike(text, 12, 3);
    case "contact-time":
      return REACHED.test(text) && !NOT_REACHED.test(text) && text.length <= 80;
    case "person":
      if (/\d/.test(text)) return false;
      if (LATIN_NAME.test(text)) return !NO_LATIN_NAME.test(text);
      return HAN_NAME.test(text) && !NO_NAME.test(text);
    case "staff":
      if (DESCRIBED.test(text)) return true;
      if (NO_PERSON.test(text)) return false;
      return PERSON.test(text) ? text.length <= 60 : !SENTENCE.test(text) && nameLike(text, 4, 3);
    case "counterparty":
      return !/我|原来|那|^刚|[你他她]们|认识|[吗没不]/.test(text) && !SENTENCE.test(text) && nameLike(text, 24, 6);
    case "product":
      return !SENTENCE.test(text) && nameLike(text, 24, 8);
    case "evidence":
      return !NO_PROOF.test(text) && PROOF.test(text);
    case "authority":
      return RELATION.test(text) && text.length <= 80;
  }
}
