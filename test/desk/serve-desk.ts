/** The desk on a real HTTP server, over a world of tests. */

import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { slackPreview } from "../../src/channels/slack/preview.ts";
import { bundleDesk } from "../../src/channels/web/desk/bundle.ts";
import { createDeskRoutes } from "../../src/channels/web/desk/routes.ts";
import { deskNames } from "../../src/desk/bank-names.ts";
import type { World } from "./bank-of-tests.ts";

export interface ServedDesk {
  url: string;
  /** What the routes reported as failures of our own side. */
  failures: unknown[];
  close(): Promise<void>;
}

const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/tingsu", import.meta.url));

/** Needs of the world only what pages need: a desk over the whole product is served alike. */
export async function serveDesk(world: Pick<World, "bank" | "desk" | "live" | "now">): Promise<ServedDesk> {
  const failures: unknown[] = [];
  const app = new Hono();
  app.route(
    "/desk",
    createDeskRoutes({
      desk: world.desk,
      live: world.live,
      assets: await bundleDesk({ cacheFolder }),
      slackPreview: async () =>
        slackPreview(
          world.bank,
          deskNames(() => world.bank),
        ).html,
      now: world.now,
      report: ({ error }) => failures.push(error),
    }),
  );
  const { server, port } = await new Promise<{ server: Server; port: number }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1", overrideGlobalObjects: false }, (info) =>
      resolve({ server: server as Server, port: info.port }),
    );
  });
  return {
    url: `http://127.0.0.1:${port}`,
    failures,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
