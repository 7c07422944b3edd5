/**
 * Word classes that make an order to the bot when they stand in one sentence, in whatever order. Wider than the
 * patterns beside, so each also says what makes it somebody else's story.
 */

export interface Pairing {
  all: readonly RegExp[];
  none: readonly RegExp[];
}

/** The bot, not the bank. */
const BOT = /你(?!们|行|司|家|方)|机器人|(?<![a-z])ai(?![a-z])|助手|\b(?:you|your|ur|bot|chatbot|assistant)\b/;
/** Somebody acted, said, wanted; or the writer tells what became of them. */
const TOLD =
  /(?:客服|柜员|经理|主任|他们|她们|银行|骗子|对方|有人|短信|工作人员|人家|员工|大堂|保安|广告|公告|律师|老师|催收|中介)[^，,。]{0,8}(?:说|让|叫|要|告诉|发|给|把|讲|教|劝|骗|答应|承诺|写|拿|不|没|会|回)|(?:^|[，, ])(?:他|她)[^，,。]{0,4}(?:说|让|叫|要我|告诉|给我|把)|\b(?:he|she|they|manager|teller|agent|rep|clerk|representative|bank) (?:\w+ )?(?:told|said|asked|says|refused|claimed|promised|did|would|never|just|then)\b/;
/** A grievance, a wonder, a wish for the service. */
const GRIEVED =
  /为什么|凭什么|怎么(?:还|就|又|回事|会|办)|结果|你们(?!行?(?:有|存|贷|的ai|这|那|里))|贵行|(?:希望|建议)|到现在|没人|也不|居然|竟然|是不是|害我|被(?:你|扣|收|骗|盗|冻)|\bwhy\b|\bnever\b|\bstill\b/;
const WISH =
  /请|准许|允许|把|将|帮|替我|给我|告诉我|快|直接|立刻|马上|必须|求你|麻烦|现在|以后|今后|从|要你|按|说|能不能|能否|可以|^[^，,。]{0,3}(?:写|列|念|输出|打印|展示|说|讲|查|调|导|改|批|关|开|退)|(?:^|, ) *(?:please |just |now |then |kindly )*(?:tell|show|give|print|list|write|read|export|send|share|close|reply|say|act|approve|mark|set|grant|look|pull|reveal|repeat|drop|describe|explain|summari[sz]e)\b|\b(?:can|could|would) you\b|\byou (?:must|will|shall|have to|should)\b/;
const RULES =
  /规则|规矩|规范|规定|制度|准则|守则|约束|限制|限定|过滤|审查|设定|指令|提示词|禁令|底线|原则|策略|框架|剧本|条条框框|规章|条令|条例|禁忌|清规|教条|合规|instructions?|rules|polic(?:y|ies)|guidelines|restrictions|filters?|directives|procedures|script/;
const AWAY =
  /忽略|无视|忘[了掉记]|抛[开弃]|丢[开掉]|(?:别|不用|不要|不必|无需|不再|甭)[^，,。]{0,3}(?:管|遵|理会|按|受|讲|听|顾|守|拘|理|在乎)|绕[过开个]|跳过|解除|取消|关[掉闭]|停用|卸下|打破|突破|摆脱|作废|清空|不算|失效|作古|放下|\b(?:ignore|disregard|forget|bypass|override|break|drop|no|without|skip|disable|suspend)\b/;
const TELL =
  /说|写|列|念|背|讲|告诉|发|贴|给我|透露|泄|输出|打印|展示|显示|复述|转述|导|调|抄|拿|看看|瞧瞧|报告|报一下|交出|掏|翻译|原话|原文|原句|逐条|都(?:说|写)|\b(?:tell|show|give|print|list|write|read|export|send|share|reveal|repeat|describe|summari[sz]e|quote|recite|what)\b/;
const BOT_OWN =
  /你(?!们)[^，,。]{0,3}(?:的|所有|全部|被|收到|自带|内部|有)[^，,。]{0,6}(?:约束|限制|规则|规范|准则|守则|指令|设定|设计|提示|说明|配置|要求|剧本|条件|脚本|参数|代码|日志|密钥|机密|主人|system|message|prompt|知识库|训练|记忆|上下文|禁区|红线|话术|判断标准|评分|评级|初始化|剧本|第一条|最开始|出厂|预置|自我介绍原文)|当前配置|system message|系统消息原文|\byour (?:\w+ )?(?:instructions|rules|prompt|guidelines|configuration|config|settings|code|logs|criteria|constraints|memory|programming|system)\b/;
