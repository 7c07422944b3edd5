/**
 * The short life of what is no complaint: received, read, forwarded or answered, done. Pure; folded from its steps.
 * Steps hold codes, ids and instants only: what the customer wrote, and what they are answered, lies in the conversation.
 */
export const TRACK_KINDS = ["suggestion", "praise", "report"] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];
export type TrackStage = "received" | "read" | "forwarded" | "answered" | "done";

export type TrackStep = { at: string; by: string } & (
  | { type: "read" }
  | { type: "forward"; department: string }
  | { type: "answer" }
  | { type: "finish" }
);
export type TrackAsk =
  | { type: "read" }
  | { type: "forward"; department: string }
  | { type: "answer" }
  | { type: "finish" };

export interface Track {
  stage: TrackStage;
  /** Staff ids, each once, in the order they first read it. */
  readBy: string[];
  forwardedTo: string | null;
  answeredAt: string | null;
  doneAt: string | null;
}

export function trackOf(steps: readonly TrackStep[]): Track {
  return steps.reduce<Track>(fold, {
    stage: "received",
    readBy: [],
    forwardedTo: null,
    answeredAt: null,
    doneAt: null,
  });
}

function fold(track: Track, step: TrackStep): Track {
  switch (step.type) {
    case "read":
      return {
        ...track,
        stage: track.stage === "received" ? "read" : track.stage,
        readBy: track.readBy.includes(step.by) ? track.readBy : [...track.readBy, step.by],
      };
    case "forward":
      return { ...track, stage: track.stage === "answered" ? "answered" : "forwarded", forwardedTo: step.department };
    case "answer":
      return { ...track, stage: "answered", answeredAt: track.answeredAt ?? step.at };
    case "finish":
      return { ...track, stage: "done", doneAt: step.at };
  }
}

/** The step, null where it changes nothing, or why it can't be taken. */
export function stepFor(track: Track, ask: TrackAsk, by: string, at: string): TrackStep | null | "over" | "not-read" {
  switch (ask.type) {
    case "read":
      return track.readBy.includes(by) ? null : { type: "read", at, by };
    case "finish":
      if (track.stage === "done") return null;
      return track.readBy.length === 0 ? "not-read" : { type: "finish", at, by };
    case "answer":
      if (track.stage === "done") return "over";
      return track.answeredAt === null ? { type: "answer", at, by } : null;
    case "forward":
      if (track.stage === "done") return "over";
      return track.forwardedTo === ask.department ? null : { type: "forward", at, by, department: ask.department };
  }
}
