/**
 * A puppet service in a process of its own: `node puppet-server.ts PORT WORLD.json`. What WeChat knows is kept in the
 * file, so that it outlives a kill. Orders come over IPC.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { log } from "wechaty-puppet";
import { PuppetServer } from "wechaty-puppet-service";
import { z } from "zod";
import { ACCOUNT, newWechat, TestPuppet, type Wechat } from "./puppet.ts";

log.level("silent");
const [port = "0", file = ""] = process.argv.slice(2);

const Order = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("arrives"),
    message: z.record(z.string(), z.unknown()),
    file: z.object({ name: z.string(), base64: z.string(), zeros: z.number() }).nullable(),
  }),
  z.object({ do: z.literal("set"), fault: z.string().optional(), holdsPayloads: z.boolean().optional() }),
  z.object({ do: z.literal("said") }),
  z.object({ do: z.literal("freeze") }),
  z.object({ do: z.literal("forget") }),
]);

const saved: Partial<Record<"messages" | "said", unknown[]>> = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : {};
const world: Wechat = {
  ...newWechat(),
  messages: new Map(z.array(z.tuple([z.string(), z.unknown()])).parse(saved.messages ?? [])),
  said: z
    .array(
      z.object({
        to: z.string(),
        text: z.string().nullable(),
        file: z.object({ name: z.string(), bytes: z.number() }).nullable(),
      }),
    )
    .parse(saved.said ?? []),
};
const puppet = new TestPuppet(world);
const save = () => writeFileSync(file, JSON.stringify({ messages: [...world.messages], said: world.said }));
puppet.onSaid = save;

/** What was sent while nobody heard its echo comes up again after the login, as WeChat does it. */
let unheard = [...world.messages.values()].filter(
  (message) => z.object({ talkerId: z.literal(ACCOUNT) }).safeParse(message).success,
);
puppet.on("login", () => {
  setTimeout(() => {
    for (const message of unheard)
      puppet.emit("message", { messageId: z.object({ id: z.string() }).parse(message).id });
  }, 200);
});

process.on("message", (given) => {
  const order = Order.parse(given);
  switch (order.do) {
    case "arrives": {
      const { message, file } = order;
      const box = file
        ? {
            file: {
              name: file.name,
              bytes: Buffer.concat([Buffer.from(file.base64, "base64"), Buffer.alloc(file.zeros)]),
            },
          }
        : {};
      const id = puppet.arrives(message, box);
      save();
      process.send?.({ arrived: id });
      break;
    }
    case "set":
      if (order.fault) world.fault = z.enum(["none", "hangs-after", "hangs-before", "no-echo"]).parse(order.fault);
      if (order.holdsPayloads !== undefined) world.holdsPayloads = order.holdsPayloads;
      process.send?.({ set: true });
      break;
    case "said":
      process.send?.({ said: world.said });
      break;
    case "forget":
      Object.assign(world, newWechat());
      unheard = [];
      save();
      process.send?.({ forgotten: true });
      break;
    case "freeze":
      // Answers calls, but no event goes out any more: a stream that died without a word.
      puppet.emit = () => true;
      process.send?.({ frozen: true });
      break;
  }
});

// Whoever gave the orders is gone, killed perhaps: nobody else would end this process.
process.once("disconnect", () => process.exit());

const server = new PuppetServer({
  endpoint: `127.0.0.1:${port}`,
  puppet,
  token: "insecure_tingsu-test",
  tls: { disable: true },
});
await server.start();
process.send?.({ ready: true });
