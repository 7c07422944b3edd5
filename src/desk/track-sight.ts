/** Suggestions, praise and reports as they are kept, who may see which, and what is shown of each. */
import type { Bank } from "../bank/bank.ts";
import type { Bilingual } from "../bank/terms.ts";
import { namedIn } from "../cases/recusal.ts";
import { TRACK_KINDS, type TrackKind, type TrackStage, trackOf } from "../cases/tracks/track.ts";
import { addDays, dayIn } from "../cases/zone.ts";
import type { Note, State } from "../flows/conversation.ts";
import { maskPersonal } from "../privacy/mask.ts";
import type { RecordRow, Store } from "../store/store.ts";
import type { TrackStore } from "../store/tracks.ts";
import { maskFor } from "./masking.ts";
import type { StaffMember, StaffSource } from "./staff.ts";
import { TRACK_STAGE } from "./track-names.ts";

export interface TrackItem {
  record: string;
  kind: TrackKind;
  kindName: Bilingual;
  stage: { slug: TrackStage; name: Bilingual };
  receivedOn: string;
  /** ISO date until which it is answered or done with. */
  due: string;
  late: boolean;
  /** The first words, masked. */
  summary: string;
}

export interface TrackSightDeps {
  store: Pick<Store, "records" | "load">;
  kept: Pick<TrackStore, "track">;
  staff: StaffSource;
  bank: () => Pick<Bank, "tracks">;
  zone: string;
  now: () => string;
}

/** One of them, with what the conversation says of it. */
export interface FoundTrack {
  row: RecordRow;
  kind: TrackKind;
  note: Note | null;
  state: State | null;
}

/** Records read of each kind. */
export const MOST = 5_000;
const SUMMARY = 80;

export function createTrackSight(deps: TrackSightDeps) {
  const { store, kept, now, zone } = deps;
  const trackFor = (kind: TrackKind) => deps.bank().tracks[kind];
  const mayRead = (staff: StaffMember, kind: TrackKind) => trackFor(kind).readBy.includes(staff.role);

  async function found(row: RecordRow, kind: TrackKind): Promise<FoundTrack> {
    const state = (await store.load(row.conversation))?.state ?? null;
    return { row, kind, state, note: state?.notes.find((one) => one.record === row.record) ?? null };
  }

  /** Of a closed track: nobody it names, nobody of an outlet it names; once its words are gone nobody can tell, and auditors are left. */
  function sees(staff: StaffMember, { kind, note }: FoundTrack): boolean {
    if (!mayRead(staff, kind)) return false;
    if (!trackFor(kind).closed) return true;
    return note ? !namedIn(deps.staff(), note.words).staff.includes(staff.id) : staff.role === "auditor";
  }

  async function all(staff: StaffMember): Promise<FoundTrack[]> {
    const kinds = TRACK_KINDS.filter((kind) => mayRead(staff, kind));
    const lists = await Promise.all(
      kinds.map(async (kind) => {
        const rows = await store.records({ kind, limit: MOST });
        return Promise.all(rows.map((row) => found(row, kind)));
      }),
    );
    return lists.flat().filter((one) => sees(staff, one));
  }

  function maskedWords({ note, state }: FoundTrack): string | null {
    return note && state ? maskPersonal(maskFor(state)(note.words)) : null;
  }

  async function itemOf(one: FoundTrack): Promise<TrackItem> {
    const track = trackOf((await kept.track(one.row.record)).steps);
    const due = addDays(dayIn(zone, one.row.receivedAt), trackFor(one.kind).days);
    const over = track.doneAt ?? track.answeredAt ?? now();
    return {
      record: one.row.record,
      kind: one.kind,
      kindName: trackFor(one.kind).names,
      stage: { slug: track.stage, name: TRACK_STAGE[track.stage] },
      receivedOn: dayIn(zone, one.row.receivedAt),
      due,
      late: dayIn(zone, over) > due,
      summary: (maskedWords(one) ?? "").slice(0, SUMMARY),
    };
  }

  return { trackFor, mayRead, found, sees, all, maskedWords, itemOf };
}
