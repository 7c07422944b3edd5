/** Duty and presence over HTTP. */
import type { Hono } from "hono";
import { z } from "zod";
import type { DutyDesk } from "../../../desk/duty.ts";
import { answer, type DeskEnv, readBody } from "./asked.ts";

const Presence = z.object({
  state: z.enum(["online", "away", "leave"]),
  until: z.iso.date().nullable().default(null),
  substitute: z.string().min(1).max(100).nullable().default(null),
});
const Switch = z.object({ automatic: z.boolean() });

export function addDutyRoutes(api: Hono<DeskEnv>, duty: DutyDesk): void {
  api.get("/duty", async (c) => {
    const { body, status } = answer(await duty.duty(c.var.staff));
    return c.json(body, status);
  });

  api.get("/presence", async (c) => c.json(await duty.presence(c.var.staff)));

  api.post("/presence", async (c) => {
    const asked = await readBody(c, Presence);
    const { body, status } = answer(await duty.setPresence(c.var.staff, asked));
    return c.json(body, status);
  });

  api.post("/duty/automatic", async (c) => {
    const asked = await readBody(c, Switch);
    const { body, status } = answer(await duty.setAutomatic(c.var.staff, asked.automatic));
    return c.json(body, status);
  });
}
