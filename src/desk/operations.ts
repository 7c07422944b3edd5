/** What could not be delivered, and links for colleagues. No case content here. */
import type { Store } from "../store/store.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { DESK_CHAIN, type Link, type SignIn } from "./sign-in.ts";
import { actorOf, type StaffMember, type StaffSource } from "./staff.ts";

export interface DeadLetterView {
  id: number;
  destination: string;
  effect: string;
  attempts: number;
  /** A code, never text. */
  error: string;
  createdAt: string;
  diedAt: string;
}

export interface Colleague {
  id: string;
  name: string;
  role: StaffMember["role"];
  department: string;
}

export interface Operations {
  deadLetters(staff: StaffMember): Promise<Outcome<DeadLetterView[]>>;
  /** Back into the queue, to be tried at once. */
  revive(staff: StaffMember, id: number): Promise<Outcome<null>>;
  colleagues(staff: StaffMember): Promise<Outcome<Colleague[]>>;
  /** A one-time sign-in link for a colleague, made by an admin. */
  invite(staff: StaffMember, colleague: string): Promise<Outcome<Link>>;
}

export function createOperations(deps: {
  store: Pick<Store, "deadLetters" | "revive" | "audit">;
  staff: StaffSource;
  signIn: SignIn;
  now: () => string;
}): Operations {
  const { store, now } = deps;
  const audit = (staff: StaffMember, action: string, detail: Record<string, string | number>) =>
    store.audit(DESK_CHAIN, now(), { actor: actorOf(staff), action, detail });

  async function allowed(staff: StaffMember, power: "operates" | "invites", action: string): Promise<boolean> {
    if (powersOf(staff)[power]) return true;
    await audit(staff, "refused", { asked: action, code: "not-allowed" });
    return false;
  }

  return {
    async deadLetters(staff) {
      if (!(await allowed(staff, "operates", "dead-letters"))) return refuse("not-allowed");
      const letters = await store.deadLetters();
      return granted(
        letters.map(({ id, destination, effect, attempts, error, createdAt, diedAt }) => ({
          id,
          destination,
          effect: effect.type,
          attempts,
          error,
          createdAt,
          diedAt,
        })),
      );
    },

    async revive(staff, id) {
      if (!(await allowed(staff, "operates", "revive"))) return refuse("not-allowed");
      const letters = await store.deadLetters();
      // Revived a moment ago by somebody else: there is nothing left to do.
      if (!letters.some((letter) => letter.id === id)) return granted(null);
      await store.revive(id, now());
      await audit(staff, "dead-letter-revived", { item: id });
      return granted(null);
    },

    async colleagues(staff) {
      if (!(await allowed(staff, "invites", "colleagues"))) return refuse("not-allowed");
      return granted(deps.staff().staff.map(({ id, name, role, department }) => ({ id, name, role, department })));
    },

    async invite(staff, colleague) {
      if (!(await allowed(staff, "invites", "invite"))) return refuse("not-allowed");
      return deps.signIn.signInLink(colleague, actorOf(staff));
    },
  };
}
