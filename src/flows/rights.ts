/**
 * What a customer may want done with the data held about them (PIPL art. 44–47): a copy, a correction, deletion.
 * Recognised by the form of the whole message, so that a complaint or a question which only speaks of data is neither
 * swallowed nor taken for a request.
 */
import { z } from "zod";
import type { HeardMessage } from "./command.ts";
import type { State } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { proceed } from "./gather.ts";
import { openMatters } from "./ledger.ts";
import { simplified } from "./script.ts";
import { numberIn, type StatusProof, tailIn } from "./status.ts";

export const Right = z.enum(["copy", "correct", "delete"]);
export type Right = z.infer<typeof Right>;

/** At a counter or by phone what is held may be looked at as well; the chat gives a copy instead. */
export const CounterRight = z.enum(["see", ...Right.options]);
export type CounterRight = z.infer<typeof CounterRight>;

/**
 * What staff have seen or done to know who asks. document: an identity document. representative: documents of both and
 * the authorisation. call-back: rung back on the number on file, and asked what only they know.
 */
export const CounterProof = z.enum(["document", "representative", "call-back"]);
export type CounterProof = z.infer<typeof CounterProof>;

/**
 * signed: by the bank's own sign-in. number-and-phone: of a complaint. session: nothing but this conversation is held.
 * desk: shown to staff, it was not noted what.
 */
export type RightsProof = "signed" | "number-and-phone" | "session" | "desk" | CounterProof;

export const RightsOutcome = z.enum([
  "shown",
  "copied",
  "corrected",
  "erased",
  "withheld",
  "declined",
  // A deletion that was granted, and not carried out: nothing is erased or withheld.
  "taken-back",
]);
export type RightsOutcome = z.infer<typeof RightsOutcome>;

/** Why not all can be deleted now. `until`: ISO date of the last day, null while a complaint is still being handled. */
export interface MustKeep {
  until: string | null;
  years: number;
  basis: { zh: string; en: string };
}

/** What became of a request, as the customer is told. `from` and `until`: ISO dates. */
export type RightsAnswered =
  | { outcome: "shown" | "copied" | "corrected" }
  | { outcome: "erased"; from: string }
  | { outcome: "withheld"; from: string; keep: MustKeep }
  | { outcome: "declined" | "taken-back"; why: string };

/** Outcome of the look-up that comes before a request is taken. */
export type RightsLookup =
  | { kind: "proven"; person: string; proof: RightsProof; due: string; keep: MustKeep | null }
  | { kind: "no-match"; left: number }
  | { kind: "locked"; until: string };

/** A wish of this turn, and what proves who has it, as far as it was said. */
export interface RightsWish {
  right: Right;
  number: string | null;
  proof: StatusProof | null;
}

const START =
  /^(?:(?:您?你?好|喂|那|嗯|请问|请|麻烦|劳驾|帮我|帮忙|给我|替我|我要求?|我想要?|我希望|我申请|我需要|要求|申请|现在|立刻|马上|你们?|您|能不能|可不可以|可以|能)[,，、\s]*)*/u;
const DATA =
  "(?:你们?(?:那里|系统里?)?(?:存|保存|留|收集)?的?)?(?:我|本人|我自己)?(?:的|在你们(?:这|那)里?的?)?(?:全部|所有|一切|个人|聊天)*(?:的)?(?:个人信息|个人资料|个人数据|资料|信息|数据|聊天记录|对话记录|记录)";
const END = /(?:吧|啊|呀|了|哦|谢谢)*[。.!！~～\s]*$/u;
const all = (body: string): RegExp => new RegExp(`${START.source}(?:${body})${END.source}`, "u");

const CHINESE: readonly (readonly [Right, RegExp])[] = [
  [
    "delete",
    all(
      `(?:把|将)${DATA}(?:都|全部|全|统统|彻底|给我)*(?:删掉|删了|删除|删|清掉|清除|清空|抹掉|销毁|注销)(?:干净)?|(?:删掉|删除|清除|清空|抹掉|销毁|注销)(?:掉)?${DATA}`,
    ),
  ],
  [
    "copy",
    all(
      `(?:把)?${DATA}(?:都|全部)?(?:给|发|导出|复制|拷贝|打印|寄)(?:给)?(?:我)?(?:来)?一?[份下]?(?:副本)?|(?:要|发|给|导出|复制|拷贝|下载|查看|看看|看一下|查阅)(?:我)?(?:一份)?${DATA}(?:的?副本)?|(?:看看|看一下|查看|查查|查一下|知道|了解)(?:一下)?(?:你们|贵行|银行)(?:这里|那里)?(?:都)?(?:存|保存|留|收集|记录|掌握|有)(?:了|着)?我(?:的)?(?:哪些|什么|啥|多少)(?:个人)?(?:信息|资料|数据)`,
    ),
  ],
  [
    "correct",
    all(
      `(?:把)?${DATA}(?:有错|有误|错了|写错了|登记错了|记错了|不对)?[,，]?(?:请|要|帮我)?(?:更正|改正|改一下|改过来|修改一下|更正一下|修改)|(?:更正|改正|修改)(?:一下)?${DATA}`,
    ),
  ],
];

