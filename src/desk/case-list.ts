/** The staff's list: forty open cases at a glance, those in danger first, then in the order they fall due. */
import type { Level } from "../flows/conversation.ts";
import { maskPersonal } from "../privacy/mask.ts";
import type { CaseRow, Store } from "../store/store.ts";
import type { Access } from "./access.ts";
import { clockOf } from "./clock.ts";
import { stamp } from "./fact-text.ts";
import { type DeskNames, EMOTION } from "./names.ts";
import { powersOf } from "./permissions.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { nameOf, type StaffMember, type StaffSource } from "./staff.ts";
import type { CaseItem, RiskBadge } from "./view.ts";

export const LIST_VIEWS = ["open", "mine", "unclaimed", "today", "overdue", "urgent", "call-back", "closed"] as const;
type ListView = (typeof LIST_VIEWS)[number];

export interface ListFilters {
  view: ListView;
  /** Part of a case or record number; looks through open and closed alike. */
  search?: string;
}

export interface CaseList {
  items: CaseItem[];
  /** How many each view holds; those of closed cases are not counted. */
  counts: Record<Exclude<ListView, "call-back" | "closed">, number>;
  /** More rows exist than were read. */
  more: boolean;
}

const PAGE = 1_000;
/** Rows read at most for one list. Beyond it the list says that there is more. */
const READ_AT_MOST = 5_000;
const SHOWN_AT_MOST = 200;

const LEVELS: Level[] = ["P0", "P1", "P2"];

/** P0 first; each risk once. */
export function badges(risks: CaseRow["risks"], names: DeskNames): RiskBadge[] {
  const once = new Map(risks.map((risk) => [risk.slug, risk]));
  return [...once.values()]
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    .map(({ slug, level }) => ({ slug, level, name: names.risk(slug).name }));
}

interface Deps {
  store: Store;
  access: Access;
  staff: StaffSource;
  names: DeskNames;
  zone: string;
  now: () => string;
}

/** One line as `staff` sees it. The summary is masked once more than the store promises: lists never show a number. */
export function itemOf(
  row: CaseRow,
  staff: StaffMember,
  deps: Pick<Deps, "staff" | "names" | "zone" | "now">,
): CaseItem {
  const { names } = deps;
  return {
    key: row.key,
    ref: row.number ?? row.record,
    record: row.record,
    number: row.number,
    status: row.status,
    summary: maskPersonal(row.summary),
    business: row.business && names.business(row.business),
    reason: row.reason && names.reason(row.reason),
    department: names.department(row.department),
    owner: row.owner && { id: row.owner.id, name: nameOf(deps.staff(), row.owner.id) },
    mine: row.owner?.id === staff.id,
    channel: row.channel,
    language: row.language,
    receivedAt: row.receivedAt,
    clock: clockOf(row, deps.zone, deps.now()),
    emotion: { level: row.emotion, name: EMOTION[row.emotion] },
    risks: badges(row.risks, names),
  };
}

