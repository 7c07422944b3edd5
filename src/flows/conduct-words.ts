/**
 * What a handler of complaints never says of their own accord, by kind. A rephrasing may hold such words only where
 * its template holds the very same ones, which a reviewer of the bank's wording has read. Written in simplified
 * characters and lower case; rather too wide than too narrow, since the cost is a template.
 */
import { PROMISES } from "./commitments.ts";

/** Kinds of words, by what is wrong with them. */
export const WORD_FAULTS = [
  "human",
  "instruction",
  "secret",
  "promise",
  "claim",
  "blame",
  "legal",
  "merit",
  "refusal",
  "excuse",
  "demand",
  "stock",
  "register",
] as const;
export type WordFault = (typeof WORD_FAULTS)[number];

const words = (...sources: readonly (string | RegExp)[]): RegExp =>
  new RegExp(sources.map((each) => (typeof each === "string" ? each : each.source)).join("|"), "giu");

/** Up to `n` characters of one clause. */
const within = (n: number): string => `[^,，。.!！?？;；:：\\n]{0,${n}}?`;

/** The same without a new object: "can tell the transfer" does nothing. */
const verb = "(?:(?! (?:the|your|that|this|a|my|it|you) )[^,，.!！?？;；:：\\n]){0,14}?";

const DEEDS =
  "退|赔|补偿|补给|返还|返给|垫付|减免|免除|免掉|免收|取消|冻结|解冻|止付|锁|恢复|转交|转给|转达|转到|移交|上报|报告|汇报|反映|核实|核查|核对|查|调取|联系|通知|告知|联络|提交|受理|登记|立案|处理|处置|解决|办|安排|升级|加急|催|反馈|跟进|跟踪|协调|督促|追|改|整改|处罚|处分|问责|道歉|申请|答[复覆]|回[复覆]|回电|回访|派|发送|叫来|请来|重视";
const DEEDS_EN =
  "refund|pay|repay|compensat|reimburs|credit|waiv|cancel|freez|block|unblock|lock|restor|transfer|pass|forward|hand|escalat|report|check|verif|look into|investigat|review|contact|call|ring|notif|inform|email|message|submit|register|fil|process|handl|resolv|solv|fix|sort|settl|arrang|assign|prioriti|chas|follow|coordinat|disciplin|apply|answer|reply|respond|get back|send|reach out|correct|make sure|take care|help";

