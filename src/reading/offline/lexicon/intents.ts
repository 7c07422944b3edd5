/** Intents that can stand anywhere in a message. Whole short replies are in `replies.ts`. */
import type { Cue } from "../scan.ts";

export const INTENT_CUES: readonly Cue[] = [
  {
    tag: "intent.wants-human",
    weight: 1,
    phrases: [
      "转(接|)人工", "转接(客服|坐席|真人)", "接人工", "要人工", "找人工", "人工客服", "人工服务", "人工坐席", "真人客服", "找(个|)真人", "要(个|)真人", "跟真人", "和真人",
      "是真人吗", "叫(你们|个|你)(的|)(经理|领导|主管|负责人|行长)", "找(你们|个|你)(的|)(经理|领导|主管|负责人|行长)", "让(你们|你)(的|)(经理|领导|主管|负责人|行长)",
      "我要见(你们|)(经理|领导|行长)", "要(和|跟)(你们|)(经理|领导|主管|负责人)(说|谈|讲)", "找(个|)活人", "(换|来|找)个人(来|跟我|和我|处理|说)", "(不想|不要|别让|不跟|不和)(跟|和|)机器人",
      "不要机器人", "别用机器人", "换(个|)(真|)人(来|)", "让(个|)(真|)人(来|)(跟我|和我|处理|联系)", "(有|来个)人工吗", "人工在吗", "有没有人工", "(让|请)(专人|工作人员|客服|客户经理)~(联系|回|打)", "给我(回|打)(个|)电话", "派(个|)人",
      "我要人工", "人工!", "有没有(真|活)人", "(找|要)(客服|专人)(处理|)", "电话联系我", "我要跟人说", "经理出来", "领导出来", "负责人出来",
      "(talk|speak|chat) (to|with) (a|an|the|your|some) (real |live |human |actual |)(human|person|agent|manager|supervisor|representative|rep|advisor|adviser|someone|operator|staff|colleague)",
      "(talk|speak|chat) (to|with) (someone|somebody|a human being|customer service)", "(real|live|actual) (human|person|agent)", "human (agent|please|being)", "get me (a|your|the) (manager|supervisor|human|person)", "(connect|transfer|put) me (to|through)",
      "i want (a|your) (human|manager|supervisor|person)", "not a (bot|robot|machine)", "stop the bot", "(call|ring) me back", "let me (talk|speak) to",
    ],
  },
  {
    tag: "intent.case-status",
    weight: 1,
    phrases: [
      "(查|问|看|催)(一下|下|)(我的|)(投诉|工单|处理|案件|受理|)(进度|进展)", "(投诉|工单|案子|案件|单子|反映的(事|问题)|上次(的|)(事|问题|投诉))~(到哪|什么情况|怎么样了|怎样了|进展|进度|处理(得|的|)(怎么|如何)|处理完|有结果|有消息|结果出来|出结果|有(没有|无)结果)", "到哪一步",
      "处理到哪", "进度怎么样", "有(什么|)进展(吗|了吗|没)", "处理得怎么样", "处理的怎么样", "有结果(了|)(吗|没)", "什么时候(能|)(有|出)结果", "查(一下|下|)(案件|投诉|工单)(编号|号|)(r-|c-|的)", "还没处理完", "我的投诉~(呢|怎么没)",
      "status of my (complaint|case|claim|ticket|dispute)", "(complaint|case|claim|ticket|dispute)~(status|progress|update)", "update on my (complaint|case|claim|ticket|dispute)", "any (update|news|progress) (on|about)", "where is my (complaint|case|claim)", "what is happening with my (complaint|case|claim)",
      "what's happening with my (complaint|case|claim)", "any updates", "check my (case|complaint|ticket)",
    ],
  },
  {
    tag: "intent.withdraw",
    weight: 1,
    phrases: [
      "不投诉了", "撤销投诉", "撤回投诉", "取消投诉", "撤诉", "投诉(我|)(不要了|撤了|取消|撤销|撤回|算了)", "(把|将)(我的|这个|那个|)投诉(撤|取消)", "不(想|要|用)投诉了", "不追究了", "算了不(投诉|说|弄|搞)", "当我没(说|投诉)", "撤(掉|)(了|)吧", "我撤(销|回|)(了|吧|这)",
      "withdraw (my|the|this) (complaint|case|claim)", "cancel (my|the|this) (complaint|case|claim)", "drop (my|the|this) (complaint|case|claim|matter)", "no longer (want|wish) to complain", "forget about (my|the|this) complaint", "don't want to complain any*",
    ],
  },
  {
    tag: "intent.settled",
    weight: 1,
    phrases: [
      "解决了", "(问题|事情|事)(已经|都|)(处理|弄|搞)(好|完|妥)了", "没问题了", "没事了", "可以了(,|，| |)(谢谢|不用)", "搞定了", "弄好了", "处理好了", "钱(已经|)(到账|退回来|退给我|回来|收到)了", "(退款|款项)(已经|)(到账|收到)了", "已(经|)解决", "不用(再|)(处理|管|麻烦)了", "可以用了", "恢复了", "明白了(,|，| |)谢谢", "(好了|行了)(,|，| |)(谢谢|不用)",
      "清楚了(,|，| |)谢谢", "知道了(,|，| |)谢谢", "那就(好|行|没事)(了|)", "满意了", "(it's|it is|its|that's|all|been|is now|issue|problem|problem is|got it) (sorted|resolved|solved|fixed)", "(sorted|resolved|solved|fixed) now", "that (solves|answers|settles|resolves) (it|my)", "works now", "working now", "no longer a problem", "problem solved", "all good now", "issue resolved", "i got my money back", "that's all i needed",
    ],
  },
  {
    tag: "intent.thanks",
    weight: 1,
    phrases: ["谢谢", "多谢", "感谢", "谢了", "谢啦", "thx", "thanks", "thank you", "ty", "cheers", "3q", "唔该", "much appreciated", "appreciate it"],
  },
  { tag: "intent.goodbye", weight: 1, phrases: ["再见", "拜拜", "先这样", "就这样吧", "bye", "goodbye", "bye bye", "good bye", "see you", "回头见", "下次再聊", "没别的事了", "88了", "have a (nice|good) (day|one|evening)"] },
  {
    tag: "intent.attach",
    weight: 1,
    phrases: [
      "看图", "如图", "见图", "见附件", "截图(已经|)(发|传|给)", "(发|传|上传|贴)(了|个|张|一张|)(截图|图片|照片|录音|凭证|视频|图)", "(图|图片|照片|凭证|录音|视频|小票|流水)(已经|都|)(发|传)(给|过|你|上)", "附上(截图|照片|图)", "给你(发|看)(个|张|了|一下|下|)(图|截图|照片)", "看一下(截图|照片|附件|图)",
      "see (the |)attached", "(i've |i have |)attached", "attachment", "here is (a|the|my) (screenshot|photo|picture|receipt)", "here's (a|the|my) (screenshot|photo|picture|receipt)", "(sent|sending|uploaded|uploading) (you |)(a|the|my) (screenshot|photo|picture|receipt|statement)", "see (the |)(screenshot|photo|picture)",
    ],
  },
  {
    tag: "intent.why-asked",
    weight: 1,
    phrases: [
      "为什么要问(这|我|那)", "为啥(要|)问(这|我)", "问这(个|些|)(干嘛|干什么|做什么|做啥|干啥|有什么用|有啥用)", "问我(这个|这些|)(干嘛|干什么|做什么)", "要(这个|这些|我的(信息|手机号|电话|卡号|尾号|姓名|身份证))~(干嘛|干什么|做什么|干啥|有什么用|有啥用)", "为什么(要|需要)(我|知道|提供|给你)~(信息|电话|手机号|卡号|尾号|名字|姓名|身份证|时间|金额|地址)", "凭什么(要|)(告诉你|问我|给你)", "你(们|)(要|问)(这|那)(个|些)(干|做)(嘛|什么|啥)",
      "(有|)必要问(这|那)", "why (are|do) you (ask|need|want)*", "why do you need (that|this|to know|my)", "what do you need (that|this|it) for", "why is (that|this) needed", "why (should|would) i (tell|give)",
    ],
  },
  {
    tag: "intent.repeat-please",
    weight: 1,
    phrases: [
      "没(听|看)(懂|明白|清)", "再说一(遍|次)", "再讲一(遍|次)", "再(发|问)一(遍|次)", "什么意思", "啥意思", "听不懂", "看不懂", "不明白你", "没明白", "不懂你(在|说)", "你说(的|)(什么|啥)", "重复一(遍|下)", "(请|能)(再|)重复",
      "(say|repeat) (that|it) again", "(can|could) you repeat", "please repeat", "come again", "pardon", "what do you mean", "i don't understand (you|the question|what you|that)", "didn't (get|understand|catch) that", "sorry what", "say again", "don't get it", "not sure what you mean",
    ],
  },
  {
    tag: "intent.dont-know",
    weight: 1,
    phrases: [
      "(我|这个|那个|真|也|,|，|)(不知道|不清楚|不记得|记不(清|得|起|住)|想不起|不太(清楚|记得|知道)|不确定|不晓得|说不(清|准|上))", "忘(了|记)", "没(注意|留意|记|印象)", "没记住", "唔知", "唔记得",
      "(i |)(don't|do not|dont) (know|remember|recall)", "no idea", "not sure", "can't (remember|recall)", "cannot (remember|recall)", "i forgot", "i forget", "i've forgotten", "idk", "dunno",
    ],
  },
  {
    tag: "intent.skip",
    weight: 1,
    phrases: [
      "不想说", "不想(提供|告诉|回答|讲|给)", "跳过", "不方便(说|透露|提供|讲)", "不(愿意|愿|肯)(说|提供|透露|回答)", "不(提供|告诉你|回答)", "下一个(问题|吧|$)", "先(不说|略过)", "略过", "(这个|这题|)过吧", "保密", "不便(透露|提供)", "换个问题", "pass on (that|this)", "skip", "(rather|prefer) not (say|to say|answer|tell|share)*", "prefer not to", "next question", "don't want to (say|answer|tell|share|give)", "not telling", "none of your business", "i won't (say|tell|share|give)",
    ],
  },
];