export function createCaseList(deps: Deps) {
  const { store, access } = deps;

  async function visible(
    staff: StaffMember,
    status: CaseRow["status"] | undefined,
    fits: (row: CaseRow) => boolean = () => true,
  ): Promise<{ rows: CaseRow[]; more: boolean }> {
    const read: CaseRow[] = [];
    for (let page = await store.cases({ ...(status ? { status } : {}), limit: PAGE }); ; ) {
      read.push(...page);
      const after = page.at(-1)?.key;
      if (after === undefined || page.length < PAGE || read.length >= READ_AT_MOST) break;
      page = await store.cases({ ...(status ? { status } : {}), limit: PAGE, after });
    }
    const fitting = read.filter(fits);
    const seen = await Promise.all(fitting.map((row) => access.sees(staff, row)));
    return { rows: fitting.filter((_, index) => seen[index]), more: read.length >= READ_AT_MOST };
  }

  /** Instant until which somebody rings the customer of a closed case. */
  async function callBackBy({ key }: CaseRow): Promise<string | null> {
    const life = await store.lives.row(key);
    return life?.stage === "closed" ? life.next : null;
  }

  const urgent = (row: CaseRow) => row.risks.some((risk) => risk.level !== "P2");

  return {
    /** Refused only for roles without case content. */
    async list(staff: StaffMember, filters: ListFilters): Promise<Outcome<CaseList>> {
      if (powersOf(staff).scope === "none") return refuse("not-allowed");
      const now = deps.now();
      const today = stamp(now, deps.zone).date;
      const open = await visible(staff, "open");
      const fits: Record<keyof CaseList["counts"], (row: CaseRow) => boolean> = {
        open: () => true,
        mine: (row) => row.owner?.id === staff.id,
        unclaimed: (row) => row.owner === null,
        today: (row) => row.due === today,
        overdue: (row) => row.due < today,
        urgent,
      };
      const count = (view: keyof CaseList["counts"]) => open.rows.filter(fits[view]).length;
      const counts = {
        open: count("open"),
        mine: count("mine"),
        unclaimed: count("unclaimed"),
        today: count("today"),
        overdue: count("overdue"),
        urgent: count("urgent"),
      };

      const wanted = filters.search?.trim().toUpperCase() ?? "";
      const { view } = filters;
      let rows: CaseRow[];
      let more = open.more;
      if (wanted !== "") {
        const named = (row: CaseRow) => `${row.number ?? ""} ${row.record}`.toUpperCase().includes(wanted);
        const all = await visible(staff, undefined, named);
        rows = all.rows;
        more = all.more;
      } else if (view === "call-back") {
        const resolved = await visible(staff, "resolved");
        const owed = await Promise.all(resolved.rows.map(async (row) => [row, await callBackBy(row)] as const));
        rows = owed
          .filter(([, by]) => by !== null)
          .sort(([, a], [, b]) => String(a).localeCompare(String(b)))
          .map(([row]) => row);
        more = resolved.more;
      } else if (view === "closed") {
        const [resolved, withdrawn] = await Promise.all([visible(staff, "resolved"), visible(staff, "withdrawn")]);
        rows = [...resolved.rows, ...withdrawn.rows].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
        more = resolved.more || withdrawn.more;
      } else {
        // Danger before any date; the rest stays in the order it falls due.
        const danger = (row: CaseRow) => (row.risks.some((risk) => risk.level === "P0") ? 0 : 1);
        rows = open.rows.filter(fits[view]).sort((a, b) => danger(a) - danger(b));
      }
      const items = rows.slice(0, SHOWN_AT_MOST).map((row) => itemOf(row, staff, deps));
      return granted({ items, counts, more: more || rows.length > SHOWN_AT_MOST });
    },

    /** Cases a colleague offers to this person, who has not said yes or no. */
    async offered(staff: StaffMember): Promise<Outcome<CaseItem[]>> {
      if (powersOf(staff).scope === "none") return refuse("not-allowed");
      const { rows } = await visible(staff, "open");
      const lives = await Promise.all(rows.map((row) => store.lives.row(row.key)));
      const mine = rows.filter((_, index) => lives[index]?.offeredTo === staff.id);
      return granted(mine.map((row) => itemOf(row, staff, deps)));
    },

    /** P0 and P1 cases nobody has taken, P0 first, then in order of receipt. */
    async alerts(staff: StaffMember): Promise<Outcome<CaseItem[]>> {
      if (powersOf(staff).scope === "none") return refuse("not-allowed");
      const { rows } = await visible(staff, "open", (row) => row.owner === null && urgent(row));
      const level = (row: CaseRow) => (row.risks.some((risk) => risk.level === "P0") ? 0 : 1);
      const waiting = rows.sort((a, b) => level(a) - level(b) || (a.receivedAt < b.receivedAt ? -1 : 1));
      return granted(waiting.map((row) => itemOf(row, staff, deps)));
    },
  };
}
