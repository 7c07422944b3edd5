/** The live talk: while it is on, what one colleague writes in the thread goes to the customer. Stored, and ends by itself. */
import type { Desk } from "../../desk/desk.ts";
import { granted, type Outcome, refuse } from "../../desk/refusal.ts";
import type { StaffMember } from "../../desk/staff.ts";
import type { SlackStore } from "../../store/slack.ts";
import type { Target } from "./forms.ts";

export interface LiveTalk {
  /** Only for who talks to the customer. */
  start(to: Target): Promise<Outcome<null>>;
  end(to: Target): Promise<Outcome<null>>;
  /** Whether this person's words in the thread go out now. */
  isOn(key: string, staff: StaffMember): Promise<boolean>;
  /** Something was said: it stays on for the whole time again. */
  keep(key: string, staff: StaffMember): Promise<void>;
}

export function createLiveTalk(deps: { desk: Desk; store: SlackStore; minutes: number; now: () => string }): LiveTalk {
  const { desk, store, now } = deps;
  const until = () => new Date(Date.parse(now()) + deps.minutes * 60_000).toISOString();

  async function talks({ staff, ref }: Target): Promise<Outcome<{ key: string }>> {
    const seen = await desk.refresh(staff, ref);
    if (!seen.ok) return seen;
    const { can, item, talking } = seen.value;
    return can.reply ? granted({ key: item.key }) : refuse("not-owner", talking);
  }

  return {
    async start(to) {
      const may = await talks(to);
      if (!may.ok) return may;
      await store.saveLive({ key: may.value.key, staff: to.staff.id, until: until() });
      return granted(null);
    },
    async end(to) {
      const may = await talks(to);
      if (!may.ok) return may;
      await store.endLive(may.value.key);
      return granted(null);
    },
    async isOn(key, staff) {
      const talk = await store.live(key);
      return talk !== undefined && talk.staff === staff.id && Date.parse(talk.until) > Date.parse(now());
    },
    async keep(key, staff) {
      await store.saveLive({ key, staff: staff.id, until: until() });
    },
  };
}
