/** What a message does: cues for each act. Weights: 3 says it outright, 2 clearly, 1 hints. */
import type { Cue } from "../scan.ts";

export const ACT_CUES: readonly Cue[] = [
  {
    tag: "act.complaint",
    weight: 4,
    phrases: [
      "我要投诉", "我想投诉", "要投诉", "投诉你们", "投诉(一下|这个|那个|该|贵行|你行|柜员|客服|经理|大堂)", "我(来|是来|得|必须)投诉", "进行投诉", "强烈(不满|谴责|要求)", "讨个说法", "讨说法", "要个说法", "给(我|)(个|一个)(说法|交代|解释|交待)", "维权", "(表示|非常|很|极其|十分|极度)(不满|愤怒|失望|气愤)",
      "不是我(刷|买|转|消费|操作|本人|弄|取|花|付|点|开|办|签|借|贷)", "盗刷", "被盗", "(被|遭|受)~(骗|诈骗)", "不翼而飞", "(态度|服务)(太|很|非常|特别|极其|极|真|这么|那么|十分|真是|超级|实在|)(差|恶劣|糟|烂|不好|不行|冷漠|傲慢|敷衍)", "欺骗(消费者|客户|我|老)", "误导(我|销售|客户|消费者|投资|购买|老)", "霸王条款", "乱(扣|收)(费|钱|我)", "多(扣|收|划)了", "重复(扣|收|划)",
      "(i|i'd|i would|we) (want|wish|like|need|am going) to (complain|file|make|lodge|raise|submit|register)", "(file|make|lodge|raise|submit|register) a (formal |)complaint", "my complaint", "this is a complaint", "i am complaining", "i'm complaining", "unacceptable", "disgusted", "appalled", "appalling", "outrageous", "ripped off", "scammed", "defrauded", "fraudulent*", "not authori*", "unauthori*", "didn't authori*", "did not authori*", "without my (consent|permission|knowledge|authori*)", "i (never|didn't|did not) (make|made|authorise|authorize|approve|sign|open|agree|order|request)", "terrible (service|experience|bank)", "awful (service|experience|bank)", "worst (service|bank|experience)", "rude", "misled", "mis-sold", "missold", "ridiculous", "disgrace*", "incompetent", "fed up", "overcharged", "double charged", "charged (me |)twice", "refuse* to (refund|help|return|pay|give|reverse|fix|honor|honour|listen)",
    ],
  },
  {
    tag: "act.complaint",
    weight: 3,
    phrases: [
      "(为什么|为啥|凭什么|怎么|干嘛|咋)~(扣(我|了|钱|费)|又(扣|收)|冻结(我|了)|少了|没了|不见了|还没(到|退|好|处理|解决)|一直(不|没)|就是(不|没)|不(给|让|退|赔|处理|解决|理))", "(钱|余额|存款|资金|款|账户里)~(没了|不见了|少了|消失|没有了|不对)", "(被|给我|无故|莫名(其妙|)|无缘无故|擅自|私自|偷偷|平白无故|突然)~(扣|划走|转走|收费|冻结|限制|停用|降额|锁|开通|收了|盗|刷|取走)", "(吞|吃)(了|掉|)我(的|)卡", "卡(被|让|给)~吞", "被吞(了|)", "吞卡", "吞(了|我)(的|)(钱|现金)", "吞钞", "没(吐|出)(钞|钱)", "不吐钱", "(一直|迟迟|总是|老是|还是|到现在|至今|都|还|仍然|仍)(没|不|没有|未)~(到账|收到|到|退|解决|处理|回复|回|答复|联系|办|给|好|人)", "(没|无)人(管|理|接|处理|回|负责|解决|搭理|应)", "不(给|予)(我|)(退|赔|解决|处理|办|解释|说法)", "拒绝(退|赔|处理|办理|解释|为我)", "(推|踢)(来推去|皮球|卸|诿|三阻四)", "互相推", "相互推", "敷衍", "不作为", "不负责任", "不耐烦", "翻白眼", "爱理不理", "爱搭不理", "(吼|骂|凶|怼|嘲笑|羞辱|辱骂|训)(我|人|了我|老人|客户)", "(对|冲)(我|客户|老人)~(吼|骂|凶|大声|嚷|发火)", "太(慢|差|过分|坑|气人|离谱|恶心|不负责|不像话|欺负人|黑)(了|)", "(排|等)(了|)~(小时|半天|一上午|一下午|一天|多分钟|分钟|一个多|老半天|好久|很久|这么久|那么久)", "白跑", "跑了~(次|趟|回)", "骗(子|人|我|了我|局|老人|钱|走|去)", "坑(我|人|老百姓|客户|钱|爹)", "(骚扰|轰炸|爆通讯录)", "(泄露|泄漏|倒卖|卖)(了|)(我(的|)|客户|个人|)(信息|资料|隐私|电话)", "(不|没)告知", "没有(告知|说明|提示|提醒|通知)", "没(说|讲|跟我说|提过|解释|提醒|通知|提前)", "(隐瞒|虚假宣传|捆绑|强制|强行|诱导)", "(算|记|搞|弄|办|录|打|输|转|扣)错(了|)", "(系统|app|软件|机器|网银|手机银行|atm|银行)~(崩|瘫痪|出错|故障|坏了|卡死|闪退|打不开|登(录|陆|)不(了|上|进)|进不去|用不了|报错|死机|又坏)", "(登|打|进|转|付|取|办|用|刷|点|查|退|赎|还|改|提|联系|接|解)不(了|上|进去|进|开|出来|出|到|掉)", "(不能|没法|无法)(使用|登录|登陆|取|转账|转|付|支付|用|办理|提现|还款|赎回|正常)", "(亏|损失|赔)了", "(降|砍)(了|)(我(的|)|)额", "(取消不了|退不了|拒不|死活不|就是不|硬说|非说|非要|非让)", "逾期(了|记录)~(不知|没|错|影响|冤)", "(影响|毁|坏)(了|)(我(的|)|)征信", "(天天|每天|一天|老是|总是|不停|半夜|整天|反复|一直|又)~(打电话|催|骚扰|推销|发短信)", "说话(难听|不算|不算数|很冲|冲)", "(出尔反尔|言而无信|说一套做一套|说好的|当初说|承诺的|答应的)", "(找谁|谁)(来|)(负责|赔|管)", "有没有人管", "还我(钱|血汗|公道|清白)", "退(我|还我)(钱|血汗)", "(什么|啥)破(银行|服务|系统|app|机器|手机|玩意)", "不能接受", "无法接受", "难以接受", "不合理", "(违规|违法|不合法|侵犯|侵害)", "(叫|喊)(了|)(半天|好久)", "让我(等|跑|来回|白|自己)", "(已经|都)(等|过去|过|拖)(了|)", "(拖|耽误|耽搁)(了|着|我|)~(天|月|周|不|久|时间|事)", "一点(也|都)不", "(根本|压根)(不|没)", "冒用", "(被|给)~(贷款|办卡|开户|担保)~(不知|没|冒)", "(失望|寒心|心寒|恼火|火大|无语|郁闷|糟心|受够|忍无可忍|忍不了)", "气(死|人|坏|愤|炸)", "问题(一直|还|都)(没|未|不)", "不满", "投诉",
      "why (have|has|did|was|were|is|are|am|would|do) (you|i|my|the|there|it)~(charge*|block*|frozen|freeze|froze|taken|took|declin*|deduct*|close*|lock*|restrict*|cancel*|gone|missing|less|refus*|reject*|reduc*)", "(money|funds|balance|cash|payment|transfer|deposit|refund|salary)~(gone|missing|disappeared|vanished|never (arrived|came|showed)|not (arrived|received|there|showing|credited)|hasn't (arrived|come|shown)|has not (arrived|been)|stolen|still not)", "(haven't|have not|hasn't|has not|never|still not|still haven't) (yet |)(received|got|gotten|heard|arrived|been|responded|replied|resolved|refunded|fixed|posted)", "(nobody|no one|noone) (helped|helps|answers|answered|called|cares|responds|replied|will|has|picks|told|ever|is)", "(waited|waiting|queued|on hold|held)~(hour*|minute*|day*|week*|month*|forever|ages)", "(card|atm|machine) (was |has |got |)(swallowed|ate|eaten|retained|declined)", "swallowed my card", "ate my card", "kept my card", "(won't|will not|wouldn't|cannot|can't|doesn't|does not|didn't|did not|not) (let me|work|working|refund|help|load|open|log|login|access|respond|respond to|reply|answer|dispense)", "(stole*|stolen|took) (my|from me|all|from my)", "(wrong|incorrect|unfair|hidden|excessive|unexpected|extra|bogus) (fee*|charge*|amount|balance|interest|information|report*|transaction*)", "(error|mistake) (on|in|by) (my|the|your)", "(lied|lying|lies|cheat*|deceiv*|dishonest|mislead*|harass*|threaten*|ignored|ignoring)", "(poor|bad|horrible|pathetic|useless|dreadful|disappointing|shocking) (service|customer|experience|attitude|support|bank|treatment)", "(very |so |really |extremely |)(unhappy|dissatisfied|disappointed|frustrated|frustrating|angry|annoyed|furious|upset|outraged)", "not (happy|satisfied|acceptable|good enough|fair|mine|my (debt|account|transaction))", "i don't recognise*", "i don't recognize*", "don't recognize", "don't recognise", "not recogni*", "without (telling|asking|notifying|informing|notice|warning|any notice|explanation)", "(froze|frozen|blocked|closed|locked|restricted|suspended|cancelled|canceled) my", "my (account|card|money|funds) (is|was|has been|got|are|were) (suddenly |)(frozen|blocked|closed|locked|restricted|suspended|hacked|stolen|compromised|declined|cloned)", "account (was |got |has been |)hacked", "identity theft", "stolen identity", "(demand|want|need|expect) (my|a|the|full) (money|refund|compensation|apology|funds)", "keeps? (calling|charging|crashing|failing|declining|telling)", "(keep|keeps) (on |)(calling|charging|crashing|failing|declining|telling|harassing|getting)", "victim of", "complaint", "complain", "dispute*", "scam", "fraud", "never again", "run around", "runaround", "waste of (time|my)",
    ],
  },
  {
    tag: "act.complaint",
    weight: 1.5,
    phrases: [
      "为什么", "凭什么", "怎么回事", "扣(了|钱|费|我)", "没到账", "未到账", "到账慢", "失败", "出错", "错误", "异常", "坏了", "丢了", "冻结", "被拒", "限制", "逾期", "催收", "罚息", "太高", "太贵", "太低", "不方便", "难用", "麻烦死", "不明白为", "不对", "不符", "有问题", "不给", "不让", "不行", "没用", "被(停|降|限|拒|骗|锁|封)", "莫名", "突然", "又", "居然", "竟然", "到底", "慢", "少了", "没收到", "未收到", "没回", "收费不", "态度", "推销",
      "why", "charged", "declined", "missing", "failed", "not working", "wrong", "error", "problem", "issue", "stuck", "pending", "lost", "stolen", "twice", "still", "again", "slow", "delay*", "without", "incorrect", "inaccurate", "collection agency", "debt",
    ],
  },
  {
    tag: "act.question",
    weight: 2,
    phrases: [
      "怎么(办理|提高|申请|开通|查|改|修改|设置|注销|激活|还款|还|取消|关闭|转账|转|绑定|解绑|打印|下载|挂失|补办|预约|操作|弄|办|算|收费|用|才能|样才能|样办理|样|领|换|存|开|提前|解除|解冻|登录|购买|买|处理|投诉|联系)", "如何", "怎样", "咋(办理|弄|查|开|申请|办|提|还|改)", "多少(钱|费|利息|利率|天|手续费|额度|年费|时间|积分|$)", "是多少", "(要|需要)多(久|长|少)", "多久(能|可以|到|会|才|$)", "几(天|点|个工作日|号|月)(能|到|开|关|会|可以|下班|上班|还|$)", "(需要|要)(什么|哪些|带什么|准备什么|带哪些)", "(有|是)(什么|哪些|没有|不是|啥)", "(什么|啥)(时候|条件|材料|资料|手续|区别|意思|是|要求|流程|时间)", "(能|会|可|需|要)(不能|不会|不可以|不需要|不要|否)", "可不可以", "能否", "是否", "可以吗", "行吗", "吗", "(么|呢|嘛)$", "在哪", "哪里", "哪儿", "哪个", "哪家", "请问", "咨询", "想(问|了解|知道|咨询|请教)", "问(一下|下|个)", "了解一下", "有没有", "利率", "条件是",
      "how (do|can|to|much|long|many|does|should|would|often|about|are|is|will|come|could)", "what (is|are|do|does|happens|if|time|should|can|documents|kind|currencies|would|will|fees|exchange|type*|cards)", "what's", "when (is|are|do|does|can|will|should)", "where (is|are|do|does|can|will|should)", "which", "who", "can (i|you|we|my|someone|it)", "could (i|you|we)", "do (i|you|we)", "does", "is (there|it|my|this|that|the)", "are (there|you|my|the|they)", "will (i|you|it|my|the)", "would (i|you|it)", "should i", "am i", "tell me (about|how|what|when|where|which)", "i'd like to know", "i want to know", "wondering", "please explain", "may i", "why (is|was|did|has|do|does|are|can't|hasn't|won't|were|didn't|isn't)",
    ],
  },
  {
    tag: "act.request",
    weight: 2,
    phrases: [
      "(帮我|请帮|麻烦(你|您|帮|给|)|给我|替我|请(给|为|协助|你|您|尽快|立即|马上|)(我|))~(查|办|开|关|注销|冻结|解冻|挂失|补办|激活|修改|改|取消|提高|调|打印|转|预约|申请|绑|解|设|退|登记|处理|联系|看|核实|发|打|恢复|停|升级|换|增加|重置|锁)", "我(要|想|需要|想要|得)(办|申请|开|注销|销户|挂失|冻结|解冻|补办|激活|修改|改|取消|提高|提额|调|打印|转账|预约|绑定|解绑|提前还|换卡|补卡|开通|关闭|重置|更改|变更|升级|退订|查|锁|登记|还)", "(能|可以|可不可以|能不能)帮我", "帮忙", "帮我", "麻烦您", "申请(一|开|办|退|提|延|分期|减免)", "办(一下|理一下|个|张)", "我想要", "请(把|将)", "(转|接|要|找)人工", "联系我",
      "(please|pls|kindly) (help|check|close|open|block|freeze|unfreeze|cancel|change|send|reset|update|activate|transfer|increase|give|let|call|make|set|add|remove|stop|lock|unlock|order|issue|tell|assist|reverse|refund)", "i (want|need|would like|wish|wanna) to (open|close|apply|change|cancel|block|freeze|report|activate|transfer|order|update|reset|increase|set|get|add|make|pay|talk|speak|withdraw|top|book)", "i'd like to (open|close|apply|change|cancel|block|freeze|activate|transfer|order|update|reset|increase|set|get|add|make|pay|talk|speak|book)", "(can|could|would) you (please |)(help|check|close|open|block|freeze|cancel|change|send|reset|update|activate|transfer|increase|call|set|add|remove|stop|lock|order)", "help me", "i need (a|an|help|my|your|some)", "block my card", "freeze my", "close my account", "cancel my", "send me", "(set|order|create|book|activate|increase|transfer|reset) (up |)(a|an|my|the|me|up)", "call me", "let me (talk|speak)",
    ],
  },
  {
    tag: "act.suggestion",
    weight: 3,
    phrases: [
      "建议", "(希望|盼|望)(你们|贵行|银行|以后|能|可以|今后)~(改进|增加|优化|改善|完善|增设|多|延长|推出|支持|考虑|加强|简化|添加|提供|升级|加|改)", "要是能~就好", "如果能~(就好|更好|会更好|会好)", "能不能(增加|加个|多开|优化|改进|考虑|推出|增设|延长|简化)", "可(不|)可以(考虑|增加|多开|优化|增设)", "不如(改|设|加|多)", "(最好|应该)(能|可以|增加|改|多|设|加|有)", "提(个|一个|点|一点|几点|条)(建议|意见)", "可以改进", "有待改进", "加个~(功能|按钮|选项|提醒)", "(功能|界面)~(优化|改进)",
      "suggest*", "suggestion", "it would be (great|nice|helpful|better|good) if", "you should (consider|add|have|offer|improve|make|provide|allow|think)", "why not (add|make|offer|have)", "i recommend", "would be (great|nice|helpful|better|good) to have", "please (consider|add|improve)", "could be improved", "feature request", "feedback for", "i wish you (would|could|had|offered)", "maybe you could", "how about adding",
    ],
  },
  {
    tag: "act.praise",
    weight: 3,
    phrases: [
      "表扬", "点(个|)赞", "(态度|服务)(真的|真|很|非常|特别|超级|太|挺|十分|超|相当|一直都|一直|)(好|棒|热情|周到|耐心|贴心|专业|满意|到位|一流|细心|赞)", "(非常|特别|十分|衷心|由衷|很|万分|真的很|真|太)感谢", "感谢(你们|贵行|客服|柜员|经理|小|大堂|银行)", "(很|非常|特别|十分|超级|太|真|挺)(满意|专业|耐心|热情|贴心|周到|负责|暖心|给力|靠谱|高效|方便|好用)", "(真|太|好)(棒|赞|好|厉害|贴心|给力|可以|行|牛|不错|优秀)(了|啊|呀|呢|的|,|，|!|。|$)", "给力", "好评", "五星", "送锦旗", "锦旗", "(你们|贵行)(真|太|可真|可太|做得|做的)(好|棒|不错|行|厉害|会)", "不错", "辛苦了", "为~点赞", "暖心",
      "excellent (service|job|work|staff|support|bank)", "great (service|job|work|staff|support|bank|experience|help)", "(thank you|thanks) (so much |very much |a lot |)(for|to) (the|your|all|helping|being|everyone)", "well done", "amazing (service|job|staff|support|bank|experience)", "fantastic (service|job|staff|bank|work)", "wonderful (service|staff|job|experience)", "brilliant (service|job|staff|work|bank)", "(very |really |so |extremely |super )(helpful|friendly|professional|patient|kind|satisfied|happy|impressed|pleased|grateful)", "love (your|the|this) (bank|app|service|new)", "keep up the good", "(compliment|praise|commend)", "best bank", "five stars", "good job", "great bank", "nice work", "way to go", "bravo", "congratulations", "kudos", "wonderful", "fantastic", "brilliant",
    ],
  },
  {
    tag: "act.sarcasm",
    weight: 3,
    phrases: [
      "呵呵", "(你们|贵行)(可真|真是|真|可太)(会|行|能|厉害|牛|有本事|好意思|可以|好|棒)", "(真|太)(会|能)(做生意|赚钱|坑|糊弄|忽悠|玩)", "真(是|)(好样|有你们|服了|开了眼|开眼|大开眼界|长见识|棒棒|绝了|可笑|牛)", "好(一个|样的|意思|笑|极了|厉害的)", "佩服", "服了(你|这|)", "长见识", "开眼界", "🙃", "🙄", "😅", "厉害了", "高效(啊|呢|呀|得)", "感谢~(让我|害我|把我|赐|浪费|教会我|逼)", "(谢谢|多谢|感谢)(你们|贵行|你)~(让我|害|把我|浪费|坑|骗|扣)", "笑话", "(真|太)(讽刺|搞笑)", "(表扬|点赞|夸)~(才怪|个鬼|呸)", "可真行", "真行啊", "不愧是", "还真是", "了不起", "恭喜你们",
      "thanks for nothing", "thanks (a lot |so much |)for (wasting|losing|ignoring|nothing|stealing|taking|ruining|charging|making me|keeping me|blocking|freezing|locking|holding|hanging)", "thank you (so much |)for (wasting|losing|ignoring|nothing|stealing|taking|ruining|charging|making me|keeping me|blocking|freezing|locking|holding|hanging)", "great job (losing|stealing|wasting|ignoring|charging|blocking|freezing|locking|ruining|screwing)", "(well done|bravo|congratulations|kudos|good job|nice work|brilliant|fantastic|wonderful)~(losing|lost|wasting|wasted|ignoring|stealing|stole|charging|charged|blocking|blocked|freezing|frozen|hours|minutes|nothing|still|gone|failed|nobody|wrong|down)", "yeah right", "what a joke", "how (nice|kind|lovely|generous) of you", "slow clap", "oh great", "just great", "just wonderful", "just brilliant",
    ],
  },
  {
    tag: "act.report",
    weight: 4,
    phrases: ["举报", "检举", "揭发", "反映(一个|个|)(你们|贵行|某)~(违规|违法|违纪)", "(有人|员工|柜员|经理|行长|工作人员)~(洗钱|受贿|行贿|收回扣|吃回扣|贪污|挪用公款|伪造|造假|买卖账户|倒卖|赌博|飞单|违规放贷|虚假)", "实名举报", "匿名举报", "whistleblow*", "whistle-blow*", "report (misconduct|wrongdoing|bribery|corruption|money laundering|a staff|an employee|your (employee|staff|manager|teller)|illegal|fraud by)", "(employee|manager|teller|officer|staff)~(bribe*|kickback*|launder*|embezzl*|forg*|falsif*)"],
  },
  {
    tag: "act.own-claim",
    weight: 2,
    phrases: ["(退|还|赔)(还|偿|)(我|给我)", "我的(钱|存款|资金|损失|账户|卡|血汗)", "(扣|骗|收|转走|划走|挪用|偷|拿|坑)(了|走|)(我|我的|我妈|我爸)", "要求(退|赔|道歉)", "我(被|让)", "我(妈|爸|奶奶|爷爷)的(钱|存款)", "my (money|account|card|funds|savings)", "refund me", "compensate me", "i lost", "stole from me", "charged me"],
  },
  {
    tag: "act.chitchat",
    weight: 1,
    phrases: [
      "你好", "您好", "在吗", "在不在", "有人吗", "早上好", "上午好", "下午好", "晚上好", "早安", "晚安", "哈喽", "嗨", "哈哈", "嘿嘿", "嘻嘻", "你是(谁|机器人|真人|人工智能|ai)", "你叫什么", "天气", "讲(个|)笑话", "吃(饭|了吗|了没)", "(今天|周末)(去哪|干嘛|玩)", "无聊", "聊(聊|天|会)", "谢谢", "多谢", "再见", "拜拜", "辛苦", "新年快乐", "节日快乐", "生日快乐", "中秋快乐", "唱(个|首)歌", "多大了", "喜欢(什么|你)", "股票推荐", "足球", "电影", "好无聊", "么么哒", "加油",
      "hi", "hello", "hey", "good (morning|afternoon|evening|night)", "how are you", "who are you", "are you (a bot|a robot|human|real|an ai|there)", "what is your name", "what's your name", "tell me a joke", "weather", "thank you", "thanks", "bye", "goodbye", "lol", "haha*", "happy (birthday|new year|holidays)", "nice to meet you", "what's up", "sup", "sing", "favorite", "favourite", "meaning of life", "do you (like|have|love|know)", "where are you from", "how old are you",
    ],
  },
];
