/** Socket Mode: the same work over a connection that we open, against Slack's end of it and the real emulator. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TOKEN } from "../../../examples/outside/slack-emulator.ts";
import { checkSlack } from "../../../src/channels/slack/doctor.ts";
import { slackSettings } from "../../../src/channels/slack/settings.ts";
import { complain } from "../../desk/complaints.ts";
import { type Office, openOffice, problemsSent } from "./office.ts";
import { APP_TOKEN } from "./socket-server.ts";

const WHERE = { publicUrl: "https://bank.example", now: Date.now };

describe("work on a case over a socket", () => {
  let office: Office;
  const socket = () => {
    if (!office.socket) throw new Error("no socket");
    return office.socket;
  };
  beforeEach(async () => {
    office = await openOffice({ SLACK_MODE: "socket" });
  });
  afterEach(async () => {
    const problems = problemsSent(office);
    await office.close();
    expect(problems).toEqual([]);
  });
  const shown = async () => {
    const ref = await complain(office.world, { says: ["年费"], department: "credit-card-centre", due: "2026-12-05" });
    await office.show(ref);
    return { ref, card: await office.card(ref) };
  };
  const notes = async (ref: string) => (await office.thread(ref)).filter((line) => line.includes("查过流水"));
  const event = (message: Record<string, unknown>, id: string) => ({
    type: "event_callback",
    team_id: "T000000001",
    event_id: id,
    event: { type: "message", ...message },
  });

  it("a click, a modal, a command and a word in the thread do what they do over HTTP", async () => {
    const { ref, card } = await shown();
    expect((await office.press("fang-yi", card, "case:take")).status).toBe(200);
    expect((await office.world.store.case(ref))?.owner?.id).toBe("fang-yi");
    await office.write("fang-yi", card, "查过流水，没有重复入账");
    expect(await notes(ref)).toHaveLength(1);
    await office.command("meng-qi", "客户来电说年费");
    const form = office.lastView();
    const wrong = await office.send("meng-qi", form, { text: "年费", channel: "letter", day: "2027-01-01" });
    expect(wrong.body).toMatchObject({ errors: { day: "收到时间不能晚于现在。" } });
    expect(office.failures).toEqual([]);
  });

  it("an event is acknowledged once, also when Slack sends it again, and handled once", async () => {
    const { ref, card } = await shown();
    await office.press("fang-yi", card, "case:take");
    const channel = office.cards;
    const user = office.slack.user("fang-yi");
    const said = { channel, user, ts: "1700000000.000100", thread_ts: card.ts, text: "查过流水" };
    const first = await socket().send("events_api", event(said, "Ev1"));
    const again = await socket().send("events_api", event(said, "Ev1"));
    const twin = await socket().send("events_api", event(said, "Ev2"));
    expect([first, again, twin]).toEqual([{}, {}, {}]);
    await office.desk.idle();
    const key = (await office.world.store.case(ref))?.key ?? "";
    expect((await office.world.store.caseNotes(key)).map((note) => note.text)).toEqual(["查过流水"]);
    // The message was never in the emulator, so that it can't be marked there.
    expect(office.failures.map(({ what }) => what)).toEqual(["mark"]);
  });

  it("what Slack can't have sent is not acknowledged, and the connection goes on", async () => {
    socket().sendText("{broken");
    socket().sendText(JSON.stringify({ type: "hello", again: true }));
    expect(await socket().send("events_api", event({ channel: 7 }, "Ev3"), 300)).toBeNull();
    expect(office.failures.splice(0).map(({ what }) => what)).toEqual(["request"]);
    const { ref, card } = await shown();
    await office.press("fang-yi", card, "case:take");
    expect((await office.world.store.case(ref))?.owner?.id).toBe("fang-yi");
  });

  it("a line that breaks, or that Slack asks to renew, is made anew, even while Slack is away", async () => {
    socket().refresh();
    await vi.waitFor(() => expect(socket().connections()).toBe(2), { timeout: 15_000 });
    office.slack.trouble("apps.connections.open", { kind: "down" }, 2);
    socket().cut();
    await vi.waitFor(() => expect(socket().connections()).toBe(3), { timeout: 15_000 });
    expect(office.failures.splice(0)).toMatchObject([
      { what: "socket", error: { code: "slack.unavailable" } },
      { what: "socket", error: { code: "slack.unavailable" } },
    ]);
    const { ref, card } = await shown();
    await office.press("fang-yi", card, "case:take");
    expect((await office.world.store.case(ref))?.owner?.id).toBe("fang-yi");
  });

  it("doctor opens a socket with the token, or says what is missing", async () => {
    const receiving = async (token: string) => {
      const { settings } = slackSettings({
        SLACK_ENABLED: "true",
        SLACK_MODE: "socket",
        SLACK_BOT_TOKEN: TOKEN,
        SLACK_APP_TOKEN: token,
        SLACK_CHANNEL: office.cards,
        SLACK_API_URL: office.slack.apiUrl,
      });
      if (!settings) throw new Error("refused");
      return (await checkSlack(settings, office.world.bank, WHERE))[0];
    };
    expect(await receiving(APP_TOKEN)).toMatchObject({ ok: true });
    expect(await receiving("xapp-of-another")).toEqual({
      ok: false,
      what: expect.stringMatching(/slack\.invalid_auth.*connections:write/),
    });
  });
});
