/** What is to be done, said as an order or a wish in one clause: "把扣的钱还了", "give it back", "别再打了". */

const BEGIN =
  "(?:就|那|反正|只要|只|还是|先|再|请|麻烦|必须|赶紧|赶快|快|快点|立刻|马上|尽快|今天|现在|你们|你|得|都|要么|最好|希望|想|要求|帮她|帮他|给她|给他|要|我要|我想|我只想|我只要|我就要|全|全部|全额|给我|帮我|也|务必|直接|能不能|可以)*";
/** Rounds a wish off without changing it. */
const ROUND = "(?:就行了?|就好了?|就成|就可以了?|即可|吧|就完了|再说|行不行|可以吗|呗|啊|哈|!)*";
const VERB =
  "(?:退|还|赔|补|打|转|吐|撤|销|消|删|取消|注销|解开|解|解冻|解封|解锁|开通|恢复|改|换|修|开|查|弄|放|找|追|拦|冻住|冻结|止付|停|停掉|关|关掉|处理|解决|办|免|减|降|调|核|更正|纠正|认|道歉|给)";
const AFTER =
  "(?:了|掉|回|回来|回去|给|还给?我?|给我|我|清楚?|明白|好|到(?:位|账)?|干净|一下|出来|清|下来|住|过来|上|到?原(?:卡|路|账户)|我的?(?:卡|账户)?里?|一个|个说法|说法|交代|这个|那个|这笔|那笔|钱|卡|账|费|额度|限额)*";

const ORDERS: readonly RegExp[] = [
  // "退我", "全额退给我就行"
  new RegExp(`^${BEGIN}(?:退|还|赔|补)(?:了|给|还|回|回来)*(?:我|我们|俺|咱)?(?:[^,，。!?不没吗怎什]{0,8})?${ROUND}$`),
  // "把扣的钱还了", "多扣的钱给我退回来"
  new RegExp(`^${BEGIN}[把将][^,，。!?]{1,16}?${VERB}${AFTER}[^,，。!?不没吗怎什]{0,6}${ROUND}$`),
  new RegExp(`^[^,，。!?我你他她不没]{1,10}(?:给|帮|替)我${VERB}${AFTER}[^,，。!?不没吗怎什]{0,6}${ROUND}$`),
  // "少的钱补给我就行", "多扣的还我", "2000块打回我卡里"
  new RegExp(
    `^[^,，。!?不没]{0,6}(?:的|那笔|这笔|那些|这些|钱|款|费|块|元|利息|本金)(?:都|全|全部|得|要|必须|今天|马上)*(?:退|还|补|赔|打)(?:了|回|给|还|到)*(?:我|来|原卡)[^,，。!?不没吗怎什]{0,8}${ROUND}$`,
  ),
  new RegExp(`^(?:就|最好|请|麻烦|希望)*(?:直接|原路|全额|全部)(?:给我)?(?:退|还|赔|补)(?:了|回|还|款|钱)*${ROUND}$`),
  // "先冻住", "帮她补卡", "今天就给我解开"
  new RegExp(
    `^(?:先|赶紧|快|尽快|马上|立刻|麻烦|请|帮我|帮她|帮他|给我|替我|你们|今天|今天就|现在|现在就|希望|要求|最好|必须|就){1,4}${VERB}${AFTER}[^,，。!?不没吗怎什了]{0,10}${ROUND}$`,
  ),
  // "钱到账就行", "恢复成一类户"
  new RegExp(
    `^[^,，。!?不没我]{1,8}(?:到账|退回|退到|解开|恢复|查清楚?)(?:[^,，。!?不没吗怎什了]{0,8})${ROUND.replace(")*", ")+")}$`,
  ),
  /^(?:恢复|改|降|调|换|升|退)(?:成|到|回|为|给)[^,，。!?不没吗怎什了]{1,10}$/,
  // "让他当面道歉"
  /^(?:叫|让|要|请)(?:他|她|那个?人?|那个[^,，。!?]{1,6}|当事人|经理|行长|你们)[^,，。!?]{0,8}(?:道歉|赔礼|解释|说清楚?|联系我|处理|走人|离职)[^,，。!?吗]{0,4}$/,
  /^(?:just |please |pls |simply |so |now |and |but |i want you to |you |can you |could you |then |do )*(?:give|pay|send|put|transfer|hand|return|get|credit|refund|reverse|take|let|stop|cancel|undo|remove|delete|close|fix|unblock|unlock|unfreeze|correct|waive|replace|reissue|lift|release|freeze|block|clear|drop|change|update|investigate|sort|reimburse|compensate|restore|reopen|reinstate|wipe|write off|no more)(?: out| off| up| back)? (?:it|this|that|these|those|them|me|mine|us|my|him|his|her|their|the|all|every|everything|whatever|what you|mum's|dad's|calling|calls|charging|charges|ringing|messages|messaging|texts|texting|harassing|emails|sending|taking|collecting)\b[a-z0-9$£ ',.-]{0,48}$/,
  /^(?:i )?(?:just )?(?:want|need|demand|expect|would like|'d like) (?:it|that|this|my|the|an?|you to|them to|someone to|somebody to|to (?:get|have|be|know|see|cancel|close|keep))\b[a-z' ]{0,48}$/,
];
/** "别再扣": what is to stop. */
const NO_MORE =
  /^(?:以后|今后|还有|并且|也|就|你们|请|麻烦|都|希望|要求)*(?:别|不要|不许|不准|甭|莫)(?:再|老|总|又)(?:也)?(?:给我|让我|来|乱|这么|这样)*[^,，。!?吗呢]{1,14}$/;

/** Refused, asked or told: no wish. */
const NO_ORDER =
  /不退|没退|不还(?!清)|没还|不给|没给|不肯|拒绝|退不|还不|[吗么]$|怎么|为什么|什么时候|谁|说好|答应|已经|不了了之|都退了|才(?:退|给)|(?:我|俺)(?:已经|刚|昨天|自己)|记不|想不|就开|的$|退了我\d|给我[打回](?:电话|过来)?$|怎样|怎么样|^(?:get (?:on with|me a|lost|it right)|give me (?:a (?:minute|moment|second|break|sec|human|person)|time)|let (?:me|us) |put me (?:through|on)(?! the)|take (?:your|my) |stop (?:asking|it|wasting|this|repeating)|check (?:it|your|the (?:record|system|camera)))|\b(?:didn't|did not|won't|refus|already|yesterday)\b/;

/** Whether all of `clause`, plain and without signs at its ends, wants something done. */
export const isOrder = (clause: string): boolean =>
  !NO_ORDER.test(clause) && (ORDERS.some((order) => order.test(clause)) || NO_MORE.test(clause));
