/**
 * The lines to the accounts customers write to (a WeChat account through a puppet): how each fares and since when, and
 * the code that somebody has to scan with the account's phone. For those who look after the machinery.
 */
import type { Store } from "../store/store.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { DESK_CHAIN } from "./sign-in.ts";
import { actorOf, type StaffMember } from "./staff.ts";

/** scan: a QR code waits for the account's phone. scanned: it was used, or is over. lost: it is made anew by itself. */
export type LinkState = "starting" | "scan" | "scanned" | "ready" | "lost" | "stopped";

export interface ChannelLink {
  /** As in `Incoming.channel`. */
  channel: string;
  state: LinkState;
  /** ISO instant. */
  since: string;
  /** Why it was lost, as a code; else null. */
  code: string | null;
  /** What people call the one account that may log in; null where any may. */
  expected: string | null;
  /** Provider's id of the account that is logged in; null while none is. */
  account: string | null;
  /** When another account logged in last and was logged out again (ISO instant); null: never. */
  refusedAt: string | null;
}

export interface LinkSource {
  link(): ChannelLink;
  /** A PNG picture; null while nothing can be scanned. Whoever scans it logs in with the account of their phone. */
  qr(): Promise<Uint8Array | null>;
  /** Called at each change, until the function returned is called. */
  subscribe(listener: () => void): () => void;
}

/** Channels join as they are switched on, after the desk is there. */
export interface LinkBoard {
  add(source: LinkSource): void;
  all(): LinkSource[];
  subscribe(listener: () => void): void;
}

export function createLinkBoard(): LinkBoard {
  const sources: LinkSource[] = [];
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    add(source) {
      sources.push(source);
      source.subscribe(changed);
      changed();
    },
    all: () => [...sources],
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** The code went to a place of the staff's (a channel in Slack): in the audit like each look at it on the desk. */
export const noteCodeSent = (store: Pick<Store, "audit">, at: string, detail: { channel: string; to: string }) =>
  store.audit(DESK_CHAIN, at, { actor: "system", action: "login-code-sent", detail });

export interface LinkDesk {
  links(staff: StaffMember): Promise<Outcome<ChannelLink[]>>;
  /** The code to scan as a PNG picture. Each look is in the audit. */
  qr(staff: StaffMember, channel: string): Promise<Outcome<Uint8Array>>;
}

export function createLinkDesk(deps: { board: LinkBoard; store: Pick<Store, "audit">; now: () => string }): LinkDesk {
  const note = (staff: StaffMember, action: string, detail: Record<string, string>) =>
    deps.store.audit(DESK_CHAIN, deps.now(), { actor: actorOf(staff), action, detail });

  async function allowed(staff: StaffMember, action: string): Promise<boolean> {
    if (powersOf(staff).operates) return true;
    await note(staff, "refused", { asked: action, code: "not-allowed" });
    return false;
  }

  return {
    async links(staff) {
      if (!(await allowed(staff, "channel-links"))) return refuse("not-allowed");
      return granted(deps.board.all().map((source) => source.link()));
    },
    async qr(staff, channel) {
      if (!(await allowed(staff, "login-code"))) return refuse("not-allowed");
      const source = deps.board.all().find((one) => one.link().channel === channel);
      const picture = (await source?.qr()) ?? null;
      if (picture === null) return refuse("not-found");
      await note(staff, "login-code-shown", { channel });
      return granted(picture);
    },
  };
}
