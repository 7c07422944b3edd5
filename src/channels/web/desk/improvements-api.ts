/** The part of the desk's API that is about improvement tasks. */
import type { Hono } from "hono";
import { z } from "zod";
import type { ImprovementDesk } from "../../../desk/improvements.ts";
import { AXES } from "../../../desk/reports/figures.ts";
import { answer, type DeskEnv, parsed, readBody } from "./asked.ts";

const Id = z.string().min(1).max(100);
const Revision = z.number().int().min(0);
const Text = z.string().max(2_000);
const Only = z.partialRecord(z.enum(AXES), z.string().max(60));
const Refs = z
  .string()
  .max(2_000)
  .default("")
  .transform((text) => text.split(/[\s,，、]+/u).filter((ref) => ref !== ""));

const StartQuery = z.object({ cases: Refs, incident: Id.nullable().default(null) });
const Days = z.coerce.number().int().min(1).max(400);
const OpenBody = z.object({
  what: Text,
  department: Id,
  staff: Id.nullable(),
  dueOn: z.iso.date(),
  cases: z.array(Id).max(100),
  incident: Id.nullable(),
  measure: z.object({ only: Only, days: z.number(), fall: z.number() }),
});
const DoneBody = z.object({ revision: Revision, what: Text });
const CheckBody = z.object({ revision: Revision });

export function addImprovementRoutes(api: Hono<DeskEnv>, desk: ImprovementDesk): void {
  api.get("/improvements", async (c) => {
    const { body, status } = answer(await desk.tasks(c.var.staff));
    return c.json(body, status);
  });

  api.get("/improvements/due", async (c) => {
    const { body, status } = answer(await desk.dueTasks(c.var.staff));
    return c.json(body, status);
  });

  api.get("/improvements/start", async (c) => {
    const { body, status } = answer(await desk.startTask(c.var.staff, parsed(StartQuery, c.req.query())));
    return c.json(body, status);
  });

  api.get("/improvements/count", async (c) => {
    const { days, ...rest } = c.req.query();
    const only = parsed(Only, rest);
    const { body, status } = answer(await desk.countKind(c.var.staff, only, parsed(Days, days)));
    return c.json(body, status);
  });

  api.post("/improvements", async (c) => {
    const { body, status } = answer(await desk.openTask(c.var.staff, await readBody(c, OpenBody)));
    return c.json(body, status);
  });

  api.post("/improvements/:id/done", async (c) => {
    const asked = await readBody(c, DoneBody);
    const { body, status } = answer(await desk.finishTask(c.var.staff, c.req.param("id"), asked));
    return c.json(body, status);
  });

  api.post("/improvements/:id/check", async (c) => {
    const asked = await readBody(c, CheckBody);
    const { body, status } = answer(await desk.checkTask(c.var.staff, c.req.param("id"), asked.revision));
    return c.json(body, status);
  });
}
