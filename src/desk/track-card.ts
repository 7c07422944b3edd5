/**
 * Suggestions, praise and reports as a card shows them to a whole channel. A card belongs to nobody, so whoever reads the
 * channel has to be allowed to see it; of a closed one (whistle-blowing) it holds number, stage and day only.
 */
import type { Bilingual } from "../bank/terms.ts";
import { type TrackKind, trackOf } from "../cases/tracks/track.ts";
import type { RecordRow } from "../store/store.ts";
import type { DeskNames } from "./names.ts";
import { nameOf, type StaffMember } from "./staff.ts";
import { STAGE_OF, TRACK_STAGE } from "./track-names.ts";
import { createTrackSight, MOST, type TrackItem, type TrackSightDeps } from "./track-sight.ts";

export interface TrackCard extends Omit<TrackItem, "summary"> {
  /** Null on a closed one, and once the customer was erased. */
  summary: string | null;
  closed: boolean;
  steps: { at: string; name: Bilingual; by: string; to: Bilingual | null }[];
  /** Something may still be done with it by those who handle its kind. */
  open: boolean;
  answered: boolean;
  maySee(staff: StaffMember): boolean;
}

export interface TrackCards {
  /** Of a kind, the oldest first. */
  records(kind: TrackKind): Promise<RecordRow[]>;
  /** How many steps were taken, without anything else being read. */
  version(record: string): Promise<number>;
  card(row: RecordRow, kind: TrackKind): Promise<TrackCard>;
}

export function createTrackCards(deps: TrackSightDeps & { names: Pick<DeskNames, "department"> }): TrackCards {
  const { store, kept } = deps;
  const { trackFor, found, sees, itemOf } = createTrackSight(deps);

  return {
    records: (kind) => store.records({ kind, limit: MOST }),
    version: async (record) => (await kept.track(record)).version,

    async card(row, kind) {
      const one = await found(row, kind);
      const { summary, ...item } = await itemOf(one);
      const { steps } = await kept.track(row.record);
      const { closed } = trackFor(kind);
      const track = trackOf(steps);
      return {
        ...item,
        summary: closed || !one.note ? null : summary,
        closed,
        steps: closed
          ? []
          : steps.map((step) => ({
              at: step.at,
              name: TRACK_STAGE[STAGE_OF[step.type]],
              by: nameOf(deps.staff(), step.by),
              to: step.type === "forward" ? deps.names.department(step.department) : null,
            })),
        open: track.stage !== "done",
        answered: track.answeredAt !== null,
        maySee: (staff) => sees(staff, one),
      };
    },
  };
}
