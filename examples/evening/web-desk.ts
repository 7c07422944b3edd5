/** One of the staff at the web desk: signed in by a one-time link, each step as the desk's own pages send it. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { DeskStep } from "../../src/desk/life-steps.ts";
import { signIn } from "../outside/clerk.ts";

const Life = z.object({
  stage: z.object({ slug: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
  owner: z.object({ id: z.string() }).nullable(),
  department: z.object({ zh: z.string(), en: z.string() }),
});
export type Life = z.infer<typeof Life>;
const Stepped = z.discriminatedUnion("done", [
  z.object({ done: z.literal(true), life: Life }),
  z.object({ done: z.literal(false), warnings: z.array(z.string()) }),
]);

export interface AtDesk {
  /** Throws where the desk refuses. What the text promises is confirmed. */
  step(ref: string, step: DeskStep): Promise<Life>;
  life(ref: string): Promise<Life>;
}

export async function atDesk(link: string): Promise<AtDesk> {
  const clerk = await signIn(link);
  async function read(answer: Response): Promise<unknown> {
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`the desk refused: ${JSON.stringify(body)}`);
    return body;
  }
  return {
    async step(ref, step) {
      const clientId = randomUUID();
      const ask = async (confirmed: boolean) =>
        Stepped.parse(
          await read(await clerk.post(`cases/${encodeURIComponent(ref)}/life`, { clientId, step, confirmed })),
        );
      const first = await ask(false);
      const done = first.done ? first : await ask(true);
      if (!done.done) throw new Error(`not done: ${done.warnings.join()}`);
      return done.life;
    },
    life: async (ref) => Life.parse(await read(await clerk.get(`cases/${encodeURIComponent(ref)}/life`))),
  };
}
