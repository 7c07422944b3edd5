/** What happens when somebody presses a button of a card, an alert or the home tab. The desk decides; the loser is told. */
import { z } from "zod";
import type { Bilingual } from "../../bank/terms.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Outcome } from "../../desk/refusal.ts";
import type { StaffMember, StaffSource } from "../../desk/staff.ts";
import type { CardAction } from "./actions.ts";
import type { Alerts } from "./alerts.ts";
import type { SlackApi } from "./api.ts";
import { asText } from "./blocks.ts";
import type { Board } from "./board.ts";
import { notice } from "./forms.ts";
import type { HomePage } from "./home-page.ts";
import type { IncidentAlerts } from "./incident-alerts.ts";
import type { LiveTalk } from "./live.ts";
import { type FormDeps, openForm } from "./modals.ts";
import type { Click } from "./payloads.ts";
import { type Speech, STRANGER, speechOf, staffOf } from "./people.ts";
import type { PresenceForm } from "./presence.ts";
import type { RegisterForm } from "./register-form.ts";
import { replyForm } from "./reply-form.ts";
import type { TrackForms } from "./track-forms.ts";

const TITLE: Bilingual = { zh: "听诉", en: "Tingsu" };
const LiveDraft = z.object({ key: z.string(), text: z.string() });

export interface ClickDeps {
  api: Pick<SlackApi, "whisper" | "openView">;
  actions: readonly CardAction[];
  alerts: Alerts;
  incidents: IncidentAlerts | null;
  presence: PresenceForm;
  board: Board;
  desk: Desk;
  forms: FormDeps;
  home: HomePage;
  live: LiveTalk;
  register: RegisterForm;
  staff: StaffSource;
  /** Null where the desk keeps no suggestions, praise and reports. */
  tracks: TrackForms | null;
}

export function createClicks(deps: ClickDeps): (click: Click) => Promise<void> {
  const { api, board, desk } = deps;

  /** To this person alone: beside what they pressed, or in a small window where there is no channel. */
  async function tell({ channel, user, trigger_id, message }: Click, words: string, speech: Speech) {
    if (!channel) return api.openView(trigger_id, notice(TITLE, words, speech));
    const thread = message?.thread_ts;
    await api.whisper({ channel: channel.id, user: user.id, ...(thread ? { thread } : {}) }, { text: asText(words) });
  }

  async function settle(click: Click, staff: StaffMember, key: string, outcome: Outcome<unknown>) {
    const speech = speechOf(staff);
    if (!outcome.ok) await tell(click, outcome.refusal.message[speech], speech);
    await board.show(key);
  }

  async function pressed(click: Click, staff: StaffMember, id: string, key: string) {
    const action = deps.actions.find((one) => one.id === id);
    if (!action) return;
    const to = { staff, ref: key };
    switch (action.press.kind) {
      case "link":
        return;
      case "do":
        return settle(click, staff, key, await action.press.run(desk, to, `slack:${click.trigger_id}`));
      case "live": {
        const { start, end } = deps.live;
        return settle(click, staff, key, await (action.press.on ? start(to) : end(to)));
      }
      case "form": {
        const memory = { form: id, ref: key };
        return opened(click, staff, await openForm(action.press.form(desk), memory, staff));
      }
    }
  }

  async function opened(click: Click, staff: StaffMember, outcome: Awaited<ReturnType<typeof openForm>>) {
    const speech = speechOf(staff);
    if (!outcome.ok) return tell(click, outcome.refusal.message[speech], speech);
    await api.openView(click.trigger_id, outcome.value);
  }

  return async function clicked(click) {
    const [action] = click.actions;
    if (!action) return;
    const staff = staffOf(deps.staff(), click.user.id);
    if (!staff) return tell(click, STRANGER, "zh");
    const { action_id, value } = action;
    const caseKey = /^case (.+)$/.exec(action.block_id ?? "")?.[1] ?? value ?? "";
    if (action_id === "case:more") return pressed(click, staff, action.selected_option?.value ?? "", caseKey);
    if (action_id.startsWith("track:")) {
      const outcome = await deps.tracks?.pressed(staff, action_id.slice("track:".length), value ?? "");
      if (outcome && !outcome.ok) return tell(click, outcome.refusal.message[speechOf(staff)], speechOf(staff));
      if (outcome?.value) await api.openView(click.trigger_id, outcome.value);
      return;
    }
    if (action_id.startsWith("case:")) return pressed(click, staff, action_id.slice("case:".length), caseKey);
    switch (action_id) {
      case "alert:seen": {
        const outcome = await deps.alerts.seen(staff, value ?? "");
        const speech = speechOf(staff);
        return outcome.ok ? undefined : tell(click, outcome.refusal.message[speech], speech);
      }
      case "incident:seen": {
        const outcome = await deps.incidents?.seen(staff, value ?? "");
        if (outcome && !outcome.ok) await tell(click, outcome.refusal.message[speechOf(staff)], speechOf(staff));
        return;
      }
      case "home:presence-online":
      case "home:presence-away": {
        const state = action_id === "home:presence-away" ? "away" : "online";
        const outcome = await desk.duty?.setPresence(staff, { state, until: null, substitute: null });
        if (outcome && !outcome.ok) return tell(click, outcome.refusal.message[speechOf(staff)], speechOf(staff));
        return deps.home.publish(click.user.id);
      }
      case "home:presence-leave":
        return api.openView(click.trigger_id, await deps.presence.page(staff));
      case "live:send": {
        const draft = LiveDraft.parse(JSON.parse(value ?? ""));
        const form = replyForm(desk, draft.text);
        return opened(click, staff, await openForm(form, { form: "reply", ref: draft.key }, staff));
      }
      case "home:register":
        return api.openView(click.trigger_id, deps.register.page(staff, ""));
      case "home:refresh":
        return deps.home.publish(click.user.id);
      case "home:search":
        return deps.home.publish(click.user.id, value ?? "");
    }
  };
}
