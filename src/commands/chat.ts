/** chat: the conversation in a terminal, with its own store so that it runs beside the server. */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join, relative } from "node:path";
import type { Logger } from "pino";
import { MAX_TEXT } from "../channels/channel.ts";
import { chat } from "../channels/terminal/chat.ts";
import type { Config } from "../config.ts";
import type { Content } from "../content.ts";
import type { Language } from "../flows/reading.ts";
import { loadMasterKey } from "../privacy/keys.ts";
import { createProduct } from "../product.ts";
import { createRights } from "../rights/rights.ts";
import { createLive } from "../store/live.ts";
import { openSqliteStore } from "../store/sqlite/open.ts";
import { startClocks, type Worker } from "../workers/clocks.ts";
import { drainOutbox } from "../workers/outbox.ts";

/** Where the terminal keeps its own store, beside the server's. */
export const terminalFolder = (config: Config): string => join(config.data, "terminal");

export async function chatCommand(config: Config, content: Content, log: Logger, language: Language): Promise<number> {
  const folder = terminalFolder(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const masterKey = await loadMasterKey({
    folder: config.data,
    ...(config.masterKey ? { fromEnvironment: config.masterKey } : {}),
  });
  const store = await openSqliteStore({ file: join(folder, "tingsu.sqlite"), masterKey });
  const now = () => new Date().toISOString();
  const workers: { clocks?: Worker } = {};
  const live = createLive();
  const schedule = (_: string, due: string) => workers.clocks?.wake(due);
  const rights = createRights({ store, bank: () => content.bank, live, now });
  const { intake, outbox } = createProduct({ content, store, live, log, now, schedule, rights });
  workers.clocks = startClocks({ store, intake, log, now });
  const { label } = content.bank.profile;
  const key = language === "en" ? "en" : "zh";
  await chat({
    port: intake,
    live,
    identity: { channel: "terminal", externalId: `${userInfo().username}/${language}`, strength: "anonymous" },
    language,
    labels: {
      header: label.header[key],
      badge: label.badge[key],
      ...WORDS[key],
      place: WORDS[key].place(shortest(folder)),
    },
    newId: randomUUID,
    input: process.stdin,
    output: process.stdout,
    async settled(conversation) {
      await intake.handleTurn(conversation);
      while ((await drainOutbox(outbox)) > 0);
    },
  });
  await workers.clocks.stop();
  await store.close();
  return 0;
}

/** As it is typed from here, when it lies below; else in full. */
function shortest(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path.startsWith("..") ? folder : path;
}

const WORDS = {
  zh: {
    place: (folder: string) =>
      `这里是本机演练：投诉存在 ${folder}，不会送到工作台，也没有人处理；查看用 npm run tingsu -- cases --terminal`,
    hint: "直接输入，回车发送；/q 退出。数字可选上面的回答。",
    errors: {
      empty: "",
      "too-long": `太长了，请分成几条发（每条最多 ${MAX_TEXT} 字）。没有存下。`,
      "too-large": "文件太大，最大 10 MB。",
      "file-type": "只收图片和 PDF。",
      "too-many": "发得太快了，请稍等再发。",
      "unknown-file": "附件找不到了。",
      "id-taken": "没有存下，请再发一次。",
      "unknown-conversation": "找不到这个会话。",
      erased: "这个会话的资料已应要求删除，请重新开始。",
    },
  },
  en: {
    place: (folder: string) =>
      `A rehearsal on this machine: complaints stay in ${folder}, reach no desk and nobody handles them; list them with npm run tingsu -- cases --terminal`,
    hint: "Type and press Enter; /q leaves. A number picks one of the answers above.",
    errors: {
      empty: "",
      "too-long": `That is too long; please send it in parts of up to ${MAX_TEXT.toLocaleString("en")} characters. It was not stored.`,
      "too-large": "The file is too large; 10 MB is the most.",
      "file-type": "Only images and PDF are taken.",
      "too-many": "That was a lot at once; please wait a moment.",
      "unknown-file": "An attached file was not found.",
      "id-taken": "It was not stored; please send it again.",
      "unknown-conversation": "This conversation can't be found.",
      erased: "What was held of this conversation was erased on request; please start again.",
    },
  },
} as const;
