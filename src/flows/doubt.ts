/** Words that may complain or only ask: the customer is asked which, and is not lost if they never say. */
import type { HeardMessage } from "./command.ts";
import type { Held } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { fill } from "./fill.ts";
import type { Reading } from "./reading.ts";
import { businessOf, justTold } from "./told.ts";

/** "不对啊，我刷够次数了", "but mine was charged": what was just answered does not fit what happened to them. */
const OBJECTS =
  /^(?:不对|不是吧|不是啊|可是?|但是?|那|哪有|明明)[^。！!]{0,12}(?:我|咱)们?(?:的|明明|没|都|已经|刷|被|这|就|早|又|不是|一直|按|交|还了|付了|存了)|^我(?:明明|又没|早就)|\b(?:but|then why|no)\b[^.!?]{0,30}(?:\bmine\b|\bfrom me\b|\bcharged me\b|\bmy \w+ (?:was|were|got|has|had)\b|\bI(?:'ve| have| did| was| never| already| paid| met)\b)/iu;

/** "不公平", "太坑了", "that's not fair": of a rule that was just told. */
const UNFAIR =
  /^(?:这|那|也|这也|你们|真|实在|简直|可)*(?:太|真|好)?(?:不公平|不合理|没道理|不讲理|坑人?|黑|霸道|贵|离谱|过分|欺负人)(?:了|吧|啊|呀|的)*[。！!～~ ]*$|^凭什么[。！!？?]*$|^(?:well |but |but that's |no,? )*(?:that's|that is|this is|it's|how is that|how's that)?(?: (?:so|really|just|not|completely|totally|way|far|a bit))*(?:\s?(?:fair|unfair|unreasonable|ridiculous|too much|a rip-?off|robbery|outrageous|too expensive|absurd))[.!? ]*$/iu;

/** An answer, or none, that is objected to with something of one's own. */
const objects = ({ state }: Draft, { act }: Reading, messages: readonly HeardMessage[]): boolean =>
  (act === "unclear" || act === "question") &&
  state.turns > 1 &&
  messages.some(({ text }) => OBJECTS.test(text.trim()) || (justTold(state) && UNFAIR.test(text.trim())));

/** True where the reader can't tell a complaint from something else, and nothing open makes it plain. */
export const isDoubtful = (draft: Draft, reading: Reading, messages: readonly HeardMessage[]): boolean =>
  (reading.doubt === "complaint" ||
    (reading.act === "complaint" && reading.doubt !== undefined) ||
    objects(draft, reading, messages)) &&
  draft.state.matters.every((matter) => matter.status !== "open") &&
  draft.state.held === null &&
  reading.emotion < 2 &&
  reading.risks.length === 0 &&
  !reading.intents.includes("wants-human") &&
  !reading.injection;

/** Whoever accuses somebody and wants something for themselves may complain as well. */
export const mayClaim = (draft: Draft, { facts, doubt, risks }: Reading): boolean =>
  draft.state.held === null &&
  draft.state.matters.every((matter) => matter.status !== "open") &&
  (doubt === "complaint" || risks.length > 0 || facts.some(({ name }) => name === "desired-outcome"));

export function offerComplaint(draft: Draft, reading: Reading, messages: readonly HeardMessage[]): void {
  const first = messages[0];
  if (!first) return;
  const words = messages.map((message) => message.text).join("\n");
  add(draft, {
    type: "complaint-offered",
    held: {
      message: first.id,
      at: first.at,
      words: words.slice(0, 2000),
      reading: { ...reading, business: businessOf(draft.state, reading) },
    },
  });
}

/** Records what was held, as of the time it came in. Returns the matter. */
export function recordHeld(draft: Draft, { message, at, words, reading }: Held): string {
  const { business, reason, venue, emotion } = reading;
  const id = draft.context.id();
  add(draft, {
    type: "complaint-recorded",
    matter: id,
    record: draft.context.record(),
    receivedAt: at,
    message,
    words,
    business,
    reason,
    venue,
    emotion,
  });
  fill(draft, id, reading, [{ id: message, at, text: words, kind: "text", secretsRemoved: 0 }]);
  return id;
}
