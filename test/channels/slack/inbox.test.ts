/** Words in a thread between Slack's acknowledgement and the desk: kept, done once and in order, whatever ends in between. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../../examples/outside/slack-emulator.ts";
import { complain } from "../../desk/complaints.ts";
import { type Office, openOffice } from "./office.ts";

describe("what colleagues write in a thread", () => {
  let office: Office;
  let ref: string;
  let card: Message;
  beforeEach(async () => {
    office = await openOffice();
    ref = await complain(office.world, { says: ["年费"], department: "credit-card-centre", due: "2026-12-05" });
    await office.show(ref);
    card = await office.card(ref);
    await office.press("fang-yi", card, "case:take");
  });
  afterEach(() => office.close());

  const notes = async () => {
    const key = (await office.world.store.case(ref))?.key ?? "";
    return (await office.world.store.caseNotes(key)).map((note) => note.text);
  };
  /** Written in Slack by somebody; the product has not heard of it. */
  async function written(text: string) {
    const posted = await office.slack.call("chat.postMessage", { channel: office.cards, text, thread_ts: card.ts });
    const place = { channel: office.cards, ts: String(posted.ts) };
    return {
      place,
      event: { type: "message", ...place, thread_ts: card.ts, user: office.slack.user("fang-yi"), text },
    };
  }
  const body = (event: object) => ({ type: "event_callback", team_id: "T1", event_id: randomUUID(), event });

  /** As a process leaves it that ended right behind the acknowledgement. */
  async function left(text: string) {
    const { memory, now } = office.world;
    const { place, event } = await written(text);
    await memory.take([`message/${place.channel}/${place.ts}`], { ...place, thread: card.ts, at: now() }, now());
    return event;
  }
  async function restarted() {
    office.restart();
    office.world.pass(1);
    await office.desk.tick();
  }

  it("is done after a restart when the process ended behind the acknowledgement, in order and once", async () => {
    const messages: object[] = [];
    for (const text of ["先查流水", "再查商户", "最后回访"]) messages.push(await left(text));
    // The emulator knows the app as the writer of all; Slack would name the colleague.
    office.slack.answer("conversations.replies", () => ({ ok: true, messages }));
    await restarted();
    await restarted();
    expect(await notes()).toEqual(["先查流水", "再查商户", "最后回访"]);
    expect(office.failures).toEqual([]);
  });

  it("is forgotten when it was taken back meanwhile", async () => {
    await left("先查流水");
    office.slack.answer("conversations.replies", () => ({ ok: true, messages: [] }));
    await restarted();
    expect(await notes()).toEqual([]);
    expect(await office.world.memory.untended(office.world.now())).toEqual([]);
  });

  it("waits while Slack is away and follows when it is back", async () => {
    const { memory, now } = office.world;
    const event = await left("先查流水");
    office.slack.trouble("conversations.replies", { kind: "down" }, 1);
    await restarted();
    expect(await notes()).toEqual([]);
    office.slack.answer("conversations.replies", () => ({ ok: true, messages: [event] }));
    await office.desk.tick();
    await office.desk.tick();
    expect(await notes()).toEqual(["先查流水"]);
    expect(await memory.untended(now())).toEqual([]);
  });

  it("is acknowledged by the event, and done in the order it was written", async () => {
    const texts = ["一", "二", "三", "四", "五"];
    const events = [];
    for (const text of texts) events.push((await written(text)).event);
    const answers = await Promise.all(events.map((event) => office.post(body(event))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await office.desk.idle();
    expect(await notes()).toEqual(texts);
  });

  it("leaves nothing written down when it is no word to a case", async () => {
    const { memory, now } = office.world;
    const user = office.slack.user("fang-yi");
    const loose = { type: "message", channel: office.cards, user, text: "大家好", ts: "1700000000.000001" };
    const ours = { ...loose, bot_id: "B1", thread_ts: card.ts, ts: "1700000000.000002" };
    const joined = { ...loose, subtype: "channel_join", thread_ts: card.ts, ts: "1700000000.000003" };
    for (const event of [loose, ours, joined]) expect((await office.post(body(event))).status).toBe(200);
    expect(await memory.untended(now())).toEqual([]);
  });
});
