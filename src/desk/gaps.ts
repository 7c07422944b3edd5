/**
 * What the policies left open: questions nobody could answer, put together where they ask the same. What becomes of them is
 * written as drafts. Questions are shown masked, and are gone when the customer is erased.
 */
import type { DraftStore } from "../store/drafts.ts";
import type { GapStore } from "../store/gaps.ts";
import { powersOf } from "./permissions.ts";
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
  /** A draft that is to answer some of them. */
  draft: string | null;
}

export interface GapsView {
  groups: GapGroup[];
  /** What is wrong in the bank's folder now; what stood there before is in force. `zh`: the same in Chinese, where there is one. */
  problems: { file: string; line: number; message: string; zh?: string }[];
}

export interface GapDesk {
  gaps(staff: StaffMember): Promise<Outcome<GapsView>>;
  /** Done with: it is none of the bank's business. */
  settleGap(staff: StaffMember, ids: readonly string[]): Promise<Outcome<null>>;
}

export interface GapDeskDeps {
  gaps: GapStore;
  drafts: Pick<DraftStore, "drafts">;
  /** Places of the texts that ask the same. */
  group: (texts: readonly string[]) => number[][];
  problems: () => readonly GapsView["problems"][number][];
  audit: (
    chain: string,
    at: string,
    note: { actor: string; action: string; detail: Record<string, string | number> },
  ) => Promise<void>;
  now: () => string;
}

export function createGapDesk({ gaps, drafts, group, problems, audit, now }: GapDeskDeps): GapDesk {
  return {
    async gaps(staff) {
      if (!powersOf(staff).curates) return refuse("not-allowed");
      const open = await gaps.openGaps();
      const answered = new Map<string, string>();
      for (const { id, status, gaps: ids } of await drafts.drafts())
        if (status !== "published") for (const gap of ids) answered.set(gap, id);
      const groups = group(open.map(({ text }) => text)).map((places): GapGroup => {
        const own = places.flatMap((place) => open[place] ?? []);
        return {
          ids: own.map(({ id }) => id),
          questions: [...new Set(own.map(({ text }) => text))],
          count: own.length,
          latest: own[0]?.at ?? "",
          unclear: own.filter(({ kind }) => kind === "unclear").length,
          draft: own.flatMap(({ id }) => answered.get(id) ?? [])[0] ?? null,
        };
      });
      groups.sort((a, b) => b.count - a.count || b.latest.localeCompare(a.latest));
      return granted({ groups, problems: [...problems()] });
    },

    async settleGap(staff, ids) {
      if (!powersOf(staff).curates) return refuse("not-allowed");
      await gaps.settleGaps(ids, now());
      await audit(DESK_CHAIN, now(), {
        actor: actorOf(staff),
        action: "gap-settled",
        detail: { questions: ids.length },
      });
      return granted(null);
    },
  };
}
