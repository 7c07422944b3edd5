/**
 * After the end a customer may have somebody else look at the decision (核查, 银保监会令2020年第3号 第20条; asked for within
 * 30 days). Whether it is in time the case knows, and says so; out of time the complaint is opened again.
 */
import type { HeardMessage } from "./command.ts";
import { add, type Draft } from "./draft.ts";
import { currentMatter } from "./ledger.ts";
import { simplified } from "./script.ts";

const ASKS: readonly RegExp[] = [
  /(?:申请|要求|请求|提请|请|想要|我要|希望)[^。！!，,；;\n]{0,12}(?:核查|复核|复查|复议)(?!结果|进度|进展|得|到)/u,
  /\b(?:ask(?:ing)?|apply|request|demand|want|would like|i'?d like|need)\b[^.!?\n]{0,40}\breview(?:ed)?\b/iu,
];
const REFUSES =
  /(?:不|别|没有|没)(?:用|要|想|必|需要)?(?:申请|要求|请)?[^。，,]{0,4}(?:核查|复核|复查|复议)|\b(?:don'?t|do not|no need)\b[^.!?,\n]{0,20}\breview/iu;
/** Longer messages tell a story, and are heard as one. */
const LONGEST = 60;

const asks = (text: string): boolean => {
  const plain = simplified(text).trim();
  if (plain.length > LONGEST || /[?？吗]\s*$/u.test(plain)) return false;
  return ASKS.some((form) => form.test(plain)) && !REFUSES.test(plain);
};

/** True when it was asked for, and was taken to the case. */
export function askReview(draft: Draft, messages: readonly HeardMessage[]): boolean {
  const matter = currentMatter(draft.state);
  // Staff who talk with the customer hear it themselves.
  if (draft.state.stage === "with-staff") return false;
  if (matter?.status !== "resolved" || !matter.case || !messages.some(({ text }) => asks(text))) return false;
  add(draft, { type: "case-supplemented", matter: matter.id, messages: messages.map(({ id }) => id) });
  add(draft, { type: "review-wanted", matter: matter.id, at: draft.context.now });
  return true;
}
