/** The part of the desk's API that is about mass events. */
import type { Hono } from "hono";
import { z } from "zod";
import type { IncidentDesk } from "../../../desk/incidents.ts";
import { answer, type DeskEnv, readBody } from "./asked.ts";

const Both = z.object({ zh: z.string().max(4_000), en: z.string().max(4_000) });
const Kinds = z.array(z.array(z.string().min(1).max(60)).max(10)).max(20);
const Revision = z.number().int().min(0);
const Id = z.string().min(1).max(100);

const OpenBody = z.object({ name: Both, kinds: Kinds, alert: Id.nullable(), known: Both.nullable() });
const DismissBody = z.object({ reason: z.string().max(2_000) });
const ChangeBody = z.object({ revision: Revision, name: Both, kinds: Kinds });
const TextBody = z.object({ revision: Revision, text: Both, last: z.boolean() });
const ApproveBody = z.object({ revision: Revision });
const LinkBody = z.object({ ref: z.string().min(1).max(200) });
const UnlinkBody = z.object({ record: z.string().min(1).max(100) });

export function addIncidentRoutes(api: Hono<DeskEnv>, incidents: IncidentDesk): void {
  api.get("/incidents", async (c) => {
    const { body, status } = answer(await incidents.overview(c.var.staff));
    return c.json(body, status);
  });

  api.get("/incident-alerts/waiting", async (c) => {
    const { body, status } = answer(await incidents.waiting(c.var.staff));
    return c.json(body, status);
  });

  api.get("/emergency", async (c) => {
    const { body, status } = answer(await incidents.plan(c.var.staff));
    return c.json(body, status);
  });

  api.get("/incidents/:id", async (c) => {
    const { body, status } = answer(await incidents.show(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });

  api.post("/incidents", async (c) => {
    const asked = await readBody(c, OpenBody);
    const { body, status } = answer(await incidents.open(c.var.staff, asked));
    return c.json(body, status);
  });

  api.post("/incident-alerts/:id/seen", async (c) => {
    const { body, status } = answer(await incidents.seen(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });

  api.post("/incident-alerts/:id/dismiss", async (c) => {
    const asked = await readBody(c, DismissBody);
    const { body, status } = answer(await incidents.dismiss(c.var.staff, c.req.param("id"), asked.reason));
    return c.json(body, status);
  });

  api.post("/incidents/:id/change", async (c) => {
    const asked = await readBody(c, ChangeBody);
    const { body, status } = answer(await incidents.change(c.var.staff, c.req.param("id"), asked));
    return c.json(body, status);
  });

  api.post("/incidents/:id/text", async (c) => {
    const asked = await readBody(c, TextBody);
    const { body, status } = answer(await incidents.propose(c.var.staff, c.req.param("id"), asked));
    return c.json(body, status);
  });

  api.post("/incidents/:id/approve", async (c) => {
    const asked = await readBody(c, ApproveBody);
    const { body, status } = answer(await incidents.approve(c.var.staff, c.req.param("id"), asked.revision));
    return c.json(body, status);
  });

  api.post("/incidents/:id/link", async (c) => {
    const asked = await readBody(c, LinkBody);
    const { body, status } = answer(await incidents.link(c.var.staff, c.req.param("id"), asked.ref));
    return c.json(body, status);
  });

  api.post("/incidents/:id/unlink", async (c) => {
    const asked = await readBody(c, UnlinkBody);
    const { body, status } = answer(await incidents.unlink(c.var.staff, c.req.param("id"), asked.record));
    return c.json(body, status);
  });
}