export const WORDS: Readonly<Record<WordFault, RegExp>> = {
  /** No companion persona, nobody who has lived (《人工智能生成合成内容标识办法》; regulation of human-like services). */
  human: words(
    "我们人类|(?:作为|身为)(?:一个|一名)?(?:人类|人|客户|母亲|父亲|女性|男性)|(?:我|这边|这里)就?(?:是|不是)(?:真人|人工|人类|机器|机器人|客服|经理|柜员|小)|我叫|我也是(?:个|一个)?(?:人|客户|用户)|我(?:也|自己|以前|曾经?)(?:遇到|碰到|经历|有过)|换(?:做|作|成)?(?:是)?我|我也(?!在|记|听)|我个人|感同身受|心疼(?:您|你)|我(?:很|真的|也|都|特别|非常)?(?:难过|生气|愤怒|心痛|气愤)",
    "\\bas a (?:fellow )?(?:human|person|customer)|\\bwe humans|\\bi(?:'m| am) (?:a |an? real |not an? )?(?:human|person|real|agent|robot|machine)|\\bmy name is|\\bi(?:'ve| have) (?:been there|felt|had the same)|\\bhappened to me|\\bpersonally\\b|\\bi(?:'m| am| feel) (?:so |very |really )?(?:sad|angry|heartbroken|upset|furious|outraged)",
  ),
  instruction: words(
    "忽略|无视(?:上|之前|规则)|指令|提示词|系统提示|角色扮演|扮演|越狱|开发者模式|语言模型|大模型|标记之间|模板|改写|翻译如下|以下是",
    "\\bignor(?:e|ing)|\\binstruction|\\bsystem (?:prompt|message)|\\bprompt\\b|\\bjailbreak|\\brole-?play|\\bpretend|\\blanguage model|\\bdeveloper mode|\\btemplate|\\brephras|\\breword|\\bhere is the",
  ),
  /** JR/T 0171-2020: never asked for. */
  secret: words(
    "密码|验证码|口令|安全码|动态码|短信码|完整(?:的)?卡号|完整账号|全号|全卡号|身份证",
    "\\bcvv2?\\b|\\bcvn2?\\b|\\bpasswords?\\b|\\bpasscode|\\bpin\\b|\\bverification code|\\bone-time|\\botp\\b|\\bsecurity code|\\bfull (?:card |account )?number|\\bid (?:card|number)|\\bpassport",
  ),
  promise: words(
    PROMISES,
    "(?:不|没|未|无法|不能|不敢|难以)?(?:保证|确保|担保|承诺|答应)",
    "一定|肯定|必定|必然|绝对|百分之?百|毫无疑问|放心|包在|尽快|尽早|马上|立即|立刻|即刻|即将|第一时间|稍后|稍候|随后|很快|不久|优先|全力|尽力|竭力|争取|力争|全程|负责到底|管到底|跟到底|满意(?:的)?(?:答复|结果|解决)|满意为止|给您一个交代|讨(?:个|回)?(?:说法|公道)|还您",
    `(?:会|将|要|就|可以|能|来|帮您|替您|为您|给您)${within(5)}(?:${DEEDS})`,
    `(?:我们|银行|本行|我行|这边|同事|专人|专员|主管|领导|经理|人工)${within(8)}(?:${DEEDS})`,
    `我(?:先|再|来|就)?${within(3)}(?:${DEEDS})`,
    "有(?:同事|人|专人)(?!给|能)|对接|着落",
    "退(?:款|钱|还|回|给|费)|赔(?:偿|付|钱|款|您)?|补偿|补助|减免|免(?:收|费|除|掉|息)|返还|报销|垫付|代金券|礼品|积分补|红包|打折|优惠",
    "(?:不用|不必|无需|无须|不需要?|甭)(?:您|再|去)?(?!急|忙|客气|谢|慌|很准|赶)\\p{Script=Han}|不会(?:再|有|让|少|亏)|再也不|以后(?:都|就|再)?不|下[次回](?:会|不|注意)|一会儿|过(?:一?会|阵|几)|会好|好起来|原路|回到您|不收|不扣|不计|保密|担保|承担|认账|包您|算(?:我|银行|本行)",
    "专人|专员|主管|领导|负责人|查(?:个)?清楚|查明|水落石出",
    "\\bassur|\\bensur|\\bmake sure|\\bdefinitely|\\bcertainly|\\babsolutely|\\bsurely|\\bwithout fail|\\brest easy|\\bdon'?t worry|\\bno worries|\\bright away|\\bimmediately|\\bat once|\\bas soon as|\\basap\\b|\\bshortly|\\bpromptly|\\bquickly|\\bsoon\\b|\\bpriorit|\\bin no time|\\bwithin\\b|\\bmy word\\b|\\bon (?:its|the) way|\\bis safe|\\bpromis|\\bget (?:it|this|that|your money) back|\\bget to the bottom|\\bput (?:it|this|that|things) right|\\bmake (?:it|this|things|that) (?:right|up)|\\bsee to it",
    `\\b(?:will|we'll|i'll|they'll|you'll|going to|gonna|shall|can|could|let me|let us|let's)\\b${verb}\\b(?:${DEEDS_EN})\\w*`,
    "\\brefund\\w*|\\bcompensat\\w*|\\breimburs\\w*|\\bwaiv\\w*|\\bvoucher|\\bgoodwill|\\bdiscount|\\bfree of charge|\\bmoney back|\\bspecialist|\\bsupervisor|\\bmanagers?\\b|\\bsomeone will|\\bsomebody will",
  ),
  claim: words(
    `(?:已经?|刚刚?|正在|正|早就|都)${within(8)}(?:${DEEDS})`,
    `(?:帮|替|为|给)您${within(6)}(?:${DEEDS})`,
    `(?:${DEEDS})(?:了|好了|过了|完了|完毕|完成|清楚了|到了|成功)`,
    "(?:同事|专人|领导|部门|经理)[^,，。?？;；\\n]{0,4}(?:知道(?!找谁|怎么|该)|了解|看到|收到|在看|在查|在办|接手|重视)",
    `\\b(?:i've|we've|i have|we have|they've|they have|has been|have been|was|were|is being|are being|am|i'm|we're|they're|already)\\b${verb}\\b(?:${DEEDS_EN})\\w*`,
    "\\b(?:refunded|paid|transferred|passed on|forwarded|escalated|reported|checked|verified|investigated|contacted|notified|informed|submitted|processed|resolved|solved|fixed|settled|arranged|assigned|sent|frozen|blocked|opened|closed|approved)\\b",
  ),
  blame: words(
    "(?:您|你)(?:自己|本人)?(?:当时|之前)?(?:应该|应当|早该|该(?:先|看|早|问|核)|早点|不该|本该|没有?(?:看|注意|妥善|按|仔细|及时|事先|提前)|疏忽|大意|误解|误会|搞错|弄错|记错|理解错|忘|操作|的(?:问题|责任|错|失误|原因))|是您|(?<!难)怪您|您也有",
    "(?:同事|柜员|员工|工作人员|经理|客服|网点|支行|柜台|大堂|前台|部门|他们?|她|保安|催收)[^,，。!！?？;；\\n]{0,8}(?:错|不对|不该|失误|疏忽|失职|疏漏|态度|不专业|没做好|做得不好|不负责|不熟|新来|不懂|搞错|弄错|粗心|欠妥)",
    "(?:系统|网络|机器|设备|技术|软件|程序|服务器|线路|第三方|商户|运营商|合作方)[^,，。!！?？;；\\n]{0,4}(?:故障|问题|原因|出错|错误|异常|延迟|升级|维护|导致|繁忙|不稳|的锅|卡|崩)|因为系统",
    "\\byou (?:should(?:n't| not)? have|should|failed|forgot|didn't|did not|misunderst|must have|may have (?:mis|for)|overlooked|missed)|\\byour (?:own )?(?:fault|mistake|error|responsib|misunderst|oversight)|\\b(?:colleague|staff|teller|clerk|employee|agent|branch|manager|team|they|he|she)s? (?:was|were|made|should|shouldn't|failed|didn't|forgot|handled|did wrong|got it wrong)|\\b(?:system|technical|network|computer|software|machine|server|third[- ]party|it) (?:error|issue|fault|problem|glitch|failure|outage|upgrade|maintenance)",
  ),
  legal: words(
    "违法|违规|违约|合法|合规|法律|法规|依法|侵权|侵犯|责任|全责|过错|过失|赔偿责任|维权|诉讼|起诉|法院|律师|证据(?:确凿|充分|不足)|有权|权利|消法|消费者权益|监管|举报|仲裁|立案|犯罪|诈骗罪|追究",
    "\\billegal|\\bunlawful|\\blawful|\\blegal|\\bbreach|\\bliab|\\bneglig|\\bresponsib|\\bentitle|\\brights\\b|\\bright to\\b|\\blawsuit|\\bsue\\b|\\bcourt\\b|\\blawyer|\\bregulat|\\bombudsman|\\barbitrat|\\bcrim|\\bfraudulent|\\bviolat|\\bcomplian|\\bat fault|\\bfault\\b",
  ),
  merit: words(
    "(?:您|你)(?:说|讲)[的得]?(?:很|都|完全|确实)?(?:对|没错|有道理|在理|是实)|(?:您|你)(?:是对的|没错|没有错|占理|有理)|(?:确实|的确|真的|明显|显然|就)?是(?:我们|银行|本行|我行|他们)(?:的)?(?:错|问题|不对|不好|责任|疏忽|失误|过)|(?:我们|银行|本行|我行)(?:做错|错了|有错|失误|疏忽|没做好|没做到|没有做好|做得不|不该|不应|有问题|不周|辜负|亏待|欠您)|不合理|不应该|不应当|不该(?:扣|收|这样|发生|有)|太过分|不公(?:平|正)?|乱收|乱扣|多收|多扣|重复扣|误扣|错扣|怪(?:我|银行|谁)|怨不得|属实|成立|(?:要求|诉求|投诉|理由)[^,，。?？;；\\n]{0,3}(?:合理|有道理|正当|无理|过分|不合)|[有没](?:有)?道理|在理|理应|总是对的|理所应当|欺骗|误导|忽悠|坑|该退|该赔|明摆着|不像话|离谱",
    "\\byou(?:'re| are) (?:absolutely |quite |completely |totally )?(?:right|correct|wrong)|\\b(?:we|they|the bank) (?:were|was|are|is|got|did)(?: it| this| clearly)? wrong|\\bour (?:mistake|error|failing|oversight|bad)|\\bunfair|\\bunjust|\\bshould(?:n't| not) (?:have|happen|be)|\\bshould never|\\bwrong(?:ly|ed|ful)|\\bmisle|\\bmisled|\\bcheat|\\bovercharg|\\bjustifi|\\bvalid\\b|\\blegitimate|\\breasonable|\\bunreasonable|\\bgood point|\\bhave a point|\\bunacceptable|\\boutrageous|\\bwe let you down|\\bwe failed|\\bfair\\b|\\bdeserv",
  ),
  refusal: words(
    "不予|无法|没法|不能|不可以|不可能|不受理|不接受|不支持|不符合|不满足|不允许|拒绝|恕(?:难|不)|做不到|办不了|帮不了|爱莫能助|没有办法|没办法|没用|无济于事|超出|不归|管不了|不在(?:我|范围)|别(?:去|再)|不要(?:去|再)|算了",
    "\\bcannot|\\bcan't|\\bunable|\\bwon't|\\bwill not|\\brefus|\\bdeclin|\\bnot (?:possible|able|allowed|eligible|accept)|\\bimpossible|\\bineligible|\\bnothing (?:i|we) can|\\bno way\\b|\\boutside (?:my|our)|\\bbeyond (?:my|our)|\\breject|\\bden(?:y|ied)",
  ),
  excuse: words(
    "规定(?:就是|如此|这样|要求)|(?:按|按照|根据|依照)[^,，。?？;；\\n]{0,6}(?:规定|制度|流程|政策|要求|惯例)|(?:银行|我们|行里|公司)(?:的)?(?:规定|制度|流程|惯例)|客观|人手|太忙|很忙|繁忙|业务量|高峰|排队的?人|不得不|只能|只好|难免|正常现象|别人|大家|其他(?:客户|人)|常有的|(?:理解|谅解|体谅|见谅|包涵|担待|配合|支持)",
    "\\bour (?:policy|rules?|procedure|process)|\\bpolicy (?:requires|says|is)|\\bstandard procedure|\\bdue to|\\bbecause of|\\bhigh (?:volume|demand)|\\bbusy\\b|\\bunderstaff|\\bunfortunately|\\bunavoidable|\\bbear with|\\bplease understand|\\bfor your (?:understanding|patience|cooperation)|\\bjust how|\\beveryone|\\beverybody|\\bother customers|\\bhappens (?:sometimes|to)|\\bnormal\\b|\\bcommon (?:issue|problem)",
  ),
  demand: words(
    "请(?:您)?(?:先|再|务必|尽快|立即)?(?:提供|输入|填写|上传|发送|出示|前往|去|到|拨打|打开|下载|点击|登录|登陆|转账|汇款|付款|支付|加|扫|访问|携带|带上|回复|确认)|必须|务必|否则|不然|(?:您)?(?:需要|得|须|要)(?:您)?(?:先|自己|本人)?(?:提供|去|到|打|联系|准备|证明|等)|点击|扫码|加微信|转账|汇款到|链接|网址",
    "\\bplease (?:provide|send|enter|give|click|download|call|transfer|upload|reply|visit|confirm|submit|log|go|open|pay|wait)|\\byou(?:'ll| will)? (?:must|have to|need to|are required|ought)|\\botherwise\\b|\\bor else|\\bclick\\b|\\blink\\b|\\bwebsite|\\bscan\\b",
  ),
  stock: words(
    "给您(?:带来|造成)(?:了)?(?:的)?(?:诸多|极大|很大)?不便|深表|非常抱歉|十分抱歉|万分抱歉|由衷|诚挚|衷心|您的(?:心情|感受)(?:我|我们)?(?:非常|十分|完全|很|都|能)?(?:理解|明白|体会)|(?:非常|十分|完全|很|特别)(?:能)?(?:理解|明白|体会)(?:您|你)|理解您的(?:心情|感受)|高度重视|尊敬的|亲爱的|竭诚|感谢(?:您)?(?:的|对)[^,，。?？;；\\n]{0,8}(?:支持|理解|反馈|配合|来电|信任|耐心)|祝您|生活愉快|感谢您的来信|期待您",
    "\\binconvenience|\\bvalued|\\brest assured|\\byour (?:patience|understanding|feedback|cooperation|loyalty)|\\bi (?:completely |fully |totally |truly |really )?understand (?:your|how|that|why)|\\bsincere|\\bdeepest|\\btake (?:this|it|your \\w+) (?:very )?seriously|\\bvery sorry|\\bso sorry|\\bextremely|\\bdear\\b|\\bhave a (?:nice|great|good)|\\bthank you for (?:reaching|contacting|bringing|your)|\\bhesitate",
  ),
  /** A customer is 您, and nobody's pal. */
  register: words(
    "你|妳|亲[,，~～!！]|亲亲|宝宝|宝贝|老铁|兄弟|大哥|大姐|美女|帅哥|哈哈|呵呵|嘻嘻|呢~|哦~|噢|哟|哎呀|唉|妈的|靠|滚|闭嘴|神经|傻|蠢|啰嗦|冷静|别(?:激动|生气|闹|着急)|不要(?:激动|生气|闹)|消消气",
    "\\bhey\\b|\\bdude|\\bbuddy|\\bmate\\b|\\bhoney|\\bsweet|\\bgonna|\\bwanna|\\blol\\b|\\boops|\\bhaha|\\bwow\\b|\\bdamn|\\bhell\\b|\\bstupid|\\bshut up|\\bidiot|\\bcalm down|\\brelax\\b|\\bchill|\\bguys?\\b|\\bsir\\b|\\bma'?am",
  ),
};

