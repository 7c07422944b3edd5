/** What staff bring in: complaints that came by another way, files for the customer, and that an alert was seen. */
import type { Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import { talkingTo } from "./case-view.ts";
import { abilitiesOn, powersOf } from "./permissions.ts";
import type { Registration, StaffIntake } from "./port.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { actorOf, type StaffMember, type StaffSource } from "./staff.ts";

/** Longest complaint that is registered, in characters: what one message may hold. */
const LONGEST_COMPLAINT = 8_000;

export interface Registered {
  /** Record number, to be told to the person. */
  record: string;
  /** The case's key. */
  key: string;
}

export interface Incoming {
  /** Opens a case for what came by phone, letter, at a branch, in the media or from the regulator. */
  register(staff: StaffMember, complaint: Registration): Promise<Outcome<Registered>>;
  /** A file for the customer, to be sent with a reply. Gives its id. */
  attach(staff: StaffMember, ref: string, file: { name: string; bytes: Uint8Array }): Promise<Outcome<string>>;
  /** Somebody has seen the alert; the duty group need not be called again. */
  acknowledge(staff: StaffMember, ref: string): Promise<Outcome<null>>;
}

export function createIncoming(deps: {
  store: Pick<Store, "audit">;
  access: Access;
  intake?: StaffIntake;
  staff: StaffSource;
  now: () => string;
}): Incoming {
  const { store, access, intake, now } = deps;

  return {
    async register(staff, complaint) {
      if (!powersOf(staff).works) return refuse("not-allowed");
      if (!intake) return refuse("not-here");
      const text = complaint.text.trim();
      if (text === "") return refuse("empty");
      if (text.length > LONGEST_COMPLAINT) return refuse("too-long");
      if (!(Date.parse(complaint.receivedAt) <= Date.parse(now()))) return refuse("time-wrong");
      const { conversation, record, key } = await intake.register({ ...complaint, text });
      const detail = { channel: complaint.channel, record };
      await store.audit(conversation, now(), { actor: actorOf(staff), action: "registered", detail });
      return granted({ record, key });
    },

    async attach(staff, ref, file) {
      const entered = await access.enter(staff, ref, "attach");
      if (!entered.ok) return entered;
      const { row, state } = entered.value;
      if (!abilitiesOn(staff, row, talkingTo(state)).reply) return refuse("not-owner");
      if (!intake) return refuse("not-here");
      const kept = await intake.attach(row.conversation, file);
      if (!kept.ok) return refuse("file-refused");
      await store.audit(row.key, now(), {
        actor: actorOf(staff),
        action: "file-kept",
        detail: { attachment: kept.id },
      });
      return granted(kept.id);
    },

    async acknowledge(staff, ref) {
      const entered = await access.enter(staff, ref, "acknowledge");
      if (!entered.ok) return entered;
      if (!powersOf(staff).works) return refuse("not-allowed");
      await store.audit(entered.value.row.key, now(), { actor: actorOf(staff), action: "alert-seen", detail: {} });
      return granted(null);
    },
  };
}
