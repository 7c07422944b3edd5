/** Where somebody did business, when the question says so. */
import type { Venue } from "../flows/reading.ts";
import { simplified } from "./question.ts";
import { plainQuestion } from "./words.ts";

/** As customers call the places; plain and simplified. */
const NAMED: readonly [Venue, RegExp][] = [
  [
    "branch-counter",
    /柜台|柜面|窗口|网点|营业厅|大堂|支行|\b(?:counter|teller|in[- ](?:the |a )?branch|at (?:the|a|your) branch)\b/u,
  ],
  ["self-service", /取款机|存款机|自助机|自助设备|柜员机|\b(?:atm|cash machine|cdm)s?\b/u],
  ["online-banking", /网银|网上银行|\b(?:online|internet|web) banking\b/u],
  ["mobile-app", /手机银行|手机app|手机上|手机里|(?<![a-z])app(?![a-z])|\bmobile bank(?:ing)?\b/u],
  ["phone", /客服电话|电话银行|打电话|热线|\b(?:hotline|phone banking|over the phone|by phone)\b/u],
];

/**
 * The one place the words name; undefined where they name none, or several: who asks whether the counter does what the app
 * refuses means both.
 */
export function venueIn(question: string): Venue | undefined {
  const text = simplified(plainQuestion(question));
  const named = NAMED.filter(([, words]) => words.test(text));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
