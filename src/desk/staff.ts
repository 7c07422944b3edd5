/** Who works here, as the desk must know it: people, outlets and tiers of bank/staff.yaml, departments of bank/routing.yaml. */
import type { Bank } from "../bank/bank.ts";
import type { StaffMember } from "../bank/files/staff.ts";

export type { Role, StaffMember } from "../bank/files/staff.ts";

export type StaffDirectory = Pick<Bank, "staff" | "outlets" | "tiers" | "routing">;

/** The directory at this moment: the bank folder may be reloaded while the server runs. */
export type StaffSource = () => StaffDirectory;

/** Who did it, as the audit has it: the same form the intake uses. */
export const actorOf = (staff: Pick<StaffMember, "id">) => `staff:${staff.id}`;

/** The name colleagues see for an actor or a staff id; the id itself for people who left the list. */
export function nameOf(directory: StaffDirectory, actor: string): string {
  const id = actor.replace(/^staff:/, "");
  return directory.staff.find((one) => one.id === id)?.name ?? id;
}

export function findStaff(directory: StaffDirectory, id: string): StaffMember | undefined {
  return directory.staff.find((one) => one.id === id);
}
