/** Posts that are made once, whatever is repeated, broken off or restarted in between. */
import type { Place, SlackStore } from "../../store/slack.ts";
import type { Outgoing, SlackApi } from "./api.ts";
import { failureOf } from "./failure.ts";

export interface Posts {
  /**
   * Makes the post unless it is out already, and says where it is. One whose outcome is not known is looked for in
   * Slack before it is made again. Throws SlackFailure.
   */
  once(subject: string, message: Outgoing): Promise<Place>;
  /** Takes back what is out about a subject, but for those `keep` is true of. */
  takeBack(subject: string, keep: (id: string) => boolean): Promise<void>;
}

export function createPosts(deps: {
  api: Pick<SlackApi, "post" | "find" | "remove">;
  store: SlackStore;
  now: () => string;
}): Posts {
  const { api, store, now } = deps;
  return {
    async once(subject, message) {
      const { id, channel, thread } = message;
      const before = await store.post(id);
      if (before?.ts) return { channel: before.channel, ts: before.ts };
      if (before) {
        const where = { channel: before.channel, id, since: before.at, ...(thread === undefined ? {} : { thread }) };
        const found = await api.find(where);
        if (found) {
          await store.sentPost(id, found);
          return found;
        }
      } else await store.beginPost({ id, subject, channel, ts: null, at: now() });
      const place = await api.post(message).catch(async (error: unknown) => {
        const failure = failureOf(error);
        if (failure.certain) await store.dropPost(id);
        throw failure;
      });
      await store.sentPost(id, place);
      return place;
    },

    async takeBack(subject, keep) {
      for (const { id, channel, ts } of await store.posts(subject)) {
        if (ts === null || keep(id)) continue;
        try {
          await api.remove({ channel, ts });
        } catch (error) {
          // Somebody removed it by hand.
          if (failureOf(error).code !== "slack.message_not_found") throw error;
        }
        await store.dropPost(id);
      }
    },
  };
}
