/** Lines to customers' accounts on the web desk: who sees how they fare, and who gets the code to log one in. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackPreview } from "../../src/channels/slack/preview.ts";
import { deskNames } from "../../src/desk/bank-names.ts";
import { createLinkBoard, createLinkDesk, type LinkSource } from "../../src/desk/channel-links.ts";
import { DESK_CHAIN } from "../../src/desk/sign-in.ts";
import { createWorld, type World } from "./bank-of-tests.ts";
import { granted } from "./outcomes.ts";

const PICTURE = new Uint8Array([137, 80, 78, 71]);

describe("the lines to customers' accounts", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  function lines(waiting: boolean) {
    const board = createLinkBoard();
    const source: LinkSource = {
      link: () => ({
        channel: "wechat",
        state: waiting ? "scan" : "ready",
        since: world.now(),
        code: null,
        expected: null,
        account: null,
        refusedAt: null,
      }),
      qr: async () => (waiting ? PICTURE : null),
      subscribe: () => () => undefined,
    };
    board.add(source);
    return createLinkDesk({ board, store: world.store, now: world.now });
  }
  const noted = async () =>
    (await world.store.auditEntries(DESK_CHAIN)).map(({ actor, action }) => `${actor} ${action}`);

  it("are shown to an administrator, with the code to scan, and each look at the code is in the audit", async () => {
    const admin = world.person("luo-hai", { role: "admin" });
    const desk = lines(true);
    expect(granted(await desk.links(admin))).toMatchObject([{ channel: "wechat", state: "scan" }]);
    expect(granted(await desk.qr(admin, "wechat"))).toEqual(PICTURE);
    expect(await noted()).toEqual(["staff:luo-hai login-code-shown"]);
    expect(await desk.qr(admin, "another")).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  });

  it("are nobody else's: a clerk is refused, and that is in the audit too", async () => {
    const clerk = world.person("fang-yi", {});
    const desk = lines(true);
    expect(await desk.links(clerk)).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
    expect(await desk.qr(clerk, "wechat")).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
    expect(await noted()).toEqual(["staff:fang-yi refused", "staff:fang-yi refused"]);
  });

  it("have no code while nothing has to be scanned", async () => {
    const admin = world.person("luo-hai", { role: "admin" });
    expect(await lines(false).qr(admin, "wechat")).toMatchObject({ ok: false, refusal: { code: "not-found" } });
    expect(await noted()).toEqual([]);
  });
});

it("the preview of Slack's cards is drawn with the bank's names and holds nothing Slack would refuse", async () => {
  const world = await createWorld();
  const { html, problems } = slackPreview(
    world.bank,
    deskNames(() => world.bank),
  );
  await world.close();
  expect(problems).toEqual([]);
  expect(html.match(/<section>/gu)).toHaveLength(6);
  expect(html).toContain("C-20261120-EXAMPLE");
  expect(html).not.toContain("<script");
});
