/** Where somebody is, said on the home tab: here, away, or on leave with somebody who stands in. */
import type { Bilingual } from "../../bank/terms.ts";
import type { Desk } from "../../desk/desk.ts";
import type { StaffMember } from "../../desk/staff.ts";
import { actions, asText, type Block, button, type Modal, section } from "./blocks.ts";
import { givenIn, modal, notice, type Values } from "./forms.ts";
import { MOST } from "./limits.ts";
import type { Answer } from "./modals.ts";
import { type Speech, speechOf } from "./people.ts";

const WORDS = {
  mine: { zh: "我的状态", en: "Where I am" },
  online: { zh: "在岗", en: "Here" },
  away: { zh: "离开", en: "Away" },
  leave: { zh: "休假", en: "On leave" },
  until: { zh: "至", en: "until" },
  standsIn: { zh: "代理", en: "stands in:" },
  leaveMore: { zh: "休假…", en: "On leave…" },
  setOnline: { zh: "把我的状态设为在岗", en: "Say that I am here" },
  setAway: { zh: "把我的状态设为离开，今天不派案件给我", en: "Say that I am away: nothing is offered to me today" },
  setLeave: { zh: "登记休假和代理人", en: "Enter a leave and who stands in" },
  title: { zh: "休假", en: "On leave" },
  save: { zh: "保存", en: "Save" },
  last: { zh: "休假到哪天（可不填）", en: "Last day, if known" },
  who: { zh: "由谁代理（可不填）", en: "Who stands in, if anybody" },
  about: {
    zh: "休假时不派案件给您；选了代理人，您的在办案件会转给他，等他答复。",
    en: "No case is offered to you while on leave; with somebody who stands in, your cases are offered to them.",
  },
  saved: { zh: "已保存。", en: "Saved." },
  handed: { zh: "已转办 {n} 件，未能转办 {k} 件。", en: "{n} cases offered, {k} could not be handed over." },
} as const satisfies Record<string, Bilingual>;

/** Nothing for those who work no cases, and where nobody keeps who is there. */
export async function presenceBlocks(desk: Desk, staff: StaffMember, speech: Speech): Promise<Block[]> {
  if (!desk.duty || !desk.me(staff).pages.duty) return [];
  const { state, until, substitute } = await desk.duty.presence(staff);
  const said = [
    WORDS[state][speech],
    until === null ? "" : `${WORDS.until[speech]} ${until}`,
    substitute === null ? "" : `${WORDS.standsIn[speech]} ${substitute.name}`,
  ].filter((part) => part !== "");
  const press = (to: "online" | "away", label: Bilingual) =>
    button({ id: `home:presence-${to}`, text: WORDS[to][speech], label: label[speech] });
  return [
    section(`*${WORDS.mine[speech]}*: ${asText(said.join(" · "))}`),
    actions("home presence", [
      ...(state === "online" ? [] : [press("online", WORDS.setOnline)]),
      ...(state === "online" ? [press("away", WORDS.setAway)] : []),
      button({ id: "home:presence-leave", text: WORDS.leaveMore[speech], label: WORDS.setLeave[speech] }),
    ]),
  ];
}

export interface PresenceForm {
  page(staff: StaffMember): Promise<Modal>;
  submit(staff: StaffMember, values: Values): Promise<Answer>;
}

export function createPresenceForm(desk: Desk): PresenceForm {
  return {
    async page(staff) {
      const speech = speechOf(staff);
      const duty = await desk.duty?.duty(staff);
      const people = duty?.ok ? duty.value.substitutes : [];
      return modal({
        id: "leave",
        title: WORDS.title,
        send: WORDS.save,
        about: [asText(WORDS.about[speech])],
        fields: [
          { kind: "date", name: "until", label: WORDS.last, optional: true },
          {
            kind: "choice",
            name: "substitute",
            label: WORDS.who,
            optional: true,
            choices: people.slice(0, MOST.options).map(({ id, name, department }) => ({
              value: id,
              label: { zh: `${name} · ${department.zh}`, en: `${name} · ${department.en}` },
            })),
          },
        ],
        memory: "",
        speech,
      });
    },

    async submit(staff, values) {
      const speech = speechOf(staff);
      const given = givenIn(values);
      const wish = {
        state: "leave" as const,
        until: given.text("until") || null,
        substitute: given.text("substitute") || null,
      };
      const outcome = await desk.duty?.setPresence(staff, wish);
      if (!outcome) return { show: "nothing" };
      if (!outcome.ok) {
        const field = outcome.refusal.code === "field-wrong" ? "until" : "substitute";
        return { show: "errors", errors: { [field]: outcome.refusal.message[speech] } };
      }
      const { offered, kept } = outcome.value;
      const handed = WORDS.handed[speech].replace("{n}", String(offered)).replace("{k}", String(kept));
      const said = offered + kept > 0 ? `${WORDS.saved[speech]} ${handed}` : WORDS.saved[speech];
      return { show: "view", view: notice(WORDS.title, said, speech) };
    },
  };
}
