/**
 * The channel contract on the desk in Slack, as far as it applies: at the far end is a colleague who writes in a card's
 * thread. What they write is kept as notes; what they get are the posts and marks that Slack was given.
 */
import { randomUUID } from "node:crypto";
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
  return {
    features: SLACK,
    receipt: /memo/u,
    async says(text, id = randomUUID()) {
      const { status } = await office.post(await write(text, id));
      if (status !== 200) throw new Error(`answered ${status}`);
    },
    sendsFile: null,
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
    providerDown: null,
    providerSlow: null,
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
      world.pass(minutes);
      await office.desk.tick();
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
      test: "a file is kept, and its receipt is said",
      reason: "a note is words only, and says so; files go to the customer from a live thread or a reply, tested there",
    },
    {
      test: "a provider that is down gets everything afterwards, once and in order",
      reason: "Slack brings nothing while it is down; cards that wait and then appear once are tested with the cards",
    },
    {
      test: "a provider that is slow holds up its own answer alone, and nothing is said twice",
      reason: "acknowledged before the work, and the bench measures how soon",
    },
    { test: "what is said late waits where the provider's window is closed", reason: "always open" },
  ],
});
