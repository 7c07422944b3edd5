/** What the customer asks for, what the matter is about, and who is in it. */

/** Said as a wish or order; `facts/desired-outcome.ts` takes back refusals ("不给退钱"). */
export const OUTCOMES: readonly string[] = [
  "(要求|我要|要|希望|请|请求|必须|想要|我想|想|需要|强烈要求|应该|得|赶紧|赶快|马上|立即|立刻|尽快|抓紧|快|快点|快给我|给我|能不能|可以|可不可以|能否|请你们|请贵行|你们要|你们得|你们必须|麻烦)(你们|贵行|银行|您|你|帮我|给我|把|将|尽快|马上|立即|立刻|全部|全额|赶紧|)~(退款|退钱|退还|退回|退费|退给我|退我|全退|返还|归还|还我|还钱|赔偿|赔钱|赔我|赔付|补偿|道歉|赔礼|给(个|一个|我个)说法|说法|交代|解释清楚|解释一下|书面(回复|答复|道歉|说明)|尽快处理|处理一下|处理掉|处理好|解决|解冻|解封|解除(限制|冻结|管控|止付)|恢复(使用|额度|正常|账户|我的|卡)|停止(骚扰|催收|扣款|扣费|收费|打电话)|别再(打|骚扰|扣|发)|不要再(打|骚扰|扣|发)|撤销(交易|扣款|记录|逾期|收费|这笔)|取消(扣款|收费|年费|业务|分期|自动|保险|这笔)|追回|拦截|止付|减免|免除|免掉|协商(还款|分期)|延期还款|停息挂账|注销|销户|更正|修改(征信|记录)|消除(征信|逾期|记录)|删除(记录|信息|逾期)|核实|查清|调查|调(取|)监控|处分|开除|严肃处理|追究|赎回|退保|退卡|把卡(取|还|拿)|取(出|回)(我的|)卡|还我卡|补发|重新(办|审|开)|提高额度|提额|降低利率|开具|开(个|)证明|查询|给我办|回复|答复|给(个|我|)回复)",
  "(退|还)(我|还我|回我|给我)(的|)(钱|款|血汗钱|本金|卡|费用|保费|存款|手续费|年费|利息)", "还钱", "退钱", "退款!", "还我(钱|血汗钱|公道|清白|卡|本金)", "赔(我|偿我|钱)(损失|精神|误工费|)", "(赔偿|补偿)(我|我的|)(损失|精神损失|误工费|利息|全部损失)", "(公开|书面|当面|登报|正式|向我|给我|跟我)(向我|给我|)(道歉|赔礼)", "给(我|)(个|一个)(说法|交代|解释|交待|答复|满意)", "停止(骚扰|催收|扣款|扣费)", "(别|不要|不许)再(给我|)(打电话|骚扰|扣|打|发短信|催)", "把(钱|款|卡|本金|我的钱|多扣的|扣的|我的卡)~(退|还|转|吐|打)(给我|回来|还|回|我)", "(给|把)我~(解冻|解封|恢复|退了|退回来|免了|撤了|取消了)", "讨(个|回)(说法|公道)", "尽快(处理|解决|到账|退|回复|答复|解冻|核实|联系)", "查(一下|清楚|清|明白)(这笔|怎么回事|是谁|原因)", "恢复(我的|)(额度|账户|卡|使用)",
  "(i |we |)(want|need|demand|would like|expect|request|am requesting|am asking for|require|i'd like|insist on)~(refund*|my money back|money back|reimburse*|compensation|compensated|apology|explanation|written (response|reply|answer)|credited|reversed|reversal|unfreeze|unfrozen|unblocked|unblock|reopened|removed|deleted|corrected|waived|cancelled|canceled|closed|investigat*|resolved|fixed|returned|released|new card|replacement|it back|my card back|my account back)", "(please |pls |kindly )(refund|reimburse|compensate|return|credit|reverse|unfreeze|unblock|restore|remove|delete|correct|waive|cancel|close|investigate|resolve|fix|release|stop|apologi*|replace|reopen|lift)~(my|the|this|it|me|these|that|calling|asap|account|card|money|fee|charge)", "refund (me|my money|the money|it|my|the)", "give me (my|back|a refund|my money)", "(return|release) my (money|funds|card|deposit)", "stop (calling|harassing|contacting|charging)", "compensate me", "apologise to me", "apologize to me", "unfreeze my (account|card|money)", "unblock my (account|card)", "fix (this|it) (now|asap|immediately)", "get my (money|card|account) back", "(to be|be) (refunded|reimbursed|compensated)", "waive the (fee|fees|charge|charges)",
];

/** Products as customers name them; longer names win. */
export const PRODUCTS: readonly string[] = [
  "信用卡", "储蓄卡", "借记卡", "银行卡", "工资卡", "社保卡", "贷记卡", "白金卡", "附属卡", "定期存款", "大额存单", "活期", "定期", "结构性存款", "理财产品", "理财", "货币基金", "基金定投", "基金", "保险", "分红险", "年金险", "重疾险", "意外险", "养老险", "保单", "房贷", "车贷", "按揭", "消费贷", "经营贷", "信用贷", "公积金贷款", "助学贷款", "抵押贷款", "贷款", "信托", "国债", "纸黄金", "积存金", "金条", "黄金", "手机银行", "网上银行", "网银", "u盾", "保管箱", "短信通知", "账单分期", "存折", "存单", "对公账户",
  "credit card*", "debit card*", "mortgage*", "personal loan*", "auto loan*", "car loan*", "student loan*", "home loan*", "savings account*", "checking account*", "current account*", "fixed deposit*", "term deposit*", "time deposit*", "insurance", "mutual fund*", "structured deposit*", "safe deposit box", "prepaid card*", "gift card*", "online banking", "mobile banking", "overdraft", "credit line", "line of credit",
];

