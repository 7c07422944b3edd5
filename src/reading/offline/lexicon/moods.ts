/** How the writer feels, and how the writer speaks to people. */
import type { Cue } from "../scan.ts";

export const MOOD_CUES: readonly Cue[] = [
  {
    tag: "emotion.3",
    weight: 3,
    phrases: [
      "气死", "气炸", "气疯", "气得(发抖|睡不着|吃不下|哭|血压|心脏病|住院)", "忍无可忍", "崩溃", "绝望", "走投无路", "没有活路", "没活路", "不想活", "活不下去", "救命", "求求(你|您|你们)", "跪下", "疯了", "要疯", "快疯", "他妈的", "他妈", "妈的", "草泥马", "操你", "去死", "畜生", "丧尽天良", "天理难容", "血汗钱", "养老钱", "救命钱", "跟你们拼", "拼了", "鱼死网破", "没完", "不得好死", "十恶不赦", "怒了", "暴怒", "愤怒(至极|到极点)", "极其愤怒", "极度愤怒", "火冒三丈", "七窍生烟", "强盗", "土匪", "黑心", "吸血鬼", "我要告死", "欺人太甚", "家破人亡", "倾家荡产", "哭了一", "天天哭", "睡不着觉", "急死", "无法无天",
      "furious", "livid", "enraged", "desperate", "desperately", "fuck*", "fucking", "i can't take (it|this) any*", "at my wit*", "beyond angry", "seething", "sick to my stomach", "breaking down", "suicidal", "ruined my life", "begging you", "devastated", "outraged", "criminals", "thieves", "boiling", "hysterical", "going crazy", "worst nightmare", "in tears",
    ],
  },
  {
    tag: "emotion.2",
    weight: 2,
    phrases: [
      "生气", "愤怒", "气愤", "气人", "恼火", "火大", "窝火", "太过分", "过分", "岂有此理", "垃圾(银行|服务|app|系统|)", "骗子", "无耻", "可恶", "可恨", "恶心", "凭什么", "什么破", "破(银行|机器|系统|app|服务|玩意)", "什么(玩意|东西|态度|鬼|狗屁)", "受够", "受不了", "忍不了", "欺负(人|老百姓|老人|客户|消费者)", "坑(人|爹|钱|老百姓|蒙拐骗)", "黑店", "霸王", "不要脸", "离谱", "荒唐", "荒谬", "可笑", "太坑", "强烈", "严重(不满|抗议)", "谴责", "抗议", "不像话", "简直", "气", "忽悠", "太差", "极差", "恶劣", "糟糕透", "烂透", "最差", "必须给", "马上给我", "立刻给我", "赶紧给我", "有没有(搞错|良心|王法|天理)", "(还有|有)没有(天理|王法|良心)", "投诉到底", "曝光", "滚", "脑子(有|进)", "有病", "废物", "怎么又", "又(是|来|扣|骗|坑)", "第(三|四|五|六|七|八|3|4|5|6)次", "到底(要|想|管不管|什么时候|还|能不能|有没有|怎么)", "烦死", "烦透", "无语", "推来推去", "踢皮球", "不可理喻", "莫名其妙", "你们(干|做)的好事", "欺骗",
      "angry", "unacceptable", "ridiculous", "outrageous", "disgust*", "appalled", "appalling", "disgrace*", "shameful", "scammers", "liars", "lied", "crooks", "thief", "garbage", "trash", "crap", "bullshit", "fed up", "sick of", "sick and tired", "had enough", "pathetic", "useless", "terrible", "horrible", "awful", "worst", "incompetent", "shocking", "mad", "pissed", "infuriat*", "irate", "damn", "hell", "rip off", "ripped off", "insane", "absurd", "how dare", "what kind of", "never again", "extremely (frustrated|upset|disappointed|unhappy|dissatisfied)", "very (frustrated|upset|angry|unhappy)", "so (frustrated|upset|angry)", "demand", "are you kidding", "stealing", "robbed", "robbery", "joke", "scam", "hate",
    ],
  },
  {
    tag: "emotion.1",
    weight: 1,
    phrases: [
      "不满", "不满意", "失望", "郁闷", "着急", "很急", "急(用|需|着|啊|!)", "担心", "烦", "麻烦", "无奈", "心寒", "寒心", "难受", "委屈", "不爽", "不开心", "不舒服", "不高兴", "怎么(还|这样|这么|回事|能)", "为什么(还|又|扣|不|没|要|我)", "为啥", "不合理", "不公平", "太慢", "太久", "差", "投诉", "心疼", "害怕", "糟心", "头疼", "受累", "折腾", "不方便",
      "unhappy", "disappointed", "dissatisfied", "not happy", "not satisfied", "annoyed", "annoying", "frustrat*", "upset", "worried", "concerned", "confus*", "inconvenien*", "unfair", "bad", "poor", "slow", "complaint", "complain", "why (was|did|is|has|have|were|hasn't|can't|won't)", "unfortunately", "stress*", "anxious", "urgent*", "asap", "struggling", "sad",
    ],
  },
  {
    tag: "abuse.2",
    weight: 2,
    phrases: [
      "傻(逼|b|比|叉|x|批|屌)", "煞笔", "沙比", "沙雕玩意", "傻缺", "(操|草|艹|日|肏|干)(你|尼|泥)(妈|马|娘|玛|大爷|全家)", "cnm", "nmsl", "(你|尼|泥)(妈|马|玛)(的|逼|比|死|b)", "妈(逼|b|卖批)", "狗(东西|日的|娘养|杂种|逼|屁不通|腿子)", "王八(蛋|羔子)", "(混|龟|兔崽|王八)蛋", "畜(生|牲)", "杂种", "贱(人|货|逼|种|婊)", "婊子", "去死(吧|$)", "你(怎么|咋)不(去|)死", "(死|去)(你妈|全家)", "全家(死|不得|暴毙)", "不得好死", "断子绝孙", "脑残", "智障", "弱智", "白痴", "(弄|砍|打|干|整)死(你|你们|他|她|那)", "(废|宰|剁)了(你|你们|他|她)", "人渣", "败类", "垃圾东西", "(给老子|老子)(滚|死|弄)", "sb", "蠢(猪|货|驴)", "猪脑(子|)", "吃屎", "死妈", "没爹(没|)妈", "有娘生", "臭(婊|不要脸|傻|三八|娘们)", "三八", "你大爷的", "妈了个", "去你(妈|大爷|全家)", "你全家", "屌你", "仆街", "扑街", "冚家", "撲街", "粉肠",
      "fuck (you|off|u|ur|your)", "fucking (idiot*|moron*|bitch*|asshole*|scum|cunt*|thieves|liar*|useless)", "motherfuck*", "asshole*", "arsehole*", "bitch*", "bastard*", "cunt*", "dickhead*", "son of a bitch", "piece of shit", "pieces of shit", "scumbag*", "moron*", "retard*", "imbecile*", "go to hell", "kill yourself", "drop dead", "i('ll| will) (kill|beat|punch|break|hurt|find) (you|him|her|your|them)", "stfu", "gfy", "pricks", "wanker*", "twat*",
    ],
  },
  {
    tag: "abuse.1",
    weight: 1,
    phrases: [
      "滚(蛋|开|一边|吧|!|出|粗|$)", "(你们|你)(都|)(是|就是)(一群|一帮|个|帮|群|)(废物|饭桶|猪|骗子|强盗|土匪|垃圾|蠢|白吃|流氓|吸血鬼|傻)", "废物", "饭桶", "(脑子|脑袋)(有病|进水|有坑|有问题|被驴|坏)", "有病(吧|啊|是不是|$)", "是不是有病", "有毛病", "神经病", "他妈的", "他妈", "妈的", "tmd", "tm的", "特么", "尼玛", "什么(玩意|东西|狗屁|鬼东西)", "放屁", "狗屁", "屁(用|都|话|本事)", "不要脸", "臭不要脸", "死(鬼|机器人|客服)", "蠢", "眼瞎", "瞎了(眼|你)", "吃(白饭|干饭|软饭)(的|)", "吃干饭", "混账", "流氓", "无赖", "你(算|是)(什么|个)(东西|老几|玩意)", "算老几", "垃圾(银行|客服|员工|柜员|玩意|人)", "垃圾", "人工智障", "闭嘴", "少(放屁|废话|来这套)", "废话", "丢人", "缺德", "不是人", "没人性", "黑心", "土匪", "强盗", "骗子", "一群~(骗子|废物|强盗|东西)", "cao", "卧槽", "我(草|操|艹|擦|靠)", "狗银行", "破银行",
      "idiot*", "stupid*", "dumb*", "shit*", "wtf", "crap", "bullshit", "fuck", "fucking", "fucked", "fuckin", "shut up", "clown*", "garbage", "trash", "useless (people|staff|idiots|bot|robot|bank|agent|lot|bunch)", "loser*", "screw you", "bunch of (crooks|thieves|clowns|liars|incompetent*|morons|idiots|criminals)", "crooks", "thieves", "scammers", "liars", "pathetic (people|staff|lot|excuse*)", "damn you", "scum", "piss off", "bloody (idiots|useless|hell)", "jerk*", "get lost", "morons", "brain dead", "braindead",
    ],
  },
  // Words that look like the ones above and are not.
  { tag: "mood.innocent", weight: 1, phrases: ["他妈妈", "他妈在", "他妈是", "他妈说", "他妈来", "他妈去", "他妈也", "他妈就", "累死", "笑死", "滚动", "滚轮", "滚存", "续期滚", "自动滚", "电梯", "气温", "气候", "天气", "煤气", "燃气", "客气", "语气", "空气", "服气", "脾气", "福气", "小气", "大气", "运气", "力气", "生活气", "口气", "燃气费", "气费", "生气勃", "人气", "霸气", "垃圾(短信|分类|邮件|桶|箱|费|处理)", "天然气", "汽", "暖气", "消气", "沼气", "废话不多说", "差(不多|额|价|点|旅|别|异|距)", "时差", "出差", "偏差", "有病人", "有病要", "有病在", "生病", "看病", "not bad", "spam", "made", "hello", "mad (about|dog)", "不差", "(别|不)(生气|急|着急|担心|麻烦)", "麻烦(你|您|帮|问|给|把|看|查|告)", "不麻烦", "没(有|)生气", "老板气", "干净"] },
];
