/** Alerts to the duty group: P0 calls it, and calls again until somebody has seen it; P1 is posted once. */
import type { Bilingual } from "../../bank/terms.ts";
import type { CaseCard, CaseCards } from "../../desk/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { FIRST_STEP } from "../../desk/first-steps.ts";
import type { DeskNames } from "../../desk/names.ts";
import type { Outcome } from "../../desk/refusal.ts";
import type { StaffMember } from "../../desk/staff.ts";
import type { StaffSurface } from "../../desk/surface.ts";
import type { AlertRow, SlackStore } from "../../store/slack.ts";
import type { SlackApi } from "./api.ts";
import type { Audience } from "./audience.ts";
import { actions, asText, button, type Face, header, section } from "./blocks.ts";
import { createLine } from "./in-line.ts";
import { inBoth, type Speech } from "./people.ts";
import type { Posts } from "./posts.ts";
import type { SlackSettings } from "./settings.ts";

export interface Alerts {
  alert: StaffSurface["alert"];
  /** Posts again what is due. Throws SlackFailure. */
  ring(): Promise<void>;
  /** `id` as the button carries it. */
  seen(staff: StaffMember, id: string): Promise<Outcome<null>>;
}

interface Setting {
  first: Speech;
  duty: SlackSettings["duty"];
  names: DeskNames;
  link: (ref: string) => string;
}

const WORDS = {
  head: { zh: "风险警报", en: "Risk alert" },
  again: { zh: "第 {n} 次提醒，还没有人确认", en: "reminder {n}, nobody has seen it yet" },
  seen: { zh: "我已看到", en: "I have seen it" },
  label: { zh: "确认已看到警报，案件", en: "Say that you have seen the alert for case" },
  open: { zh: "打开案件", en: "Open case" },
  openLabel: { zh: "在网页工作台打开案件", en: "Open on the web desk the case" },
  done: { zh: "已由 {name} 确认", en: "seen by {name}" },
  sealed: { zh: "🔒 保密投诉，请在网页工作台看。", en: "🔒 Confidential: read it on the web desk." },
} as const satisfies Record<string, Bilingual>;

export function createAlerts(deps: {
  api: Pick<SlackApi, "update">;
  posts: Posts;
  store: SlackStore;
  cards: CaseCards;
  desk: Desk;
  setting: Setting;
  audience: Audience;
  now: () => string;
}): Alerts {
  const { store, posts, cards, now, setting } = deps;
  const inLine = createLine();

  /** Somebody works on it, or it is over: nobody need be called. */
  const attended = (card: CaseCard | undefined) =>
    card !== undefined && (card.status !== "open" || card.owner !== null);

  /** Whether the wrong people may read which risk it is. */
  const hides = async (card: CaseCard | undefined) =>
    card?.sealed === true || !(await deps.audience.known(setting.duty.channel));

  async function post(row: AlertRow): Promise<void> {
    const card = await cards.card(row.key);
    const first = row.times === 0;
    if (!first && attended(card)) return store.saveAlert({ ...row, nextDue: null });
    const { channel, group, repeatMinutes } = setting.duty;
    // Somebody accused of misconduct reads along: only danger that cannot wait is called out, and the desk lists the rest.
    const concerned = await deps.audience.reads(setting.duty.channel, card?.hiddenFrom ?? []);
    if (concerned && row.level !== "P0") return store.saveAlert({ ...row, times: row.times + 1, nextDue: null });
    const face = alertFace(row, concerned ? undefined : card, await hides(card), setting);
    const call = row.level === "P0" && group !== null ? `<!subteam^${group}> ` : "";
    const called = { text: `${call}${face.text}`, blocks: call === "" ? face.blocks : [section(call), ...face.blocks] };
    await posts.once(row.id, { ...called, channel, id: `${row.id}/${row.times + 1}` });
    const nextDue =
      row.level === "P0" && row.seenBy === null
        ? new Date(Date.parse(now()) + repeatMinutes * 60_000).toISOString()
        : null;
    await store.saveAlert({ ...row, times: row.times + 1, nextDue });
  }

  return {
    async alert({ key, conversation, matter, level, slugs }) {
      const id = `${key}/alert/${slugs.join("+")}`;
      await inLine(id, async () => {
        const known = await store.alert(id);
        if (known && known.times > 0) return;
        const at = now();
        const row = known ?? { id, key, conversation, matter, level, slugs, at, times: 0, nextDue: at, seenBy: null };
        await store.saveAlert(row);
        await post(row);
      });
    },

    async ring() {
      for (const { id } of await store.alertsDue(now()))
        await inLine(id, async () => {
          const row = await store.alert(id);
          if (row?.nextDue && Date.parse(row.nextDue) <= Date.parse(now())) await post(row);
        });
    },

    async seen(staff, id) {
      return inLine(id, async () => {
        const row = await store.alert(id);
        const outcome = await deps.desk.acknowledge(staff, row?.key ?? id);
        if (!outcome.ok || !row || row.seenBy !== null) return outcome;
        await store.saveAlert({ ...row, nextDue: null, seenBy: staff.id });
        const card = await cards.card(row.key);
        const face = alertFace({ ...row, seenBy: staff.id }, card, await hides(card), setting, staff.name);
        for (const { channel, ts } of await store.posts(row.id))
          if (ts !== null) await deps.api.update({ channel, ts }, face);
        return outcome;
      });
    },
  };
}

/** `seenBy`: the name of who has seen it. */
function alertFace(
  row: AlertRow,
  card: CaseCard | undefined,
  hidden: boolean,
  setting: Setting,
  seenBy?: string,
): Face {
  const { first, names, link } = setting;
  const both = (text: Bilingual) => inBoth(text, first);
  const ref = card?.ref ?? row.key;
  const fill = (text: Bilingual, value: string) => both(text).replaceAll(/\{n\}|\{name\}/g, value);
  const title = `🚨 ${row.level} ${both(WORDS.head)} · ${card?.ref ?? ""}`.trim();
  const lines = hidden
    ? [both(WORDS.sealed)]
    : row.slugs.map((slug) => `${names.risk(slug).name[first]}：${FIRST_STEP[slug][first]}`);
  const clock = card ? `${card.clock.text[first]} · ${card.departmentName[first]}` : "";
  const state = seenBy ? `✓ ${fill(WORDS.done, seenBy)}` : row.times > 0 ? fill(WORDS.again, String(row.times)) : "";
  const body = [clock, ...lines, state].filter((line) => line !== "").join("\n");
  const open = button({
    id: "alert:open",
    text: both(WORDS.open),
    label: `${WORDS.openLabel[first]} ${ref}`,
    url: link(ref),
  });
  const seen = button({
    id: "alert:seen",
    text: both(WORDS.seen),
    value: row.id,
    label: `${WORDS.label[first]} ${ref}`,
    style: "primary",
  });
  return {
    text: asText(`${title}\n${body}`),
    blocks: [header(title), section(asText(body)), actions(`alert ${row.id}`, seenBy ? [open] : [seen, open])],
  };
}