/** Places without a name of their own. */
export const PLACES: readonly string[] = ["atm机", "atm", "自助柜员机", "自助取款机", "自助存取款机", "自助机", "自助设备", "自助终端", "自助银行", "存取款机", "取款机", "柜员机", "存款机", "智能柜台", "cash machine", "atm machine", "self-service machine", "kiosk"];

export const COUNTERPARTIES: readonly string[] = [
  "支付宝", "微信支付", "财付通", "美团", "京东", "淘宝", "天猫", "拼多多", "抖音", "快手", "滴滴", "饿了么", "携程", "苏宁", "苹果商店", "腾讯", "网易", "爱奇艺", "优酷", "百度", "哔哩哔哩", "唯品会", "steam", "apple", "app store", "itunes", "google", "google play", "amazon", "netflix", "paypal", "uber", "airbnb", "booking.com", "spotify", "microsoft", "ebay", "walmart", "target", "zelle", "venmo", "alipay", "temu", "shein", "alibaba", "aliexpress",
];

export const EVIDENCE: readonly string[] = [
  "(有|保留|保留了|留着|留了|存了|保存了|发|发给你|上传|上传了|附|附上|拍了|拍下|手里有|提供|截了|录了|都有|打印了|给你看|拿着|带着)(完整|全部|所有|相关|当时|了|的|聊天|通话|消费|交易|转账|一段|几张|一张|张|个|我的|全程|现场|)(的|)(短信|聊天|通话|交易|转账|消费|扣款|银行|)(截图|录音|录像|照片|小票|凭证|回单|流水|记录|合同|视频|发票|收据|图片|单据|证据|监控|回执|存单|保单|复印件|短信|证明)", "(截图|录音|录像|照片|小票|凭证|回单|流水|聊天记录|短信记录|通话记录|交易记录|合同|视频|发票|收据|证据|回执)(我|)(都|也|全|还|)(有|在|保留|留着|存着|在手|齐全|发你|发给你|可以提供|能提供|可以给|保存)", "有(录音|录像|监控|截图|凭证|小票|照片|合同|证据|视频|聊天记录)",
  "(i |we |)(have|got|kept|saved|took|attach|attached|attaching|enclosed|provide|can provide|uploaded)~(screenshot*|receipt*|photo*|recording*|statement*|proof|evidence|picture*|document*|email*|letter*|contract|video*|invoice*|copy|copies)",
];

export const AUTHORITY: readonly string[] = [
  "我(是|作为)(他|她|我妈|我爸|客户|持卡人|老人|存款人|账户人|户主|当事人|投诉人|受害人|本人|死者|逝者|机主|卡主|孩子|患者|李|王|张)(的|)(儿子|女儿|丈夫|妻子|老公|老婆|爱人|母亲|父亲|妈妈|爸爸|孙子|孙女|监护人|代理人|律师|委托人|家属|家人|亲属|兄弟|姐姐|妹妹|哥哥|弟弟|儿媳|女婿|朋友|同事|继承人)", "(替|帮|代|代表|帮着|替我|为)(我|我的|我们|)(妈妈|爸爸|妈|爸|母亲|父亲|奶奶|爷爷|外婆|外公|姥姥|姥爷|老公|老婆|丈夫|妻子|爱人|儿子|女儿|孩子|家人|老人|公司|朋友|同事|哥|姐|弟|妹|婆婆|公公|岳母|岳父|老伴|父母|客户|当事人|单位|邻居)(投诉|来|问|反映|咨询|办|说|处理|打|讨|维权|写|查|申诉|取|要)", "(受|我受)(他|她|客户|当事人|本人|家人|母亲|父亲|委托人|)(的|)(委托|授权)", "(我|我是)(有|持有|有他的|带着)(授权|委托)(书|)", "(我是|我)(代理人|委托代理人|监护人|法定代理人|代理律师)", "授权委托书", "委托书", "我(妈妈|爸爸|妈|爸|母亲|父亲|奶奶|爷爷|外婆|外公|姥姥|姥爷|婆婆|公公|岳母|岳父|老伴)的(卡|账户|钱|存款|银行卡|工资卡|养老金|存折|信用卡|贷款|理财|保险|存单|定期)",
  "on behalf of", "(i am|i'm) (writing|calling|complaining|acting) for my", "power of attorney", "(i am|i'm) (his|her|their|the customer's|the account holder's) (son|daughter|wife|husband|lawyer|attorney|guardian|carer|caregiver|mother|father|representative|solicitor|executor|agent)", "(my|for my) (mother|father|mom|mum|dad|grandmother|grandfather|grandma|grandpa|wife|husband|parents|elderly mother|elderly father)('s) (account|card|savings|money|pension|loan|mortgage|deposit)", "authori(s|z)ed (representative|agent)", "letter of authority",
];
