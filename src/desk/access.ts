/**
 * The one door to a case: found, in the person's field, and the person not recused.
 * The audit chain named by the case's key holds what staff did beside the conversation: looks, notes, reveals, refusals.
 */
import type { LifeRow } from "../cases/life/store.ts";
import { recused } from "../cases/recusal.ts";
import type { Matter, State } from "../flows/conversation.ts";
import type { CaseRow, Store } from "../store/store.ts";
import { inScope, powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { actorOf, type StaffDirectory, type StaffMember, type StaffSource } from "./staff.ts";

/**
 * Whoever is offered a case has to see it to say yes or no, and whoever has just accepted it goes on at once: the row
 * hears of a new owner a moment later.
 */
const isTheirs = ({ id }: StaffMember, life: LifeRow | undefined): boolean =>
  life?.offeredTo === id || life?.owner === id;

/** Cases whose recusals are remembered at most. */
const REMEMBERED = 5_000;

export interface OpenedCase {
  row: CaseRow;
  state: State;
  matter: Matter;
}

export interface Access {
  /** `ref` is a key, a case number or a record number. `action` names the attempt in the audit when it is refused. */
  enter(staff: StaffMember, ref: string, action: string): Promise<Outcome<OpenedCase>>;
  /** Whether the row may stand in the person's list. */
  sees(staff: StaffMember, row: CaseRow): Promise<boolean>;
}

export function createAccess(deps: {
  store: Store;
  staff: StaffSource;
  /** Kept because the law asks for it, and used for nothing else. */
  isWithheld?: (conversation: string) => Promise<boolean>;
  now: () => string;
}): Access {
  const { store } = deps;
  /** Only those with the duty see a withheld file (PIPL art. 47). */
  const withheldFrom = async (staff: StaffMember, row: CaseRow): Promise<boolean> =>
    powersOf(staff).rights === "none" && (await deps.isWithheld?.(row.conversation)) === true;

  async function read(row: CaseRow): Promise<OpenedCase | undefined> {
    const loaded = await store.load(row.conversation);
    const matter = loaded?.state.matters.find((one) => one.id === row.matter);
    return loaded && matter ? { row, state: loaded.state, matter } : undefined;
  }

  // Lists are read again with each change, and opening every state for it costs more than all the rest. A row's
  // `updatedAt` moves with its matter; entering a case always looks at the state itself.
  let known: { directory: StaffDirectory; cases: Map<string, { updatedAt: string; recused: string[] }> } = {
    directory: deps.staff(),
    cases: new Map(),
  };

  /** The talk is one for all matters of a conversation: whoever is concerned in one of them reads none. */
  const recusedIn = ({ matters }: State) => matters.flatMap((matter) => recused(deps.staff(), matter).staff);

  return {
    async enter(staff, ref, action) {
      if (powersOf(staff).scope === "none") return refuse("not-allowed");
      const row = await store.case(ref);
      if (!row) return refuse("not-found");
      const refused = (code: string) =>
        store.audit(row.key, deps.now(), { actor: actorOf(staff), action: "refused", detail: { asked: action, code } });
      const opened = await read(row);
      const life = await store.lives.row(row.key);
      if (life?.keptFrom.includes(staff.id) || (opened && recusedIn(opened.state).includes(staff.id))) {
        await refused("recused");
        // The person complained about must not even learn that there is a complaint.
        return refuse("not-found");
      }
      if (await withheldFrom(staff, row)) {
        await refused("withheld");
        return refuse("not-found");
      }
      if (!inScope(staff, row, deps.staff()) && !isTheirs(staff, life)) {
        await refused("other-department");
        return refuse("other-department");
      }
      return opened ? granted(opened) : refuse("erased");
    },

    async sees(staff, row) {
      const directory = deps.staff();
      if (await withheldFrom(staff, row)) return false;
      const life = await store.lives.row(row.key);
      if (life?.keptFrom.includes(staff.id)) return false;
      if (!inScope(staff, row, directory) && !isTheirs(staff, life)) return false;
      if (known.directory !== directory || known.cases.size > REMEMBERED) known = { directory, cases: new Map() };
      const before = known.cases.get(row.key);
      if (before?.updatedAt === row.updatedAt) return !before.recused.includes(staff.id);
      const opened = await read(row);
      const ids = opened ? recusedIn(opened.state) : [];
      known.cases.set(row.key, { updatedAt: row.updatedAt, recused: ids });
      return !ids.includes(staff.id);
    },
  };
}
