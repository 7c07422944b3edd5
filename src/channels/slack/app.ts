/** Bolt's listeners: each acknowledges, reads what it uses of the payload, and hands it on. */
import { App, type Receiver } from "@slack/bolt";
import type { StaffSource } from "../../desk/staff.ts";
import { SILENT, type SlackApi } from "./api.ts";
import type { Background } from "./background.ts";
import type { HomePage } from "./home-page.ts";
import type { Inbox } from "./inbox.ts";
import { Click, Command, Envelope, HomeOpened, Shortcut, Submission, ThreadMessage } from "./payloads.ts";
import { STRANGER, staffOf } from "./people.ts";
import type { RegisterForm } from "./register-form.ts";
import type { Reaction, Sent } from "./submissions.ts";
import { asWritten } from "./thread.ts";

export const COMMAND = "/tousu";
export const SHORTCUT = "register_complaint";

export interface AppDeps {
  receiver: Receiver;
  botToken: string;
  api: Pick<SlackApi, "openView" | "whisper">;
  staff: StaffSource;
  clicked: (click: Click) => Promise<void>;
  sent: (sent: Sent, ack: (reaction: Reaction) => Promise<void>) => Promise<void>;
  inbox: Pick<Inbox, "take">;
  home: HomePage;
  register: RegisterForm;
  background: Background;
}

export function createApp(deps: AppDeps): App {
  const { background } = deps;
  const app = new App({
    receiver: deps.receiver,
    // No call at start: Slack may be down then, and the product starts all the same.
    authorize: async () => ({ botToken: deps.botToken }),
    // Told apart by `bot_id`, since our own id is known only once Slack answers.
    ignoreSelf: false,
    logger: SILENT,
  });
  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    const click = Click.parse(body);
    void background.behind("click", () => deps.clicked(click));
  });

  app.view(/.*/, async ({ ack, body }) => {
    const { user, view } = Submission.parse(body);
    const { id, callback_id, private_metadata, state } = view;
    const given = { user: user.id, view: { id, callback_id, private_metadata, values: state.values } };
    // What is answered decides whether the modal stays open.
    await background.run(
      "modal",
      deps.sent(given, (reaction) => (reaction === undefined ? ack() : ack(reaction))),
    );
  });

  app.command(COMMAND, async ({ ack, body }) => {
    const { user_id, trigger_id, text } = Command.parse(body);
    const staff = staffOf(deps.staff(), user_id);
    if (!staff) return ack({ response_type: "ephemeral", text: STRANGER });
    await ack();
    const page = () => deps.register.page(staff, asWritten(text ?? "").trim());
    void background.behind("command", () => deps.api.openView(trigger_id, page()));
  });

  app.shortcut(SHORTCUT, async ({ ack, body }) => {
    await ack();
    const { user, trigger_id, message, channel } = Shortcut.parse(body);
    const staff = staffOf(deps.staff(), user.id);
    const answer = staff
      ? deps.api.openView(trigger_id, deps.register.page(staff, asWritten(message?.text ?? "")))
      : channel && deps.api.whisper({ channel: channel.id, user: user.id }, { text: STRANGER });
    void background.run("shortcut", answer ?? Promise.resolve());
  });

  app.event("message", async ({ body, event }) => {
    const { event_id } = Envelope.parse(body);
    await deps.inbox.take(event_id, ThreadMessage.parse(event));
  });

  // Shown once more than needed is no harm: nothing is written down before the answer.
  app.event("app_home_opened", async ({ event }) => {
    const { user, tab } = HomeOpened.parse(event);
    if (tab !== "messages") void background.behind("home", () => deps.home.publish(user));
  });

  app.error(async (error) => {
    throw error;
  });
  return app;
}
