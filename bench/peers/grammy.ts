/**
 * A durable peer: grammY with its conversations plugin, sessions in SQLite under the same pragmas,
 * a durable commit for each update. It asks one question after another and keeps the answers; no network.
 */
import { DatabaseSync } from "node:sqlite";
import { type Conversation, type ConversationFlavor, conversations, createConversation } from "@grammyjs/conversations";
import { Bot, type Context } from "grammy";
import { PRAGMAS } from "../raw-commits.ts";

type Flavored = ConversationFlavor<Context>;

const [file = "", linesJson = "[]"] = process.argv.slice(2);
const lines: string[] = JSON.parse(linesJson);
const questions = lines.slice(1).map((_, index) => `第${index + 1}个问题：请您说一下。`);

const database = new DatabaseSync(file);
for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
database.exec("CREATE TABLE IF NOT EXISTS sessions (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
const select = database.prepare("SELECT value FROM sessions WHERE key = ?");
const save = database.prepare(
  "INSERT INTO sessions (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
);
const remove = database.prepare("DELETE FROM sessions WHERE key = ?");
const complaints = new Map<string, string[]>();

let messageId = 0;
/**
 * Answers every call of the Telegram API in place of the network. Below grammY's own layers, since the
 * conversations plugin keeps the outcome of each call for its replays.
 */
async function offline(): Promise<{ json: () => Promise<object> }> {
  messageId += 1;
  const result = { message_id: messageId, date: 0, chat: { id: 1, type: "private", first_name: "C" }, text: "" };
  return { json: async () => ({ ok: true, result }) };
}

const bot = new Bot<Flavored>("1:bench", {
  client: { fetch: offline },
  botInfo: {
    id: 1,
    is_bot: true,
    first_name: "Bench",
    username: "bench_bot",
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  },
});

async function complaint(conversation: Conversation<Flavored, Context>, ctx: Context): Promise<void> {
  const answers = [ctx.msg?.text ?? ""];
  for (const question of questions) {
    await ctx.reply(question);
    const next = await conversation.waitFor("message:text");
    answers.push(next.msg.text);
  }
  await ctx.reply("已经登记。");
  await conversation.external(() => {
    complaints.set(String(ctx.chatId), answers);
  });
}

bot.use(
  conversations<Flavored, Context>({
    storage: {
      type: "key",
      adapter: {
        read(key: string) {
          const row = select.get(key);
          return typeof row?.value === "string" ? JSON.parse(row.value) : undefined;
        },
        write(key: string, value: unknown) {
          save.run(key, JSON.stringify(value));
        },
        delete(key: string) {
          remove.run(key);
        },
      },
    },
  }),
);
bot.use(createConversation(complaint));
bot.on("message:text", (ctx) => ctx.conversation.enter("complaint"));

let nextChat = 1;
let nextUpdate = 1;
const hear = (chat: number, text: string) => {
  const update = nextUpdate;
  nextUpdate += 1;
  const person = { id: chat, first_name: "C" };
  return bot.handleUpdate({
    update_id: update,
    message: {
      message_id: update,
      date: 0,
      chat: { ...person, type: "private" },
      from: { ...person, is_bot: false },
      text,
    },
  });
};

async function run(count: number, width: number): Promise<number> {
  complaints.clear();
  const chats = Array.from({ length: count }, () => nextChat++).values();
  const customer = async () => {
    for (const chat of chats) for (const line of lines) await hear(chat, line);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: width }, customer));
  const seconds = (performance.now() - started) / 1000;
  const whole = [...complaints.values()].filter((answers) => answers.length === lines.length).length;
  if (whole !== count) throw new Error(`${whole} of ${count} dialogues of the peer came to their end`);
  return (count * lines.length) / seconds;
}

process.on("message", ({ count, width }: { count: number; width: number }) => {
  void run(count, width).then((turnsPerSecond) => process.send?.({ turnsPerSecond }));
});
