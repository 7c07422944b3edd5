/**
 * What the policies left open: questions nobody could answer, put together where they ask the same, and what becomes of them.
 *
 * Promises
 * - Nothing written here is told to customers by itself: a draft is text for the bank's folder, and an entry counts once a
 *   second person approved it.
 * - Questions are shown masked, and are gone when the customer is erased.
 */
import type { Entry, GapStore } from "../store/gaps.ts";
import { powersOf } from "./permissions.ts";
import { draftPolicy } from "./policy-draft.ts";
import { granted, type Outcome, refuse } from "./refusal.ts";
import { DESK_CHAIN } from "./sign-in.ts";
import { actorOf, type StaffMember } from "./staff.ts";

/** Questions that ask the same. */
export interface GapGroup {
  ids: string[];
  /** The newest first. */
  questions: string[];
  count: number;
  latest: string;
  unclear: number;
}

export interface GapsView {
  groups: GapGroup[];
  entries: (Entry & { mayApprove: boolean })[];
  /** What is wrong in the bank's folder now; what stood there before is in force. */
  problems: { file: string; line: number; message: string }[];
}

export interface GapDesk {
  gaps(staff: StaffMember): Promise<Outcome<GapsView>>;
  /** A policy file to start from, with the questions as they were asked. Kept nowhere. */
  draftGap(staff: StaffMember, ids: readonly string[]): Promise<Outcome<{ name: string; text: string }>>;
  /** Done with: the policy was written, or it is none of the bank's business. */
  settleGap(staff: StaffMember, ids: readonly string[]): Promise<Outcome<null>>;
  /** Proposes an entry; settles the questions it is about. */
  proposeEntry(
    staff: StaffMember,
    entry: { kind: Entry["kind"]; title: string; text: string; caseRef: string | null; ids: readonly string[] },
  ): Promise<Outcome<null>>;
  /** By somebody else than who wrote it. */
  approveEntry(staff: StaffMember, id: string): Promise<Outcome<null>>;
}

export interface GapDeskDeps {
  gaps: GapStore;
  /** Places of the texts that ask the same. */
  group: (texts: readonly string[]) => number[][];
  problems: () => readonly { file: string; line: number; message: string }[];
  /** Key of a case that is closed; null where there is none. */
  closedCase: (ref: string) => Promise<string | null>;
  audit: (
    chain: string,
    at: string,
    note: { actor: string; action: string; detail: Record<string, string | number> },
  ) => Promise<void>;
  now: () => string;
  newId: () => string;
}

const LONGEST = { title: 200, text: 2000 };

export function createGapDesk(deps: GapDeskDeps): GapDesk {
  const { gaps, now } = deps;
  const curates = (staff: StaffMember) => powersOf(staff).curates;
  const audit = (staff: StaffMember, action: string, detail: Record<string, string | number>) =>
    deps.audit(DESK_CHAIN, now(), { actor: actorOf(staff), action, detail });

  return {
    async gaps(staff) {
      if (!curates(staff)) return refuse("not-allowed");
      const open = await gaps.openGaps();
      const groups = deps.group(open.map(({ text }) => text)).map((places): GapGroup => {
        const own = places.flatMap((place) => open[place] ?? []);
        return {
          ids: own.map(({ id }) => id),
          questions: [...new Set(own.map(({ text }) => text))],
          count: own.length,
          latest: own[0]?.at ?? "",
          unclear: own.filter(({ kind }) => kind === "unclear").length,
        };
      });
      const entries = (await gaps.entries()).map((entry) => ({
        ...entry,
        mayApprove: entry.approved === null && entry.by.id !== staff.id,
      }));
      groups.sort((a, b) => b.count - a.count || b.latest.localeCompare(a.latest));
      return granted({ groups, entries, problems: [...deps.problems()] });
    },

    async draftGap(staff, ids) {
      if (!curates(staff)) return refuse("not-allowed");
      const chosen = (await gaps.openGaps()).filter(({ id }) => ids.includes(id));
      const [first] = chosen;
      if (!first) return refuse("not-found");
      await audit(staff, "gap-drafted", { questions: chosen.length });
      return granted(draftPolicy(first.language, [...new Set(chosen.map(({ text }) => text))], now().slice(0, 10)));
    },

    async settleGap(staff, ids) {
      if (!curates(staff)) return refuse("not-allowed");
      await gaps.settleGaps(ids, now());
      await audit(staff, "gap-settled", { questions: ids.length });
      return granted(null);
    },

    async proposeEntry(staff, { kind, title, text, caseRef, ids }) {
      if (!curates(staff) && !powersOf(staff).works) return refuse("not-allowed");
      if (title.trim() === "" || text.trim() === "") return refuse("empty");
      if (title.length > LONGEST.title || text.length > LONGEST.text) return refuse("too-long");
      const caseKey = caseRef === null ? null : await deps.closedCase(caseRef);
      if (kind === "from-case" && caseKey === null) return refuse("not-found");
      const id = deps.newId();
      const by = { id: staff.id, name: staff.name };
      await gaps.addEntry({ id, kind, title: title.trim(), text: text.trim(), caseKey, at: now(), by });
      if (curates(staff)) await gaps.settleGaps(ids, now());
      await audit(staff, "entry-proposed", { entry: id });
      return granted(null);
    },

    async approveEntry(staff, id) {
      if (!curates(staff)) return refuse("not-allowed");
      const entry = (await gaps.entries()).find((one) => one.id === id);
      if (!entry) return refuse("not-found");
      if (entry.by.id === staff.id) return refuse("second-person");
      await gaps.approve(id, now(), { id: staff.id, name: staff.name });
      await audit(staff, "entry-approved", { entry: id });
      return granted(null);
    },
  };
}
