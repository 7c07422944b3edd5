import type { HeardMessage } from "./command.ts";
import type { State, StatusFound, StatusLookup } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { proceed } from "./gather.ts";
import { openMatters } from "./ledger.ts";
import type { Reading } from "./reading.ts";

/** What proves the right to know: number and the last four digits of the phone left with it. */
export interface StatusProof {
  number: string;
  tail: string;
}

const NUMBER = /[RC]-[0-9A-Z-]{6,24}/iu;
/** A number a bank's own core system gave, whatever its form, where it is called one: "案件编号GD2026000123". */
const NAMED_NUMBER =
  /(?:编号|編號|案号|案號|工单号?|工單號?|case|ticket|reference|number|no\.)\s*(?:是|为|為|is|:|：|#|no\.|number)?\s*#?((?=[0-9A-Z-]*\d)[0-9A-Z][0-9A-Z-]{4,39})(?![0-9A-Z])/iu;
const TAIL = /(?<![0-9A-Za-z-])(?:1\d{6})?(\d{4})(?!\d)/u;

/** "查一下C-…的进度": a number and a wish to know, whatever else was read. */
const WISH = /查|进度|進度|状态|狀態|到哪|怎么样了|怎麼樣了|办得|辦得|status|progress|update|happening/iu;
/** "你们要处理多久？" from somebody whose case is open asks for its own date, not for the rule. */
const WAIT =
  /(?:处理|處理|办|辦|等|答复|答覆|回复|结果|結果).{0,4}多久|多久.{0,6}(?:处理|處理|办好|答复|答覆|回复|结果|結果|解决)|how long.{0,20}(?:take|answer|reply)|when (?:will|can) (?:i|you|it|this).{0,20}(?:hear|reply|answer|solve|resolve)/iu;

/** What stands beside a number that is the whole message: "R-47F4G8C9 手机尾号1234" answers what was just said of progress. */
const BESIDE_NUMBER =
  /受理|案件|投诉|投訴|编号|編號|手机|手機|电话|電話|号码?|號碼?|尾|后四位|後四位|我的?|是|和|加|phone|mobile|number|ending|ends?|last|four|digits?|case|record|is|my|and|in|[\d\s\p{P}\p{S}]/giu;
/** "那要等多久" with nothing else: of the complaint that was talked of, not of any rule. */
const WAIT_ALONE = 14;

/** "然后呢？", "钱什么时候能退给我", "what happens now": about one's own complaint, whatever the policies say. */
const NEXT =
  /^(?:那|好|嗯|行|哦|所以)?[，, ]?(?:我)?(?:然后|接下来|下一步|之后|后面|现在)(?:我)?(?:呢|怎么办|怎么弄|要怎么|该怎么|会怎么|怎么样|是什么|干什么|做什么|怎么处理)|(?:什么时候|啥时候|哪天|几时|何时|多久|几天)(?:才)?(?:能|会|可以)?(?:把)?(?:(?:我的)?钱)?(?:退|还|赔|到账|给(?:我)?(?:个)?(?:结果|答复|说法|钱|退|解决)|有(?:个)?(?:结果|答复|消息|说法)|解决|答复|回复)|(?:谁|哪个部门|哪位|什么人)(?:来|会|在)?(?:处理|负责|跟进|联系我|管)|\bwhat (?:happens|now|next|do i do now)|\b(?:and|so) now what|when (?:do|will|can|am) i (?:get|going to get|see|have|be) .{0,24}(?:money|refund|back|answer|reply|result|paid)|who(?:'s| is| will be) (?:handling|dealing|looking|in charge)/iu;

/** Asks about the state of a case; with a complaint of one's own open, also what comes next for it. */
function asksStatus(state: State, reading: Reading, text: string): boolean {
  if (reading.intents.includes("case-status") || (NUMBER.test(text) && WISH.test(text))) return true;
  if (NUMBER.test(text) && text.replace(NUMBER, "").replace(BESIDE_NUMBER, "") === "") return true;
  const open = openMatters(state);
  if (open.length === 0 && !reading.business && text.length <= WAIT_ALONE && WAIT.test(text)) return true;
  // The story of a fresh complaint may hold the words; then it is told first.
  const own = open.length > 0 && (reading.act === "question" || reading.act === "unclear" || text.length <= 30);
  return (own && NEXT.test(text.trim())) || (WAIT.test(text) && open.some((matter) => matter.case));
}

const textOf = (messages: readonly HeardMessage[]): string => messages.map((message) => message.text).join("\n");
export const numberIn = (text: string): string | undefined =>
  (NUMBER.exec(text)?.[0] ?? NAMED_NUMBER.exec(text)?.[1])?.toUpperCase();
export const tailIn = (text: string): string | undefined => {
  const number = NUMBER.exec(text)?.[0] ?? NAMED_NUMBER.exec(text)?.[1] ?? "";
  return TAIL.exec(text.replace(number, " "))?.[1];
};

/** What to look up before this turn is decided, or null when the turn is not about a case's state. */
export function proofIn(state: State, reading: Reading, messages: readonly HeardMessage[]): StatusProof | null {
  const asking = state.stage === "gathering" ? state.asking : null;
  const text = textOf(messages);
  const about = asksStatus(state, reading, text) || asking?.kind.startsWith("status");
  if (!about || (reading.act === "complaint" && !NUMBER.test(text))) return null;
  const number = numberIn(text) ?? (asking?.kind === "status-proof" ? asking.number : undefined);
  const tail = tailIn(text);
  return number && tail ? { number, tail } : null;
}

/** Answers a question about a case's state. True when the turn was about that. */
export function answerStatus(
  draft: Draft,
  reading: Reading,
  messages: readonly HeardMessage[],
  lookup: StatusLookup | null,
): boolean {
  if (lookup) {
    tell(draft, lookup);
    return true;
  }
  const asking = draft.state.stage === "gathering" ? draft.state.asking : null;
  const number = numberIn(textOf(messages));
  if (asking?.kind === "status-number" && number) {
    add(draft, { type: "status-proof-asked", number });
    return true;
  }
  if (!asksStatus(draft.state, reading, textOf(messages))) {
    const moveOn = reading.act !== "unclear" && reading.act !== "chitchat";
    if (asking?.kind !== "status-proof" || moveOn || reading.intents.length > 0) return false;
    add(draft, { type: "status-proof-asked", number: asking.number });
    return true;
  }
  const own = openMatters(draft.state);
  if (own.length > 0 && !number) {
    const before = draft.state;
    for (const matter of own) add(draft, { type: "status-told", found: statusOf(draft, before, matter.id) });
    if (before.stage === "gathering" && !before.asking.kind.startsWith("status")) proceed(draft, true);
    return true;
  }
  add(draft, number ? { type: "status-proof-asked", number } : { type: "status-number-asked" });
  return true;
}

function tell(draft: Draft, lookup: StatusLookup): void {
  switch (lookup.kind) {
    case "found":
      return add(draft, { type: "status-told", found: lookup.case });
    case "no-match":
      return add(draft, { type: "status-refused", left: lookup.left });
    case "locked":
      return add(draft, { type: "status-locked", until: lookup.until });
  }
}

function statusOf({ bank }: Draft, state: State, id: string): StatusFound {
  const matter = state.matters.find((candidate) => candidate.id === id);
  if (!matter) throw new Error(`no matter ${id}`);
  return {
    number: matter.case?.number ?? matter.record,
    record: matter.record,
    status: matter.status === "open" ? openStatus(matter.case) : matter.status,
    department: matter.case?.department ?? null,
    due: matter.case?.due ?? bank.deadline(matter.receivedAt, { matter, channel: state.channel }).due,
    owner: matter.case?.owner?.name ?? null,
  };
}

/** Who waits is told so, and not that the case has arrived, while its number is missing. */
export function openStatus(opened: { number: string | null; owner: object | null } | null): StatusFound["status"] {
  if (!opened) return "unfinished";
  if (opened.owner) return "with-person";
  return opened.number === null ? "number-pending" : "waiting";
}
