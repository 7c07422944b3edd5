/**
 * Who reads a channel. Somebody who is not on the staff list may see nothing of any case, so where one is a member the
 * cards tell nothing. Asked of Slack, and remembered for five minutes.
 */
import type { StaffSource } from "../../desk/staff.ts";
import type { SlackApi } from "./api.ts";
import { staffOf } from "./people.ts";

const REMEMBERED_MS = 5 * 60_000;

/** Whether everybody in the channel is known. Throws SlackFailure. */
export type Audience = (channel: string) => Promise<boolean>;

export function createAudience(deps: {
  api: Pick<SlackApi, "whoAmI" | "members">;
  staff: StaffSource;
  now: () => string;
}): Audience {
  const known = new Map<string, { at: number; members: string[] }>();
  let self: string | undefined;

  async function membersOf(channel: string): Promise<string[]> {
    const at = Date.parse(deps.now());
    const before = known.get(channel);
    if (before && at - before.at < REMEMBERED_MS) return before.members;
    const members = await deps.api.members(channel);
    known.set(channel, { at, members });
    return members;
  }

  return async (channel) => {
    self ??= (await deps.api.whoAmI()).user;
    const members = await membersOf(channel);
    return members.every((member) => member === self || staffOf(deps.staff(), member) !== undefined);
  };
}
