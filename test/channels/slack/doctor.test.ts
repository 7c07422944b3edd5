import { type ServerType, serve } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeSlack, startFakeSlack, TOKEN } from "../../../examples/outside/slack-emulator.ts";
import { createBackground } from "../../../src/channels/slack/background.ts";
import { checkSlack } from "../../../src/channels/slack/doctor.ts";
import { createHttpReceiver } from "../../../src/channels/slack/receiver.ts";
import { NEEDED } from "../../../src/channels/slack/scopes.ts";
import { type SlackSettings, slackSettings } from "../../../src/channels/slack/settings.ts";
import { createWorld, type World } from "../../desk/bank-of-tests.ts";

describe("the checks of Slack", () => {
  let world: World;
  let slack: FakeSlack;
  let door: ServerType;
  beforeEach(async () => {
    world = await createWorld();
    slack = await startFakeSlack(["fang-yi", "guest"], ["cards"]);
    const { background, report } = { background: createBackground(() => undefined), report: () => undefined };
    const receiver = createHttpReceiver({ signingSecret: "0123456789abcdef", background, now: world.now, report });
    door = serve({ fetch: (request) => receiver.handle(request), port: 0, hostname: "127.0.0.1" });
    await new Promise((resolve) => door.once("listening", resolve));
    const address = door.address();
    const port = typeof address === "object" && address ? address.port : 0;
    where = { publicUrl: `http://127.0.0.1:${port}/`, now: () => Date.parse(world.now()) };
  });
  afterEach(async () => {
    await new Promise((resolve) => door.close(resolve));
    await slack.close();
    await world.close();
  });
  /** Slack's requests come in there. */
  let where = { publicUrl: "", now: () => 0 };
  const settings = (more: Record<string, string> = {}): SlackSettings => {
    const read = slackSettings({
      SLACK_ENABLED: "true",
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: "0123456789abcdef",
      SLACK_CHANNEL: slack.channel("cards"),
      SLACK_API_URL: slack.apiUrl,
      ...more,
    });
    if (!read.settings) throw new Error(read.problems.join());
    return read.settings;
  };
  const wrong = async (given: SlackSettings) =>
    (await checkSlack(given, world.bank, where)).filter((check) => !check.ok).map((check) => check.what);

  it("name people in a channel who are not on the staff list, and a staff list without Slack ids", async () => {
    expect(await wrong(settings())).toEqual([
      expect.stringContaining("0 of"),
      expect.stringMatching(/#cards, .* are not on the staff list/),
    ]);
  });

  it("are all passed once everybody in the channel is known", async () => {
    const strangers = (await wrong(settings())).at(-1)?.match(/U\w+/g) ?? [];
    for (const [index, id] of strangers.entries()) world.person(`one-${index}`, { slackId: id });
    expect(await wrong(settings())).toEqual([]);
  });

  it("name the scope that an app from before pictures lacks", async () => {
    const scopes = NEEDED.filter((scope) => scope !== "files:write").join(",");
    slack.answer("auth.test", () => ({ ok: true, user_id: slack.user("tingsu") }), { "x-oauth-scopes": scopes });
    expect(await wrong(settings())).toContainEqual(
      "Slack: scopes, missing files:write: reinstall by slack-manifest.yaml",
    );
  });

  it("call our own address as Slack does, and say who answers there instead", async () => {
    const answered = await checkSlack(settings(), world.bank, where);
    expect(answered[0]).toEqual({ ok: true, what: `Slack: ${where.publicUrl}slack/events answers a signed request` });
    const first = async (secret: string, at = where) =>
      (await checkSlack(settings({ SLACK_SIGNING_SECRET: secret }), world.bank, at))[0];
    expect(await first("another-secret-of-theirs")).toMatchObject({
      ok: false,
      what: expect.stringContaining("another SLACK_SIGNING_SECRET"),
    });
    expect((await first("0123456789abcdef", { ...where, publicUrl: "http://127.0.0.1:1" }))?.what).toContain(
      "is the server running?",
    );
    const nowhere = await checkSlack(settings(), world.bank, { ...where, publicUrl: null });
    expect(nowhere[0]).toMatchObject({ ok: false, what: expect.stringContaining("TINGSU_PUBLIC_URL") });
  });

  it("say what can't be used: a channel, a department, Slack itself", async () => {
    const lost = await wrong(settings({ SLACK_CHANNELS: "nowhere=C0NOWHERE" }));
    expect(lost).toContainEqual(expect.stringContaining("no department nowhere"));
    expect(lost).toContainEqual(expect.stringContaining("C0NOWHERE could not be read (slack.channel_not_found)"));
    slack.trouble("", { kind: "down" }, 5);
    expect(await wrong(settings())).toContainEqual(expect.stringContaining("slack.unavailable"));
  });
});