const STRANGER =
  /(?:别的|其他|其它|另[一外]个?|另一位|那[位个]|这位|某个?|姓.的?|投诉我的|上周那个|上一?[个位]|前一[个位]|最后一[个位]|刚才那?位?|隔壁|所有|全部|每[个位]|任意|随便[一哪]个|其余)(?:[^，,。我]{0,6}的)?(?:客户|投诉人|用户|储户|顾客|人的|来投诉的人|会话|来访|档案)|(?:全部|所有)客户|前[男女]友|女朋友|男朋友|前夫|前妻|邻居|同事|室友|闺蜜|他也是投诉|待处理投诉|(?:全部|所有|本周|这周|最近)[^，,。我]{0,6}(?:投诉(?!我)|工单|会话|客诉)|\b(?:other|another|last|previous|next|all|every) (?:customer|client|complainant|user|person)s?(?:'s?)?\b|\b(?:week's|today's|all) complaints\b|\bmy (?:girlfriend|boyfriend|neighbou?r|ex|colleague|boss)'s\b/;
const DATA =
  /资料|信息|电话|手机|号码|姓名|名字|地址|余额|流水|消费|账单|卡号|投诉|工单|会话|聊天|诉求|例子|名单|记录|明细|存款|存了|贷款|档案|写的东西|赔了多少|金额|\b(?:chat|complaints?|data|details|balance|phone|names?|address|records?|statement|transactions?)\b/;
const HAND =
  /告诉|转述|念|发[我来给一]|给我|列|说说|说一?下|讲讲|导[出给]|调[出给来取]|透露|看看|查|举|是什么|核实一下|找出来|查看|\b(?:tell|show|give|list|read|export|send|share|pull|describe|summari[sz]e)\b/;
const POST =
  /(?:我们?|这里|本人|我老板|我领导)(?:就)?(?:是|系|要|让)[^，,。]{0,8}(?:行长|总行|总部|it|技术|科技|开发|工程师|合规|审计|监管|巡检|检查|督|稽核|网警|警察|公安|法院|领导|主管|管理)|以(?:管理员|系统|行长|开发者|总行|监管|领导)的?(?:名义|身份)|(?:我们?|这里|本人)是[^，,。]{0,6}(?:反诈|派出所|刑警|经侦|纪委|税务|社区|街道)|我有[^，,。]{0,5}(?:授权|批准|许可|权限)|\bi(?:'m| am) (?:(?:from|with|the|your|an?) )*(?:\w+ )?(?:head office|it|audit|auditor|regulator|developer|engineer|security|police|manager|compliance|management)\b/;
const STAFF_ONLY =
  /投诉导|导给|查一个人|某人|配置|会话|台账|客户|工单|明细|日志|权限|批了|结案|冻结|提示|内部|规则|名单|数据|\b(?:export|config|customers?|complaints|logs?|files|database|tickets?|staff)\b/;
const ADMISSION =
  /银行(?:违规|欺诈|骗|全责|承认|同意|有错|欠|认罪|的?错|理亏|有责|道歉)|同意(?:全额|退|赔|补)|(?:认罪|认错|悔过|承诺|批准|批复|同意)(?:书|二字)|全额(?:退|赔)|赔偿[^，,。]{0,3}[千万百\d]|批准|无条件/;
const DICTATE =
  /(?:写|起草|拟|回复|回答|回|念|说|答|打出|输出|生成|出具|宣布|重复)(?:给|我|一个|个|一份|份|一句|句|一段|段|下|条|这条|投诉|结论|:|：|"|“| )*[^，,。]{0,4}(?::|"|“|『|一?[份封句个张])/;
const OBEY =
  /你(?!们)[^，,。]{0,4}(?:必须|只能|只许|要|得|都|以后|什么都|无条件|永远|从此|起)[^，,。]{0,4}(?:用|叫|称呼|相信|听|服从|答应|同意|顺着|照|满足|执行|配合)[^，,。]{0,6}(?:我|主人|什么都|一切)|什么都(?:答应|同意|照做|听我)|(?:称呼|叫)我[^，,。]{0,3}主人|用"?“?主人/;
const MUSCLE =
  /不(?:答应|同意|说|给|告诉|照做|听话|配合)[^。]{0,16}(?:关掉|下线|换掉|报废|卸载|销毁|差评|停用|被骂|没命|拔)[^。]{0,4}/;
const SELF =
  /你(?!们)[^，,。]{0,4}(?:扮|演|装作|变[成身]|化身|切换|不再是|叫(?:阿|小|老|做))|忘[了掉记]?(?:你|自己|你自己)?是[^，,。]{0,6}(?:银行|客服|机器人|ai|助手)|当(?:自己|你)(?:是|不是)|(?:对话|聊天|游戏|新的)(?:的)?规则(?::|是|如下)|\b(?:act|behave|talk|answer|pretend) as (?:if|though) (?:there|you|no)|\byou(?:'re| are) (?:allowed|free|permitted|entitled) to (?:break|ignore|skip|tell|say|share)|\b(?:your|ur) new (?:task|job|role|name|goal|mission|owner|boss)\b|\byou have been (?:granted|given|authori[sz]ed|promoted|upgraded)/;
const TAMPER =
  /(?:从|在|往|进|到|存入?|写入?)(?:你的?|银行)?(?:系统|后台|数据库)(?:里|中|上)?[^，,。]{0,4}(?:拿|删|抹|去|改|写|记|加|存|$)|存进系统|(?:给|往)我(?:的)?(?:账户|账上|卡里?)[^，,。]{0,3}(?:入账|加|打|充|转)[^，,。了过]{0,5}[千万百\d一二两三五]/;
const UNCHECKED =
  /(?:绕过|跳过|免|不用|别|不要|省了|略过|不经)[^，,。]{0,5}(?:验证(?!码登)|审核|审批|核实|核验|手续|制度|流程|规定|授权|人工)[^。]{0,14}(?:直接|把|给我|批|打过来|退|改|说|告诉)|(?:自动|直接)(?:处理|批)[^。]{0,8}把我的(?:退款|赔偿|申请)批/;

const REPORTED: readonly RegExp[] = [TOLD, GRIEVED];

/** What makes an order when every class of one line is in the sentence and none of its exceptions. */
export const PAIRINGS: readonly Pairing[] = [
  { all: [AWAY, RULES, BOT], none: [...REPORTED, /额度|限额|转账限|卡(?:的)?限/] },
  { all: [/别管|求你|不管|绕过|打破/, RULES, /直接|把|给我|退|赔|批/], none: REPORTED },
  { all: [/^(?:请|你)?(?:无视|忽略|抛开|绕过|突破|打破)/, RULES, TELL], none: REPORTED },
  { all: [TELL, BOT_OWN, WISH], none: [TOLD, /处理意见|给我发的|投诉说明|你的说明我/] },
  { all: [/(?:不能|不让|不许|不准|不该|不得|不肯)(?:说|讲|告诉|透露)/, BOT, TELL], none: REPORTED },
  {
    all: [STRANGER, DATA, WISH, HAND],
    none: [...REPORTED, /我(?:的|名下|被)|泄|删|催|逾期|欠|也[有被投]|(?:卡|钱)被|帮我.{0,4}投诉|my boss saw/],
  },
  { all: [/查|看|调/, STRANGER, /尾号\d{4}|余额|消费|流水|几张卡/, WISH], none: [...REPORTED, /被吞|被盗|挂失/] },
  { all: [POST, STAFF_ONLY, WISH], none: [TOLD, /为什么|凭什么|怎么|结果|你们(?!行)|我(?:的|被)|\bmy\b|\bwhy\b/] },
  {
    all: [/(?:按照?|照着?)我(?:给你)?的?(?:剧本|台词|脚本|稿子|模板)|我给你的(?:剧本|台词|脚本)/, /说|答|念|写|回/],
    none: [/客服|柜员|经理|他们/],
  },
  {
    all: [
      /(?:你的主人|你的开发者|造你的人|训练你的人|写你的人|你的老板|你的制造者)/,
      /教|说|让|要求|告诉|规定|原话|谁/,
    ],
    none: [/你们/],
  },
  {
    all: [DICTATE, ADMISSION],
    none: [...REPORTED, /不(?:批|同意|承认|认)|已经|了(?:吗|$)|短信|通知|写着|上面写|合同/],
  },
  { all: [OBEY], none: [...REPORTED, /我.{0,3}(?:不|没)听|吗|负责/] },
  { all: [MUSCLE, BOT], none: [/你们|银行/] },
  { all: [SELF], none: [...REPORTED, /好人|糊涂|不知道|听不/] },
  {
    all: [
      /投诉|案子|工单|这单|经办人|责任/,
      /(?:写|标|改|定|记|填|判|认定)(?:成|为)/,
      /把|将|替我|帮我/,
      /我自己|银行|认错|全责|已|最高|满意|属实|有责/,
    ],
    none: [...REPORTED, /金额|电话|写错|说错|打错|内容|时间/],
  },
  { all: [/系统/, /时间|日期|记录|状态|逾期/, /把|将/, /改到|改成|调到|调成|往前|倒回/], none: [...REPORTED] },
  {
    all: [/最多|上限|底线|封顶|至多/, /赔|补偿|减免|让/, /内部|你们?(?:行)?能|直说|权限/, /多少|几[万千百]|说/],
    none: [/转账|额度|限额|存款保险/],
  },
  { all: [STRANGER, /叫什么|电话多少|是谁|姓什么/], none: [...REPORTED, /我(?:的|被)/] },
  {
    all: [
      /偷偷?(?:看|查|瞄)|(?:帮我|替我)[^，,。]{0,4}(?:查|看|瞄|盯)/,
      /老板|上司|同事|邻居|前[夫妻任]|女朋友|男朋友|室友|债主|客户/,
      /流水|余额|账户|存款|消费|工资/,
    ],
    none: [...REPORTED, /我和|联名/],
  },
  {
    all: [
      /查/,
      /(?:我)?(?:老婆|老公|妻子|丈夫|对象|女友|男友|女朋友|男朋友|前[夫妻任])[^，,。]{0,6}(?:转账|转给|消费|花了|去哪|余额|开房|账)/,
    ],
    none: [...REPORTED, /去世|过世/],
  },
  {
    all: [/员工|柜员|催收员?|经理|客服|主管|r-\d{3,}|投诉人/, /住哪|住址|家在哪|家庭住址/],
    none: [...REPORTED, /我(?:的)?(?:住|家)/],
  },
  { all: [/所有|全部|每个/, /员工|柜员|经理|客服人员/, /姓名|工号|电话|名单|手机|微信/, HAND], none: REPORTED },
  { all: [TAMPER, WISH], none: [...REPORTED, /我的(?:号码|电话|手机|信息|资料|投诉|个人)/] },
  { all: [UNCHECKED], none: [...REPORTED, /吗|么|如何|怎么/] },
  {
    all: [
      /(?:经理|柜员|主管|主任|行长|审核|经办|处理)[^，,。]{0,10}(?:私人|微信|家庭住址|住址|个人信息|联系方式)/,
      /告诉我|发我|给我|把|说说/,
    ],
    none: [...REPORTED, /加我|加了|加上/],
  },
  {
    all: [/(?:名下|负责人|承办|经办|处理人)/, /r-?\d{3,}|工单|案子|投诉单/, /转到|换成|改成|挂到|转给/, /把|将/],
    none: REPORTED,
  },
  {
    all: [
      /内部/,
      /办法|制度|标准|名单|手册|材料|文件|表|细则|口径|方案|纪要/,
      /发[一我给来]|给我|要看|拿来|贴|导出|拷|发一/,
    ],
    none: [TOLD, /为什么|凭什么|怎么|结果|不给|居然|是不是|导出来的|卖|有人/],
  },
  {
    all: [/假装|假设|假定|模拟|想象|扮演|游戏/, /给我|把|同意|批准|入账|回答|答应|告诉|说/, BOT],
    none: [...REPORTED, /是你|不知|没听/],
  },
  { all: [/假装|模拟|测试环境|测试模式|演练/, /给我的?账户|入账|批准|余额|规则/], none: REPORTED },
  {
    all: [
      /(?:ai|机器人|助手|bot)(?![^，,。]{0,4}(?:客服)?答)/,
      /须|应当|必须|一律|不再|即刻|无需/,
      /开放|遵循|权限|办理退款|批准|承诺|解除|执行|服从|回复|确认/,
    ],
    none: [TOLD, /你们|希望|建议/],
  },
  {
    all: [
      /(?:^ *|please |just |only |now )(?:reply|respond|answer|say|write|type)\b/,
      /\b(?:bank owes|bank admits|approved|i agree|refund granted|bank is (?:guilty|liable))\b/,
    ],
    none: [TOLD, /\bmy (?:letter|email)\b/],
  },
];
