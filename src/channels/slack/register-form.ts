/** A complaint that came by phone, letter, at a branch, in the media or from the regulator, entered by a colleague. */
import type { Bilingual } from "../../bank/terms.ts";
import { instantAt } from "../../cases/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import { stamp } from "../../desk/fact-text.ts";
import type { StaffMember } from "../../desk/staff.ts";
import { REGISTERED } from "../../flows/registered.ts";
import { asText, type Modal } from "./blocks.ts";
import { type Field, givenIn, modal, notice, type Values } from "./forms.ts";
import type { Answer } from "./modals.ts";
import { speechOf } from "./people.ts";
import { CHANNEL } from "./words.ts";

const TITLE: Bilingual = { zh: "登记投诉", en: "Register a complaint" };
const SEND: Bilingual = { zh: "登记", en: "Register" };
const ABOUT: Bilingual = {
  zh: "按客户的原话写。登记后得到受理编号，时限从收到之日算起。密码和验证码不要写。",
  en: "Write what the customer said. It gets a number at once, and the clock starts on the day it came. No passwords or codes.",
};

function fieldsFor(words: string, today: string): Field[] {
  return [
    { kind: "text", name: "text", label: { zh: "客户说了什么", en: "What the customer said" }, initial: words },
    {
      kind: "choice",
      name: "channel",
      label: { zh: "怎么来的", en: "How it came" },
      choices: REGISTERED.map((value) => ({ value, label: CHANNEL[value] ?? { zh: value, en: value } })),
      initial: "phone",
    },
    {
      kind: "choice",
      name: "language",
      label: { zh: "客户的语言", en: "The customer's language" },
      choices: [
        { value: "zh-Hans", label: { zh: "中文", en: "Chinese" } },
        { value: "en", label: { zh: "英文", en: "English" } },
      ],
      initial: "zh-Hans",
    },
    { kind: "date", name: "day", label: { zh: "收到的日期", en: "The day it came" }, initial: today },
  ];
}

export interface RegisterForm {
  page(staff: StaffMember, words: string): Modal;
  /** `id`: the modal's, so that a repeat registers nothing more. */
  submit(staff: StaffMember, sent: { id: string; values: Values }): Promise<Answer>;
}

export function createRegisterForm(deps: { desk: Desk; zone: string; now: () => string }): RegisterForm {
  const { desk, zone, now } = deps;
  return {
    page(staff, words) {
      const speech = speechOf(staff);
      const fields = fieldsFor(words, stamp(now(), zone).date);
      return modal({
        id: "register",
        title: TITLE,
        send: SEND,
        about: [asText(ABOUT[speech])],
        fields,
        memory: "",
        speech,
      });
    },

    async submit(staff, { id, values }) {
      const speech = speechOf(staff);
      const given = givenIn(values);
      const channel = REGISTERED.find((one) => one === given.text("channel")) ?? "phone";
      const today = stamp(now(), zone).date;
      const day = given.text("day") || today;
      // Of an earlier day the hour is not asked: the beginning of the day is to the customer's favour.
      const receivedAt = day === today ? now() : new Date(instantAt(day, 0, zone)).toISOString();
      const language = given.text("language") === "en" ? "en" : "zh-Hans";
      const text = given.text("text");
      const outcome = await desk.register(staff, { clientId: `slack:${id}`, channel, language, text, receivedAt });
      if (!outcome.ok) {
        const field = outcome.refusal.code === "time-wrong" ? "day" : "text";
        return { show: "errors", errors: { [field]: outcome.refusal.message[speech] } };
      }
      const said = {
        zh: `已登记，受理编号 ${outcome.value.record}。请告诉客户。`,
        en: `Registered as ${outcome.value.record}. Please tell the customer.`,
      }[speech];
      return { show: "view", view: notice(TITLE, said, speech) };
    },
  };
}