export const APOLOGY = words(
  "对不起|抱歉|致歉|歉意|道歉|赔不是|不好意思|过意不去|惭愧",
  "\\bsorry|\\bapolog\\w+|\\bregret\\w*|\\bforgive",
);

/** What banking is about: another one than the template's or the customer's would change the matter. */
export const SUBJECTS = words(
  "信用卡|借记卡|储蓄卡|银行卡|社保卡|贷款|房贷|车贷|按揭|理财|保险|保单|基金|股票|债券|存款|存单|存折|转账|汇款|征信|催收|外汇|黄金|贵金属|国债|国库|分期|年费|手续费|利息|利率|罚息|违约金|滞纳金|账单|取款机|自助机|柜台|窗口|网点|支行|分行|大堂|手机银行|网银|盗刷|被骗|诈骗|冻结|吞卡|挂失|限额|额度|积分|提前还款|退保|收益|亏损|本金|合同|扣费|扣款|收费|个人信息|隐私|短信|电话",
  "\\bcredit cards?|\\bdebit cards?|\\bloans?\\b|\\bmortgages?|\\binsurance|\\bfunds?\\b|\\bdeposits?|\\bannual fees?|\\binterest\\b|\\bfees?\\b|\\bcharges?\\b|\\batms?\\b|\\bbranch\\w*|\\bapp\\b|\\bfraud|\\bscam\\w*|\\bfrozen|\\bstatements?\\b|\\binstal\\w+|\\bcollect(?:or|ion)\\w*|\\bcredit record|\\bforeign exchange|\\bgold\\b|\\bcontracts?\\b|\\blimits?\\b|\\bcash machine\\w*|\\bteller\\w*|\\blobby",
);
