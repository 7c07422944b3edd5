/** A reply to what was asked: the whole text becomes the fact when nothing better was found in it. */
import type { FactName, Intent } from "../../../flows/reading.ts";
import type { FactDraft, FactSource } from "./draft.ts";

const MAX_WORDS = 400;
/** Facts whose value is simply the customer's words. */
const IN_WORDS: ReadonlySet<FactName> = new Set([
  "desired-outcome",
  "counterparty",
  "product",
  "evidence",
  "place",
  "contact-time",
  "person",
  "staff",
  "authority",
]);
/** A reply with one of these intents does not answer the question. */
const ELSEWHERE: ReadonlySet<Intent> = new Set([
  "wants-human",
  "case-status",
  "withdraw",
  "settled",
  "deny",
  "confirm",
  "skip",
  "dont-know",
  "why-asked",
  "repeat-please",
  "goodbye",
]);
const SMALL_TALK = /^(?:你好|您好|在吗|谢谢|多谢|哈哈+|hi|hello|hey|thanks|thank you|ok|okay|嗯+|哦+|好的?)[。! ~]*$/;
const QUESTION = /[?]|(?:吗|呢|么)[。! ]*$|^(?:为什么|怎么|如何|请问|what|why|how|when|where|who|can|do|does|is|are) ?/;
/** "就在", "是", "我叫": what leads up to the answer. */
const LEAD: Partial<Record<FactName, RegExp>> = {
  place: /^(?:就?(?:是)?在|是在|就是|是|去的(?:是)?|at|in|it was at|it was in|the) ?/,
  person: /^(?:我叫|我是|叫|姓名[:是]?|我的名字(?:是|叫)|本人|my name is|i am|i'm|it's|this is) ?/,
  staff: /^(?:是|叫|就是|那个叫|it was|his name is|her name is) ?/,
  counterparty: /^(?:是|叫|商户(?:是|叫)?|对方(?:是|叫)|转给(?:了)?|给了?|it was|to) ?/,
  product: /^(?:是|就是|买的(?:是)?|我?办的(?:是)?|it's|it is|the|my|a) ?/,
};

export function findAsked(source: FactSource, intents: readonly Intent[], act: "question" | "other"): FactDraft[] {
  const { asking, plain, original } = source;
  if (asking === null || !IN_WORDS.has(asking)) return [];
  if (intents.some((intent) => ELSEWHERE.has(intent)) || act === "question") return [];
  const start0 = plain.length - plain.trimStart().length;
  const end = Math.min(plain.trimEnd().length, start0 + MAX_WORDS);
  const text = plain.slice(start0, end);
  if (text === "" || SMALL_TALK.test(text) || QUESTION.test(text) || !/[\p{L}\p{N}]/u.test(text)) return [];
  const lead = LEAD[asking]?.exec(text)?.[0].length ?? 0;
  const trail = /[。!,，. ]+$/.exec(text)?.[0].length ?? 0;
  const start = start0 + (lead < text.length - trail ? lead : 0);
  const stop = end - trail;
  if (stop <= start) return [];
  const value = original.slice(start, stop);
  switch (asking) {
    case "desired-outcome":
    case "counterparty":
    case "product":
    case "evidence":
    case "place":
    case "contact-time":
    case "person":
    case "staff":
    case "authority":
      return [{ name: asking, value, start, end: stop }];
    default:
      return [];
  }
}
