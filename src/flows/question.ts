import { agrees } from "./assent.ts";
import type { FlowBank } from "./bank.ts";
import type { HeardMessage } from "./command.ts";
import type { OfferedClause, State } from "./conversation.ts";
import { mustHandOver } from "./handover.ts";
import { currentMatter } from "./ledger.ts";
import type { Reading } from "./reading.ts";

const ASKING =
  /多久|多少|怎么(?:办|弄|收|算|申请|取|拿)|能不能|可不可以|什么时候能|要带什么|吗[？?]?\s*$|\b(?:how (?:long|much|do|can)|when (?:will|can)|can I|what do I need)\b/iu;
const REPROACH = /凭什么|为什么|怎么回事|有没有人|什么意思|\bwhy\b/iu;

/** "吞卡了多久能拿回来？" inside a complaint wants to know something as well. */
const asksInside = (state: State, text: string): boolean =>
  state.matters.length > 0 && ASKING.test(text) && !REPROACH.test(text);

/**
 * What to ask the policies before this turn is decided, or null.
 * A question asks for itself; an agreed reading-back asks what the policies say about the matter.
 */
export function questionFor(
  state: State,
  reading: Reading,
  messages: readonly HeardMessage[],
  bank: FlowBank,
): string | null {
  if (state.stage === "with-staff") return null;
  if (reading.injection) return null;
  const text = messages.map((message) => message.text).join("\n");
  if (reading.act === "question" || (reading.act === "complaint" && asksInside(state, text))) return text;
  const matter = currentMatter(state);
  const yes = reading.intents.includes("confirm") || agrees(messages);
  const agreed = state.stage === "confirming" && yes;
  if (!agreed || !matter || matter.case || !bank.explainable(matter) || mustHandOver(matter)) return null;
  return matter.words;
}

/** Longer words say more than this one wish. */
const SHORT = 40;
const BASIS =
  /(?:这|那|该)(?:条|个|项)?(?:规定|说法|条款|标准|收费|制度)[^。？?！!]{0,6}(?:凭什么|依据|根据|出处|哪里写|哪来的)|(?:依据|根据|凭)(?:是|的是)?(?:哪|什么)[^。？?！!]{0,3}(?:规定|条款|文件|制度)|(?:哪一?条|哪个)(?:规定|条款)|(?:规定|条款)(?:的)?(?:原文|全文)|\bbased on (?:what|which)|\b(?:rule|clause|policy|answer|that|this)\b[^.?!]{0,12}\bbased on\b|\bwhich (?:rule|clause|policy)\b|\b(?:full|whole|exact) (?:text|wording|rule|clause)\b/iu;

/** "这条规定凭什么": the clause that was last told, for who wants to see what it stands on. */
export function basisAsked(
  state: State,
  { act, risks, injection }: Reading,
  messages: readonly HeardMessage[],
): { policy: string; clause: string } | null {
  const text = messages.map((message) => message.text).join(" ");
  if (!state.told || state.stage === "with-staff" || injection || text.length > SHORT || !BASIS.test(text)) return null;
  return risks.length === 0 && (act === "question" || act === "request" || act === "unclear") ? state.told : null;
}

/** "2", "第二个", or an option in its own words: one of those just offered. */
export function chosenIn(state: State, messages: readonly HeardMessage[]): OfferedClause | null {
  const offered = state.clarifying ?? [];
  const text = messages.map((message) => message.text.trim()).join(" ");
  const said = text.toLowerCase();
  const named = offered.find(({ option }) => said === option.toLowerCase() || said === simplest(option));
  if (named) return named;
  const number = /^(?:选|選|第|no\.? ?|number )?([1-3一二三])(?:个|個|条|條|种|種|\.|、|。)?$/u.exec(said)?.[1];
  return number ? (offered[NUMBERS.indexOf(number) % 3] ?? null) : null;
}

const NUMBERS = "123一二三";
/** An option without the policy it belongs to. */
const simplest = (option: string): string => (option.split("：").at(-1) ?? option).toLowerCase();
