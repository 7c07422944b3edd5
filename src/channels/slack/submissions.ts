/** Modals that were sent: answered at once, or, where a file takes longer to come, when it is done. */
import type { Desk } from "../../desk/desk.ts";
import type { StaffSource } from "../../desk/staff.ts";
import type { CardAction } from "./actions.ts";
import type { SlackApi } from "./api.ts";
import type { Modal } from "./blocks.ts";
import type { Board } from "./board.ts";
import { notice, type Values } from "./forms.ts";
import { type Answer, type FormDeps, Memory, submitForm } from "./modals.ts";
import type { Clockwork } from "./pace.ts";
import { type Speech, STRANGER, speechOf, staffOf } from "./people.ts";
import type { PresenceForm } from "./presence.ts";
import type { RegisterForm } from "./register-form.ts";
import type { TrackForms } from "./track-forms.ts";

const PATIENCE_MS = 1_500;
const TITLE = { zh: "听诉", en: "Tingsu" };
const WORKING = { zh: "正在处理，请稍候…", en: "Working on it…" };
const DONE = { zh: "已完成。", en: "Done." };
const FAILED = {
  zh: "系统暂时出了问题，没有做成。请稍后再试，或到网页工作台办理。",
  en: "Something went wrong on our side and nothing was done. Please try again, or use the web desk.",
};

export interface Sent {
  user: string;
  view: { id: string; callback_id: string; private_metadata: string; values: Values };
}

/** What Bolt hands to Slack: nothing closes the modal. */
export type Reaction =
  | undefined
  | { response_action: "update"; view: Modal }
  | { response_action: "errors"; errors: Record<string, string> };

export function createSubmissions(deps: {
  api: Pick<SlackApi, "updateView">;
  actions: readonly CardAction[];
  board: Board;
  clockwork: Pick<Clockwork, "wait">;
  desk: Desk;
  forms: FormDeps;
  presence: PresenceForm;
  register: RegisterForm;
  staff: StaffSource;
  tracks: TrackForms | null;
  report: (failure: { what: string; error: unknown }) => void;
}): (sent: Sent, ack: (reaction: Reaction) => Promise<void>) => Promise<void> {
  async function answer({ user, view }: Sent): Promise<{ answer: Answer; show: string | null; speech: Speech }> {
    const staff = staffOf(deps.staff(), user);
    if (!staff) return { answer: say(STRANGER, "zh"), show: null, speech: "zh" };
    const speech = speechOf(staff);
    if (view.callback_id === "register") return { answer: await deps.register.submit(staff, view), show: null, speech };
    if (view.callback_id === "leave")
      return { answer: await deps.presence.submit(staff, view.values), show: null, speech };
    if (view.callback_id === "track" && deps.tracks)
      return { answer: await deps.tracks.submit(staff, view), show: null, speech };
    const memory = Memory.parse(JSON.parse(view.private_metadata));
    const action = deps.actions.find((one) => one.id === memory.form);
    if (action?.press.kind !== "form") return { answer: { show: "nothing" }, show: null, speech };
    const form = action.press.form(deps.desk);
    const result = await submitForm(deps.forms, form, memory, staff, view);
    return { answer: result, show: result.show === "nothing" ? memory.ref : null, speech };
  }

  return async function sent(given, ack) {
    const work = answer(given).catch((error: unknown) => {
      deps.report({ what: "modal", error });
      return { answer: say(`${FAILED.zh}\n${FAILED.en}`, "zh"), show: null, speech: "zh" as const };
    });
    const early = await Promise.race([work, deps.clockwork.wait(PATIENCE_MS).then(() => null)]);
    if (early) await ack(reactionTo(early.answer));
    else await ack({ response_action: "update", view: notice(TITLE, `${WORKING.zh}\n${WORKING.en}`, "zh") });
    const { answer: late, show, speech } = await work;
    if (!early) await deps.api.updateView(given.view.id, lateView(late, speech));
    if (show !== null) await deps.board.show(show);
  };
}

const say = (words: string, speech: Speech): Answer => ({ show: "view", view: notice(TITLE, words, speech) });

function reactionTo(answer: Answer): Reaction {
  switch (answer.show) {
    case "nothing":
      return undefined;
    case "view":
      return { response_action: "update", view: answer.view };
    case "errors":
      return { response_action: "errors", errors: answer.errors };
  }
}

function lateView(answer: Answer, speech: Speech): Modal {
  if (answer.show === "view") return answer.view;
  const words = answer.show === "errors" ? Object.values(answer.errors).join("\n") : DONE[speech];
  return notice(TITLE, words, speech);
}
