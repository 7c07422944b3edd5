/** Requests about customers' own data, over HTTP. */
import type { Hono } from "hono";
import { z } from "zod";
import type { RightsDesk } from "../../../desk/rights.ts";
import type { StaffMember } from "../../../desk/staff.ts";
import { CounterProof, CounterRight } from "../../../flows/rights.ts";
import { answer, type DeskEnv, readBody, STATUS } from "./asked.ts";
import { rightsPrint } from "./rights-print.ts";

const Id = z.string().min(1).max(200);
const Deed = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["delete", "shown", "copied", "corrected"]) }),
  z.object({ kind: z.literal("decline"), why: z.string().max(2_000) }),
]);
const Correction = z.object({ conversation: Id, matter: Id, fact: Id, text: z.string().max(2_000) });
const Registration = z.object({ ref: Id, right: CounterRight, proof: CounterProof });
const Reason = z.object({ why: z.string().max(2_000) });

export function addRightsRoutes(
  api: Hono<DeskEnv>,
  rights: RightsDesk,
  page: { style: string; zone: (staff: StaffMember) => string },
): void {
  api.get("/rights", async (c) => {
    const { body, status } = answer(await rights.requests(c.var.staff));
    return c.json(body, status);
  });
  api.post("/rights", async (c) => {
    const wish = await readBody(c, Registration);
    const { body, status } = answer(await rights.register(c.var.staff, wish));
    return c.json(body, status);
  });
  api.get("/rights/:id/held", async (c) => {
    const { body, status } = answer(await rights.held(c.var.staff, c.req.param("id")));
    return c.json(body, status);
  });
  api.get("/rights/:id/export", async (c) => {
    const id = c.req.param("id");
    const found = await rights.exported(c.var.staff, id, "exported");
    if (!found.ok) return c.json(found.refusal, STATUS[found.refusal.code]);
    return c.body(JSON.stringify(found.value, null, 2), 200, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${id}.json`)}`,
    });
  });
  api.get("/rights/:id/print", async (c) => {
    const found = await rights.exported(c.var.staff, c.req.param("id"), "printed");
    if (!found.ok) return c.json(found.refusal, STATUS[found.refusal.code]);
    const tongue = c.req.query("in") === "en" ? "en" : "zh";
    const zone = page.zone(c.var.staff);
    return c.html(rightsPrint(found.value, { tongue, style: page.style, zone, request: c.req.param("id") }));
  });
  api.post("/rights/:id/answer", async (c) => {
    const deed = await readBody(c, Deed);
    const { body, status } = answer(await rights.answer(c.var.staff, c.req.param("id"), deed));
    return c.json(body, status);
  });
  api.post("/rights/:id/take-back", async (c) => {
    const { why } = await readBody(c, Reason);
    const { body, status } = answer(await rights.takeBack(c.var.staff, c.req.param("id"), why));
    return c.json(body, status);
  });
  api.post("/rights/:id/correct", async (c) => {
    const change = await readBody(c, Correction);
    const { body, status } = answer(await rights.putRight(c.var.staff, c.req.param("id"), change));
    return c.json(body, status);
  });
}
