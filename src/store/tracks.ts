/** What staff did with suggestions, praise and reports, as it is kept: codes, ids and instants only. */
import type { TrackStep } from "../cases/tracks/track.ts";

export interface StoredTrack {
  version: number;
  /** In order. */
  steps: TrackStep[];
}

export interface TrackStore {
  /** Version 0 and no steps where nobody has looked yet. */
  track(record: string): Promise<StoredTrack>;
  /** Added whole on the version it was decided on, else false and nothing has changed. */
  addTrackStep(record: string, version: number, step: TrackStep): Promise<boolean>;
}
