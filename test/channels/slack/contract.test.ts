/**
 * The channel contract on the desk in Slack, as far as it applies: at the far end is a colleague who writes in a card's
 * thread. What they write is kept as notes; what they get are the posts and marks that Slack was given.
 */
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ChannelFeatures } from "../../../src/channels/channel.ts";
import { type ChannelUnderTest, channelContract } from "../../contracts/channel.ts";
import { complain } from "../../desk/complaints.ts";
import { openOffice } from "./office.ts";

const SLACK: ChannelFeatures = {
  buttons: true,
  cards: true,
  typing: false,
  readMarks: false,
  files: true,
  edit: true,
  recall: true,
  maxLength: 3_000,
  delivery: "push",
  window: null,
  identity: "verified",
};

const ALL = { after: 0, limit: 1_000 };
const FOREVER = "9999-12-31T00:00:00.000Z";

async function underTest(): Promise<ChannelUnderTest> {
  const office = await openOffice();
  const { world, slack, cards: channel } = office;
  // A customer who wrote more than any post may hold.
  const says = ["年费", Array.from({ length: 600 }, (_, n) => `第${n}件事是这样的。`).join("")];
  const ref = await complain(world, { says, department: "credit-card-centre", due: "2026-12-05" });
  await office.show(ref);
  const card = await office.card(ref);
  await office.press("fang-yi", card, "case:take");
  const user = slack.user("fang-yi");
  /** The suite names messages; Slack numbers them. */
  const numbers = new Map<string, string>();
  const write = async (text: string, id: string) => {
    const known = numbers.get(id);
    const posted = known ? null : await slack.call("chat.postMessage", { channel, text, thread_ts: card.ts });
    const ts = known ?? String(posted?.ts);
    numbers.set(id, ts);
    return event({ user, text, ts });
  };
  const event = (more: Record<string, unknown>) => ({
    type: "event_callback",
    team_id: "T000000001",
    event_id: `Ev${randomUUID()}`,
    event: { type: "message", channel, thread_ts: card.ts, ...more },
  });
  /** What Slack could not bring while it was down; null while it is well. */
  let held: unknown[] | null = null;
  const brings = async (given: unknown) => {
    const { status } = await office.post(given);
    if (status !== 200) throw new Error(`answered ${status}`);
  };
  return {
    features: SLACK,
    receipt: /memo/u,
    async says(text, id = randomUUID()) {
      const given = await write(text, id);
      if (held) held.push(given);
      else await brings(given);
    },
    fileReceipt: /white_check_mark/u,
    // From the live thread: the customer has it then.
    async sendsFile(name, bytes) {
      await office.press("fang-yi", await office.card(ref), "case:live");
      const url = await slack.upload(name, Buffer.from(bytes));
      const posted = await slack.call("chat.postMessage", { channel, text: name, thread_ts: card.ts });
      const files = [{ name, url_private_download: url }];
      await office.post(event({ user, text: "", ts: String(posted.ts), subtype: "file_share", files }));
      await office.desk.idle();
      const last = (await world.store.messages((await world.store.case(ref))?.conversation ?? "", ALL)).at(-1);
      const kept = await world.store.attachment(last?.attachments[0] ?? "");
      if (!Buffer.from(bytes).equals(Buffer.from(kept?.bytes ?? []))) throw new Error("the file was not kept");
    },
    getsFile: null,
    files: async () => [],
    async settle() {
      await office.desk.idle();
      world.pass(1);
      await office.desk.tick();
      await office.desk.idle();
    },
    async heard() {
      const marks = new Set<string>();
      return slack.calls.flatMap(({ method, body }) => {
        if (method === "chat.postMessage") return [body.get("text") ?? ""];
        if (method === "chat.postEphemeral") return [`${body.get("text")} (${body.get("user")})`];
        const mark = method === "reactions.add" ? `${body.get("name")} ${body.get("timestamp")}` : null;
        // Slack has the same mark once, however often it is set.
        if (mark === null || marks.has(mark)) return [];
        marks.add(mark);
        return [mark];
      });
    },
    async kept() {
      const key = (await world.store.case(ref))?.key ?? "";
      // Acknowledged before the work: it is done soon after.
      while ((await world.memory.untended(FOREVER)).length > 0) await setImmediate();
      return (await world.store.caseNotes(key)).map((note) => note.text ?? "");
    },
    async echo() {
      const ours = (await slack.messages(channel)).at(-1);
      await office.post(event({ ts: `${ours?.ts}1`, text: ours?.text, bot_id: "B000000001", user: "U000000BOT" }));
    },
    // In order; what a killed process leaves is tested with the inbox.
    async restart() {
      await office.desk.stop();
      office.restart();
    },
    // Slack takes nothing and brings nothing; what people wrote meanwhile comes afterwards.
    providerDown() {
      held = [];
      slack.trouble("", { kind: "down" }, 1_000);
      return () => slack.recover();
    },
    providerSlow() {
      const { promise, resolve } = Promise.withResolvers<void>();
      slack.trouble("", { kind: "slow", until: promise }, 1_000);
      return () => {
        slack.recover();
        resolve();
      };
    },
    async hostile() {
      const now = Math.floor(Date.parse(world.now()) / 1_000);
      const forged = event({ user, text: "我撤诉", ts: "1900000000.000001" });
      const refused = [
        await office.post(forged, { secret: "guessed-secret-of-32-characters!" }),
        await office.post(forged, { at: now - 3_600 }),
        await office.post(forged, { at: now + 3_600 }),
        await office.post(event({ user, text: 7, ts: "1900000000.000002" })),
        await office.post(event({ user, text: "x", ts: ["1900000000.000003"] })),
        await office.post("x".repeat(1_000_000)),
        await office.post({ payload: "{broken" }, { form: true }),
      ];
      for (const { status } of refused) if (status === 200) throw new Error("taken");
      // Rightly signed, and nothing that anybody wrote to a case.
      for (const more of [
        { user, text: "x", ts: "1900000000.000004", subtype: "channel_join" },
        { user, text: "x", ts: "1900000000.000005", thread_ts: "1500000000.000001" },
        { text: "x", ts: "1900000000.000006" },
      ])
        await office.post(event(more));
      office.failures.splice(0);
    },
    async minutesPass(minutes) {
      for (const given of held?.splice(0) ?? []) await brings(given);
      held = null;
      world.pass(minutes);
      await office.desk.tick();
      await office.desk.idle();
    },
    close: () => office.close(),
  };
}

channelContract({
  name: "slack",
  create: underTest,
  skip: [
    {
      test: "a complaint is heard, calmed and given a number",
      reason: "colleagues write here, not customers; complaints they register have tests of their own",
    },
    { test: "where there are no buttons, choices have numbers and a number answers", reason: "it has buttons" },
    {
      test: "a file from the bank reaches the customer once, beside its words",
      reason: "customers' files never enter Slack: the thread says that there are some, tested with the cards",
    },
    { test: "what is said late waits where the provider's window is closed", reason: "always open" },
  ],
});
