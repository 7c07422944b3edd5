/**
 * Reminders of improvement tasks, in the channel the bank named for them: the same days as on the desk, each once. A task
 * of which somebody in the channel must not know is not told there; where somebody may not see it, only that one is due.
 */
import type { Bilingual } from "../../bank/terms.ts";
import { type ReminderKind, reminderOf } from "../../cases/improvements/effect.ts";
import { dayIn } from "../../cases/zone.ts";
import { createTaskSight, type TaskSight } from "../../desk/improvement-sight.ts";
import { daysOfTask } from "../../desk/improvement-view.ts";
import type { DeskNames } from "../../desk/names.ts";
import type { StaffDirectory, StaffMember } from "../../desk/staff.ts";
import { maskPersonal } from "../../privacy/mask.ts";
import type { ImprovementStore, TaskRow } from "../../store/improvements.ts";
import type { SlackStore } from "../../store/slack.ts";
import type { Store } from "../../store/store.ts";
import type { Audience } from "./audience.ts";
import { actions, asText, button, type Face, section, shortText } from "./blocks.ts";
import { inBoth, type Speech } from "./people.ts";
import type { Posts } from "./posts.ts";

const KIND: Readonly<Record<ReminderKind, Bilingual>> = {
  soon: { zh: "整改任务快到期", en: "An improvement task is due soon" },
  due: { zh: "整改任务今天到期", en: "An improvement task is due today" },
  overdue: { zh: "整改任务已超期", en: "An improvement task is overdue" },
  check: { zh: "整改效果可以核查了", en: "The effect of an improvement can be checked" },
};
const WORDS = {
  last: { zh: "最后一天", en: "last day" },
  open: { zh: "打开整改任务", en: "Open improvement tasks" },
  label: { zh: "在网页工作台打开整改任务", en: "Open the improvement tasks on the web desk" },
} as const satisfies Record<string, Bilingual>;

const READ = 1_000;
/** Reminders go by days, ms. */
const EVERY_MS = 15 * 60_000;

export interface TaskReminders {
  /** Tells what is due today and was not told. Throws SlackFailure. */
  tell(): Promise<void>;
}

interface Setting {
  first: Speech;
  zone: string;
  deskUrl: string;
  channel: string;
}

export function createTaskReminders(deps: {
  posts: Posts;
  memory: Pick<SlackStore, "post">;
  improvements: Pick<ImprovementStore, "tasks">;
  store: Pick<Store, "case" | "lives" | "load">;
  bank: Parameters<typeof createTaskSight>[0]["bank"];
  names: Pick<DeskNames, "department">;
  audience: Audience;
  setting: Setting;
  now: () => string;
}): TaskReminders {
  const { posts, improvements, audience, setting, now } = deps;
  const sight = createTaskSight(deps);
  let looked = Number.NEGATIVE_INFINITY;

  async function tellOne(task: TaskRow, kind: ReminderKind, key: string): Promise<void> {
    const { channel } = setting;
    const subject = `task/${task.id}`;
    const id = `${subject}/${key}`;
    if ((await deps.memory.post(id))?.ts) return;
    const may = await readersOf(task, deps.bank().staff, sight);
    if (!(await audience.every(channel, (person) => !may.concerned.has(person.id)))) return;
    const open = await audience.every(channel, (person) => may.see.has(person.id));
    const face = faceOf(task, kind, open, setting, deps);
    await posts.once(subject, { ...face, channel, id });
  }

  return {
    async tell() {
      const at = Date.parse(now());
      if (at - looked < EVERY_MS) return;
      const today = dayIn(setting.zone, now());
      for (const task of await improvements.tasks(READ)) {
        const reminder = reminderOf(task, { today, ...daysOfTask(task, setting.zone) });
        if (reminder) await tellOne(task, reminder.kind, reminder.key);
      }
      looked = at;
    },
  };
}

/** Of the whole staff: who must not know of the task, and who sees it on the desk. */
async function readersOf(task: TaskRow, staff: readonly StaffMember[], sight: TaskSight) {
  const concerned = new Set<string>();
  const see = new Set<string>();
  for (const person of staff) {
    if (await sight.isConcerned(person, task)) concerned.add(person.id);
    else if (await sight.sees(person, task)) see.add(person.id);
  }
  return { concerned, see };
}

function faceOf(
  task: TaskRow,
  kind: ReminderKind,
  open: boolean,
  { first, deskUrl }: Setting,
  { names, bank }: { names: Pick<DeskNames, "department">; bank: () => Pick<StaffDirectory, "staff"> },
): Face {
  const both = (text: Bilingual) => inBoth(text, first);
  const owner = bank().staff.find(({ id }) => id === task.owner.staff);
  const call = owner && owner.slackId !== "" ? `<@${owner.slackId}>` : asText(owner?.name ?? "");
  const facts = [both(names.department(task.owner.department)), `${both(WORDS.last)} ${task.dueOn}`].map(asText);
  const head = `⏰ ${asText(both(KIND[kind]))}`;
  const lines = open
    ? [head, [...(call === "" ? [] : [call]), ...facts].join(" · "), `> ${shortText(oneLine(task.what), 300)}`]
    : [head];
  const link = button({
    id: "task:open",
    text: both(WORDS.open),
    label: both(WORDS.label),
    url: `${deskUrl}/improvements`,
  });
  return { text: lines.join("\n"), blocks: [section(lines.join("\n")), actions(`task ${task.id}`, [link])] };
}

const oneLine = (text: string) => maskPersonal(text).replace(/\s+/gu, " ");
