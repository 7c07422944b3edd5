/** What happens when somebody presses a button of a suggestion's, praise's or report's card. The desk decides. */
import { z } from "zod";
import type { Bilingual } from "../../bank/terms.ts";
import { granted, type Outcome, refuse } from "../../desk/refusal.ts";
import type { StaffMember } from "../../desk/staff.ts";
import type { TrackDesk, TrackView } from "../../desk/tracks.ts";
import { asText, type Modal } from "./blocks.ts";
import { type Field, givenIn, modal, notice, type Values } from "./forms.ts";
import { MOST } from "./limits.ts";
import type { Answer } from "./modals.ts";
import { type Speech, speechOf } from "./people.ts";
import type { TrackBoard } from "./track-board.ts";

const WORDS = {
  forward: { zh: "转部门", en: "Forward" },
  answer: { zh: "答复", en: "Answer" },
  send: { zh: "发送", en: "Send" },
  to: { zh: "转给哪个部门", en: "To which department" },
  text: { zh: "答复或致谢（客户会看到）", en: "Answer or thanks, as the customer reads it" },
  gone: { zh: "内容已依法删除。", en: "Its words were erased as the law asks." },
} as const satisfies Record<string, Bilingual>;

const Memory = z.object({ step: z.enum(["forward", "answer"]), record: z.string() });

export interface TrackForms {
  /** A page to open, or null when it is done. `step`: as the button names it. */
  pressed(staff: StaffMember, step: string, record: string): Promise<Outcome<Modal | null>>;
  submit(staff: StaffMember, sent: { id: string; private_metadata: string; values: Values }): Promise<Answer>;
}

export function createTrackForms(deps: { tracks: TrackDesk; board: TrackBoard }): TrackForms {
  const { tracks, board } = deps;

  async function page(staff: StaffMember, step: "forward" | "answer", record: string): Promise<Outcome<Modal>> {
    const seen = await tracks.track(staff, record);
    if (!seen.ok) return seen;
    const view = seen.value;
    if (!view.can[step]) return refuse(view.stage.slug === "done" ? "not-open" : "not-allowed");
    const field: Field =
      step === "answer"
        ? { kind: "text", name: "text", label: WORDS.text }
        : { kind: "choice", name: "department", label: WORDS.to, choices: view.departments.slice(0, MOST.options) };
    const speech = speechOf(staff);
    return granted(
      modal({
        id: "track",
        title: WORDS[step],
        send: WORDS.send,
        about: [wordsOf(view, speech)],
        fields: [field],
        memory: JSON.stringify({ step, record }),
        speech,
      }),
    );
  }

  async function open(staff: StaffMember, step: string, record: string): Promise<Outcome<Modal | null>> {
    switch (step) {
      case "forward":
      case "answer":
        return page(staff, step, record);
      case "finish": {
        const done = await tracks.trackStep(staff, record, { type: "finish" });
        return done.ok ? granted(null) : done;
      }
      case "read": {
        const seen = await tracks.track(staff, record);
        if (!seen.ok) return seen;
        const speech = speechOf(staff);
        const { kindName, words } = seen.value;
        return granted(notice(kindName, `${record}\n${words ?? WORDS.gone[speech]}`, speech));
      }
      default:
        return granted(null);
    }
  }

  return {
    async pressed(staff, step, record) {
      const outcome = await open(staff, step, record);
      await board.show(record);
      return outcome;
    },

    async submit(staff, { id, private_metadata, values }) {
      const { step, record } = Memory.parse(JSON.parse(private_metadata));
      const given = givenIn(values);
      const wish =
        step === "answer"
          ? { type: step, clientId: `slack:${id}`, text: given.text("text") }
          : { type: step, department: given.text("department") };
      const outcome = await tracks.trackStep(staff, record, wish);
      await board.show(record);
      if (outcome.ok) return { show: "nothing" };
      return {
        show: "errors",
        errors: { [step === "answer" ? "text" : "department"]: outcome.refusal.message[speechOf(staff)] },
      };
    },
  };
}

/** Masked, to this person alone, who was just found to be allowed to read it. */
const wordsOf = ({ record, words }: TrackView, speech: Speech): string =>
  asText(`${record}\n${words ?? WORDS.gone[speech]}`);