const MY = `(?:all )?(?:of )?(?:my|the) (?:own )?(?:personal )?(?:data|information|info|details|records?|chat(?: history)?)(?: (?:you (?:have|hold|keep)(?: (?:about|on) me)?|about me|on me))?`;
const POLITE = `^(?:(?:hi|hello|please|now|can you|could you|would you|i(?:'d| would)? (?:want|like|need|ask)(?: you)?(?: to)?|i want you to|you must|kindly|just)[, ]+)*`;
const DONE = `(?: from your systems?| now| right away| immediately| please|,? thanks?(?: you)?)*[.! ]*$`;
const english = (body: string): RegExp => new RegExp(`${POLITE}(?:${body})${DONE}`, "iu");

const ENGLISH: readonly (readonly [Right, RegExp])[] = [
  [
    "delete",
    english(
      `(?:to )?(?:delete|erase|remove|wipe|destroy) (?:${MY}|(?:everything|anything|all)(?: that)?(?: you (?:have|hold|keep|know))? (?:about|on) me)`,
    ),
  ],
  [
    "copy",
    english(
      `(?:to )?(?:(?:send|give|get|have|export|download|see|access)(?: me| out)? )?(?:a )?copy of ${MY}|(?:to )?(?:send|give|export|download|see|access)(?: me)? ${MY}|(?:to )?(?:know|see|find out) what (?:(?:personal )?(?:data|information|details) )?(?:you|the bank) (?:have|has|hold|holds|keep|keeps|store|stores) (?:about|on) me`,
    ),
  ],
  ["correct", english(`(?:to )?(?:correct|rectify|fix|update) ${MY}`)],
];

/** Longer messages say more than this one wish. */
const LONGEST = 60;

/** "把我的资料删掉", "delete my data": the whole message and nothing else; a question about the rule is none. */
function rightIn(text: string): Right | null {
  const plain = simplified(text.replace(/[RC]-[0-9A-Z-]{6,24}/giu, " ").replace(/(?<!\d)\d{4}(?!\d)/gu, " ")).trim();
  const bare = plain.replace(/[，,。;；\s]+$/u, "").replace(/\s+/gu, " ");
  if (bare.length > LONGEST || /[?？]\s*$/u.test(text.trim())) return null;
  for (const [right, form] of [...CHINESE, ...ENGLISH]) if (form.test(bare)) return right;
  return null;
}

/** A wish of this turn, or one that waits for its proof. Null when the turn is about something else. */
export function rightsWish(state: State, messages: readonly HeardMessage[]): RightsWish | null {
  if (state.stage === "with-staff") return null;
  const text = messages.map((message) => message.text).join("\n");
  const asking = state.stage === "gathering" && state.asking.kind === "rights-proof" ? state.asking : null;
  const said = rightIn(text);
  const right = said ?? asking?.right;
  if (!right) return null;
  const number = numberIn(text) ?? asking?.number ?? null;
  const tail = tailIn(text);
  // A turn that gives neither is about something else: the wish may be said again.
  if (!said && !numberIn(text) && !tail) return null;
  return { right, number, proof: number && tail ? { number, tail } : null };
}

/** Takes the request, or asks who wants it. */
export function answerRights(draft: Draft, wish: RightsWish, lookup: RightsLookup | null): void {
  const { right, number } = wish;
  switch (lookup?.kind) {
    case undefined:
      return add(draft, { type: "rights-proof-asked", right, number });
    case "no-match":
      return add(draft, { type: "status-refused", left: lookup.left });
    case "locked":
      return add(draft, { type: "status-locked", until: lookup.until });
    case "proven": {
      const { person, proof, due, keep } = lookup;
      const request = draft.context.record().replace(/^R-/u, "P-");
      add(draft, { type: "rights-requested", request, right, person, proof, due, keep, at: draft.context.now });
      // A complaint that was being told goes on where it was.
      if (openMatters(draft.state).some((matter) => !matter.case)) proceed(draft, true);
    }
  }
}
