/** Forms for the authorities over HTTP: data, a table for other programs, a page for print. */
import type { Context, Hono } from "hono";
import { z } from "zod";
import { formCsv } from "../../../desk/forms/csv.ts";
import { AUTHORITIES, type Form } from "../../../desk/forms/form.ts";
import type { FormDesk, FormFormat } from "../../../desk/forms/forms.ts";
import type { Outcome } from "../../../desk/refusal.ts";
import { type DeskEnv, parsed, STATUS } from "./asked.ts";
import type { DeskAssets } from "./bundle.ts";
import { formPage } from "./form-page.ts";

const As = z.enum(["json", "csv", "print"]).default("json");
const FeedbackQuery = z.object({ to: z.enum(AUTHORITIES), as: As });
const StatisticsQuery = z.object({ period: z.string().max(10), as: As });

export function addFormRoutes(
  api: Hono<DeskEnv>,
  forms: FormDesk,
  { assets, now }: { assets: DeskAssets; now: () => string },
): void {
  function given(c: Context<DeskEnv>, form: Outcome<Form>, as: FormFormat, file: string) {
    if (!form.ok) return c.json(form.refusal, STATUS[form.refusal.code]);
    if (as === "print") {
      const style = `/desk/assets/${assets.style.hash}.css`;
      return c.html(formPage(form.value, { style, by: c.var.staff.name, at: now() }));
    }
    const type = as === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
    const text = as === "csv" ? formCsv(form.value) : `${JSON.stringify(form.value, null, 2)}\n`;
    return c.body(text, 200, {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${file}.${as}`)}`,
    });
  }

  api.get("/cases/:ref/feedback", async (c) => {
    const { to, as } = parsed(FeedbackQuery, c.req.query());
    const ref = c.req.param("ref");
    return given(c, await forms.feedback(c.var.staff, ref, to, as), as, `feedback-${to}-${ref}`);
  });

  api.get("/statistics", async (c) => {
    const { period, as } = parsed(StatisticsQuery, c.req.query());
    return given(c, await forms.statistics(c.var.staff, period, as), as, `statistics-${period}`);
  });
}
