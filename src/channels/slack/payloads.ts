/** What Slack sends us, with only the fields that are used. */
import { z } from "zod";
import { Values } from "./forms.ts";

const User = z.object({ id: z.string() });

export const Click = z.object({
  user: User,
  channel: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  message: z.object({ ts: z.string(), thread_ts: z.string().nullish() }).nullish(),
  container: z.object({ message_ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().nullish(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type Click = z.infer<typeof Click>;

export const Submission = z.object({
  user: User,
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: Values }),
  }),
});

export const Command = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  text: z.string().nullish(),
});

export const Shortcut = z.object({
  user: User,
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ text: z.string().nullish() }).nullish(),
});

export const ThreadMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  user: z.string().nullish(),
  text: z.string().nullish(),
  files: z
    .array(
      z.object({
        name: z.string().nullish(),
        url_private_download: z.string().nullish(),
        url_private: z.string().nullish(),
      }),
    )
    .nullish(),
});
export type ThreadMessage = z.infer<typeof ThreadMessage>;

export const HomeOpened = z.object({ user: z.string(), tab: z.string().nullish() });
/** Around every event. */
export const Envelope = z.object({ event_id: z.string() });
