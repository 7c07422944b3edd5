/** Run as a process of its own by the crash test: works until it is killed, and prints what was acknowledged. */
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { at, bubble, MASTER_KEY, openCase, opening, said, step } from "./samples.ts";

const [file = "", round = ""] = process.argv.slice(2);
const store = await openSqliteStore({ file, masterKey: MASTER_KEY });

async function converse(conversation: string): Promise<never> {
  await store.startConversation(opening(conversation));
  for (let turn = 0; ; turn += 1) {
    const id = `${conversation}-${turn}`;
    await store.accept(said(conversation, id));
    process.stdout.write(`accepted ${conversation} ${id}\n`);
    const loaded = await store.load(conversation);
    const result = await store.commit(
      step(conversation, {
        expectVersion: loaded?.version ?? 0,
        expectInboxSeq: loaded?.inboxSeq ?? 0,
        at: at(turn),
        events: [{ type: "consent-given" }],
        messages: [bubble(`${id}-answer`)],
        effects: [openCase(conversation, id)],
      }),
    );
    if (result.ok) process.stdout.write(`committed ${conversation} ${result.version}\n`);
  }
}

await Promise.all(["a", "b", "c", "d"].map((name) => converse(`${name}${round}`)));
