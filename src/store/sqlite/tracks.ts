/** Steps of suggestions, praise and reports in SQLite, one row each: never changed, never taken away. */
import type { TrackStep } from "../../cases/tracks/track.ts";
import type { StoredTrack, TrackStore } from "../tracks.ts";
import type { Slots, Statements } from "./statements.ts";
import type { Tables } from "./tables.ts";

type Columns = Tables["track_steps"];

export function createTracks(
  { db, prepare }: Statements,
  { read, write }: { read: <T>(look: () => T) => Promise<T>; write: <T>(work: () => T) => Promise<T> },
): TrackStore {
  const select = prepare((p: Slots<{ record: string }>) =>
    db.selectFrom("track_steps").selectAll().where("record", "=", p.record).orderBy("seq"),
  );
  const insert = prepare((p: Slots<Columns>) => db.insertInto("track_steps").values(p));
  const stored = (record: string): StoredTrack => {
    const rows = select.all({ record });
    return { version: rows.length, steps: rows.map(stepOf) };
  };
  return {
    track: (record) => read(() => stored(record)),
    addTrackStep: (record, version, step) =>
      write(() => {
        if (stored(record).version !== version) return false;
        const { type, at, by } = step;
        const department = step.type === "forward" ? step.department : null;
        insert.run({ record, seq: version + 1, type, at, staff_id: by, department });
        return true;
      }),
  };
}

function stepOf({ type, at, staff_id: by, department }: Columns): TrackStep {
  return type === "forward" ? { type, at, by, department: department ?? "" } : { type, at, by };
}
