/**
 * Who reads a channel. Somebody who is not on the staff list may see nothing of any case, so where one is a member the
 * cards tell nothing. Asked of Slack, and remembered for five minutes.
 */
import type { StaffMember, StaffSource } from "../../desk/staff.ts";
import type { SlackApi } from "./api.ts";
import { staffOf } from "./people.ts";

const REMEMBERED_MS = 5 * 60_000;

/** All throw SlackFailure. */
export interface Audience {
  /** Whether everybody in the channel is on the staff list and `may`. */
  every(channel: string, may: (staff: StaffMember) => boolean): Promise<boolean>;
  /** Whether everybody in the channel is on the staff list. */
  known(channel: string): Promise<boolean>;
  /** Whether one of these (staff ids) reads the channel. */
  reads(channel: string, staff: readonly string[]): Promise<boolean>;
}

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

  const every: Audience["every"] = async (channel, may) => {
    self ??= (await deps.api.whoAmI()).user;
    const members = await membersOf(channel);
    return members.every((member) => {
      if (member === self) return true;
      const staff = staffOf(deps.staff(), member);
      return staff !== undefined && may(staff);
    });
  };

  return {
    every,
    known: (channel) => every(channel, () => true),
    async reads(channel, staff) {
      if (staff.length === 0) return false;
      const members = await membersOf(channel);
      return members.some((member) => staff.includes(staffOf(deps.staff(), member)?.id ?? ""));
    },
  };
}
