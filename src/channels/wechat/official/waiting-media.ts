/**
 * Pictures and voices whose message is stored while they themselves are still at WeChat. Each lies as a small file in the
 * data folder until it is fetched, so that a restart goes on; WeChat hands them out for three days.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { jsonOf } from "./access-token.ts";

/** Ids only: no words, no picture. */
const Waiting = z.object({
  /** Of the customer's message at WeChat. */
  id: z.string().regex(/^[\w-]{1,100}$/u),
  openId: z.string(),
  conversation: z.string(),
  kind: z.enum(["image", "voice"]),
  mediaId: z.string(),
  /** Nothing of the message is stored yet: its words are waited for. */
  unheard: z.boolean().default(false),
  /** The file, where it is in the conversation already. */
  attachment: z.string().optional(),
  /** Milliseconds since 1970. */
  since: z.number(),
});
export type Waiting = z.infer<typeof Waiting>;

export interface WaitingMedia {
  /** Durable when it resolves. */
  add(waiting: Waiting): Promise<void>;
  remove(id: string): Promise<void>;
  all(): Promise<Waiting[]>;
}

export function createWaitingMedia(folder: string): WaitingMedia {
  const place = (id: string) => join(folder, `${id}.json`);
  return {
    async add(waiting) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${place(waiting.id)}.part`;
      await writeFile(draft, JSON.stringify(waiting), { mode: 0o600, flush: true });
      await rename(draft, place(waiting.id));
    },
    remove: (id) => rm(place(id), { force: true }),
    async all() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
      return texts.flatMap((text) => Waiting.safeParse(jsonOf(text)).data ?? []);
    },
  };
}
