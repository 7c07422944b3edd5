/** Short messages that are a reply as a whole, after signs and blanks are taken off. */
const replies = (list: string) => new Set(list.split("|"));

export const CONFIRM = replies(
  "对了|这回对了|这下对了|这次对了|现在对了|都对了|叫吧|叫一个|叫|找吧|转吧|请叫|now it's right|that's right now|now it is right|all right now|要|要的|需要|需要的|麻烦叫一下|call one|please do|get one|对|对的|对啊|对呀|对对|对对对|对没错|是|是的|是啊|是呀|是滴|是的没错|没错|没有错|嗯|嗯嗯|嗯嗯嗯|嗯呢|嗯是的|嗯对|嗯对的|好|好的|好啊|好吧|好的好的|好好|好滴|好哒|好嘞|行|行吧|行啊|可以|可以的|可以啊|确认|正确|ok|okay|对是的|是对的|就是|就是这样|就是的|是这样|是这样的|没问题|同意|恩|恩恩|哦好的|哦对|确实|确实是|确定|准确|无误|属实|完全正确|都对|对的没错|对的是这样|系|系呀|冇错|yes|yep|yeah|yup|y|sure|right|correct|exactly|confirmed|confirm|agreed|true|absolutely|indeed|fine|k|好的可以|好的没问题|可以的没问题|嗯好的|嗯好|嗯可以|嗯行|那好吧|那行|那行吧|没毛病|要|需要|要的|好呀|行的|okey|okk|okok|对头|没错是这样|是我|是我本人|是本人|yes please|yes correct|that's right|thats right|that is right|that's correct|that is correct|yes it is|yes that's right|yes that is correct|yes thats right|sure thing|of course|go ahead|sounds good|looks good|all correct|yes i do|yes i confirm|i confirm|you are right|you're right|that is it|that's it|yes exactly|sounds right|looks right|ok thanks|ok thank you|yes thanks|yes thank you|好的谢谢|好谢谢|可以谢谢|嗯谢谢|对谢谢|是的谢谢",
);

export const DENY = replies(
  "不对|不是|不是的|不是这样|不是这样的|不|否|错|错了|错误|不正确|不准确|没有|没|不行|不可以|不同意|不要|不用|不需要|不用了|不要了|不了|不好|不认可|不接受|不满意|不答应|不成|有误|搞错了|弄错了|你搞错了|你弄错了|记错了|写错了|不是啊|不是吧|不对啊|不对不对|不不|不不不|不是不是|唔系|唔系呀|冇|no|nope|nah|n|wrong|incorrect|不属实|不太对|不完全对|不全对|都不对|没有啊|没有的|说错了|你说错了|你理解错了|你记错了|你写错了|no thanks|no thank you|not right|not correct|that's wrong|thats wrong|that is wrong|that's not right|that is not right|that's not correct|that is not correct|that's incorrect|not really|no it isn't|no it is not|no it's not|no that's wrong|no that is wrong|no that's not right|not quite|not at all|no way|i disagree|no i don't|no i do not",
);

