/** The Slack office over the whole product: customers who talk, cases that have lives, an outbox that tells Slack. */
import { randomUUID } from "node:crypto";
import pino from "pino";
import { deskNames } from "../../../src/desk/bank-names.ts";
import { createDesk } from "../../../src/desk/desk.ts";
import type { StaffSurface } from "../../../src/desk/surface.ts";
import { createIncidents } from "../../../src/incidents.ts";
import { createLive } from "../../../src/store/live.ts";
import { checkPromise } from "../../../src/wording/guard.ts";
import { type InProcess, startInProcess } from "../../system/in-process.ts";
import { type Office, openOffice } from "./office.ts";

export interface LivingOffice {
  app: InProcess;
  office: Office;
  /** What the customer has read so far. */
  heard(conversation: string): Promise<string[]>;
  /** A complaint that has become a case with its card; `ref` is the case's key. */
  complaint(text: string): Promise<{ ref: string; number: string; conversation: string }>;
}

export async function openLivingOffice(settings?: Parameters<typeof openOffice>[0]): Promise<LivingOffice> {
  const surfaces: StaffSurface[] = [];
  const app = await startInProcess({ start: "2026-11-23T02:00:00.000Z", surfaces });
  const { store, now } = app;
  const bank = { ...app.content.bank, staff: [...app.content.bank.staff] };
  const live = createLive();
  const incidents = createIncidents({ content: { bank }, store, live, log: pino({ level: "silent" }), now });
  const newId = () => randomUUID();
  const office = await openOffice(settings, async (intake) => ({
    caseLife: app.life,
    surfaces,
    world: {
      bank,
      store,
      memory: store.slack,
      gaps: store,
      live,
      incidents,
      now,
      newId,
      desk: createDesk({
        store,
        gaps: store,
        commands: { command: app.intake.command, typing: () => undefined },
        intake,
        caseLife: app.life,
        tracks: { kept: store, bank: () => bank },
        calendar: bank.calendar,
        staff: () => bank,
        names: deskNames(() => bank),
        zone: bank.profile.zone,
        now,
        newId,
        checkPromise,
        staffToldElsewhere: () => true,
      }),
      setNow: () => {
        throw new Error("the product's clock passes by minutes");
      },
      pass: () => {
        throw new Error("the product's clock passes by minutes");
      },
      person(id, change) {
        const index = bank.staff.findIndex((one) => one.id === id);
        const known = bank.staff[index];
        if (!known) throw new Error(`nobody called ${id}`);
        const made = { ...known, ...change };
        bank.staff[index] = made;
        return made;
      },
      close: () => app.close(),
    },
  }));
  return {
    app,
    office,
    heard: async (conversation) => (await app.waiting(conversation)).map(({ text }) => text ?? ""),
    async complaint(text) {
      const conversation = await app.open();
      await app.says(conversation, text);
      const row = (await store.cases({ limit: 100 })).find((one) => one.conversation === conversation);
      return { ref: row?.key ?? "", number: row?.number ?? "", conversation };
    },
  };
}
