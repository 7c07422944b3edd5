/** Signing in by a one-time link. Only a hash of any token is kept. */
import { createHash } from "node:crypto";
import type { Store } from "../store/store.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { actorOf, findStaff, type StaffMember, type StaffSource } from "./staff.ts";

const LINK_MS = 15 * 60_000;
/** Life of a session, in ms; the cookie lives as long. */
export const SESSION_MS = 12 * 3_600_000;
/** Chain that holds who signed in and who made links. */
export const DESK_CHAIN = "staff";

// Tokens hold 256 random bits, so a plain hash can't be reversed by guessing.
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export interface Link {
  token: string;
  /** ISO instant, 15 minutes after it was made. */
  expiresAt: string;
}
interface Session {
  token: string;
  staff: StaffMember;
  expiresAt: string;
}

export interface SignIn {
  /** A link's token for a person on the staff list; `by` is who asked for it ("system", "slack", "staff:ID"). */
  signInLink(staffId: string, by?: string): Promise<Outcome<Link>>;
  /** Uses the token up. A second use, an expired or an invented one is refused alike. */
  signIn(token: string): Promise<Outcome<Session>>;
  /** The person behind a session, as the staff list has them now; undefined when it ended or they left. */
  whoIs(token: string): Promise<StaffMember | undefined>;
  signOut(token: string): Promise<void>;
}

export function createSignIn(deps: {
  store: Pick<Store, "saveToken" | "useToken" | "dropToken" | "audit">;
  staff: StaffSource;
  /** ISO instant. */
  now: () => string;
  /** 256 random bits in base64url or the like. */
  newToken: () => string;
}): SignIn {
  const { store, now, newToken } = deps;
  const find = (id: string) => findStaff(deps.staff(), id);
  const later = (from: string, ms: number) => new Date(Date.parse(from) + ms).toISOString();

  return {
    async signInLink(staffId, by = "system") {
      const person = find(staffId);
      if (!person) return refuse("no-such-staff");
      const at = now();
      const link = { token: newToken(), expiresAt: later(at, LINK_MS) };
      await store.saveToken({
        hash: hashOf(link.token),
        purpose: "sign-in",
        staff: person.id,
        expiresAt: link.expiresAt,
      });
      await store.audit(DESK_CHAIN, at, { actor: by, action: "sign-in-link", detail: { staff: person.id } });
      return granted(link);
    },

    async signIn(token) {
      const at = now();
      const id = await store.useToken(hashOf(token), "sign-in", at);
      const person = id === undefined ? undefined : find(id);
      if (!person) {
        // Invented tokens leave no entry: anybody may send them, and the audit must not grow by it.
        if (id !== undefined)
          await store.audit(DESK_CHAIN, at, { actor: actorOf({ id }), action: "sign-in-refused", detail: {} });
        return refuse("link-invalid");
      }
      const session = { token: newToken(), staff: person, expiresAt: later(at, SESSION_MS) };
      await store.saveToken({
        hash: hashOf(session.token),
        purpose: "session",
        staff: person.id,
        expiresAt: session.expiresAt,
      });
      await store.audit(DESK_CHAIN, at, { actor: actorOf(person), action: "signed-in", detail: {} });
      return granted(session);
    },

    async whoIs(token) {
      const id = await store.useToken(hashOf(token), "session", now());
      return id === undefined ? undefined : find(id);
    },

    async signOut(token) {
      const id = await store.useToken(hashOf(token), "session", now());
      await store.dropToken(hashOf(token));
      if (id !== undefined)
        await store.audit(DESK_CHAIN, now(), { actor: actorOf({ id }), action: "signed-out", detail: {} });
    },
  };
}
