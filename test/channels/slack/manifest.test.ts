import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { COMMAND, SHORTCUT } from "../../../src/channels/slack/app.ts";
import { NEEDED, SCOPES } from "../../../src/channels/slack/scopes.ts";
import { SLACK_PATH } from "../../../src/channels/slack/slack.ts";

const root = (path: string) => readFile(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8");

const Manifest = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.literal(true) }),
    slash_commands: z.array(z.object({ command: z.string(), url: z.string() })),
    shortcuts: z.array(z.object({ name: z.string().max(24), callback_id: z.string() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.string() }),
  }),
});

describe("the app's manifest", () => {
  it("asks for the scopes of the methods that are called, and for no other", async () => {
    const manifest = Manifest.parse(parse(await root("slack-manifest.yaml")));
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(NEEDED);
    const source = `${await root("src/channels/slack/api.ts")}${await root("src/channels/slack/file-api.ts")}`;
    const called = [...source.matchAll(/client\.([a-z]+)\.([a-zA-Z]+)\(/g)].map(
      ([, family, name]) => `${family}.${name}`,
    );
    expect([...new Set(called)].sort()).toEqual(Object.keys(SCOPES).sort());
  });

  it("names the command, the shortcut, the events and the one address that are handled", async () => {
    const { features, settings } = Manifest.parse(parse(await root("slack-manifest.yaml")));
    expect(features.slash_commands.map((one) => one.command)).toEqual([COMMAND]);
    expect(features.shortcuts.map((one) => one.callback_id)).toEqual([SHORTCUT]);
    const source = await root("src/channels/slack/app.ts");
    const handled = [...source.matchAll(/app\.event\("([a-z_]+)"/g)].map(([, name]) => name);
    const events = settings.event_subscriptions.bot_events.map((name) => name.split(".")[0]);
    expect([...new Set(events)].sort()).toEqual([...new Set(handled)].sort());
    const urls = [settings.event_subscriptions.request_url, settings.interactivity.request_url];
    for (const url of [...urls, ...features.slash_commands.map((one) => one.url)])
      expect(new URL(url).pathname).toBe(SLACK_PATH);
  });
});
