/** What is no case and may have a channel of its own: suggestions, praise, reports, and days of improvement tasks. */
import type { Bank } from "../../bank/bank.ts";
import type { Desk } from "../../desk/desk.ts";
import type { DeskNames } from "../../desk/names.ts";
import { createTrackCards } from "../../desk/track-card.ts";
import type { ImprovementStore } from "../../store/improvements.ts";
import type { SlackStore } from "../../store/slack.ts";
import type { Store } from "../../store/store.ts";
import type { TrackStore } from "../../store/tracks.ts";
import type { SlackApi } from "./api.ts";
import type { Audience } from "./audience.ts";
import type { Posts } from "./posts.ts";
import type { SlackSettings } from "./settings.ts";
import { createTaskReminders, type TaskReminders } from "./task-reminders.ts";
import { createTrackBoard, type TrackBoard } from "./track-board.ts";
import type { TrackSetting } from "./track-face.ts";
import { createTrackForms, type TrackForms } from "./track-forms.ts";

/** Each null where there is nothing to tell, or the bank named no channel for it. */
export interface Apart {
  board: TrackBoard | null;
  forms: TrackForms | null;
  tasks: TaskReminders | null;
}

export function createApart(deps: {
  api: Pick<SlackApi, "update">;
  posts: Posts;
  store: Store;
  memory: SlackStore;
  tracks: TrackStore | undefined;
  improvements: ImprovementStore | undefined;
  desk: Pick<Desk, "tracks">;
  bank: () => Bank;
  names: DeskNames;
  audience: Audience;
  channels: SlackSettings["apart"];
  setting: TrackSetting;
  now: () => string;
}): Apart {
  const {
    tracks: kept,
    improvements,
    desk,
    bank,
    channels,
    setting,
    memory,
    posts,
    store,
    names,
    audience,
    now,
  } = deps;
  const { zone } = setting;
  const cards = kept && createTrackCards({ store, kept, staff: bank, bank, names, zone, now });
  const board = cards
    ? createTrackBoard({ api: deps.api, posts, store: memory, cards, channels, audience, setting, now })
    : null;
  const forms = board && desk.tracks ? createTrackForms({ tracks: desk.tracks, board }) : null;
  const channel = channels.improvement;
  const tasks =
    improvements && channel !== undefined
      ? createTaskReminders({
          posts,
          memory,
          improvements,
          store,
          bank,
          names,
          audience,
          setting: { ...setting, channel },
          now,
        })
      : null;
  return { board, forms, tasks };
}
