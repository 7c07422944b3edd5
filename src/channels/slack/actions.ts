/** The buttons of a card, one entry each: who presses what, and what the desk is asked then. The desk decides. */
import type { Bilingual } from "../../bank/terms.ts";
import type { CaseCard } from "../../desk/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { granted, type Outcome } from "../../desk/refusal.ts";
import { casePage } from "./case-page.ts";
import type { Form, Target } from "./forms.ts";
import { replyForm, sentOr } from "./reply-form.ts";
import { STEP_ACTIONS } from "./step-actions.ts";

export interface CardAction {
  /** As it stands in the button's id; never changed, since cards that are out carry it. */
  id: string;
  label: Bilingual;
  /** A whole phrase for a screen reader; the case's number follows it. */
  describes: Bilingual;
  style?: "primary" | "danger";
  /** In the menu beside the buttons. */
  more?: true;
  /** By the state of the case. Whether this person may is the desk's to say, when they press. */
  shows(card: CaseCard, live: boolean): boolean;
  press: /** `clientId`: of this press. */
    | { kind: "do"; run(desk: Desk, to: Target, clientId: string): Promise<Outcome<unknown>> }
    | { kind: "form"; form(desk: Desk): Form }
    | { kind: "live"; on: boolean }
    | { kind: "link" };
}

const open = (card: CaseCard) => card.status === "open";
const talked = (card: CaseCard) => open(card) && card.talking !== null;

export const CARD_ACTIONS: readonly CardAction[] = [
  {
    id: "take",
    label: { zh: "受理", en: "Take" },
    describes: { zh: "受理案件", en: "Take case" },
    style: "primary",
    shows: (card) => open(card) && card.talking === null,
    press: { kind: "do", run: (desk, { staff, ref }) => desk.take(staff, ref) },
  },
  {
    id: "reply",
    label: { zh: "回复客户", en: "Reply" },
    describes: { zh: "回复客户，案件", en: "Reply to the customer of case" },
    style: "primary",
    shows: talked,
    press: { kind: "form", form: replyForm },
  },
  {
    id: "note",
    label: { zh: "备注", en: "Note" },
    describes: { zh: "写内部备注，案件", en: "Write an internal note on case" },
    shows: () => true,
    press: { kind: "form", form: noteForm },
  },
  {
    id: "live",
    label: { zh: "实时对话", en: "Live" },
    describes: { zh: "开启实时对话，案件", en: "Switch live talk on for case" },
    // What is written in the thread of a confidential case the wrong people may read.
    shows: (card, live) => talked(card) && !card.sealed && !live,
    press: { kind: "live", on: true },
  },
  {
    id: "live-end",
    label: { zh: "结束实时", en: "End live" },
    describes: { zh: "结束实时对话，案件", en: "Switch live talk off for case" },
    style: "danger",
    shows: (card, live) => talked(card) && live,
    press: { kind: "live", on: false },
  },
  {
    id: "hand-back",
    label: { zh: "交回机器人", en: "Hand back" },
    describes: { zh: "交回机器人，案件", en: "Hand back to the bot, case" },
    shows: talked,
    press: { kind: "do", run: (desk, { staff, ref }) => desk.handBack(staff, ref) },
  },
  ...STEP_ACTIONS,
  {
    id: "resolve",
    label: { zh: "办结", en: "Resolve" },
    describes: { zh: "办结案件", en: "Resolve case" },
    shows: (card) => open(card) && card.owner !== null,
    press: { kind: "form", form: resolveForm },
  },
  {
    id: "reveal",
    label: { zh: "完整信息", en: "Reveal" },
    describes: { zh: "在网页工作台查看完整信息，案件", en: "See the full data on the web desk, case" },
    shows: () => true,
    press: { kind: "link" },
  },
];

function noteForm(desk: Desk): Form {
  return {
    title: { zh: "内部备注", en: "Internal note" },
    send: { zh: "保存", en: "Save" },
    page: casePage(desk, "note", () => ({
      about: [{ zh: "客户看不到备注。", en: "The customer never sees a note." }],
      fields: [{ kind: "text", name: "text", label: { zh: "备注", en: "Note" } }],
    })),
    async submit({ staff, ref }, given, { clientId }) {
      const outcome = await desk.note(staff, ref, { clientId, text: given.text("text") });
      return outcome.ok ? granted({ done: true }) : outcome;
    },
  };
}

/** The notice that ends a case, part by part (银保监会令2020年第3号, art. 19). */
function resolveForm(desk: Desk): Form {
  return {
    title: { zh: "办结", en: "Resolve" },
    send: { zh: "办结并发送", en: "Resolve and send" },
    page: casePage(desk, "resolve", ({ notice }) => ({
      about: [
        {
          zh: "各项合在一起发给客户，并结束案件；每项都要填写。",
          en: "The parts together go to the customer and end the case; all are required.",
        },
      ],
      fields: notice.parts.map(({ slug, name }) => ({
        kind: "text",
        name: `part:${slug}`,
        label: name,
        ...(slug === "remedies" ? { initial: notice.remedies } : {}),
      })),
    })),
    async submit({ staff, ref }, given, { confirmed }) {
      const seen = await desk.refresh(staff, ref);
      if (!seen.ok) return seen;
      const slugs = seen.value.notice.parts.map((part) => part.slug);
      const parts = Object.fromEntries(slugs.map((slug) => [slug, given.text(`part:${slug}`)]));
      return sentOr(await desk.resolve(staff, ref, { parts, confirmed }));
    },
  };
}
