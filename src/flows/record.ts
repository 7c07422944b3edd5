/** The record of a complaint: made once, whatever becomes of it. */
import type { HeardMessage } from "./command.ts";
import type { Matter, State } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { currentMatter } from "./ledger.ts";
import type { Reading } from "./reading.ts";
import { businessOf } from "./told.ts";

/** Records a complaint, or goes on with one that was settled, resolved or withdrawn. Returns its matter. */
export function start(draft: Draft, reading: Reading, messages: readonly HeardMessage[]): string {
  const { held } = draft.state;
  const first = held ? { id: held.message, at: held.at } : messages[0];
  const resumed = resumable(draft.state, reading, messages);
  if (resumed) {
    const ids = messages.map((message) => message.id);
    add(draft, { type: "matter-reopened", matter: resumed.id, at: draft.context.now });
    add(draft, { type: "matter-continued", matter: resumed.id, messages: ids, emotion: reading.emotion });
    if (resumed.case) add(draft, { type: "case-supplemented", matter: resumed.id, messages: ids });
    return resumed.id;
  }
  const id = draft.context.id();
  add(draft, {
    type: "complaint-recorded",
    matter: id,
    record: draft.context.record(),
    receivedAt: first?.at ?? draft.context.now,
    message: first?.id ?? "",
    words: [...(held ? [held.words] : []), ...messages.map((message) => message.text)].join("\n").slice(0, 2000),
    business: businessOf(draft.state, reading),
    reason: reading.reason,
    venue: reading.venue,
    emotion: reading.emotion,
  });
  for (const message of held ? messages : messages.slice(1)) {
    add(draft, { type: "matter-continued", matter: id, messages: [message.id], emotion: reading.emotion });
  }
  return id;
}

const OBJECTS =
  /(?:不|没)(?:同意|认可|接受|满意|服|认)|(?:还|仍|根本|并)(?:是)?没(?:有)?(?:解决|处理|退|到账)|^没解决|\b(?:not|don'?t|do not|disagree|still)\b.{0,24}(?:agree|accept|satisf|solved|resolved|happy|fixed)|\bdisagree\b/iu;

export const objectsTo = (messages: readonly HeardMessage[]): boolean =>
  messages.some(({ text }) => OBJECTS.test(text));

/** "It still isn't solved" after a result goes on with the same matter, not with a new one. */
function resumable(state: State, reading: Reading, messages: readonly HeardMessage[]): Matter | undefined {
  const last = currentMatter(state);
  if (!last || last.status === "open") return undefined;
  const objects = reading.intents.includes("deny") || objectsTo(messages);
  if (last.status === "resolved" && objects) return last;
  const same = reading.business === null || reading.business === last.business;
  return same || (reading.reason !== null && reading.reason === last.reason) ? last : undefined;
}
