/** Where the core system says something else than we do: shown to those who may see the case, settled by those who work. */
import type { CoreRecords } from "../store/core-records.ts";
import type { Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import type { DeskNames } from "./names.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { DESK_CHAIN } from "./sign-in.ts";
import { actorOf, type StaffMember } from "./staff.ts";

export interface CoreConflictView {
  id: number;
  /** Number in the core system. */
  number: string;
  /** Null where no case here belongs to it. */
  record: string | null;
  field: string;
  ours: string | null;
  theirs: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  /** Whether this person may settle it. */
  settles: boolean;
  /** Both sides in plain words. */
  text: { zh: string; en: string };
}

export interface CoreConflicts {
  /** Oldest first, of the cases the person may see; those of no case here for whoever sees all. */
  coreConflicts(staff: StaffMember): Promise<Outcome<CoreConflictView[]>>;
  /** A person has seen to it. It comes back only when the core system says yet another thing. */
  settleCoreConflict(staff: StaffMember, id: number): Promise<Outcome<null>>;
}

const MOST = 500;

export function createCoreConflicts(deps: {
  store: Pick<Store, "case" | "audit">;
  core: CoreRecords;
  access: Access;
  names: DeskNames;
  now: () => string;
}): CoreConflicts {
  const { store, core, access, now } = deps;

  async function visible(staff: StaffMember): Promise<CoreConflictView[]> {
    const shown: CoreConflictView[] = [];
    for (const { key, ...conflict } of await core.conflicts(MOST)) {
      const row = key === null ? undefined : await store.case(key);
      const allowed = row ? await access.sees(staff, row) : powersOf(staff).scope === "all";
      if (!allowed) continue;
      const said = { record: row?.record ?? null, settles: powersOf(staff).works, text: textOf(deps.names, conflict) };
      shown.push({ ...conflict, ...said });
    }
    return shown;
  }

  return {
    async coreConflicts(staff) {
      if (powersOf(staff).scope === "none") return refuse("not-allowed");
      return granted(await visible(staff));
    },

    async settleCoreConflict(staff, id) {
      if (!powersOf(staff).works) return refuse("not-allowed");
      const conflict = (await visible(staff)).find((one) => one.id === id);
      // Settled a moment ago, by somebody else or because both sides agree.
      if (!conflict) return granted(null);
      const { number, field, ours, theirs } = conflict;
      await core.settle(id, now(), staff.id);
      const detail = { number, field, ours, theirs };
      await store.audit(DESK_CHAIN, now(), { actor: actorOf(staff), action: "core-conflict-settled", detail });
      return granted(null);
    },
  };
}

function textOf(
  names: DeskNames,
  { number, field, ours, theirs }: Pick<CoreConflictView, "number" | "field" | "ours" | "theirs">,
): { zh: string; en: string } {
  const department = (slug: string | null) => (slug === null ? { zh: "–", en: "–" } : names.department(slug));
  switch (field) {
    case "case":
      return ours === null
        ? { zh: `核心系统有案件 ${number}，这里没有。`, en: `The core system has case ${number}; there is none here.` }
        : { zh: `核心系统里没有案件 ${number}。`, en: `The core system doesn't have case ${number}.` };
    case "status":
      return ours === "open"
        ? { zh: "核心系统里已结案，这里还在办。", en: "Closed in the core system, still open here." }
        : { zh: "这里已结案，核心系统里还在办。", en: "Closed here, still open in the core system." };
    case "department":
      return {
        zh: `部门：这里是${department(ours).zh}，核心系统是${department(theirs).zh}。`,
        en: `Department: ${department(ours).en} here, ${department(theirs).en} in the core system.`,
      };
    case "due":
      return {
        zh: `答复期限：这里是 ${ours}，核心系统是 ${theirs}。对客户以这里为准。`,
        en: `Answer due: ${ours} here, ${theirs} in the core system. Ours is what the customer was told.`,
      };
    default:
      return {
        zh: `编号：这里是 ${ours}，核心系统是 ${theirs}。`,
        en: `Number: ${ours} here, ${theirs} in the core system.`,
      };
  }
}
