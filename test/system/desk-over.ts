/** The staff's desk over the whole product in memory. */
import { randomUUID } from "node:crypto";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import type { StaffMember } from "../../src/desk/staff.ts";
import { createLive, type Live } from "../../src/store/live.ts";
import type { InProcess } from "./in-process.ts";

export interface DeskOver {
  desk: Desk;
  /** Where open pages hear of what changed. */
  live: Live;
  /** One of the shipped bank's staff; with `change`, a colleague like them who is on the list from now on. */
  person(id: string, change?: Partial<StaffMember>): StaffMember;
}

export function deskOver(app: InProcess): DeskOver {
  const shipped = app.content.bank;
  // A list of its own: the shipped bank is read once for all tests.
  const bank = { ...shipped, staff: [...shipped.staff] };
  const live = createLive();
  const desk = createDesk({
    store: app.store,
    commands: app.intake,
    caseLife: app.life,
    staff: () => bank,
    names: deskNames(() => bank),
    zone: bank.profile.zone,
    reports: { reports: app.store.reports, bank: () => bank },
    tracks: { kept: app.store, bank: () => bank },
    gaps: app.store,
    live,
    now: app.now,
    newId: randomUUID,
  });
  return {
    desk,
    live,
    person(id, change) {
      const like = bank.staff.find((one) => one.id === id);
      if (!like) throw new Error(`nobody called ${id}`);
      if (!change) return like;
      const made = { ...like, ...change };
      bank.staff = [...bank.staff.filter((one) => one.id !== made.id), made];
      return made;
    },
  };
}
