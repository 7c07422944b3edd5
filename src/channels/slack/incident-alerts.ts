/** Alerts of mass events: the duty group is called, and called again until somebody has seen or judged them. */
import type { Bilingual } from "../../bank/terms.ts";
import type { Desk } from "../../desk/desk.ts";
import { stamp } from "../../desk/fact-text.ts";
import { type Outcome, refuse } from "../../desk/refusal.ts";
import type { StaffMember } from "../../desk/staff.ts";
import type { CallRow, IncidentCalls } from "../../store/incident-calls.ts";
import type { AlertRow, IncidentStore } from "../../store/incidents.ts";
import type { SlackApi } from "./api.ts";
import { actions, asText, button, type Face, header, section } from "./blocks.ts";
import { createLine } from "./in-line.ts";
import { inBoth, type Speech } from "./people.ts";
import type { Posts } from "./posts.ts";
import type { SlackSettings } from "./settings.ts";

export interface IncidentSource {
  store: Pick<IncidentStore, "alerts">;
  calls: IncidentCalls;
}

export interface IncidentAlerts {
  /** Calls about what nobody has seen. Throws SlackFailure. */
  ring(): Promise<void>;
  /** `id` as the button carries it: the alert's. */
  seen(staff: StaffMember, id: string): Promise<Outcome<null>>;
}

const WORDS = {
  head: { zh: "疑似群体性投诉", en: "Many similar complaints" },
  many: { zh: "{n} 件相似投诉，自 {at} 起", en: "{n} similar complaints since {at}" },
  why: {
    zh: "请在网页工作台核对是不是同一件事，再建立事件或关闭告警。",
    en: "Judge on the web desk whether they are one event; then open an incident or dismiss the alert.",
  },
  again: { zh: "第 {n} 次提醒，还没有人确认", en: "reminder {n}, nobody has seen it yet" },
  seen: { zh: "我已看到", en: "I have seen it" },
  seenLabel: { zh: "确认已看到群体性投诉告警", en: "Say that you have seen the alert of similar complaints" },
  open: { zh: "打开事件页", en: "Open incidents" },
  openLabel: { zh: "在网页工作台打开事件页", en: "Open the incidents page on the web desk" },
  done: { zh: "已由 {name} 确认", en: "seen by {name}" },
} as const satisfies Record<string, Bilingual>;

/** Alerts looked through; old ones have been judged. */
const READ = 100;

export function createIncidentAlerts(deps: {
  api: Pick<SlackApi, "update">;
  posts: Posts;
  source: IncidentSource;
  desk: Pick<Desk, "incidents">;
  /** Posts of a subject, to bring them up to date. */
  postsOf: (subject: string) => Promise<{ channel: string; ts: string | null }[]>;
  setting: { first: Speech; duty: SlackSettings["duty"]; zone: string; deskUrl: string };
  now: () => string;
}): IncidentAlerts {
  const { source, posts, setting, now } = deps;
  const inLine = createLine();

  async function ringOne(alert: AlertRow): Promise<void> {
    const known = await source.calls.call(alert.id);
    const row: CallRow = known ?? { alert: alert.id, times: 0, nextDue: now(), seenBy: null, seenAt: null };
    if (row.nextDue === null || Date.parse(row.nextDue) > Date.parse(now())) return;
    const { channel, group, repeatMinutes } = setting.duty;
    const face = faceOf(alert, row.times, setting);
    const call = group === null ? "" : `<!subteam^${group}> `;
    const called = { text: `${call}${face.text}`, blocks: call === "" ? face.blocks : [section(call), ...face.blocks] };
    await posts.once(subjectOf(alert.id), { ...called, channel, id: `${subjectOf(alert.id)}/${row.times + 1}` });
    const nextDue = new Date(Date.parse(now()) + repeatMinutes * 60_000).toISOString();
    // Somebody may have seen it while it was posted.
    const latest = await source.calls.call(alert.id);
    if (latest?.seenBy) return;
    await source.calls.saveCall({ ...row, times: row.times + 1, nextDue });
  }

  return {
    async ring() {
      const alerts = await source.store.alerts(READ);
      for (const alert of alerts.filter(({ status }) => status === "new")) {
        await inLine(alert.id, () => ringOne(alert));
      }
    },

    async seen(staff, id) {
      const { incidents } = deps.desk;
      if (!incidents) return refuse("not-here");
      return inLine(id, async () => {
        const outcome = await incidents.seen(staff, id);
        const alert = (await source.store.alerts(READ)).find((one) => one.id === id);
        if (!outcome.ok || !alert) return outcome;
        const face = faceOf(alert, 0, setting, staff.name);
        for (const { channel, ts } of await deps.postsOf(subjectOf(id)))
          if (ts !== null) await deps.api.update({ channel, ts }, face);
        return outcome;
      });
    },
  };
}

const subjectOf = (alert: string): string => `incident-alert/${alert}`;

/** Counts and times alone: what it is about, an outlet perhaps, is read on the desk by those who may. */
function faceOf(
  alert: AlertRow,
  times: number,
  { first, zone, deskUrl }: { first: Speech; zone: string; deskUrl: string },
  seenBy?: string,
): Face {
  const both = (text: Bilingual) => inBoth(text, first);
  const { date, time } = stamp(alert.since, zone);
  const title = `🚨 ${both(WORDS.head)}`;
  const many = both(WORDS.many)
    .replaceAll("{n}", String(alert.complaints.length))
    .replaceAll("{at}", `${date.slice(5)} ${time}`);
  const again = times > 0 ? both(WORDS.again).replaceAll("{n}", String(times)) : "";
  const state = seenBy ? `✓ ${both(WORDS.done).replaceAll("{name}", seenBy)}` : again;
  const body = [many, both(WORDS.why), state].filter((line) => line !== "").join("\n");
  const open = button({
    id: "incident:open",
    text: both(WORDS.open),
    label: both(WORDS.openLabel),
    url: `${deskUrl}/incidents`,
  });
  const seen = button({
    id: "incident:seen",
    text: both(WORDS.seen),
    value: alert.id,
    label: both(WORDS.seenLabel),
    style: "primary",
  });
  return {
    text: asText(`${title}\n${body}`),
    blocks: [
      header(title),
      section(asText(body)),
      actions(`incident alert ${alert.id}`, seenBy ? [open] : [seen, open]),
    ],
  };
}
