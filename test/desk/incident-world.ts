/** An alert as the watch would have raised it, over complaints of the desk's world. */
import type { AlertRow, ComplaintRef } from "../../src/store/incidents.ts";
import type { World } from "./bank-of-tests.ts";

export async function refOf(world: World, number: string): Promise<ComplaintRef> {
  const row = await world.store.case(number);
  if (!row) throw new Error(`no case ${number}`);
  return { record: row.record, conversation: row.conversation, matter: row.matter, receivedAt: row.receivedAt };
}

export async function raiseAlert(
  world: World,
  numbers: readonly string[],
  change: Partial<AlertRow> = {},
): Promise<string> {
  const complaints = await Promise.all(numbers.map((number) => refOf(world, number)));
  const at = world.now();
  const alert: AlertRow = {
    id: world.newId(),
    status: "new",
    raisedAt: at,
    updatedAt: at,
    since: at,
    kinds: [["sign:sign-in", "venue:mobile-app"]],
    complaints,
    among: 23,
    usual: 0.31,
    surprise: 9.4,
    by: null,
    incident: null,
    reason: null,
    ...change,
  };
  const note = { actor: "system", action: "alert-raised", detail: { alert: alert.id } };
  await world.store.incidents.saveAlert(alert, at, note);
  return alert.id;
}
