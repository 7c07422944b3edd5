import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeSlack, startFakeSlack, TOKEN } from "../../../examples/outside/slack-emulator.ts";
import { checkSlack } from "../../../src/channels/slack/doctor.ts";
import { NEEDED } from "../../../src/channels/slack/scopes.ts";
import { type SlackSettings, slackSettings } from "../../../src/channels/slack/settings.ts";
import { createWorld, type World } from "../../desk/bank-of-tests.ts";

describe("the checks of Slack", () => {
  let world: World;
  let slack: FakeSlack;
  beforeEach(async () => {
    world = await createWorld();
    slack = await startFakeSlack(["fang-yi", "guest"], ["cards"]);
  });
  afterEach(async () => {
    await slack.close();
    await world.close();
  });
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
    (await checkSlack(given, world.bank)).filter((check) => !check.ok).map((check) => check.what);

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

  it("say what can't be used: a channel, a department, Slack itself", async () => {
    const lost = await wrong(settings({ SLACK_CHANNELS: "nowhere=C0NOWHERE" }));
    expect(lost).toContainEqual(expect.stringContaining("no department nowhere"));
    expect(lost).toContainEqual(expect.stringContaining("C0NOWHERE could not be read (slack.channel_not_found)"));
    slack.trouble("", { kind: "down" }, 5);
    expect(await wrong(settings())).toContainEqual(expect.stringContaining("slack.unavailable"));
  });
});