/** Declines the question whenever one was asked. */
export const DECLINE = replies(
  "就不给|我不给|不给你们|不给就是不给|不说|不方便告诉|没必要给|不留|不留了|不方便|不太方便|不方便说|不方便留|不方便给|不想留|不想说|不想给|不愿意|不愿说|没有|没|无|没有的|没有了|没啥|没什么|没啥了|没了|没有别的|算了|算了吧|那算了|不用|不用了|不需要|不必|不必了|免了|跳过|过|略|随便|随便吧|随便你|随便你们|不要|不给|不说|不说了|不提供|不告诉你|不透露|保密|再说|再说吧|以后再说|先不说|先不留|都没有|啥都没有|什么都没有|冇|唔使|唔方便|none|nothing|nothing else|rather not|i'd rather not|id rather not|prefer not|prefer not to|skip|skip it|pass|n a|na|nah|nope|no|no thanks|never mind|nevermind|forget it|whatever|don't have any|dont have any|don't have one|i don't have any|not really|not now|not comfortable|no comment",
);
/** … and also when none is known to have been asked: nothing else could be meant. */
export const DECLINE_ALWAYS = replies(
  "不留|不留了|不方便|不太方便|不方便留|不方便给|不想留|不想给|不愿意|不透露|rather not|i'd rather not|prefer not",
);
/** "都行" to a question about time: any time will do. */
export const ANY_TIME = replies(
  "都行|都可以|都好|随便|随便吧|随时|随时都行|随时都可以|随时可以|什么时候都行|什么时候都可以|哪天都行|几点都行|全天|全天都行|any time|anytime|whenever|any time is fine|anytime is fine|all day|doesn't matter|any",
);
export const UNKNOWN = replies(
  "不记得|不记得了|记不得了|记不清|记不清了|忘了|忘记了|不知道|不知道啊|不清楚|不太清楚|没印象|没注意|没看|没看清|没问|没留意|没记|没记住|不晓得|不确定|说不好|说不准|说不上来|想不起来|想不起来了|唔知|唔记得|not sure|no idea|dunno|idk|can't remember|cant remember|don't know|dont know|no clue|forgot|i forgot|unsure|couldn't say|who knows|hard to say|didn't catch it|didn't notice|can't recall",
);
/** Takes the complaint back, as a whole message. */
export const WITHDRAW = replies(
  "撤回|撤销|撤诉|撤了|撤了吧|撤掉|撤掉吧|撤吧|确认撤回|确认撤销|确定撤回|确定撤销|我要撤回|我要撤销|我想撤回|我想撤销|我要撤诉|同意撤回|是的撤回|对撤回|不告了|不追究了|不投诉了|算了不投诉了|算了我不投诉了|withdraw|withdraw it|i withdraw|confirm withdrawal|yes withdraw|yes withdraw it|please withdraw it|cancel the complaint",
);

/** Assent said more than once or with haste: "同意同意快点", "好的好的没问题", "yes yes go ahead". */
export const REPEATED_ASSENT =
  /^(?:(?:对的|是的|好的|可以的|同意|确认|可以|没问题|没错|正确|对|是|好|行|嗯|恩|就是这样|是这样)[吧啊呀哦哈嘛呢]*)+(?:(?:赶紧|赶快|尽快|快点?|就这样|就这么|办|提交|来|继续|处理|谢谢|麻烦|你|您|吧|啊|的)*)$|^(?:yes|yep|yeah|yup|ok|okay|sure|correct|right|fine|agreed|confirmed|go ahead|all correct|that's right|that's correct|please do|looks good|sounds good|of course|absolutely|i agree|i confirm)(?: (?:yes|yep|yeah|yup|ok|okay|sure|correct|right|fine|agreed|confirmed|go ahead|all correct|all good|that's right|that's correct|please|please do|do it|submit it|send it|looks good|sounds good|no problem|of course|absolutely|i agree|i confirm|thanks|thank you|hurry up|quickly))*$/;

/** A message that opens with one of these and goes on confirms: "对，就是那天". */
export const CONFIRM_OPENING =
  /^(?:对(?:的|啊|呀|对)*|是的|没错|嗯+(?:对|是的)?|好的|好吧|行吧|同意|(?:我)?同意|可以(?:的|吧)?|没问题|正确|确认|yes|yeah|yep|ok|okay|sure|correct|right|exactly|that's right|i agree|agreed)(?=[,，。!. ]|$)/;
/** … unless it takes part of it back: "可以，但是金额不对". */
export const CONFIRM_UNDONE = /(?:但是?|不过|可是|只是)[^。!?]{0,20}(?:不|错|没)|不对|错了|\b(?:but|except|however)\b/;
/** … or denies: "不对，是3000". */
export const DENY_OPENING =
  /^(?:不对|不是的?|不正确|错了?|不|不认可|不同意|不接受|不满意|不行|no(?! idea| clue| one)|nope|wrong|that's (?:not right|wrong)|incorrect)(?=[,，。! ]|$)/;
