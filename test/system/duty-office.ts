/** The product in process, with the desk and the rules that offer cases; the test lets them look. */
import { createAssigning } from "../../src/cases/assigning/assigning.ts";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import type { DutyDesk } from "../../src/desk/duty.ts";
import type { StaffMember } from "../../src/desk/staff.ts";
import { createLive, type Live } from "../../src/store/live.ts";
import { type InProcess, startInProcess } from "./in-process.ts";

export interface DutyOffice {
  app: InProcess;
  desk: Desk;
  /** Where open pages hear of what changed. */
  live: Live;
  duty: DutyDesk;
  person(id: string): StaffMember;
  /** A complaint that needs a person; gives its case number. */
  complaint(text: string): Promise<string>;
  /** The rules look once, and what follows is delivered. Steps taken. */
  look(): Promise<number>;
  /** Types of what happened to a case, in order. */
  happened(ref: string): Promise<string[]>;
  /** Staff id the case is offered to, or null. */
  offeredTo(ref: string): Promise<string | null>;
}

export async function openDutyOffice(start: string): Promise<DutyOffice> {
  const app = await startInProcess({ start });
  const { bank } = app.content;
  const failures: unknown[] = [];
  const assigning = createAssigning({
    assignments: app.store.assignments,
    store: app.store,
    life: app.life,
    bank: () => bank,
    now: app.now,
    report: ({ error }) => failures.push(error),
  });
  const live = createLive();
  const whoIsThere = () => {
    assigning.changed();
    live.publish("desk", { kind: "changed" });
  };
  const desk = createDesk({
    store: app.store,
    gaps: app.store,
    commands: { command: app.intake.command, typing: () => undefined },
    caseLife: app.life,
    calendar: bank.calendar,
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    now: app.now,
    newId: () => crypto.randomUUID(),
    duty: { assignments: app.store.assignments, bank: () => bank, changed: whoIsThere },
  });
  if (!desk.duty) throw new Error("the desk keeps no duty");
  const keyOf = async (ref: string) => (await app.store.case(ref))?.key ?? "";
  return {
    app,
    desk,
    live,
    duty: desk.duty,
    person(id) {
      const found = bank.staff.find((one) => one.id === id);
      if (!found) throw new Error(`nobody called ${id} in the shipped bank`);
      return found;
    },
    async complaint(text) {
      const conversation = await app.open();
      await app.says(conversation, text);
      const row = (await app.store.cases({ limit: 100 })).find((one) => one.conversation === conversation);
      if (!row) throw new Error("no case was opened");
      return row.number ?? row.record;
    },
    async look() {
      const steps = await assigning.look();
      await app.deliver();
      if (failures.length > 0) throw failures[0];
      return steps;
    },
    async happened(ref) {
      return (await app.life.read(await keyOf(ref)))?.events.map(({ type }) => type) ?? [];
    },
    async offeredTo(ref) {
      return (await app.store.lives.row(await keyOf(ref)))?.offeredTo ?? null;
    },
  };
}
