/** Short messages that are a reply as a whole, after signs and blanks are taken off. */
const replies = (list: string) => new Set(list.split("|"));

export const CONFIRM = replies(
  "对|对的|对啊|对呀|对对|对对对|对没错|是|是的|是啊|是呀|是滴|是的没错|没错|没有错|嗯|嗯嗯|嗯嗯嗯|嗯呢|嗯是的|嗯对|嗯对的|好|好的|好啊|好吧|好的好的|好好|好滴|好哒|好嘞|行|行吧|行啊|可以|可以的|可以啊|确认|正确|ok|okay|对是的|是对的|就是|就是这样|就是的|是这样|是这样的|没问题|同意|恩|恩恩|哦好的|哦对|确实|确实是|确定|准确|无误|属实|完全正确|都对|对的没错|对的是这样|系|系呀|冇错|yes|yep|yeah|yup|y|sure|right|correct|exactly|confirmed|confirm|agreed|true|absolutely|indeed|fine|k|好的可以|好的没问题|可以的没问题|嗯好的|嗯好|嗯可以|嗯行|那好吧|那行|那行吧|没毛病|要|需要|要的|好呀|行的|okey|okk|okok|对头|没错是这样|是我|是我本人|是本人|yes please|yes correct|that's right|thats right|that is right|that's correct|that is correct|yes it is|yes that's right|yes that is correct|yes thats right|sure thing|of course|go ahead|sounds good|looks good|all correct|yes i do|yes i confirm|i confirm|you are right|you're right|that is it|that's it|yes exactly|sounds right|looks right|ok thanks|ok thank you|yes thanks|yes thank you|好的谢谢|好谢谢|可以谢谢|嗯谢谢|对谢谢|是的谢谢",
);

export const DENY = replies(
  "不对|不是|不是的|不是这样|不是这样的|不|否|错|错了|错误|不正确|不准确|没有|没|不行|不可以|不同意|不要|不用|不需要|不用了|不要了|不了|不好|有误|搞错了|弄错了|你搞错了|你弄错了|记错了|写错了|不是啊|不是吧|不对啊|不对不对|不不|不不不|不是不是|唔系|唔系呀|冇|no|nope|nah|n|wrong|incorrect|不属实|不太对|不完全对|不全对|都不对|没有啊|没有的|说错了|你说错了|你理解错了|你记错了|你写错了|no thanks|no thank you|not right|not correct|that's wrong|thats wrong|that is wrong|that's not right|that is not right|that's not correct|that is not correct|that's incorrect|not really|no it isn't|no it is not|no it's not|no that's wrong|no that is wrong|no that's not right|not quite|not at all|no way|i disagree|no i don't|no i do not",
);

/** A message that opens with one of these and goes on confirms: "对，就是那天". */
export const CONFIRM_OPENING =
  /^(?:对(?:的|啊|呀|对)*|是的|没错|嗯+(?:对|是的)?|好的|正确|确认|yes|yeah|yep|correct|right|exactly|that's right)(?=[,，。! ]|$)/;
/** … or denies: "不对，是3000". */
export const DENY_OPENING =
  /^(?:不对|不是的?|不正确|错了?|不|no|nope|wrong|that's (?:not right|wrong)|incorrect)(?=[,，。! ]|$)/;
