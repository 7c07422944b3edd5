/** Reminds owners of improvement tasks: before the last day, on it, each week after it, and when the effect can be checked. */
import type { Logger } from "pino";
import { type ReminderKind, reminderOf } from "../cases/improvements/effect.ts";
import { dayIn } from "../cases/zone.ts";
import type { ImprovementStore } from "../store/improvements.ts";
import type { Live } from "../store/live.ts";
import { codeOf, type Worker } from "./clocks.ts";

export interface ReminderParts {
  improvements: ImprovementStore;
  live: Pick<Live, "publish">;
  zone: string;
  log: Pick<Logger, "error">;
  now: () => string;
}

/** Reminders go by days; a look in this time, ms, is soon enough after midnight. */
const EVERY = 15 * 60_000;
const READ = 1_000;

/**
 * Gives every reminder that is due and was not given before, and says which. Each leaves an entry in the audit and shows on the desk
 * of whoever has something to do; after days of standstill the newest of each task is given, not one for each day.
 */
export async function remindOwners(parts: ReminderParts): Promise<{ task: string; kind: ReminderKind }[]> {
  const { improvements, zone, now } = parts;
  const at = now();
  const known = await improvements.reminded();
  const given: { task: string; kind: ReminderKind }[] = [];
  for (const task of await improvements.tasks(READ)) {
    const days = { openedOn: dayIn(zone, task.openedAt), doneOn: task.done ? dayIn(zone, task.done.at) : null };
    const reminder = reminderOf(task, { today: dayIn(zone, at), ...days });
    if (!reminder || known.get(task.id)?.has(reminder.key)) continue;
    const { department, staff } = task.owner;
    const detail = { task: task.id, kind: reminder.kind, department, ...(staff === null ? {} : { staff }) };
    const note = { actor: "clock", action: "task-reminded", detail };
    if (await improvements.remind(task.id, reminder.key, at, note)) given.push({ task: task.id, kind: reminder.kind });
  }
  if (given.length > 0) parts.live.publish("desk", { kind: "changed" });
  return given;
}

export function startImprovementReminders(parts: ReminderParts): Worker {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = remindOwners(parts).catch((error: unknown) => {
      parts.log.error({ code: codeOf(error) }, "improvement tasks could not be looked at");
    });
  };
  const timer = setInterval(look, EVERY);
  look();
  return {
    wake: look,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
