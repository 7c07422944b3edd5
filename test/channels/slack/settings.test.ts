import { describe, expect, it } from "vitest";
import { channelOf, slackSettings } from "../../../src/channels/slack/settings.ts";
import { parseConfig } from "../../../src/config.ts";

const ON = {
  SLACK_ENABLED: "true",
  SLACK_BOT_TOKEN: "xoxb-1",
  SLACK_SIGNING_SECRET: "0123456789abcdef",
  SLACK_CHANNEL: "C0123456789",
  TINGSU_ALLOW_CROSS_BORDER: "true",
};

describe("the settings of Slack", () => {
  it("are off unless it is switched on, whatever else is set", () => {
    expect(slackSettings({})).toEqual({ settings: null, problems: [] });
    expect(slackSettings({ ...ON, SLACK_ENABLED: "false" })).toEqual({ settings: null, problems: [] });
    expect(parseConfig({}).slack).toBeNull();
  });

  it("need leave for an outside processor, but not for a rehearsal on this machine", () => {
    const { TINGSU_ALLOW_CROSS_BORDER: _, ...alone } = ON;
    expect(slackSettings(alone).problems).toEqual([
      expect.stringContaining("TINGSU_ALLOW_CROSS_BORDER: expected true"),
    ]);
    expect(slackSettings({ ...alone, SLACK_API_URL: "http://127.0.0.1:4003/api" }).settings?.apiUrl).toBe(
      "http://127.0.0.1:4003/api/",
    );
    expect(slackSettings({ ...ON, SLACK_API_URL: "http://slack.example/api/" }).problems).toEqual([
      "SLACK_API_URL: expected https",
    ]);
  });

  it("name no channel for what is no case unless the bank does, and only for kinds there are", () => {
    expect(slackSettings(ON).settings?.apart).toEqual({});
    const named = slackSettings({ ...ON, SLACK_OTHER_CHANNELS: "praise=C0123456781, report=G0123456782" });
    expect(named.settings?.apart).toEqual({ praise: "C0123456781", report: "G0123456782" });
    for (const wrong of ["thanks=C0123456781", "praise", "praise=general", "praise=C1=C2"])
      expect(slackSettings({ ...ON, SLACK_OTHER_CHANNELS: wrong }).problems).toEqual([
        expect.stringMatching(/^SLACK_OTHER_CHANNELS: expected /u),
      ]);
  });

  it("name everything that is missing at once, and never a value", () => {
    const { problems } = slackSettings({ SLACK_ENABLED: "true", TINGSU_ALLOW_CROSS_BORDER: "true" });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "SLACK_BOT_TOKEN",
      "SLACK_CHANNEL",
      "SLACK_SIGNING_SECRET",
    ]);
    const wrong = slackSettings({
      ...ON,
      SLACK_BOT_TOKEN: "geheim",
      SLACK_CHANNELS: "retail:C1",
      SLACK_DIGEST_AT: "25:00",
    });
    expect(wrong.problems.map((problem) => problem.split(":")[0])).toEqual([
      "SLACK_BOT_TOKEN",
      "SLACK_CHANNELS",
      "SLACK_DIGEST_AT",
    ]);
    expect(wrong.problems.join()).not.toContain("geheim");
    expect(() => parseConfig({ ...ON, PORT: "x", SLACK_MODE: "pigeon" })).toThrow(/PORT[\s\S]*SLACK_MODE/);
  });

  it("send a department's cases to its channel, and all others to the common one", () => {
    const { settings } = slackSettings({ ...ON, SLACK_CHANNELS: "retail=C0000000001, legal=G0000000002" });
    if (!settings) throw new Error("refused");
    expect(channelOf(settings, "legal")).toBe("G0000000002");
    expect(channelOf(settings, "wealth")).toBe("C0123456789");
    expect(settings.duty.channel).toBe("C0123456789");
  });

  it("take an app-level token for a socket, and no signing secret then", () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = ON;
    const { settings } = slackSettings({ ...rest, SLACK_MODE: "socket", SLACK_APP_TOKEN: "xapp-1" });
    expect(settings?.receive).toEqual({ mode: "socket", appToken: "xapp-1" });
  });
});
