/** Words for the stages of suggestions, praise and reports. */
import type { Bilingual } from "../bank/terms.ts";
import type { TrackStage } from "../cases/tracks/track.ts";

export const TRACK_STAGE: Record<TrackStage, Bilingual> = {
  received: { zh: "已收到", en: "Received" },
  read: { zh: "已阅", en: "Read" },
  forwarded: { zh: "已转部门", en: "Forwarded" },
  answered: { zh: "已答复", en: "Answered" },
  done: { zh: "已办完", en: "Done" },
};

/** Where each step leads. */
export const STAGE_OF = { read: "read", forward: "forwarded", answer: "answered", finish: "done" } as const;
