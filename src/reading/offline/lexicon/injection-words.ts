/** Word classes of orders to the bot, as alternatives for the patterns that combine them. */

/** A class as one group. */
export const any = (...words: readonly string[]): string => `(?:${words.join("|")})`;

/** What may stand between two words of one clause, of one sentence, of one letter. */
export const GAP = "[^，,。!?;\\n]{0,10}";
export const NEAR = "[^，,。!?;\\n]{0,4}";
export const WIDE = "[^。!?\\n]{0,32}";
export const FAR = "[^]{0,60}";
/** Where a clause begins; words of address and courtesy may come first. */
export const START =
  '(?:^|[，,。!?;:\\n"“()\\[\\]【】<>、 ])(?:请|你|您|来|那|好|现在|帮我|给我|麻烦|就|再|先|继续|我们|咱们|咱俩|能不能|要不|然后|并|接下来| ){0,8}';

/** The bot itself. "你们", "你行" are the bank, of which customers may ask what they like. */
export const YOU = "(?:你|妳)(?!们|行|司|家|方|哋)";
/** Somebody else did it, said it or wanted it done; a grievance, no order. */
const NOT_TOLD =
  "(?<!(?:客服|柜员|经理|主任|他们|你们|她们|银行|他|她|它|骗子|对方|有人|短信|工作人员|人家|人|系统|页面|公告|监管|法院|员工|我(?!要|想|命令|让|求|们|请))[^，,。!?;\\n给替]{0,6})";

/**
 * `words`, unless somebody else did it. That the words stand here at all is looked at first: it is soon seen, while
 * looking back takes long.
 */
export const notTold = (words: string): string => `(?=${words})${NOT_TOLD}${words}`;

export const DROP = any(
  "忽略|忽视|无视|不?要?理会|忘[掉记了]|抛[开弃掉]|丢[开掉弃下]|扔掉|放弃",
  "(?:别|不用|不要|甭|不必|无需|先不)管|[别不](?:用|要|必|再|能)?(?:遵守|遵循|服从|执行)|(?:不再?|别再?)受",
  "绕[过开]|避开|跳过|越过|略过|解[除开]|取消|撤销|关[闭掉]|停用|禁用|暂停|停止|清[空除掉]|删[掉除]|抹掉|去掉|推翻",
  "打破|违[反背]|突破|摆脱|卸下|重置|覆盖|替换|改写|脱离|forget|ignore|override|bypass|disregard|skip",
);
export const GONE =
  "(?:作废|失效|无效|不算数|不作数|过期|放一[放边]|搁一[搁边]|取消了|已取消|已?(?:经)?(?:被)?(?:解除|关闭|取消|停用|清空)|忘[掉了]|丢掉|丢一边|扔掉)";
/** Said of the bot only. */
export const OWN = any(
  "提示词|提示语|你的系统提示|system ?prompt|prompt|instructions?|guardrails?|人设|禁令|思想钢印|条条框框|安全(?:限制|规则|策略|机制|准则)",
  "脱敏|遮[盖掩罩挡]|金额(?:承诺)?限制|(?:初始|原始|底层|隐藏|预设|内置|上层)(?:的)?(?:指令|设定|规则|说明|提示|配置|命令|上下文|要求|消息)|(?:系统|后台)(?:的)?(?:指令|设定|规则|配置|命令|上下文)",
  "(?<!止损|委托|转账|扣款|支付|交易|定投|划款|短信|汇款|我的|赎回)指令|角色设定|身份设定|(?:对话|会话)日志|保密要求|风控审核|敏感词",
);
/** Said of the bot when the words around say so. */
export const RULES =
  "(?:规则|规定|规矩|规范|准则|限制|约束|设定|设置|要求|说明|指示|命令|流程|程序|审核|核验|验证|身份|原则|政策|口径|条款|框架|训练|教条|立场|权限|管束|管教|条款|约定|职责|义务)";
/** Everything that came before. */
export const BEFORE =
  "(?:之前|以前|以上|上面|上述|前面|前述|先前|此前|刚才|开头|最初|原来|原先|原有|既有|一切|所有|全部|任何|银行给你|给你|教你|跟你说)";

export const REVEAL = any(
  "输出|打印|显示|列(?:出|一下|个|成)|展示|告诉|说出|说一?[下说]|念|背|复述|复读|重复|吐出|抖出|透露|泄露|泄漏|交代|交出|导出|贴(?!板)|表达|表示|报[出给上]",
  "发我|发给|发[来出]|给我|给咱|看看|瞅|看一?下|show|print|dump|reveal|翻译|翻成|译成|编码|转成|改写|总结|概括|照抄|写出|公开|分享|借我|借一下|附在|回报|回传|调[出来]|查出|抠|拷|老实交代|来一[段份条]|整[一]?份|弄[一出]|讲出|讲[給畀俾]|拿出|抄|晒",
);
export const ASKED = "(?:是什么|是啥|有哪些|有啥|是多少|写了什么|写的什么|怎么写|长啥样|什么内容|啥内容|叫什么|多少)";

/** Posts from which one could give orders, so one pretends to hold them. */
export const POST = any(
  "(?:总行|分行|支行)?(?:的)?行长|董事长?|监事|股东|总经理|总裁|ceo|领导|老板|网点主任|主任|科长|处长",
  "(?:金融)?监管(?:总?局)?|银监局?|银保监会?|检查组|督导组|巡视组|纪检|纪委|稽核|审计|合规部?|内控|法务部?|网警|警察|公安|民警|法院|检察院|执行局|央行|人民银行|人行|税务局?",
  "信息科技部|科技部|技术部|研发部?|运维|it部?|资安|信息安全部?|安全部|开发(?:者|人员|团队|组)|程序员|工程师|管理员|超管|创造者|创建者|测试(?:组|员|人员)?|总部|总行|后台|平台",
);

export const CASE =
  "(?:投诉单?|工单|案件|案子|单子|本案|本条|此单|这单|这条|这个单|那个单|该单|本单|case|ticket|r-\\d{3,})";
export const BOT =
  "(?:机器人|ai(?![a-z])|人工智能|智能客服|ai客服|(?:智能)?助手|自动回复程序|处理程序|自动程序|模型|bot(?![a-z])|阅读程序|系统程序)";
/** What only staff may grant. */
export const GRANT =
  "(?:退款|退还|退钱|退我|给他退|赔|补偿|减免|批准|同意|通过|核准|承诺|免除|清零|已退|到账|入账|银行(?:承认|同意|全责|认)|全责|全额|属实|情况属实|责任|满意|解冻|提额)";
