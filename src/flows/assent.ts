/** A plain yes, no or call for a person, found among the courtesy and the temper around it: "辛苦，对的", "问这么多干什么，好的". */
import type { HeardMessage } from "./command.ts";

const partsOf = (text: string): string[] =>
  text.split(/[,，。.!！;；?？~\n]+/u).flatMap((clause) => clause.trim() || []);
const clausesOf = (messages: readonly HeardMessage[]): string[] => messages.flatMap(({ text }) => partsOf(text));

const YES =
  /^(?:那|嗯|我|都|也)*(?:嗯+|对|對|是|好|行|可以|同意|没错|沒錯|没问题|沒問題|是这样|是這樣|就这样|就這樣|没有?问题|记对了|念得对)(?:的|啊|呀|了|吧)*$|^(?:yes|yep|yeah|ok|okay|sure|correct|agreed|i agree|go ahead|fine(?: with me)?|(?:yes )?that(?:'s| is) (?:right|correct|fine)|all (?:right|correct))$/iu;
const NO =
  /^(?:不(?!好意思)|没(?!错|有?问题)|沒(?!錯|問題)|别|別|错|錯)|(?:不对|不對|不是这样|不是這樣|错了|錯了)|^(?:no|not|wrong|never|don't)\b/iu;

/** True where one clause is a yes and none is a no. */
export function agrees(messages: readonly HeardMessage[]): boolean {
  const clauses = clausesOf(messages);
  return clauses.some((clause) => YES.test(clause)) && !clauses.some((clause) => NO.test(clause));
}

const REFUSAL =
  /^(?:我)?(?:就|都|可)?(?:是)?不(?:给|給|说|說|提供|同意|留|填|告诉你们?|告訴你們?|(?:想|愿意?|願意?)(?:给|給|说|說|提供|留|填)?)(?:了|的)?$|^(?:i )?(?:won't|refuse|will not|don't want to|i'd rather not)\b/iu;

/** "不给": what was asked for stays with the customer. */
export const refuses = (messages: readonly HeardMessage[]): boolean =>
  clausesOf(messages).some((clause) => REFUSAL.test(clause));

const CLEAR =
  /^(?:哦|噢|嗯|那|这样|我)*(?:清楚|明白|懂|了解|理解)了(?:啊|呀)?$|^(?:oh )?(?:ok(?:ay)? )?(?:i see(?: now)?|i understand(?: now)?|that makes sense|that's clear(?: now)?)$/iu;
const BUT = /但|可是|不过|不過|还是|還是|凭什么|憑什麼|不[^客用]|\b(?:but|still|why|not)\b/iu;

/** "哦这样，那行，清楚了": said to an explanation, it settles the matter. */
export function isClear(messages: readonly HeardMessage[]): boolean {
  return clausesOf(messages).some((clause) => CLEAR.test(clause)) && !messages.some(({ text }) => BUT.test(text));
}

const A_PERSON =
  /^(?:快|赶紧|我要)?(?:给我|帮我)?(?:[叫找派换转接喊]|联系|联络)(?:一?个)?(?:真人|人工|人|专员|經理|经理|领导|領導)(?:来|來|出来|出來|客服|服务)?$|^(?:get me |give me |i want |let me (?:talk|speak) to )?(?:a |an |some)?(?:real )?(?:person|human|body|one|agent|manager)$/iu;

/** "叫个人来，快点": nothing but a person is wished for, whatever stands beside it. */
export const callsPerson = (text: string): boolean => partsOf(text).some((clause) => A_PERSON.test(clause));
