/** tracks.yaml: suggestion, praise and whistle-blowing, each on a track of its own. */
import { z } from "zod";
import { Bilingual } from "../terms.ts";
import { Role } from "./staff.ts";

const Track = z
  .strictObject({
    names: Bilingual,
    /** Calendar days from receipt until it is answered or done with. */
    days: z.number().int().min(1).max(366),
    readBy: z.array(Role).min(1),
    handledBy: z.array(Role).min(1),
    /** Whoever it names, and everybody of an outlet it names, never sees it; nor does anybody see who wrote it. */
    closed: z.boolean(),
  })
  .refine(({ readBy, handledBy }) => handledBy.every((role) => readBy.includes(role)), {
    path: ["handledBy"],
    message: "who handles it has to read it",
  })
  .refine(({ readBy, handledBy }) => ![...readBy, ...handledBy].includes("admin"), {
    path: ["readBy"],
    message: "administrators see no content",
  })
  .refine(({ handledBy }) => !handledBy.includes("auditor"), {
    path: ["handledBy"],
    message: "auditors read and change nothing",
  });

export const Tracks = z.strictObject({
  tracks: z.strictObject({ suggestion: Track, praise: Track, report: Track }),
});
export type Tracks = z.infer<typeof Tracks>;
