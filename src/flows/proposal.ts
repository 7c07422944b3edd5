/** The customer's word on what staff propose: by button or in their own words. */
import type { HeardMessage } from "./command.ts";
import type { Matter } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { objectsTo } from "./record.ts";

const DECLINES =
  /(?:不|没法|无法|拒绝)(?:能)?(?:接受|同意|认可|認可|答应)|\b(?:decline|refuse|reject|(?:do not|don'?t|cannot|can'?t|won'?t) (?:accept|agree))\b/iu;
const ACCEPTS = /(?<![不没])(?:接受|同意|认可|認可)(?:了|这个|该)?|\b(?:i )?(?:accept|agree)\b/iu;

const says = (messages: readonly HeardMessage[], words: RegExp): boolean =>
  messages.some(({ text }) => words.test(text));

/** Said outside the question too: "我接受那个方案". */
export const speaksOfProposal = (matter: Matter | undefined, messages: readonly HeardMessage[]): boolean =>
  matter?.case?.proposal !== undefined && (says(messages, DECLINES) || says(messages, ACCEPTS));

/** Only a plain word counts; anything else is asked about again, and nothing is agreed to by silence. */
export function answerProposal(
  draft: Draft,
  matter: Matter,
  reading: Reading,
  messages: readonly HeardMessage[],
): void {
  const proposal = matter.case?.proposal;
  if (proposal === undefined) return;
  const no = says(messages, DECLINES) || objectsTo(messages) || reading.intents.includes("deny");
  const yes = !no && (says(messages, ACCEPTS) || reading.intents.includes("confirm"));
  const words = messages.map(({ text }) => text).join("\n");
  if (no) add(draft, { type: "proposal-declined", matter: matter.id, proposal, words });
  else if (yes) add(draft, { type: "proposal-agreed", matter: matter.id, proposal });
  else add(draft, { type: "proposal-offered", matter: matter.id });
}
