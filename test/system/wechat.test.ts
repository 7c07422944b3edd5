/** WeChat as a bank runs it: the real server, a puppet service in another process, and the server killed in between. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { puppetService } from "../../examples/outside/puppet-service.ts";
import { type RunningServer, startServer, until } from "./server.ts";

const LI = "wxid_li";
let ended = async (): Promise<void> => undefined;
afterEach(() => ended());

it("a customer on WeChat is answered, and a message we were told of survives a kill of the server", async () => {
  const data = mkdtempSync(join(tmpdir(), "tingsu-wechat-"));
  const service = await puppetService(join(data, "world.json"));
  const servers: RunningServer[] = [];
  ended = async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await service.kill();
    rmSync(data, { recursive: true, force: true });
  };
  await service.start();
  const env = {
    WECHAT_PUPPET: "wechaty-puppet-service",
    WECHAT_PUPPET_TOKEN: "insecure_tingsu-test",
    WECHAT_PUPPET_ENDPOINT: `127.0.0.1:${service.port}`,
    WECHAT_PUPPET_TLS: "false",
    WECHAT_GAP_MS: "0",
    WECHAT_TYPING_MS_PER_CHARACTER: "0",
  };
  const start = async () => {
    const server = await startServer({ data, env });
    servers.push(server);
    await until("the account is ready", () => server.output.stderr.includes('"state":"ready"'));
    return server;
  };
  const heard = async () => (await service.said()).filter(({ to }) => to === LI).map(({ text }) => text);
  const hears = (words: RegExp) => until(`${words}`, async () => words.test((await heard()).join("\n")), 60_000);

  const first = await start();
  await service.arrives({ talkerId: LI, text: "你们ATM把我卡吞了！！气死我了。" });
  await hears(/受理编号R-[2-9A-Z]{8}[\s\S]*(?:什么时候|哪天|几点)/u);

  await service.set({ holdsPayloads: true });
  const id = await service.arrives({ talkerId: LI, text: "昨天下午三点在滨江支行门口那台。" });
  const journal = join(data, "wechat", "journal.json");
  await until("we were told of it", () => readFileSync(journal, "utf8").includes(id));
  await first.kill();
  await service.set({ holdsPayloads: false });
  const second = await start();
  // Time and place are known from it: what is asked next is the wish.
  await hears(/怎么解决|什么结果|希望/u);
  const numbers = (await heard()).filter((text) => /受理编号/u.test(text));
  expect(numbers).toHaveLength(1);

  expect(await second.stop()).toBe(0);
  for (const { output } of [first, second])
    expect(output.stdout + output.stderr).not.toMatch(/吞了|滨江支行门口|wxid_li/u);
}, 120_000);
